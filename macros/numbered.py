"""Numbers of paragraphs in the HTML of a chapter: what they stand at, and the chapter in blocks.

Paragraphs, items, tables and code of the page (macros/chapter_html.py) are the units of
`study.blocks`, in the same order; their numbers are those of `study.paragraphs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.chapter_html import HEADERLINK, ID, Piece, pieces
from macros.pages import ReportPage
from macros.rendering import render_repeated
from study.chapter_numbers import numbers_of
from study.paragraphs import Numbered
from study.problems import Problem, ReportError

__all__ = ["Unit", "blocks_of", "numbers_of", "units_of", "with_numbers"]

ELEMENTS = {"item": "li", "table": "table", "code": "pre"}  # of a kind; all others are paragraphs
SLOT = "\ue010"  # stands for a block in what is around it; no text of the report holds it
TEXT = frozenset({"paragraph", "item"})  # have their number in them, others beside them


@dataclass(frozen=True)
class Unit:
    """A block of a chapter by itself, before terms get their buttons; what macros made is put in.

    A heading (kind "heading") and what else has no number (kind "other") have an empty number. An
    item has its list around it, a paragraph of an admonition or quote its box.
    """

    number: str
    section: str  # id of the heading it stands under, or that it is
    kind: str
    html: str


def with_numbers(page: ReportPage, content: str, numbers: Sequence[Numbered]) -> str:
    """Return `content`, the HTML of Markdown, with an id and a number at each unit.

    Raises ReportError if it has other units than the numbers are of.
    """
    made, last = [], 0
    for piece, numbered in _matched(page, content, numbers):
        if numbered is not None:
            made += [content[last : piece.start], _numbered(page, content, piece, numbered)]
            last = piece.end
    return "".join([*made, content[last:]])


def units_of(page: ReportPage, content: str, numbers: Sequence[Numbered]) -> list[Unit]:
    """Return what has a number, in order. Raises ReportError as `with_numbers` does."""
    return [row for row in blocks_of(page, content, numbers) if row.number]


def blocks_of(page: ReportPage, content: str, numbers: Sequence[Numbered]) -> list[Unit]:
    """Return all blocks of a chapter, headings among them. Raises ReportError as `with_numbers` does."""
    return [_row(page, content, piece, numbered) for piece, numbered in _matched(page, content, numbers)]


def _row(page: ReportPage, content: str, piece: Piece, numbered: Numbered | None) -> Unit:
    inner = content[piece.start : piece.end]
    if piece.is_heading:
        inner = HEADERLINK.sub("", inner)
    if piece.around:
        box = render_repeated(page.knowledge.root, "block-alone", around=piece.around, inner=SLOT)
        inner = box.replace(SLOT, inner)
    kind = numbered.kind if numbered else "heading" if piece.is_heading else "other"
    return Unit(numbered.number if numbered else "", piece.section, kind, page.parts.put_into(inner))


def _numbered(page: ReportPage, content: str, piece: Piece, numbered: Numbered) -> str:
    beside = numbered.kind not in TEXT
    opening = render_repeated(
        page.knowledge.root,
        "paragraph-number",
        name="div" if beside else piece.name,
        attributes="" if beside else Markup(piece.attributes),  # noqa: S704  (Markdown's)
        has_id="" if beside or not ID.search(piece.attributes) else "yes",
        number=numbered.number,
        label=page.words("paragraph", "label", number=numbered.number),
    )
    if beside:
        html = [Markup(each) for each in (opening, content[piece.start : piece.end])]  # noqa: S704  (Markdown's)
        return page.html("figure-numbered", opening=html[0], inner=html[1])
    return opening + content[piece.inside : piece.end]


def _matched(
    page: ReportPage, content: str, numbers: Sequence[Numbered]
) -> Iterator[tuple[Piece, Numbered | None]]:
    """Yield each block with its number, if it gets one."""
    found = pieces(content)
    here = [(each.section, each.name) for each in found if each.is_unit]
    expected = [(each.section, ELEMENTS.get(each.kind, "p")) for each in numbers]
    if here != expected:
        raise ReportError([_difference(page, here, expected)])
    following = iter(numbers)
    for piece in found:
        yield piece, next(following) if piece.is_unit else None


def _difference(page: ReportPage, here: list[tuple[str, str]], expected: list[tuple[str, str]]) -> Problem:
    count = next(
        (at for at, (one, other) in enumerate(zip(here, expected, strict=False)) if one != other),
        min(len(here), len(expected)),
    )
    section = [*here, *expected][count][0] if count < max(len(here), len(expected)) else ""
    message = (
        f"#{section}: Markdown makes other paragraphs of it than the report counts: {len(here)} on the page, "
        f"{len(expected)} with a number, different from no. {count + 1} on; write this section more simply"
    )
    return Problem(page.name, 0, 0, message)
