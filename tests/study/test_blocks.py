"""The blocks of a chapter are those that Python-Markdown makes of it, with what the site adds."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from mkdocs.utils.yaml import yaml_load

from study.blocks import KINDS, Block, normalised, sections, units
from study.calls import MACROS
from study.chapters import CALL, Chapter, pages, read_chapter

ROOT = Path(__file__).resolve().parents[2]
Outline = list[Any]


def chapter(text: str) -> Chapter:
    return Chapter("docs/en/a.md", "en", "a.md", text)


def extensions() -> dict[str, dict[str, Any]]:
    """The extensions of the site, without the marks they add to headings."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        written = yaml_load(file)["markdown_extensions"]
    named = [each if isinstance(each, dict) else {each: {}} for each in written]
    return {name: settings for each in named for name, settings in each.items() if name != "toc"}


CONVERTER = markdown.Markdown(extensions=list(extensions()), extension_configs=extensions())


def rendered(text: str) -> Outline:
    """What Python-Markdown makes of a text: each element's name, and how much is in it."""
    CONVERTER.reset()
    made = CONVERTER.convert(CALL.sub("x", text))
    return [outline for element in html.fragment_fromstring(made, "body") for outline in of_element(element)]


def of_element(element: html.HtmlElement) -> Outline:
    inner = [outline for child in element for outline in of_element(child)]
    match element.tag:
        case "ul" | "ol":
            return [
                (element.tag, [[each for each in of_element(item) if each[0] != "p"] for item in element])
            ]
        case "li":
            return inner
        case "table":
            rows = element.findall(".//tr")
            return [("table", len(rows), len(rows[0]))]
        case "div" if element.get("class", "").startswith("admonition"):
            title = element.find("p[@class='admonition-title']") is not None
            return [("admonition", element.get("class").split()[1], inner[1:] if title else inner)]
        case "div" if element.get("class") == "footnote":
            return []
        case "div" | "pre":
            return [("pre",)]
        case "blockquote":
            return [("blockquote", inner)]
        case "p" | "hr" | "dl" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return [(element.tag,)]
        case _:
            return []


TAGS = {"paragraph": "p", "macro": "p", "image": "p", "code": "pre", "rule": "hr", "definitions": "dl"}


def of_block(block: Block) -> Outline:
    match block.kind:
        case "list":
            items = [inside(item) for item in block.parts]
            kind = "ol" if block.detail == "ordered" else "ul"
            return [(kind, [[each for each in item if each[0] != "p"] for item in items])]
        case "table":
            return [("table", len(block.parts), len(block.parts[0].parts))]
        case "admonition":
            return [("admonition", block.detail, inside(block))]
        case "quote":
            return [("blockquote", inside(block))]
        case "heading":
            return [(f"h{block.detail}",)]
        case "footnote" | "reference":
            return []
        case kind:
            return [(TAGS[kind],)]


def inside(block: Block) -> Outline:
    return [outline for part in block.parts for outline in of_block(part)]


def read(text: str) -> Outline:
    text = text if text.startswith("---\nd") else f"---\ndescription: A.\n---\n{text}"
    return [
        each for section in sections(chapter(text)) for block in section.blocks for each in of_block(block)
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_chapter_has_the_blocks_that_the_site_shows(root: Path, language: str) -> None:
    for page in pages(root, language):
        real = read_chapter(root, language, page)
        assert read(real.text) == rendered(real.text[real.body_offset :]), page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_headings_are_those_that_every_other_check_knows(root: Path, language: str) -> None:
    for page in pages(root, language):
        real = read_chapter(root, language, page)
        headings = [(each.level, each.id, each.line) for each in real.headings]
        assert [(each.level, each.id, each.line) for each in sections(real) if each.level] == headings


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_unit_stands_where_it_says(root: Path, language: str) -> None:
    for page in pages(root, language):
        real = read_chapter(root, language, page)
        for unit in (unit for section in sections(real) for unit in units(section)):
            assert real.text[unit.start : unit.end].split() == unit.text.split()
            assert real.place(unit.start)[0] == unit.line


PIECES = (
    "Words.",
    "Words\nand more words",
    "## Heading",
    "- one\n- two",
    "- one\n\n- two",
    "* one\n    - below\n    - again\n* two",
    "1. one\n2. two\n   goes on",
    "- one\n\n    second paragraph\n\n    - below\n\n        lower",
    "- one\ngoes on\n    1. below",
    "- one\n\n    ```\n    - code\n    ```",
    "- one\n\n    | A | B |\n    | - | - |\n    | a | b |",
    "| A | B |\n| --- | ---: |\n| a | b |\n| c | `d|e` |",
    "A | B\n--|--\na \\| b | c",
    '| A |\n|---|\n| {{ term("a", "b|c") }} |',
    "!!! note\n    Inside.\n\n    - one\n    - two",
    '!!! warning "Title"\n\n    Inside.\n\n    > Said.\n\n    More.',
    '!!! tip ""\n    Inside.\noutside',
    "> Said\n> and more",
    "> Said\nlazily\n\n> again",
    "> - one\n> - two\n>\n> > deeper",
    "```yaml\n# no heading\n\n- no list\n```",
    "~~~\n```\n~~~",
    "    # code\n\n    - code",
    "---",
    "* * *",
    "Term\n:   Its meaning.\n\n    More of it.",
    "Term\n\n:   Its meaning.\n:   Another.",
    "![Picture](a.png)",
    '{{ cases(technology="ai") }}',
    '{{ cite("note") }}',
    "Said.[^1]\n\n[^1]: Where.\n\n    And why.",
    "A [link][it].\n\n[it]: https://example.org/",
    "2024. A year.\n\n-no list\n\n#hash\n\n1) no list",
    "- a\n\n  not inside",
    "**Bold** begins.",
)


@pytest.mark.parametrize("piece", PIECES)
def test_each_kind_of_block_is_read_as_it_is_shown(piece: str) -> None:
    assert read(piece) == rendered(piece)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([piece for piece in PIECES if "[" not in piece]), max_size=5))
