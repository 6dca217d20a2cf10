"""Which Chromium the browser tests take."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.chromium import SHELL, find


def program(folder: Path, name: str, said: str = "Chromium 1") -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("tests.chromium.PLACES", ())
    monkeypatch.setattr("tests.chromium._of_playwright", lambda: None)
    return tmp_path


def test_the_shell_is_taken_before_the_whole_browser(programs: Path) -> None:
    whole, shell = program(programs, "chromium"), program(programs, SHELL)
    assert find() == str(shell)
    shell.unlink()
    assert find() == str(whole)


def test_the_one_that_is_named_is_taken_before_all(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(programs, SHELL)
    named = program(programs, "another")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert find() == str(named)


def test_a_stub_is_none(programs: Path) -> None:
    program(programs, "chromium", "requires the snap to be installed")
    assert find() is None
