"""A small report that is built again and again, and a look at what its builds kept."""

from __future__ import annotations

import compileall
import os
import re
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from bench.checkouts import LEFT_OUT, command
from bench.reports import write_report
from study.loading import load
from tests.site.conftest import Files, differences, files_of

LANGUAGES = ("en", "fr")
PAGES = 12  # chapters of each language
DIGITS = 64  # of a digest; what stands before them in a key is its kind
NOW = int(time.time())
COMMIT = "0123456789abcdef" * 2 + "01234567"
ALL = "all"
KINDS = ("markdown", "frame", "sections", "light", "search", "repertory", "edition", "knowledge")
Kinds = dict[str, object]
Rows = dict[str, dict[str, set[str]]]  # language → kind → keys


class Small:
    """A copy of the report in `folder`, cut down to a dozen chapters; its builds run its own code.

    `site` is what they make, `known` are the keys of what they keep, before any change.
    Without `root`, of which it is a copy, `folder` holds a small report already.
    """

    site: Files
    known: Rows

    def __init__(self, folder: Path, root: Path | None = None) -> None:
        self.root, self.out = folder / "report", folder / "out" / "site"
        self.kept = self.root / ".cache" / "build"
        self._first = folder / "first"
        if root is not None:
            shutil.copytree(root, self.root, ignore=LEFT_OUT)
            write_report(self.root, load(self.root, date.today()), PAGES)
            compileall.compile_dir(str(self.root), quiet=1)

    def start(self, out: Path | None = None, **variables: str) -> subprocess.Popen[str]:
        """Start `report build` as a session of its own, so that all its processes can be ended at once."""
        return subprocess.Popen(
            command(self.root, "build", "--out", str(out or self.out)),
            cwd=self.root,
            env=self.environment(**variables),
            start_new_session=True,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def environment(self, **variables: str) -> dict[str, str]:
        """Return the variables of a build."""
        known = {"PYTHONPATH": str(self.root), "SOURCE_DATE_EPOCH": str(NOW), "REPORT_COMMIT": COMMIT}
        return {**os.environ, **known, **variables}

    def said(self, out: Path | None = None, **variables: str) -> tuple[int, list[str]]:
        """Build; return the exit code and what was said but for the line of a whole site."""
        process = self.start(out, **variables)
        said = process.communicate()[0].splitlines()
        return process.returncode, [line for line in said if " pages in " not in line]

    def built(self, **variables: str) -> Files:
        """Build with what was kept; return the site."""
        return self._whole(self.out, **variables)

    def from_nothing(self, **variables: str) -> Files:
        """Build without anything of an earlier build; return the site."""
        aside, out = self.root / ".aside", self.out.parent / "cold"
        if hidden := self.kept.parent.exists():
            self.kept.parent.rename(aside)
        try:
            return self._whole(out, REPORT_KEEP="no", **variables)
        finally:
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(self.kept.parent, ignore_errors=True)
            if hidden:
                aside.rename(self.kept.parent)

    def _whole(self, out: Path, **variables: str) -> Files:
        code, said = self.said(out, **variables)
        assert (code, said) == (0, []), "\n".join(said)
        return files_of(out)

    def rows(self) -> Rows:
        """Return the keys of what is kept."""
        found: Rows = {}
        for language in LANGUAGES:
            kinds = found.setdefault(language, {})
            with closing(sqlite3.connect(self.kept / f"{language}.sqlite")) as database:
                for (key,) in database.execute("select key from results"):
                    kinds.setdefault(key[:-DIGITS], set()).add(key)
        return found

    def remember(self) -> None:
        """Set aside what is kept now, for `recall`."""
        self.known = self.rows()
        self._first.mkdir(exist_ok=True)
        for language in LANGUAGES:
            shutil.copyfile(self.kept / f"{language}.sqlite", self._first / f"{language}.sqlite")

    def recall(self) -> None:
        """Put what was kept at `remember` in the place of what is kept now; the trees of pages stay."""
        for language in LANGUAGES:
            (self.kept / f"{language}.sqlite-journal").unlink(missing_ok=True)
            shutil.copyfile(self._first / f"{language}.sqlite", self.kept / f"{language}.sqlite")

    @contextmanager
    def changed(self, name: str, pattern: str, text: str) -> Iterator[None]:
        """Put `text` in the place of what `pattern` finds first in a file, for a while."""
        path = self.root / name
        before = path.read_text(encoding="utf-8")
        after, found = re.subn(pattern, text, before, count=1, flags=re.MULTILINE)
        assert found, f"{name} does not hold {pattern!r}"
        path.write_text(after, encoding="utf-8")
        try:
            yield
        finally:
            path.write_text(before, encoding="utf-8")

    def new(self) -> list[Kinds]:
        """Return how much of each kind the last build made anew in each language, `ALL` if as much as `ready` did."""
        after = self.rows()
        counted: list[Kinds] = []
        for language in LANGUAGES:
            before = self.known[language]
            new = {kind: len(after[language].get(kind, set()) - before[kind]) for kind in KINDS}
            counted.append({kind: ALL if n == len(before[kind]) else n for kind, n in new.items() if n})
        return counted


def build_small(folder: Path, root: Path) -> None:
    """Build a small report from nothing, then with an empty cache and a full one, in `folder`."""
    small = Small(folder, root)
    site = small.from_nothing()
    for _ in ("an empty cache", "a full one, and an earlier site lies ready"):
        assert differences(small.built(), site) == []


def ready(folder: Path, made: Path) -> Small:
    """Return the small report that was built at `made`, and its site, in `folder`, with what a first build kept there."""
    shutil.copytree(made, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".cache"))
    small = Small(folder)
    small.site = files_of(small.out)
    assert differences(small.built(), small.site) == []  # kept is, too, where the report lies
    small.remember()
    return small
