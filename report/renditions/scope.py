"""What a chapter that is not itself part of the approved text says on each of its sheets."""

from __future__ import annotations

from report.renditions.assembly import Job
from study.editions.scopes import page_scope
from study.labels import NO_BREAK_SPACE


def reservation(job: Job, language: str, chapter: str | None) -> str:
    """Return how a chapter stands to the approval where it is only annexed or outside, else nothing.

    `chapter` is its key; None is what is made from the register of cases.
    """
    words = job.words(language)
    kind, day = page_scope(job.standing.approval, f"{chapter}.md" if chapter else None)
    if kind == "annexed":
        text = words("edition_box", "page_annexed", date=words.day(day))
    elif kind == "outside":
        text = words("edition_box", "page_outside")
    else:
        return ""
    colon = f"{NO_BREAK_SPACE}: " if language == "fr" else ": "
    return words("print", "these_pages") + colon + text
