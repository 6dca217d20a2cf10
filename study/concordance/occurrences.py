"""Which terms of the glossary stand in a text, and whether a form of one term does."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from study.blanking import blank
from study.models.registers import Term
from study.terms import Spellings
from study.typography import KEPT, may_hold_kept

TERM_CALL = re.compile(r"""\{\{\s*term\(\s*["']([\w-]+)["'][^{}]*\}\}""")
ABBREVIATION = re.compile(r"[A-Z].*[A-Z]")  # its capitals tell it from a word
# "cloud-based" names the cloud; elsewhere a hyphen makes another word
COMPOUND = re.compile(
    r"-(?=(?:assisted|based|driven|enabled|generated|powered|ready|related|supported|to|using)\b)"
)


@dataclass(frozen=True)
class Occurrence:
    """Where a term stands first in a text: as it is written, and how many lines further down.

    `called` says that a macro names it by its id, so that no other word can be meant.
    """

    written: str
    lines: int
    called: bool = False


def occurrences(text: str, known: Spellings) -> dict[str, Occurrence]:
    """Return the terms of a text by id; the longest term wins, and what is no running text is left out."""
    found: dict[str, Occurrence] = {}
    if "term(" in text:
        for call in TERM_CALL.finditer(text):
            found.setdefault(call[1], Occurrence(call[1], text.count("\n", 0, call.start()), called=True))
    plain = running(text)
    for each in known.pattern.finditer(plain):
        written = " ".join(html.unescape(each.group()).replace("'", "’").split())
        key = known.key(written)
        if key and key not in found:
            found[key] = Occurrence(written, plain.count("\n", 0, each.start()))
    return found


def running(text: str) -> str:
    """Return a text without code, calls, ids and link targets, each replaced by as many spaces."""
    if may_hold_kept(text) or "{" in text:
        text = KEPT.sub(blank, text)
    return html.escape(COMPOUND.sub(" ", text), quote=False)  # as the pattern of terms is written


def stands_in(text: str, term: Term, language: str) -> bool:
    """Return whether any form of a term stands in a text, be it in a name or inside a longer term.

    This is what the other language asks for: a form that two terms share answers for both.
    """
    return _forms(tuple(term.spellings(language))).search(running(text)) is not None


@cache
def _forms(spellings: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the forms of one term; names of systems and acts write it with capitals."""
    exact = [re.escape(html.escape(each, quote=False)) for each in spellings]
    words = [form if ABBREVIATION.search(form) else f"(?i:{form})" for form in exact]
    spaced = "|".join(words).replace(r"\ ", r"\s+").replace("’", "[’']")
    return re.compile(rf"(?<![\w&#-])(?:{spaced})(?![\w-])")
