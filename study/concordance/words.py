"""What changed between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\S+|\n+")
SHOWN = 8  # words of an unchanged run that are shown on either side of a change
LONG = 2_000  # words beyond which words that stand everywhere no longer align texts: time would grow squared


@dataclass(frozen=True)
class Piece:
    """A run of words: what was there, and what is there now; both the same where nothing changed."""

    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Return whether the run differs."""
        return self.before != self.after


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """Return both texts as runs of words, unchanged and changed; kinds of white space do not count.

    Source: `difflib`, after Ratcliff and Obershelp; what both texts begin and end with is left to itself.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    head = _same(old, new)
    tail = _same(old[head:][::-1], new[head:][::-1])
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = SequenceMatcher(None, *middle, autojunk=max(map(len, middle)) > LONG)
    pieces = [Piece(_text(old[:head]), _text(new[:head]))]
    for _, first, last, start, end in matcher.get_opcodes():
        pieces.append(Piece(_text(middle[0][first:last]), _text(middle[1][start:end])))
    pieces.append(Piece(_text(old[len(old) - tail :]), _text(new[len(new) - tail :])))
    return tuple(piece for piece in pieces if piece.before or piece.after)


def marked(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    """Return kind (same, old, new) and words of each run as it is shown; long unchanged ones are shortened."""
    for number, piece in enumerate(pieces):
        if piece.changed:
            yield from ((kind, text) for kind, text in (("old", piece.before), ("new", piece.after)) if text)
        else:
            yield "same", _shortened(piece.after, first=number == 0, last=number == len(pieces) - 1)


def _same(old: list[str], new: list[str]) -> int:
    """Return how many words both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (was, is_now) in pairs if was != is_now), min(len(old), len(new)))


def _text(words: list[str]) -> str:
    """Return words as one line; where a new block begins stands the sign of a paragraph."""
    return " ".join("¶" if word.startswith("\n") else word for word in words)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split(" ")
    kept = SHOWN * (2 - first - last)
    if len(words) <= kept + 1:
        return text
    head = [] if first else words[:SHOWN]
    tail = [] if last else words[-SHOWN:]
    return " ".join([*head, "…", *tail])
