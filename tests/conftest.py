"""Fixtures of all tests: the checkout, its knowledge, small copies to break, the built site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.loading import load
from tests.once import made_once

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write tests/golden/ anew.")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge of the real data."""
    return load(ROOT, date.today())


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the report that a test may break: everything but its history and environment."""
    copy = tmp_path / "report"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(
            ".git", ".venv", "site", "dist", ".cache", "__pycache__", ".*_cache", ".hypothesis", ".site-*"
        ),
    )
    return copy


@pytest.fixture
def edit(checkout: Path) -> Callable[[str, str, str], None]:
    """Replace one passage of a file in the copy; the passage must be there."""

    def change(name: str, old: str, new: str) -> None:
        path = checkout / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real report, built once for all test processes; read only."""
    from report.site import build

    def make(folder: Path) -> None:
        code, said = build(ROOT, folder / "site")
        assert code == 0, "\n".join(said)

    return made_once(tmp_path_factory, "built-site", make) / "site"


@pytest.fixture(scope="session")
def offline_pack(site: Path, knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline pack of both languages of the real report, unpacked; made once for all test processes, read only."""
    from report.renditions.assembly import Job
    from report.renditions.pack import write_pack
    from study.editions.archives import unpack

    def make(folder: Path) -> None:
        folder.mkdir()
        write_pack(Job(ROOT, site, knowledge, 1_700_000_000), None, folder / "pack-en-fr.zip")
        unpack(folder / "pack-en-fr.zip", folder / "unpacked")

    return made_once(tmp_path_factory, "offline-pack", make) / "unpacked" / "pack-en-fr"


@pytest.fixture(scope="session")
def built_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A candidate and two editions of a small report, built once for all test processes; read only."""
    from tests.editions import build_editions

    return made_once(tmp_path_factory, "built-editions", lambda folder: build_editions(folder, ROOT))
