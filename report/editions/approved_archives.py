"""The archives of approved editions: found, unpacked, and held against what was approved and published."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from report.editions.signatures import checker
from study.editions.archives import ArchiveError, unpack
from study.editions.content import group_digests
from study.editions.names import edition_order, is_edition
from study.editions.sums import SIGNATURE, SUMS, file_sum
from study.editions.verified import verified_tree
from study.history import FOLDER as HISTORY
from study.models.approvals import Approval
from study.models.editions import Manifest
from study.models.publication import Signing
from study.problems import Problem, ReportError, listed
from study.reading import read_yaml


@dataclass(frozen=True)
class ApprovedArchive:
    """The archive of an approved edition, in the checkout at `root` that has the record of its approval."""

    root: Path
    path: Path
    approval: Approval
    signing: Signing

    def unpacked(self, folder: Path) -> Manifest:
        """Unpack the edition below `folder` and return its manifest.

        Raises ReportError with everything in which the archive is damaged, hostile, or not what was approved.
        """
        try:
            tree = unpack(self.path, folder)
        except ArchiveError as error:
            raise ReportError(map(self._problem, error.findings)) from None
        manifest = self._verified(tree)
        reasons = [*self._refusals(tree), *differences(manifest, self.approval)]
        if reasons:
            raise ReportError(map(self._problem, reasons))
        return manifest

    def _verified(self, tree: Path) -> Manifest:
        """Return the manifest of the unpacked edition, which is proved whole."""
        allowed = self.signing.allowed_signers
        check = checker(self.root / allowed if allowed else None)
        found = verified_tree(tree, self.approval.edition, check)
        reasons = [each.message for each in found.problems]
        if found.absent:
            reasons.append(f"lacks {listed(found.absent)}; expected the archive of the whole edition")
        if reasons or found.manifest is None:
            raise ReportError(map(self._problem, reasons))
        return found.manifest

    def _refusals(self, tree: Path) -> Iterator[str]:
        """Return why the edition is not the one published, where its history says so, or lacks its signature."""
        number = self.approval.edition
        if tree.name != number:
            yield f"holds the folder {tree.name}; expected {number}"
        if self.signing.required and not (tree / SIGNATURE).is_file():
            yield f"{SIGNATURE} is missing; expected it, since data/publication.yaml requires signing"
        name = (HISTORY / f"{number}.yaml").as_posix()
        if not (self.root / name).is_file():
            return
        document = read_yaml(self.root / name, name)
        expected = document.get("sums") if isinstance(document, dict) else None
        given = f"sha256:{file_sum(tree / SUMS)}"
        if expected and str(expected) != given:
            yield f"has other bytes than were published: its {SUMS} is {given}, but {name} says {expected}"

    def _problem(self, message: str) -> Problem:
        return Problem(str(self.path), 0, 0, message)


def differences(manifest: Manifest, approval: Approval) -> Iterator[str]:
    """Return how an edition that is whole differs from what was approved, one sentence each."""
    if manifest.status != "approved" or manifest.name != approval.edition:
        yield f"holds {manifest.name} ({manifest.status}); expected the approved edition {approval.edition}"
    if manifest.commit != approval.commit:
        yield f"was built from commit {manifest.commit}; expected {approval.commit}, which was approved"
    if manifest.approval != approval:
        yield f"carries another record of its approval than data/approvals/{approval.edition}.yaml"
    given = group_digests(manifest)
    for group, expected in approval.digests.model_dump().items():
        if given[group] != expected:
            yield f"has the content digest {given[group]} of {group}; expected {expected}, which was approved"


def found_archive(folder: Path, edition: str) -> Path | None:
    """Return the archive of an edition in `folder`, or in a folder of its own there; None if there is none."""
    names = (f"{edition}.zip", f"{edition}/{edition}.zip")
    return next((path for name in names if (path := folder / name).is_file()), None)


def without_approval(folder: Path, approved: Collection[str]) -> list[str]:
    """Return the editions that have an archive in `folder`, but are not among `approved`; in order."""
    names = {path.stem for path in [*folder.glob("*.zip"), *folder.glob("*/*.zip")]}
    return sorted((name for name in names if is_edition(name) and name not in approved), key=edition_order)
