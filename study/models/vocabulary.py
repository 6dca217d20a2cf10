"""The controlled values of records: keys whose words in both languages stand in `data/labels.yaml`."""

from typing import Literal, get_args

Technology = Literal[
    "ai",
    "generative-ai",
    "big-data",
    "blockchain",
    "cloud",
    "iot",
    "biometrics",
    "drones",
    "geospatial",
    "extended-reality",
    "3d-printing",
    "automation",
    "inspection",
    "horizon",
]
Stage = Literal["exploring", "planned", "proof-of-concept", "pilot", "operational", "discontinued", "unknown"]
Process = Literal[
    "cargo-control",
    "risk-management",
    "enforcement",
    "data-exchange",
    "transit",
    "e-commerce",
    "passenger-control",
    "internal-operations",
    "revenue",
    "training",
    "origin",
    "aeo",
    "classification",
    "single-window",
    "valuation",
    "ipr",
    "other",
]
SourceKind = Literal["official", "academic", "standard", "company", "press"]
Evidence = Literal["official", "academic", "company", "press"]
Basis = Literal["source", "wco", "iso", "franceterme", "usage"]
Level = Literal["initial", "experimental", "operational", "advanced", "transformational"]
EditionStatus = Literal["draft", "candidate", "approved", "rehearsal", "superseded"]
NoteKind = Literal[
    "error",
    "precision",
    "terminology",
    "ambiguity",
    "external-conflict",
    "explanation",
    "editorial",
    "difference-over-time",
    "wording",
    "base-differs",
    "planned-versus-actual",
    "missing-detail",
]

TECHNOLOGIES: tuple[str, ...] = get_args(Technology)
STAGES: tuple[str, ...] = get_args(Stage)
PROCESSES: tuple[str, ...] = get_args(Process)
LEVELS: tuple[str, ...] = get_args(Level)
SOURCE_KINDS: tuple[str, ...] = get_args(SourceKind)
EVIDENCE: tuple[str, ...] = get_args(Evidence)
BASES: tuple[str, ...] = get_args(Basis)
EDITION_STATUSES: tuple[str, ...] = get_args(EditionStatus)
NOTE_KINDS: tuple[str, ...] = get_args(NoteKind)
REGIONS: tuple[str, ...] = ("AMS", "AP", "ESA", "EUR", "MENA", "WCA")
