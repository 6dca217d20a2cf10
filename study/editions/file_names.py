"""Names of files that mean the same on every system: what may stand in an archive or in SHA256SUMS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

LONGEST_NAME = 255  # bytes of one part, on every file system in use
LONGEST_PATH = 400  # bytes below the top folder
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
WINDOWS_NEVER = re.compile(r'[<>:"|?*]')
WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def name_problem(name: str) -> str | None:
    """Return why `name`, with `/` between its parts, may not be written below a folder, or None.

    Refused is what leaves the folder (an absolute name, `..`, a drive letter, a backslash), and what one system
    understands otherwise than another: control characters, devices of Windows, dots or spaces at an end.
    """
    parts = name.split("/")
    if CONTROL.search(name):
        return "holds a control character"
    if "\\" in name:
        return "holds a backslash"
    if re.match("[A-Za-z]:", name):
        return "begins with a drive letter"
    if name.startswith("/"):
        return "is absolute"
    if ".." in parts:
        return "leaves its folder by `..`"
    if "" in parts or "." in parts:
        return "has an empty part"
    return _strange(name, parts)


def clashes(names: Iterable[str]) -> Iterator[str]:
    """Yield a sentence for each of `names` that some system would take for another file or folder among them.

    That is the same name twice, names that differ in case or in Unicode's form only, and a file that is a folder elsewhere.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        for ended in re.finditer("/", name):
            folder = name[: ended.start()]
            other = folders.setdefault(_folded(folder), folder)
            if other != folder:
                yield f"{folder}/ and {other}/ are the same folder on some systems"
        key = _folded(name)
        if files.get(key) == name:
            yield f"{name} is there twice"
        elif key in files:
            yield f"{name} and {files[key]} are the same file on some systems"
        files.setdefault(key, name)
    yield from (f"{files[key]} is a file and a folder" for key in files.keys() & folders.keys())


def by_bytes(names: Iterable[str]) -> list[str]:
    """Return `names` sorted by their bytes in UTF-8, as `sort` does with LC_ALL=C."""
    return sorted(names, key=lambda name: name.encode("utf-8", "surrogateescape"))


def _strange(name: str, parts: list[str]) -> str | None:
    if normalize("NFC", name) != name:
        return "is not in Unicode's form NFC"
    if WINDOWS_NEVER.search(name):
        return "holds a character that Windows refuses"
    if any(part.endswith((".", " ")) or WINDOWS_DEVICE.fullmatch(part) for part in parts):
        return "has a part that Windows refuses"
    if len(name.encode()) > LONGEST_PATH or any(len(part.encode()) > LONGEST_NAME for part in parts):
        return f"is too long; expected at most {LONGEST_NAME} bytes for a part and {LONGEST_PATH} in all"
    return None


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())
