"""What is handed over of a candidate or edition: archives, downloads, manifest, digests, and the sums of all."""

from __future__ import annotations

import shutil
import zipfile
from hashlib import file_digest, sha256
from pathlib import Path

from report.editions.signing import sign, signer
from study.editions.archives import names_of, pack
from study.editions.content import group_digests
from study.editions.digests import listing
from study.editions.manifest import MANIFEST_FILE, digests_in
from study.editions.sums import SIGNATURE, SUMS, file_sum, written
from study.models.editions import Manifest

LANGUAGES = ("en", "fr")
DIGESTS = "DIGESTS.txt"


def packed(root: Path, tree: Path, manifest: Manifest, time: int, folder: Path) -> None:
    """Fill `folder` with what is handed over of the sealed `tree`; signed where a key is configured.

    Raises ReportError for what can't be packed or signed, OSError where the disk is full.
    """
    name = manifest.name
    sign(tree / SUMS, root)
    pack(tree, folder / f"{name}.zip", name, time)
    for language in LANGUAGES:
        chosen = names_of(tree, language)
        pack(tree, folder / f"{name}-{language}.zip", name, time, chosen, signer(root))
        if (tree / language / "data").is_dir():
            shutil.copytree(tree / language / "data", folder / "data" / language)
    shutil.copyfile(tree / MANIFEST_FILE, folder / MANIFEST_FILE)
    (folder / DIGESTS).write_text(listing(digests_in(manifest)), encoding="utf-8", newline="\n")
    sum_up(root, folder)


def sum_up(root: Path, folder: Path) -> None:
    """Write the sums of all files of a folder, signed where a key is configured, and make it readable to all."""
    (folder / SUMS).write_text(written(folder), encoding="utf-8", newline="\n")
    sign(folder / SUMS, root)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)


def known_by(folder: Path, manifest: Manifest) -> dict[str, str]:
    """Return the digests that name an edition in its tag: of its content, and of the file MANIFEST.json in `folder`."""
    return {**group_digests(manifest), "manifest": f"sha256:{file_sum(folder / MANIFEST_FILE)}"}


def unlike(first: Path, second: Path) -> list[str]:
    """Return the files in which two folders of one edition differ, sorted.

    Signatures aside: those of some kinds of key are new each time, so that where archives hold some, their files count.
    """
    names = [
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {SIGNATURE}
        for folder in (first, second)
    ]
    signed = (first / SIGNATURE).is_file() and (second / SIGNATURE).is_file()
    aside = {SUMS} if signed else set()  # it lists archives, which are compared by their files
    return sorted(
        (names[0] ^ names[1])
        | {
            name
            for name in (names[0] & names[1]) - aside
            if _content(first / name, signed=signed) != _content(second / name, signed=signed)
        }
    )


def _content(path: Path, *, signed: bool) -> object:
    if not signed or path.suffix != ".zip":
        return file_sum(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return {
                name: sha256(archive.read(name)).digest()
                for name in archive.namelist()
                if not name.endswith(f"/{SIGNATURE}")
            }
    except (zipfile.BadZipFile, OSError):
        with path.open("rb") as file:
            return file_digest(file, "sha256").digest()
