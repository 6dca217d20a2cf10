"""The register in one language, ready to be written: each case is laid out once for all files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from study.downloads.fields import CASE, Column, columns
from study.downloads.records import Record, case_record
from study.downloads.rows import Cell, csv_line, row
from study.knowledge import Knowledge
from study.labels import Words
from study.repertory import Repertory


@dataclass(frozen=True, eq=False)
class Register:
    """The cases in force; `eq=False` lets what is made from it be kept by identity."""

    repertory: Repertory
    words: Words

    @property
    def knowledge(self) -> Knowledge:
        """Return the records that it was made from."""
        return self.repertory.knowledge

    @property
    def language(self) -> str:
        """Return `en` or `fr`."""
        return self.words.language

    @cached_property
    def columns(self) -> list[Column]:
        """Return the columns of the table of cases."""
        return columns(CASE)

    def _records(self) -> Iterator[tuple[str, Record]]:
        """Yield each case laid out; made twice rather than kept, for they are large."""
        for case in self.repertory.cases:
            yield case.id, case_record(case, self.knowledge, self.words)

    @cached_property
    def rows(self) -> dict[str, list[Cell]]:
        """Return the cells of each case, by its id."""
        return {key: row(record, self.columns, self.words) for key, record in self._records()}

    @cached_property
    def lines(self) -> dict[str, str]:
        """Return the line of CSV of each case, by its id."""
        return {key: csv_line(cells, self.language) for key, cells in self.rows.items()}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return each case as JSON on one line, by its id."""
        return {key: compact(record) for key, record in self._records()}


def compact(value: object) -> str:
    """Return `value` as JSON (RFC 8259) without spaces; accents stay as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_last: dict[str, Register] = {}


def register(repertory: Repertory, language: str) -> Register:
    """Return the register in a language; it is made once for the same repertory."""
    known = _last.get(language)
    if known is None or known.repertory is not repertory:
        known = Register(repertory, Words(language, repertory.knowledge.labels))
        _last[language] = known
    return known


def forget_register() -> None:
    """Let go of the registers that were made."""
    _last.clear()
