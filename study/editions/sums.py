"""SHA256SUMS: the list that proves each file of a folder, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from study.editions.file_names import by_bytes, name_problem
from study.problems import Problem, ReportError, shown

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
LINE = re.compile(r"([0-9a-f]{64})  (.+)")
LARGEST = 64 * 1024 * 1024  # bytes of a SHA256SUMS that is read: half a million lines


def written(tree: Path, names: Iterable[str] | None = None) -> str:
    """Return the text of SHA256SUMS for all files of `tree`, or for `names` only, but itself and its signature.

    The lines are sorted by the bytes of the names. Raises ReportError naming every file that is a link, is special,
    or has a name that not every system can write.
    """
    files, refused = files_of(tree)
    chosen = files if names is None else by_bytes(set(names) - {SUMS, SIGNATURE})
    refused |= {name: "is not there" for name in chosen if name not in set(files)}
    if refused:
        raise ReportError(Problem(name, 0, 0, f"{name} {reason}") for name, reason in refused.items())
    return text_of({name: file_sum(tree / name) for name in chosen})


def text_of(sums: Mapping[str, str]) -> str:
    """Return the text of SHA256SUMS for the digests of named files."""
    return "".join(f"{sums[name]}  {name}\n" for name in by_bytes(sums))


def read_sums(text: str, name: str) -> dict[str, str]:
    """Return the digest of each file that the text of a SHA256SUMS lists; `name` is what messages call it.

    Raises ReportError with every line that has another form, a name no archive may hold, or a name listed twice.
    """
    sums: dict[str, str] = {}
    problems: list[Problem] = []
    lines = text.split("\n")
    if lines.pop() != "":
        problems.append(Problem(name, len(lines) + 1, 0, "the last line has no end; the file may be cut off"))
    for number, line in enumerate(lines, start=1):
        found = LINE.fullmatch(line)
        if found is None:
            message = (
                f"{shown(line)} is not a line of digests; expected 64 hexadecimal digits, two spaces, a name"
            )
        elif reason := name_problem(found[2]):
            message = f"the name {shown(found[2])} {reason}"
        elif sums.setdefault(found[2], found[1]) != found[1] or len(sums) + len(problems) < number:
            message = f"{found[2]} is listed twice"
        else:
            continue
        problems.append(Problem(name, number, 0, message))
    if problems:
        raise ReportError(problems)
    return sums


def sum_problems(tree: Path) -> list[str]:
    """Return a sentence for each file of `tree` that is changed, missing or additional, and for each link.

    Compared with the tree's own SHA256SUMS; a list that is missing, damaged or written otherwise is a problem too.
    """
    list_file = tree / SUMS
    files, refused = files_of(tree)
    found = [f"{name} {reason}" for name, reason in refused.items()]
    if not list_file.is_file() or list_file.is_symlink():
        return [*found, f"{SUMS} is missing; expected the list of all files of this folder"]
    if list_file.stat().st_size > LARGEST:
        return [*found, f"{SUMS} is larger than {LARGEST} bytes"]
    try:
        text = list_file.read_bytes().decode("utf-8")
        listed = read_sums(text, SUMS)
    except UnicodeDecodeError:
        return [*found, f"{SUMS} is damaged: it is not UTF-8"]
    except ReportError as error:
        return [*found, *(f"{SUMS}, line {problem.line}: {problem.message}" for problem in error.problems)]
    found += _compared(tree, listed, files, refused)
    if not found and text != text_of(listed):
        found.append(f"{SUMS} is not sorted; expected its lines in the order of the bytes of the names")
    return found


def files_of(tree: Path) -> tuple[list[str], dict[str, str]]:
    """Return the names of all files below `tree` but SHA256SUMS and its signature, and what is refused, with the reason.

    Refused are links, devices and pipes, which are never opened, and names that not every system can write.
    """
    files: list[str] = []
    refused: dict[str, str] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(tree / above) as entries:
            for entry in entries:
                name = f"{above}{entry.name}"
                mode = entry.stat(follow_symlinks=False).st_mode
                if reason := name_problem(name) or _special(mode):
                    refused[name] = reason
                elif stat.S_ISDIR(mode):
                    waiting.append(f"{name}/")
                elif name not in (SUMS, SIGNATURE):
                    files.append(name)
    return by_bytes(files), {name: refused[name] for name in by_bytes(refused)}


def file_sum(path: Path) -> str:
    """Return the SHA-256 (FIPS 180-4) of a file's bytes as hexadecimal digits; raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _compared(
    tree: Path, listed: Mapping[str, str], files: list[str], refused: Mapping[str, str]
) -> list[str]:
    found = []
    for name in files:
        if name not in listed:
            found.append(f"{name} is additional: {SUMS} does not list it")
            continue
        try:
            digest = file_sum(tree / name)
        except OSError as error:
            found.append(f"{name} cannot be read: {error.strerror}")
            continue
        if digest != listed[name]:
            found.append(f"{name} is changed: {SUMS} says {listed[name]}, its bytes give {digest}")
    gone = set(listed) - set(files) - set(refused)
    return found + [f"{name} is missing: {SUMS} lists it" for name in by_bytes(gone)]


def _special(mode: int) -> str | None:
    if stat.S_ISLNK(mode):
        return "is a symbolic link; expected a plain file"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "is neither a file nor a folder"
    return None
