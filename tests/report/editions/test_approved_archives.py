from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from report.editions.approved_archives import ApprovedArchive, found_archive, without_approval
from report.editions.signing import sign
from study.editions.archives import pack, unpack
from study.models.approvals import Approval
from study.models.publication import Signing
from study.problems import ReportError
from tests.report.editions.small_editions import TIME, approve


@pytest.fixture
def approval(small: Path, archives: Path) -> Approval:
    return approve(small, archives, "2026")


@pytest.fixture
def reasons(small: Path, archives: Path, tmp_path: Path) -> Callable[..., list[str]]:
    """Unpack the archive of the edition 2026 and return why it is refused."""

    def tried(approval: Approval, signing: Signing = Signing()) -> list[str]:  # noqa: B008 - never changes
        shutil.rmtree(tmp_path / "unpacked", ignore_errors=True)
        archive = ApprovedArchive(small, archives / "2026.zip", approval, signing)
        try:
            archive.unpacked(tmp_path / "unpacked")
        except ReportError as error:
            assert {problem.file for problem in error.problems} == {str(archives / "2026.zip")}
            return [problem.message for problem in error.problems]
        return []

    return tried


def test_what_was_approved_is_unpacked(
    approval: Approval, reasons: Callable[..., list[str]], tmp_path: Path
) -> None:
    assert reasons(approval) == []
    assert (tmp_path / "unpacked" / "2026" / "fr" / "ai" / "index.html").is_file()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("commit", "b" * 40, "was built from commit"),
        ("session", "TEST 2", "carries another record of its approval"),
        ("edition", "2026.1", "holds 2026 (approved); expected the approved edition 2026.1"),
    ],
)
def test_what_another_approval_approved_is_refused(
    field: str, value: str, said: str, approval: Approval, reasons: Callable[..., list[str]]
) -> None:
    assert any(said in line for line in reasons(approval.model_copy(update={field: value})))


@pytest.mark.parametrize("group", ["en", "fr", "both", "data"])
def test_each_digest_has_to_be_the_approved_one(
    group: str, approval: Approval, reasons: Callable[..., list[str]]
) -> None:
    other = approval.digests.model_copy(update={group: "sha256:" + "1" * 64})
    found = reasons(approval.model_copy(update={"digests": other}))
    assert [line for line in found if f"of {group}; expected sha256:111" in line]


def repacked(archives: Path, change: Callable[[Path], None], top: str = "2026") -> None:
    """Change the tree in the archive, and pack it again as it then is."""
    tree = unpack(archives / "2026.zip", archives / "again")
    change(tree)
    pack(tree, archives / "2026.zip", top, TIME)
    shutil.rmtree(archives / "again")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tree: (tree / "en" / "ai" / "index.html").write_text("<article>x</article>"), "en/ai/index.html is changed"),
        (lambda tree: (tree / "en" / "ai" / "index.html").unlink(), "en/ai/index.html is missing"),
        (lambda tree: (tree / "more.html").touch(), "more.html is additional"),
        (lambda tree: (tree / "MANIFEST.json").unlink(), "MANIFEST.json is missing"),
    ],
)  # fmt: skip
def test_a_tree_that_was_changed_and_packed_again_is_refused(
    change: Callable[[Path], None],
    said: str,
    approval: Approval,
    archives: Path,
    reasons: Callable[..., list[str]],
) -> None:
    repacked(archives, change)
    assert any(said in line for line in reasons(approval))


def test_the_archive_of_one_language_is_no_edition(
    approval: Approval, archives: Path, reasons: Callable[..., list[str]]
) -> None:
    tree = unpack(archives / "2026.zip", archives / "again")
    shutil.rmtree(tree / "fr")
    shutil.rmtree(tree / "both")
    names = [path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()]
    pack(tree, archives / "2026.zip", "2026", TIME, names)
    assert any(line.startswith("lacks") and "fr" in line for line in reasons(approval))


def test_the_folder_in_the_archive_is_called_like_the_edition(
    approval: Approval, archives: Path, reasons: Callable[..., list[str]]
) -> None:
    repacked(archives, lambda tree: None, top="latest")
    assert reasons(approval) == ["holds the folder latest; expected 2026"]


def test_an_archive_that_would_write_elsewhere_is_refused(
    approval: Approval, archives: Path, reasons: Callable[..., list[str]], tmp_path: Path
) -> None:
    with zipfile.ZipFile(archives / "2026.zip", "a") as archive:
        archive.writestr("../escaped", "x")
    assert reasons(approval)
    assert not (tmp_path / "escaped").exists()
    assert not (tmp_path / "unpacked").exists()


def test_other_bytes_than_were_published_are_refused(
    approval: Approval, small: Path, reasons: Callable[..., list[str]]
) -> None:
    history = small / "data" / "history" / "2026.yaml"
    history.parent.mkdir()
    history.write_text(f"cases: {{}}\nsums: sha256:{'1' * 64}\n", encoding="utf-8")
    (said,) = reasons(approval)
    assert "has other bytes than were published" in said
    history.write_text("cases: {}\n", encoding="utf-8")
    assert reasons(approval) == []


def test_a_signature_that_is_required_has_to_be_there(
    approval: Approval, reasons: Callable[..., list[str]]
) -> None:
    (said,) = reasons(approval, Signing(required=True))
    assert said.startswith("SHA256SUMS.sig is missing")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")
def test_a_signature_has_to_be_by_one_who_may_sign(
    approval: Approval,
    small: Path,
    archives: Path,
    reasons: Callable[..., list[str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("allowed", "other"):
        key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "TEST", "-f", str(tmp_path / name)]
        subprocess.run(key, check=True)
    public = (tmp_path / "allowed.pub").read_text(encoding="utf-8")
    (small / "signers").write_text(f"secretariat {public}", encoding="utf-8")
    signing = Signing(required=True, allowed_signers="signers")
    for name, expected in (("allowed", 0), ("other", 1)):
        monkeypatch.setenv("REPORT_SIGNING_KEY", str(tmp_path / name))
        repacked(archives, lambda tree: sign(tree / "SHA256SUMS"))
        assert len(reasons(approval, signing)) == expected


def test_archives_are_found_by_themselves_or_in_a_folder(archives: Path) -> None:
    (archives / "2027").mkdir()
    for name in ("2026.zip", "2027/2027.zip", "2027/2027-en.zip", "2028-rc1.zip"):
        (archives / name).touch()
    assert found_archive(archives, "2026") == archives / "2026.zip"
    assert found_archive(archives, "2027") == archives / "2027" / "2027.zip"
    assert found_archive(archives, "2028") is None
    assert without_approval(archives, ["2026"]) == ["2027"]
