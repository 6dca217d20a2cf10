"""The public tree: all approved editions side by side, which is current, and where a lasting address leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from study.editions.names import edition_order
from study.labels import Words
from study.models.approvals import Approval
from study.models.values import LANGUAGES

FORMAT = 1  # of editions.json; pages of published editions read it, so that it may grow but not change
LATEST = "latest/"


@dataclass(frozen=True)
class PublicEdition:
    """An edition in the public tree; `pages` are its pages with their language, such as `en/ai/`."""

    approval: Approval
    pages: frozenset[str]
    current: bool = False
    rehearsal: bool = False

    @property
    def id(self) -> str:
        """Return the number of the edition, such as `2026`."""
        return self.approval.edition

    @property
    def path(self) -> str:
        """Return where the edition stands in the tree, such as `2026/`."""
        return f"{self.id}/"

    @property
    def status(self) -> str:
        """Return how the edition stands today, a key of the labels `status`.

        A rehearsal stays one: nothing in it was ever approved.
        """
        if self.rehearsal:
            return "rehearsal"
        return "approved" if self.current else "superseded"


@dataclass(frozen=True)
class Redirect:
    """A page of `latest/` and where it leads, both below the root of the tree.

    `gone` is the last edition that has the page where the current one has not; the redirect then leads to
    the nearest page above it.
    """

    path: str
    target: str
    gone: PublicEdition | None = None

    @property
    def page(self) -> str:
        """Return the page itself with its language, such as `en/ai/`."""
        return self.path.removeprefix(LATEST)

    @property
    def missed(self) -> str:
        """Return the page that is gone as `docs/assets/edition.js` takes it, such as `2026/cases/ke-x/`.

        Empty where the redirect leads to no page that could say so: to the door, or to both languages.
        """
        language, _, page = self.page.partition("/")
        says_so = language in LANGUAGES and f"/{language}/" in self.target
        return f"{self.gone.id}/{page}" if self.gone and says_so else ""


def public_editions(
    approvals: Mapping[str, Approval], pages: Mapping[str, Iterable[str]], *, rehearsal: bool
) -> list[PublicEdition]:
    """Return the approved editions, the newest first, which is current; `pages` has the pages of each.

    `rehearsal` is what `publication.yaml` says: then nothing is approved, whatever the records.
    """
    ids = sorted(approvals, key=edition_order, reverse=True)
    return [
        PublicEdition(
            approvals[number],
            frozenset(pages[number]),
            current=number == ids[0],
            rehearsal=rehearsal or approvals[number].rehearsal,
        )
        for number in ids
    ]


def versions(editions: Iterable[PublicEdition]) -> list[dict[str, Any]]:
    """Return what `versions.json` holds, in the form that the theme and mike read."""
    return [
        {"version": each.id, "title": each.id, "aliases": ["latest"] if each.current else []}
        for each in editions
    ]


def editions_record(editions: Iterable[PublicEdition], languages: Mapping[str, Words]) -> dict[str, Any]:
    """Return what `editions.json` holds: each edition and how it stands, the newest first."""
    entries = [_entry(each, languages) for each in editions]
    return {"format": FORMAT, "current": entries[0]["id"] if entries else None, "editions": entries}


def _entry(edition: PublicEdition, languages: Mapping[str, Words]) -> dict[str, Any]:
    approval = edition.approval

    def words(group: str, key: str, **values: str) -> dict[str, str]:
        return {language: each(group, key, **values) for language, each in languages.items()}

    return {
        "id": edition.id,
        "path": edition.path,
        "title": words("public", "edition", edition=edition.id),
        "status": words("status", edition.status),
        "date": approval.date,
        "body": words("approving_body", approval.body),
        "session": approval.session,
        "digests": approval.digests.model_dump(),
    }


def redirects(editions: list[PublicEdition]) -> Iterator[Redirect]:
    """Return the pages of `latest/`: one for each page that any edition has; none without an edition."""
    if not editions:
        return
    current = editions[0]
    last: dict[str, PublicEdition] = {}
    for edition in reversed(editions):
        last.update(dict.fromkeys(edition.pages, edition))
    for page in sorted({"", *last}):
        if page == "" or page in current.pages:
            yield Redirect(LATEST + page, current.path + page)
        else:
            yield Redirect(LATEST + page, current.path + nearest(page, current.pages), last[page])


def nearest(page: str, pages: frozenset[str]) -> str:
    """Return the nearest page above `page` that is among `pages`: `en/cases/` of `en/cases/ke-x/`.

    The last resort is the door of the edition, ``.
    """
    parts = page.rstrip("/").split("/")
    above = ("/".join(parts[:count]) + "/" for count in range(len(parts) - 1, 0, -1))
    return next((each for each in above if each in pages), "")


def relative(page: str, target: str) -> str:
    """Return the address of `target` as seen from `page`; both are paths below the root of the tree."""
    return "../" * page.count("/") + quote(target) or "./"
