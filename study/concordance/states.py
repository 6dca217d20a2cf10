"""Where the two languages stand: certified, never certified, or changed since on one side or both.

Neither language comes first: a change in French alone makes a section stale as one in English does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from study.building import reading
from study.concordance.passages import Pair, all_pairs, chapter_pair
from study.concordance.record import Entry, Record
from study.concordance.record_reading import read_record
from study.documents import Documents
from study.problems import Problem

State = Literal[
    "certified", "never certified", "changed in English", "changed in French", "changed in both", "gone"
]
CHANGED: dict[tuple[str, ...], State] = {
    (): "certified",
    ("en",): "changed in English",
    ("fr",): "changed in French",
    ("en", "fr"): "changed in both",
}


@dataclass(frozen=True)
class Standing:
    """The state of a section or record; `changed` are the languages whose text is not the certified one."""

    pair: Pair
    key: str
    state: State
    changed: tuple[str, ...]
    entry: Entry | None
    record_line: int

    @property
    def name(self) -> str:
        """Return what `report concord` calls it: technologies/ai.md#uses, cases#ke-ug-x."""
        return f"{self.pair.name}#{self.key}"

    def place(self, language: str) -> str:
        """Return file and line of the text in a language; of the file alone, if it is not there."""
        text = self.pair.texts[language].get(self.key)
        return f"{self.pair.files[language]}:{text.line}" if text else self.pair.files[language]


def standings(pair: Pair, record: Record) -> tuple[Standing, ...]:
    """Return the state of each section or record, in order, then of those that are gone."""
    keys = dict.fromkeys([*pair.keys, *record.held])
    return tuple(_standing(pair, record, key) for key in keys)


def _standing(pair: Pair, record: Record, key: str) -> Standing:
    held, entry = record.held.get(key), record.entry(key)
    texts = {language: pair.texts[language].get(key) for language in pair.texts}
    changed: tuple[str, ...] = ()
    state: State = "never certified"
    if not any(texts.values()):
        state = "gone"
    elif entry:
        changed = tuple(
            language
            for language, text in texts.items()
            if text is None or text.digest != getattr(entry, language)
        )
        state = CHANGED[changed]
    return Standing(pair, key, state, changed, entry, held.line if held else 0)


def chapter_states(root: Path, page: str) -> tuple[Standing, ...]:
    """Return the state of each section of a chapter. Raises ReportError if a file can't be read as text."""
    pair = chapter_pair(root, page)
    return standings(pair, read_record(root, pair.record))


def states(root: Path, documents: Documents | None = None) -> tuple[Standing, ...]:
    """Return the state of every section of every chapter, and of every record of every register.

    Raises ReportError if a file can't be read as text.
    """
    documents = documents or reading(root).documents
    return tuple(
        standing
        for pair in all_pairs(root, documents)
        for standing in standings(pair, read_record(root, pair.record))
    )


def not_concordant(root: Path, documents: Documents | None = None) -> list[Problem]:
    """Return a problem for each section and record that is not certified as it stands.

    A draft shows these; a candidate refuses them.
    """
    return [problem for each in states(root, documents) for problem in _refusal(each)]


def _refusal(standing: Standing) -> Iterator[Problem]:
    if standing.state == "certified":
        return
    entry, pair = standing.entry, standing.pair
    if standing.state == "gone":
        message = f"{standing.key}: is no longer in {pair.files['en']}; run: report fix concordance"
        yield Problem(pair.record, standing.record_line, 1, message)
        return
    since = f" since {entry.date} ({entry.role})" if entry else ""
    text = pair.texts["en"].get(standing.key)
    message = (
        f"{standing.key}: {standing.state}{since}; expected this text and {standing.place('fr')} to be read "
        f"together, then: report concord {standing.name} --role ROLE"
    )
    yield Problem(pair.files["en"], text.line if text else 0, 1, message)
