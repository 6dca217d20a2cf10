"""A new record's place: in order, and every other byte as it was."""

from __future__ import annotations

import re

import pytest

from report.new.place import RefusedError, placed
from report.new.records import record_lines
from tests.report.new.test_records import case

HEAD = "# Cases.\n#\n#   id  never changes\n\n"


def record(key: str) -> str:
    return "".join(f"{line}\n" for line in record_lines(case(id=key)))


def register(*keys: str) -> str:
    return HEAD + "\n".join(record(key) for key in keys)


FULL = register("b-one", "d-two", "f-three")


def ids(text: str) -> list[str]:
    return re.findall(r"^- id: (\S+?)\r?$", text, re.MULTILINE)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("a-zero", register("a-zero", "b-one", "d-two", "f-three")),
        ("c-half", register("b-one", "c-half", "d-two", "f-three")),
        ("z-last", register("b-one", "d-two", "f-three", "z-last")),
    ],
)
def test_a_record_stands_in_order_with_the_line_ends_of_the_file(key: str, expected: str, end: str) -> None:
    result = placed(FULL.replace("\n", end), case(id=key))
    assert result.text == expected.replace("\n", end)
    assert result.in_order
    lines = expected.split("\n")
    assert lines[result.first - 1 : result.last] == record_lines(case(id=key))
    assert result.document[result.index]["id"] == key


def test_a_file_without_a_final_line_end_keeps_none() -> None:
    assert placed(FULL.rstrip("\n"), case(id="z")).text == register("b-one", "d-two", "f-three", "z").rstrip()
    middle = placed(FULL.rstrip("\n"), case(id="c")).text
    assert middle == register("b-one", "c", "d-two", "f-three").rstrip("\n")


def test_mixed_line_ends_stay_and_the_new_ones_are_those_above() -> None:
    old = FULL.replace("\n", "\r\n", 20)
    new = placed(old, case(id="a")).text
    assert new.replace(record("a").replace("\n", "\r\n") + "\r\n", "") == old


def test_comments_and_blank_lines_at_the_end_stay_at_the_end() -> None:
    tail = "\n\n# The end.\n  \n# More.\n"
    result = placed(FULL + tail, case(id="z"))
    assert result.text == FULL + "\n" + record("z") + tail
    bare = placed(FULL + "# end", case(id="z")).text
    assert bare == FULL + "\n" + record("z") + "# end"


def test_a_record_stays_below_the_comment_on_top_of_it() -> None:
    old = FULL.replace("- id: d-two", "# On d-two.\n# It stays there.\n- id: d-two")
    new = placed(old, case(id="c")).text
    assert new == old.replace("# On d-two", record("c") + "\n# On d-two")


def test_the_head_of_the_file_stays_at_its_head() -> None:
    tight = FULL.replace("\n\n- id: b-one", "\n- id: b-one", 1)
    assert placed(tight, case(id="a")).text.startswith(HEAD.rstrip("\n") + "\n- id: a\n")


def test_records_without_blank_lines_between_stay_so() -> None:
    tight = record("b") + record("d")
    assert placed(tight, case(id="c")).text == record("b") + record("c") + record("d")
    assert placed(tight, case(id="e")).text == record("b") + record("d") + record("e")


def test_markers_of_the_document_keep_their_places() -> None:
    old = f"---\n{FULL}...\n"
    assert placed(old, case(id="z")).text == f"---\n{FULL}\n{record('z')}...\n"
    assert placed(old, case(id="a")).text.startswith(f"---\n{HEAD}- id: a\n")


def test_a_file_out_of_order_stays_so_and_that_is_said() -> None:
    result = placed(register("d", "b", "z", "c"), case(id="e"))
    assert ids(result.text) == ["d", "b", "z", "c", "e"]
    assert not result.in_order
    assert ids(placed(register("d", "b", "z"), case(id="c")).text) == ["d", "b", "c", "z"]
    assert ids(placed(register("d", "b"), case(id="a")).text) == ["a", "d", "b"]


def test_withdrawn_cases_and_hyphens_in_texts_are_no_starts_of_records() -> None:
    both = {"en": "- id: c", "fr": "- id: c"}
    gone = case(id="b", summary=both, withdrawn={"edition": "2026", "reason": both})
    old = "\n".join(record_lines(gone)) + "\n\n" + record("d")
    result = placed(old, case(id="c"))
    assert result.text == "\n".join(record_lines(gone)) + "\n\n" + record("c") + "\n" + record("d")


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("  - id: b\n  - id: d\n", "data/cases.yaml:1: the record has another layout"),
        ("[{id: b}, {id: d}]\n", "data/cases.yaml:1: the record has another layout"),
        ("-\n  id: b\n", "data/cases.yaml:2: the record has another layout"),
        ("id: b\n", "data/cases.yaml is not a list of records"),
        ("- id: b\n  title: 'a\n", "the file could not be read with the new record"),
    ],
)
def test_another_layout_is_refused(old: str, said: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(said)):
        placed(old, case(id="c"))


def test_a_record_that_would_change_another_is_refused() -> None:
    # the lines at the end belong to the text of the last record, although they look like blank ones
    with pytest.raises(RefusedError, match="would not be read back as it was"):
        placed("- id: b\n  title: |+\n    kept\n\n\n", case(id="c"))


def test_a_file_that_would_become_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.new.place.LARGEST_FILE", len(FULL) + 10)
    with pytest.raises(RefusedError, match="would be larger than"):
        placed(FULL, case(id="c"))


@pytest.mark.parametrize("old", [HEAD + "[]\n", "[ ]\n", HEAD + "[]"])
def test_the_first_record_takes_the_place_of_an_empty_list(old: str) -> None:
    result = placed(old, case(id="a-one"))
    assert ids(result.text) == ["a-one"]
    assert "[]" not in result.text.split("- id:")[0]
    assert result.text.startswith(HEAD if old.startswith(HEAD) else "")
