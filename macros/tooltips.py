"""Glossary notes in running text: the first occurrence of a term in each section opens its definition.

Works without a script: a button opens a popover (HTML Living Standard, §6.12), by mouse, keyboard
or touch, and the popover leads to the glossary entry.
"""

from __future__ import annotations

import html
import re

from markupsafe import Markup

from macros.glossary import term_address, term_view
from macros.pages import ReportPage
from macros.parts import CLOSING, OPENING
from macros.rendering import render_repeated
from study.terms import Spellings, spellings

TAG = re.compile(r"(<[^>]+>)")
NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
SILENT = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "button", "abbr", "script", "style"}
)
# Buttons with the characters around them up to the next breaking space or part: l’…, (…), …».
BESIDE = rf"[^ \n\t<>{OPENING}{CLOSING}]*"
ATTACHED = re.compile(rf"(?:{BESIDE}<button [^>]*>[^<]*</button>{BESIDE})+")
SECTIONS = frozenset({"h1", "h2"})


def with_tooltips(page: ReportPage, content: str) -> str:
    """Return `content`, the HTML of Markdown, with buttons on terms and their notes at its end."""
    known = spellings(page.knowledge, page.language)
    used: dict[str, None] = {}
    seen: set[str] = set()
    silent = 0
    pieces = TAG.split(content)
    for place, piece in enumerate(pieces):
        if place % 2:
            name = NAME.match(piece)
            tag = name[1].lower() if name else ""
            if tag in SECTIONS and not piece.startswith("</"):
                seen = set()
            if tag in SILENT and not piece.endswith("/>"):
                silent += -1 if piece.startswith("</") else 1
        elif not silent and piece.strip():
            pieces[place] = _marked(page, known, piece, seen, used)
    if not used:
        return content
    terms = [(term_view(page, page.knowledge.term[key]), term_address(page, key)) for key in used]
    return "".join(pieces) + "\n" + page.html("term-notes", terms=terms)


def _marked(page: ReportPage, known: Spellings, text: str, seen: set[str], used: dict[str, None]) -> str:
    def button(found: re.Match[str]) -> str:
        written = html.unescape(found.group())
        key = known.key(re.sub("[\u00a0\n]", " ", written).replace("'", "’"))
        if key is None or key in seen:
            return found.group()
        seen.add(key)
        used[key] = None
        return render_repeated(page.knowledge.root, "term-button", key=key, text=written)

    return ATTACHED.sub(lambda run: _together(page, run), known.pattern.sub(button, text))


def _together(page: ReportPage, run: re.Match[str]) -> str:
    """Return a run of buttons and what touches them as one: a line may break around a button alone."""
    if run.group().startswith("<") and run.group().endswith(">"):
        return run.group()
    inside = Markup(run.group())  # noqa: S704  (text of the page, escaped by Markdown)
    return render_repeated(page.knowledge.root, "unbroken", content=inside)
