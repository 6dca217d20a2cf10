"""An edition of the small report as builds may make it: drafts, candidates, approvals. All of them are tests."""

from __future__ import annotations

from dataclasses import replace

from study.editions.standing import Standing
from study.knowledge import Knowledge
from study.models.approvals import Annexed, Approval, Digests, Scope
from study.models.values import Translated
from tests.macros.small import HOSTILE

COMMIT = "0123456789abcdef" * 2 + "01234567"
DIGEST = f"sha256:{'5' * 64}"
EDITION = "2026.1"
DAY = "2026-05-31"


def approval(*, rehearsal: bool = False) -> Approval:
    """Return a record of an approval that never was."""
    return Approval(
        edition=EDITION,
        candidate=f"{EDITION}-rc2",
        commit=COMMIT,
        digests=Digests(en=DIGEST, fr=DIGEST, both=DIGEST, data=DIGEST),
        manifest=DIGEST,
        body="council",
        session=f"TEST 1/2 {HOSTILE}",
        date="2026-06-27",
        decision=Translated(en=f"TEST decision {HOSTILE}", fr=f"TEST décision {HOSTILE}"),
        document=Translated(en="TEST SC1E", fr="TEST SC1F"),
        scope=Scope(
            approved=["technologies/ai.md", "cases/index.md", "glossary.md"],
            annexed=[Annexed(part="cases", as_of=DAY), Annexed(part="glossary", as_of=DAY)],
        ),
        rehearsal=rehearsal,
    )


def standing(status: str = "draft", *, rehearsal: bool = False) -> Standing:
    """Return how an edition stands, with the commit that any build has."""
    record = approval(rehearsal=rehearsal) if status == "approved" else None
    name = f"{EDITION}-rc2" if status == "candidate" else EDITION
    return Standing(EDITION, name, status, COMMIT, record, rehearsal)


def as_built(
    knowledge: Knowledge, status: str, *, rehearsal: bool = False, published: bool = False
) -> Knowledge:
    """Return knowledge in a build of its edition; `published` says that the site's address is a true one."""
    own = standing(status, rehearsal=rehearsal)
    built = knowledge.standing_as(own, {EDITION: own.approval} if own.approval else {})
    address = {"site_url_is_example": not published}
    return replace(built, publication=built.publication.model_copy(update=address))
