"""Claims of a technology chapter: a paragraph with a figure names the source that the figure comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.blanking import blank
from study.chapters import CALL, Chapter, is_technology
from study.problems import Problem, shown

PARAGRAPH = re.compile(r"(?:^(?![ \t]*$).*\n?)+", re.MULTILINE)
HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)
# figures that are no claim: names of technologies, list numbers, link targets
NO_FIGURE = re.compile(r"\b[2345]D\b|\b[3-6]G\b|^\s*\d+\. |\]\([^()\n]*\)", re.MULTILINE)


def claim_problems(chapter: Chapter) -> Iterator[Problem]:
    """Return a problem for each paragraph, list or table with a digit and no citation."""
    if not is_technology(chapter.page):
        return
    for paragraph in PARAGRAPH.finditer(chapter.text, chapter.body_offset):
        text = paragraph.group()
        if HEADING.match(text) or "cite(" in text:
            continue
        figure = re.search(r"\d[\d.,]*", NO_FIGURE.sub(blank, CALL.sub(blank, text)))
        if figure:
            place = chapter.place(paragraph.start() + figure.start())
            yield Problem(
                chapter.name,
                *place,
                f'{shown(figure.group())} stands in a paragraph without a source; expected {{{{ cite("source-id") }}}} after the claim',
            )
