"""Publishing an approved edition: the candidate's commit, with the record of its approval, and nothing else.

It is built from a clone of that commit, dated as the candidate; whatever has changed in this checkout since
does not count. An edition that is there is never overwritten, and its tag never moved.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from report.editions.candidate import DIST, Made, Say
from report.editions.making import Wanted, site_in_clone
from report.editions.packing import known_by, packed, sum_up, unlike
from report.editions.publishing_reasons import publishing_reasons, record_of
from report.editions.reasons import RefusedError
from report.editions.scratch import alone, beside, scratch
from report.editions.signing import signing_key
from report.editions.worktrees import clone
from report.tags import make_tag, tag_of
from study.editions.digests import differences
from study.editions.histories import history_of
from study.editions.manifest import MANIFEST_FILE, digests_in, read_manifest
from study.editions.sums import SUMS, file_sum
from study.editions.tag_message import digests_of, edition_message
from study.models.approvals import Approval
from study.models.editions import Manifest

HISTORY = "history.yaml"
DIFFERENCES = "differences.txt"
SHOWN = 50  # pages that a refusal names
LANGUAGES = ("en", "fr")


def publish(root: Path, edition: str, handed_over: Path | None, say: Say) -> Made:
    """Make `dist/EDITION/` and the tag of an approved edition; `handed_over` is the candidate's folder.

    Raises RefusedError with every reason: above all if a page is not what was approved, or if another edition
    of that number is there; BusyError while another is made; GitError, ReportError and OSError where git,
    packing or the disk fails.
    """
    with alone(root):
        if reasons := publishing_reasons(root, edition, handed_over):
            raise RefusedError(reasons)
        approval = record_of(root, edition)
        assert approval is not None
        candidate = read_manifest((handed_over or root / DIST / approval.candidate) / MANIFEST_FILE)
        with scratch() as folder:
            wanted = Wanted(
                root, edition, approval.commit, folder, root / ".cache" / "editions" / edition, say
            )
            return _published(wanted, approval, candidate)


def _published(wanted: Wanted, approval: Approval, candidate: Manifest) -> Made:
    root, edition = wanted.root, wanted.name
    wanted.say(f"Build of {approval.candidate} ({approval.commit[:10]}) with the record of its approval")
    copy = clone(root, approval.commit, wanted.scratch / "clone")
    record = f"data/approvals/{edition}.yaml"
    (copy / record).parent.mkdir(exist_ok=True)
    shutil.copyfile(root / record, copy / record)
    tree = site_in_clone(wanted, copy, wanted.scratch / "site", "build")
    manifest = read_manifest(tree / MANIFEST_FILE)
    if changed := differences(digests_in(candidate), digests_in(manifest)):
        raise RefusedError(_changed(wanted, candidate, changed))
    digests = known_by(tree, manifest)
    if reasons := list(_tagged_otherwise(root, edition, digests)):
        raise RefusedError(reasons)
    wanted.say("Packing the archives")
    news = _laid_down(wanted, copy, tree, manifest)
    key = signing_key(root)
    if tag_of(root, edition) is None:
        message = edition_message(edition, by_whom(approval), digests)
        make_tag(root, edition, approval.commit, message, str(key) if key else None)
        news = True
    return Made(root / DIST / edition, manifest, news, signed=key is not None)


def _changed(wanted: Wanted, candidate: Manifest, changed: list[str]) -> Iterator[str]:
    """Return what differs from the candidate: the first pages, and where all of them are listed."""
    path = wanted.logs / DIFFERENCES
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")
    yield from (f"not what was approved as {candidate.name}: {each}" for each in changed[:SHOWN])
    if len(changed) > SHOWN:
        yield f"{len(changed) - SHOWN} more pages and files differ; all of them stand in {path}"


def _laid_down(wanted: Wanted, copy: Path, tree: Path, manifest: Manifest) -> bool:
    """Pack the edition; return False where it is there already, the same. Raises RefusedError where it is another."""
    target = wanted.root / DIST / wanted.name
    fresh = beside(target)
    try:
        packed(wanted.root, tree, manifest, wanted.time, fresh)
        history = history_of(copy, _pages(manifest), f"sha256:{file_sum(tree / SUMS)}")
        (fresh / HISTORY).write_text(history, encoding="utf-8", newline="\n")
        sum_up(wanted.root, fresh)
        if not target.exists():
            fresh.rename(target)
            return True
        if other := unlike(target, fresh):
            raise RefusedError(
                [
                    f"{target} is there and is another: {', '.join(other[:20])}; an edition is never overwritten. "
                    "If these files are damaged, move the folder away"
                ]
            )
        return False
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _tagged_otherwise(root: Path, edition: str, digests: dict[str, str]) -> Iterator[str]:
    tag = tag_of(root, edition)
    said = digests_of(tag.message) if tag else digests
    for field, digest in digests.items():
        if said.get(field) != digest:
            yield f"the tag {edition} says {said.get(field, 'nothing')} of {field}; built anew it is {digest}"


def _pages(manifest: Manifest) -> Iterator[str]:
    """Return the paths of the pages below a language."""
    for language in LANGUAGES:
        for page in getattr(manifest.pages, language).pages:
            yield page.removeprefix(f"{language}/")


def by_whom(approval: Approval) -> str:
    """Return by whom, when and with which words an edition was approved, as its tag says it."""
    kind = " (REHEARSAL, nothing was approved)" if approval.rehearsal else ""
    return f"by {approval.body}, session {approval.session}, {approval.date}: {approval.decision.en}{kind}"
