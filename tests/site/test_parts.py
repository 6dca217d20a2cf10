"""What macros put on pages: charts with all their parts, citations that lead home, numbers as written."""

from __future__ import annotations

import pytest

from tests.site import parts, wording
from tests.site.parsing import Site, site_of

CHART = """<figure class="chart" id="c"><figcaption>C</figcaption>
<svg role="img" aria-labelledby="t d"><title id="t">T</title><desc id="d">D</desc></svg>
<table><tr><td>1</td></tr></table><p class="table-source">Source</p></figure>"""
SOURCES = '<ol class="sources"><li id="source-a" value="1">A</li><li id="source-b" value="2">B</li></ol>'


def test_every_chart_has_all_its_parts(pages: Site) -> None:
    assert sum(1 for page in pages.chapters for _ in page.root.all("figure", of="chart")) >= 10
    assert list(parts.incomplete_charts(pages)) == []


def test_a_whole_chart_is_no_fault() -> None:
    assert list(parts.incomplete_charts(site_of({"en/index.html": CHART}))) == []


@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        ('<title id="t">T</title>', '<title id="t"> </title>', "no title"),
        (">D</desc>", "></desc>", "no description"),
        ("<td>1</td>", "", "no table"),
        ("<figcaption>C</figcaption>", "", "no caption"),
        ('class="table-source"', "", "no source"),
        ('role="img"', "", "no img to a screen reader"),
        ("<title", '<a href="../x/">4</a><title', "no group to a screen reader"),
        ('"t d"', '"t"', "not named by its title and description"),
        ("svg", "canvas", "no picture"),
    ],
)
def test_a_chart_that_lacks_a_part_is_found(old: str, new: str, lack: str) -> None:
    (said, *_) = parts.incomplete_charts(site_of({"en/index.html": CHART.replace(old, new)}))
    assert said.startswith("en/index.html:1: the chart 'c' ")
    assert lack in said


def test_every_citation_leads_to_the_sources_of_its_page(pages: Site) -> None:
    cited = {kind for page in pages.chapters for kind in ("citation", "citation-link") if kind in page.html}
    assert cited == {"citation", "citation-link"}
    assert list(parts.stray_citations(pages)) == []


@pytest.mark.parametrize(
    ("citation", "fault"),
    [
        ('<a class="citation-link" href="#source-b">[2]</a>', None),
        ('<sup class="citation"><a href="#source-b">[2, § 4]</a></sup>', None),
        ('<a class="citation-link" href="#source-c">[3]</a>', "not in the page's list"),
        ('<sup class="citation"><a href="#elsewhere">[1]</a></sup>', "not in the page's list"),
        ('<a class="citation-link" href="../sources/#source-a">[1]</a>', "not in the page's list"),
        ('<sup class="citation"><a href="#source-b">[1]</a></sup>', "leads to number 2"),
        ('<a class="citation-link" href="#source-b">b</a>', "leads to number 2"),
    ],
)
def test_a_stray_citation_is_found(citation: str, fault: str | None) -> None:
    said = list(parts.stray_citations(site_of({"en/index.html": citation + SOURCES})))
    assert fault in said[0] if fault else said == []


def test_glossary_notes_stand_in_running_text_only(pages: Site) -> None:
    assert sum(1 for page in pages.chapters for _ in page.root.all("button", of="term")) > 100
    assert list(parts.misplaced_notes(pages)) == []


@pytest.mark.parametrize("tag", ["h1", "h3", "a", "summary"])
def test_a_misplaced_glossary_note_is_found(tag: str) -> None:
    snippet = f'<{tag}><em><button class="term">AI</button></em></{tag}>'
    assert list(parts.misplaced_notes(site_of({"en/index.html": snippet}))) == [
        f"en/index.html:1: the note on 'AI' stands in <{tag}>"
    ]


def test_numbers_are_written_as_each_language_writes_them(pages: Site) -> None:
    english, french = ("".join(page.html for page in pages.in_language(each)) for each in ("en", "fr"))
    assert ">38.8%<" in english
    assert ">38,8\u202f%<" in french
    assert list(wording.wrong_numbers(pages)) == []


@pytest.mark.parametrize("written", ["38,8%", "38.8 %", "38.8\u202f%", "1\u202f000"])
def test_a_number_not_written_in_english_is_found(written: str) -> None:
    (said,) = wording.wrong_numbers(site_of({"en/index.html": f'<dl class="facts"><dd>{written}</dd></dl>'}))
    assert said.startswith(f"en/index.html: facts: {written!r}")


@pytest.mark.parametrize("written", ["38.8\u202f%", "38,8%", "38,8 %", "38,8\u00a0%", "1,000"])
def test_a_number_not_written_in_french_is_found(written: str) -> None:
    (said,) = wording.wrong_numbers(site_of({"fr/index.html": f'<dl class="facts"><dd>{written}</dd></dl>'}))
    assert said.startswith(f"fr/index.html: facts: {written!r}")


def test_both_languages_show_the_same_numbers(pages: Site) -> None:
    counted = [wording.numbers(texts, "fr") for page in pages.in_language("fr") for texts in texts_of(page)]
    assert sum(map(len, counted)) > 100
    assert list(wording.unequal_numbers(pages)) == []


def texts_of(page) -> list[list[str]]:
    return list(wording.generated(page).values())


@pytest.mark.parametrize(
    ("english", "french", "fault"),
    [
        ("38.8% of 1,000", "38,8\u202f% de 1\u202f000", None),
        ("17–20 June 2024, no. 3.", "17–20 juin 2024, nº 3.", None),
        ("38.8%", "38,9\u202f%", "{38.8: 1} in English, {38.9: 1} in French"),
        ("1,000", "1", "{1000.0: 1} in English, {1.0: 1} in French"),
        ("2 of 2", "2", "{2.0: 1} in English, {} in French"),
    ],
)
def test_numbers_that_differ_are_found(english: str, french: str, fault: str | None) -> None:
    figure = '<figure class="chart" id="c"><svg><text>{}</text></svg></figure>'
    made = site_of({"en/index.html": figure.format(english), "fr/index.html": figure.format(french)})
    said = list(wording.unequal_numbers(made))
    assert said == ([f"en/index.html: c: {fault}"] if fault else [])
