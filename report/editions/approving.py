"""Recording an approval: everything but what the body decided comes from the candidate itself."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from report.editions.approval_tags import digests_by_field, tag_problems
from report.git import files_at, text_at
from study.editions.approvals import FOLDER, approval_of, written
from study.editions.manifest import MANIFEST_FILE, read_manifest
from study.editions.sums import sum_problems
from study.models.approvals import Approval
from study.models.editions import Manifest
from study.problems import Problem, ReportError, shown
from study.reading import parse_yaml

CHAPTERS = "docs/en/"
EDITIONS = "data/editions.yaml"


def approval_record(root: Path, dist: Path, decided: Mapping[str, Any]) -> tuple[str, str]:
    """Return the file that records an approval, below `root`, and its text.

    `decided` has `edition`, `candidate`, `body`, `session`, `date`, `decision`, `document` and `rehearsal`;
    commit and digests come from the candidate's folder `dist`, which is verified, and the scope from
    `data/editions.yaml` of its commit. Raises ReportError with all that keeps this from being a record.
    """
    name = (FOLDER / f"{decided['edition']}.yaml").as_posix()
    manifest = _manifest(dist, str(decided["edition"]), str(decided["candidate"]))
    content = (dist / MANIFEST_FILE).read_bytes()
    fields = {
        **decided,
        "commit": manifest.commit,
        "digests": {
            "en": manifest.pages.en.digest,
            "fr": manifest.pages.fr.digest,
            "both": manifest.pages.both.digest,
            "data": manifest.data.digest,
        },
        "manifest": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "scope": _scope(root, manifest.commit, str(decided["edition"])),
    }
    approval = approval_of(fields, name)
    if problems := [Problem(name, 0, 0, message) for message in tag_problems(root, approval)]:
        raise ReportError(problems)
    return name, written(approval)


def described(approval: Approval) -> list[str]:
    """Return the lines that say which candidate was recorded, to be compared with the decision."""
    return [f"candidate {approval.candidate}, commit {approval.commit}"] + [
        f"  {field}: {digest}" for field, digest in digests_by_field(approval).items()
    ]


def _manifest(dist: Path, edition: str, candidate: str) -> Manifest:
    """Return the manifest of the candidate in the folder `dist`. Raises ReportError if it is not just that."""
    if not (dist / MANIFEST_FILE).is_file():
        message = f"has no {MANIFEST_FILE}; expected the folder of the candidate {candidate}, see --dist"
        raise ReportError([Problem(str(dist), 0, 0, message)])
    if wrong := sum_problems(dist):
        raise ReportError(Problem(str(dist), 0, 0, message) for message in wrong)
    manifest = read_manifest(dist / MANIFEST_FILE)
    expected = {"edition": edition, "name": candidate, "status": "candidate"}
    problems = [
        Problem(str(dist / MANIFEST_FILE), 0, 0, f"{field} is {shown(value)}; expected {expected[field]}")
        for field, value in manifest.model_dump(include=set(expected)).items()
        if value != expected[field]
    ]
    if problems:
        raise ReportError(problems)
    return manifest


def _scope(root: Path, commit: str, edition: str) -> dict[str, Any]:
    """Return what the candidate's commit submits for approval, chapter by chapter, and what it annexes."""
    text = text_at(root, commit, EDITIONS)
    if text is None:
        message = (
            f"is not known at commit {commit}; expected the candidate's commit here (git fetch fetches it)"
        )
        raise ReportError([Problem(EDITIONS, 0, 0, message)])
    editions = parse_yaml(text, EDITIONS)
    scope = next((each.get("scope") for each in editions["editions"] if each.get("id") == edition), None)
    if not isinstance(scope, dict):
        message = f"does not say what edition {edition} submits for approval; expected its `scope` at commit {commit}"
        raise ReportError([Problem(EDITIONS, 0, 0, message)])
    approved = scope["approved"]
    if approved == "all":
        names = files_at(root, commit, CHAPTERS)
        approved = sorted(name.removeprefix(CHAPTERS) for name in names if name.endswith(".md"))
    annexed = [{"part": part, "as_of": editions["as_of"]} for part in scope.get("annexed") or []]
    return {"approved": approved, "annexed": annexed}
