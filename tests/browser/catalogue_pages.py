"""The catalogue alone, of any register, in both languages, with all that it loads; and what a reader sees of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import material
from playwright.sync_api import Locator, Page

import macros
from macros.pages import ReportPage
from study.catalogue import files
from study.downloads import edition_files
from study.knowledge import Knowledge
from study.labels import Words
from study.repertory import repertory
from tests.browser.addresses import LANGUAGES, OTHER

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Catalogue</title>{styles}</head>
<body dir="ltr" data-md-color-scheme="default"><a class="language-switch" href="../../{other}/cases/" hreflang="{other}">{other}</a>
<main class="md-content"><article class="md-content__inner md-typeset"><h2 id="all">Catalogue</h2>
{catalogue}<p>After the catalogue</p></article></main>{scripts}</body></html>
"""


POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'"


def written(knowledge: Knowledge, target: Path) -> Path:
    """Write `LANG/cases/index.html` and what it loads below `target`; return `target`."""
    assets = knowledge.root / "docs" / "assets"
    shutil.copytree(assets, target / "assets", dirs_exist_ok=True)
    (theme,) = Path(*material.__path__).glob("templates/assets/stylesheets/main.*.min.css")
    shutil.copy(theme, target / "assets" / "theme.css")
    for language in LANGUAGES:
        words = Words(language, knowledge.labels)
        page = ReportPage(knowledge, words, lambda target: f"../{target}")
        catalogue = page.parts.put_into(macros.catalogue(page))
        html = PAGE.format(
            language=language,
            other=OTHER[language],
            catalogue=catalogue,
            styles="".join(
                f'<link rel="stylesheet" href="../../assets/{each}">'
                for each in ("theme.css", "site.css", *page.styles)
            ),
            policy=POLICY,
            scripts="".join(f'<script src="../../assets/{each}" defer></script>' for each in page.scripts),
        )
        known = repertory(knowledge)
        for path, content in {
            "cases/index.html": html.encode(),
            **files(known, words),
            "data/cases.csv": edition_files(known, language)["data/cases.csv"],
        }.items():
            (target / language / path).parent.mkdir(parents=True, exist_ok=True)
            (target / language / path).write_bytes(content)
    shutil.copy(assets / "favicon.svg", target / "404.html")
    return target


ROWS = "[...document.querySelectorAll('.case-table tbody tr')].filter(row => row.checkVisibility())"
IDS = f"{ROWS}.map(row => row.querySelector('a').pathname.match(/([^/]+)\\/$/)[1])"
COUNTS = """Object.fromEntries([...document.querySelectorAll('[data-facet]')].map(group => [group.dataset.facet,
  Object.fromEntries([...group.querySelectorAll('[data-value]')].map(item =>
    [item.dataset.value, Number(item.querySelector('.catalogue-number').textContent.replace(/\\D/g, ''))]))]))"""


def ready(page: Page) -> Page:
    """Wait until the links have become filters and the first rows are there; return the page."""
    page.locator(".table-scroll[aria-busy=false]").wait_for(state="attached")
    return page


def ids(page: Page) -> list[str]:
    """The ids of the cases in view, in order."""
    return list(page.evaluate(IDS))


def counts(page: Page) -> dict[str, dict[str, int]]:
    """The number beside each value of each facet."""
    return dict(page.evaluate(COUNTS))


def box(page: Page, facet: str, value: str) -> Locator:
    """The checkbox of a value; its group is unfolded."""
    group = page.locator(f"[data-facet='{facet}']")
    folded = group.locator("details:not([open]) > summary")
    if folded.count():
        folded.click()
    return group.locator(f"[data-value='{value}'] input")


def query(page: Page) -> str:
    """What stands in the address after the question mark, with it."""
    return str(page.evaluate("location.search"))
