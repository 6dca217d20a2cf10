"""What stands at the headings of a chapter: the way to the other language and to both, and notices.

All of it is put in as parts, so that no term is looked for in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.concordance import Notices
from macros.pages import ReportPage

HEADING = re.compile(r'(<h([1-3])\b[^>]*\sid="([^"]*)"[^>]*>.*?)(</h\2>)', re.DOTALL)
TITLE = "1"


@dataclass(frozen=True)
class Ways:
    """Relative addresses of a chapter's page in the other language and of both side by side.

    Both are None in a build of one language. `light` leads to the chapter's light page, `copies` to its line on
    the page of copies to take along.
    """

    language: str
    counterpart: str | None = None
    side_by_side: str | None = None
    light: str | None = None
    copies: str | None = None

    @property
    def lead_on(self) -> bool:
        """Return whether there is any way besides that at each section."""
        return any((self.side_by_side, self.light, self.copies))


def with_heads(page: ReportPage, content: str, ways: Ways, notices: Notices) -> str:
    """Return `content`, the HTML of Markdown, with a link at each section and notices below headings."""

    def head(found: re.Match[str]) -> str:
        opening, level, section, closing = found.groups()
        beside, below = "", []
        if level == TITLE and (ways.lead_on or notices.chapter):
            below.append(page.part("chapter-ways", ways=ways, notice=notices.chapter))
        elif level != TITLE and ways.counterpart is not None:
            other = f"{ways.counterpart}#{section}"
            beside = page.part("section-in-other", href=other, language=ways.language)
        if text := notices.sections.get(section):
            href = f"{ways.side_by_side}#{section}" if ways.side_by_side is not None else None
            below.append(page.part("concordance-notice", text=text, href=href))
        return "\n".join([opening + beside + closing, *below])

    return HEADING.sub(head, content)
