"""Releases on GitHub: a candidate is kept as a draft that only the team sees, an edition is published for good.

Where a repository has immutable releases, nothing can be added after publication. So everything is attached to a
draft, what arrived is read back and compared, and only then the draft is published.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from report.editions.packing import known_by
from report.editions.publishing import by_whom
from report.editions.reasons import RefusedError
from report.editions.release_files import differences, files_of_release
from report.github import GithubError, Repository
from study.editions.manifest import read_manifest
from study.editions.names import edition_order, is_candidate
from study.editions.tag_message import edition_message
from study.labels import Words
from study.models.editions import Manifest
from study.models.publication import Label

LANGUAGES = ("en", "fr")


def released(
    repository: Repository, dist: Path, labels: Mapping[str, Mapping[str, Label]], newest: bool
) -> str:
    """Make the release of `dist`, or complete it, and return what was done, in one sentence.

    `newest` says whether no later edition is published. The tag of an edition is made where it is missing.
    Raises ReportError where `dist` is damaged, RefusedError, and GithubError.
    """
    manifest = read_manifest(dist / "MANIFEST.json")
    name, is_draft = manifest.name, is_candidate(manifest.name)
    with tempfile.TemporaryDirectory() as scratch:
        files = files_of_release(dist, manifest, Path(scratch))
        _tagged(repository, manifest, _message(manifest, dist))
        state = _state(repository, name)
        if state == "published":
            if is_draft:
                raise RefusedError([f"{name} is a candidate, but its release is published; expected a draft"])
            if found := differences(files, _arrived(repository, name, Path(scratch))):
                raise RefusedError([f"release {name} is published and differs: {each}" for each in found])
            return f"Release {name} is already published, with the same files."
        if state is None:
            _drafted(repository, manifest, labels, Path(scratch))
        repository.run("release", "upload", name, "--clobber", *map(str, files.values()))
        if found := differences(files, _arrived(repository, name, Path(scratch))):
            raise RefusedError([f"draft of release {name}: {each}; it was not published" for each in found])
    if is_draft:
        return f"Release {name} is kept as a draft, with {len(files)} files."
    repository.run("release", "edit", name, "--draft=false", f"--latest={str(newest).lower()}")
    return f"Release {name} is published, with {len(files)} files."


def is_newest(edition: str, editions: set[str]) -> bool:
    """Return whether no approved edition comes after `edition`."""
    return max({edition, *editions}, key=edition_order) == edition


def title(name: str, labels: Mapping[str, Mapping[str, Label]], status: str) -> str:
    """Return the title of a release: its name and its status in both languages."""
    sentences = [Words(language, labels)("status_sentence", status, edition=name) for language in LANGUAGES]
    return f"{name}: {' / '.join(sentences)}"


def _tagged(repository: Repository, manifest: Manifest, message: str | None) -> None:
    """Make sure that the tag leads to the manifest's commit; with a message, a missing one is made, annotated."""
    name = manifest.name
    try:
        found = repository.api(f"git/ref/tags/{name}")["object"]
    except GithubError as error:
        if error.status != 404:
            raise
        if message is None:
            raise RefusedError([f"the tag {name} is not on GitHub; push it first"]) from None
        made = repository.api(
            "git/tags", {"tag": name, "message": message, "object": manifest.commit, "type": "commit"}
        )
        repository.api("git/refs", {"ref": f"refs/tags/{name}", "sha": made["sha"]})
        return
    if found["type"] == "tag":
        found = repository.api(f"git/tags/{found['sha']}")["object"]
    if found["sha"] != manifest.commit:
        raise RefusedError(
            [
                f"the tag {name} on GitHub leads to {found['sha']}; expected {manifest.commit}, as MANIFEST.json says"
            ]
        )


def _message(manifest: Manifest, dist: Path) -> str | None:
    """Return the message of an edition's tag, as `report publish` writes it; a candidate's tag is never made here."""
    if manifest.approval is None:
        return None
    return edition_message(manifest.name, by_whom(manifest.approval), known_by(dist, manifest))


def _state(repository: Repository, name: str) -> str | None:
    try:
        answer = json.loads(repository.run("release", "view", name, "--json", "isDraft"))
    except GithubError as error:
        if "release not found" in str(error):
            return None
        raise
    return "draft" if answer["isDraft"] else "published"


def _drafted(
    repository: Repository, manifest: Manifest, labels: Mapping[str, Mapping[str, Label]], scratch: Path
) -> None:
    digests = {group: getattr(manifest.pages, group).digest for group in (*LANGUAGES, "both")}
    lines = [f"{group}: {digest}" for group, digest in {**digests, "data": manifest.data.digest}.items()]
    heading = title(manifest.name, labels, manifest.status)
    notes = scratch / "notes.md"
    notes.write_text(f"{heading}\n\n```text\n" + "\n".join(lines) + "\n```\n", encoding="utf-8")
    kind = ["--prerelease"] if is_candidate(manifest.name) else []
    repository.run(
        *("release", "create", manifest.name, "--draft", "--verify-tag", *kind),
        *("--title", heading, "--notes-file", str(notes)),
    )


def _arrived(repository: Repository, name: str, scratch: Path) -> Path:
    folder = Path(tempfile.mkdtemp(dir=scratch))
    repository.run("release", "download", name, "--dir", str(folder))
    return folder
