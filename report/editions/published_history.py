"""The history of an edition as it lies in its folder, beside what was published."""

from __future__ import annotations

from pathlib import Path

from study.editions.sums import sum_problems
from study.history import history_in
from study.problems import Problem, ReportError, shown
from study.reading import read_text

FILE = "history.yaml"


def published_history(dist: Path, edition: str) -> str:
    """Return the text of `history.yaml` in the folder `dist` of a published edition.

    Raises ReportError where the folder was changed since, or the file is missing or is not of this edition.
    """
    path = dist / FILE
    if not path.is_file():
        message = "is missing; expected the folder that `report publish` has made, see --dist"
        raise ReportError([Problem(str(path), 0, 0, message)])
    if wrong := sum_problems(dist):
        raise ReportError(Problem(str(dist), 0, 0, message) for message in wrong)
    text = read_text(path, str(path))
    found, problems = history_in(text, str(path), edition)
    if found is None or problems:
        raise ReportError(problems)
    said = found.document.get("edition")
    if said != edition:
        message = f"is the history of {shown(said)}; expected that of edition {edition}"
        raise ReportError([Problem(str(path), 0, 0, message)])
    return text
