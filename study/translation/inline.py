"""A passage as words and codes: what a translator writes anew, and what must stay as it is.

A code is a macro call, a link, emphasis, code, an address, an escaped sign or a line end. Translation
programs keep codes as placeholders. `written(pieces(text))` is `text`, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
      (?P<term>\{\{\s*term\(\s*"[^"\n{}]*"\s*,\s*")(?P<words>[^"\n{}]*)(?P<rest>"\s*\)\s*\}\})
    | (?P<macro>\{\{(?:(?!\{\{).)*?\}\})
    | (?P<mark>\{:[^{}\n]*\})
    | (?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))
    | (?P<sign>\\[!-/:-@\[-`{-~]|&\#?\w+;)
    | (?P<footnote>\[\^[^\]\s]+\]:?)
    | (?P<address><https?://[^>\s]+>|https?://[^\s<>"'&;()\[\]]*[\w/\#=-])
    | (?P<break>[^\S\n]*\n\s*(?:[>:][^\S\n]*)*)
    | (?P<image>!\[)
    | (?P<link>\[)
    | (?P<target>\](?:\([^()\n]*\)|\[[^\[\]\n]*\]))
    | (?P<strong>\*\*|__)
    | (?P<emphasis>\*|(?<!\w)_(?=\w)|(?<=\w)_(?!\w))
    """,
    re.VERBOSE | re.DOTALL,
)
ALONE = frozenset({"macro", "mark", "code", "sign", "footnote", "address", "break"})
BRACKETS = frozenset({"image", "link"})
DEEPEST = 12  # codes inside of codes; deeper ones are words


@dataclass(frozen=True)
class Code:
    """Markup in the middle of words; `words` is None for one that holds none, such as a citation.

    `kind` is a name of TOKEN's: term, macro, mark, code, sign, footnote, address, break, image, link,
    strong, emphasis.
    """

    kind: str
    start: str
    end: str = ""
    words: tuple[Piece, ...] | None = None


Piece = str | Code


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the words and codes of a passage, in order."""
    reading, place = _Reading(), 0
    for found in TOKEN.finditer(text):
        reading.add(text[place : found.start()])
        reading.take(found, text)
        place = found.end()
    reading.add(text[place:])
    return reading.whole()


def written(parts: tuple[Piece, ...]) -> str:
    """Return the Markdown of pieces."""
    return "".join(
        part if isinstance(part, str) else f"{part.start}{written(part.words or ())}{part.end}"
        for part in parts
    )


def words_of(parts: tuple[Piece, ...]) -> str:
    """Return the words alone, those inside of links and emphasis included."""
    return "".join(part if isinstance(part, str) else words_of(part.words or ()) for part in parts)


def marks(parts: tuple[Piece, ...]) -> Iterator[str]:
    """Return the markup of every code in order: a pair's before and after what it encloses."""
    for part in parts:
        if not isinstance(part, str):
            yield part.start
            if part.words is not None:
                yield from marks(part.words)
                yield part.end


class _Reading:
    """Pairs what opens with what closes, in one pass; what never closes is words."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str, list[Piece]]] = [("", "", [])]

    def take(self, found: re.Match[str], text: str) -> None:
        kind, sign = str(found.lastgroup), found.group()
        if kind == "ticks":  # the group inside of `code`
            kind = "code"
        if kind == "rest":
            self._put(Code("term", found["term"], found["rest"], (found["words"],) if found["words"] else ()))
        elif kind in ALONE:
            self._put(Code(kind, sign))
        elif len(self._open) > DEEPEST and kind != "target":
            self.add(sign)
        elif kind in BRACKETS:
            self._open.append((kind, sign, []))
        elif kind == "target":
            self._close(BRACKETS, "", sign)
        else:
            self._emphasize(kind, sign, found, text)

    def add(self, words: str) -> None:
        if words:
            self._put(words)

    def whole(self) -> tuple[Piece, ...]:
        self._drop_to(0)
        return tuple(self._open[0][2])

    def _emphasize(self, kind: str, sign: str, found: re.Match[str], text: str) -> None:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if before.strip() and self._close({kind}, sign, sign, or_words=False):
            return
        if after.strip():
            self._open.append((kind, sign, []))
        else:
            self.add(sign)

    def _close(self, kinds: set[str] | frozenset[str], sign: str, end: str, *, or_words: bool = True) -> bool:
        """Close the innermost open code of one of `kinds`; emphasis closes nothing across a bracket."""
        for depth in range(len(self._open) - 1, 0, -1):
            kind, start, parts = self._open[depth]
            if kind in kinds and (not sign or start == sign) and (parts or depth < len(self._open) - 1):
                self._drop_to(depth)
                _, _, words = self._open.pop()
                self._put(Code(kind, start, end, tuple(words)))
                return True
            if sign and kind in BRACKETS:
                break
        if or_words:
            self.add(end)
        return False

    def _drop_to(self, depth: int) -> None:
        """Turn codes that were opened deeper than `depth` and never closed into words."""
        while len(self._open) - 1 > depth:
            _, start, parts = self._open.pop()
            self.add(start)
            for part in parts:
                self._put(part)

    def _put(self, part: Piece) -> None:
        parts = self._open[-1][2]
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
