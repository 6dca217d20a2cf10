"""Runs of words that a text shares with the source documents, without the documents themselves.

`source-shingles.txt` holds a short hash of every run of five words of the source documents: enough to
find that words were copied, not enough to read them. Anew from the documents:
`python -m tests.content.originality FOLDER`.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SHINGLES = Path(__file__).parent / "source-shingles.txt"
LENGTH = 5  # words in a shingle
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, order=True)
class Run:
    """Words in a row that also stand in a row in a source document."""

    length: int
    words: str
    place: str


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case; elision divides them (l’OMD is two)."""
    return [word.lower() for word in WORD.findall(text)]


def shingles(words: list[str]) -> Iterator[str]:
    """Return a hash of 40 bits for every run of five words."""
    for start in range(len(words) - LENGTH + 1):
        run = " ".join(words[start : start + LENGTH])
        yield hashlib.sha256(run.encode()).hexdigest()[:10]


def shared_runs(text: str, place: str, known: frozenset[str]) -> list[Run]:
    """Return the longest runs of `text` whose every five words are known."""
    words = words_of(text)
    runs, start = [], None
    marks = [shingle in known for shingle in shingles(words)]
    for position, mark in enumerate([*marks, False]):
        if mark and start is None:
            start = position
        elif not mark and start is not None:
            end = position + LENGTH - 1
            runs.append(Run(end - start, " ".join(words[start:end]), place))
            start = None
    return runs


def known_shingles() -> frozenset[str]:
    """Return the hashes of the source documents."""
    return frozenset(SHINGLES.read_text(encoding="utf-8").split())


def write_shingles(texts: Iterable[str]) -> int:
    """Write the hashes of `texts` anew; return how many."""
    hashes = sorted({shingle for text in texts for shingle in shingles(words_of(text))})
    SHINGLES.write_text("\n".join(hashes) + "\n", encoding="utf-8")
    return len(hashes)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(write_shingles(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))))
