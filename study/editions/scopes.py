"""What an approval covers: the approved text, what is annexed to it, and what it leaves out."""

from __future__ import annotations

from study.addresses import CATALOGUE
from study.models.approvals import Approval

GLOSSARY = "glossary.md"


def page_scope(approval: Approval | None, chapter: str | None) -> tuple[str, str]:
    """Return how a page stands to an approval: `approved`, `annexed`, `outside` or, without approval, nothing.

    `chapter` is the path of its chapter below `docs/LANG/`, None for a page made from the register of
    cases. The second value is the day as of which a part is annexed, else empty. What is annexed is so
    although its chapter is among the approved ones.
    """
    if approval is None:
        return "", ""
    if day := _annexed(approval, chapter):
        return "annexed", day
    return ("approved" if chapter in approval.scope.approved else "outside"), ""


def _annexed(approval: Approval, chapter: str | None) -> str:
    """Return the day of the annexed part that a page belongs to, or nothing."""
    register = chapter is None or chapter.startswith(CATALOGUE)
    name = "cases" if register else "glossary" if chapter == GLOSSARY else ""
    return next((part.as_of for part in approval.scope.annexed if part.part == name), "")
