"""Both texts of a passage as tokens whose codes correspond: the same id on both sides, data written once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from study.translation.inline import Code, Piece, pieces

OPTIONAL = frozenset({"strong", "emphasis", "break", "sign", "mark"})  # a translation may do without them
KEYED = frozenset({"term"})  # correspond where they say the same, whatever the words in them


@dataclass(frozen=True)
class Token:
    """Words (`text`), or a code: `alone`, or the `start` or `end` of one that encloses words."""

    form: str  # text, alone, start or end
    text: str  # words as written, or the data of the code
    id: str = ""
    ref: str = ""  # names the data
    kind: str = ""  # of the code, see `inline.Code`


@dataclass(frozen=True)
class Coded:
    """A passage in both languages; `data` is the markup of its codes by name."""

    source: tuple[Token, ...]
    target: tuple[Token, ...]
    data: dict[str, str]

    @property
    def needed(self) -> dict[str, str]:
        """Return the codes that every translation must hold: id → markup."""
        return {
            token.id: token.text
            for token in self.source
            if token.form in ("alone", "start") and token.kind not in OPTIONAL
        }


def coded(source: str, target: str) -> Coded:
    """Return a passage of Markdown with its translation, as tokens.

    A code of the translation takes the id of the first code of the source that has the same markup and
    was not taken yet; one that the source does not have gets an id of its own.
    """
    refs: dict[str, str] = {}
    ours = pieces(source)
    ids = {id(code): str(number) for number, code in enumerate(_codes(ours), 1)}
    free = [(_key(code), ids[id(code)]) for code in _codes(ours)]
    theirs = pieces(target)
    for number, code in enumerate(_codes(theirs), 1):
        taken = next((each for each in free if each[0] == _key(code)), None)
        if taken:
            free.remove(taken)
        ids[id(code)] = taken[1] if taken else f"t{number}"
    first, second = tuple(_tokens(ours, ids, refs)), tuple(_tokens(theirs, ids, refs))
    return Coded(first, second, {ref: text for text, ref in refs.items()})


def text_of(tokens: Iterable[Token]) -> str:
    """Return the Markdown of tokens."""
    return "".join(token.text for token in tokens)


def _key(code: Code) -> tuple[str, str, str]:
    return code.kind, code.start, code.end


def _codes(parts: tuple[Piece, ...]) -> Iterator[Code]:
    for part in parts:
        if not isinstance(part, str):
            yield part
            yield from _codes(part.words or ())


def _tokens(parts: tuple[Piece, ...], ids: dict[int, str], refs: dict[str, str]) -> Iterator[Token]:
    def token(form: str, text: str, code: Code) -> Token:
        ref = refs.setdefault(text, f"d{len(refs) + 1}")
        return Token(form, text, ids[id(code)], ref, code.kind)

    for part in parts:
        if isinstance(part, str):
            yield Token("text", part)
        elif part.words is None:
            yield token("alone", part.start, part)
        else:
            yield token("start", part.start, part)
            yield from _tokens(part.words, ids, refs)
            yield token("end", part.end, part)
