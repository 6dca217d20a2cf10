"""What addresses answered, and on which day: a file beside the work, not part of the report."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, get_args

from report.files import write_whole
from report.links.answers import Kind, Result

FILE = Path(".cache") / "links.json"


class LinksCache:
    """Results by address. A file that can't be read counts as empty; an entry that can't be, as missing."""

    def __init__(self, path: Path, today: date) -> None:
        self._path = path
        self._today = today
        self._results: dict[str, tuple[Result, date]] = {}
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            content = None
        for address, entry in content.items() if isinstance(content, dict) else ():
            if (kept := _read(entry)) is not None:
                self._results[address] = kept

    def result(self, address: str, days: int) -> Result | None:
        """Return what an address answered if that is less than `days` days ago, else None."""
        result, day = self._results.get(address, (None, self._today))
        return result if 0 <= (self._today - day).days < days else None

    def put(self, address: str, result: Result) -> None:
        """Keep a result of today."""
        self._results[address] = (result, self._today)

    def save(self) -> None:
        """Write the file whole, or leave the old one."""
        content = {
            address: {
                "day": day.isoformat(),
                "kind": result.kind,
                "words": result.words,
                "target": result.target,
            }
            for address, (result, day) in sorted(self._results.items())
        }
        write_whole(self._path, json.dumps(content, indent=1) + "\n")


def _read(entry: Any) -> tuple[Result, date] | None:
    try:
        kind, words, target, day = (entry[name] for name in ("kind", "words", "target", "day"))
        if kind not in get_args(Kind) or not words.isprintable() or not (target or "").isprintable():
            return None
        return Result(kind, words, target), date.fromisoformat(day)
    except (AttributeError, TypeError, ValueError, KeyError):
        return None
