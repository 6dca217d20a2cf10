"""Site maps: of an edition, and the index of those of all editions, as their protocol wants them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from study.knowledge import Knowledge
from tests.report.editions.test_public_pages import files

URL = "<url><loc>https://example.org/en/</loc>{more}</url>"
NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


@pytest.fixture(scope="module")
def rules(root: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(root / "tests" / "formats" / "sitemap.rng"))


def fault(rules: etree.RelaxNG, xml: str) -> str:
    """Return what is wrong with a site map, or an empty text."""
    tree = etree.fromstring(xml.encode("utf-8"))
    return "" if rules.validate(tree) else str(rules.error_log.last_error.message)


def test_the_site_map_of_an_edition_is_valid(site: Path, rules: etree.RelaxNG) -> None:
    xml = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert fault(rules, xml) == ""
    assert len(xml.encode()) < 50 * 2**20
    assert xml.count("<url>") < 50_000
    assert "<lastmod>" in xml


def test_it_names_pages_and_neither_other_forms_of_them_nor_both_languages_on_one(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml")
    for address in tree.iterfind(".//{*}loc"):
        assert address.text
        assert address.text.endswith("/")
        assert not {"light", "both", "files"} & set(address.text.split("/")), address.text


@pytest.mark.parametrize("numbers", [("2026",), ("2026", "2026.1"), ()])
def test_the_index_of_all_editions_is_valid(
    numbers: tuple[str, ...], root: Path, knowledge: Knowledge, rules: etree.RelaxNG
) -> None:
    xml = files(root, knowledge, *numbers)["sitemap.xml"]
    assert fault(rules, xml) == ""
    assert xml.count("<sitemap>") == len(numbers)
    assert [number for number in numbers if f"/{number}/sitemap.xml</loc>" not in xml] == []


@pytest.mark.parametrize(
    "xml",
    [
        f"<urlset {NAMES}></urlset>",
        f"<sitemapindex {NAMES}></sitemapindex>",
        f"<sitemapindex {NAMES}>{URL.format(more='')}</sitemapindex>",
        f"<urlset {NAMES}>{URL.format(more='<lastmod>today</lastmod>')}</urlset>",
        f"<urlset {NAMES}>{URL.format(more='').replace('https://example.org', '')}</urlset>",
        f"<urlset>{URL.format(more='')}</urlset>",
        f"<urlset {NAMES}>"
        + URL.format(more='<xhtml:link rel="alternate" hreflang="es" href="https://example.org/"/>')
        + "</urlset>",
    ],
)
def test_a_site_map_that_breaks_the_protocol_is_found(xml: str, rules: etree.RelaxNG) -> None:
    assert fault(rules, xml)
    assert fault(rules, f"<urlset {NAMES}>{URL.format(more='')}</urlset>") == ""
