"""What published editions promised: an id that was published never disappears.

`data/history/EDITION.yaml` is written when an edition is published; until then there is nothing to keep.
Its `cases` maps each published id to the stage it had.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from study.knowledge import Knowledge
from study.problems import Problem, ReportError, suggestion
from study.reading import place_of, read_yaml

FOLDER = Path("data") / "history"


def stages_by_edition(root: Path) -> dict[str, dict[str, str]]:
    """Return the stage of each case in each published edition; what can't be read is left out.

    `history_problems` names what can't be read.
    """
    editions = {}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        with suppress(ReportError):
            document = read_yaml(path, path.name)
            cases = document.get("cases") if isinstance(document, dict) else None
            if isinstance(cases, dict):
                editions[path.stem] = {key: str(stage) for key, stage in cases.items()}
    return editions


def history_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Return a problem for each published case that the register no longer holds."""
    for path in sorted((knowledge.root / FOLDER).glob("*.yaml")):
        name = (FOLDER / path.name).as_posix()
        try:
            document = read_yaml(path, name)
        except ReportError as error:
            yield from error.problems
            continue
        cases = document.get("cases") if isinstance(document, dict) else None
        if not isinstance(cases, dict):
            yield Problem(name, 1, 1, "has no cases; expected `cases:` with an id and its stage on each line")
            continue
        for key in cases.keys() - knowledge.case.keys():
            yield Problem(
                name,
                *place_of(document, ("cases", key)),
                f'the case "{key}" was published in edition {path.stem} and is gone from data/cases.yaml; '
                f"expected it there, withdrawn with a reason if need be{suggestion(key, knowledge.case)}",
            )
