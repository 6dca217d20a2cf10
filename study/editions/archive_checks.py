"""What makes an archive one of ours, and what makes it dangerous: looked at before anything is unpacked."""

from __future__ import annotations

import hashlib
import stat
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from study.editions.file_names import clashes, name_problem
from study.problems import listed, shown

MOST_ENTRIES = 60_000  # an edition of today has 2,000; above 65,535 the format is another one
MOST_UNPACKED = 4 * 1024**3  # bytes; an edition of today has 60 million
MOST_RATIO = 50  # unpacked to packed: pages reach 10, a zip bomb 1,000
RATIO_FROM = 64 * 1024**2  # bytes unpacked, below which no ratio is a danger
NAME_SPACE = 1024  # bytes of the directory per entry, more than the longest name needs

# The archive ends in the digest of all bytes before it, in the place the format has for a comment. CRC-32 and the sums
# inside prove the files; headers, dates and the last bits of compressed data are proved by nothing else.
COMMENT = b"SHA-256 of all bytes before these digits: "
DIGITS = 64
END = struct.Struct("<4s4H2LH")
END_MARK = b"PK\x05\x06"
TAIL = END.size + len(COMMENT) + DIGITS
BLOCK = 1 << 20

UTF8_NAME = 0x800
ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def bytes_digest(archive: Path) -> bytes:
    """Return the SHA-256 of all bytes of an archive but the last 64, in which it stands, as hexadecimal digits."""
    made, left = hashlib.sha256(), archive.stat().st_size - DIGITS
    with archive.open("rb") as file:
        while left > 0 and (block := file.read(min(BLOCK, left))):
            made.update(block)
            left -= len(block)
    return made.hexdigest().encode()


def frame_findings(archive: Path) -> list[str]:
    """Return why a file is not an archive of ours that may be opened: cut off, too many entries, no digest at its end."""
    size = archive.stat().st_size
    with archive.open("rb") as file:
        begin = file.read(4)
        file.seek(max(0, size - TAIL))
        tail = file.read()
    if begin != b"PK\x03\x04":
        return ["is not a zip archive, or holds nothing, or something stands before its first entry"]
    if size < TAIL or tail[END.size : -DIGITS] != COMMENT:
        return ["does not end in its own digest: it is cut off, or was not packed by `report`"]
    mark, _, _, here, entries, directory, offset, comment = END.unpack(tail[: END.size])
    if mark != END_MARK or here != entries or comment != len(COMMENT) + DIGITS:
        return ["has a damaged end"]
    if entries > MOST_ENTRIES or directory > entries * NAME_SPACE:
        return [f"lists {entries} entries in {directory} bytes; expected at most {MOST_ENTRIES} entries"]
    if offset + directory + TAIL != size:
        return ["has a directory that does not end where the archive does"]
    return []


def digest_findings(archive: Path) -> list[str]:
    """Return a sentence if the digest at the end of an archive is not that of the bytes before it."""
    with archive.open("rb") as file:
        file.seek(-DIGITS, 2)
        said = file.read()
    given = bytes_digest(archive)
    if said == given:
        return []
    words = shown(said.decode("ascii", "replace"), DIGITS + 2)
    return [f"is changed: its end says {words}, its bytes give {given.decode()}"]


def entry_findings(entries: Sequence[zipfile.ZipInfo], archive: Path) -> list[str]:
    """Return what is wrong with the entries of an archive whose frame is whole: one sentence for each finding."""
    size = archive.stat().st_size
    with archive.open("rb") as file:
        file.seek(size - TAIL)
        said = END.unpack(file.read(END.size))[4]
    if len(entries) != said:
        return [f"lists {said} entries and has {len(entries)}"]
    if not entries:
        return ["holds no files"]
    found = [f"{shown(entry.orig_filename)} {reason}" for entry in entries for reason in _refused(entry)]
    found += clashes(entry.orig_filename for entry in entries)
    found += _bomb(entries, size)
    tops = sorted({entry.orig_filename.split("/")[0] for entry in entries})
    if len(tops) > 1 or any("/" not in entry.orig_filename for entry in entries):
        found.append(
            f"has at its top {listed([shown(top) for top in tops[:5]])}; expected one folder, with all in it"
        )
    return found


def _refused(entry: zipfile.ZipInfo) -> list[str]:
    mode = entry.external_attr >> 16
    found = [name_problem(entry.orig_filename)]
    if stat.S_ISLNK(mode):
        found.append("is a symbolic link; expected a plain file")
    elif stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        found.append("is not a plain file")
    if entry.flag_bits & ENCRYPTED:
        found.append("is encrypted")
    elif entry.flag_bits & ~UTF8_NAME:
        found.append(f"has the flags {entry.flag_bits:#x}; expected none but that of a name in UTF-8")
    if entry.compress_type not in METHODS:
        found.append(f"is compressed by method {entry.compress_type}; expected deflate")
    if entry.extra or entry.comment or entry.volume:
        found.append("carries fields that no entry of ours has")
    return [reason for reason in found if reason]


def _bomb(entries: Sequence[zipfile.ZipInfo], size: int) -> list[str]:
    unpacked = sum(entry.file_size for entry in entries)
    found = []
    if unpacked > MOST_UNPACKED:
        found.append(f"would unpack to {unpacked} bytes; expected at most {MOST_UNPACKED}")
    elif unpacked > RATIO_FROM and unpacked > MOST_RATIO * size:
        found.append(f"would unpack to {unpacked} bytes, more than {MOST_RATIO} times its size")
    if sum(entry.compress_size for entry in entries) > size:
        found.append("has entries that share their bytes with others")
    return found
