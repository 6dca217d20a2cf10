"""What an edit touches, and what is made anew for it.

A chapter makes its own page stale; data and fragments make every page stale, and each is made anew
when a reader comes to it; a new page, a new title or a label needs the whole site; code needs a new
process. A broken edit is said in the page and in the terminal, the last good page stays, and the
next good save puts it right.
"""

from __future__ import annotations

import posixpath
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from hooks.changes import CODE, Changes, Watcher
from hooks.frame_style import renew_frame_style
from hooks.renewal import Renewal, chapter_at
from hooks.stages import STAGES
from macros.columns import FOLDER
from macros.rendering import render
from study import building
from study.chapter_checks import chapter_problems, own_problems, pair_problems
from study.chapters import read_chapter
from study.problems import Problem, ReportError

AGAIN = 75  # exit code that asks `report serve` to start the preview anew (sysexits.h, EX_TEMPFAIL)
WHOLE = ("data/labels.yaml", "data/publication.yaml", "data/editions.yaml", "data/technologies.yaml")
STALE = ("data", "overrides")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Preview:
    """What stands between a request and the folder of the site."""

    def __init__(self, root: Path, site: Path, build: Callable[[], None]) -> None:
        self._root, self._site, self._build = root, site, build
        self._watcher = Watcher(root)
        self._renewal = Renewal()
        self._lock = threading.RLock()
        self._titles = self._all_titles()
        self._wrong: list[str] = []  # what keeps the whole site from being built
        self._printed: list[str] = []
        self._code_changed = False
        self._of_request = threading.local()

    def on_saved(self) -> None:
        """Take in what was saved, as soon as the watcher sees it; code that changed needs a new process."""
        self.take_note()
        if self._code_changed:
            print("The code has changed; the preview starts again …", flush=True)
            raise SystemExit(AGAIN)

    def take_note(self) -> None:
        """Take in what was saved since the last look."""
        with self._lock:
            changes = self._watcher.changes()
            if not changes:
                return
            self._code_changed |= bool(changes.below(*CODE, "mkdocs.yml"))
            for path in changes.below("docs/assets"):
                self._copy(path)
            if changes.below("docs/assets"):
                renew_frame_style(self._root, self._site)
            chapters = [path for path in changes.below("docs/en", "docs/fr") if path.endswith(".md")]
            if changes.below(*WHOLE) or self._changes_structure(changes, chapters):
                self._build_all()
                return
            if changes.below(*STALE):
                self._renewal.everything_is_stale()
            for path in chapters:
                page = path.split("/", 2)[2]
                for language in STAGES:  # numbers and notices of either come from both
                    self._renewal.is_stale(self._page_of(f"docs/{language}/{page}"))
                    self._renewal.is_stale(f"{language}/feed.xml")

    def bring_up_to_date(self, address: str) -> None:
        """Make the page or file at an address anew if it is out of date, and remember what is wrong with it."""
        ending = "index.html" if address.endswith("/") or not address else ""
        name = posixpath.normpath(f"/{address}{ending}").lstrip("/")
        with self._lock:
            self.take_note()
            try:
                lines = [*self._wrong, *map(str, self._problems(name))]
                self._renewal.renew(name)
            except ReportError as error:
                lines = [str(problem) for problem in sorted(error.problems)]
            except (Exception, SystemExit) as error:
                lines = [f"{type(error).__name__}: {error}"]
            if lines and lines != self._printed:
                print("\n".join([*lines, "The pages shown are those before this edit."]), flush=True)
            self._printed = lines
            self._of_request.lines = lines

    def with_notice(self, html: bytes) -> bytes:
        """Return a page with what is wrong at its head, where something is; the file stays as it was.

        Its policy goes: the server puts the script that reloads into the page.
        """
        html = POLICY.sub(b"", html)
        lines = getattr(self._of_request, "lines", [])
        if not lines:
            return html
        notice = render(self._root, "preview-problems", lines=lines).encode("utf-8")
        start, body, rest = html.partition(b"<body")
        tag, close, rest = rest.partition(b">")
        return start + body + tag + close + notice + rest

    def _problems(self, name: str) -> list[Problem]:
        """Return where the two languages of the chapter at `name` differ.

        Raises ReportError with what a build would refuse in the data or in the chapter itself: it
        is not rendered then. A difference is, because an editor writes one language after the other.
        """
        folder, _, path = name.partition("/")
        if folder == FOLDER:
            return self._problems(f"en/{path}")
        knowledge = building.knowledge(self._root)
        stage = STAGES.get(folder)
        chapter = chapter_at(stage, name) if stage else None
        if chapter is None:
            return []
        if problems := own_problems(chapter, knowledge):
            raise ReportError(problems)
        try:
            return pair_problems(*(read_chapter(self._root, each, chapter.page) for each in ("en", "fr")))
        except FileNotFoundError:
            return []

    def _build_all(self) -> None:
        try:
            self._build()
        except (Exception, SystemExit) as error:
            self._wrong = self._problems_of_all() or str(error).splitlines() or [type(error).__name__]
            return
        self._wrong = []
        self._titles = self._all_titles()
        self._renewal.all_is_fresh()

    def _problems_of_all(self) -> list[str]:
        """Return what keeps the whole site from being built; MkDocs says only that it gave up."""
        reading = building.reading(self._root)
        chapters = chapter_problems(self._root, reading.documents, pairs=False)
        return [str(problem) for problem in sorted({*reading.problems, *chapters})]

    def _changes_structure(self, changes: Changes, chapters: list[str]) -> bool:
        """Return whether other pages show something of these chapters: their titles, or that they exist."""
        appeared = changes.new | changes.gone
        if any(path in appeared for path in chapters):
            return True
        return any(self._titles.get(path) != self._title(path) for path in chapters)

    def _all_titles(self) -> dict[str, str]:
        return {
            path.relative_to(self._root).as_posix(): self._title(path.relative_to(self._root).as_posix())
            for language in ("en", "fr")
            for path in (self._root / "docs" / language).rglob("*.md")
        }

    def _title(self, path: str) -> str:
        _, language, page = path.split("/", 2)
        try:
            return read_chapter(self._root, language, page).title
        except ReportError:
            return self._titles.get(path, "")

    def _page_of(self, path: str) -> str:
        for stage in STAGES.values():
            file = stage.files.get_file_from_path(path.removeprefix("docs/"))
            if file is not None:
                return str(file.dest_uri)
        return path

    def _copy(self, path: str) -> None:
        source, target = self._root / path, self._site / path.removeprefix("docs/")
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
