"""Numbers stand at the blocks that they are of, in the HTML that Markdown makes of every chapter."""

from __future__ import annotations

import re

import markdown
import pytest
from mkdocs.utils.yaml import yaml_load

from macros.numbered import Unit, blocks_of, units_of, with_numbers
from macros.pages import ReportPage
from study.blocks import sections, units
from study.chapter_numbers import numbers_of
from study.chapters import CALL, Chapter, pages, read_chapter
from study.paragraphs import numbers
from study.problems import ReportError
from tests.conftest import ROOT
from tests.macros.conftest import MakePage
from tests.macros.markup import Element, read

LANGUAGES = ("en", "fr")
CHAPTERS = pages(ROOT, "en")
EDITION = "2026"
BEGINNING = "---\ndescription: A.\n---\n# A {: #a }\n\n"


def converter() -> markdown.Markdown:
    """The site's own Markdown."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        named = [
            each if isinstance(each, dict) else {each: {}} for each in yaml_load(file)["markdown_extensions"]
        ]
    settings = {name: given for each in named for name, given in each.items()}
    return markdown.Markdown(extensions=list(settings), extension_configs=settings)


CONVERTER = converter()


def content_of(page: ReportPage, chapter: Chapter) -> str:
    """What Markdown makes of a chapter whose macros have run."""
    CONVERTER.reset()
    text = chapter.text[chapter.body_offset :]
    return CONVERTER.convert(
        CALL.sub(lambda call: page.parts.keep(f"<span>{call[1].split('(')[0]}</span>"), text)
    )


def small(page: ReportPage, text: str) -> tuple[str, list[Unit]]:
    """A chapter of these lines with its numbers, and its blocks."""
    chapter = Chapter("docs/en/a.md", "en", "a.md", BEGINNING + text)
    content, given = content_of(page, chapter), numbers(chapter, None)
    return with_numbers(page, content, given), blocks_of(page, content, given)


def found(html: str) -> dict[str, str]:
    """The words of each numbered element, by its id."""
    return {
        each.attributes["id"]: words_of(each)
        for each in read(html).each()
        if re.fullmatch(r"p\d+[a-z]*", each.attributes.get("id", ""))
    }


def words_of(element: Element) -> str:
    for link in element.all("a", class_="paragraph-number"):
        link.children.clear()
    return element.words


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_has_the_same_numbers_in_both_languages(chapter: str, page: MakePage) -> None:
    given = numbers_of(ROOT, EDITION, chapter)
    expected = [f"p{each.number}" for each in given]
    assert len(given) == sum(len(units(each)) for each in sections(read_chapter(ROOT, "en", chapter)))
    for language in LANGUAGES:
        here = page(language)
        html = with_numbers(here, content_of(here, read_chapter(ROOT, language, chapter)), given)
        assert list(found(html)) == expected
        links = read(html).all("a", class_="paragraph-number")
        assert [link.attributes["href"] for link in links] == [f"#{key}" for key in expected]
        assert [link.words for link in links] == [each.number for each in given]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_blocks_of_every_chapter_hold_all_its_words_in_order(
    chapter: str, language: str, page: MakePage
) -> None:
    here = page(language)
    content = content_of(here, read_chapter(ROOT, language, chapter))
    given = numbers_of(ROOT, EDITION, chapter)
    rows = blocks_of(here, content, given)
    assert [row.number for row in rows if row.number] == [each.number for each in given]
    assert units_of(here, content, given) == [row for row in rows if row.number]
    whole = read(here.parts.put_into(content).replace("¶", "")).words
    assert "".join("".join(read(row.html).words for row in rows).split()) == "".join(whole.split())
    levels = [row.section for row in rows if row.kind == "heading"]
    assert levels == [heading.id for heading in read_chapter(ROOT, language, chapter).headings]


def test_paragraphs_items_tables_code_and_macros_are_numbered_in_order(page: MakePage) -> None:
    html, _ = small(
        page("en"),
        "One.\n\n- Two\n- Three\n    - inner\n\n        inner text\n\n| h |\n|---|\n| Four |\n\n```\nFive\n```\n\n"
        '{{ status() }}\n\n!!! note "Title"\n    Seven.\n\n    1. Eight\n\n> Nine.\n\nTerm\n: Meaning\n\nTen.[^1]\n\n'
        "[^1]: Footnote.\n",
    )
    assert list(found(html).values()) == [
        *("One.", "Two", "Three inner inner text", "h Four", "Five", "\ue0000\ue001"),
        *("Seven.", "Eight", "Nine.", "Ten.1"),
    ]


def test_an_item_of_paragraphs_has_one_number(page: MakePage) -> None:
    html, _ = small(page("en"), "- One\n\n    more\n\n- Two\n\n    more\n\nThree.\n")
    assert list(found(html).values()) == ["One more", "Two more", "Three."]


def test_an_inline_macro_alone_stays_a_paragraph(page: MakePage) -> None:
    here = page("en")
    html, _ = small(here, '{{ term("model") }}\n\n{{ status() }}\n\nThree.\n')
    put = read(here.parts.put_into(html))
    assert [
        (each.tag, words_of(each)) for each in put.each() if each.attributes.get("id", "")[1:].isdigit()
    ] == [
        ("p", "term"),
        ("div", "status"),
        ("p", "Three."),
    ]


def test_an_element_with_an_id_of_its_own_keeps_it(page: MakePage) -> None:
    html, _ = small(page("en"), "One.\n{: #own }\n\nTwo.\n\nThree.\n")
    (own,) = [each for each in read(html).each() if each.attributes.get("id") == "own"]
    assert own.words == "1One."
    assert own.all("a", class_="paragraph-number")[0].attributes["id"] == "p1"


def test_a_block_alone_stands_in_its_list_or_box(page: MakePage) -> None:
    _, rows = small(
        page("en"), '1. One\n2. Two\n\n!!! note "Title"\n    Three.\n\n    Four.\n\nTerm\n: Meaning\n'
    )
    alone = ["".join(row.html.split("\n")) for row in rows[1:]]
    assert alone == [
        "<ol><li>One</li></ol>",
        '<ol start="2"><li>Two</li></ol>',
        '<div class="admonition note"><p class="admonition-title">Title</p><p>Three.</p></div>',
        '<div class="admonition note"><p>Four.</p></div>',
        "<dl><dt>Term</dt><dd>Meaning</dd></dl>",
    ]
    assert [(row.number, row.kind) for row in rows] == [
        ("", "heading"),
        *(("1", "item"), ("2", "item"), ("3", "paragraph"), ("4", "paragraph")),
        ("", "other"),
    ]
    assert rows[0].html == '<h1 id="a">A</h1>'


def test_a_text_that_its_numbers_are_not_of_is_refused_with_its_name(page: MakePage) -> None:
    here = page("en")
    here.name = "docs/en/a.md"
    chapter = Chapter(here.name, "en", "a.md", BEGINNING + "One.\n\n## B {: #b }\n\n- Two\n- Three\n")
    given = numbers(chapter, None)
    for wrong, place in ((given[:-1], 3), ((*given, given[-1]), 4), (given[1:], 1), ((), 1)):
        with pytest.raises(ReportError, match=rf"docs/en/a\.md.* from no\. {place} on"):
            with_numbers(here, content_of(here, chapter), wrong)
