"""What axe finds on a page, by the rules of WCAG 2.2, levels A and AA."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    "preload": False,  # what it would fetch serves none of these rules, and a policy may refuse it
}


def faults(page: Page, within: str | None = None) -> list[str]:
    """Return what axe finds on a page, or within one element of it, a line for each element."""
    return [
        f"{rule['id']}: {' '.join(map(str, element['target']))}: {' '.join(element['failureSummary'].split())}"
        for rule in Axe().run(page, context=within, options=RULES).response["violations"]
        for element in rule["nodes"]
    ]
