"""The small report with the words of the real one, for what is written in both languages."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from study.knowledge import Knowledge
from study.labels import Words
from study.loading import load
from study.models.cases import Withdrawal
from study.models.publication import Licence
from study.models.values import Translated
from tests.study.conftest import DAY

LANGUAGES = ("en", "fr")
HOSTILE = [
    "A {brace",
    "} closing",
    r"\input{/etc/passwd}",
    "two\nlines\r\nER  - \r\nTY  - BOOK\u2028\u2029\x85end",
    "ER  - ",
    "=cmd()",
    "\"quotes\" and 'quotes'",
    "100 % & #1 $x_2^3 ~",
    "@article{x, title={y}}",
    "</script><script>alert(1)</script>",
    "<!--",
    "]]> &amp; <b>bold</b>",
    "a\\",
    "-- '' `` ?` --- '''",
    "«\u00a0É\u202f;\u00a0»",
    "{{ 7*7 }}",
]


def worded(small: Path, root: Path) -> Knowledge:
    """Return the knowledge of the small report at `small`, with the labels of the one at `root`."""
    shutil.copy(root / "data" / "labels.yaml", small / "data" / "labels.yaml")
    return load(small, DAY)


def words(knowledge: Knowledge, language: str) -> Words:
    return Words(language, knowledge.labels)


def both(text: str) -> Translated:
    """Return any text in both languages, even one that no data file may hold."""
    return Translated.model_construct(en=text, fr=text)


def with_case(knowledge: Knowledge, **fields: Any) -> Knowledge:
    """Return the knowledge with other fields of its only case."""
    return replace(knowledge, cases=[knowledge.cases[0].model_copy(update=fields)])


def with_publication(knowledge: Knowledge, **fields: Any) -> Knowledge:
    """Return the knowledge with other fields of its publication."""
    return replace(knowledge, publication=knowledge.publication.model_copy(update=fields))


def in_edition(knowledge: Knowledge, number: str, **fields: Any) -> Knowledge:
    """Return the knowledge with `number` as the edition being built, after those it has."""
    edition = knowledge.edition.model_copy(update={"id": number} | fields)
    others = [each for each in knowledge.editions.editions if each.id != number]
    editions = knowledge.editions.model_copy(update={"current": number, "editions": [edition, *others]})
    return replace(knowledge, editions=editions)


def withdrawal(edition: str = "2026", reason: str = "An objection") -> Withdrawal:
    return Withdrawal(edition=edition, reason=both(reason))


def licence() -> Licence:
    return Licence(name=Translated(en="A licence", fr="Une licence"), url="https://example.org/licence")
