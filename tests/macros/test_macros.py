"""The macros that chapters call: the grammar they are held to, and the pages they run on."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import macros
from macros import report_charts, survey_tables
from study import calls
from study.knowledge import Knowledge
from tests.macros.conftest import MakePage
from tests.macros.markup import Element, read

INLINE = {"a", "sup", "span"}


def test_the_macros_are_those_that_chapters_may_call() -> None:
    assert macros.MACROS.keys() == calls.MACROS.keys()


def test_the_charts_are_those_that_chapters_may_name() -> None:
    assert report_charts.CHARTS.keys() == set(calls.CHARTS)


def test_the_tables_are_those_that_chapters_may_name() -> None:
    assert survey_tables.TABLES.keys() == set(calls.TABLES)


@pytest.mark.parametrize("name", calls.MACROS)
def test_a_macro_takes_the_arguments_that_chapters_may_give(name: str) -> None:
    grammar, signature = calls.MACROS[name], inspect.signature(macros.MACROS[name])
    positional = ["value" for _ in grammar.positional]
    named = {argument: "value" for argument, _ in grammar.named}
    signature.bind("page", *positional, **named)
    signature.bind("page", *positional[: grammar.required])


def values(kind: str, knowledge: Knowledge) -> list[str]:
    """What an argument may be in the real data: the first two and the last of its keys, or any text."""
    known = calls.known_keys(kind, knowledge)
    if known is None:
        return ["Some *text*"]
    keys = list(known)
    return list(dict.fromkeys([*keys[:2], *keys[-1:]]))


def possible_calls(knowledge: Knowledge) -> list[tuple[str, tuple[str, ...], dict[str, str]]]:
    """Calls of every macro, with and without each of its arguments."""
    found: list[tuple[str, tuple[str, ...], dict[str, str]]] = []
    for name, macro in calls.MACROS.items():
        given: list[tuple[str, ...]] = [()] if not macro.required else []
        for place, (_, kind) in enumerate(macro.positional):
            before = tuple(values(each, knowledge)[0] for _, each in macro.positional[:place])
            given += [(*before, value) for value in values(kind, knowledge)]
        found += [(name, arguments, {}) for arguments in given]
        for argument, kind in macro.named:
            found += [(name, given[0], {argument: value}) for value in values(kind, knowledge)]
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_call_that_the_check_allows_gives_a_block_or_words_as_promised(
    language: str, page: MakePage, knowledge: Knowledge
) -> None:
    for name, arguments, named in possible_calls(knowledge):
        here = page(language, knowledge)
        tree = read(here.parts.put_into(macros.MACROS[name](here, *arguments, **named)))
        tags = {child.tag for child in tree.children if isinstance(child, Element)}
        assert tags, (name, arguments, named)
        assert (tags <= INLINE) is not calls.MACROS[name].block, (name, arguments, named)


@pytest.mark.parametrize("key", report_charts.CHARTS)
def test_every_chart_has_a_fragment_of_its_kind(key: str, page: MakePage) -> None:
    here = page()
    svg = read(here.parts.put_into(macros.chart(here, key))).one("svg")
    kind = "line" if svg.all("circle") else "matrix" if not svg.all("defs") else "bars"
    view = type(report_charts.chart(here, key)).__name__
    assert {"line": "LineChart", "matrix": "Matrix", "bars": "BarChart"}[kind] == view


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        ({}, ["hostile", "scanner", "window"]),
        ({"technology": "blockchain"}, ["scanner"]),
        ({"administration": "UG", "stage": "pilot"}, ["hostile"]),
        ({"evidence": "press", "view": "cards"}, ["window"]),
        ({"region": "MENA"}, []),
        ({"region": "MENA", "view": "cards"}, []),
    ],
)
def test_cases_are_chosen_by_their_conditions(
    conditions: dict[str, str], found: list[str], page: MakePage
) -> None:
    here = page()
    tree = read(here.parts.put_into(macros.cases(here, **conditions)))
    if conditions.get("view") == "cards":
        shown = [each.attributes["id"] for each in tree.all("article")]
        assert shown == [f"case-{key}" for key in found]
    else:
        shown = [row.one("th").one("a").attributes["href"] for row in tree.all("tr")[1:]]
        assert shown == [f"../cases/{key}/" for key in found]


def test_a_case_of_many_is_linked_by_their_number(page: MakePage) -> None:
    here = page("fr")
    texts = [here.parts.put_into(macros.case_link(here, key)) for key in ("scanner", "window")]
    assert "Kenya" in texts[0]
    assert here.words("case", "several", count=4) in texts[1]


@dataclass
class Environment:
    """What mkdocs-macros gives to define_env, as far as it is used."""

    page: object = None
    macros: dict[str, Callable[..., str]] = field(default_factory=dict)

    def macro(self, function: Callable[..., str], name: str) -> None:
        self.macros[name] = function


@pytest.fixture
def site_files(tmp_path: Path) -> tuple[Callable[[str], Page], Files]:
    """Pages and files of a MkDocs site with three pages."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Small\ntheme: {name: null, custom_dir: docs}\n", encoding="utf-8"
    )
    configuration = load_config(str(tmp_path / "mkdocs.yml"))
    names = ("fr/glossary.md", "fr/cases/index.md", "en/cases/index.md", "en/about.md")
    files = Files([File(name, str(tmp_path / "docs"), str(tmp_path / "site"), True) for name in names])

    def page_of(name: str) -> Page:
        file = files.get_file_from_path(name)
        assert file is not None
        return Page(None, file, configuration)

    return page_of, files


def test_a_page_is_prepared_in_its_language_with_its_links(
    site_files: tuple[Callable[[str], Page], Files], root: Path
) -> None:
    page_of, files = site_files
    view = macros.prepare(page_of("fr/cases/index.md"), files, root)
    assert view.language == "fr"
    assert view.link("glossary.md", "term-ai") == "../glossary/#term-ai"
    assert view.link("cases/index.md") == "./"
    assert view.link("about.md") is None  # it stands in English only


def test_a_page_is_prepared_anew_each_time_it_is_built(
    site_files: tuple[Callable[[str], Page], Files], root: Path
) -> None:
    page_of, files = site_files
    first = macros.prepare(page_of("en/about.md"), files, root)
    first.number_of("wco-survey-2024")
    second = macros.prepare(page_of("en/about.md"), files, root)
    assert not second.cited
    assert macros.prepared(page_of("en/about.md")) is second


def test_a_page_that_is_no_chapter_is_not_prepared() -> None:
    assert macros.prepared(SimpleNamespace(file=SimpleNamespace(src_uri="robots.txt"))) is None


def test_each_macro_runs_on_the_page_that_is_being_built(
    site_files: tuple[Callable[[str], Page], Files], root: Path
) -> None:
    page_of, files = site_files
    environment = Environment()
    macros.define_env(environment)
    assert environment.macros.keys() == macros.MACROS.keys()
    for name, number in (("en/about.md", "1"), ("fr/cases/index.md", "1")):
        page = page_of(name)
        view = macros.prepare(page, files, root)
        environment.page = page
        token = environment.macros["cite"]("wco-survey-2024", page="3")
        assert f"[{number}" in view.parts.put_into(token)
        assert list(view.cited) == ["wco-survey-2024"]
