"""What `data/` held in an earlier build, taken from there while no file of it has changed: reading YAML takes longer.

Of a large register nothing is kept: it would be kept twice, and read no sooner.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from hooks import dependencies
from hooks.store import KEPT, Store
from study import building
from study.digests import digest


def recall_knowledge(root: Path, store: Store) -> bool:
    """Take what an earlier build read, if it read the same; return whether there was such a build."""
    kept = store.get("knowledge", _key(root))
    if kept is not None:
        building.recall(root, pickle.loads(kept))  # noqa: S301  (as safe as the compiled code beside it)
    return kept is not None


def keep_knowledge(root: Path, store: Store) -> None:
    """Keep what this build read, which must be without problems."""
    found = building.reading(root)
    if found.knowledge is not None and len(found.knowledge.cases) <= KEPT:
        store.put("knowledge", _key(root), pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


def _key(root: Path) -> str:
    asked = building.asked_for()
    return digest(dependencies.knowledge(root), str(root), asked.name, asked.commit)
