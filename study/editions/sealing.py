"""Sealing a built tree: its digests are put into its pages, its manifest and its sums beside them.

From then on nothing in it changes: what is shown of its standing was built into it, and the digests leave
that out, so that a sealed tree has the digests it had before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from study.editions.digests import DATA, LANGUAGE_GROUPS, TreeDigests, page_file, tree_digests
from study.editions.manifest import MANIFEST_FILE, validated, write_manifest
from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST
from study.editions.sums import SUMS, written
from study.models.approvals import Approval
from study.models.editions import FORMAT, Manifest
from study.models.gates import Gate
from study.problems import Problem, ReportError

TEXTS = {".html", ".json", ".xml", ".csv", ".tbx", ".txt", ".js"}
MARKS = (PAGE_DIGEST, EDITION_DIGEST)
SIGNS = [form for mark in MARKS for form in (mark.encode(), mark.encode("unicode_escape"))]


@dataclass(frozen=True)
class About:
    """What the manifest says of an edition beside its digests; `time` is the commit's, in seconds since 1970."""

    edition: str
    name: str
    status: str
    commit: str
    time: int
    python: str
    requirements: str  # SHA-256 of requirements/site.txt, 64 digits
    gates: Sequence[Gate] = ()
    approval: Approval | None = None


def seal(tree: Path, about: About) -> Manifest:
    """Put the digests into the pages of `tree`, write its manifest and its sums; return the manifest.

    Raise ReportError, with every problem, for a tree that has no digests, for a mark that stands where no
    digest is known, and for what makes no manifest.
    """
    digests = tree_digests(tree)
    manifest = manifest_of(digests, about)
    for group in LANGUAGE_GROUPS:
        for path, own in digests.pages[group].items():
            _fill(tree / page_file(path), own, digests.of(group))
    if problems := list(_left(tree)):
        raise ReportError(problems)
    write_manifest(manifest, tree / MANIFEST_FILE)
    (tree / SUMS).write_bytes(written(tree).encode())
    return manifest


def manifest_of(digests: TreeDigests, about: About) -> Manifest:
    """Return the manifest of a tree with these digests; raise ReportError for what makes none."""
    pages = {
        group: {"digest": digests.of(group), "pages": dict(digests.pages[group])} for group in LANGUAGE_GROUPS
    }
    said = {
        "format": FORMAT,
        "edition": about.edition,
        "name": about.name,
        "status": about.status,
        "commit": about.commit,
        "time": f"{datetime.fromtimestamp(about.time, UTC):%Y-%m-%dT%H:%M:%SZ}",
        "pages": pages,
        "data": {"digest": digests.of(DATA), "files": dict(digests.data)},
        "gates": [gate.model_dump(include={"id", "words"}) for gate in about.gates],
        "approval": about.approval and about.approval.model_dump(),
        "versions": {"python": about.python, "requirements": about.requirements},
    }
    return validated(said)


def _fill(path: Path, own: str, edition: str) -> None:
    page = path.read_bytes()
    filled = page.replace(PAGE_DIGEST.encode(), own.encode()).replace(
        EDITION_DIGEST.encode(), edition.encode()
    )
    if filled != page:
        path.write_bytes(filled)


def _left(tree: Path) -> Iterator[Problem]:
    """Marks that are left after filling: the search or the door would show them to readers."""
    for path in sorted(tree.rglob("*")):
        if path.suffix in TEXTS and path.is_file():
            content = path.read_bytes()
            if any(sign in content for sign in SIGNS):
                name = path.relative_to(tree).as_posix()
                yield Problem(
                    name,
                    0,
                    0,
                    "holds the mark of a digest where none can be put in; expected it in a page only",
                )
