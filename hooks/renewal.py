"""Single pages made anew, as the whole build would make them; used by the preview.

`mkdocs.commands.build` offers no public function for one page; MkDocs is pinned, and a test holds
what is made here to what a whole build gives.
"""

from __future__ import annotations

from typing import Any

from mkdocs.commands.build import _build_page, _populate_page

from hooks.columns import write_page
from hooks.light_views import copies_of
from hooks.shells import Shells
from hooks.stages import STAGES, Stage, on
from macros.columns import FOLDER
from macros.rendering import forget_fragments
from macros.repertory_files import repertory_files
from macros.repertory_pages import Group, groups
from study import building
from study.chapters import Chapter, read_chapter
from study.repertory import Repertory, repertory


class Renewal:
    """Makes pages and files of the site anew, one at a time, when they are asked for."""

    def __init__(self) -> None:
        self.generation = 0
        self._made: dict[str, int] = {}
        self._groups: tuple[Repertory, dict[str, Group]] | None = None
        self._shells: dict[str, Shells] = {}

    def everything_is_stale(self) -> None:
        """Take every page as out of date: it is made anew when it is next asked for."""
        self.generation += 1
        self._shells.clear()
        forget_fragments()
        for stage in STAGES.values():
            stage.env.cache.clear()

    def is_stale(self, name: str) -> None:
        """Take one page as out of date, named by its path below the site, such as `en/about/index.html`."""
        self._made[name] = -1

    def all_is_fresh(self) -> None:
        """Take note that the whole site was built."""
        self._made.clear()
        self.generation = 0
        self._shells.clear()

    def renew(self, name: str) -> None:
        """Make the page or file at `name` anew if it is out of date. Raises what making it raises."""
        language, _, path = name.partition("/")
        if language == FOLDER:
            self._both(path)
            return
        stage = STAGES.get(language)
        if stage is None:
            return
        page = _chapter_page(stage, name)
        made = str(page.file.dest_uri) if page else name  # light page and Markdown are made with their page
        if self._made.get(made, 0) == self.generation:
            return
        with on(stage):
            if page is not None:
                _chapter(stage, page)
            else:
                self._repertory(stage, path)
        self._made[made] = self.generation

    def _both(self, path: str) -> None:
        """Write a page of both languages, which is quickly done, after each language's own."""
        for language in STAGES:
            self.renew(f"{language}/{path}")
        write_page(f"{FOLDER}/{path}")

    def _repertory(self, stage: Stage, path: str) -> None:
        site = stage.site()
        known = repertory(site.knowledge)
        folder = path.removesuffix("index.html")
        group = self._group(known, folder) or self._group(known, f"{path.rpartition('/')[0]}/")
        if group is None:
            made: dict[str, bytes] = repertory_files(known, site.words, stage.root) if "." in path else {}
        else:
            shells = self._shells.setdefault(stage.language, stage.shells())
            made = {}
            for page in group.pages(site):
                made[f"{page.path}index.html"] = shells.fill(page).encode("utf-8")
                made.update(page.files)
        if path in made:
            stage.write(path, made[path])

    def _group(self, known: Repertory, path: str) -> Group | None:
        if self._groups is None or self._groups[0] is not known:
            self._groups = known, {each: group for group in groups(known) for each in group.paths}
        return self._groups[1].get(path)


def chapter_at(stage: Stage, name: str) -> Chapter | None:
    """Return the chapter whose page, light page or Markdown stands at `name`, or None for any other file."""
    page = _chapter_page(stage, name)
    if page is None:
        return None
    return read_chapter(stage.root, stage.language, page.file.src_uri.split("/", 1)[1])


def _chapter_page(stage: Stage, name: str) -> Any | None:
    files = stage.files.documentation_pages()
    return next((file.page for file in files if name in (file.dest_uri, *copies_of(file))), None)


def _chapter(stage: Stage, page: Any) -> None:
    building.knowledge(stage.root)  # raises with every problem of the data
    documents = stage.files.documentation_pages()
    _populate_page(page, stage.config, stage.files)
    _build_page(page, stage.config, documents, stage.nav, stage.env)
