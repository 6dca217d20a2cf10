"""The pages that stand in a pack only: its door, and in each of its languages how to use it."""

from __future__ import annotations

from datetime import UTC, datetime

from report.renditions.assembly import Job
from report.renditions.pack_files import languages_of
from report.renditions.page_templates import rendered

DOOR = "index.html"
GUIDES = {"en": "START-HERE.html", "fr": "LISEZ-MOI.html"}
STYLE = "assets/offline.css"


def own_pages(job: Job, language: str | None, folder: str) -> dict[str, bytes]:
    """Return the door, the guides and their style sheet, by path, for the pack of a language, or of both for None."""
    languages = languages_of(language)
    known = {
        "publication": job.knowledge.publication,
        "standing": job.standing,
        "languages": [(each, job.words(each)) for each in languages],
        "guides": GUIDES,
        "style": STYLE,
        "folder": folder,
        "holds": language or "both",
    }
    pages = {DOOR: rendered(job.root, "door.html", **known)}
    for each in languages:
        words = job.words(each)
        day = words.day(datetime.fromtimestamp(job.time, UTC).date().isoformat())
        pages[GUIDES[each]] = rendered(job.root, "guide.html", words=words, day=day, **known)
    pages[STYLE] = rendered(job.root, "offline.css.html")
    return {name: f"{text}\n".encode() for name, text in pages.items()}
