"""What there is to tell of each case and chapter: what happened to it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from study.addresses import case_path, permalink
from study.chapters import Chapter
from study.knowledge import Knowledge
from study.labels import Words
from study.lives import is_new, life_of
from study.models.cases import Case
from study.models.values import DAY
from study.repertory import Repertory

NAMESPACE = UUID("9d0b28c9-830f-44e7-a17f-4d3bcd10d314")  # made once for this report; never changes
MOST_ENTRIES = 100


@dataclass(frozen=True)
class Entry:
    """What the feed tells of a case or chapter; `news` is a key of the labels `feed`."""

    id: str
    title: str
    summary: str
    address: str
    updated: str
    news: str


def news_of(case: Case, repertory: Repertory) -> str:
    """Return new, changed, withdrawn or unchanged: what happened since the last published edition.

    A change is a change of stage; where no edition has been published, every case is new.
    """
    if case.withdrawn:
        return "withdrawn"
    if is_new(case, repertory):
        return "new"
    return "changed" if life_of(case, repertory)[-1].changed else "unchanged"


def updated(case: Case, knowledge: Knowledge) -> str:
    """Return the day on which the text of the case was last checked, confirmed or withdrawn.

    A withdrawal has the day of its edition; the edition being built has that up to which facts were
    gathered, one without a full date has none.
    """
    days = [case.checked, case.confirmed or ""]
    if case.withdrawn:
        number = case.withdrawn.edition
        dates = {each.id: each.date or "" for each in knowledge.editions.editions}
        days.append(
            knowledge.editions.as_of if number == knowledge.editions.current else dates.get(number, "")
        )
    return max(day for day in days if re.fullmatch(DAY, day))


def latest(repertory: Repertory, words: Words, chapters: Iterable[Chapter]) -> list[Entry]:
    """Return the entries of the latest cases and chapters, at most MOST_ENTRIES.

    The latest come first, those of one day by id of case or path of chapter.
    """
    knowledge = repertory.knowledge
    found: list[tuple[str, str, Case | Chapter]] = [
        *((updated(case, knowledge), case.id, case) for case in knowledge.cases),
        *((chapter.updated, chapter.page, chapter) for chapter in chapters),
    ]
    found.sort(key=lambda each: each[1])
    found.sort(key=lambda each: each[0], reverse=True)
    return [
        _case_entry(what, day, repertory, words)
        if isinstance(what, Case)
        else _chapter_entry(what, knowledge, words)
        for day, _, what in found[:MOST_ENTRIES]
    ]


def _case_entry(case: Case, day: str, repertory: Repertory, words: Words) -> Entry:
    title, summary = case.title[words.language], case.summary[words.language]
    news = news_of(case, repertory)
    if case.withdrawn:
        title = words("feed", "withdrawn_title", title=title)
        sentence = words("case", "withdrawn", edition=case.withdrawn.edition)
        summary = f"{sentence} {case.withdrawn.reason[words.language]}"
    elif news == "changed":
        summary = f"{_change(case, repertory, words)} {summary}"
    address = permalink(repertory.knowledge, words.language, case_path(case.id))
    return Entry(urn(f"case/{case.id}/{words.language}"), title, summary, address, day, news)


def _change(case: Case, repertory: Repertory, words: Words) -> str:
    before, now = life_of(case, repertory)[-2:]
    return words(
        "feed",
        "stage_changed",
        edition=before.edition,
        before=words("stage", before.stage),
        after=words("stage", now.stage),
    )


def _chapter_entry(chapter: Chapter, knowledge: Knowledge, words: Words) -> Entry:
    path = re.sub(r"(^|/)index\.md$", r"\1", chapter.page)
    path = f"{path.removesuffix('.md')}/" if path.endswith(".md") else path
    return Entry(
        id=urn(f"chapter/{chapter.page}/{words.language}"),
        title=chapter.title,
        summary=chapter.description,
        address=permalink(knowledge, words.language, path),
        updated=chapter.updated,
        news="chapter",
    )


def urn(name: str) -> str:
    """Return the id of what `name` means, such as `case/ke-x/en`; it is the same in every edition."""
    return f"urn:uuid:{uuid5(NAMESPACE, name)}"
