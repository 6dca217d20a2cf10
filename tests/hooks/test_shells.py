"""The shell of a generated page, as the built site shows it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from hooks.edition_words import EditionWords
from hooks.marks import BOX, NOTE
from hooks.shells import CONTENT, DESCRIPTION, PATH, TITLE, Shells
from hooks.stages import Stage
from macros.generated import GeneratedPage

HOSTILE = 'A <b> & "title" shell-path/-/'


@pytest.fixture
def shells(monkeypatch: pytest.MonkeyPatch) -> Shells:
    """Shells whose theme is one line with every mark in it."""

    def rendered(stage: Stage, depth: int, styles: list[str]) -> str:
        path = f"{PATH}/" + "-/" * (depth - 1)
        return f'<title>{TITLE}</title><meta content="{DESCRIPTION}"><a href="../fr/{path}">FR</a>{CONTENT}<p>{depth}</p>'

    def said(stage: Stage, url: str, chapter: str | None) -> EditionWords:
        assert chapter is None
        return EditionWords(f"<section>{url}</section>", " · note")

    monkeypatch.setattr("hooks.shells._rendered", rendered)
    monkeypatch.setattr("hooks.shells.edition_words", said)
    return Shells(SimpleNamespace(language="en"), [])  # type: ignore[arg-type]


def test_each_mark_is_filled_and_plain_texts_are_escaped(shells: Shells) -> None:
    page = GeneratedPage("cases/x/", HOSTILE, HOSTILE, "<h1>Content</h1>")
    escaped = "A &lt;b&gt; &amp; &#34;title&#34; shell-path/-/"
    assert shells.fill(page) == (
        f'<title>{escaped}</title><meta content="{escaped}"><a href="../fr/cases/x/">FR</a><h1>Content</h1><p>2</p>'
    )


def test_what_a_page_holds_is_never_taken_for_a_mark(shells: Shells) -> None:
    content = f"<h1>{TITLE} {DESCRIPTION} {PATH}/-/</h1>{CONTENT}"
    assert content in shells.fill(GeneratedPage("cases/x/", "Title", "Text", content))


def test_each_page_says_what_it_has_to_of_its_edition(
    shells: Shells, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hooks.shells._rendered", lambda *_: f"<p>{NOTE}</p>{CONTENT}{BOX}")
    made = shells.fill(GeneratedPage("cases/x/", "", "", BOX))
    assert made == f"<p> · note</p>{BOX}<section>en/cases/x/</section>"


def test_each_depth_has_a_shell_of_its_own(shells: Shells) -> None:
    assert "<p>4</p>" in shells.fill(GeneratedPage("cases/stage/pilot/2/", "", "", ""))
    assert "<p>3</p>" in shells.fill(GeneratedPage("cases/stage/pilot/", "", "", ""))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_mark_is_left_in_the_built_site(site: Path, language: str) -> None:
    for path in (site / language / "cases").rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        assert not [mark for mark in (TITLE, DESCRIPTION, CONTENT, PATH, "\ue002") if mark in html], path
