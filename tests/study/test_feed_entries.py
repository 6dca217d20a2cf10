"""What there is to tell of each case and chapter."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import Chapter
from study.feed_entries import MOST_ENTRIES, Entry, latest, news_of, updated
from study.knowledge import Knowledge
from study.repertory import repertory
from tests.study.worded import in_edition, with_case, withdrawal, worded, words


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    """The small report with the real labels."""
    return worded(small, root)


def published(knowledge: Knowledge, stage: str, case: str = "no-gate") -> Knowledge:
    """The knowledge after an edition 2026 in which a case had a stage."""
    folder = knowledge.root / "data" / "history"
    folder.mkdir()
    (folder / "2026.yaml").write_text(f"cases:\n  {case}: {stage}\n", encoding="utf-8")
    return in_edition(knowledge, "2027")


def chapter(page: str, day: str = "2026-01-31", language: str = "en") -> Chapter:
    text = f"---\ndescription: On it.\nupdated: {day}\n---\n# It {{: #it }}\n"
    return Chapter(f"docs/{language}/{page}", language, page, text)


def entries(knowledge: Knowledge, *chapters: Chapter, language: str = "en") -> list[Entry]:
    return latest(repertory(knowledge), words(knowledge, language), chapters)


@pytest.mark.parametrize(
    ("stage", "case", "news"),
    [("pilot", "no-gate", "unchanged"), ("planned", "no-gate", "changed"), ("pilot", "other", "new")],
)
def test_news_are_measured_against_the_published_editions(
    stage: str, case: str, news: str, little: Knowledge
) -> None:
    later = published(little, stage, case)
    assert news_of(later.cases[0], repertory(later)) == news


def test_without_a_published_edition_every_case_is_new(little: Knowledge) -> None:
    assert news_of(little.cases[0], repertory(little)) == "new"


def test_a_change_of_stage_is_told_in_words(little: Knowledge) -> None:
    later = published(little, "planned")
    [entry] = entries(later)
    assert entry.summary == "Stage in edition 2026: Planned; now: Pilot. It opens."
    [entry] = entries(later, language="fr")
    before, now = (words(later, "fr")("stage", stage) for stage in ("planned", "pilot"))
    assert entry.summary == (
        f"Stade dans l’édition 2026\u00a0: {before}\u202f; désormais\u00a0: {now}. Elle s’ouvre."
    )


def test_a_case_without_a_change_has_its_summary_alone(little: Knowledge) -> None:
    [entry] = entries(published(little, "pilot"))
    assert (entry.news, entry.summary) == ("unchanged", "It opens.")


def test_a_withdrawn_case_is_told_without_its_text(little: Knowledge) -> None:
    [entry] = entries(with_case(published(little, "pilot"), withdrawn=withdrawal("2027")))
    assert (entry.news, entry.title) == ("withdrawn", "Withdrawn: A gate")
    assert entry.summary == "Withdrawn in edition 2027. An objection"
    assert entry.address == "https://example.org/2027/en/cases/no-gate/"


@pytest.mark.parametrize(
    ("checked", "confirmed", "edition", "day"),
    [
        ("2025-05-01", None, None, "2025-05-01"),
        ("2025-05-01", "2025-06-01", None, "2025-06-01"),
        ("2025-05-01", "2025-04-01", None, "2025-05-01"),
        ("2025-05-01", None, "2027", "2026-01-31"),  # the edition being built: its facts' last day
        ("2025-05-01", None, "2026", "2025-12-01"),  # an earlier one: its date
        ("2025-05-01", None, "2019", "2025-05-01"),  # one without a record
    ],
)
def test_a_case_has_the_day_of_its_last_check_confirmation_or_withdrawal(
    checked: str, confirmed: str | None, edition: str | None, day: str, little: Knowledge
) -> None:
    dated = in_edition(in_edition(little, "2026", date="2025-12-01"), "2027", date=None)
    withdrawn = withdrawal(edition) if edition else None
    known = with_case(dated, checked=checked, confirmed=confirmed, withdrawn=withdrawn)
    assert updated(known.cases[0], known) == day


def test_an_edition_with_a_month_only_gives_a_withdrawal_no_day(little: Knowledge) -> None:
    known = in_edition(in_edition(little, "2026", date="2026-06"), "2027", date=None)
    known = with_case(known, withdrawn=withdrawal("2026"))
    assert updated(known.cases[0], known) == "2026-01-31"


def test_a_chapter_has_the_address_of_its_page(little: Knowledge) -> None:
    names = ["index.md", "about.md", "cases/index.md", "technologies/ai.md"]
    found = entries(little, *map(chapter, names))
    assert [
        (each.address, each.news, each.title, each.summary) for each in found if each.news == "chapter"
    ] == [
        (f"https://example.org/2026/en/{path}", "chapter", "It", "On it.")
        for path in ("about/", "cases/", "", "technologies/ai/")
    ]


def test_the_latest_come_first_and_those_of_one_day_by_id(little: Knowledge) -> None:
    chapters = [
        chapter("b.md", "2026-01-30"),
        chapter("z.md"),
        chapter("a.md"),
        chapter("c.md", "2025-12-31"),
    ]
    found = [(each.updated, each.address.rsplit("/", 2)[1]) for each in entries(little, *chapters)]
    assert found == [
        ("2026-01-31", "a"),
        ("2026-01-31", "no-gate"),
        ("2026-01-31", "z"),
        ("2026-01-30", "b"),
        ("2025-12-31", "c"),
    ]


def test_a_feed_has_its_bounds_and_keeps_the_latest(little: Knowledge) -> None:
    old = [chapter(f"old-{number:03}.md", "2025-01-01") for number in range(MOST_ENTRIES)]
    found = entries(little, *old)
    assert len(found) == MOST_ENTRIES
    assert found[0].address.endswith("/cases/no-gate/")
    assert not any("old-099" in each.address for each in found)
