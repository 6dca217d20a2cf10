"""A page as Zotero's translator "Embedded Metadata" reads it, after its source of November 2018, and its RDF import.

Highwire names are taken by their end, those with a known prefix as statements of RDF. The kind of item is what
RDF says for sure (`z:itemType`, `og:type` website or book …), then what Highwire says, then what RDF guesses.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.site.parsing import Page

FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_book_title": "bookTitle",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
    "prism.edition": "edition",
    "og:description": "abstractNote",
    "DC.rights": "rights",
}
KINDS = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
SURE = {"website": "webpage", "book": "book"}
CREATORS = ("citation_author", "citation_authors", "DC.creator", "DC.contributor")


@dataclass(frozen=True)
class Item:
    """An item of a library: its kind, its fields, the names of its creators."""

    kind: str
    fields: dict[str, str]
    creators: list[str]


def item(page: Page) -> Item:
    """Return what is read of a page."""
    metas = metadata(page)
    highwire = [KINDS[name] for name in metas if name in KINDS]
    guess = "journalArticle" if "citation_title" in metas else "webpage"
    kind = SURE.get(metas.get("og:type", "")) or (highwire[-1] if highwire else guess)
    fields = {field: metas[name] for name, field in FIELDS.items() if name in metas}
    return Item(kind, fields, [metas[name] for name in CREATORS if name in metas])


def metadata(page: Page) -> dict[str, str]:
    """Return the contents of a page's `<meta>`, by name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in page.root.all("meta"):
        name = meta["name"] or meta["property"]
        if name and meta["content"]:
            found.setdefault(name, meta["content"])
    return found
