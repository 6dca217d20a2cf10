"""Installing Debian packages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report.renditions.installing import install


def test_apt_is_asked_for_the_packages_without_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> {tmp_path}/asked\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    install(["libpango-1.0-0"])
    assert (tmp_path / "asked").read_text(encoding="utf-8").splitlines() == [
        "noninteractive update -qq",
        "noninteractive install -y -qq --no-install-recommends libpango-1.0-0",
    ]


def test_a_system_without_apt_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    install(["libpango-1.0-0"])
    assert "apt-get can't be run" in capsys.readouterr().out
