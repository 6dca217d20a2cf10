"""A chapter as its editor wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import Call, Chapter, Heading, is_technology, pages, read_chapter
from study.problems import ReportError


def chapter(body: str, front: str = "---\ndescription: x\n---\n") -> Chapter:
    return Chapter("docs/en/a.md", "en", "a.md", front + body)


def test_front_matter_is_what_stands_between_the_lines() -> None:
    assert chapter("").front_matter == "description: x\n"
    assert chapter("", "---\n---\n").front_matter == ""
    assert chapter("# A\n", "").front_matter == ""
    assert chapter("# A\n---\n", "---\nopen: x\n").body_offset == len("---\nopen: x\n# A\n---\n")


def test_a_chapter_tells_its_title_description_and_day() -> None:
    front = "---\ndescription: A page.\nupdated: 2026-01-31\n---\n"
    page = chapter("# On A {: #a }\n\n## B {: #b }\n", front)
    assert (page.title, page.description, page.updated) == ("On A", "A page.", "2026-01-31")


@pytest.mark.parametrize("front", ["", "---\n---\n", "---\na: b: c\n---\n", "---\n- a\n---\n"])
def test_a_chapter_without_front_matter_tells_nothing(front: str) -> None:
    page = chapter("", front)
    assert (page.title, page.description, page.updated, page.fields) == ("a.md", "", "", {})


def test_headings_are_those_outside_code() -> None:
    text = "# A {: #a }\n\n## B {:#b.c-1}\n\n```\n## no\n~~~\n## no\n```\n\n~~~ yaml\n## no\n~~~\n### C\n##D {: #d }\n"
    assert chapter(text).headings == [
        Heading(1, "A", "a", 4),
        Heading(2, "B", "b.c-1", 6),
        Heading(3, "C", None, 17),
        Heading(2, "D", "d", 18),
    ]


def test_a_call_has_arguments_and_a_place() -> None:
    [call] = chapter('Text.{{ cite("a", page="1", section="II") }}\n').calls
    assert call == Call("cite", ("a",), {"page": "1", "section": "II"}, 4, 6, alone=False)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("{{ sources() }}", True),
        ("{{ sources() }}\n", True),
        ("One.\n\n{{ sources() }}  \n\nTwo.", True),
        ("One.\n\n  {{ sources() }}\n\n", True),
        ("One.\n{{ sources() }}\n", False),
        ("{{ sources() }}\nTwo.", False),
        ("See {{ sources() }}", False),
        ("{{ sources() }}.", False),
    ],
)
def test_a_call_is_alone_if_it_fills_its_paragraph(text: str, alone: bool) -> None:
    [call] = chapter(text).calls
    assert call.alone is alone


@pytest.mark.parametrize(
    "call",
    [
        "{{ 7*7 }}",
        "{{ }}",
        "{{ cite }}",
        "{{ cite(source) }}",
        "{{ cite(1) }}",
        "{{ cite(*x) }}",
        "{{ cite(**x) }}",
        '{{ cite("a", page="1", page="2") }}',
        '{{ cite("a") | safe }}',
        '{{- cite("a") -}}',
        '{{{ cite("a") }}}',
        '{{ cite("\\x41") }}',
        '{{ cite(f"a") }}',
        '{{ cite(b"a") }}',
        '{{ "".__class__() }}',
        '{{ cite.__globals__("a") }}',
        '{{ cite("a"); cite("b") }}',
        "{{ cite(“a”) }}",
        "{{ x if y else z }}",
        "{{ " + "(" * 100_000 + " }}",
        "{{ " + "-" * 100_000 + "1 }}",
        "{{ cite(" + "[" * 9_000 + "]" * 9_000 + ") }}",
    ],
    ids=lambda call: call[:30],
)
def test_what_is_no_call_of_a_macro_is_said(call: str) -> None:
    page = chapter(f"One.\n\nTwo {call}\n")
    assert page.calls == []
    assert str(page.call_problems[0]).startswith('docs/en/a.md:6:5: "{{')
    assert "is not a macro call; expected a form such as {{ cite(" in str(page.call_problems[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for x in y %}", '"{%" is not used in chapters; expected text or a macro call'),
        (
            "## B {#b}",
            '"{#" starts a comment of the template language; write an id as {: #id }, with a colon',
        ),
        ("[[[# x", '"[[[#" starts a comment of the template language; write the signs apart'),
        ('{{ cite("a"', '"{{" is never closed; expected a macro call such as {{ cite("source-id") }}'),
        ("{{" * 50_000, '"{{" is never closed'),
    ],
    ids=lambda text: text[:20],
)
def test_the_template_language_is_not_used(text: str, said: str) -> None:
    [problem] = chapter(f"{text}\n").call_problems
    assert problem.message.startswith(said)


def test_a_call_that_is_never_closed_does_not_hide_the_next() -> None:
    page = chapter('{{ cite("a"\n\nText.{{ cite("b") }}\n')
    assert [call.arguments for call in page.calls] == [("b",)]
    assert len(page.call_problems) == 1


def test_a_chapter_is_read_with_any_line_ends(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "en" / "technologies"
    folder.mkdir(parents=True)
    (folder / "ai.md").write_bytes("---\r\ndescription: x\r\n---\r\n# É\r\n".encode())
    (folder.parent / "index.md").write_bytes(b"caf\xe9")
    assert pages(tmp_path, "en") == ["index.md", "technologies/ai.md"]
    assert read_chapter(tmp_path, "en", "technologies/ai.md").headings[0].line == 4
    with pytest.raises(ReportError, match=r"docs/en/index\.md:1:4: this byte is not UTF-8"):
        read_chapter(tmp_path, "en", "index.md")


def test_a_language_without_chapters_has_no_pages(tmp_path: Path) -> None:
    assert pages(tmp_path, "fr") == []


@pytest.mark.parametrize(
    ("page", "yes"),
    [
        ("technologies/ai.md", True),
        ("technologies/big-data.md", True),
        ("technologies/index.md", False),
        ("ai.md", False),
    ],
)
def test_a_technology_has_its_chapter_below_technologies(page: str, yes: bool) -> None:
    assert is_technology(page) is yes
