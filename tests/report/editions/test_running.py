"""Commands in a clone: their output is kept, their end noticed, and nothing of them outlives an interruption."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from report.editions.gates import failing_gates, missing_commands
from report.editions.running import last_lines, run
from report.editions.worktrees import environment
from study.models.gates import Gate
from study.models.values import Translated

WORDS = Translated(en="TEST", fr="ESSAI")


def gate(name: str, *command: str) -> Gate:
    return Gate(id=name, words=WORDS, command=list(command))


def test_output_and_errors_are_kept_one_after_the_other(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "a.log"
    code = "import sys; print('said'); sys.stdout.flush(); print('warned', file=sys.stderr); sys.exit(7)"
    assert run(["python", "-c", code], tmp_path, os.environ, log) == 7
    assert run(["python", "-c", "print('again')"], tmp_path, os.environ, log) == 0
    assert log.read_text().split() == ["said", "warned", "again"]


def test_a_program_that_is_missing_ends_with_127(tmp_path: Path) -> None:
    assert run(["no-such-program"], tmp_path, os.environ, tmp_path / "log") == 127
    assert "no program no-such-program" in (tmp_path / "log").read_text()


def test_python_is_the_one_that_runs_here(tmp_path: Path) -> None:
    assert run(["python", "-c", "import sys; print(sys.prefix)"], tmp_path, os.environ, tmp_path / "log") == 0
    assert (tmp_path / "log").read_text().strip() == sys.prefix


def test_nothing_is_asked_of_a_command_that_waits_for_an_answer(tmp_path: Path) -> None:
    assert run(["python", "-c", "input()"], tmp_path, os.environ, tmp_path / "log") == 1


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX'")
def test_an_interruption_ends_the_command_and_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = "import os, pathlib, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(60)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    def interrupted(process: object) -> int:
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            time.sleep(0.02)
        raise KeyboardInterrupt

    monkeypatch.setattr("subprocess.Popen.wait", interrupted)
    monkeypatch.setattr("subprocess.Popen.__exit__", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        run(["python", "-c", parent], tmp_path, os.environ, tmp_path / "log")
    pid = int((tmp_path / "pid").read_text())
    for _ in range(500):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] in "ZX":
            return
        time.sleep(0.02)
    pytest.fail("what the command started is still there")


def test_the_last_lines_of_a_long_output_are_shown(tmp_path: Path) -> None:
    (tmp_path / "log").write_bytes(b"".join(b"line %d\n\n" % number for number in range(9999)) + b"caf\xe9\n")
    assert last_lines(tmp_path / "log", 2) == ["line 9998", "caf�"]
    assert last_lines(tmp_path / "missing") == []


def test_a_command_gets_no_request_and_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPORT_EDITION", "REPORT_SIGNING_KEY", "SOURCE_DATE_EPOCH", "GIT_DIR", "PYTHONSTARTUP"):
        monkeypatch.setenv(name, "x")
    given = environment(tmp_path, TZ="UTC")
    assert {
        "REPORT_EDITION",
        "REPORT_SIGNING_KEY",
        "SOURCE_DATE_EPOCH",
        "GIT_DIR",
        "PYTHONSTARTUP",
    } & given.keys() == set()
    assert (given["PYTHONPATH"], given["TZ"]) == (str(tmp_path), "UTC")


# Gates


def test_each_failing_gate_is_told_and_the_others_are_passed(tmp_path: Path) -> None:
    told: list[str] = []
    gates = [
        gate("check", "python", "-c", "print('well')"),
        gate("links", "python", "-c", "raise SystemExit('dead')"),
        gate("build"),
        gate("browser", "no-such-program"),
    ]
    failures = list(failing_gates(gates, tmp_path, tmp_path / "logs", told.append))
    assert [(each.gate, each.code, each.said) for each in failures] == [
        ("links", 1, ("dead",)),
        ("browser", 127, ("there is no program no-such-program",)),
    ]
    assert [line.split(":")[0] for line in told] == ["Gate check", "Gate links", "Gate browser"]
    assert "exit code 1" in failures[0].words
    assert (tmp_path / "logs" / "check.log").read_text() == "well\n"


def test_a_gate_tells_its_last_run_only(tmp_path: Path) -> None:
    (tmp_path / "check.log").write_text("of another day\n")
    list(failing_gates([gate("check", "python", "-c", "print('now')")], tmp_path, tmp_path, str))
    assert (tmp_path / "check.log").read_text() == "now\n"


def test_programs_and_modules_that_are_missing_are_named() -> None:
    gates = [
        gate("build"),
        gate("check", "python", "-m", "report", "check"),
        gate("links", "no-such-program"),
        gate("browser", "python", "-m", "no_such_module.inner"),
    ]
    assert list(missing_commands(gates)) == [
        "data/gates.yaml: gate links: there is no program no-such-program; expected it to be installed",
        "data/gates.yaml: gate browser: Python has no module no_such_module.inner; expected it to be installed",
    ]
