"""The files of a site put where an earlier build left most of them: those that are the same stay.

To make a file costs far more than to compare one; `report build` names the tree of an earlier site
(`REPORT_TREE`), which nobody reads until the build has ended. Every file is compared with what it has
to hold, byte for byte, so that whatever became of the tree meanwhile is put right.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.parts import part
from macros.columns import FOLDER

TREE = "REPORT_TREE"
COMPRESSED = "sitemap.xml.gz"  # MkDocs writes it past its own functions
_trees: list[Tree] = []


class Tree:
    """What one process writes: its language alone, or all that belongs to no other process."""

    def __init__(self, root: Path, language: str | None, others: tuple[str, ...]) -> None:
        self._root = f"{root}{os.sep}"
        self._language = language
        self._others = others
        self._written = {COMPRESSED}

    def write(self, content: bytes, output_path: str) -> None:
        """Make the file hold `content`, like `mkdocs.utils.write_file`."""
        name = os.path.relpath(output_path, self._root).replace(os.sep, "/")
        if not self._is_own(name):
            return
        self._written.add(name)
        if not _holds(output_path, content):
            self._make_room(Path(output_path))
            _write(output_path, content)

    def copy(self, source_path: str, output_path: str) -> None:
        """Make the file hold what `source_path` holds, like `mkdocs.utils.copy_file`."""
        self.write(Path(source_path).read_bytes(), output_path)

    def remove_the_rest(self) -> None:
        """Remove what this build did not write, and its own folders that are left empty."""
        for folder, _, files in os.walk(self._root, topdown=False):
            below = os.path.relpath(folder, self._root).replace(os.sep, "/")
            for file in files:
                name = file if below == "." else f"{below}/{file}"
                if self._is_own(name) and name not in self._written:
                    Path(folder, file).unlink()
            # the other process may be about to write into an empty folder of its own
            if below != "." and self._is_own(below) and not os.listdir(folder):  # noqa: PTH208
                Path(folder).rmdir()

    def _make_room(self, path: Path) -> None:
        """Remove what is no file of the site in the place of a file, and no folder in that of a folder."""
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        for each in (path, *path.parents):
            if len(str(each)) < len(self._root):
                return
            if each.is_symlink() or (each != path and each.is_file()):
                each.unlink()

    def _is_own(self, name: str) -> bool:
        folder = name.partition("/")[0]
        return folder == self._language if self._language else folder not in self._others


@event_priority(190)  # before anything is written, after hooks/parts.py (200) has said whose process this is
def on_config(config: MkDocsConfig) -> None:
    root = os.environ.get(TREE)
    if not root or _trees:
        return
    i18n: Any = config.plugins["i18n"]
    own = part()
    first = own == i18n.default_language
    others = (*(each for each in i18n.build_languages if each != own), FOLDER) if first else ()
    tree = Tree(Path(root), None if first else own, others)
    _trees.append(tree)
    mkdocs.utils.clean_directory = lambda directory: None
    mkdocs.utils.write_file = tree.write
    mkdocs.utils.copy_file = tree.copy


@event_priority(-200)  # everything is written
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if _trees and (part() or not i18n.building):
        _trees[0].remove_the_rest()


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  (some thousand files; pathlib takes half as long again)
            same = os.fstat(file.fileno()).st_size == len(content) and file.read() == content
            return same and not os.path.islink(path)  # noqa: PTH114
    except OSError:
        return False


def _write(path: str, content: bytes) -> None:
    try:
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(content)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)
