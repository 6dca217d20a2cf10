"""Archives of an edition: packed the same anywhere, and unpacked only where nothing in them can do harm."""

from __future__ import annotations

import os
import shutil
import struct
import tempfile
import time as clock
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from study.editions import archive_checks as checks
from study.editions.digests import LANGUAGE_GROUPS
from study.editions.file_names import by_bytes
from study.editions.sums import SIGNATURE, SUMS, files_of, written
from study.problems import Problem, ReportError, shown

PLAIN_FILE = 0o100644 << 16
UNIX = 3
EARLIEST, LATEST = 315532800, 4354819198  # 1980 and 2107: the format knows no other times
LEVEL = 6
# What zipfile raises for a damaged archive; the flags that would make it a RuntimeError are refused before.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)

Sign = Callable[[bytes], bytes | None]


class ArchiveError(ReportError):
    """Raised when an archive is not packed or not unpacked; `findings` are all reasons, in sentences."""

    def __init__(self, archive: Path, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__(Problem(archive.name, 0, 0, finding) for finding in self.findings)


def pack(
    tree: Path,
    target: Path,
    top: str,
    time: int,
    names: Iterable[str] | None = None,
    sign: Sign | None = None,
) -> None:
    """Write the files of `tree` into the zip archive `target`, below one folder called `top`, dated `time`.

    Without `names`: the whole tree as it is, with its SHA256SUMS and signature. With `names`: these files and a
    SHA256SUMS of their own, with the signature that `sign` makes of it, if any. The same files give the same bytes.
    Raises ReportError for links, special files and files that are not there, ArchiveError for what `unpack` would refuse.
    """
    made = {} if names is None else _own_sums(tree, names, sign)
    chosen = _all_files(tree) if names is None else [*(set(names) - {SUMS, SIGNATURE}), *made]
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-", suffix=".tmp")
    os.close(handle)
    part = Path(temporary)
    try:
        _write(part, ((f"{top}/{name}", made.get(name, tree / name)) for name in by_bytes(chosen)), time)
        with zipfile.ZipFile(part) as opened:
            found = checks.frame_findings(part) + checks.entry_findings(opened.infolist(), part)
        if found:
            raise ArchiveError(target, found)
        part.chmod(0o644)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack `archive` below `folder` and return the one folder that it holds; what is there is never overwritten.

    Raises ArchiveError with all findings, and OSError as reading and writing do; then nothing is left in `folder`.
    """
    found = checks.frame_findings(archive)
    if found:
        raise ArchiveError(archive, found)
    found = checks.digest_findings(archive)
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = opened.infolist()
            refused = checks.entry_findings(entries, archive)
            if refused:
                raise ArchiveError(archive, found + refused)
            top = entries[0].filename.split("/")[0]
            if (folder / top).exists():
                raise ArchiveError(archive, [f"{folder / top} is there already; nothing is overwritten"])
            with _staging(folder) as staging:
                # Even where the digest is wrong already: which file is damaged is what a reader wants to know.
                found += [fault for entry in entries if (fault := _extracted(opened, entry, staging))]
                if found:
                    raise ArchiveError(archive, found)
                (staging / top).rename(folder / top)
    except DAMAGED as error:
        raise ArchiveError(archive, [*found, f"has a damaged directory: {error}"]) from None
    return folder / top


def names_of(tree: Path, language: str) -> list[str]:
    """Return the files that the archive of one language holds: its folder, and what stands in no language's folder."""
    others = {group for group in LANGUAGE_GROUPS if group != language}
    return [name for name in files_of(tree)[0] if name.split("/")[0] not in others]


def _own_sums(tree: Path, names: Iterable[str], sign: Sign | None) -> dict[str, bytes]:
    sums = written(tree, names).encode()
    signature = sign(sums) if sign else None
    return {SUMS: sums} if signature is None else {SUMS: sums, SIGNATURE: signature}


def _all_files(tree: Path) -> list[str]:
    files, refused = files_of(tree)
    if refused:
        raise ReportError(Problem(name, 0, 0, f"{name} {reason}") for name, reason in refused.items())
    return files + [name for name in (SUMS, SIGNATURE) if (tree / name).is_file()]


def _write(target: Path, files: Iterator[tuple[str, bytes | Path]], time: int) -> None:
    date = clock.gmtime(min(max(time, EARLIEST), LATEST))[:6]
    with zipfile.ZipFile(target, "w", compresslevel=LEVEL) as opened:
        for name, content in files:
            entry = zipfile.ZipInfo(name, date)
            entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(entry, content if isinstance(content, bytes) else content.read_bytes())
        opened.comment = checks.COMMENT + b"0" * checks.DIGITS
    digits = checks.bytes_digest(target)
    with target.open("r+b") as file:
        file.seek(-checks.DIGITS, os.SEEK_END)
        file.write(digits)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(dir=folder, prefix=".unpacking-"))
    try:
        yield staging
    finally:
        shutil.rmtree(staging)
        with suppress(OSError):  # holds what was unpacked, or something of others
            if is_new:
                folder.rmdir()


def _extracted(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> str | None:
    """Write one entry below `folder`; return what is wrong with it, or None."""
    target = folder / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with opened.open(entry) as source, target.open("xb") as file:
            shutil.copyfileobj(source, file)
    except DAMAGED as error:
        return f"{shown(entry.filename)} is damaged: {error}"
    return None
