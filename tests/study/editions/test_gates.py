"""`data/gates.yaml`: the gates of a candidate, all of them, each with a command that could fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.editions.gates import gate_problems, gates_of
from study.models.gates import ASKING, MAKING, REQUIRED
from study.problems import ReportError

GATE = "- id: {}\n  words: {{en: TEST, fr: ESSAI}}\n"
WHOLE = "".join(
    GATE.format(name) + ("" if name in MAKING else "  command: [python, x]\n") for name in REQUIRED
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gates.yaml").write_text(WHOLE)
    return tmp_path


def changed(root: Path, old: str, new: str) -> list[str]:
    text = WHOLE.replace(old, new)
    assert text != WHOLE
    (root / "data" / "gates.yaml").write_text(text)
    return [str(problem) for problem in gate_problems(root)]


def test_the_gates_of_the_report_are_in_order(root: Path) -> None:
    assert gate_problems(root) == []
    assert {gate.id for gate in gates_of(root)} >= {*REQUIRED}
    assert {gate.id for gate in gates_of(root) if not gate.command} == {*MAKING}


def test_gates_keep_their_order(written: Path) -> None:
    assert [gate.id for gate in gates_of(written)] == [*REQUIRED]


@pytest.mark.parametrize("name", REQUIRED)
def test_no_required_gate_can_be_left_out(name: str, written: Path) -> None:
    [problem] = (
        changed(written, f"id: {name}\n", "id: another\n")
        if name in ASKING
        else changed(written, GATE.format(name), "")
    )
    assert f"has no gate {name}; no candidate goes without" in problem


def test_a_gate_without_a_command_could_not_fail(written: Path) -> None:
    [problem] = changed(written, GATE.format("links") + "  command: [python, x]\n", GATE.format("links"))
    assert "links has no command" in problem


def test_what_the_candidate_does_itself_has_no_command(written: Path) -> None:
    [problem] = changed(written, GATE.format("build"), GATE.format("build") + "  command: [make]\n")
    assert "build has a command; expected none" in problem


def test_no_gate_stands_twice(written: Path) -> None:
    [problem] = changed(
        written, GATE.format("links"), GATE.format("check") + "  command: [x]\n" + GATE.format("links")
    )
    assert "names check twice" in problem


def test_both_languages_say_what_a_gate_holds(written: Path) -> None:
    problems = changed(written, "{en: TEST, fr: ESSAI}", "{en: TEST}")
    assert len(problems) == len(REQUIRED)
    assert "the French text is missing" in problems[0]


def test_without_the_file_there_are_no_gates(written: Path) -> None:
    (written / "data" / "gates.yaml").unlink()
    with pytest.raises(ReportError, match="the file is missing"):
        gates_of(written)
