"""`report stats`: the numbers are those of the data, and problems are said instead of them."""

from __future__ import annotations

import re
from pathlib import Path

from study.knowledge import Knowledge
from study.selection import select
from tests.report.conftest import Edit, Report, state


def counts(line: str) -> dict[str, int]:
    """The counts of a line such as `by stage: pilot 3, planned 1`."""
    return {key: int(count) for key, count in re.findall(r"([\w-]+) (\d+)\b", line.partition(": ")[2])}


def test_the_numbers_are_those_of_the_data(report: Report, root: Path, knowledge: Knowledge) -> None:
    done = report("stats", at=root / "docs")
    assert (done.code, done.err) == (0, "")
    english, french, cases, by_technology, by_region, by_stage, by_evidence, terms, sources, members = (
        done.out.splitlines()
    )
    for language, line in (("en", english), ("fr", french)):
        chapters = list((root / "docs" / language).rglob("*.md"))
        found = re.fullmatch(
            rf"{language}: (\d+) chapters, ([\d,]+) words, ([\d,]+) citations \((\d+\.\d) per 1,000 words\)",
            line,
        )
        assert found is not None, line
        words, citations = (int(number.replace(",", "")) for number in found.group(2, 3))
        assert int(found[1]) == len(chapters)
        assert citations == sum(path.read_text(encoding="utf-8").count("{{ cite(") for path in chapters)
        assert words > 1000
        assert float(found[4]) == round(1000 * citations / words, 1)
    known = select(knowledge)
    assert cases == f"cases: {len(known)}, {sum(bool(case.results) for case in known)} with a result"
    assert counts(by_technology) == {
        key: count
        for key in knowledge.technology
        if (count := sum(key in case.technologies for case in known))
    }
    assert list(counts(by_stage).values()) == sorted(counts(by_stage).values(), reverse=True)
    assert sum(counts(by_stage).values()) == sum(counts(by_evidence).values()) == len(known)
    assert set(counts(by_region)) <= set(knowledge.region)
    assert terms == f"terms: {len(knowledge.glossary)}"
    assert sources.startswith(f"sources: {len(knowledge.sources)} (")
    assert sum(counts(sources.replace("(", ": ")).values()) == len(knowledge.sources)
    assert members == f"Members: {len(knowledge.register.members)}"


def test_problems_of_the_data_are_said_instead(report: Report, checkout: Path, edit: Edit) -> None:
    edit("data/members.yaml", "region: EUR", "region: EURR")
    before = state(checkout)
    done = report("--root", checkout, "stats")
    assert (done.code, done.out) == (1, "")
    [line] = done.lines
    assert re.match(r'data/members\.yaml:\d+:\d+: \w\w › region: "EURR" is not a known region', line)
    assert state(checkout) == before


def test_a_chapter_that_cannot_be_read_is_said_too(report: Report, checkout: Path) -> None:
    (checkout / "docs" / "fr" / "about.md").write_bytes(b"# \xe9\n")
    done = report("--root", checkout, "stats", GITHUB_ACTIONS="true")
    message = "this byte is not UTF-8; save the file as UTF-8"
    assert (done.code, done.lines) == (1, [f"docs/fr/about.md:1:3: {message}"])
    assert done.out == f"::error file=docs/fr/about.md,line=1::{message}\n"
