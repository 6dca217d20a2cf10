"""The search of an offline pack: the index of the site itself, in one script.

From `file://` a browser fetches nothing, not even what lies beside the page; it does run scripts. So the
files that Pagefind fetches online come as base64 in a script, and `docs/assets/search.js` takes them
from there: the same index, the same ranking, the same results.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

from study.problems import Problem, ReportError

FOLDER = "search"
SCRIPTS = ("dialog.js", "pagefind.js")  # these are loaded as they are, on the site and in a pack


def offline_search(site: Path, language: str) -> dict[str, bytes]:
    """Return what the pack of a language has beyond the site, by path below the language's folder.

    Raises ReportError if the site holds no index.
    """
    folder = site / language / FOLDER
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name not in SCRIPTS]
    files = {
        path.relative_to(folder).as_posix(): base64.b64encode(path.read_bytes()).decode("ascii")
        for path in paths
        if path.name != "offline.js"
    }
    if not files:
        raise ReportError([Problem(f"{language}/{FOLDER}", 0, 0, "there is no search index; expected one")])
    text = json.dumps(files, separators=(",", ":"), sort_keys=True)
    return {f"{FOLDER}/offline.js": f"window.searchFiles={text};\n".encode("ascii")}


def is_left_out(path: str) -> bool:
    """Return whether a file, by its path below the language's folder, has no use in a pack: offline.js holds it."""
    folder, _, name = path.partition("/")
    return folder == FOLDER and name not in (*SCRIPTS, "offline.js")
