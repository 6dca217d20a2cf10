"""The findings in sum, and in Markdown that no address can break out of."""

from __future__ import annotations

import re
from datetime import date

import pytest

from report.links.answers import Kind, Result
from report.links.summary import KINDS, LONGEST_PAGE, page, summary
from study.problems import Problem

DAY = date(2026, 11, 22)


def results(**kinds: int) -> dict[str, Result]:
    return {
        f"https://{kind}.example/{number}": Result(kind, "?")
        for kind, count in kinds.items()
        for number in range(count)
    }


@pytest.mark.parametrize(
    ("counts", "asked", "left", "said"),
    [
        ({}, 0, 0, "0 addresses, 0 of them asked now: none."),
        ({"fine": 1}, 1, 0, "1 address, 1 of them asked now: 1 fine."),
        ({"slow": 2, "fine": 7, "dead": 1}, 3, 0, "10 addresses, 3 of them asked now: 1 dead, 2 slow, 7 fine."),
        ({"fine": 2}, 2, 5, "2 addresses, 2 of them asked now: 2 fine; 5 not asked (--limit)."),
    ],
)  # fmt: skip
def test_the_summary_counts_each_kind(counts: dict[str, int], asked: int, left: int, said: str) -> None:
    assert summary(results(**counts), asked, left) == said


def finding(kind: Kind, message: str = "?") -> tuple[Kind, Problem]:
    return kind, Problem("data/sources.yaml", 3, 5, message)


def test_the_page_begins_with_the_gravest() -> None:
    found = [finding("slow", "a › url: s"), finding("dead", "b › url: d"), finding("dead", "c › url: e")]
    assert page(found, "3 addresses.", DAY) == (
        "Asked on 2026-11-22. 3 addresses.\n"
        "\n## Dead (2)\n\n"
        "- `data/sources.yaml:3:5: b › url: d`\n"
        "- `data/sources.yaml:3:5: c › url: e`\n"
        "\n## Slow (1)\n\n"
        "- `data/sources.yaml:3:5: a › url: s`\n"
    )
    assert page([], "1 address.", DAY) == "Asked on 2026-11-22. 1 address.\n"


@pytest.mark.parametrize(
    "hostile", ["` @everyone <b>x</b> `", "x\n## Fine\n", "``` \n```", "x\x1b[2J\u009b", "`\r\n- [x](y)`"]
)
def test_no_address_gets_out_of_its_line(hostile: str) -> None:
    text = page([finding("dead", hostile)], "1 address.", DAY)
    [item] = text.splitlines()[4:]
    assert re.fullmatch(r"- `[^`\x00-\x1f\x7f-\x9f]+`", item)


def test_the_page_fits_into_an_issue_and_says_what_it_leaves_out() -> None:
    found = [finding(kind, "x" * 1000) for kind in KINDS for _ in range(20)]
    text = page(found, "120 addresses.", DAY)
    assert LONGEST_PAGE - 2000 < len(text) < LONGEST_PAGE + 500
    shown = text.count("\n- `")
    assert f"\n{120 - shown} more: run `make links`.\n" in text
