"""The stores of this process, and the checks that chapters passed in an earlier build.

Imported, not listed in mkdocs.yml, so that every hook sees the same ones (see hooks/stages.py).
"""

from __future__ import annotations

from pathlib import Path

from hooks import dependencies
from hooks.store import Store
from study.digests import digest

STORES: dict[str, Store] = {}  # by language, while it is being built


def open_store(root: Path, language: str) -> Store:
    """Return the store of a language, opened once in a build."""
    if language not in STORES:
        STORES[language] = Store(root / ".cache" / "build" / f"{language}.sqlite")
    return STORES[language]


class KeptChecks:
    """Remembers texts without problems; the data are part of it, for they say which keys there are."""

    def __init__(self, root: Path, store: Store) -> None:
        self._store = store
        self._base = dependencies.knowledge(root)

    def holds(self, *texts: str) -> bool:
        """Return whether these texts had no problem in an earlier build."""
        return self._store.get("check", digest(self._base, *texts)) is not None

    def add(self, *texts: str) -> None:
        """Take note that these texts have none."""
        self._store.put("check", digest(self._base, *texts), b"")
