"""Faults that editors make, planted in a copy of the real report, and the line that names each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LINE = "\n"
CASE = """
- id: {id}
  administrations: [{member}]
  technologies: [{technology}]
  processes: [{process}]
  stage: {stage}
  since: {since}
  title: {{en: A gate, fr: {french}}}
  summary: {{en: It opens, fr: Elle s’ouvre}}
  sources: [{source}]
  checked: {checked}
"""
RIGHT = {
    "member": "NO",
    "technology": "ai",
    "process": "transit",
    "stage": "pilot",
    "since": "2024",
    "french": "Une porte",
    "source": "wco-ptc-pc0790",
    "checked": "2026-01-31",
}
# line of the record, field, what is written instead → field and message
CASES = [
    (1, "member", "XX", 'administrations › no. 1: "XX" is not a known Member; expected an id of data/members.yaml'),
    (2, "technology", "blokchain", 'technologies › no. 1: is "blokchain"; expected ai, generative-ai,'),
    (3, "process", "transitt", 'processes › no. 1: is "transitt"; expected cargo-control, risk-management,'),
    (4, "stage", "pilots", 'stage: is "pilots"; expected exploring, planned,'),
    (5, "since", "012", 'since: is "012"; expected a whole number such as 12'),
    (5, "since", "1:20", 'since: is "1:20"; expected a whole number such as 12'),
    (5, "since", "yes", 'since: is "yes"; expected a whole number such as 12'),
    (5, "since", "2099", "since: is 2099, in the future; expected"),
    (6, "since", "2024\n  sinse: 1", 'sinse: is not a known field; did you mean "since"?'),
    (6, "since", "2024\n  since: 2025", 'the field "since" stands here twice; it is already on line'),
    (6, "french", "", "title › fr: is empty; expected text"),
    (6, "french", "[Une, porte]", "title › fr: is a list; expected text"),
    (8, "source", "wco-ptc-pc079", '"wco-ptc-pc079" is not a known source; expected an id of data/sources.yaml; did you'
     ' mean "wco-ptc-pc0790"?'),
    (9, "checked", "2098-01-31", 'checked: is "2098-01-31", after the day of this version'),
    (9, "checked", "2025-02-30", 'checked: is "2025-02-30"; expected a day that the calendar has'),
    (0, "member", "", "body: there is neither an administration nor a body; expected at least one of"),
]  # fmt: skip
OTHERS = [
    ("sources.yaml", r"(?m)^  url: https?:", "  url: ftp:", "url: is \"ftp:"),
    ("glossary.yaml", r"(?<=see_also:\n    - )[\w-]+", r"\g<0>x", 'is not a known term; expected an id of'
     ' data/glossary.yaml; did you mean "'),
    ("members.yaml", r"region: EUR\b", "region: EURR", 'region: "EURR" is not a known region; expected an id of'
     ' data/members.yaml; did you mean "EUR"?'),
    ("survey-2024.yaml", r"percent: \d+", "percent: 99", "percent: is 99, but"),
    ("technologies.yaml", r"focus: \w+", "focus: yes", 'focus: is "yes"; expected true or false'),
    ("labels.yaml", r"\{who\}\"", '{qui}"', "differs in its names in braces; expected {qui}"),
]  # fmt: skip
CHAPTERS = [
    ("{{ 7*7 }}", '"{{ 7*7 }}" is not a macro call; expected a form such as {{ cite("source-id") }}'),
    ('{{ case_link("br-bconect-aeo-mra") }}', 'is not a known case; did you mean "br-bconnect-aeo-mra"?'),
    ("{% if x %}", '"{%" is not used in chapters; expected text or a macro call'),
    ("<script>alert(1)</script>", '"<script" is HTML; chapters are Markdown and macros only'),
    ("[x](javascript:alert)", '"javascript:alert" is no address; expected a page such as'),
]


@dataclass(frozen=True)
class Planted:
    """A fault: the line that names it starts and goes on like this."""

    place: str
    message: str

    def is_in(self, lines: list[str]) -> bool:
        return any(line.startswith(f"{self.place}:") and self.message in line for line in lines)


def plant(checkout: Path) -> list[Planted]:
    """Break the copy in many ways at once; return what must be said of it."""
    planted = [*_in_cases(checkout), *_in_chapter(checkout)]
    for name, pattern, new, message in OTHERS:
        path = checkout / "data" / name
        text = path.read_text(encoding="utf-8")
        changed = re.sub(pattern, new, text, count=1)
        assert changed != text, name
        line = next(
            number
            for number, (was, now) in enumerate(zip(text.split("\n"), changed.split("\n"), strict=True), 1)
            if was != now
        )
        path.write_text(changed, encoding="utf-8")
        planted.append(Planted(f"data/{name}:{line}", message))
    return planted


def _in_cases(checkout: Path) -> list[Planted]:
    path = checkout / "data" / "cases.yaml"
    text, planted = path.read_text(encoding="utf-8"), []
    for number, (offset, field, value, message) in enumerate(CASES):
        planted.append(Planted(f"data/cases.yaml:{text.count(LINE) + 2 + offset}", message))
        text += CASE.format(**{**RIGHT, field: value}, id=f"planted-{number}")
    twice = CASE.format(**RIGHT, id="planted-twice")
    planted.append(
        Planted(f"data/cases.yaml:{(text + twice).count(LINE) + 2}", "planted-twice › id: stands twice")
    )
    path.write_text(text + twice + twice, encoding="utf-8")
    return planted


def _in_chapter(checkout: Path) -> list[Planted]:
    path = checkout / "docs" / "en" / "about.md"
    text, planted = path.read_text(encoding="utf-8"), []
    for line, message in CHAPTERS:
        text += f"\n{line}\n"
        planted.append(Planted(f"docs/en/about.md:{text.count(LINE)}", message))
    path.write_text(text, encoding="utf-8")
    return planted
