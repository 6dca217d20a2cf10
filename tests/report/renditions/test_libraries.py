"""The system libraries of PDF: found, installed or named."""

from __future__ import annotations

import os
import platform

import pytest

from report.renditions import libraries


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A Debian on which a library is missing until it is installed; returns what was installed."""
    done: list[str] = []
    monkeypatch.setattr(libraries, "_is_debian", lambda: True)
    monkeypatch.setattr(libraries, "missing", lambda: [] if done else ["libpango-1.0-0"])
    monkeypatch.setattr(libraries, "install", done.extend)
    return done


def test_the_libraries_of_this_machine_are_found() -> None:
    assert libraries.missing() == []


def test_a_library_that_is_not_there_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", {"libnone0": ("none-such", "libnone-such.so.0")})
    assert libraries.missing() == ["libnone0"]


def test_root_on_debian_gets_them_installed(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    libraries.main()
    assert installed == ["libpango-1.0-0"]


def test_others_are_told_the_command_and_can_go_on(
    installed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    libraries.main()
    assert installed == []
    said = capsys.readouterr().err
    assert "install them as root: apt-get install libpango-1.0-0" in said
    assert "The site can be built without" in said


@pytest.mark.parametrize(("system", "words"), [("Darwin", "brew"), ("Windows", "MSYS2"), ("Plan9", "Pango")])
def test_other_systems_have_advice_of_their_own(
    monkeypatch: pytest.MonkeyPatch, system: str, words: str
) -> None:
    monkeypatch.setattr(libraries, "_is_debian", lambda: False)
    monkeypatch.setattr(platform, "system", lambda: system)
    assert words in libraries.sentence(["libpango-1.0-0"])
