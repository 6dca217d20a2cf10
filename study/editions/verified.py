"""Whether one tree, or one archive of it, is what its manifest says: its bytes, its signature, its content."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from study.editions.archives import ArchiveError, unpack
from study.editions.content import absent_groups, content_problems, facts_of, manifest_at
from study.editions.manifest import MANIFEST_FILE
from study.editions.sums import SUMS, sum_problems
from study.models.editions import Manifest
from study.problems import Problem, listed


@dataclass(frozen=True)
class Signed:
    """What was found out about a signature: the sentence said of it, and why it does not hold, if so."""

    words: str
    problem: str | None


# study/ runs no programs: who calls says how the signature beside a SHA256SUMS is checked (report/editions/signatures.py).
SignatureCheck = Callable[[Path], Signed]


@dataclass(frozen=True)
class Verified:
    """What was looked at in one place: its manifest if it can be read, what is proved, what is wrong."""

    place: str
    manifest: Manifest | None
    facts: tuple[str, ...]
    problems: tuple[Problem, ...]
    absent: tuple[
        str, ...
    ] = ()  # of the manifest's languages, those that the archive of one language leaves out


def verified_tree(tree: Path, place: str, check_signature: SignatureCheck | None) -> Verified:
    """Return what is proved of a folder that is one edition's whole tree, or that of the archive of one language."""
    problems, facts = sums_and_signature(tree, check_signature)
    manifest, faults = manifest_at(tree)
    if manifest is None:
        return Verified(place, None, tuple(facts), located(place, [*problems, *faults]))
    if not problems:
        problems = content_problems(tree, manifest)
        facts = facts if problems else [*facts_of(tree, manifest), *facts]
    return Verified(place, manifest, tuple(facts), located(place, problems), tuple(absent_groups(tree)))


def verified_archive(archive: Path, place: str, check_signature: SignatureCheck | None) -> Verified:
    """Return what is proved of a zip archive, unpacked where nothing in it can do harm; raises OSError."""
    with tempfile.TemporaryDirectory(prefix="report-verify-") as scratch:
        try:
            tree = unpack(archive, Path(scratch))
        except ArchiveError as error:
            return Verified(place, None, (), located(place, error.findings))
        found = verified_tree(tree, place, check_signature)
    if found.manifest is None:
        return found
    name, wrong = found.manifest.name, []
    if tree.name != name:
        wrong.append(f"has {tree.name}/ at its top; expected {name}/, as {MANIFEST_FILE} names it")
    if archive.name == f"{name}.zip" and found.absent:
        wrong.append(f"lacks {listed(found.absent)}; expected the whole edition in an archive of this name")
    return replace(found, problems=(*found.problems, *located(place, wrong)))


def sums_and_signature(folder: Path, check_signature: SignatureCheck | None) -> tuple[list[str], list[str]]:
    """Return what is wrong with a folder's files, its sums and the signature of these, and what is proved."""
    problems = sum_problems(folder)
    facts = [] if problems else [f"every file agrees with {SUMS}"]
    if check_signature is not None and (folder / SUMS).is_file():
        signed = check_signature(folder / SUMS)
        problems += [signed.problem] if signed.problem else []
        facts += [signed.words] if signed.words else []
    return problems, facts


def located(place: str, messages: Iterable[str]) -> tuple[Problem, ...]:
    """Return messages as problems of what stands at `place`."""
    return tuple(Problem(place, 0, 0, message) for message in messages)
