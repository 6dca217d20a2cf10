"""Terms of the glossary stand in both languages of a passage, or the check says which does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from study.chapters import Chapter
from study.concordance.terms import chapter_mismatches, record_mismatches, term_problems
from study.documents import Documents
from study.knowledge import Knowledge
from study.loading import read
from tests.study.conftest import DAY

GLOSSARY = """\
- {id: cloud, term: {en: cloud computing, fr: informatique en nuage}, forms: {en: [cloud], fr: [nuage]}, DEFINED}
- {id: private-cloud, term: {en: private cloud, fr: nuage privé}, DEFINED}
- {id: ai, term: {en: artificial intelligence, fr: intelligence artificielle}, abbreviation: {en: AI, fr: IA}, DEFINED}
- {id: api, term: {en: advance data, fr: données préalables}, abbreviation: {en: API, fr: RPCV}, DEFINED}
- {id: interface, term: {en: programming interface, fr: interface de programmation}, abbreviation: {en: API, fr: API}, DEFINED}
- {id: window, term: {en: single window, fr: guichet unique}, DEFINED}
- {id: office, term: {en: office of the Member, fr: bureau du Membre}, tooltip: false, DEFINED}
""".replace("DEFINED", "definition: {en: D, fr: D}, basis: usage")
Compare = Callable[[str, str], list[str]]


@pytest.fixture
def known(small: Path) -> Knowledge:
    """The small report with a glossary that has long, short, shared and two-word forms."""
    (small / "data" / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    knowledge = read(small, DAY).knowledge
    assert knowledge
    return knowledge


@pytest.fixture
def compare(known: Knowledge) -> Compare:
    """What is said about a chapter whose body is this in English and in French."""

    def said(english: str, french: str) -> list[str]:
        pair = (
            Chapter(f"docs/{language}/a.md", language, "a.md", f"# T {{: #t }}\n\n{body}\n")
            for language, body in (("en", english), ("fr", french))
        )
        return [str(each.problem) for each in chapter_mismatches(*pair, known)]

    return said


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("Use cloud computing.", "L’informatique en nuage."),
        ("Use the cloud.", "L’informatique en nuage."),
        ("Cloud computing", "Nuage"),
        ("A cloud-based service", "Un service en nuage"),
        ("AI\ncloud\ncomputing", "L’IA dans le nuage"),
        ("A private cloud", "Un nuage privé"),
        ("A cloud or private cloud", "Un nuage privé"),  # inside a longer term it answers
        ('{{ term("cloud") }}', "Le nuage"),
        ('{{ term("cloud", "rented machines") }}', '{{ term("cloud", "machines louées") }}'),
        ("The Trade Single Window", "Le guichet unique commercial"),
        ("The API", "L’API"),
        ("The API", "Les RPCV"),  # what two terms share asks for nothing
        ("the single\u00a0window", "le guichet\u00a0unique"),
        ("nothing", "rien"),
        ("`cloud` and [a page](../cloud.md)", "`x` et [une page](../cloud.md)"),
        ('{{ case_link("br-cloud") }}', '{{ case_link("br-cloud") }}'),
        ("```\ncloud\n```", "```\nx\n```"),
        ("An ai-nuage", "Un nuages"),
    ],
)
def test_terms_that_stand_in_both_languages_are_no_problem(
    compare: Compare, english: str, french: str
) -> None:
    assert compare(english, french) == []


def test_an_english_term_without_its_french_form_names_both_places(compare: Compare) -> None:
    assert compare("First.\n\nThe cloud is used.", "D’abord.\n\nElle est employée.") == [
        'docs/en/a.md:5:1: has "cloud" (cloud), but docs/fr/a.md:5 has neither "informatique en nuage" nor "nuage"'
    ]


def test_a_french_term_without_its_english_form_stands_at_the_english_place(compare: Compare) -> None:
    assert compare("First.\n\nIt is used.", "D’abord.\n\nElle est\nle guichet unique.") == [
        'docs/en/a.md:5:1: has no "single window", but docs/fr/a.md:6 has "guichet unique" (window)'
    ]


@pytest.mark.parametrize(
    ("english", "french", "line"),
    [
        ("- one\n- the cloud", "- un\n- deux", 4),
        ("- the cloud\n- two", "- un\n- le nuage", 3),
        (
            "| a | b |\n|---|---|\n| cloud | x |\n| y | z |",
            "| a | b |\n|---|---|\n| m | x |\n| y | nuage |",
            5,
        ),
        ("!!! note\n\n    The cloud.\n\n    Two.", "!!! note\n\n    Un.\n\n    Le nuage.", 5),
        ("> The cloud.\n>\n> Two.", "> Un.\n>\n> Le nuage.", 3),
        ('!!! note "Cloud"\n\n    One.', '!!! note "Autre"\n\n    Un, nuage.', 3),
    ],
)
def test_terms_are_compared_down_to_items_rows_and_paragraphs_of_boxes(
    compare: Compare, english: str, french: str, line: int
) -> None:
    assert compare(english, french)[0].startswith(f'docs/en/a.md:{line}:1: has "')


def test_what_is_built_differently_is_compared_as_a_whole(compare: Compare) -> None:
    assert compare("The cloud.\n\nMore.", "Un.\n\n- Deux, le nuage.") == []
    assert compare("- one\n- the cloud", "- un, le nuage\n- deux\n- trois") == []
    [said] = compare("More.\n\nThe cloud.", "Un.\n\n- Deux.")
    assert said.startswith('docs/en/a.md:5:1: has "cloud"')


def test_headings_are_compared(compare: Compare) -> None:
    [said] = compare("## The cloud {: #uses }\n\nText.", "## Usages {: #uses }\n\nTexte.")
    assert said.startswith('docs/en/a.md:3:1: has "cloud" (cloud), but docs/fr/a.md:3 has ')


def test_an_id_is_no_term(compare: Compare) -> None:
    assert compare("## Uses {: #cloud }\n\nText.", "## Usages {: #cloud }\n\nTexte.") == []


def test_an_abbreviation_is_asked_for_as_it_is_written(compare: Compare) -> None:
    assert compare("The AI", "Le iA, le ia")[0].startswith('docs/en/a.md:3:1: has "AI" (ai)')


def test_a_term_without_tooltip_is_compared_too(compare: Compare) -> None:
    assert len(compare("The office of the Member", "Rien")) == 1


def test_each_term_is_named_once_a_passage(compare: Compare) -> None:
    assert len(compare("cloud, cloud, Cloud computing", "rien")) == 1


def test_what_one_language_lacks_as_a_section_is_left_to_the_check_of_structure(compare: Compare) -> None:
    assert compare("x\n\n## Cloud {: #b }\n\nThe cloud.", "x") == []


@pytest.mark.parametrize(
    "text", ["{{ term(", '{{ term("no-such") }}', "{{ }}", "\u202ecloud‏", "雲 قلب", "&lt;cloud", "|" * 500]
)
def test_strange_text_is_survived(compare: Compare, text: str) -> None:
    assert compare(text, text.replace("cloud", "nuage")) == []


def said_of_records(known: Knowledge, old: str, new: str) -> list[str]:
    path = known.root / "data" / "cases.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    reading = read(known.root, DAY)
    return [str(each.problem) for each in record_mismatches(reading.documents, known)]


def test_title_summary_and_results_of_a_case_are_compared(known: Knowledge) -> None:
    [said] = said_of_records(known, "en: It opens.", "en: The cloud opens.")
    assert said.startswith(
        'data/cases.yaml:8:1: has "cloud" (cloud), but data/cases.yaml:8 has neither "info'
    )
    assert len(said_of_records(known, "en: A gate", "en: A single window")) == 2
    assert said_of_records(known, "fr: Plus vite", "fr: L’IA")[-1].startswith(
        'data/cases.yaml:10:1: has neither "artificial intelligence" nor "AI", but data/cases.yaml:10 has "IA"'
    )


def test_names_of_partners_are_not_compared(known: Knowledge) -> None:
    new = "partners: [{en: Cloud House, fr: Maison}]\n  checked: 2026-01-31"
    assert said_of_records(known, "checked: 2026-01-31", new) == []


def test_definitions_are_compared(known: Knowledge) -> None:
    path = known.root / "data" / "glossary.yaml"
    path.write_text(GLOSSARY.replace("{en: D, fr: D}", "{en: A cloud, fr: D}", 1), encoding="utf-8")
    [said] = record_mismatches(read(known.root, DAY).documents, known)
    assert (said.chapter, said.section, said.what) == ("data/glossary.yaml", "cloud", "cloud")


def chapters(root: Path, english: str, french: str) -> None:
    for language, body in (("en", english), ("fr", french)):
        folder = root / "docs" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "a.md").write_text(f"# T {{: #t }}\n\n{body}\n", encoding="utf-8")


def test_the_whole_check_reads_chapters_records_and_exceptions(known: Knowledge) -> None:
    chapters(known.root, "The cloud.\n\nThe AI.", "Le service.\n\nLe service.")
    documents = read(known.root, DAY).documents
    assert len(list(term_problems(known, documents))) == 2
    (known.root / "data" / "concordance-exceptions.yaml").write_text(
        'terms: [{chapter: a.md, section: t, starts: "The cloud", term: cloud, reason: {en: R, fr: R}}]\n'
        "everyday: [{term: ai, reason: {en: R, fr: R}}]\n",
        encoding="utf-8",
    )
    assert list(term_problems(known, documents)) == []


def test_a_chapter_in_one_language_or_not_in_utf8_is_left_to_other_checks(known: Knowledge) -> None:
    chapters(known.root, "The cloud.", "Le service.")
    (known.root / "docs" / "fr" / "a.md").write_bytes(b"# T\xff")
    (known.root / "docs" / "en" / "b.md").write_text("# The cloud\n", encoding="utf-8")
    assert list(term_problems(known, Documents({}))) == []


def test_an_exceptions_file_that_can_t_be_read_is_named_and_nothing_else(known: Knowledge) -> None:
    (known.root / "data" / "concordance-exceptions.yaml").write_text("terms: {", encoding="utf-8")
    [said] = term_problems(known, Documents({}))
    assert said.file == "data/concordance-exceptions.yaml"
