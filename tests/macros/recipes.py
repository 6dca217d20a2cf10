"""Which macro calls render which fragment."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import escape

import macros
from macros.case_pages import case_page
from macros.chapter_heads import Ways, with_heads
from macros.columns import Cell, Column
from macros.concordance import Notices
from macros.edition_boxes import EditionBoxes
from macros.facet_pages import facet_pages, index_page, pair_pages
from macros.generated import Addresses, Site
from macros.light_pages import LightPage, Said, Way, light_page
from macros.numbered import units_of, with_numbers
from macros.pages import ReportPage
from macros.paragraph_citations import ParagraphReference
from macros.plain_articles import Place, plain_article
from macros.rendering import render
from macros.side_by_side import side_by_side
from macros.tooltips import with_tooltips
from study.calls import CHARTS, TABLES
from study.copies import CopyView
from study.models.cases import Withdrawal
from study.models.values import Translated
from study.paragraphs import Numbered
from tests.macros.approvals import COMMIT, as_built
from tests.macros.conftest import KNOWN_PAGES
from tests.macros.small import HOSTILE

Recipe = Callable[[ReportPage], str]
TEXT = {
    "en": "<p>A machine learning model comes from machine learning.</p>",
    "fr": "<p>L’apprentissage automatique crée un modèle d’apprentissage automatique.</p>",
}
NUMBERED = """\
<h2 id="one">One</h2>
<p>Text {1}</p>
<ul>
<li>Item</li>
<li id="own">Item with an id</li>
</ul>
<p id="other">Paragraph with an id</p>
<table><tr><td>1</td></tr></table>
<p>{0}</p>"""
BOXED = """\
<div class="admonition note"><p class="admonition-title">Note</p><p>First</p><p>Second</p></div>
<ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>"""
BOXED_NUMBERS = [
    Numbered(str(place), "", place, kind)
    for place, kind in enumerate(("paragraph", "paragraph", "item", "item"), 1)
]


def _light(page: ReportPage) -> str:
    content = f'<h1 id="a">{escape(HOSTILE)}</h1><form class="assessment"><p>Questions</p></form>'
    article = plain_article(Place(page.knowledge.root, page.words, f"{page.language}/a/"), content)
    for link in article.iter("a"):
        link.set("href", "https://example.org/r/")
    way = Way(HOSTILE, "https://example.org/r/b/", page.language)
    view = LightPage(HOSTILE, *["https://example.org/r/"] * 3, way, None, way, [])
    return light_page(page.knowledge, page.words, view, article, Said())


def _search_dialog(page: ReportPage) -> str:
    return render(
        page.knowledge.root, "search-dialog", words=page.words, kinds=("chapters",), language=page.language
    )


def call(name: str, *arguments: str, **named: str) -> Recipe:
    """Return the call of a macro, on a page to be given."""
    return lambda page: macros.MACROS[name](page, *arguments, **named)


def _cited_sources(page: ReportPage) -> str:
    macros.cite(page, "journal")
    macros.cite(page, "paper")
    return macros.sources(page)


def _noted(page: ReportPage) -> str:
    return with_tooltips(page, TEXT[page.language])


def _numbered(page: ReportPage) -> str:
    tokens = page.parts.keep("<div>a macro’s</div>"), page.parts.keep("<sup>inline</sup>")
    html = NUMBERED.format(*tokens)
    kinds = ("paragraph", "item", "item", "paragraph", "table", "macro")
    numbers = [Numbered(f"{place}a", "one", place, kind) for place, kind in enumerate(kinds, 1)]
    return with_numbers(page, html, numbers)


def _alone(page: ReportPage) -> str:
    return "\n".join(unit.html for unit in units_of(page, BOXED, BOXED_NUMBERS))


def _heads(page: ReportPage) -> str:
    other = "fr" if page.language == "en" else "en"
    ways = Ways(other, *[page.link("technologies/ai.md")] * 2)
    said = Notices(f"Not {HOSTILE}", {"one": f"Changed {HOSTILE}"})
    return with_heads(page, '<h1 id="a">A</h1>\n<h2 id="one">One</h2>\n<h3 id="two">Two</h3>', ways, said)


def _cite_paragraph(page: ReportPage) -> str:
    references = [
        ParagraphReference(each, page.words.language_name(each), [f"{HOSTILE}, § ", ", https://x/#p", ""])
        for each in ("en", "fr")
    ]
    return page.part("cite-paragraph", references=references)


def _side_by_side(page: ReportPage) -> str:
    cells = [Cell("", "one", "heading", "One", 2), Cell("1", "one", "paragraph", "<p>Text</p>")]
    columns = [
        Column(
            f"{each}/cases/",
            f"Title {HOSTILE}",
            cells,
            ["x.css"],
            f"Not {HOSTILE}",
            {"one": f"New {HOSTILE}"},
        )
        for each in ("en", "fr")
    ]
    return page.parts.keep(side_by_side(page.knowledge, columns))


PUBLISHED = {"2026": {"technologies/ai/", ""}, "2026-e1": set(), "2026.1": {""}}


def _edition_box(
    status: str, *, rehearsal: bool = False, chapter: str | None = "technologies/ai.md"
) -> Recipe:
    def made(page: ReportPage) -> str:
        knowledge = as_built(page.knowledge, status, rehearsal=rehearsal, published=rehearsal)
        verify = "verify/" if page.address("about.md") else None
        boxes = EditionBoxes(knowledge, page.words, COMMIT, PUBLISHED, verify)
        path = "technologies/ai/" if chapter else "cases/hostile/"
        return page.part("edition-box", box=boxes.box(f"{page.language}/{path}", chapter, path))

    return made


BARS = ("participation-by-region", "maturity", "adoption", "use-case-participation", "workshops")
MATRICES = ("cases-by-region-technology", "cases-by-technology-stage")
assert {*BARS, *MATRICES, "network-growth"} == set(CHARTS)


def site_of(page: ReportPage) -> Site:
    """Return the site of generated pages around `page`, with the chapters that `page` can link to."""
    chapters = {name: path.removeprefix("../") for name, path in KNOWN_PAGES.items() if page.address(name)}
    return Site(page.knowledge, page.words, Addresses(chapters), lines={"hostile": (3, 22)})


def _case_page(key: str) -> Recipe:
    return lambda page: case_page(site_of(page), page.knowledge.case[key]).content


def _withdrawn_page(page: ReportPage) -> str:
    reason = Translated(en="Because <they> asked", fr="Parce qu’<ils> l’ont demandé")
    gone = page.knowledge.case["hostile"].model_copy(
        update={"withdrawn": Withdrawal(edition="2026.1", reason=reason)}
    )
    return case_page(site_of(page), gone).content


def _facet_page(facet: str, value: str, *files: str) -> Recipe:
    downloads = {f"cases/x/cases.{ending}": b"0" * 1234 for ending in files}
    return lambda page: next(facet_pages(site_of(page), page.repertory, facet, value, downloads)).content


def _pair_page(page: ReportPage) -> str:
    return next(pair_pages(site_of(page), page.repertory, "ai", "region")).content


def _index_page(page: ReportPage) -> str:
    return index_page(site_of(page), page.repertory, "process").content


def _copy(page: ReportPage, key: str) -> CopyView:
    return CopyView(key, "../files/a&b.pdf", "application/pdf", "English", page.words.size(1_234_567))


def _chapter_copy(page: ReportPage) -> str:
    return page.part("copies-chapter", key="technologies/ai", file=_copy(page, "pdf"))


def _whole_copies(page: ReportPage) -> str:
    files = [_copy(page, key) for key in ("pdf_whole", "epub", "pack", "pack_both")]
    return page.part("copies-whole", files=files, online="")


def _whole_copies_in_pack(page: ReportPage) -> str:
    return page.part("copies-whole", files=[], online="https://example.org/report/2026/en/copies/")


RECIPES: dict[str, list[Recipe]] = {
    "all-sources": [call("sources", "all")],
    "assessment": [call("readiness", "ai"), call("self_assessment")],
    "bar-chart": [call("chart", key) for key in BARS],
    "case-cards": [call("case", "hostile"), call("cases", view="cards")],
    "case-list": [
        _facet_page("technology", "ai", "csv", "xlsx"),
        _facet_page("region", "ESA"),
        _facet_page("administration", "PE"),
        _facet_page("administration", "eac"),
        _facet_page("stage", "pilot"),
        _pair_page,
    ],
    "case-page": [_case_page("hostile"), _case_page("scanner"), _withdrawn_page],
    "concordance-notice": [_heads],
    "facet-index": [_index_page],
    "block-alone": [_alone],
    "chapter-ways": [_heads, lambda page: with_heads(page, '<h1 id="a">A</h1>', Ways("fr"), Notices("New."))],
    "cite-paragraph": [_cite_paragraph],
    "case-link": [call("case_link", "hostile"), call("case_link", "window")],
    "case-table": [call("cases"), call("cases", technology="iot")],
    "catalogue": [call("catalogue")],
    "copies": [call("copies")],
    "copies-chapter": [_chapter_copy],
    "copies-whole": [_whole_copies, _whole_copies_in_pack],
    "citation": [call("cite", "journal"), call("cite", "paper", section="II", paragraph="3", page="5")],
    "data-notes": [call("data_note", "rounding")],
    "disclaimers": [call("disclaimers")],
    "contact": [call("contact")],
    "data-dictionary": [call("data_dictionary")],
    "downloads": [call("downloads")],
    "edition-box": [
        _edition_box("draft"),
        _edition_box("candidate"),
        _edition_box("approved"),
        _edition_box("approved", rehearsal=True),
        _edition_box("approved", chapter=None),
    ],
    "editions": [call("editions")],
    "figure-numbered": [_numbered],
    "glossary": [call("glossary")],
    "how-to-cite": [call("citation")],
    "key-figures": [call("key_figures")],
    "line-chart": [call("chart", "network-growth")],
    "matrix": [call("chart", key) for key in MATRICES],
    "members": [call("members")],
    "paragraph-number": [_numbered],
    "preview-problems": [
        lambda page: page.part("preview-problems", lines=[HOSTILE, "data/x.yaml:1:1: is wrong"])
    ],
    "light": [_light],
    "regions": [call("regions")],
    "search-dialog": [_search_dialog],
    "section-in-other": [_heads],
    "side-by-side": [_side_by_side],
    "sources": [call("sources"), _cited_sources],
    "status": [call("status")],
    "table": [call("survey_table", key) for key in TABLES],
    "technologies": [call("technologies")],
    "technology-facts": [call("technology_facts", key) for key in ("ai", "iot")],
    "term-link": [call("term", "model"), call("term", "model", HOSTILE)],
    "term-notes": [_noted],
    "timeline": [call("timeline", "project")],
}


def html_of(page: ReportPage, fragment: str) -> list[str]:
    """Return what each recipe of a fragment gives on `page`."""
    return [page.parts.put_into(recipe(page)) for recipe in RECIPES[fragment]]
