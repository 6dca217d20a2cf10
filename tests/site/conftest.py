"""The built report as parsed pages, and the words that its pages must use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from study.knowledge import Knowledge
from study.labels import Words
from tests.once import made_once
from tests.site.parsing import LANGUAGES, Site, read_site

if TYPE_CHECKING:
    from tests.site.kept import Small

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def pages(site: Path) -> Site:
    return read_site(site)


@pytest.fixture(scope="session")
def both_words(knowledge: Knowledge) -> list[Words]:
    return [Words(language, knowledge.labels) for language in LANGUAGES]


@pytest.fixture
def as_built_at(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second build carry the day and the version of the first."""
    compressed = (site / "sitemap.xml.gz").read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int.from_bytes(compressed[4:8], "little")))  # RFC 1952, MTIME
    home = (site / "en" / "index.html").read_text(encoding="utf-8")
    shown = re.search(r"<dd><code>([0-9a-f]{10})</code>", home)  # none if the checkout holds uncommitted work
    monkeypatch.setenv("REPORT_COMMIT", shown[1] if shown else "")


def files_of(folder: Path) -> Files:
    """Return every file below `folder`, by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differences(first: Files, second: Files) -> list[str]:
    """Return the names of files that are not byte for byte the same on both sides."""
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.fixture(scope="session")
def small_once(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small copy of the report, built once for all test processes; read only."""
    from tests.site.kept import build_small  # which compares files as this module does

    return made_once(tmp_path_factory, "built-small", lambda folder: build_small(folder, root))


@pytest.fixture(scope="module")
def small(small_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Small:
    """A small copy of the report, built, whose kept results the tests of a module change and break."""
    from tests.site.kept import ready

    return ready(tmp_path_factory.mktemp("kept"), small_once)


@pytest.fixture
def recalled(small: Small) -> None:
    """Bring back what was kept after the first build of `small`."""
    small.recall()
