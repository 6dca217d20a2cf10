"""Which files of a finished site belong in an offline pack, and whether every disk can hold them.

Left out is what serves the web only (feeds, maps of sites, lists for programs), what can be had from the rest
(the files of single lists of cases: more than the pages themselves on a stick), and other copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from report.renditions.offline_search import is_left_out
from study.editions.file_names import by_bytes, clashes, name_problem
from study.editions.sums import files_of
from study.problems import Problem, ReportError
from study.renditions import FILES

SHARED = "assets"
SIDE_BY_SIDE = "both"
LANGUAGES = ("en", "fr")
LONGEST = 180  # characters: Windows knows 260 for a whole path, and the pack lies in some folder
FEW = re.compile(r"cases/(?!data/).*\.(csv|json|xlsx)")
ELSEWHERE = re.compile(rf"(feed\.xml|{FILES}/.*|.*\.map)")


def languages_of(language: str | None) -> tuple[str, ...]:
    """Return the languages of a pack: of one, or of both for None."""
    return LANGUAGES if language is None else (language,)


def pack_files(site: Path, language: str | None) -> list[str]:
    """Return the files of `site` that belong in the pack of a language, or of both for None, sorted.

    Raises ReportError for links and special files.
    """
    files, refused = files_of(site)
    if refused:
        raise ReportError(Problem(name, 0, 0, f"{name} {reason}") for name, reason in refused.items())
    folders = {SHARED, *languages_of(language), *([SIDE_BY_SIDE] if language is None else [])}
    return [name for name in files if _belongs(name, folders)]


def _belongs(name: str, folders: Iterable[str]) -> bool:
    folder, _, rest = name.partition("/")
    if folder not in folders or not rest:
        return False
    return not (FEW.fullmatch(rest) or ELSEWHERE.fullmatch(rest) or is_left_out(rest))


def refuse_names(top: str, names: Iterable[str]) -> None:
    """Raise ReportError naming each of `names`, below the folder `top`, that FAT32 or Windows cannot hold."""
    paths = [f"{top}/{name}" for name in names]
    found = [Problem(path, 0, 0, f"{path} {reason}") for path in paths for reason in _reasons(path)]
    found += [Problem(top, 0, 0, sentence) for sentence in clashes(by_bytes(paths))]
    if found:
        raise ReportError(found)


def _reasons(path: str) -> Iterator[str]:
    if reason := name_problem(path):
        yield reason
    if len(path) > LONGEST:
        yield f"has {len(path)} characters; expected at most {LONGEST}, so that Windows can unpack it"
