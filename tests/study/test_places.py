"""Lines of a record in its file."""

from __future__ import annotations

from pathlib import Path

from study.places import case_lines
from tests.study.conftest import documents

TEXT = """\
# cases
- id: a
  title: x

# about b
- id: b
  title: >-
    more
    lines

# the end
"""


def test_lines_run_from_the_id_to_the_last_line_of_the_record(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cases.yaml").write_text(TEXT, encoding="utf-8")
    assert case_lines(tmp_path, documents(cases=TEXT)) == {"a": (2, 3), "b": (6, 9)}


def test_a_register_that_is_no_list_has_no_lines(tmp_path: Path) -> None:
    assert case_lines(tmp_path, documents(cases="a: b\n")) == {}


def test_an_empty_register_has_no_lines(tmp_path: Path) -> None:
    assert case_lines(tmp_path, documents(cases="[]\n")) == {}


def test_the_lines_of_the_real_register_begin_with_the_id(root: Path, knowledge: object) -> None:
    from study.loading import read
    from tests.conftest import TODAY

    lines = (root / "data" / "cases.yaml").read_text(encoding="utf-8").splitlines()
    for key, (first, last) in case_lines(root, read(root, TODAY).documents).items():
        assert lines[first - 1] == f"- id: {key}"
        assert lines[last - 1].startswith("  ")
