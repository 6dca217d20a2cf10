"""The page of a case: what follows from its record, in the words of the page's language."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace

import pytest

from macros.case_citations import FORMATS, case_citation
from macros.case_pages import DESCRIPTION_LENGTH, case_page
from macros.corrections import correction
from macros.generated import Addresses, Site
from macros.pages import ReportPage
from study.citing import case_reference
from study.models.cases import Withdrawal
from study.models.values import Translated
from study.repertory import Repertory
from tests.macros.conftest import MakePage, plain
from tests.macros.markup import read
from tests.macros.recipes import site_of


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two editions in which the scanner stood, at other stages."""
    found = {"2024": {"scanner": "planned"}, "2025": {"scanner": "pilot"}}
    known = ReportPage.repertory.fget  # type: ignore[attr-defined]

    def with_history(page: ReportPage) -> Repertory:
        return replace(known(page), published=found)

    monkeypatch.setattr(ReportPage, "repertory", property(with_history))


def site_with(page: ReportPage, **publication: object) -> tuple[Site, ReportPage]:
    """The site and page of a publication with these values."""
    known = replace(page.knowledge, publication=page.knowledge.publication.model_copy(update=publication))
    site = Site(known, page.words, Addresses({"about.md": "about/"}), lines={"scanner": (24, 37)})
    return site, site.page("cases/scanner/")


def test_the_life_of_a_case_tells_each_edition_and_marks_what_changed(
    page: MakePage, published: None
) -> None:
    here = page("fr")
    life = read(case_page(site_of(here), here.knowledge.case["scanner"]).content).one("ul", class_="life")
    assert [plain(each.words) for each in life.all("li")] == [
        "Édition 2024 Prévu",
        "Édition 2025 Pilote stade modifié",
        "Édition 2026.1 (celle-ci) Opérationnel stade modifié",
    ]


def test_a_change_is_proposed_at_the_lines_of_the_record(page: MakePage) -> None:
    site, here = site_with(page(), repository="https://example.org/report/", edit_path="edit/main/")
    assert (
        correction(here, site, "scanner").edit
        == "https://example.org/report/edit/main/data/cases.yaml#L24-L37"
    )
    assert correction(here, site).edit == "https://example.org/report/edit/main/data/cases.yaml"


def test_what_the_publication_does_not_set_is_not_shown(page: MakePage) -> None:
    site, here = site_with(page(), repository=None, contact=None)
    view = correction(here, site, "scanner")
    assert (view.edit, view.contact, view.rules) == (None, None, "../../about/#changes")
    site, here = site_with(page(), contact="cases@example.org")
    html = case_page(site, here.knowledge.case["scanner"]).content
    assert 'href="mailto:cases@example.org"' in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_files_for_reference_managers_hold_what_the_page_shows(language: str, page: MakePage) -> None:
    here = page(language)
    case = here.knowledge.case["hostile"]
    reference = case_reference(case, here.knowledge, here.words)
    for view in case_citation(here, case).formats:
        head, _, content = view.href.partition(";base64,")
        text = b64decode(content).decode()
        assert text == FORMATS[view.name][0](reference)
        assert view.text == text.replace("\r\n", "\n").strip()
        assert head == f"data:{FORMATS[view.name][2]};charset=utf-8"
        assert view.file.startswith(f"case-hostile-2026-1-{language}.")


def test_both_languages_are_cited_that_of_the_page_first(page: MakePage) -> None:
    case = page().knowledge.case["scanner"]
    assert [language for language, _ in case_citation(page("en"), case).references] == ["en", "fr"]
    assert [language for language, _ in case_citation(page("fr"), case).references] == ["fr", "en"]


def test_a_long_summary_is_cut_between_words_for_search_engines(page: MakePage) -> None:
    here = page()
    long = here.knowledge.case["scanner"].model_copy(
        update={"summary": Translated(en="word " * 60 + "end", fr="mot")}
    )
    made = case_page(site_of(here), long)
    assert len(made.description) <= DESCRIPTION_LENGTH
    assert made.description.endswith("word…")
    assert case_page(site_of(page("fr")), long).description == "mot"


def test_sources_keep_the_order_of_the_record_whatever_results_cite(page: MakePage) -> None:
    here = page()
    tree = read(case_page(site_of(here), here.knowledge.case["scanner"]).content)
    assert [each.attributes["id"] for each in tree.one("ol", class_="sources").all("li")] == [
        "source-paper",
        "source-daily",
    ]


def test_programs_are_told_what_the_page_says(page: MakePage) -> None:
    here = page("fr")
    content = case_page(site_of(here), here.knowledge.case["hostile"]).content
    script = content.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(script)["name"] == here.knowledge.case["hostile"].title.fr
    assert "<" not in script


def test_a_case_of_a_body_alone_has_neither_region_nor_member(page: MakePage) -> None:
    here = page()
    union = here.knowledge.case["window"].model_copy(update={"administrations": [], "body": "eac"})
    tree = read(case_page(site_of(here), union).content)
    labels = [each.words for each in tree.one("dl", class_="case-facts").all("dt")]
    assert here.words("case", "region") not in labels
    assert tree.one("nav", class_="trail").all("a")[-1].attributes["href"] == "../../cases/body/eac/"


def test_a_value_without_a_page_is_named_without_a_link(page: MakePage) -> None:
    here = page()
    gone = here.knowledge.case["window"].model_copy(
        update={
            "administrations": [],
            "withdrawn": Withdrawal(edition="2026.1", reason=Translated(en="Asked", fr="Demandé")),
        }
    )
    site = replace(site_of(here), knowledge=replace(here.knowledge, cases=[gone]))
    made = case_page(site, gone)
    trail = read(made.content).one("nav", class_="trail")
    assert [link.words for link in trail.all("a")] == [here.words("facet", "register")]
    assert "East African Community" in trail.words
    assert made.title == here.words("feed", "withdrawn_title", title="A window")


def test_what_is_shared_is_separated_as_the_language_does(page: MakePage) -> None:
    for language, separator in (("en", "; "), ("fr", "\N{NARROW NO-BREAK SPACE}; ")):
        here = page(language)
        tree = read(case_page(site_of(here), here.knowledge.case["hostile"]).content)
        assert separator in "".join(
            tree.one("ul", class_="related").one("span", class_="related-shared")._texts()
        )
