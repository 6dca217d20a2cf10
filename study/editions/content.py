"""Whether what a tree says is what its manifest says: the content digests, computed anew."""

from __future__ import annotations

from pathlib import Path

from study.editions.digests import DATA, LANGUAGE_GROUPS, TreeDigests, differences, tree_digests
from study.editions.manifest import MANIFEST_FILE, digests_in, read_manifest
from study.models.editions import Manifest
from study.problems import ReportError, listed

WHOLE_OR_ONE: tuple[list[str], ...] = ([], ["fr", "both"], ["en", "both"])  # what an archive may leave out


def manifest_at(tree: Path) -> tuple[Manifest | None, list[str]]:
    """Return the manifest of a folder, or None and why it can't be read."""
    path = tree / MANIFEST_FILE
    if path.is_symlink() or not path.is_file():
        return None, [f"{MANIFEST_FILE} is missing; expected the manifest of a candidate or an edition"]
    try:
        return read_manifest(path), []
    except ReportError as error:
        return None, [f"{MANIFEST_FILE}: {problem.message}" for problem in error.problems]


def content_problems(tree: Path, manifest: Manifest) -> list[str]:
    """Return a sentence for each page or download whose content digest is not the manifest's, and for each digest of
    a group that is not that of its entries.

    The archive of one language is compared by what it holds; a tree without any language is a problem.
    """
    absent = absent_groups(tree)
    if absent not in WHOLE_OR_ONE:
        return [f"lacks {listed(absent)}; expected the whole edition, or en/ or fr/ alone"]
    said = digests_in(manifest)
    found = _approval_problems(manifest)
    found += [
        f"{MANIFEST_FILE} gives {digest} for {group}; its entries give {said.of(group)}"
        for group, digest in group_digests(manifest).items()
        if said.of(group) != digest
    ]
    try:
        return found + differences(_part(said, absent), tree_digests(tree))
    except ReportError as error:
        return found + [f"{problem.file}: {problem.message}" for problem in error.problems]


def absent_groups(tree: Path) -> list[str]:
    """Return which of `en`, `fr` and `both` a folder does not hold."""
    return [group for group in LANGUAGE_GROUPS if not (tree / group).is_dir()]


def group_digests(manifest: Manifest) -> dict[str, str]:
    """Return the digests that an edition is known by: of each language, of both side by side, and of the data."""
    pages = {group: getattr(manifest.pages, group).digest for group in LANGUAGE_GROUPS}
    return {**pages, DATA: manifest.data.digest}


def facts_of(tree: Path, manifest: Manifest) -> list[str]:
    """Return what is proved of a tree whose content is its manifest's, in sentences."""
    absent = absent_groups(tree)
    facts = [
        f"{manifest.name}, {manifest.status}, commit {manifest.commit}",
        *(_counted(group, manifest) for group in LANGUAGE_GROUPS if group not in absent),
        _counted_data(manifest, absent),
    ]
    return [*facts, f"not in this archive: {', '.join(absent)}"] if absent else facts


def _approval_problems(manifest: Manifest) -> list[str]:
    """Return what the approval in a manifest says otherwise than the manifest itself."""
    approval = manifest.approval
    if approval is None:
        return []
    pairs = [
        (group, digest, getattr(approval.digests, group)) for group, digest in group_digests(manifest).items()
    ]
    pairs += [("edition", manifest.edition, approval.edition), ("commit", manifest.commit, approval.commit)]
    return [
        f"{MANIFEST_FILE} has {said} as {name}; the approval in it was given to {approved}"
        for name, said, approved in pairs
        if said != approved
    ]


def _counted(group: str, manifest: Manifest) -> str:
    pages = getattr(manifest.pages, group)
    count = len(pages.pages)
    return f"{group}: {count} {'page' if count == 1 else 'pages'}, {pages.digest}"


def _counted_data(manifest: Manifest, absent: list[str]) -> str:
    held, files = len(_part(digests_in(manifest), absent).data), len(manifest.data.files)
    return f"data: {held} of {files} files" if absent else f"data: {files} files, {manifest.data.digest}"


def _part(digests: TreeDigests, absent: list[str]) -> TreeDigests:
    return TreeDigests(
        pages={group: {} if group in absent else pages for group, pages in digests.pages.items()},
        data={file: digest for file, digest in digests.data.items() if file.split("/")[0] not in absent},
    )
