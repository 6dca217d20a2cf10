"""How running text is searched for the terms of the glossary, in one language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache

from study.knowledge import Knowledge
from study.models.registers import Term


@dataclass(frozen=True)
class Spellings:
    """How running text is searched for terms in one language."""

    pattern: re.Pattern[str]
    term: dict[str, str]  # spelling, its first letter in lower case → id of the term

    def key(self, found: str) -> str | None:
        """Return the id of the term written as `found`."""
        return self.term.get(found) or self.term.get(found[:1].lower() + found[1:])


# a space may be unbreakable, an apostrophe straight
ANY_OF = {" ": "[ \u00a0\n]", "’": "[’']"}

_last: dict[tuple[str, bool], tuple[list[Term], Spellings]] = {}  # asked for at every page


@cache
def _spellings(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Spellings:
    owner: dict[str, str | None] = {}
    for key, spellings in terms:
        for spelling in spellings:
            taken = spelling in owner and owner[spelling] != key
            owner[spelling] = None if taken else key
    clear = {spelling: key for spelling, key in owner.items() if key}
    either = _either([form for spelling in clear for form in _forms(spelling)])
    return Spellings(re.compile(rf"(?<![\w&#-])(?:{either})(?![\w-])"), clear)


Tree = dict[str, "Tree"]
END = ""


def _forms(spelling: str) -> list[list[str]]:
    """Return the patterns of each character of a spelling, and again as it may begin a sentence."""
    written = html.escape(spelling, quote=False)
    rest = [ANY_OF.get(sign) or re.escape(sign) for sign in written[1:]]
    first = written[0]
    openings = {first, first.upper()} if first.isalpha() and first.islower() else {first}
    return [[re.escape(opening), *rest] for opening in sorted(openings)]


def _either(forms: list[list[str]]) -> str:
    """Return a pattern for any of the forms, the longest that fits, as a tree of what they share.

    A list of some hundred alternatives would be tried one by one at each word of the report.
    """
    tree: Tree = {}
    for form in forms:
        node = tree
        for sign in form:
            node = node.setdefault(sign, {})
        node[END] = {}
    return _pattern(tree)


def _pattern(node: Tree) -> str:
    branches = [sign + _pattern(below) for sign, below in node.items() if sign != END]
    if not branches:
        return ""
    if len(branches) == 1 and END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if END in node else "")


def spellings(knowledge: Knowledge, language: str, *, all_terms: bool = False) -> Spellings:
    """Return how to find terms in `language`; a spelling that two terms share is left alone.

    Terms without a tooltip are found only where `all_terms` asks for them.
    """
    last = _last.get((language, all_terms))
    if last is None or last[0] is not knowledge.glossary:
        terms = [term for term in knowledge.glossary if term.tooltip or all_terms]
        found = _spellings(tuple((term.id, tuple(term.spellings(language))) for term in terms))
        _last[language, all_terms] = last = (knowledge.glossary, found)
    return last[1]
