"""Whether an archive, a folder or a public tree is what its edition's manifest says, down to the last bit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from study.editions.content import group_digests, manifest_at
from study.editions.manifest import MANIFEST_FILE
from study.editions.published import listed_editions
from study.editions.sums import SUMS
from study.editions.verified import (
    SignatureCheck,
    Verified,
    located,
    sums_and_signature,
    verified_archive,
    verified_tree,
)
from study.models.editions import Manifest
from study.problems import Problem

EDITIONS = "editions.json"


@dataclass(frozen=True)
class Verification:
    """What was found at one path: one edition, or several in a public tree, or the archives of a dist folder."""

    path: Path
    found: tuple[Verified, ...]

    @property
    def problems(self) -> list[Problem]:
        """Return everything that is wrong, in the order of the places."""
        return [problem for each in self.found for problem in each.problems]

    @property
    def manifest(self) -> Manifest | None:
        """Return the manifest of what is at the path itself; a public tree has none of its own."""
        return self.found[0].manifest

    @property
    def sound(self) -> bool:
        """Return whether everything was proved."""
        return not self.problems


def verify(path: Path, check_signature: SignatureCheck | None = None) -> Verification:
    """Return what is proved and what is wrong at `path`: an edition's folder, a zip, a dist folder or a public tree.

    Without `check_signature` no signature is looked at. Raises OSError where `path` cannot be read at all.
    """
    place = path.name or str(path)
    if not path.is_dir():
        found = [verified_archive(path, place, check_signature)]
    elif any(path.glob("*.zip")) and (path / MANIFEST_FILE).exists():
        found = _dist(path, place, check_signature)
    elif (path / SUMS).exists() or not _is_public(path):
        found = [verified_tree(path, place, check_signature)]
    else:
        found = _public(path, place, check_signature)
    return Verification(path, tuple(found))


def _is_public(path: Path) -> bool:
    """Return whether a folder holds editions; one that has lost its list of them is none the less a public tree."""
    return (path / EDITIONS).exists() or any(path.glob(f"*/{MANIFEST_FILE}"))


def _dist(folder: Path, place: str, check_signature: SignatureCheck | None) -> list[Verified]:
    """Verify what was handed over: the folder's own sums, then each archive, whose manifest is the folder's."""
    problems, facts = sums_and_signature(folder, check_signature)
    manifest, faults = manifest_at(folder)
    archives = [
        verified_archive(archive, f"{place}/{archive.name}", check_signature)
        for archive in sorted(folder.glob("*.zip"))
        if archive.is_file() and not archive.is_symlink()
    ]
    if manifest is not None and not (folder / f"{manifest.name}.zip").is_file():
        faults = [*faults, f"{manifest.name}.zip is missing; expected the archive of the whole edition"]
    for archive in archives:
        if archive.manifest is not None and archive.manifest != manifest:
            faults = [*faults, f"{MANIFEST_FILE} is not that of {archive.place}"]
    return [Verified(place, manifest, tuple(facts), located(place, [*problems, *faults])), *archives]


def _public(root: Path, place: str, check_signature: SignatureCheck | None) -> list[Verified]:
    """Verify a public tree edition by edition, and its list of editions against them."""
    listed, problems = listed_editions(root / EDITIONS)
    folders = {file.parent.name for file in root.glob(f"*/{MANIFEST_FILE}")}
    problems += [
        f"{name}/ is additional: {EDITIONS} does not list it" for name in sorted(folders - listed.keys())
    ]
    found = []
    for name in sorted({*listed, *folders}):
        if (root / name).is_symlink():
            problems.append(f"{name}/ is a link; expected a folder")
            continue
        if not (root / name).is_dir():
            problems.append(f"{name}/ is missing: {EDITIONS} lists it")
            continue
        edition = verified_tree(root / name, f"{place}/{name}", check_signature)
        found.append(edition)
        if edition.manifest is not None:
            problems += _published_problems(name, edition.manifest, listed.get(name, {}))
            problems += [f"{name}/ lacks {group}/" for group in edition.absent]
    fact = f"{len(found)} editions; the pages beside them belong to no edition and are not proved"
    return [Verified(place, None, (fact,), located(place, problems)), *found]


def _published_problems(name: str, manifest: Manifest, digests: dict[str, str]) -> list[str]:
    found = []
    if (manifest.name, manifest.status) != (name, "approved"):
        found.append(
            f"{name}/ holds {manifest.name}, {manifest.status}; expected the approved edition {name}"
        )
    known = group_digests(manifest)
    for group, digest in digests.items():
        if known.get(group) != digest:
            found.append(
                f"{EDITIONS} gives {digest} for {group} of {name}; {MANIFEST_FILE} has {known.get(group)}"
            )
    return found
