"""Why an edition is not published: every reason at once, before anything is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report.editions.candidate import DIST
from report.editions.reasons import no_key
from report.editions.submitted import approval_and_tag, candidate_folder_reasons, tag_reasons
from report.git import can_name_the_tagger, commit_name, commit_of, text_at, top_folder, version_day
from report.tags import tag_of
from study.editions.approval_checks import approval_problems
from study.editions.approvals import read_approvals
from study.editions.names import is_edition
from study.loading import read
from study.models.approvals import Approval
from study.problems import ReportError, shown, suggestion


def publishing_reasons(root: Path, edition: str, handed_over: Path | None) -> list[str]:
    """Return every reason for which `edition` can't be published from the checkout.

    `handed_over` is the candidate's folder, `dist/CANDIDATE/` if None.
    """
    reasons = [*_of_the_checkout(root), *_of_the_record(root, edition)]
    approval = record_of(root, edition)
    if approval is None:
        return reasons
    commit, name = approval.commit, approval.candidate
    if commit_of(root, commit) != commit:
        reasons.append(f"the approved commit {commit[:10]} is not in this repository: git fetch --tags")
    reasons += tag_reasons(root, name, commit, "approved")
    reasons += approval_and_tag(root, approval)
    reasons += candidate_folder_reasons(root, handed_over or root / DIST / name, approval)
    reasons += _of_the_tag(root, edition, commit)
    return reasons


def record_of(root: Path, edition: str) -> Approval | None:
    """Return the record of an edition's approval, None where there is none that can be read."""
    try:
        return read_approvals(root).get(edition)
    except ReportError:
        return None


def _of_the_checkout(root: Path) -> Iterator[str]:
    if commit_name(root) is None or top_folder(root) != root.resolve():
        yield f"{root} is not the top folder of a git checkout with a commit"
    if not can_name_the_tagger(root):
        yield "git knows no name for the tag; expected git config user.name and user.email"
    reading = read(root, version_day(root))
    yield from (str(problem) for problem in reading.problems)
    yield from (str(problem) for problem in approval_problems(root, reading.documents))
    if reading.knowledge is not None:
        yield from no_key(root, reading.knowledge.publication.signing)


def _of_the_record(root: Path, edition: str) -> Iterator[str]:
    name = f"data/approvals/{edition}.yaml"
    if not is_edition(edition):
        yield f"{shown(edition)} is no edition; expected such as 2026 or 2026.1"
    elif not (root / name).is_file():
        known = [path.stem for path in (root / "data" / "approvals").glob("*.yaml")]
        yield f"{name} is missing: edition {edition} is not approved{suggestion(edition, known)}"
    elif text_at(root, "HEAD", name) != (root / name).read_text(encoding="utf-8"):
        yield f"{name} is not committed as it stands; expected the record that was merged"


def _of_the_tag(root: Path, edition: str, commit: str) -> Iterator[str]:
    tag = tag_of(root, edition)
    if tag and not tag.annotated:
        yield f"the tag {edition} exists and is no annotated one; this command did not make it"
    elif tag and tag.commit != commit:
        yield f"the tag {edition} exists on {tag.commit[:10]}; approved is {commit[:10]}; a tag is never moved"