@example(["- one\n- two", "1. one\n2. two\n   goes on"])
def test_any_blocks_one_after_the_other_are_read_as_they_are_shown(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)
    assert read(text) == rendered(text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='ab \n#>-*1.|:!`~[^]{}()"\t', max_size=80))
def test_any_text_is_read_whole_and_in_order(text: str) -> None:
    found = [block for section in sections(chapter(text)) for block in section.blocks]
    assert all(block.kind in KINDS for block in found)
    assert [block.start for block in found] == sorted(block.start for block in found)
    said = "".join(re.sub(r"\s", "", block.text) for block in found)
    body = chapter(text).text[chapter(text).body_offset :]
    assert said == re.sub(r"\s", "", body)


def test_a_macro_is_named_and_an_inline_one_alone_is_a_paragraph() -> None:
    (only,) = sections(chapter('{{ cases(technology="ai") }}\n\n{{ cite("note") }}\n\n{{ unknown() }}\n'))
    assert [(block.kind, block.detail) for block in only.blocks] == [
        ("macro", "cases"),
        ("paragraph", ""),
        ("macro", "unknown"),
    ]
    assert not MACROS["cite"].block


def test_a_table_has_rows_cells_and_the_alignment_of_its_columns() -> None:
    (only,) = sections(chapter("| A | B |\n|:--|:-:|\n| a | `b|c` |\n| d | {{ term('x', 'e|f') }} |\n"))
    (table,) = only.blocks
    assert table.detail == "left center"
    assert [[cell.text for cell in row.parts] for row in table.parts] == [
        ["A", "B"],
        ["a", "`b|c`"],
        ["d", "{{ term('x', 'e|f') }}"],
    ]
    assert [row.line for row in table.parts] == [1, 3, 4]
    assert table.parts[1].parts[1].start == 26


def test_what_gets_a_number_is_found_inside_admonitions_and_quotes_too() -> None:
    text = (
        "# A {: #a }\n\nOne.\n\n- two\n    - below\n- three\n\n---\n\n!!! note\n    Four.\n\n    - five\n\n"
        "> Six.\n\n| S |\n|---|\n| s |\n\n![Eight](a.png)\n\n{{ regions() }}\n\n```\nten\n```\n"
    )
    (only,) = sections(chapter(text))
    assert [unit.kind for unit in units(only)] == [
        "paragraph", "item", "item", "paragraph", "item", "paragraph", "table", "image", "macro", "code",
    ]  # fmt: skip
    assert units(only)[1].text == "two\n\n- below"


def test_white_space_front_matter_and_wrapping_do_not_count_and_everything_else_does() -> None:
    before = "---\ndescription: A.\n---\n# A {: #a }\n\nTwo words\nand more.\n"

    def hashed(text: str) -> list[str]:
        return [normalised(section) for section in sections(chapter(text))]

    assert hashed(before) == hashed(before.replace("description: A.", "description: B."))
    assert hashed(before) == hashed(before.replace("words\nand", "words \u00a0and").replace("\n\n", "\n\n\n"))
    for old, new in (("# A", "# B"), ("#a", "#b"), ("Two", "Ten"), ("words\nand", "words\n\nand")):
        assert hashed(before) != hashed(before.replace(old, new))


def test_text_before_the_first_heading_is_a_section_without_id() -> None:
    found = sections(chapter("Before.\n\n# A {: #a }\n\n## No id\n"))
    assert [(each.id, each.level, each.words, each.line) for each in found] == [
        ("", 0, "", 1),
        ("a", 1, "A", 3),
        ("", 2, "No id", 5),
    ]
    assert sections(chapter("")) == ()


def test_a_fence_that_stays_open_makes_code_of_the_rest() -> None:
    found = sections(chapter("# A {: #a }\n\n```\ncode\n\n## B {: #b }\n"))
    assert [(each.id, [block.kind for block in each.blocks]) for each in found] == [
        ("a", ["heading", "code"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000,
        "- " * 20_000,
        "> - " * 5_000,
        "    " * 5_000 + "- a",
        "`" * 20_000 + "\n",
        "|" * 20_000 + "\n" + "|-" * 20_000,
        "| a |\n| - |\n" + "| b |\n" * 5_000,
        "- a\n" * 10_000,
        "- a\n\n# b\n" * 5_000,
        "```\n\n~~~\n" * 5_000,
        "[" * 20_000 + "\n![" * 5_000,
        "{{ " * 10_000,
        "-  " * 10_000 + "x",
        "_" * 20_000 + "x",
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """A pattern that tries every way to divide such a text would not end in a lifetime."""
    assert sections(chapter(text))
