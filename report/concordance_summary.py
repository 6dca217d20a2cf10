"""The state of the two languages in words and as JSON, with what changed word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from report.past_texts import Change, changes, why_not_found
from study.concordance.states import Standing
from study.concordance.words import marked, word_changes
from study.problems import UNPRINTABLE

LANGUAGE = {"en": "English", "fr": "French"}
SEVERAL = 12  # ids that are named in one line; the others are counted
MARKS = {"same": ("", "", None), "old": ("[-", "-]", "red"), "new": ("{+", "+}", "green")}


def summary_lines(root: Path, standings: Sequence[Standing], *, complete: bool) -> Iterator[str]:
    """Return a line of counts per chapter and register, then its ids that are not certified and why.

    Where all is certified, a line appears only if `complete` asks for it.
    """
    for name, group in groupby(standings, key=lambda each: each.pair.name):
        here = list(group)
        counts = Counter(each.state for each in here)
        if complete or counts["certified"] < len(here):
            yield f"{name}: {', '.join(f'{count} {state}' for state, count in counts.items())}"
        for state in ("never certified", "gone"):
            if keys := [each.key for each in here if each.state == state]:
                yield f"  {state}: {named(keys)}"
        changed = changes(root, here)
        for each in here:
            if each.changed:
                yield from _changed_lines(root, each, changed[each.key])
    certified = sum(each.state == "certified" for each in standings)
    yield f"{certified} of {len(standings)} sections and records are certified."


def summary_data(root: Path, standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Return what `summary_lines` says as values for JSON, one per chapter or register."""
    found = []
    for name, group in groupby(standings, key=lambda each: each.pair.name):
        here = list(group)
        changed = changes(root, here)
        found.append(
            {
                "name": name,
                "record": here[0].pair.record,
                "counts": dict(Counter(each.state for each in here)),
                "parts": [_part(each, changed.get(each.key, [])) for each in here],
            }
        )
    return found


def named(keys: Sequence[str]) -> str:
    """Return ids for one line; of very many, the first ones and how many more there are."""
    more = len(keys) - SEVERAL
    return ", ".join(keys) if more <= 1 else f"{', '.join(keys[:SEVERAL])} and {more} more"


def _part(standing: Standing, changed: list[Change]) -> dict[str, Any]:
    entry = standing.entry
    return {
        "id": standing.key,
        "state": standing.state,
        "en": standing.place("en"),
        "fr": standing.place("fr"),
        "date": entry.date if entry else None,
        "role": entry.role if entry else None,
        "changes": [
            {"language": each.language, "before": each.before, "after": each.after} for each in changed
        ],
    }


def _changed_lines(root: Path, standing: Standing, changed: list[Change]) -> Iterator[str]:
    entry = standing.entry
    since = f" since {entry.date} ({entry.role})" if entry else ""
    yield f"  #{standing.key}: {standing.state}{since}; {standing.place('en')}, {standing.place('fr')}"
    for each in changed:
        if each.before is None:
            yield f"    {LANGUAGE[each.language]}: the certified text was not found; {why_not_found(root)}."
        else:
            yield f"    {LANGUAGE[each.language]}: {_difference(each.before, each.after)}"


def _difference(before: str, after: str) -> str:
    """Return `words [-old-] {+new+} words`, in colour; click leaves the colours out where none can be seen."""
    runs = []
    for kind, text in marked(word_changes(before, after)):
        opening, closing, colour = MARKS[kind]
        visible = UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
        runs.append(click.style(f"{opening}{visible}{closing}", fg=colour) if colour else visible)
    return " ".join(runs)
