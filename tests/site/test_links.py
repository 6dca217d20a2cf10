"""Every link of every page leads somewhere, stays within the site, and asks no other host."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site import inspection
from tests.site.parsing import Site, site_of

CHECKS = (
    inspection.broken_links,
    inspection.repeated_ids,
    inspection.dangling_references,
    inspection.foreign_requests,
    inspection.open_external_links,
    inspection.unmatched_hreflang,
    inspection.missing_counterparts,
)
ABOUT = '<html lang="en"><h1 id="about">About</h1>'


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_built_site_has_no_fault(check, pages: Site) -> None:
    assert list(check(pages)) == []


def test_style_sheets_ask_no_other_host(site: Path) -> None:
    sheets = list(site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        css = sheet.read_text(encoding="utf-8")
        assert list(inspection.foreign_requests_of_css(sheet.name, css)) == []


@pytest.mark.parametrize(
    ("snippet", "fault"),
    [
        ('<a href="../gone/">', "there is no en/gone/index.html"),
        ('<a href="../about/#nowhere">', "en/about/index.html has no id 'nowhere'"),
        ('<a href="#nowhere">', "en/x/index.html has no id 'nowhere'"),
        ('<a href="../../fr/about/#about">', "there is no fr/about/index.html"),
        ('<a href="../../../about/">', "leaves the site"),
        ('<a href="../../../../en/about/">', "leaves the site"),
        ('<a href="/en/about/">', "is absolute"),
        ('<a href="file:///en/about/">', "is absolute"),
        ('<img src="../missing.png">', "there is no en/missing.png"),
        ('<script src="missing.js"></script>', "there is no en/x/missing.js"),
        ('<link rel="icon" href="../../assets/missing.svg">', "there is no assets/missing.svg"),
    ],
)
def test_a_broken_link_is_found(snippet: str, fault: str) -> None:
    made = site_of({"en/about/index.html": ABOUT, "en/x/index.html": f"<p>\n{snippet}"})
    (said,) = inspection.broken_links(made)
    assert said.startswith("en/x/index.html:2: ")
    assert fault in said


def test_links_of_every_kind_that_lead_somewhere_are_no_faults() -> None:
    x = """<h2 id="here"></h2><a href="#here"></a><a href=""></a><a href="./"></a><a href="../about/"></a>
    <a href="../about/#about"></a><a href=".."></a><a href="../../assets/a.svg"></a><a href="mailto:a@b.c"></a>
    <a href="https://example.org/" rel="noopener"></a><a href="//example.org/" rel="noopener"></a>
    <a href="../about/#%61bout"></a>"""
    made = site_of(
        {"en/index.html": ABOUT, "en/about/index.html": ABOUT, "en/x/index.html": x}, "assets/a.svg"
    )
    assert list(inspection.broken_links(made)) == []
    assert list(inspection.open_external_links(made)) == []


@pytest.mark.parametrize(
    ("snippet", "fault"),
    [
        ('<i id="a"></i><i id="a"></i>', "the id 'a' stands 2 times"),
        ('<i id=""></i>', "'' is no id"),
        ('<i id="a b"></i>', "'a b' is no id"),
    ],
)
def test_a_bad_id_is_found(snippet: str, fault: str) -> None:
    assert fault in next(inspection.repeated_ids(site_of({"en/index.html": snippet})))


@pytest.mark.parametrize(
    "snippet",
    [
        '<label for="gone">',
        '<button popovertarget="gone">',
        '<svg aria-labelledby="gone">',
        '<rect fill="url(#gone)">',
    ],
)
def test_a_reference_to_nothing_is_found(snippet: str) -> None:
    (said,) = inspection.dangling_references(site_of({"en/index.html": snippet}))
    assert "refers to 'gone'" in said


@pytest.mark.parametrize(
    "snippet",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example/x.css">',
        '<link rel="preconnect" href="https://cdn.example">',
        '<link rel="icon" href="https://cdn.example/x.png">',
        '<img src="http://cdn.example/x.png">',
        '<img src="x.png" srcset="x.png 1x, https://cdn.example/x.png 2x">',
        '<iframe src="https://cdn.example/"></iframe>',
        '<form action="https://cdn.example/"></form>',
        '<a href="#" ping="https://cdn.example/">x</a>',
        '<svg><use href="https://cdn.example/x.svg#x"></use></svg>',
        '<p style="background: url(https://cdn.example/x.png)">',
        "<style>@import '//cdn.example/x.css';</style>",
        '<style>@font-face { src: url("https://cdn.example/x.woff2") }</style>',
    ],
)
def test_a_request_to_another_host_is_found(snippet: str) -> None:
    (said,) = inspection.foreign_requests(site_of({"en/index.html": snippet}))
    assert "asks another host" in said
    assert "cdn.example" in said


def test_what_is_not_requested_is_no_fault() -> None:
    snippet = """<link rel="canonical" href="https://example.org/"><a href="https://example.org/">x</a>
    <link rel="alternate" href="https://example.org/"><svg xmlns="http://www.w3.org/2000/svg"></svg>
    <img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>">"""
    assert list(inspection.foreign_requests(site_of({"en/index.html": snippet}))) == []


def test_a_style_sheet_that_asks_another_host_is_found() -> None:
    css = "a { background: url(data:image/png;base64,AA//) } b { src: url( 'https://cdn.example/f.woff2' ) }"
    (said,) = inspection.foreign_requests_of_css("x.css", css)
    assert "https://cdn.example/f.woff2" in said


def test_an_external_link_without_noopener_is_found() -> None:
    made = site_of({"en/index.html": '<a href="https://example.org/" rel="external">'})
    (said,) = inspection.open_external_links(made)
    assert "en/index.html:1: the external link https://example.org/ has no rel=noopener" in said


def test_a_link_that_declares_the_wrong_language_is_found() -> None:
    made = site_of({"en/index.html": ABOUT, "index.html": '<a href="en/" hreflang="fr">'})
    (said,) = inspection.unmatched_hreflang(made)
    assert "declares fr, but the page is in en" in said


def test_a_page_without_counterpart_is_found() -> None:
    switch = '<a class="language-switch" href="../fr/">'
    assert list(inspection.missing_counterparts(site_of({"en/index.html": switch}))) == [
        "en/index.html: has no counterpart fr/index.html"
    ]


def test_a_language_switch_that_leaves_the_page_is_found() -> None:
    home = '<a class="language-switch" href="../{}/">'
    made = site_of(
        {
            "en/index.html": home.format("fr"),
            "fr/index.html": home.format("en"),
            "en/x/index.html": '<a class="language-switch" href="../../fr/">',
            "fr/x/index.html": '<a class="language-switch" href="../../en/x/">',
        }
    )
    (said,) = inspection.missing_counterparts(made)
    assert said.startswith("en/x/index.html: its language switch leads to ['fr/index.html']")
