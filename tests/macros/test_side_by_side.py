"""Both languages beside each other: blocks moved to their page, and joined row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.columns import LONG, Cell, Column, address_of, cells_of, path_of
from macros.numbered import Unit
from macros.side_by_side import side_by_side
from study.knowledge import Knowledge
from tests.macros.markup import Element, read
from tests.macros.small import HOSTILE
from tests.test_palette import variables

URL = "en/technologies/ai/"
HEADING = Unit("", "uses", "heading", '<h2 id="uses" class="x">The <em>uses</em></h2>')
BOTH = ("en", "fr")


def moved(html: str, url: str = URL) -> str:
    _, cell = cells_of([HEADING, Unit("1", "uses", "paragraph", html)], url)
    return cell.html


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="a" class="a">', '<p id="en-a" class="a">'),
        ('<svg role="img" aria-labelledby="a b">', '<svg role="img" aria-labelledby="en-a en-b">'),
        ('<label for="a">', '<label for="en-a">'),
        ('<input name="a" value="a">', '<input name="en-a" value="a">'),
        ('<td headers="a b">', '<td headers="en-a en-b">'),
        ('<button popovertarget="a">', '<button popovertarget="en-a">'),
        ('<rect fill="url(#a)"/>', '<rect fill="url(#en-a)"/>'),
        ('<a href="#source-a">', '<a href="#en-source-a">'),
        ('<a href="#uses">', '<a href="#uses">'),
        ('<a href="#p12a">', '<a href="#p12a">'),
        ('<a href="../cloud/">', '<a href="../../../en/technologies/cloud/">'),
        ('<a href="../../about/#status">', '<a href="../../../en/about/#status">'),
        ('<a href="../../">', '<a href="../../../en/">'),
        ('<a href="..">', '<a href="../../../en/technologies/">'),
        ('<a href="./">', '<a href="../../../en/technologies/ai/">'),
        ('<a href="">', '<a href="../../../en/technologies/ai/">'),
        ('<a href="../../data/cases.csv">', '<a href="../../../en/data/cases.csv">'),
        ('<img src="../../../assets/a.png">', '<img src="../../../assets/a.png">'),
        ('<a href="https://example.org/#a">', '<a href="https://example.org/#a">'),
        ('<a href="mailto:a@b.c">', '<a href="mailto:a@b.c">'),
        ('<script type="x">{"a": "</p>"}</script>\n<p>', "<p>"),
        ('<code>an id="a"</code> href="b"', '<code>an id="a"</code> href="b"'),
        ("<b> url(#a)</b>", "<b> url(#a)</b>"),
    ],
)
def test_ids_and_links_of_a_block_hold_on_the_other_page(html: str, expected: str) -> None:
    assert moved(html) == expected


def test_links_hold_where_addresses_end_with_html() -> None:
    assert (
        moved('<a href="../about.html#a">', "fr/technologies/ai.html") == '<a href="../../fr/about.html#a">'
    )


def test_a_heading_loses_its_element_and_keeps_its_level() -> None:
    heading, block = cells_of([HEADING, Unit("3", "uses", "item", "<ul><li>A</li></ul>")], URL)
    assert heading == Cell("", "uses", "heading", "The <em>uses</em>", 2)
    assert block == Cell("3", "uses", "item", "<ul><li>A</li></ul>", 0)


def test_the_page_has_the_path_of_its_chapter() -> None:
    assert address_of("en/technologies/ai/") == "../../../both/technologies/ai/"
    assert address_of("fr/") == "../both/"
    assert address_of("fr/about.html") == "../both/about.html"
    assert path_of("both/technologies/ai/") == "both/technologies/ai/index.html"
    assert path_of("both/about.html") == "both/about.html"


def column(language: str, cells: Sequence[Cell], **fields: object) -> Column:
    return Column(f"{language}/a/", f"Title {language} <b>", cells, **fields)  # type: ignore[arg-type]


def cells(language: str, *more: Cell) -> list[Cell]:
    return [
        Cell("", "a", "heading", f"A {language}", 1),
        Cell("1", "a", "paragraph", f"<p>one {language}</p>"),
        Cell("", "b", "heading", f"B {language}", 2),
        Cell("2", "b", "item", f"<ul><li>two {language}</li></ul>"),
        *more,
    ]


def test_a_column_is_the_same_after_it_was_handed_over() -> None:
    given = column("en", cells("en"), styles=["x.css"], notice="New", notices={"b": "Changed"})
    assert Column.unpacked(given.packed()) == given


def test_a_long_column_is_compressed_meanwhile() -> None:
    given = column("en", [Cell("1", "", "paragraph", "<p>é</p>" * LONG)], styles=[])
    assert len(given.packed()) < LONG
    assert Column.unpacked(given.packed()) == given


def page_of(knowledge: Knowledge, *columns: Column) -> Element:
    return read(side_by_side(knowledge, columns))


def rows(page: Element) -> list[list[str]]:
    """Return the words of each row: its number, its languages, its texts."""
    found = []
    for row in page.one("main").each():
        parts = [each for each in row.children if isinstance(each, Element) and "lang" in each.attributes]
        if parts and "both-cell" in parts[0].attributes.get("class", ""):
            found.append([row.attributes.get("id", ""), *(part.words for part in parts)])
            assert [part.attributes["lang"] for part in parts] == ["en", "fr"]
    return found


def test_each_row_holds_a_block_in_both_languages(small_knowledge: Knowledge) -> None:
    page = page_of(small_knowledge, *(column(each, cells(each)) for each in BOTH))
    assert rows(page) == [
        ["a", "A en", "A fr"],
        ["p1", "one en", "one fr"],
        ["b", "B en", "B fr"],
        ["p2", "two en", "two fr"],
    ]
    assert [link.attributes["href"] for link in page.all("a", class_="both-number")] == ["#p1", "#p2"]
    assert [page.one("h1").words, page.one("main").one("h2").words] == ["A en A fr", "B en B fr"]


def test_what_one_language_lacks_leaves_its_place_empty(small_knowledge: Knowledge) -> None:
    english = column("en", cells("en", Cell("", "b", "other", "<hr>")))
    french = column("fr", [*cells("fr")[:2], Cell("", "a", "other", "<p>more</p>"), *cells("fr")[2:]])
    assert rows(page_of(small_knowledge, english, french)) == [
        ["a", "A en", "A fr"],
        ["p1", "one en", "one fr"],
        ["", "", "more"],
        ["b", "B en", "B fr"],
        ["p2", "two en", "two fr"],
        ["", "", ""],
    ]


def test_a_section_that_stands_twice_has_its_id_once(small_knowledge: Knowledge) -> None:
    again = Cell("", "b", "heading", "B", 2)
    page = page_of(small_knowledge, *(column(each, cells(each, again)) for each in BOTH))
    assert [each.attributes.get("id") for each in page.one("main").all("h2")] == ["b", None]


def test_what_a_draft_says_of_a_section_stands_below_its_heading(small_knowledge: Knowledge) -> None:
    said = {each: {"b": f"Changed {each} {HOSTILE}"} for each in BOTH}
    page = page_of(
        small_knowledge,
        *(column(each, cells(each), notices=said[each], notice=f"New {each}") for each in BOTH),
    )
    state = page.one("div", class_="both-state")
    assert [(each.attributes["lang"], each.words) for each in state.all("p")] == [
        (each, said[each]["b"]) for each in BOTH
    ]
    assert [each.words for each in page.one("div", class_="both-about").all("strong")] == ["New en", "New fr"]
    html = side_by_side(small_knowledge, [column(each, cells(each), notices=said[each]) for each in BOTH])
    assert re.search(r"</h2>\s*<div[^>]*both-state", html)


def test_titles_come_out_as_text_and_both_chapters_are_linked(small_knowledge: Knowledge) -> None:
    page = page_of(small_knowledge, *(column(each, cells(each), styles=["x.css"]) for each in BOTH))
    assert page.one("title").words.startswith("Title en <b> / Title fr <b> (")
    names = page.one("div", class_="both-names").all("a")
    assert [(each.attributes["href"], each.attributes["hreflang"]) for each in names] == [
        ("../../en/a/", "en"),
        ("../../fr/a/", "fr"),
    ]
    sheets = [each.attributes["href"] for each in page.all("link", rel="stylesheet")]
    assert sheets == [f"../../assets/{name}.css" for name in ("site", "x", "edition", "side-by-side")]
    assert [each.attributes["content"] for each in page.all("meta", name="robots")] == ["noindex"]
    assert page.all("script") == []


def test_dark_colours_are_those_of_the_site(root: Path) -> None:
    css = (root / "docs" / "assets" / "side-by-side.css").read_text(encoding="utf-8")
    dark = re.search(r"@media \(prefers-color-scheme: dark\) \{\s*body\.both \{([^}]*)\}", css)
    assert dark
    site = variables((root / "docs" / "assets" / "site.css").read_text(encoding="utf-8"), "slate")
    assert dict(re.findall(r"(--[\w-]+): (#\w+);", dark[1])) == site
    assert "#" not in re.sub(r"/\*.*?\*/", "", css.replace(dark[0], ""), flags=re.DOTALL)
