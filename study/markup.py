"""What the Markdown of a chapter may not hold: HTML, attributes, foreign links, unread front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.blanking import blank
from study.chapters import CALL, FENCE, Chapter
from study.documents import problem_at
from study.models.values import CONTROL
from study.problems import Problem, ReportError, listed, shown, suggestion
from study.reading import parse_yaml

HTML = re.compile(r"<(?:/?[a-zA-Z]|[!?])[^>\n]*")
CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)")
ATTRIBUTE = re.compile(r"\{:?[^{}\n]*=[^{}\n]*\}?")
LINK = re.compile(r"(?:\]\(|^ {0,3}\[(?!\^)[^\]\n]+\]:)\s*([^()\s]*)", re.MULTILINE)
TARGET = re.compile(r"https?://[^\s<>\"'&;]+|[\w./-]*(?:#[\w.-]*)?")
UNDERLINED = re.compile(r"(?<=[^\n])\n(?:=+|-+)[ \t]*$", re.MULTILINE)
FRONT_MATTER = ("description", "updated", "hide")
UNSAFE = re.compile(r"[<>\"{}]")  # the theme prints the description as it stands


def markup_problems(chapter: Chapter) -> Iterator[Problem]:
    """Return a problem for each piece of markup that a chapter may not hold."""
    body, open_fence = _without_code(chapter)
    if open_fence:
        yield Problem(
            chapter.name, open_fence, 1, "this code block is never closed; expected the same line again"
        )
    for found in HTML.finditer(body):
        message = f"{shown(found.group())} is HTML; chapters are Markdown and macros only (write &lt; for the sign itself)"
        yield Problem(chapter.name, *chapter.place(found.start()), message)
    for found in LINK.finditer(body):
        if not TARGET.fullmatch(found[1]):
            message = f"{shown(found[1])} is no address; expected a page such as ../glossary.md, or https://…"
            yield Problem(chapter.name, *chapter.place(found.start(1)), message)
    for found in ATTRIBUTE.finditer(CALL.sub(blank, body)):
        message = f"{shown(found.group())} sets an attribute; expected an id only, such as {{: #id }}"
        yield Problem(chapter.name, *chapter.place(found.start()), message)
    for found in UNDERLINED.finditer(body):
        message = (
            "this line makes a heading of the line above; write headings with #, rules after an empty line"
        )
        yield Problem(chapter.name, *chapter.place(found.start() + 1), message)
    for found in CONTROL.finditer(chapter.text):
        if found.group() != "\n":
            message = f"the character U+{ord(found.group()):04X} is not allowed; remove it"
            yield Problem(chapter.name, *chapter.place(found.start()), message)


def front_matter_problems(chapter: Chapter) -> Iterator[Problem]:
    """Return what is wrong between the two `---` at the top; what stands there also steers MkDocs."""
    expected = "expected a line ---, then description: with one sentence, then a line ---"
    if not chapter.body_offset:
        yield Problem(chapter.name, 1, 1, f"does not start with front matter; {expected}")
        return
    try:
        fields = parse_yaml("\n" + chapter.front_matter, chapter.name)
    except ReportError as error:
        yield from error.problems
        return
    if not isinstance(fields, dict) or not isinstance(fields.get("description"), str):
        yield Problem(chapter.name, 1, 1, f"has no description; {expected}")
        return
    for field in fields:
        if field not in FRONT_MATTER:
            message = f"is not used here; expected {listed(FRONT_MATTER)}{suggestion(field, FRONT_MATTER)}"
            yield problem_at(chapter.name, fields, (field,), message)
    if found := UNSAFE.search(fields["description"]):
        message = (
            f"holds {found.group()}; expected a sentence without markup, with typographic quotation marks"
        )
        yield problem_at(chapter.name, fields, ("description",), message)


def _without_code(chapter: Chapter) -> tuple[str, int]:
    """Return the text with front matter and code blanked out, and the line of a fence that stays open."""
    lines, fence, opened = [], "", 0
    head = chapter.text[: chapter.body_offset]
    for number, line in enumerate(chapter.text[chapter.body_offset :].split("\n"), head.count("\n") + 1):
        mark = FENCE.match(line)
        ends = (
            bool(mark) and line.strip() == mark.group(1) and mark.group(1).startswith(fence)
            if mark
            else False
        )
        if fence or mark:
            lines.append(" " * len(line))
            if not fence and mark:
                fence, opened = mark.group(1), number
            elif ends:
                fence, opened = "", 0
        else:
            lines.append(CODE.sub(blank, line))
    return re.sub(r"[^\n]", " ", head) + "\n".join(lines), opened
