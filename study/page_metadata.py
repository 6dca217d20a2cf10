"""What a page's head tells reference managers, libraries and previews: Highwire, Dublin Core and Open Graph.

Zotero reads a page with its translator "Embedded Metadata": `citation_book_title` makes it a chapter of
a book, `citation_technical_report_institution` a report, unless `og:type` is website, which makes it a web
page; `prism.edition` becomes its edition, `og:description` its abstract. Names of authors would be
taken apart into first and last names, so the publisher alone is told, which is no person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.citing import edition_statement
from study.knowledge import Knowledge
from study.labels import LOCALES, Words

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class PageFacts:
    """What is to be told of a page; `updated` is the day of its last change of substance, or empty."""

    title: str
    description: str
    address: str
    home: bool = False
    updated: str = ""


def named(facts: PageFacts, knowledge: Knowledge, words: Words) -> Pairs:
    """Return the names and contents for `<meta name>`; every one has a content."""
    language, publication = words.language, knowledge.publication
    whole, publisher = publication.title[language], publication.publisher[language]
    statement = edition_statement(knowledge, words)
    day = _day(facts, knowledge)
    if facts.home:
        own = [("citation_technical_report_institution", publisher)]
        own += [("citation_technical_report_number", statement)]
    else:
        own = [("citation_book_title", whole), ("citation_publisher", publisher)]
    pairs = [
        ("citation_title", whole if facts.home else facts.title),
        *own,
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_language", language),
        ("citation_public_url", facts.address),
        ("prism.edition", statement),
        ("DC.title", whole if facts.home else facts.title),
        ("DC.publisher", publisher),
        ("DC.date", day),
        ("DC.type", "Text"),
        ("DC.language", language),
        ("DC.identifier", facts.address),
        ("DC.rights", _rights(knowledge, language)),
        ("twitter:card", "summary"),
    ]
    return [(name, content) for name, content in pairs if content]


def properties(facts: PageFacts, knowledge: Knowledge, words: Words) -> Pairs:
    """Return the properties and contents for `<meta property>`: The Open Graph protocol, without an image.

    The title says how the edition stands, because whoever sees a preview sees nothing else of the page.
    """
    whole = knowledge.publication.title[words.language]
    title = whole if facts.home else facts.title
    pairs = [
        ("og:title", f"{title} ({standing_words(knowledge, words)})"),
        ("og:description", facts.description),
        ("og:type", "article"),  # of "website", Zotero makes a web page
        ("og:url", facts.address),
        ("og:site_name", whole),
        ("og:locale", str(LOCALES[words.language])),
        *(("og:locale:alternate", str(LOCALES[each])) for each in LOCALES if each != words.language),
    ]
    return [(name, content) for name, content in pairs if content]


def standing_words(knowledge: Knowledge, words: Words) -> str:
    """Return name and status of the edition, as the title of every page has them: `2026, draft`."""
    standing = knowledge.standing
    if standing.shown == "rehearsal":
        return f"{standing.name}, {words('status', 'rehearsal')}"
    status = words("status", standing.shown).lower()
    rehearsal = f"{words('status', 'rehearsal')}, " if standing.rehearsal else ""
    return f"{standing.name}, {rehearsal}{status}"


def _day(facts: PageFacts, knowledge: Knowledge) -> str:
    """Return the day of a true approval; before there is one, that of the page's last change."""
    standing = knowledge.standing
    approved = standing.shown == "approved" and standing.approval is not None
    return standing.approval.date if approved and standing.approval else facts.updated


def _rights(knowledge: Knowledge, language: str) -> str:
    licence = knowledge.publication.text_licence
    return (licence.url or licence.name[language]) if licence else ""
