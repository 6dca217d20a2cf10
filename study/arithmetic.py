"""Percentages are their counts' quotients, or the row names the recorded inconsistency that says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from study.documents import Documents
from study.problems import Problem

FILES = ("data/survey-2024.yaml", "data/use-cases-2025.yaml")
COUNTS = (("answers", "of"), ("answers", "members"), ("members", "of"))  # a part, and the whole
NUMBER = re.compile(r"\d{1,12}(\.\d{1,4})?", re.ASCII)


def rounded(share: Decimal, decimals: int) -> Decimal:
    """Return `share` rounded half up to `decimals` places, as published tables do."""
    return share.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def percentage(count: int, total: int, decimals: int = 0) -> Decimal:
    """Return `count` of `total` in percent; `total` must not be 0."""
    return rounded(Decimal(count) * 100 / Decimal(total), decimals)


def arithmetic_problems(documents: Documents) -> Iterator[Problem]:
    """Return a problem for each printed percentage that its own counts contradict without a note."""
    for name in FILES:
        for path, row in documents.mappings(name):
            counts = _counts(row)
            if counts is None or row.get("exception"):
                continue
            message = _contradiction(row["percent"], *counts)
            if message:
                yield documents.problem(name, (*path, "percent"), message)


def _counts(row: dict[str, Any]) -> tuple[int, int] | None:
    """Return part and whole of a row with a percentage, or None where one is no number."""
    for fields in COUNTS:
        if all(field in row for field in fields):
            written = [row[field] for field in fields]
            if all(
                isinstance(each, str) and NUMBER.fullmatch(each) for each in (*written, row.get("percent"))
            ):
                return (int(written[0]), int(written[1])) if "." not in "".join(written) else None
    return None


def _contradiction(printed: str, count: int, total: int) -> str:
    if total == 0:
        return "there is nothing to divide by; expected a total above 0"
    share = Decimal(printed).normalize()
    quotient = percentage(count, total, max(0, -int(share.as_tuple().exponent)))
    if quotient == share:
        return ""
    return (
        f"is {share:f}, but {count} of {total} is {quotient:f}; "
        "correct it, or name the recorded inconsistency under `exception`"
    )
