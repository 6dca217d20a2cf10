"""The macros a chapter may call: their names, arguments, and what each argument may name.

This is the grammar that `report check` and the build hold chapters to; `macros/` renders it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from study.models.vocabulary import EVIDENCE, PROCESSES, STAGES

CHARTS = (
    "participation-by-region",
    "maturity",
    "adoption",
    "use-case-participation",
    "network-growth",
    "workshops",
    "cases-by-region-technology",
    "cases-by-technology-stage",
)
TABLES = (
    "participation",
    "maturity",
    "adoption",
    "impact-difficulty",
    "performance",
    "capacity-building",
    "other-needs",
    "focus-technologies",
    "calendar",
    "partner-agencies",
    "not-published",
    "use-case-participation",
    "workshops",
    "network",
    "objectives",
    "deliverables",
)
VIEWS = ("table", "cards")
TEXT = "text"


@dataclass(frozen=True)
class Macro:
    """A macro's form: `positional` arguments in order, then `named` ones; value = what it names."""

    block: bool
    positional: tuple[tuple[str, str], ...] = ()
    required: int = 0
    named: tuple[tuple[str, str], ...] = ()

    def form(self, name: str) -> str:
        """Return the call as an editor writes it, such as `cite("…", section="…")`."""
        parts = ['"…"' for _ in self.positional]
        parts += [f'{argument}="…"' for argument, _ in self.named]
        return f"{name}({', '.join(parts)})"


SELECTION = (
    ("technology", "technology"),
    ("region", "region"),
    ("administration", "Member"),
    ("process", "process"),
    ("stage", "stage"),
    ("evidence", "evidence"),
    ("view", "view"),
)
PLACE = (("section", TEXT), ("paragraph", TEXT), ("page", TEXT))

MACROS: dict[str, Macro] = {
    "cases": Macro(block=True, named=SELECTION),
    "case": Macro(block=True, positional=(("id", "case"),), required=1),
    "catalogue": Macro(block=True),
    "case_link": Macro(block=False, positional=(("id", "case"),), required=1),
    "technology_facts": Macro(block=True, positional=(("technology", "technology"),), required=1),
    "technologies": Macro(block=True),
    "regions": Macro(block=True),
    "members": Macro(block=True),
    "chart": Macro(block=True, positional=(("id", "chart"),), required=1),
    "survey_table": Macro(block=True, positional=(("id", "table"),), required=1),
    "data_note": Macro(block=True, positional=(("id", "data note"),), required=1),
    "timeline": Macro(block=True, positional=(("id", "timeline"),), required=1),
    "key_figures": Macro(block=True),
    "term": Macro(block=False, positional=(("id", "term"), ("words", TEXT)), required=1),
    "glossary": Macro(block=True, named=(("technology", "technology"),)),
    "cite": Macro(block=False, positional=(("id", "source"),), required=1, named=PLACE),
    "sources": Macro(block=True, positional=(("scope", "scope"),)),
    "readiness": Macro(block=True, positional=(("technology", "checklist"),), required=1),
    "self_assessment": Macro(block=True),
    "status": Macro(block=True),
    "editions": Macro(block=True),
    "citation": Macro(block=True),
    "disclaimers": Macro(block=True),
    "contact": Macro(block=True),
    "downloads": Macro(block=True),
    "data_dictionary": Macro(block=True),
    "copies": Macro(block=True),
}


class Keys(Protocol):
    """Whoever knows the ids of records: Knowledge, or Documents while a problem is left."""

    def ids(self, kind: str) -> Collection[str] | None:
        """Return the ids of all records of `kind`, or None where they can't be known."""


FIXED = {
    "process": PROCESSES,
    "stage": STAGES,
    "evidence": EVIDENCE,
    "view": VIEWS,
    "chart": CHARTS,
    "table": TABLES,
    "timeline": ("project",),
    "scope": ("all",),
}


def known_keys(kind: str, keys: Keys) -> Collection[str] | None:
    """Return the keys an argument of `kind` may name, or None where any text will do."""
    if kind == TEXT:
        return None
    return FIXED[kind] if kind in FIXED else keys.ids(kind)
