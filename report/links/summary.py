"""What the addresses answered, in sum: a sentence, and a page in Markdown for the workflow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from report.links.answers import Kind, Result
from study.problems import Problem

KINDS: tuple[Kind, ...] = ("dead", "broken", "moved", "refused", "slow", "fine")
LONGEST_PAGE = 60_000  # characters; an issue takes 65,536


def summary(results: Mapping[str, Result], asked: int, left: int) -> str:
    """Return how many addresses there are of each kind, and how many were asked now."""
    counts = Counter(result.kind for result in results.values())
    kinds = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
    rest = f"; {left} not asked (--limit)" if left else ""
    addresses = "1 address" if len(results) == 1 else f"{len(results)} addresses"
    return f"{addresses}, {asked} of them asked now: {kinds or 'none'}{rest}."


def page(found: Sequence[tuple[Kind, Problem]], sentence: str, day: date) -> str:
    """Return the findings in Markdown, the gravest first, short enough for an issue."""
    lines = [f"Asked on {day.isoformat()}. {sentence}"]
    length, left = len(lines[0]), 0
    for kind in KINDS:
        of_kind = [problem for each, problem in found if each == kind]
        lines += [f"\n## {kind.capitalize()} ({len(of_kind)})\n"] if of_kind else []
        for problem in of_kind:
            line = f"- `{str(problem).replace('`', '%60')}`"  # nothing inside can be Markdown
            length += len(line) + 1
            if length > LONGEST_PAGE:
                left += 1
            else:
                lines.append(line)
    if left:
        lines.append(f"\n{left} more: run `make links`.")
    return "\n".join(lines) + "\n"
