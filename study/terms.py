"""How running text is searched for the terms of the glossary, in one language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from study.knowledge import Knowledge


@dataclass(frozen=True)
class Spellings:
    """How running text is searched for terms in one language."""

    pattern: re.Pattern[str]
    term: dict[str, str]  # spelling, its first letter in lower case → id of the term

    def key(self, found: str) -> str | None:
        """Return the id of the term written as `found`."""
        return self.term.get(found) or self.term.get(found[:1].lower() + found[1:])


@cache
def _spellings(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Spellings:
    owner: dict[str, str | None] = {}
    for key, spellings in terms:
        for spelling in spellings:
            taken = spelling in owner and owner[spelling] != key
            owner[spelling] = None if taken else key
    clear = {spelling: key for spelling, key in owner.items() if key}
    longest_first = sorted(clear, key=lambda spelling: (-len(spelling), spelling))
    either = "|".join(_either_case(spelling) for spelling in longest_first)
    return Spellings(re.compile(rf"(?<![\w&#-])(?:{either})(?![\w-])"), clear)


def _either_case(spelling: str) -> str:
    """Return a pattern for a spelling that may begin a sentence; its spaces may be unbreakable."""
    written = html.escape(spelling, quote=False)
    first = written[0]
    opening = f"[{first.lower()}{first.upper()}]" if first.isalpha() and first.islower() else re.escape(first)
    rest = re.escape(written[1:]).replace(r"\ ", "[ \u00a0\n]").replace("’", "[’']")
    return opening + rest


def spellings(knowledge: Knowledge, language: str, *, all_terms: bool = False) -> Spellings:
    """Return how to find terms in `language`; a spelling that two terms share is left alone.

    Terms without a tooltip are found only where `all_terms` asks for them.
    """
    return _spellings(
        tuple(
            (term.id, tuple(term.spellings(language)))
            for term in knowledge.glossary
            if term.tooltip or all_terms
        )
    )
