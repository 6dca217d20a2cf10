"""What a head tells reference managers, libraries and previews."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.page_metadata import PageFacts, named, properties, standing_words
from tests.macros.approvals import EDITION, as_built
from tests.study.worded import LANGUAGES, in_edition, licence, with_publication, worded, words

PAGE = PageFacts("A title", "A description", "https://example.org/2026/en/ai/", updated="2026-01-31")
HOME = PageFacts("Home", "A description", "https://example.org/2026/en/", home=True)


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    return worded(small, root)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_is_told_as_a_part_of_the_report(language: str, little: Knowledge) -> None:
    told = dict(named(PAGE, little, words(little, language)))
    assert told["citation_title"] == told["DC.title"] == "A title"
    assert told["citation_book_title"] == little.publication.title[language]
    assert told["citation_language"] == told["DC.language"] == language
    assert told["citation_public_url"] == told["DC.identifier"] == PAGE.address
    assert told["citation_publication_date"] == "2026/01/31"
    assert not {"citation_author", "DC.creator", "citation_pdf_url", "DC.rights"} & told.keys()


def test_the_home_page_is_told_as_a_report(little: Knowledge) -> None:
    told = dict(named(HOME, little, words(little, "en")))
    assert told["citation_technical_report_institution"] == little.publication.publisher["en"]
    assert told["citation_title"] == little.publication.title["en"]
    assert not {"citation_book_title", "DC.date", "citation_publication_date"} & told.keys()


@pytest.mark.parametrize(
    ("status", "rehearsal", "shown"),
    [
        ("draft", False, f"{EDITION}, draft"),
        ("candidate", False, f"{EDITION}-rc2, candidate"),
        ("candidate", True, f"{EDITION}-rc2, REHEARSAL, candidate"),
        ("approved", False, f"{EDITION}, approved"),
        ("approved", True, f"{EDITION}, REHEARSAL"),
    ],
)
def test_edition_and_status_stand_in_the_title_of_a_preview(
    status: str, rehearsal: bool, shown: str, little: Knowledge
) -> None:
    built = as_built(in_edition(little, EDITION), status, rehearsal=rehearsal)
    said = words(built, "en")
    assert standing_words(built, said) == shown
    assert dict(properties(PAGE, built, said))["og:title"] == f"A title ({shown})"


def test_nothing_unapproved_is_told_as_approved(little: Knowledge) -> None:
    for built in (little, as_built(in_edition(little, EDITION), "approved", rehearsal=True)):
        told = dict(named(PAGE, built, words(built, "en")))
        assert "not approved" in told["prism.edition"]
        assert told["DC.date"] == "2026-01-31"
        assert ", approved" not in dict(properties(PAGE, built, words(built, "en")))["og:title"]


def test_an_approved_edition_has_the_day_of_its_approval(little: Knowledge) -> None:
    built = as_built(in_edition(little, EDITION), "approved")
    assert dict(named(PAGE, built, words(built, "en")))["DC.date"] == "2026-06-27"


def test_a_licence_is_told_once_it_is_chosen(little: Knowledge) -> None:
    free = with_publication(little, text_licence=licence())
    assert dict(named(PAGE, free, words(free, "en")))["DC.rights"] == "https://example.org/licence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_preview_has_words_and_no_picture(language: str, little: Knowledge) -> None:
    told = properties(PAGE, little, words(little, language))
    assert [name for name, _ in told] == [
        *(
            "og:title",
            "og:description",
            "og:type",
            "og:url",
            "og:site_name",
            "og:locale",
            "og:locale:alternate",
        )
    ]
    assert dict(told)["og:locale"] == {"en": "en_GB", "fr": "fr_FR"}[language]


def test_what_is_unknown_is_left_out(little: Knowledge) -> None:
    bare = PageFacts("A title", "", "https://example.org/2026/en/ai/")
    said = words(little, "en")
    assert all(content for _, content in [*named(bare, little, said), *properties(bare, little, said)])
    assert "og:description" not in dict(properties(bare, little, said))
