"""What each page tells browsers and search engines: language, address, alternates, status."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from study.addresses import edition_address
from study.knowledge import Knowledge
from study.labels import Words
from tests.site import inspection, wording
from tests.site.parsing import Site, site_of

ADDRESS = "https://example.org/r/"
HEAD = """<html lang="{lang}"><link rel="canonical" href="{canonical}">
<link rel="alternate" hreflang="en" href="{en}"><link rel="alternate" hreflang="fr" href="{fr}">
<link rel="alternate" hreflang="x-default" href="https://example.org/r/">"""
RIGHT = {
    "lang": "fr",
    "canonical": "https://example.org/r/fr/x/",
    "en": "https://example.org/r/en/x/",
    "fr": "https://example.org/r/fr/x/",
}


def test_every_page_has_its_language_address_and_alternates(pages: Site, knowledge: Knowledge) -> None:
    assert list(inspection.wrong_heads(pages, edition_address(knowledge))) == []


def test_a_right_head_is_no_fault() -> None:
    made = site_of({"fr/x/index.html": HEAD.format(**RIGHT)})
    assert list(inspection.wrong_heads(made, ADDRESS)) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"lang": "en"}, "<html lang> is 'en'"),
        ({"canonical": "https://example.org/r/x/"}, "canonical is ['https://example.org/r/x/']"),
        ({"en": "https://example.org/r/en/"}, "alternates are"),
        ({"fr": "https://example.org/latest/fr/x/"}, "alternates are"),
    ],
)
def test_a_wrong_head_is_found(wrong: dict[str, str], fault: str) -> None:
    made = site_of({"fr/x/index.html": HEAD.format(**RIGHT | wrong)})
    (said,) = inspection.wrong_heads(made, ADDRESS)
    assert said.startswith("fr/x/index.html: ")
    assert fault in said


def test_a_missing_default_alternate_is_found() -> None:
    head = HEAD.format(**RIGHT).replace('hreflang="x-default"', 'hreflang="es"')
    (said,) = inspection.wrong_heads(site_of({"fr/x/index.html": head}), ADDRESS)
    assert "x-default" in said


def test_no_page_of_a_draft_may_be_indexed(pages: Site, knowledge: Knowledge) -> None:
    assert knowledge.edition.status == "draft"
    assert list(inspection.indexable(pages)) == []


@pytest.mark.parametrize("meta", ["", '<meta name="robots" content="index">'])
def test_a_page_that_may_be_indexed_is_found(meta: str) -> None:
    (said,) = inspection.indexable(site_of({"en/index.html": meta}))
    assert said.startswith("en/index.html: robots is")


def test_every_page_tells_edition_and_status(
    pages: Site, knowledge: Knowledge, both_words: list[Words]
) -> None:
    edition = knowledge.edition
    assert list(wording.missing_status(pages, both_words, edition.id, edition.status)) == []


def test_a_page_silent_on_its_status_is_found(both_words: list[Words]) -> None:
    page = """<title>Accueil (2026, draft)</title><p class="ribbon">Projet — approuvé par le Conseil</p>
    <header class="site-header"></header><a class="status-chip">Projet</a>"""
    said = list(wording.missing_status(site_of({"fr/index.html": page}), both_words, "2026", "draft"))
    assert said == [
        "fr/index.html: the title does not say '(2026, projet)'",
        "fr/index.html: the ribbon does not say 'Projet — non approuvé par le Conseil'",
        "fr/index.html: the header's status does not say 'Projet'",
    ]


def test_the_site_map_lists_every_page_once_with_its_alternates(
    site: Path, pages: Site, knowledge: Knowledge
) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert list(inspection.sitemap_faults(pages, sitemap, edition_address(knowledge))) == []
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == sitemap


URL = """<url><loc>https://example.org/r/{own}/</loc>
<xhtml:link rel="alternate" hreflang="en" href="https://example.org/r/en/"/>
<xhtml:link rel="alternate" hreflang="fr" href="https://example.org/r/{french}/"/></url>"""
BOTH = URL.format(own="en", french="fr") + URL.format(own="fr", french="fr")


@pytest.mark.parametrize(
    ("urls", "fault"),
    [
        (BOTH, None),
        (URL.format(own="en", french="fr"), "sitemap.xml: fr/ stands 0 times"),
        (BOTH + URL.format(own="fr", french="fr"), "sitemap.xml: fr/ stands 2 times"),
        (BOTH.replace("r/fr/</loc>", "latest/fr/</loc>"), "fr/ stands 0 times"),
        (URL.format(own="en", french="en") + URL.format(own="fr", french="fr"), "the alternates of en/ are"),
        ("<url>", "is not XML"),
    ],
)
def test_a_wrong_site_map_is_found(urls: str, fault: str | None) -> None:
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:xhtml="http://www.w3.org/1999/xhtml">{urls}</urlset>'
    )
    made = site_of({"en/index.html": "", "fr/index.html": "", "index.html": "", "404.html": ""})
    said = list(inspection.sitemap_faults(made, sitemap, ADDRESS))
    assert fault in said[0] if fault else said == []
