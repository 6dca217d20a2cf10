"""Numbers of paragraphs run on in drafts, and once frozen never change and never come twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.blocks import sections, units
from study.chapters import Chapter, pages, read_chapter
from study.paragraph_maps import frozen_map, written
from study.paragraph_order import FIRST, NUMBER, following, number_of, order
from study.paragraphs import FrozenNumbers, map_of, numbers
from study.problems import ReportError

HEAD = "# A {: #a }\n\n"


def chapter(text: str, language: str = "en") -> Chapter:
    return Chapter(f"docs/{language}/a.md", language, "a.md", text)


def french(text: str) -> Chapter:
    """The same text with French words, which are the English ones and one letter more."""
    return chapter(text.replace(".", "f."), "fr")


def freeze(text: str, frozen: FrozenNumbers | None = None) -> FrozenNumbers:
    return {"a.md": map_of(chapter(text), french(text), frozen)}


def given_to(text: str, frozen: FrozenNumbers | None, other: str | None = None) -> list[str]:
    found = numbers(chapter(text), frozen, french(text) if other is None else chapter(other, "fr"))
    return [each.number for each in found]


def paragraphs(*words: str) -> str:
    return HEAD + "\n\n".join(f"{each}." for each in words)


def test_in_a_draft_numbers_run_through_the_whole_chapter() -> None:
    text = HEAD + "One.\n\n- two\n- three\n\n## B {: #b }\n\n{{ regions() }}\n\n> Five.\n"
    found = numbers(chapter(text), None)
    assert [(each.number, each.section, each.place, each.kind) for each in found] == [
        ("1", "a", 0, "paragraph"),
        ("2", "a", 1, "item"),
        ("3", "a", 2, "item"),
        ("4", "b", 0, "macro"),
        ("5", "b", 1, "paragraph"),
    ]


def test_both_languages_of_the_real_chapters_have_the_same_numbers(root: Path) -> None:
    for page in pages(root, "en"):
        both = [read_chapter(root, language, page) for language in ("en", "fr")]
        ours, theirs = ([(each.section, each.place, each.kind) for each in numbers(it, None)] for it in both)
        assert ours == theirs
        frozen = {page: map_of(*both)}
        assert numbers(both[0], frozen, both[1]) == numbers(both[0], None)


OLD = paragraphs("one", "two", "three", "four")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (("one", "two", "three", "four"), "1 2 3 4"),
        (("one", "TWO", "three", "four"), "1 2 3 4"),
        (("ONE", "TWO", "THREE", "FOUR"), "1 2 3 4"),
        (("one", "two", "new", "three", "four"), "1 2 2a 3 4"),
        (("one", "two", "new", "newer", "three", "four"), "1 2 2a 2b 3 4"),
        (("new", "newer", "one", "two", "three", "four"), "0a 0b 1 2 3 4"),
        (("one", "two", "three", "four", "new"), "1 2 3 4 4a"),
        (("one", "four"), "1 4"),
        (("four", "one", "two", "three"), "4 1 2 3"),
        (("one", "TWO", "new", "three", "four"), "1 2 2a 3 4"),
        ((), ""),
    ],
)
def test_frozen_numbers_stay(now: tuple[str, ...], expected: str) -> None:
    assert " ".join(given_to(paragraphs(*now), freeze(OLD))) == expected


def test_a_number_that_is_frozen_with_a_letter_makes_room_on_both_sides() -> None:
    second = freeze(paragraphs("one", "between", "two"), freeze(paragraphs("one", "two")))
    assert given_to(paragraphs("one", "x", "between", "two"), second) == ["1", "1za", "1a", "2"]
    assert given_to(paragraphs("one", "between", "x", "two"), second) == ["1", "1a", "1b", "2"]
    third = freeze(paragraphs("one", "between", "x", "two"), second)
    assert given_to(paragraphs("one", "between", "y", "x", "two"), third) == ["1", "1a", "1aa", "1b", "2"]


def test_the_number_of_a_removed_paragraph_is_never_given_again() -> None:
    second = freeze(paragraphs("one", "three", "four"), freeze(OLD))
    assert [each.kind for each in second["a.md"]] == ["paragraph", "removed", "paragraph", "paragraph"]
    assert given_to(paragraphs("one", "new", "three", "four"), second) == ["1", "1a", "3", "4"]
    assert given_to(OLD, second) == ["1", "1a", "3", "4"]
    lettered = freeze(paragraphs("one", "new", "three", "four"), second)
    without = freeze(paragraphs("one", "three", "four"), lettered)
    assert given_to(paragraphs("one", "newer", "three", "four"), without) == ["1", "1b", "3", "4"]


def test_a_paragraph_moved_to_another_section_keeps_its_number() -> None:
    old = paragraphs("one", "two") + "\n\n## B {: #b }\n\nthree.\n"
    new = paragraphs("one") + "\n\n## B {: #b }\n\nthree.\n\ntwo.\n"
    assert given_to(new, freeze(old)) == ["1", "3", "2"]


def test_the_same_words_in_two_places_are_told_apart_by_their_order() -> None:
    old = paragraphs("same", "other", "same")
    assert given_to(paragraphs("other", "same"), freeze(old)) == ["2", "3"]
    assert given_to(paragraphs("same", "other"), freeze(old)) == ["1", "2"]


def test_another_kind_is_another_paragraph() -> None:
    assert given_to(HEAD + "one.\n\n- two.\n\nthree.", freeze(paragraphs("one", "two", "three"))) == [
        "1",
        "1a",
        "3",
    ]


def test_french_words_alone_tell_a_moved_paragraph_whose_english_changed() -> None:
    now = paragraphs("three", "one", "TWO")
    other = paragraphs("threef", "onef", "twof")
    assert given_to(now, freeze(paragraphs("one", "two", "three")), other) == ["3", "1", "2"]


def test_a_french_section_of_other_shape_does_not_disturb() -> None:
    assert given_to(OLD, freeze(OLD), paragraphs("un")) == ["1", "2", "3", "4"]
    with pytest.raises(ReportError, match=r'docs/en/a.md:1:1: "a": has other paragraphs in docs/fr/a.md'):
        map_of(chapter(OLD), chapter(paragraphs("un"), "fr"))


def test_white_space_does_not_count() -> None:
    assert given_to(OLD.replace("two.", " two.\u00a0 "), freeze(OLD)) == ["1", "2", "3", "4"]


def test_a_page_that_was_not_frozen_is_numbered_as_a_draft() -> None:
    assert given_to(OLD, {"b.md": ()}) == ["1", "2", "3", "4"]
    assert given_to(OLD, {"a.md": ()}) == ["0a", "0b", "0c", "0d"]


WORDS = st.lists(st.tuples(st.sampled_from("pi"), st.integers(0, 12)), max_size=14)
Edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "remove", "edit", "section"]), st.integers(0, 20), st.integers(20, 60)
    ),
    max_size=8,
)


def written_as(pieces: list[tuple[str, int]]) -> str:
    return HEAD + "\n\n".join(
        {"p": f"Words {word}.", "i": f"- item {word}.", "s": f"## S {{: #s{word} }}"}[kind]
        for kind, word in pieces
    )


def edited(pieces: list[tuple[str, int]], edits: list[tuple[str, int, int]]) -> list[tuple[str, int]]:
    result = list(pieces)
    for act, place, word in edits:
        at = place % (len(result) + 1)
        if act == "insert":
            result.insert(at, ("p", word))
        elif act == "section" and ("s", word) not in result:
            result.insert(at, ("s", word))
        elif at < len(result) and act == "remove":
            del result[at]
        elif at < len(result) and act == "edit" and result[at][0] != "s":
            result[at] = (result[at][0], word)
    return result


@settings(max_examples=300, deadline=None)
@given(WORDS, st.lists(Edits, min_size=1, max_size=4))
def test_no_edit_ever_gives_a_number_twice_or_to_other_words(
    pieces: list[tuple[str, int]], rounds: list[list[tuple[str, int, int]]]
) -> None:
    frozen = freeze(written_as(pieces))
    for edits in rounds:
        pieces = edited(pieces, edits)
        text = written_as(pieces)
        found = given_to(text, frozen)
        assert len(set(found)) == len(found)
        assert all(NUMBER.fullmatch(number) for number in found)
        removed = {each.number for each in frozen["a.md"] if each.kind == "removed"}
        assert not removed & set(found)
        again = freeze(text, frozen)
        assert {each.number for each in frozen["a.md"]} <= {each.number for each in again["a.md"]}
        assert given_to(text, again) == found
        frozen = again


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 12), st.lists(Edits, min_size=1, max_size=3))
def test_where_nothing_moves_numbers_follow_the_text_and_known_words_keep_theirs(
    count: int, rounds: list[list[tuple[str, int, int]]]
) -> None:
    pieces = [("p", word) for word in range(count)]
    frozen = freeze(written_as(pieces))
    fresh = 100
    for edits in rounds:
        own = [(act, place, fresh := fresh + 1) for act, place, _ in edits if act != "section"]
        pieces = edited(pieces, own)
        text = written_as(pieces)
        found = given_to(text, frozen)
        assert sorted(found, key=order) == found
        known = {each.english: each.number for each in frozen["a.md"] if each.kind != "removed"}
        now = freeze(text, frozen)
        for entry in now["a.md"]:
            if entry.kind != "removed" and entry.english in known:
                assert entry.number == known[entry.english]
        frozen = now


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 50), max_size=60))
def test_there_is_always_a_number_right_after_another(places: list[int]) -> None:
    ranks = [FIRST]
    for place in places:
        at = place % len(ranks)
        made = following(ranks[at], ranks[1:])
        assert ranks[at] < made
        assert at + 1 == len(ranks) or made < ranks[at + 1]
        assert order(number_of(made)) == made
        ranks.insert(at + 1, made)


def test_numbers_are_sorted_as_they_stand_in_the_text() -> None:
    text = ["0a", "1", "2", "2zza", "2za", "2a", "2aza", "2aa", "2ab", "2b", "2y", "2ya", "3", "10"]
    text.reverse()
    assert sorted(text, key=order)[::-1] == text


@pytest.mark.parametrize("wrong", ["", "0", "01", "a", "2z", "2A", "2-a", "１", "9999999"])
def test_what_is_no_number_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a paragraph number"):
        order(wrong)


def test_a_map_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    second = {**freeze(paragraphs("one", "new", "three"), freeze(OLD)), "technologies/b.md": ()}
    path = tmp_path / "data" / "paragraphs" / "2026.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(written(second), encoding="utf-8")
    assert frozen_map(tmp_path, "2026") == second
    assert frozen_map(tmp_path, "2027") is None


LINE = "- {number: 1, section: a, kind: item, print: 0123456789abcdef-0123456789abcdef}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "1:1: the file is not made of pages"),
        ("a.txt: []\n", '1:1: a.txt: "a.txt" is no page'),
        ("../a.md: []\n", "is no page"),
        ("a.md: b\n", "1:1: a.md: is no list"),
        ("a.md:\n- b\n", "does not have the right fields; expected number, section, kind, print"),
        ("a.md:\n" + LINE.replace("kind: item, ", ""), "does not have the right fields"),
        (
            "a.md:\n" + LINE.replace("1,", "1z,"),
            'number: "1z" is no number of a paragraph; expected a form such as',
        ),
        ("a.md:\n" + LINE.replace("1,", "[],"), "is no number of a paragraph"),
        ("a.md:\n" + LINE.replace("section: a", "section: a b"), 'section: "a b" is no id of a heading'),
        (
            "a.md:\n" + LINE.replace("item", "itme"),
            'kind: "itme" has no numbers; expected code, image, item,',
        ),
        ("a.md:\n" + LINE.replace("-0", "-g"), "is no fingerprint; expected two times 16 digits"),
        (
            "a.md:\n" + LINE + LINE,
            "3:3: a.md › no. 2: the number 1 stands twice; the first is no. 1 of the page",
        ),
        ("", "the file is empty"),
        ("a.md: &a []\n", ""),
    ],
)
def test_a_wrong_map_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "data" / "paragraphs" / "2026.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError) as error:
        frozen_map(tmp_path, "2026")
    assert message in str(error.value)
    assert str(error.value).startswith("data/paragraphs/2026.yaml:")


def test_five_thousand_paragraphs_rewritten_and_moved_get_numbers_of_their_own() -> None:
    old = paragraphs(*(f"w{number}" for number in range(5_000)))
    frozen = freeze(old)
    moved = paragraphs(*(f"w{number}" if number % 2 else f"x{number}" for number in reversed(range(5_000))))
    found = given_to(moved, frozen)
    assert len(set(found)) == sum(len(units(each)) for each in sections(chapter(moved))) == 5_000
