"""What the Markdown of a chapter may not hold."""

from __future__ import annotations

import pytest

from study.chapters import Chapter
from study.markup import front_matter_problems, markup_problems

FRONT = "---\ndescription: A page.\n---\n"


def said(body: str) -> list[str]:
    """Return what is said of a chapter's body."""
    found = markup_problems(Chapter("a.md", "en", "a.md", f"{FRONT}{body}\n"))
    return [str(problem).removeprefix("a.md:") for problem in found]


@pytest.mark.parametrize(
    "body",
    [
        "a < b and c > d, 3<5, <3",
        "`<b>` and ``a ` <b>``",
        "```html\n<script>\n```",
        "~~~\n<script>\n``` \n~~~",
        "[a](b.md) [c](../d.md#e) [f](#g) [h](https://example.org/i?j=k) ![l](m.png)",
        "## A {: #a }",
        "**a**{: .b }",
        'Said.{{ cite("a", page="1") }}',
        "one\n\n---\n\ntwo",
        "| a |\n|---|\n| b |",
        "- a\n- b",
        "[^1]: a note",
        "&lt;b&gt;",
        "Œuvre « été »",
    ],
)
def test_markdown_passes(body: str) -> None:
    assert said(body) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a <script>alert(1)</script>", '4:3: "<script" is HTML; chapters are Markdown and macros only'),
        ("<SCRIPT SRC=x>", '4:1: "<SCRIPT SRC=x" is HTML'),
        ("</div>", '4:1: "</div" is HTML'),
        ("<img\nsrc=x onerror=alert(1)>", '4:1: "<img" is HTML'),
        ("<!-- a -->", '4:1: "<!-- a --" is HTML'),
        ("<!DOCTYPE html>", '4:1: "<!DOCTYPE html" is HTML'),
        ("<?php ?>", '4:1: "<?php ?" is HTML'),
        ("<javascript:alert(1)>", '4:1: "<javascript:alert(1)" is HTML'),
        ("`a\n<b>`", '5:1: "<b" is HTML'),
        ("`a\n\n<script>\n\nb`", '6:1: "<script" is HTML'),
        ("```a\n<b>", "4:1: this code block is never closed; expected the same line again"),
        ("```\na\n~~~\n", "4:1: this code block is never closed; expected the same line again"),
        ("[a](javascript:alert(1))", '4:5: "javascript:alert" is no address; expected a page such as ../glossary.md'),
        ("[a](\njavascript:x)", '5:1: "javascript:x" is no address'),
        ("[a](<javascript:x>)", '4:5: "<javascript:x>" is no address'),
        ("[a](&#106;avascript:x)", '4:5: "&#106;avascript:x" is no address'),
        ("[a](data:text/html,b)", '4:5: "data:text/html,b" is no address'),
        ("[a][b]\n\n[b]: javascript:x", '6:6: "javascript:x" is no address'),
        ('a {: onclick="b" }', '4:3: "{: onclick="b" }" sets an attribute; expected an id only, such as {: #id }'),
        ("**a**{ style=b }", '4:6: "{ style=b }" sets an attribute'),
        ("a\n===", "5:1: this line makes a heading of the line above; write headings with #"),
        ("a\n---\n", "5:1: this line makes a heading of the line above; write headings with #"),
        ("a\x0cb", "4:2: the character U+000C is not allowed; remove it"),
        ("a\u2028b", "4:2: the character U+2028 is not allowed; remove it"),
        ("a\ue000b", "4:2: the character U+E000 is not allowed; remove it"),
    ],
)  # fmt: skip
def test_other_markup_is_said_with_its_place(body: str, message: str) -> None:
    assert [line for line in said(body) if line.startswith(message)]


def said_of_front(text: str) -> list[str]:
    """Return what is said of a chapter's front matter."""
    found = front_matter_problems(Chapter("a.md", "en", "a.md", text))
    return [str(problem).removeprefix("a.md:") for problem in found]


@pytest.mark.parametrize(
    "front",
    [
        "description: A page.",
        "description: 'A : b'\nupdated: 2026-01-31\nhide: [toc]",
        "description: a’b « c »",
    ],
)
def test_front_matter_with_a_description_passes(front: str) -> None:
    assert said_of_front(f"---\n{front}\n---\n# A\n") == []


EXPECTED = "expected a line ---, then description: with one sentence, then a line ---"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# A\n", f"1:1: does not start with front matter; {EXPECTED}"),
        ("template: x.html\n\n# A\n", f"1:1: does not start with front matter; {EXPECTED}"),
        ("---\ndescription: x\n# A\n", f"1:1: does not start with front matter; {EXPECTED}"),
        ("---\n---\n# A\n", "1:1: the file is empty; expected records"),
        ("---\nhide: [toc]\n---\n", f"1:1: has no description; {EXPECTED}"),
        ("---\n- a\n---\n", f"1:1: has no description; {EXPECTED}"),
        ("---\ndescription: [a]\n---\n", f"1:1: has no description; {EXPECTED}"),
        ("---\ndescription: a\ntemplate: b\n---\n", "3:1: template: is not used here; expected description, updated or hide"),
        ("---\ndescription: a\nhid: b\n---\n", '3:1: hid: is not used here; expected description, updated or hide; did you mean "hide"?'),
        ("---\ndescription: a\ncite: b\n---\n", "3:1: cite: is not used here; expected description, updated or hide"),
        ("---\ndescription: <script>\n---\n", "2:1: description: holds <; expected a sentence without markup"),
        ("---\ndescription: 'a \"b\"'\n---\n", '2:1: description: holds "; expected a sentence without markup'),
        ("---\ndescription: '{{ 7*7 }}'\n---\n", "2:1: description: holds {; expected a sentence without markup"),
        ("---\ndescription: a: b\n---\n", "2:15: a second colon on this line; put the text in quotes"),
        ("---\na: &a [x]\nb: *a\n---\n", "2:4: anchors (&name) are not allowed"),
        ("---\ndescription: a\ndescription: b\n---\n", '3:1: the field "description" stands here twice'),
    ],
)  # fmt: skip
def test_other_front_matter_is_said_with_its_place(text: str, message: str) -> None:
    [line] = said_of_front(text)
    assert line.startswith(message)
