"""Making a candidate: every reason against it, every gate, two same builds, the archives, and the tag last.

A run that is killed leaves no tag; the next one begins anew and needs nothing of what the killed one left.
Once the tag stands, only `dist/NAME/` is made again, and only if its digests are those of the tag.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from report.editions.gates import failing_gates
from report.editions.making import Wanted, same_site_twice
from report.editions.packing import known_by, packed, unlike
from report.editions.reasons import RefusedError, candidate_reasons
from report.editions.scratch import alone, beside, put, scratch
from report.editions.signatures import checker
from report.editions.signing import signing_key
from report.editions.submitted import allowed_signers, tag_reasons
from report.editions.worktrees import clone
from report.git import commit_name
from report.tags import Tag, make_tag, tag_of
from study.editions.gates import gates_of
from study.editions.manifest import MANIFEST_FILE, read_manifest
from study.editions.names import edition_of
from study.editions.tag_message import candidate_message, digests_of
from study.editions.verification import verify
from study.models.editions import Manifest

DIST = "dist"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A candidate or edition as it stands in `folder`; `news` says whether this run changed anything."""

    folder: Path
    manifest: Manifest
    news: bool
    signed: bool


def make_candidate(root: Path, name: str, say: Say, *, every: bool = False) -> Made:
    """Make `dist/NAME/` and the tag of a candidate of the commit that is checked out.

    Raises RefusedError with every reason, naming all sections out of concordance if `every`; BusyError while
    another is made; GitError, ReportError and OSError where git, packing or the disk fails. Then there is no tag.
    """
    with alone(root):
        if reasons := candidate_reasons(root, name, every=every):
            raise RefusedError(reasons)
        tag = tag_of(root, name)
        if tag and (manifest := settled(root, name, tag)):
            return Made(root / DIST / name, manifest, news=False, signed=tag.signed)
        return _made(root, name, commit_name(root) or "", tag, say)


def verify_candidate(root: Path, name: str, say: Say) -> Made:
    """Rebuild a candidate whose tag is checked out, compare its digests with the tag's, and make `dist/NAME/`.

    For workflows that run on the tag: no gate is passed again, no tag made. Raises as `make_candidate` does.
    """
    with alone(root):
        commit = commit_name(root) or ""
        if reasons := list(tag_reasons(root, name, commit, "checked out")):
            raise RefusedError(reasons)
        return _made(root, name, commit, tag_of(root, name), say)


def settled(root: Path, name: str, tag: Tag) -> Manifest | None:
    """Return the manifest of `dist/NAME/` if it is whole and is what the tag names, else None."""
    folder = root / DIST / name
    if not (folder / MANIFEST_FILE).is_file():
        return None
    signers = allowed_signers(root)
    found = verify(folder, checker(signers) if signers else None)
    manifest = found.manifest
    if manifest is None or not found.sound or (manifest.name, manifest.commit) != (name, tag.commit):
        return None
    return manifest if known_by(folder, manifest) == digests_of(tag.message) else None


def _made(root: Path, name: str, commit: str, tag: Tag | None, say: Say) -> Made:
    """Make the folder, and the tag if there is none yet."""
    with scratch() as folder:
        wanted = Wanted(root, name, commit, folder, root / ".cache" / "editions" / name, say)
        if tag is None:
            _pass_gates(wanted)
        tree = same_site_twice(wanted)
        manifest = read_manifest(tree / MANIFEST_FILE)
        digests = known_by(tree, manifest)
        if tag and (reasons := list(_otherwise(tag, digests, manifest))):
            raise RefusedError(reasons)
        say("Packing the archives")
        target = root / DIST / name
        laid_out(root, tree, manifest, wanted.time, target)
    key = signing_key(root)
    if tag is None:
        message = candidate_message(name, edition_of(name), digests)
        make_tag(root, name, commit, message, str(key) if key else None)
    return Made(target, manifest, news=True, signed=key is not None)


def laid_out(root: Path, tree: Path, manifest: Manifest, time: int, target: Path) -> None:
    """Pack `tree` into the folder `target`, in one step; a folder that is the same already is left alone."""
    fresh = beside(target)
    try:
        packed(root, tree, manifest, time, fresh)
        if not target.is_dir() or unlike(target, fresh):
            put(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _pass_gates(wanted: Wanted) -> None:
    """Pass all gates in a fresh clone. Raises RefusedError with every gate that fails."""
    copy = clone(wanted.root, wanted.commit, wanted.scratch / "gates")
    if failures := list(failing_gates(gates_of(copy), copy, wanted.logs, wanted.say)):
        raise RefusedError([failure.words for failure in failures])


def _otherwise(tag: Tag, digests: dict[str, str], manifest: Manifest) -> Iterator[str]:
    """Return what a rebuild has other than the tag says."""
    said = digests_of(tag.message)
    for field, digest in digests.items():
        if said.get(field) == digest:
            continue
        hint = ""
        if field == "manifest" and all(said.get(each) == digests[each] for each in digests if each != field):
            hint = (
                f"; its content is the same, so look at its versions: here Python {manifest.versions.python}"
            )
        yield f"the tag {tag.name} says {said.get(field, 'nothing')} of {field}; built anew it is {digest}{hint}"
