"""Signatures that hold and signatures that do not, by real keys that are made for the test and thrown away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.editions.signatures import checker, signature_problem, signed
from report.editions.signing import KEY, sign
from report.editions.ssh_keygen import run
from tests.report.editions.keys import allowed_signers, new_key
from tests.study.editions.sealed import flip

pytestmark = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH is not here")


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return new_key(tmp_path / "ours")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return new_key(tmp_path / "other")


@pytest.fixture
def sums(tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(KEY, str(key))
    (tmp_path / "edition").mkdir()
    path = tmp_path / "edition" / "SHA256SUMS"
    path.write_text(f"{'0' * 64}  index.html\n" * 20)
    assert sign(path)
    return path


def test_a_signature_by_an_allowed_key_holds_and_names_the_signer(sums: Path, key: Path, other: Path) -> None:
    allowed = allowed_signers(sums.parent / "allowed", other, key)
    assert signed(sums, allowed).words == "signed by ours@test"
    assert signature_problem(sums, allowed) is None
    assert checker(allowed)(sums) == signed(sums, allowed)


def test_a_signature_by_another_key_does_not_hold(sums: Path, other: Path) -> None:
    assert "is by none of" in (signature_problem(sums, allowed_signers(sums.parent / "allowed", other)) or "")


def test_a_signature_of_something_else_does_not_hold(sums: Path, key: Path) -> None:
    flip(sums, 5)
    assert "does not fit" in (signature_problem(sums, None) or "")
    assert "does not fit" in (signature_problem(sums, allowed_signers(sums.parent / "allowed", key)) or "")


def test_a_signature_made_for_another_purpose_does_not_hold(sums: Path, key: Path) -> None:
    answer = run("sign", "-q", "-n", "file", "-f", str(key), content=sums.read_bytes())
    assert answer is not None
    sums.with_name("SHA256SUMS.sig").write_bytes(answer.stdout)
    assert signature_problem(sums, None)
    assert signature_problem(sums, allowed_signers(sums.parent / "allowed", key, options=""))


def test_a_key_that_may_sign_other_things_only_does_not_count(sums: Path, key: Path) -> None:
    assert signature_problem(sums, allowed_signers(sums.parent / "allowed", key, options='namespaces="git"'))


def test_a_key_that_is_no_longer_allowed_does_not_count(sums: Path, key: Path) -> None:
    assert signature_problem(
        sums, allowed_signers(sums.parent / "allowed", key, options='valid-before="20200101"')
    )


def test_a_signature_that_is_missing_is_a_problem_where_one_is_asked_for(sums: Path, key: Path) -> None:
    sums.with_name("SHA256SUMS.sig").unlink()
    allowed = allowed_signers(sums.parent / "allowed", key)
    assert "SHA256SUMS.sig is missing" in (signature_problem(sums, allowed) or "")
    assert signed(sums, None).words == "not signed"
    assert signature_problem(sums, None) is None


def test_without_the_allowed_signers_the_words_say_that_anyone_may_have_signed(sums: Path) -> None:
    found = signed(sums, None)
    assert found.problem is None
    assert "signed by the key SHA256:" in found.words
    assert "prove whose key that is" in found.words


def test_a_flipped_bit_anywhere_in_a_signature_is_found(sums: Path, key: Path) -> None:
    signature = sums.with_name("SHA256SUMS.sig")
    allowed = allowed_signers(sums.parent / "allowed", key)
    size = signature.stat().st_size
    places = [*range(0, size, 11), *range(size - 34, size)]
    unseen = []
    for place in places:
        flip(signature, place, place % 7)
        if signature_problem(sums, allowed) is None or signature_problem(sums, None) is None:
            unseen.append(place)
        flip(signature, place, place % 7)
    assert unseen == []
    assert signature_problem(sums, allowed) is None


@pytest.mark.parametrize(
    "content", [b"", b"x", b"-----BEGIN SSH SIGNATURE-----\n", b"\xff" * 100, b"A" * 100_000]
)
def test_a_damaged_signature_is_a_problem(sums: Path, content: bytes) -> None:
    sums.with_name("SHA256SUMS.sig").write_bytes(content)
    assert "is damaged" in (signature_problem(sums, None) or "")


def test_a_list_of_signers_that_is_missing_or_empty_proves_nothing(sums: Path) -> None:
    assert "is no file" in (signature_problem(sums, sums.parent / "nothing") or "")
    (sums.parent / "empty").touch()
    assert "is by none of" in (signature_problem(sums, sums.parent / "empty") or "")


def test_without_openssh_a_signature_that_must_hold_does_not(
    sums: Path, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = allowed_signers(sums.parent / "allowed", key)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "ssh-keygen was not found" in (signature_problem(sums, allowed) or "")
    assert signature_problem(sums, None) is None
    assert "not looked at" in signed(sums, None).words
