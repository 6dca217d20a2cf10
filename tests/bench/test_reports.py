from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from bench.reports import FIXED, LANGUAGES, chapters, write_report
from study.chapter_checks import chapter_problems
from study.chapters import Chapter, pages
from study.knowledge import Knowledge
from study.loading import load

SIZE = 12
LINK = re.compile(r"\]\(([\w-]+\.md)#([\w-]+)\)")


@pytest.fixture(scope="module")
def written(knowledge: Knowledge) -> dict[str, dict[str, str]]:
    return {language: dict(chapters(knowledge, language, SIZE)) for language in LANGUAGES}


def some_chapter(language: str, files: dict[str, str]) -> Chapter:
    return Chapter("c0007.md", language, "c0007.md", files["bench/c0007.md"])


def test_the_same_size_gives_the_same_report(
    knowledge: Knowledge, written: dict[str, dict[str, str]]
) -> None:
    again = {language: dict(chapters(knowledge, language, SIZE)) for language in LANGUAGES}
    assert again == written


def test_no_two_chapters_are_alike(written: dict[str, dict[str, str]]) -> None:
    for files in written.values():
        texts = [text for page, text in files.items() if page not in FIXED]
        assert len(set(texts)) == SIZE


def test_a_chapter_has_what_a_real_one_has(written: dict[str, dict[str, str]]) -> None:
    for language, files in written.items():
        chapter = some_chapter(language, files)
        words = re.sub(r"\{\{.*?\}\}|\{:.*?\}|\]\(.*?\)|[|!#-]+", " ", chapter.text).split()
        assert 750 < len(words) < 950
        assert len(re.findall(r"^\| (?!---)", chapter.text, re.MULTILINE)) == 1 + 12
        assert chapter.text.count("!!! note") == 2
        called = [call.name for call in chapter.calls]
        assert [called.count(name) for name in ("cite", "term", "sources")] == [6, 2, 1]


def test_every_link_leads_to_a_section_of_another_chapter(written: dict[str, dict[str, str]]) -> None:
    for files in written.values():
        found = {page: LINK.findall(text) for page, text in files.items() if page not in FIXED}
        assert {len(links) for links in found.values()} == {3}
        for page, links in found.items():
            for target, section in links:
                assert f"bench/{target}" != page
                assert f"{{: #{section} }}" in files[f"bench/{target}"]


def test_both_languages_have_the_same_structure_and_other_words(written: dict[str, dict[str, str]]) -> None:
    english, french = (some_chapter(language, written[language]) for language in LANGUAGES)
    assert [(each.level, each.id) for each in english.headings] == [
        (each.level, each.id) for each in french.headings
    ]
    assert [(each.name, each.arguments) for each in english.calls] == [
        (each.name, each.arguments) for each in french.calls
    ]
    assert english.title != french.title


def test_the_report_is_accepted_and_has_as_many_pages_as_asked_for(
    checkout: Path, knowledge: Knowledge
) -> None:
    write_report(checkout, knowledge, SIZE)
    assert len(pages(checkout, "en")) == len(pages(checkout, "fr")) == SIZE
    smaller = load(checkout, date.today())
    assert chapter_problems(checkout, smaller) == []
    assert 0 < len(smaller.cases) < len(knowledge.cases)


def test_every_page_stands_in_the_navigation_once(checkout: Path, knowledge: Knowledge) -> None:
    write_report(checkout, knowledge, 30)
    text = (checkout / "mkdocs.yml").read_text(encoding="utf-8")
    nav = yaml.safe_load(text[text.index("\nnav:") : text.index("\ntheme:")])
    listed = re.findall(r"[\w/-]+\.md", str(nav))
    assert sorted(listed) == pages(checkout, "en")


def test_a_report_that_is_too_small_is_refused(checkout: Path, knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="4 pages are too few"):
        write_report(checkout, knowledge, 4)


def test_a_configuration_without_navigation_is_refused(checkout: Path, knowledge: Knowledge) -> None:
    (checkout / "mkdocs.yml").write_text("site_name: A report\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no nav:"):
        write_report(checkout, knowledge, SIZE)
