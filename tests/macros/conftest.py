"""A page of a small report, on which macros run as they do in a build."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.pages import ReportPage
from study.knowledge import Knowledge
from study.labels import Words
from study.loading import load
from tests.macros.small import SMALL

DAY = date(2026, 1, 31)
KNOWN_PAGES = {
    "about.md": "../about/",
    "cases/administrations.md": "../cases/administrations/",
    "cases/index.md": "../cases/",
    "cases/regions.md": "../cases/regions/",
    "glossary.md": "../glossary/",
    "smart-customs-project.md": "../smart-customs-project/",
    "survey-2024.md": "../survey-2024/",
    "technologies/ai.md": "../technologies/ai/",
}
MakePage = Callable[..., ReportPage]
MakeKnowledge = Callable[..., Knowledge]


@pytest.fixture(scope="session")
def small_root(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A checkout with the small data and the real fragments; read only."""
    checkout = tmp_path_factory.mktemp("small")
    _write(checkout, root, SMALL)
    shutil.copytree(root / "overrides", checkout / "overrides")
    shutil.copy(root / "mkdocs.yml", checkout)
    return checkout


@pytest.fixture(scope="session")
def small_knowledge(small_root: Path) -> Knowledge:
    return load(small_root, DAY)


@pytest.fixture
def knowing(tmp_path: Path, root: Path, small_root: Path) -> MakeKnowledge:
    """The small knowledge with other files, given by name: knowing(cases="[]")."""

    def make(**files: str) -> Knowledge:
        _write(
            tmp_path, root, SMALL | {f"{name.replace('_', '-')}.yaml": text for name, text in files.items()}
        )
        return replace(load(tmp_path, DAY), root=small_root)

    return make


@pytest.fixture
def page(small_knowledge: Knowledge) -> MakePage:
    """A page in a language: of the small report, or of other knowledge; `known` pages can be linked."""

    def make(
        language: str = "en", knowledge: Knowledge = small_knowledge, known: dict[str, str] = KNOWN_PAGES
    ) -> ReportPage:
        return ReportPage(knowledge, Words(language, knowledge.labels), address_among(known))

    return make


def address_among(known: dict[str, str]) -> Callable[[str], str | None]:
    """Return addresses as a build gives them: chapters if `known`, pages of the repertory always."""
    return lambda target: known.get(target) if target.endswith(".md") else f"../{target}"


def said(page: ReportPage, text: str) -> str:
    """The text with `@group.key`, `#technology` and `##short-technology` in the words of today, and plain spaces.

    So a test does not fail because somebody words a label better.
    """
    text = re.sub(r"@(\w+)\.([\w-]*\w)", lambda label: page.words(label[1], label[2]), text)
    technology = page.knowledge.technology
    text = re.sub(r"##([a-z][a-z-]*)", lambda key: technology[key[1]].short[page.language], text)
    text = re.sub(r"#([a-z][a-z-]*)", lambda key: technology[key[1]].name[page.language], text)
    return plain(text)


def plain(text: str) -> str:
    """The text with plain spaces, and without word joiners."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2060", "")


def _write(checkout: Path, root: Path, files: dict[str, str]) -> None:
    data = checkout / "data"
    data.mkdir(exist_ok=True)
    for name in ("labels.yaml", "technologies.yaml", "maturity.yaml"):
        shutil.copy(root / "data" / name, data)
    for name, text in files.items():
        (data / name).write_text(text, encoding="utf-8")
