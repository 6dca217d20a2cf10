"""Signing with real keys that are made for the test and thrown away."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from report.editions.signing import KEY, sign, signature_of, signer, signing_key
from study.problems import ReportError
from tests.report.editions.keys import new_key

needs_openssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH is not here")


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the environment nor git's settings of who runs the tests name a key."""
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-settings"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path / "checkout")], check=True)
    return tmp_path / "checkout"


def configure(checkout: Path, **settings: str) -> None:
    for name, value in settings.items():
        subprocess.run(["git", "-C", str(checkout), "config", name.replace("_", "."), value], check=True)


def test_without_a_key_nothing_is_signed(checkout: Path) -> None:
    (checkout / "SHA256SUMS").write_text("x")
    assert signing_key(checkout) is None
    assert signer(checkout) is None
    assert sign(checkout / "SHA256SUMS", checkout) is None
    assert not (checkout / "SHA256SUMS.sig").exists()


def test_git_tells_the_key_where_it_signs_with_ssh(checkout: Path) -> None:
    configure(checkout, user_signingkey="/keys/one")
    assert signing_key(checkout) is None
    configure(checkout, gpg_format="ssh")
    assert signing_key(checkout) == Path("/keys/one")


def test_the_environment_goes_before_git(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(checkout, gpg_format="ssh", user_signingkey="/keys/one")
    monkeypatch.setenv(KEY, "/keys/two")
    assert signing_key(checkout) == Path("/keys/two")
    assert signing_key(None) == Path("/keys/two")


@needs_openssh
def test_a_signature_is_written_beside_the_file_and_replaces_an_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, str(new_key(tmp_path / "key")))
    (tmp_path / "SHA256SUMS").write_text("x")
    first = sign(tmp_path / "SHA256SUMS")
    assert first == tmp_path / "SHA256SUMS.sig"
    before = first.read_bytes()
    assert before.startswith(b"-----BEGIN SSH SIGNATURE-----\n")
    (tmp_path / "SHA256SUMS").write_text("y")
    sign(tmp_path / "SHA256SUMS")
    assert first.read_bytes() != before
    assert not list(tmp_path.glob("*.tmp"))


@needs_openssh
def test_the_same_key_signs_the_same_bytes_in_the_same_way(tmp_path: Path) -> None:
    key = new_key(tmp_path / "key")
    assert signature_of(b"x", key) == signature_of(b"x", key) != signature_of(b"y", key)


def test_a_key_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, str(tmp_path / "nothing"))
    (tmp_path / "SHA256SUMS").write_text("x")
    with pytest.raises(ReportError, match=f"nothing.*no such key.*{KEY}"):
        sign(tmp_path / "SHA256SUMS")


@needs_openssh
def test_a_file_that_is_no_key_leaves_the_older_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text("no key")
    monkeypatch.setenv(KEY, str(tmp_path / "key"))
    (tmp_path / "SHA256SUMS").write_text("x")
    (tmp_path / "SHA256SUMS.sig").write_text("older")
    with pytest.raises(ReportError, match="ssh-keygen does not sign"):
        sign(tmp_path / "SHA256SUMS")
    assert (tmp_path / "SHA256SUMS.sig").read_text() == "older"


def test_a_machine_without_openssh_is_told_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReportError, match="ssh-keygen was not found"):
        signature_of(b"x", tmp_path / "key")
