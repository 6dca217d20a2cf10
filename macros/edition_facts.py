"""The facts that a page states of its edition: how it stands, who decided, and by which digests it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST
from study.editions.scopes import page_scope
from study.editions.standing import Standing
from study.labels import NO_BREAK_SPACE, Words


@dataclass(frozen=True)
class Fact:
    """A line of the box; `code` says that it is to be copied letter by letter."""

    label: str
    text: str
    code: bool = False


@dataclass(frozen=True)
class EditionFacts:
    """The facts of an edition in one language; `commit` is shown as it is given."""

    standing: Standing
    words: Words
    commit: str

    def of(self, chapter: str | None, *, both: bool) -> Iterator[Fact]:
        """Yield the facts of a page, given its chapter's path, None for one made from the register."""
        yield from self._shared
        if scope := self._scope(chapter):
            yield Fact(self.words("edition_box", "page"), scope)
        if self.commit:
            yield Fact(self.words("edition_box", "commit"), self.commit, code=True)
        if self.standing.status != "draft":
            group = "both_digest" if both else "edition_digest"
            yield Fact(self.words("edition_box", "page_digest"), PAGE_DIGEST, code=True)
            yield Fact(self.words("edition_box", group), EDITION_DIGEST, code=True)

    def decided(self) -> str:
        """Return who approved the edition and when, nothing where nobody has."""
        approval = self.standing.approval
        if approval is None or self.standing.rehearsal:
            return ""
        return f"{self.words('approving_body', approval.body)}, {self.words.day(approval.date)}"

    def reservation(self, chapter: str | None) -> str:
        """Return a sentence part where the page is not part of the approved text itself, else nothing."""
        kind, _ = page_scope(self.standing.approval, chapter)
        if kind in ("", "approved"):
            return ""
        colon = f"{NO_BREAK_SPACE}: " if self.words.language == "fr" else ": "
        return self.words("edition_box", "page") + colon + self._scope(chapter)

    @cached_property
    def _shared(self) -> tuple[Fact, ...]:
        words, standing = self.words, self.standing
        facts = [
            ("general", "edition", standing.name),
            ("edition_box", "status", words("status_sentence", standing.shown, edition=standing.name)),
        ]
        if approval := standing.approval:
            facts += [
                ("edition_box", "body", words("approving_body", approval.body)),
                ("edition_box", "session", approval.session),
                ("edition_box", "date", words.day(approval.date)),
                ("edition_box", "decision", approval.decision[words.language]),
                ("edition_box", "document", approval.document[words.language]),
            ]
        return tuple(Fact(words(group, key), text) for group, key, text in facts)

    def _scope(self, chapter: str | None) -> str:
        kind, day = page_scope(self.standing.approval, chapter)
        if kind == "annexed":
            return self.words("edition_box", "page_annexed", date=self.words.day(day))
        if kind == "outside":
            return self.words("edition_box", "page_outside")
        if kind == "approved":
            key = "page_rehearsed" if self.standing.rehearsal else "page_approved"
            return self.words("edition_box", key)
        return ""
