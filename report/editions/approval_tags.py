"""Whether the tag of a candidate is what a record of its approval says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.git import GitError, done
from report.tags import Tag, tag_of
from study.building import reading
from study.editions.tag_message import FIELDS, candidate_message, digests_of
from study.models.approvals import Approval


def tag_problems(root: Path, approval: Approval) -> Iterator[str]:
    """Return what is wrong with the tag of the candidate that a record names, as sentences."""
    name = approval.candidate
    tag = tag_of(root, name)
    if tag is None:
        yield f"there is no tag {name}; expected that of a candidate (git fetch --tags fetches them)"
        return
    if not tag.annotated:
        yield f"the tag {name} is a light one; expected the annotated tag that `report candidate` makes"
        return
    if tag.commit != approval.commit:
        yield (
            f"the tag {name} stands at commit {tag.commit or 'none'}; "
            f"the record says {approval.commit}: one of them was moved"
        )
    yield from _message_problems(tag, approval)
    if problem := _signature_problem(root, name):
        yield problem


def digests_by_field(approval: Approval) -> dict[str, str]:
    """Return the digests of a record under the names that a tag's message gives them."""
    return {**approval.digests.model_dump(), "manifest": approval.manifest}


def _message_problems(tag: Tag, approval: Approval) -> Iterator[str]:
    expected = digests_by_field(approval)
    first = candidate_message(tag.name, approval.edition, expected).splitlines()[0]
    if tag.message.split("\n", 1)[0] != first:
        yield f'the message of the tag {tag.name} begins otherwise; expected "{first}"'
    found = digests_of(tag.message)
    for field in FIELDS:
        if field not in found:
            yield f"the message of the tag {tag.name} does not name one digest of {field}; expected {field}: sha256:…"
        elif found[field] != expected[field]:
            yield f"the digest of {field} is {expected[field]}; the tag {tag.name} says {found[field]}"


def _signature_problem(root: Path, name: str) -> str | None:
    """Return why the tag's signature does not hold, where candidates must be signed."""
    knowledge = reading(root).knowledge
    signing = knowledge.publication.signing if knowledge else None
    if signing is None or not signing.required:
        return None
    if signing.allowed_signers is None:
        return "signatures are required, but data/publication.yaml names no file of allowed signers"
    signers = root / signing.allowed_signers
    try:
        done(
            root,
            "-c",
            "gpg.format=ssh",
            "-c",
            f"gpg.ssh.allowedSignersFile={signers}",
            "verify-tag",
            "--",
            name,
        )
    except GitError as error:
        return f"the tag {name} is not signed by an allowed key: {error}"
    return None
