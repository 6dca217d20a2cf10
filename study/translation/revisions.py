"""Which texts a file for translators was made from, so that one of another revision can be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from study.translation.passages import Passage

OTHER = {"en": "fr", "fr": "en"}


@dataclass(frozen=True, order=True)
class Stale:
    """A section to be read again; `source` is the language that changed, the other is to follow."""

    page: str
    section: str
    source: str


def print_of(*texts: str) -> str:
    """Return a short hash of texts, to tell another revision of them."""
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def base_of(page: str, passages: Iterable[Passage], source: str) -> str:
    """Return the hash over all units of a file: their ids, and both texts of each."""
    parts = (part for each in passages for part in (each.id, each.english.text, each.french.text))
    return print_of(page, source, *parts)
