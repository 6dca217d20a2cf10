"""The schema files in `data/schemas/`: written from the models, never by hand."""

from __future__ import annotations

from pathlib import Path

from report.files import write_whole
from study.problems import Problem
from study.schemas import schemas

FOLDER = Path("data") / "schemas"


def write_schemas(root: Path) -> list[str]:
    """Write every schema that differs; return the names of those written."""
    written = []
    for name, text in schemas().items():
        path = root / FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_whole(path, text)
            written.append(name)
    return written


def stale_schemas(root: Path) -> list[Problem]:
    """Return a problem for each schema that is not what the models say."""
    problems = []
    for name, text in schemas().items():
        path = root / FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            shown = (FOLDER / name).as_posix()
            problems.append(Problem(shown, 0, 0, "is not what the models say; run: report schemas"))
    return problems
