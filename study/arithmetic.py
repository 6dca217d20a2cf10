"""Percentages are their counts' quotients, or the row names the recorded inconsistency that says why not."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from study.knowledge import Documents, Knowledge
from study.problems import Problem, trail
from study.reading import place_of

Row = tuple[str, tuple[object, ...], int, int, float, str | None]


def rounded(share: Decimal, decimals: int) -> Decimal:
    """Return `share` rounded half up to `decimals` places, as published tables do."""
    return share.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percentage(count: int, total: int, decimals: int = 0) -> Decimal:
    """Return `count` of `total` in percent; `total` must not be 0."""
    return rounded(Decimal(count) * 100 / Decimal(total), decimals)


def arithmetic_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each printed percentage that its own counts contradict without a note."""
    for name, path, count, total, percent, exception in _rows(knowledge):
        if exception:
            continue
        place = place_of(documents.by_name[name], (*path, "percent"))
        if total == 0:
            yield Problem(
                name,
                *place,
                f"{trail(*map(str, path))}: there is nothing to divide by; expected a total above 0",
            )
            continue
        printed = Decimal(str(percent)).normalize()
        decimals = max(0, -int(printed.as_tuple().exponent))
        quotient = percentage(count, total, decimals)
        if quotient != printed:
            yield Problem(
                name,
                *place,
                f"{trail(*map(str, path), 'percent')}: is {printed:f}, but {count} of {total} is {quotient:f}; "
                "correct it, or name the recorded inconsistency under `exception`",
            )


def _rows(knowledge: Knowledge) -> Iterator[Row]:
    survey, use_cases = knowledge.survey.participation, knowledge.use_cases
    for index, row in enumerate(survey.rows):
        yield (
            "data/survey-2024.yaml",
            ("participation", "rows", index),
            row.answers,
            row.members,
            row.percent,
            row.exception,
        )
    total = survey.total
    yield (
        "data/survey-2024.yaml",
        ("participation", "total"),
        total.answers,
        total.members,
        total.percent,
        total.exception,
    )
    for field, share in (("details", survey.details), ("willing", survey.willing)):
        yield (
            "data/survey-2024.yaml",
            ("participation", field),
            share.answers,
            share.of,
            share.percent,
            share.exception,
        )
    for index, row in enumerate(use_cases.rows):
        yield (
            "data/use-cases-2025.yaml",
            ("rows", index),
            row.answers,
            row.members,
            row.percent,
            row.exception,
        )
    who = use_cases.respondents
    yield "data/use-cases-2025.yaml", ("respondents",), who.members, who.of, who.percent, who.exception
