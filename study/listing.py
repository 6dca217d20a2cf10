"""The order in which lists show cases, and how a long list is divided into pages."""

from __future__ import annotations

from collections.abc import Iterable

from study.labels import Words, sort_key
from study.models.cases import Case
from study.repertory import Repertory
from study.selection import administrations_of

PAGE_LENGTH = 200  # cases; about 25 kB of a compressed page


def in_order(cases: Iterable[Case], repertory: Repertory, words: Words) -> list[Case]:
    """Return `cases` by the name of their first administration in the language of `words`, then by title."""

    def key(case: Case) -> tuple[str, str, str]:
        names = administrations_of(case, repertory.knowledge, words.language)
        return sort_key(names[0]), sort_key(case.title[words.language]), case.id

    return sorted(cases, key=key)


def divided(cases: list[Case], length: int = PAGE_LENGTH) -> list[list[Case]]:
    """Return `cases` in pages of at most `length`; an empty list makes one empty page."""
    return [cases[start : start + length] for start in range(0, len(cases), length)] or [[]]
