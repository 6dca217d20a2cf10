"""The public tree, made from the verified archives of all approved editions; old ones are unpacked, never rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from report.editions.approved_archives import ApprovedArchive, found_archive, without_approval
from report.editions.out_folder import content_refusals, place_refusals
from report.editions.public_pages import PublicTree, public_files
from report.editions.swapping import fresh_folder, take_place
from study.building import knowledge
from study.editions.approvals import read_approvals
from study.editions.lasting_feed import lasting_feed
from study.editions.public import public_editions
from study.knowledge import Knowledge
from study.labels import Words
from study.models.approvals import Approval
from study.models.editions import Manifest
from study.models.values import LANGUAGES
from study.problems import Problem, ReportError


class AssemblyRefusedError(ReportError):
    """Raised when no public tree may be made, with every reason; the old one is as it was."""


@dataclass(frozen=True)
class Assembled:
    """What was made: the editions, the newest first; and those whose archives no approval names."""

    editions: list[str]
    left_out: list[str]


def assemble(root: Path, archives: Path, out: Path) -> Assembled:
    """Put a public tree at `out`: every approved edition from its archive in `archives`, or nothing changes.

    Raises AssemblyRefusedError with all reasons, ReportError where data or approvals have problems,
    BusyError while another assembly writes to `out`, OSError where a disk is full or fails.
    """
    known, approvals = knowledge(root), read_approvals(root)
    _refuse(place_refusals(root, archives, out), out)
    with fresh_folder(out) as fresh:
        found = {number: found_archive(archives, number) for number in approvals}
        missing = [_missing(archives, number) for number, path in found.items() if path is None]
        _refuse([*content_refusals(out, approvals), *missing], out)
        signing = known.publication.signing
        given = [
            ApprovedArchive(root, path, approvals[number], signing) for number, path in found.items() if path
        ]
        tree = _tree(known, approvals, _unpacked(given, fresh), fresh)
        for name, content in public_files(root, tree):
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        take_place(fresh, out)
    return Assembled([each.id for each in tree.editions], without_approval(archives, approvals))


def _missing(archives: Path, edition: str) -> str:
    path = archives / f"{edition}.zip"
    return (
        f"the archive of edition {edition} is missing; expected {path} or {archives / edition / path.name}: "
        "an approved edition is never left out"
    )


def _refuse(reasons: Iterable[str], out: Path) -> None:
    problems = [Problem(str(out), 0, 0, reason) for reason in reasons]
    if problems:
        raise AssemblyRefusedError(problems)


def _unpacked(archives: Iterable[ApprovedArchive], folder: Path) -> dict[str, Manifest]:
    """Unpack all editions below `folder`; return their manifests, or raise with what is wrong with any."""
    manifests: dict[str, Manifest] = {}
    problems: list[Problem] = []
    for archive in archives:
        try:
            manifests[archive.approval.edition] = archive.unpacked(folder)
        except ReportError as error:
            problems += error.problems
    if problems:
        raise AssemblyRefusedError(problems)
    return manifests


def _tree(
    known: Knowledge, approvals: Mapping[str, Approval], manifests: Mapping[str, Manifest], folder: Path
) -> PublicTree:
    """Return what the files around the editions are made from."""
    pages = {
        number: [*each.pages.en.pages, *each.pages.fr.pages, *each.pages.both.pages]
        for number, each in manifests.items()
    }
    editions = public_editions(approvals, pages, rehearsal=known.publication.rehearsal)
    languages = {language: Words(language, known.labels) for language in LANGUAGES}
    feeds = _feeds(folder / editions[0].id, known.publication.site_url) if editions else {}
    return PublicTree(known.publication, languages, editions, feeds)


def _feeds(edition: Path, site_url: str) -> dict[str, bytes]:
    """Return the feeds of the current edition, by language, for the addresses that stay."""
    addresses = {language: f"{site_url}feed-{language}.xml" for language in LANGUAGES}
    found = {language: edition / language / "feed.xml" for language in LANGUAGES}
    made = {
        language: lasting_feed(path.read_bytes(), language, addresses)
        for language, path in found.items()
        if path.is_file()
    }
    return {language: content for language, content in made.items() if content}
