"""Registers of any size, for tests that measure: real cases, taken apart and put together anew, always the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import yaml

from study.knowledge import Knowledge
from study.models.cases import Case
from study.models.values import Translated
from study.models.vocabulary import PROCESSES, STAGES, TECHNOLOGIES

YEARS = (None, *range(2012, 2027))


def many_cases(knowledge: Knowledge, count: int) -> Knowledge:
    """Return `knowledge` with `count` cases; a smaller register is the beginning of a larger one."""
    draw = Random(0)
    return replace(knowledge, cases=[_case(knowledge, number, draw) for number in range(count)])


def grown(knowledge: Knowledge, count: int) -> Knowledge:
    """Return `knowledge` with `count` cases: its own, which chapters name, and as many made ones as it takes."""
    made = many_cases(knowledge, max(0, count - len(knowledge.cases)))
    return replace(knowledge, cases=[*knowledge.cases, *made.cases])


def write_register(root: Path, cases: list[Case]) -> None:
    """Write `cases` as the `data/cases.yaml` of the checkout at `root`."""
    records = [case.model_dump(mode="json") for case in cases]
    text = yaml.dump(records, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
    (root / "data" / "cases.yaml").write_text(text, encoding="utf-8")


def _case(knowledge: Knowledge, number: int, draw: Random) -> Case:
    one, other = draw.choice(knowledge.cases), draw.choice(knowledge.cases)
    title = {language: _joined(one.title[language], other.title[language]) for language in ("en", "fr")}
    body = draw.choice(knowledge.bodies).id if knowledge.bodies and draw.random() < 0.03 else None
    return one.model_copy(
        update={
            "id": f"{one.id}-{number}",
            "administrations": _some(list(knowledge.member), draw),
            "body": body,
            "technologies": _some(TECHNOLOGIES, draw),
            "processes": _some(PROCESSES, draw),
            "stage": draw.choice(STAGES),
            "since": draw.choice(YEARS),
            "title": Translated(**title),
            "checked": f"2026-{draw.randint(1, 11):02}-{draw.randint(1, 22):02}",
        }
    )


def _joined(one: str, other: str) -> str:
    """Return the first half of a text and the second half of another."""
    first, second = one.split(), other.split()
    return " ".join([*first[: (len(first) + 1) // 2], *second[len(second) // 2 :]])


def _some(values: tuple[str, ...] | list[str], draw: Random) -> list[str]:
    """Return one value, less often two or three; the first values of the list are the most frequent."""
    places = {int(draw.random() ** 2 * len(values)) for _ in range(draw.choice((1, 1, 1, 2, 3)))}
    return [values[place] for place in sorted(places)]
