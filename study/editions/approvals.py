"""The records of approvals in `data/approvals/`: one file per approved edition, never altered, never removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from study.concordance.declarations import declaration, validated
from study.documents import problem_at
from study.editions.names import edition_order
from study.files import APPROVAL
from study.models.approvals import Approval
from study.problems import Problem, ReportError, shown
from study.reading import parse_yaml, read_yaml

FOLDER = Path("data") / "approvals"
EDITIONS = "data/editions.yaml"
HEAD = """\
# yaml-language-server: $schema=../schemas/approvals.schema.json
# What was approved, by whom and when. Written by `report approve`; never altered, never removed.
"""


@dataclass(frozen=True)
class Recorded:
    """A record of an approval as it was read; `document` knows the places of its fields."""

    name: str
    edition: str  # as its file is called
    approval: Approval
    document: Any


def approvals_in(root: Path) -> list[Path]:
    """Return the files of the records, those of earlier editions first."""
    return sorted((root / FOLDER).glob("*.yaml"), key=lambda path: edition_order(path.stem))


def recorded(root: Path, problems: list[Problem]) -> list[Recorded]:
    """Return the records that can be read; the problems of the others are added to `problems`."""
    found = []
    for path in approvals_in(root):
        name = (FOLDER / path.name).as_posix()
        try:
            approval, document = declaration(root, name, APPROVAL)
        except ReportError as error:
            problems += error.problems
            continue
        found.append(Recorded(name, path.stem, approval, document))
    return found


def read_approvals(root: Path) -> dict[str, Approval]:
    """Return the approvals of the checkout by edition. Raises ReportError with the problems of all files."""
    problems: list[Problem] = []
    found = recorded(root, problems)
    problems += [problem for each in found for problem in named_otherwise(each)]
    if problems:
        raise ReportError(problems)
    return {each.approval.edition: each.approval for each in found}


def approval_in(text: str, name: str) -> Recorded:
    """Return the record that a file `name` would hold with this text. Raises ReportError with all problems of it."""
    document = parse_yaml(text, name)
    found = Recorded(name, Path(name).stem, validated(document, name, APPROVAL), document)
    if problems := list(named_otherwise(found)):
        raise ReportError(problems)
    return found


def approval_of(fields: Mapping[str, Any], name: str) -> Approval:
    """Return the approval that has these fields. Raises ReportError with all problems of them."""
    approval: Approval = validated(fields, name, APPROVAL)
    return approval


def already_approved(root: Path) -> str | None:
    """Return a notice where the edition that the checkout builds is approved already, or None.

    None either where the records or `editions.yaml` can't be read: the checks name what is wrong.
    """
    try:
        approvals = read_approvals(root)
        editions = read_yaml(root / EDITIONS, EDITIONS) if approvals else None
    except (ReportError, OSError):
        return None
    current = editions.get("current") if isinstance(editions, dict) else None
    approval = approvals.get(str(current))
    if approval is None:
        return None
    return (
        f"Edition {current} is approved ({approval.candidate}, {approval.date}); what changes now belongs to a "
        f"later edition. Add one to {EDITIONS} and name it in `current`."
    )


def written(approval: Approval) -> str:
    """Return the file of an approval, fields in the order of the model, one per line."""
    fields = approval.model_dump(mode="json")
    return HEAD + yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)


def named_otherwise(each: Recorded) -> Iterator[Problem]:
    """Return a problem where the record is of another edition than its file."""
    if each.approval.edition != each.edition:
        message = f"is {shown(each.approval.edition)}; expected {each.edition}, as the file is called"
        yield problem_at(each.name, each.document, ("edition",), message)
