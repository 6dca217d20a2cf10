"""One unit that came back: its words put together with the codes of the checkout, never with those of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from study.markup import HTML
from study.problems import shown
from study.translation.coding import Coded, Token, coded, text_of
from study.translation.inline import marks, pieces
from study.translation.passages import Passage
from study.translation.revisions import OTHER
from study.translation.xliff_reading import Unit
from study.typography import TYPOGRAPHY


class WrongUnitError(Exception):
    """Raised for a unit that can't be taken over; each text says what is wrong and what was expected."""

    def __init__(self, messages: Iterable[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("; ".join(self.messages))


def translated(unit: Unit, passage: Passage, source: str) -> str:
    """Return the Markdown of a unit's target; a text that changed gets the typography of its language.

    Raises WrongUnitError where a code was lost, doubled, changed or added, or where its words hold
    HTML or Markdown.
    """
    language = OTHER[source]
    present = passage.words(language).text
    codes = coded(passage.words(source).text, present)
    if unit.target is None:
        raise WrongUnitError(["has no target; expected a translation"])
    if text_of(_known(unit, unit.source, codes)).strip() != passage.words(source).text:
        raise WrongUnitError(["its source was changed; expected it as it was exported"])
    tokens = _known(unit, unit.target, codes)
    if lost := list(_lost(tokens, codes)):
        raise WrongUnitError(lost)
    text = text_of(tokens).strip()
    if text != present:
        text = TYPOGRAPHY[language](text)
    if found := next(_unfit(tokens, text), ""):
        raise WrongUnitError([found])
    return text


def _known(unit: Unit, tokens: tuple[Token, ...], codes: Coded) -> list[Token]:
    """Return tokens with the markup that the checkout knows for their ids."""
    known: dict[tuple[str, str], list[Token]] = {}
    for token in (*codes.target, *codes.source):
        known.setdefault((token.form, token.id), []).append(token)
    found: list[Token] = []
    for token in tokens:
        if token.form == "text":
            found.append(token)
            continue
        choices = known.get((token.form, token.id), [])
        same = [each for each in choices if token.ref in ("", each.ref)]
        if not same:
            ours = ", ".join(dict.fromkeys(each.id for each in codes.source if each.id)) or "none"
            message = f"holds a code {shown(token.id)} that was not exported; expected of codes only {ours}"
            raise WrongUnitError([message])
        written = unit.data.get(same[0].ref)
        if written is not None and written != same[0].text:
            message = (
                f"the code {shown(same[0].text)} was changed into {shown(written)}; expected it unchanged"
            )
            raise WrongUnitError([message])
        found.append(replace(same[0]))
    return found


def _lost(tokens: list[Token], codes: Coded) -> Iterator[str]:
    held = Counter(token.id for token in tokens if token.form in ("alone", "start"))
    for key, text in codes.needed.items():
        if not held[key]:
            yield f"has lost the code {shown(text)}; expected every code of its source"
    for token in tokens:
        if token.form in ("alone", "start") and held[token.id] > 1:
            yield f"holds the code {shown(token.text)} {held.pop(token.id)} times; expected it once"


def _unfit(tokens: list[Token], text: str) -> Iterator[str]:
    """Return what makes of the words more than words."""
    if not text:
        yield "has an empty target; expected a translation"
    for token in tokens:
        if token.form == "text" and (found := HTML.search(token.text)):
            yield f"{shown(found.group())} is HTML; expected words, and the codes of the source"
    if list(marks(pieces(text))) != [token.text for token in tokens if token.form != "text"]:
        yield (
            f"its words or the places of its codes make other Markdown of {shown(text)}; expected plain words "
            "on one line, and each code next to the words that it had"
        )
