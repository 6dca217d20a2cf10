"""Pages in a pack: every kind of link holds on a disk, and nothing is loaded from elsewhere."""

from __future__ import annotations

import pytest

from report.renditions.pack_pages import Disk, policy
from study.problems import ReportError

ADDRESS = "https://example.org/report/2026/"
NAMES = frozenset(
    {
        "index.html",
        "en/index.html",
        "en/about/index.html",
        "en/x/y/index.html",
        "en/x/data.csv",
        "assets/a.css",
        "assets/a.js",
        "assets/é b.svg",
    }
)
HERE = "en/x/y/index.html"
OUTSIDE = 'title="needs a network" rel="noopener external"'


def disk() -> Disk:
    return Disk(NAMES, ADDRESS, {"en": "needs a network", "fr": "exige un réseau"})


def said(html: str) -> str:
    made = disk()
    page = made.page(html, HERE)
    made.refuse_missing()
    return page


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../../about/">', '<a href="../../about/index.html">'),
        ('<a href="../../about/#p3">', '<a href="../../about/index.html#p3">'),
        ('<a href="../../about/?a=b/&amp;c=d#p3">', '<a href="../../about/index.html?a=b/&amp;c=d#p3">'),
        ('<a href="../../about?a=/">', '<a href="../../about/index.html?a=/">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="../../../">', '<a href="../../../index.html">'),
        ("<a href='../../about/' id=x>", '<a href="../../about/index.html" id=x>'),
        ("<a href=../../about/>", '<a href="../../about/index.html">'),
        ('<A class="b" HREF = "../../about/">', '<A class="b" HREF="../../about/index.html">'),
        ('<a title="a > b" href="../../about/">', '<a title="a > b" href="../../about/index.html">'),
        ('<a\nhref="../../about/"\n>', '<a\nhref="../../about/index.html"\n>'),
        ('<form action="../../about/">', '<form action="../../about/index.html">'),
        ('<link rel="next" href="../../about/">', '<link rel="next" href="../../about/index.html">'),
        (
            '<form data-case="{id}/" data-data="data/">',
            '<form data-case="{id}/index.html" data-data="data/">',
        ),
    ],
)
def test_a_link_to_a_folder_becomes_one_to_its_page(before: str, after: str) -> None:
    assert said(before) == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#p3">',
        '<a href="?technology=ai">',
        '<a href="">',
        "<a name=x>",
        '<a href="https://example.org/report/2026/en/about/">',
        '<a href="mailto:a@example.org">',
        '<a href="//example.org/a/">',
        '<a href="../data.csv" download>',
        '<a href="../../about/index.html#p3">',
        '<link rel="canonical" href="https://example.org/report/2026/en/x/y/">',
        '<link rel="stylesheet" href="../../../assets/a.css">',
        '<script src="../../../assets/a.js" defer></script>',
        '<img src="data:image/png;base64,xx/">',
        '<img src="../../../assets/%C3%A9%20b.svg" alt="a/">',
        '<!-- <a href="../../about/"> -->',
        "<script>const a = '<a href=\"../../about/\">';</script>",
        '<style>/* <a href="../../about/"> */</style>',
        '<title><a href="../../about/"></title>',
        '<p title="<a href=../../about/>">../../about/</p>',
        '<a title=" href=\'../../about/\'" href="#a">',
        '<a data-href="../../about/">',
        '<a href="#',
        "a < b and c > d",
    ],
)
def test_everything_else_stays_to_the_last_byte(html: str) -> None:
    assert said(html) == html


@pytest.mark.parametrize(
    ("href", "permalink"),
    [
        ("../../../fr/x/y/#p3", "https://example.org/report/2026/fr/x/y/#p3"),
        ("../../feed.xml", "https://example.org/report/2026/en/feed.xml"),
        ("../gone/?a=b&amp;c", "https://example.org/report/2026/en/x/gone/?a=b&amp;c"),
        ("../../../../", "https://example.org/report/"),
        ("../../../../2025/en/", "https://example.org/report/2025/en/"),
        ("/report/2026/en/about/", "https://example.org/report/2026/en/about/"),
    ],
)
def test_a_link_out_of_the_pack_becomes_a_permalink_that_says_it_needs_a_network(
    href: str, permalink: str
) -> None:
    assert said(f'<a href="{href}">') == f'<a href="{permalink}" {OUTSIDE}>'


def test_what_a_link_says_already_is_kept() -> None:
    page = said('<a href="../../../fr/x/y/" title="En &quot;français&quot;" rel="alternate">')
    assert 'title="En &quot;français&quot; (needs a network)" rel="alternate"' in page


def test_a_feed_in_the_head_keeps_an_address_that_holds() -> None:
    page = said('<link rel="alternate" type="application/atom+xml" href="../../feed.xml"/>')
    assert (
        page
        == '<link rel="alternate" type="application/atom+xml" href="https://example.org/report/2026/en/feed.xml"/>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<script src="../../../assets/gone.js"></script>',
        '<link rel="stylesheet" href="../../gone.css">',
        '<link rel="preload icon" href="/favicon.svg">',
        '<img src="https://example.org/a.png">',
        '<iframe src="//example.org/a/"></iframe>',
        '<dialog data-script="../../search/search.js">',
    ],
)
def test_what_a_page_would_load_from_elsewhere_is_an_error_that_names_both(html: str) -> None:
    with pytest.raises(ReportError) as raised:
        said(html)
    (problem,) = raised.value.problems
    assert problem.file == HERE
    assert "would load" in problem.message
    assert problem.message.split("would load ")[1].split(",")[0] in html


def test_the_policy_lets_files_in_and_nothing_out() -> None:
    scripts, sent = "script-src 'self' 'wasm-unsafe-eval' 'sha256-x'", "connect-src 'self'; worker-src 'self'"
    before = f"default-src 'none'; {scripts}; {sent}; img-src 'self' data:; base-uri 'none'"
    scripts, sent = (
        "script-src 'self' file: 'wasm-unsafe-eval' 'sha256-x'",
        "connect-src 'none'; worker-src 'none'",
    )
    after = f"default-src 'none'; {scripts}; {sent}; img-src 'self' file: data:; base-uri 'none'"
    assert policy(before) == after
    page = said(f'<meta http-equiv="Content-Security-Policy" content="{before}">')
    assert (
        page == '<meta http-equiv="Content-Security-Policy" content="' + after.replace("'", "&#x27;") + '">'
    )


def test_other_statements_of_the_head_stay() -> None:
    html = '<meta name="description" content="A folder/"><meta charset="utf-8">'
    assert said(html) == html
