"""Where a record stands in its file, so that a link can lead an editor to its lines."""

from __future__ import annotations

from pathlib import Path

from study.documents import Documents

FILE = "data/cases.yaml"


def case_lines(root: Path, documents: Documents) -> dict[str, tuple[int, int]]:
    """Return the first and last line of each case in `data/cases.yaml`, counted from 1."""
    records = documents.by_name.get(FILE)
    if not isinstance(records, list) or not records:
        return {}
    lines = (root / FILE).read_text(encoding="utf-8").splitlines()
    starts = [place[0] for place in records.places]  # type: ignore[attr-defined]
    found = {}
    for record, start, following in zip(records, starts, [*starts[1:], len(lines) + 1], strict=True):
        end = following - 1
        while end > start and lines[end - 1].strip()[:1] in ("", "#"):
            end -= 1
        found[record["id"]] = (start, end)
    return found
