"""Pages made anew, one at a time: byte for byte what the whole build made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from hooks.renewal import Renewal
from hooks.stages import STAGES

NAMES = (
    "index.html",
    "about/index.html",
    "technologies/ai/index.html",
    "glossary/index.html",
    "light/technologies/ai/index.html",
    "light/index.html",
    "technologies/ai.md",
    "technologies/index.md",
    "cases/index.html",
    "cases/ke-ug-scanned-image-exchange/index.html",
    "cases/technology/ai/index.html",
    "cases/technology/ai/region/esa/index.html",
    "cases/administration/ad/index.html",
    "cases/stage/index.html",
    "cases/stage/pilot/cases.csv",
    "cases/data/facets.json",
    "data/cases.json",
    "feed.xml",
)
# light pages and Markdown, with the pages that they are made with
PAGE_OF = {
    "light/technologies/ai/index.html": "technologies/ai/index.html",
    "light/index.html": "index.html",
    "technologies/ai.md": "technologies/ai/index.html",
    "technologies/index.md": "technologies/index.html",
}


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site, built in this process, so that its stages are still set."""
    folder = tmp_path_factory.mktemp("whole") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        yield folder
    STAGES.clear()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_made_anew_is_what_the_whole_build_made(language: str, built: Path) -> None:
    renewal = Renewal()
    renewal.everything_is_stale()
    for name in NAMES:
        renewal.is_stale(f"{language}/{PAGE_OF.get(name, name)}")
        file = built / language / name
        whole = file.read_bytes()
        file.write_bytes(b"stale")
        renewal.renew(f"{language}/{name}")
        assert file.read_bytes() == whole, name


@pytest.mark.parametrize("name", ["index.html", "technologies/ai/index.html", "cases/index.html"])
def test_a_page_of_both_languages_is_what_the_whole_build_made(name: str, built: Path) -> None:
    renewal = Renewal()
    renewal.everything_is_stale()
    stale = [built / folder / name for folder in ("both", "en", "fr")]
    whole = [file.read_bytes() for file in stale]
    for file in stale:
        file.write_bytes(b"stale")
    renewal.renew(f"both/{name}")
    assert [file.read_bytes() for file in stale] == whole


def test_a_page_of_both_languages_follows_its_chapter(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renewal, file = Renewal(), built / "both" / "about" / "index.html"
    whole, title = file.read_bytes(), "<em>Seulement</em> ici"
    page = STAGES["fr"].files.get_file_from_path("fr/about.md").page  # type: ignore[union-attr]
    assert page
    renewal.is_stale("fr/about/index.html")
    read = type(page).read_source

    def changed(self, config) -> None:
        read(self, config)
        self.markdown = self.markdown.replace("# ", f"# {title} ", 1) if self is page else self.markdown

    with monkeypatch.context() as patch:
        patch.setattr(type(page), "read_source", changed)
        renewal.renew("both/about/index.html")
    assert title.encode() in file.read_bytes()
    renewal.is_stale("fr/about/index.html")
    renewal.renew("both/about/index.html")
    assert file.read_bytes() == whole


def test_a_page_is_made_anew_once_until_it_is_stale_again(built: Path) -> None:
    renewal = Renewal()
    file = built / "en" / "about" / "index.html"
    whole = file.read_bytes()
    file.write_bytes(b"kept")
    renewal.renew("en/about/index.html")
    assert file.read_bytes() == b"kept"
    renewal.is_stale("en/about/index.html")
    renewal.renew("en/about/index.html")
    assert file.read_bytes() == whole


def test_a_light_page_follows_its_chapter_however_often_it_is_asked_for(built: Path) -> None:
    renewal, file = Renewal(), built / "fr" / "light" / "about" / "index.html"
    whole = file.read_bytes()
    file.write_bytes(b"kept")
    renewal.renew("fr/light/about/index.html")
    assert file.read_bytes() == b"kept"
    renewal.is_stale("fr/about/index.html")
    renewal.renew("fr/light/about/index.html")
    assert file.read_bytes() == whole


def test_what_the_report_does_not_make_is_left_alone(built: Path) -> None:
    renewal = Renewal()
    renewal.everything_is_stale()
    for name in (
        "assets/site.css",
        "index.html",
        "en/nowhere/index.html",
        "en/search/pagefind-entry.json",
        "both/nowhere/index.html",
    ):
        renewal.renew(name)
    assert not (built / "en" / "nowhere").exists()
    assert not (built / "both" / "nowhere").exists()


def test_making_pages_anew_leaves_the_search_index_alone(built: Path) -> None:
    index = {path: path.read_bytes() for path in (built / "en" / "search").rglob("*") if path.is_file()}
    assert index
    renewal = Renewal()
    renewal.is_stale("en/about/index.html")
    renewal.renew("en/about/index.html")
    assert {
        path: path.read_bytes() for path in (built / "en" / "search").rglob("*") if path.is_file()
    } == index
