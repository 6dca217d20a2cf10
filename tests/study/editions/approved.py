"""A record of an approval that nobody gave, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from study.editions.approvals import approval_of, written
from study.models.approvals import Approval

COMMIT = "0123456789abcdef0123456789abcdef01234567"
DIGESTS = {key: f"sha256:{sign * 64}" for key, sign in zip(("en", "fr", "both", "data"), "abcd", strict=True)}
MANIFEST = f"sha256:{'e' * 64}"


def fields(**others: Any) -> dict[str, Any]:
    """Return the fields of a record, some of them others than usual."""
    usual = {
        "edition": "2026",
        "candidate": "2026-rc2",
        "commit": COMMIT,
        "digests": DIGESTS,
        "manifest": MANIFEST,
        "body": "council",
        "session": "TEST 1",
        "date": "2026-01-30",
        "decision": {"en": "TEST: nobody decided", "fr": "TEST : personne n’a décidé"},
        "document": {"en": "TEST-E1", "fr": "TEST-F1"},
        "scope": {"approved": ["ai.md"], "annexed": [{"part": "cases", "as_of": "2026-01-29"}]},
        "rehearsal": False,
    }
    return usual | others


def approval(**others: Any) -> Approval:
    """Return an approval, some of its fields others than usual."""
    edition = str(others.get("edition", "2026"))
    return approval_of(fields(**{"candidate": f"{edition}-rc2", **others}), f"data/approvals/{edition}.yaml")


def record(root: Path, name: str = "2026", **others: Any) -> Path:
    """Write the record of an approval into a copy and return its path."""
    path = root / "data" / "approvals" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(written(approval(**others)), encoding="utf-8")
    return path
