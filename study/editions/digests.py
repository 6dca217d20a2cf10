"""Content digests: one for each page and data file, one for each language, one for both, one for the data.

They tell whether two builds say the same, however they look, are packed, or stand with the Council.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path

from study.editions.articles import PageError, normal_form
from study.editions.data_files import data_form, is_counted
from study.problems import Problem, ReportError
from study.renditions import LIGHT

LANGUAGE_GROUPS = ("en", "fr", "both")
DATA = "data"
GROUPS = (*LANGUAGE_GROUPS, DATA)
INDEX = "index.html"
MANY = 200  # files; for fewer, a second process takes longer to start than it saves
CHUNK = 16


@dataclass(frozen=True)
class TreeDigests:
    """The digests of a built tree: pages by group and path (`en/ai/`), data files by their path."""

    pages: Mapping[str, Mapping[str, str]]
    data: Mapping[str, str]

    def of(self, group: str) -> str:
        """Return the digest of `en`, `fr`, `both` or `data`: that of its list, sorted by path."""
        return self._groups[group]

    def entries(self, group: str) -> Mapping[str, str]:
        """Return the digests of the pages of `en`, `fr` or `both`, or of the files of `data`."""
        return self.data if group == DATA else self.pages.get(group, {})

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {group: _digest(_lines(self.entries(group)).encode()) for group in GROUPS}


def tree_digests(site: Path) -> TreeDigests:
    """Return the digests of the built tree at `site`, sealed or not.

    Raise ReportError with each page and file of which it can't be told what it says, and for a folder
    without pages in either language.
    """
    names = sorted(_counted(site))
    found = dict(zip(names, _of_all(site, names), strict=True))
    problems = [problem for each in found.values() if not isinstance(each, str) for problem in each]
    if not any(_is_page(name) for name in names):
        problems.append(
            Problem(site.name, 0, 0, "has no pages in en/ or fr/; expected the folder of a built site")
        )
    if problems:
        raise ReportError(problems)
    digests = {name: each for name, each in found.items() if isinstance(each, str)}
    pages = {
        group: {page_path(name): digests[name] for name in names if _is_page(name) and _group(name) == group}
        for group in LANGUAGE_GROUPS
    }
    return TreeDigests(pages, {name: digests[name] for name in names if not _is_page(name)})


def differences(first: TreeDigests, second: TreeDigests) -> list[str]:
    """Return a sentence for each page and data file that differs, is gone or is new in the second tree."""
    said = []
    for group in GROUPS:
        before, after = first.entries(group), second.entries(group)
        for path in sorted({*before, *after}):
            if path not in after:
                said.append(f"{path} is gone")
            elif path not in before:
                said.append(f"{path} is new")
            elif before[path] != after[path]:
                said.append(f"{path} has changed")
    return said


def listing(digests: TreeDigests, *, pages: bool = True) -> str:
    """Return the digest of each group, and below, where `pages`, that of each page and data file."""
    text = "".join(f"{group}: {digests.of(group)}\n" for group in GROUPS)
    if pages:
        text += "".join(f"\n{_lines(digests.entries(group))}" for group in GROUPS if digests.entries(group))
    return text


def page_path(name: str) -> str:
    """Return the path of a page below the edition, `en/ai/` for the file `en/ai/index.html`."""
    return name.removesuffix(INDEX)


def page_file(path: str) -> str:
    """Return the file of a page, `en/ai/index.html` for the path `en/ai/`."""
    return f"{path}{INDEX}" if path.endswith("/") else path


def _counted(site: Path) -> Iterator[str]:
    """The names of the files that have a digest; a link is one, to be refused when it is read."""
    for folder, _, files in os.walk(site):
        for file in files:
            name = Path(folder, file).relative_to(site).as_posix()
            if _is_page(name) or is_counted(name):
                yield name


def _is_page(name: str) -> bool:
    """Tell whether a file is a page of its own; a light page says what its chapter says, which is counted."""
    return name.endswith(".html") and _group(name) in LANGUAGE_GROUPS and name.split("/")[1] != LIGHT


def _group(name: str) -> str:
    return name.split("/")[0]


def _of_all(site: Path, names: list[str]) -> Iterable[str | list[Problem]]:
    one = partial(_of_one, site)
    if len(names) < MANY or (os.cpu_count() or 1) < 2:
        return [one(name) for name in names]
    with ProcessPoolExecutor(max_workers=2) as processes:
        return list(processes.map(one, names, chunksize=CHUNK))


def _of_one(site: Path, name: str) -> str | list[Problem]:
    """The digest of a file or its problems: these, unlike errors, come back from another process whole."""
    path = site / name
    try:
        if path.is_symlink():
            raise PageError("is a link; expected a file")
        if not _is_page(name):
            return _digest(name.encode(), b"\n", data_form(path, name))
        form = normal_form(path.read_bytes().decode("utf-8"))
        return _digest(f"{_group(name)}\n{page_path(name)}\n{form}".encode("utf-8", "surrogatepass"))
    except ReportError as error:
        return [Problem(name, each.line, each.column, each.message) for each in error.problems]
    except OSError as error:
        return [Problem(name, 0, 0, f"can't be read: {error.strerror or error}")]
    except ValueError as error:
        return [Problem(name, 0, 0, str(error))]


def _lines(entries: Mapping[str, str]) -> str:
    return "".join(f"{entries[path]}  {path}\n" for path in sorted(entries))


def _digest(*parts: bytes) -> str:
    return f"sha256:{sha256(b''.join(parts)).hexdigest()}"
