"""What a draft says of its two languages: which sections changed since they were read together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.pages import ReportPage
from study.concordance.passages import TOP
from study.concordance.states import Standing, chapter_states

NEVER = "never certified"
SENTENCES = {
    NEVER: "section_new",
    "changed in English": "changed_english",
    "changed in French": "changed_french",
    "changed in both": "changed_both",
}


@dataclass(frozen=True)
class Notices:
    """Sentences in the reader's language: one for the whole chapter, or one per section by its id."""

    chapter: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)


def notices(page: ReportPage, chapter: str) -> Notices:
    """Return what a draft says of a chapter, given its path below `docs/LANG/`; other editions say nothing.

    What stands before the first heading is spoken of below it. Raises ReportError if a text or the
    record can't be read.
    """
    if page.knowledge.edition.status != "draft":
        return Notices()
    standings = [each for each in chapter_states(page.knowledge.root, chapter) if each.state != "gone"]
    if standings and all(each.state == NEVER for each in standings):
        return Notices(page.words("concordance", "chapter_new"))
    said = {each.key: _sentence(page, each) for each in standings if each.state in SENTENCES}
    return Notices(said.pop(TOP, ""), said)


def _sentence(page: ReportPage, standing: Standing) -> str:
    since = page.words.day(standing.entry.date) if standing.entry else ""
    return page.words("concordance", SENTENCES[standing.state], date=since)
