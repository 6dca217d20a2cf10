"""Fragments: what each gives, in both languages, from records that try to be more than text."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from macros.pages import ReportPage
from macros.rendering import FRAGMENTS, environment, render
from study.knowledge import Knowledge
from study.labels import Words
from tests.conftest import ROOT
from tests.macros.conftest import KNOWN_PAGES, MakePage, address_among
from tests.macros.golden import compare
from tests.macros.markup import Element, read
from tests.macros.recipes import RECIPES, html_of
from tests.macros.small import HOSTILE

GOLDEN = ROOT / "tests" / "golden"
LANGUAGES = ("en", "fr")
REPERTORY = re.compile(
    r"(\.\./)+(cases/|data/|files/|feed\.xml|(en|fr)/(cases/)?$|MANIFEST\.json$|2026/en/|$)"
)  # pages, files and editions that exist whatever chapters do
EVERYWHERE = [(fragment, language) for fragment in RECIPES for language in LANGUAGES]


def trees(page: ReportPage, fragment: str) -> list[Element]:
    return [read(html) for html in html_of(page, fragment)]


def fragment_file(root: Path, name: str, text: str) -> None:
    path = root / FRAGMENTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("fragment", "language"), EVERYWHERE)
def test_a_fragment_gives_what_it_gave(
    fragment: str, language: str, page: MakePage, pytestconfig: pytest.Config
) -> None:
    html = "\n".join(html_of(page(language), fragment))
    update = pytestconfig.getoption("--update-golden")
    compare(GOLDEN / f"{fragment}.{language}.html", html, update=update)


def test_a_changed_fragment_is_shown_with_the_command_that_accepts_it(tmp_path: Path) -> None:
    (tmp_path / "a.en.html").write_text("<p>\nold\n</p>\n", encoding="utf-8")
    with pytest.raises(pytest.fail.Exception) as failure:
        compare(tmp_path / "a.en.html", "<p>\nnew\n</p>", update=False)
    said = str(failure.value)
    assert "pytest --update-golden" in said
    assert "-old\n+new\n" in said


def test_a_missing_golden_file_is_a_failure_until_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--update-golden"):
        compare(tmp_path / "golden" / "a.en.html", "<p></p>", update=False)
    compare(tmp_path / "golden" / "a.en.html", "<p></p>", update=True)
    compare(tmp_path / "golden" / "a.en.html", "<p></p>", update=False)


def test_no_golden_file_is_left_of_a_fragment_that_is_gone() -> None:
    expected = {f"{fragment}.{language}.html" for fragment, language in EVERYWHERE}
    assert {path.name for path in GOLDEN.glob("*.*.html")} == expected


@pytest.mark.parametrize(("fragment", "language"), EVERYWHERE)
def test_every_fragment_is_balanced_and_safe(fragment: str, language: str, page: MakePage) -> None:
    for tree in trees(page(language), fragment):
        elements = list(tree.each())
        ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
        assert len(ids) == len(set(ids))
        assert not {"b", "i", "em"} & {each.tag for each in elements}
        assert {each.attributes.get("type") for each in elements if each.tag == "script"} <= {
            "application/ld+json"  # data, which no browser runs
        }
        for each in elements:
            assert set(each.attributes.get("aria-labelledby", "").split()) <= set(ids)
            assert not [name for name in each.attributes if name.startswith("on")]
            assert not each.attributes.get("href", "").startswith(("javascript:", "None"))
            assert "None" not in each.attributes.values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_case_come_out_as_text(language: str, page: MakePage) -> None:
    words = trees(page(language), "case-cards")[0].words
    for field in ("title", "summary", "partner", "office", "stage_note", "result", "measurer"):
        assert f"{field} {HOSTILE}" in words
    table, _ = trees(page(language), "case-table")
    assert table.all("th", scope="row")[0].words == f"title {HOSTILE}"
    link, _ = trees(page(language), "case-link")
    assert link.one("a").attributes["title"] == f"title {HOSTILE}"


def test_the_words_of_a_call_come_out_as_text(page: MakePage) -> None:
    _, link = trees(page(), "term-link")
    assert link.one("a").words == HOSTILE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_in_bibtex_is_escaped_once(language: str, page: MakePage) -> None:
    assert r'textgreater{}\& "' in trees(page(language), "how-to-cite")[0].one("code").words


@pytest.mark.parametrize("fragment", RECIPES)
def test_no_fragment_links_to_pages_that_do_not_exist(fragment: str, page: MakePage) -> None:
    for tree in trees(page("en", known={}), fragment):
        for link in tree.all("a"):
            href = link.attributes.get("href", "#")  # a template's own gets one in the browser
            assert href.startswith(("#", "https://example.org/", "data:")) or REPERTORY.match(href), href


def dead_fragments(root: Path, knowledge: Knowledge) -> set[str]:
    """The fragments of a checkout that no recipe has rendered or included."""
    words = Words("en", knowledge.labels)
    for fragment in RECIPES:
        html_of(ReportPage(replace(knowledge, root=root), words, address_among(KNOWN_PAGES)), fragment)
    loaded = {name for _, name in environment(root).cache}
    return {path.name for path in (root / FRAGMENTS).iterdir()} - loaded


def test_every_fragment_is_rendered_by_a_macro_or_included(
    root: Path, tmp_path: Path, small_knowledge: Knowledge
) -> None:
    shutil.copytree(root / FRAGMENTS, tmp_path / FRAGMENTS)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    assert dead_fragments(tmp_path, small_knowledge) == set()


def test_a_fragment_that_nothing_renders_is_found(
    root: Path, tmp_path: Path, small_knowledge: Knowledge
) -> None:
    shutil.copytree(root / FRAGMENTS, tmp_path / FRAGMENTS)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    fragment_file(tmp_path, "forgotten.html", "<p></p>")
    assert dead_fragments(tmp_path, small_knowledge) == {"forgotten.html"}


def test_text_is_escaped_and_blank_space_around_the_fragment_is_cut(tmp_path: Path) -> None:
    fragment_file(tmp_path, "a.html", '\n{# note #}\n<p title="{{ text }}">{{ text }}</p>\n\n')
    assert render(tmp_path, "a", text='<&>"') == '<p title="&lt;&amp;&gt;&#34;">&lt;&amp;&gt;&#34;</p>'


def test_a_name_that_the_fragment_does_not_get_stops_the_build(tmp_path: Path) -> None:
    fragment_file(tmp_path, "a.html", "{{ forgotten }}")
    with pytest.raises(UndefinedError, match="forgotten"):
        render(tmp_path, "a", text="")


def test_a_fragment_that_does_not_exist_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound, match="nothing"):
        render(tmp_path, "nothing")
