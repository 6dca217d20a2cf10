"""Whether a candidate is still what was submitted: its tag, not moved, and the folder that was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.editions.packing import known_by
from report.editions.signatures import checker
from report.git import version_day
from report.tags import tag_of, unsigned
from study.editions.tag_message import FIELDS, digests_of
from study.editions.verification import verify
from study.loading import read
from study.models.approvals import Approval


def allowed_signers(root: Path) -> Path | None:
    """Return the file of those who may sign, where signing is required and the file is named, else None."""
    knowledge = read(root, version_day(root)).knowledge
    if knowledge is None or not knowledge.publication.signing.required:
        return None
    named = knowledge.publication.signing.allowed_signers
    return root / named if named else None


def tag_reasons(root: Path, name: str, commit: str, what: str) -> Iterator[str]:
    """Return why the tag of a candidate is not to be trusted; `commit` is where it has to be, which is `what`."""
    tag = tag_of(root, name)
    if tag is None:
        yield f"there is no tag {name}; expected the candidate's: git fetch --tags"
        return
    if not tag.annotated:
        yield f"the tag {name} is no annotated one; expected the tag that report candidate made"
    elif missing := [field for field in FIELDS if field not in digests_of(tag.message)]:
        yield f"the message of the tag {name} does not say the digest of {', '.join(missing)}"
    if tag.commit != commit:
        yield f"the tag {name} stands on {tag.commit[:10]}; {commit[:10]} is {what}: has the tag been moved?"
    if (signers := allowed_signers(root)) and (wrong := unsigned(root, name, signers)):
        yield wrong


def candidate_folder_reasons(root: Path, folder: Path, approval: Approval) -> Iterator[str]:
    """Return why a folder is not the candidate that was approved, as it was handed over."""
    name = approval.candidate
    if not folder.is_dir():
        yield (
            f"{folder} is missing; expected what was handed over of {name}, or made again: "
            f"git switch --detach {name}, then report candidate {name} --verify-tag"
        )
        return
    signers = allowed_signers(root)
    found = verify(folder, checker(signers) if signers else None)
    yield from (f"{folder}: {problem.message}" for problem in found.problems)
    manifest = found.manifest
    if manifest is None:
        return
    if (manifest.name, manifest.commit) != (name, approval.commit):
        yield (
            f"{folder} holds {manifest.name} of {manifest.commit[:10]}; approved is {name} of {approval.commit[:10]}"
        )
        return
    yield from _other_digests(f"{folder}", known_by(folder, manifest), approval)


def approval_and_tag(root: Path, approval: Approval) -> Iterator[str]:
    """Return why the record of an approval and the tag of its candidate are not of the same text."""
    tag = tag_of(root, approval.candidate)
    if tag and tag.annotated and len(said := digests_of(tag.message)) == len(FIELDS):
        yield from _other_digests(f"the tag {tag.name}", said, approval)


def _other_digests(where: str, digests: dict[str, str], approval: Approval) -> Iterator[str]:
    approved = {**approval.digests.model_dump(), "manifest": approval.manifest}
    for field, digest in approved.items():
        if digests.get(field) != digest:
            yield f"{where} says {digests.get(field)} of {field}; approved was {digest}"
