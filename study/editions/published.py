"""`editions.json` of a public tree, as it is read back: the editions it lists and their digests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from study.editions.file_names import name_problem
from study.problems import shown

LARGEST = 16 * 1024 * 1024  # bytes; sixty editions take 60,000


def listed_editions(path: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return the digests of each edition that the file lists, by the name of its folder, and what is wrong with the file.

    A path that leads out of the public tree, or deeper into it, is a problem and never followed.
    """
    name = path.name
    if path.is_symlink() or not path.is_file():
        return {}, [f"{name} is missing; expected the list of editions"]
    if path.stat().st_size > LARGEST:
        return {}, [f"{name} is larger than {LARGEST} bytes"]
    try:
        editions = json.loads(path.read_bytes())["editions"]
        entries = [(entry["path"], entry.get("digests", {})) for entry in editions]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, [f"{name} is damaged; expected JSON with `editions`, each with its `path`"]
    listed: dict[str, dict[str, str]] = {}
    problems = []
    for folder, digests in entries:
        if not _is_folder(folder):
            problems.append(
                f"{name} lists the path {shown(folder)}; expected the name of a folder and a slash"
            )
        elif folder[:-1] in listed:
            problems.append(f"{name} lists {folder} twice")
        else:
            listed[folder[:-1]] = _texts(digests)
    return listed, problems


def _is_folder(path: Any) -> bool:
    return (
        isinstance(path, str)
        and path.endswith("/")
        and "/" not in path[:-1]
        and name_problem(path[:-1]) is None
    )


def _texts(digests: Any) -> dict[str, str]:
    return {str(group): str(digest) for group, digest in digests.items()} if isinstance(digests, dict) else {}
