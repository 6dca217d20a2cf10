"""What must hold in every chapter, and between its two languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.chapter_checks import SKELETON, chapter_problems
from study.knowledge import Knowledge
from study.typography_checks import typography_problems

DAY = date(2026, 1, 31)
FRONT = "---\ndescription: A page.\nupdated: 2026-01-31\n---\n"
GOOD = FRONT + "# A {: #a }\n\nText.\n"
Said = Callable[..., list[str]]


@pytest.fixture
def said(little: Knowledge) -> Said:
    """Write one page in both languages, the same if one is given; what is said of the two."""

    def write(english: str, french: str | None = "", page: str = "a.md") -> list[str]:
        for language, text in (("en", english), ("fr", english if french == "" else french)):
            path = little.root / "docs" / language / page
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_text(text, encoding="utf-8", newline="")
        return [str(problem) for problem in sorted(chapter_problems(little.root, little, DAY))]

    return write


def test_a_right_chapter_passes(said: Said) -> None:
    text = (
        GOOD
        + '\nSaid.{{ cite("note", page="3") }}\n\n{{ cases(technology="ai", view="cards") }}\n\n{{ sources() }}\n'
    )
    assert said(text) == []
    assert said(text.replace("\n", "\r\n")) == []


@pytest.mark.parametrize("page", ["light.md", "light/ai.md", "files/index.md"])
def test_a_chapter_lies_in_no_folder_of_copies(page: str, said: Said) -> None:
    found = said(GOOD, page=page)
    assert len(found) == 2
    assert all("where copies of chapters lie; expected another name" in each for each in found)
    assert said(GOOD, page="lights.md") == found


def test_the_real_chapters_are_right(root: Path, knowledge: Knowledge) -> None:
    assert chapter_problems(root, knowledge) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{{ cit() }}", '1: cit: is not a known macro; did you mean "cite"?'),
        ("{{ zzz() }}", "1: zzz: is not a known macro"),
        ('{{ chart("maturty") }}', '1: chart: "maturty" is not a known chart; did you mean "maturity"?'),
        ('{{ cases(technology="blokchain") }}', '1: cases: "blokchain" is not a known technology; did you mean "blockchain"?'),
        ('{{ cases(region="AOA") }}', '1: cases: "AOA" is not a known region'),
        ('{{ cases(stge="pilot") }}', '1: cases: has no argument "stge"; expected cases(technology="…", region="…",'),
        ("{{ case() }}", '1: case: takes other arguments; expected case("…")'),
        ('{{ case("no-gate", "x") }}', '1: case: takes other arguments; expected case("…")'),
        ('{{ case("no-gat") }}', '1: case: "no-gat" is not a known case; did you mean "no-gate"?'),
        ("See {{ regions() }}", "5: regions: must stand alone in its paragraph, with an empty line before and after"),
        ("{{ 7*7 }}", '1: "{{ 7*7 }}" is not a macro call; expected a form such as {{ cite("source-id") }}'),
        ("<b>x</b>", '1: "<b" is HTML; chapters are Markdown and macros only'),
    ],
)  # fmt: skip
def test_a_wrong_line_is_said_with_its_place_and_what_was_expected(
    line: str, message: str, said: Said
) -> None:
    assert said(f"{GOOD}\n{line}\n")[0].startswith(f"docs/en/a.md:9:{message}")


@pytest.mark.parametrize("end", ["", "\n{{ sources() }}\n\nMore.{{ cite('note') }}\n".replace("'", '"')])
def test_a_page_that_cites_lists_its_sources_at_the_end(end: str, said: Said) -> None:
    line, _ = said(f'{GOOD}\nSaid.{{{{ cite("note") }}}}\n{end}')  # one for each language
    assert line.endswith("does not list them after this line; end the page with {{ sources() }}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "## B {: #b }\n",
            "1:1: has no title; expected a first heading such as # Blockchain {: #blockchain }",
        ),
        ("Text.\n", "1:1: has no title; expected a first heading such as # Blockchain {: #blockchain }"),
        ("# A {: #a }\n\n## B\n", '7:1: the heading "B" has no id; expected {: #id } at its end'),
        ("# A {: #a }\n\n## B {: #a }\n", '7:1: the id "a" stands twice; the first is on line 5'),
        (
            "# A {: #a }\n\n## B {: #p12a }\n",
            '7:1: the id "p12a" is that of a paragraph; expected a word such as #uses',
        ),
        ("# A {: #a }\n\n# B {: #b }\n", '7:1: "B" is a second title; expected ## or ###'),
    ],
)
def test_headings_have_an_order_and_ids_of_their_own(text: str, message: str, said: Said) -> None:
    assert f"docs/en/a.md:{message}" in said(FRONT + text, FRONT + text)


@pytest.mark.parametrize(
    ("english", "french", "message"),
    [
        (GOOD, None, "docs/en/a.md:1:1: has no counterpart; expected docs/fr/a.md"),
        (
            GOOD + "\n## B {: #b }\n",
            GOOD,
            'docs/en/a.md:9:1: the section "b" has no counterpart in docs/fr/a.md; '
            "expected a heading ## … {: #b } there after line 7",
        ),
        (
            GOOD + "\n## B {: #b }\n",
            GOOD + "\n\n## C {: #c }\n",
            'docs/en/a.md:9:1: the heading is ## "b" here, but ## "c" in docs/fr/a.md:10; expected the same level and id',
        ),
        (
            GOOD + "\n## B {: #b }\n",
            GOOD + "\n### B {: #b }\n",
            'docs/en/a.md:9:1: the heading is ## "b" here, but ### "b" in docs/fr/a.md:9; expected the same level and id',
        ),
    ],
)
def test_both_languages_have_the_same_headings(
    english: str, french: str | None, message: str, said: Said
) -> None:
    assert said(english, french) == [message]


def test_a_chapter_that_cannot_be_read_is_said_and_hides_no_other(said: Said, little: Knowledge) -> None:
    said("", GOOD)
    (little.root / "docs" / "en" / "a.md").write_bytes(b"caf\xe9")
    (little.root / "docs" / "fr" / "b.md").write_text(GOOD, encoding="utf-8")
    assert [str(problem) for problem in sorted(chapter_problems(little.root, little, DAY))] == [
        "docs/en/a.md:1:4: this byte is not UTF-8; save the file as UTF-8",
        "docs/fr/b.md:1:1: has no counterpart; expected docs/en/b.md",
    ]


def test_a_chapter_of_a_technology_has_its_sections(said: Said) -> None:
    sections = "".join(f"\n## S {{: #{each} }}\n" for each in SKELETON)
    right = GOOD + sections
    assert said(right, right, "technologies/ai.md") == []
    wrong = right.replace("\n## S {: #legal }\n", "")
    line = said(wrong, wrong, "technologies/ai.md")[0]
    assert line.startswith(
        "docs/en/technologies/ai.md:1:1: does not have the sections of a technology chapter"
    )
    assert line.endswith("missing: legal")


MARKUP = st.text("{}#%[]()<>`~=-:!*|\\/&;\"' \n\tab1«»é\u2028\x00", max_size=120)


@given(
    text=st.one_of(MARKUP, st.text(max_size=120), MARKUP.map(lambda text: f"{FRONT}# A {{: #a }}\n\n{text}"))
)
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_gives_problems_or_nothing(text: str, said: Said, little: Knowledge) -> None:
    assert all(line.startswith("docs/") for line in said(text, page="technologies/ai.md"))
    assert all(problem.line >= 1 for problem in typography_problems(little.root))


@pytest.mark.parametrize(
    "text",
    ["{{" * 50_000, "{{ a" * 10_000, "`" * 100_001, "`` ` " * 20_000, "<a " * 50_000, "](" * 20_000, "{:" * 50_000,
     "\n" * 100_000, "[" * 100_000, "#" * 100_000, "!!! " * 30_000, "```\n" * 30_001, "&" * 100_000, "« " * 50_000,
     "<" * 100_000, "*" * 100_000, "- " * 50_000, "> " * 50_000, "1 000 " * 20_000],
    ids=lambda text: repr(text[:5]),
)  # fmt: skip
def test_a_hostile_text_is_checked_without_delay(text: str, said: Said, little: Knowledge) -> None:
    """Each took minutes with a pattern that goes back over what it has read."""
    said(GOOD + "\n" + text, page="technologies/ai.md")
    typography_problems(little.root)
