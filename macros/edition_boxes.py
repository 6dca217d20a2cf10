"""What every page says of its edition: the box at its foot, and the short words in its ribbon.

A page's own facts are told apart from those of the edition, so that most pages of a register share one box.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.edition_facts import EditionFacts, Fact
from study.editions.names import edition_order
from study.knowledge import Knowledge
from study.labels import Words

Published = Mapping[str, Collection[str]]  # edition → its pages, by path below a language
# for docs/assets/edition.js
SCRIPTED = ("latest", "superseded", "read_there", "choose", "open", "moved", "removed")


@dataclass(frozen=True)
class Elsewhere:
    """This page in another edition: `href` is None where that edition has no such page."""

    edition: str
    text: str
    href: str | None


@dataclass(frozen=True)
class EditionBoxView:
    """The box of a page; what is empty or None is left out."""

    id: str
    title: str
    status: str  # key, as in the names of classes
    rehearsal: str
    facts: Sequence[Fact]
    links: Sequence[tuple[str, str]]  # text, address
    later: tuple[str, str] | None
    public: str  # address of the published site, where it has one
    others_title: str
    others: Sequence[Elsewhere]
    edition: str
    scripted: Sequence[tuple[str, str]]


class EditionBoxes:
    """The boxes of all pages in one language.

    `commit` is shown as it is given; `verify` is the address of the page on verification below the
    folder of the language, None where there is no such page.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        words: Words,
        commit: str,
        published: Published | None = None,
        verify: str | None = None,
    ) -> None:
        self._standing, self._publication = knowledge.standing, knowledge.publication
        self._words, self._verify = words, verify
        self._facts = EditionFacts(self._standing, words, commit)
        known = {
            edition: pages
            for edition, pages in (published or {}).items()
            if edition != self._standing.edition
        }
        self._published = {
            edition: known[edition] for edition in sorted(known, key=edition_order, reverse=True)
        }
        scripted = self._standing.status == "approved"
        self._scripted = tuple((key, words("edition_box", key)) for key in SCRIPTED) if scripted else ()

    def box(self, url: str, chapter: str | None, page: str | None) -> EditionBoxView:
        """Return the box of the page at `url`, below the edition's root.

        `chapter` is its path below `docs/LANG/`, None for a page made from the register; `page` is its
        path below the language as other editions know it, None for a page that shows both languages.
        """
        words, standing, up = self._words, self._standing, "../" * url.count("/")
        others = tuple(self._elsewhere(up, page)) if page is not None else ()
        known = not self._publication.site_url_is_example
        return EditionBoxView(
            id="this-edition" if page is not None else f"this-edition-{words.language}",
            title=words("edition_box", "title"),
            status=standing.shown,
            rehearsal=words("status", "rehearsal") if standing.rehearsal else "",
            facts=tuple(self._facts.of(chapter, both=page is None)),
            links=tuple(self._links(up)),
            later=(words("edition_box", "later"), f"{up}../") if standing.status == "approved" else None,
            public=self._publication.site_url if known else "",
            others_title=words("edition_box", "others", count=words.number(len(others))),
            others=others,
            edition=standing.edition,
            scripted=self._scripted if page is not None else (),
        )

    def note(self, chapter: str | None) -> str:
        """Return what the ribbon adds: who approved and when, and where a page is not part of it; else nothing."""
        return " · ".join(filter(None, [self._facts.decided(), self._facts.reservation(chapter)]))

    def _links(self, up: str) -> Iterator[tuple[str, str]]:
        if self._standing.status == "draft":  # nothing proves a draft
            return
        if self._verify is not None:
            yield self._words("edition_box", "verify"), f"{up}{self._words.language}/{self._verify}"
        yield self._words("edition_box", "manifest"), f"{up}MANIFEST.json"

    def _elsewhere(self, up: str, page: str) -> Iterator[Elsewhere]:
        """Yield the page in other editions; only an approved edition has them beside it."""
        root = f"{up}../" if self._standing.status == "approved" else self._publication.site_url
        for edition, pages in self._published.items():
            if page in pages:
                yield Elsewhere(edition, edition, f"{root}{edition}/{self._words.language}/{page}")
            else:
                yield Elsewhere(edition, self._words("edition_box", "not_in", edition=edition), None)
