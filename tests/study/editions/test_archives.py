"""Archives as they should be, and as they should not: each hostile one is refused, and leaves nothing behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from study.editions import archive_checks
from study.editions.archives import ArchiveError, names_of, pack, unpack
from study.editions.sums import SIGNATURE, SUMS, sum_problems
from study.problems import ReportError
from tests.study.editions.sealed import TIME, built, flip, resum

Change = Callable[[zipfile.ZipInfo], None]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    built(tmp_path / "tree")
    resum(tmp_path / "tree")
    return tmp_path / "tree"


@pytest.fixture
def archive(tree: Path, tmp_path: Path) -> Path:
    pack(tree, tmp_path / "2026.zip", "2026", TIME)
    return tmp_path / "2026.zip"


def signed_off(path: Path) -> Path:
    """Put the digest at the end of an archive right, as someone does who changed it and hides it."""
    content = path.read_bytes()[: -archive_checks.DIGITS]
    path.write_bytes(content + hashlib.sha256(content).hexdigest().encode())
    return path


def made(path: Path, *entries: tuple[str, bytes] | zipfile.ZipInfo) -> Path:
    """Write an archive with entries of any name, which ends in its digest as ours do."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for entry in entries:
            if isinstance(entry, zipfile.ZipInfo):
                opened.writestr(entry, b"content")
            else:
                opened.writestr(zipfile.ZipInfo(entry[0]), entry[1], zipfile.ZIP_DEFLATED)
        opened.comment = archive_checks.COMMENT + b"0" * archive_checks.DIGITS
    return signed_off(path)


def refusal(archive: Path, folder: Path) -> str:
    """Return all findings of a refused archive; nothing may be left in the folder, which was not there."""
    with pytest.raises(ArchiveError) as refused:
        unpack(archive, folder)
    assert not folder.exists()
    assert not list(folder.parent.glob("**/*escaped*"))
    return "\n".join(refused.value.findings)


def test_what_is_packed_comes_out_again(archive: Path, tree: Path, tmp_path: Path) -> None:
    top = unpack(archive, tmp_path / "out")
    assert top == tmp_path / "out" / "2026"
    for path in tree.rglob("*"):
        if path.is_file():
            assert (top / path.relative_to(tree)).read_bytes() == path.read_bytes()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["2026"]
    assert sum_problems(top) == []


def test_the_same_files_give_the_same_bytes_whatever_the_system_says_of_them(
    tree: Path, tmp_path: Path
) -> None:
    other = built(tmp_path / "other")
    resum(other)
    for path in other.rglob("*.html"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    pack(tree, tmp_path / "a" / "x.zip", "2026", TIME)
    program = (
        "import sys; from pathlib import Path; from study.editions.archives import pack;"
        "pack(Path(sys.argv[1]), Path(sys.argv[2]), '2026', int(sys.argv[3]))"
    )
    where = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    arguments = [str(other), str(tmp_path / "b.zip"), str(TIME)]
    subprocess.run([sys.executable, "-c", program, *arguments], env=where, check=True)
    assert (tmp_path / "a" / "x.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_entries_are_sorted_plain_and_dated_by_the_commit(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        entries = opened.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 10, 0, 0)}
    assert {entry.extra for entry in entries} == {b""}


@pytest.mark.parametrize(("time", "year"), [(0, 1980), (-5, 1980), (10**11, 2107)])
def test_a_time_the_format_does_not_know_becomes_the_nearest(
    tree: Path, tmp_path: Path, time: int, year: int
) -> None:
    pack(tree, tmp_path / "x.zip", "2026", time)
    with zipfile.ZipFile(tmp_path / "x.zip") as opened:
        assert {entry.date_time[0] for entry in opened.infolist()} == {year}


def test_anyone_can_compute_the_digest_at_the_end(archive: Path) -> None:
    content = archive.read_bytes()
    assert hashlib.sha256(content[:-64]).hexdigest().encode() == content[-64:]


def test_the_archive_of_a_language_has_its_own_list_of_digests(tree: Path, tmp_path: Path) -> None:
    pack(tree, tmp_path / "x.zip", "2026", TIME, names_of(tree, "fr"), lambda sums: b"signed " + sums[:4])
    top = unpack(tmp_path / "x.zip", tmp_path / "out")
    assert {path.name for path in top.iterdir()} == {"fr", "assets", "index.html", SUMS, SIGNATURE}
    assert sum_problems(top) == []
    assert (top / SIGNATURE).read_bytes() == b"signed " + (top / SUMS).read_bytes()[:4]


def test_nothing_is_packed_that_would_be_refused(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_checks, "MOST_ENTRIES", 3)
    with pytest.raises(ArchiveError, match="expected at most 3"):
        pack(tree, tmp_path / "x.zip", "2026", TIME)
    with pytest.raises(ArchiveError):
        pack(tree, tmp_path / "x.zip", "../2026", TIME)
    (tree / "link").symlink_to("index.html")
    with pytest.raises(ReportError, match="link is a symbolic link"):
        pack(tree, tmp_path / "x.zip", "2026", TIME)
    assert [path.name for path in tmp_path.iterdir()] == ["tree"]


def test_packing_that_fails_leaves_the_older_archive(archive: Path, tree: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(ReportError):
        pack(tree, archive, "2026", TIME, ["nothing"])
    assert archive.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2026.zip", "tree"]


def test_what_is_there_is_never_overwritten(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "2026").mkdir(parents=True)
    (tmp_path / "out" / "2026" / "mine").write_text("mine")
    with pytest.raises(ArchiveError, match="nothing is overwritten"):
        unpack(archive, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").rglob("*")] == ["2026", "mine"]


def test_a_flipped_bit_anywhere_in_an_archive_is_found(archive: Path, tmp_path: Path) -> None:
    size = archive.stat().st_size
    places = sorted({*range(0, size, 53), *range(size - 140, size, 5), *range(0, 40, 2)})
    for place in places:
        flip(archive, place, place % 8)
        assert refusal(archive, tmp_path / "out")
        flip(archive, place, place % 8)
    assert unpack(archive, tmp_path / "out")


def test_a_flipped_bit_in_a_file_of_an_archive_names_the_file(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        entry = opened.getinfo("2026/fr/ai/index.html")
    start = entry.header_offset + 30 + len(entry.filename)
    flip(archive, start + entry.compress_size // 2)
    found = refusal(archive, tmp_path / "out")
    assert "is changed: its end says" in found
    assert '"2026/fr/ai/index.html" is damaged' in found


def test_an_archive_cut_off_anywhere_is_refused(archive: Path, tmp_path: Path) -> None:
    content = archive.read_bytes()
    for length in (*range(0, len(content), 211), len(content) - 1, len(content) - archive_checks.TAIL):
        (tmp_path / "cut.zip").write_bytes(content[:length])
        assert refusal(tmp_path / "cut.zip", tmp_path / "out")


@pytest.mark.parametrize("more", [b"x", b"\n", b"\0" * 65])
def test_bytes_after_or_before_an_archive_are_refused(archive: Path, tmp_path: Path, more: bytes) -> None:
    content = archive.read_bytes()
    (tmp_path / "after.zip").write_bytes(content + more)
    (tmp_path / "before.zip").write_bytes(more + content)
    assert "digest" in refusal(tmp_path / "after.zip", tmp_path / "out")
    assert "before its first entry" in refusal(signed_off(tmp_path / "before.zip"), tmp_path / "out")


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"PK", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 500):
        (tmp_path / "x.zip").write_bytes(content)
        assert refusal(tmp_path / "x.zip", tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2026/../../escaped.html", "leaves its folder"),
        ("../escaped.html", "leaves its folder"),
        ("/tmp/escaped.html", "is absolute"),
        ("2026\\..\\..\\escaped.html", "backslash"),
        ("C:/escaped.html", "drive letter"),
        ("C:escaped.html", "drive letter"),
        ("2026//escaped.html", "empty part"),
        ("2026/./escaped.html", "empty part"),
        ("2026/escaped/", "empty part"),
        ("2026/escaped\n.html", "control character"),
        ("2026/escaped.html:stream", "Windows refuses"),
        ("2026/nul", "Windows refuses"),
        ("2026/e\u0301scaped.html", "NFC"),
        ("other/escaped.html", "expected one folder"),
        ("escaped.html", "expected one folder"),
        ("2026/index.html", "is there twice"),
        ("2026/INDEX.html", "the same file"),
        ("2026/index.html/escaped", "a file and a folder"),
        ("2026/AI/other.html", "the same folder"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_could_do_harm_is_refused_and_named(tmp_path: Path, name: str, reason: str) -> None:
    fine = [("2026/index.html", b"x"), ("2026/ai/index.html", b"x")]
    found = refusal(made(tmp_path / "x.zip", *fine, (name, b"evil")), tmp_path / "out")
    assert reason in found


def test_a_name_cut_short_by_a_zero_byte_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "x.zip", ("2026/index.html", b"x"), ("2026/escaped.htm_.html", b"x"))
    content = (tmp_path / "x.zip").read_bytes().replace(b"escaped.htm_", b"escaped.htm\0")
    (tmp_path / "x.zip").write_bytes(content)
    assert "control character" in refusal(signed_off(tmp_path / "x.zip"), tmp_path / "out")


def _mode(mode: int) -> Change:
    return lambda entry: setattr(entry, "external_attr", mode << 16)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_mode(0o120777), "symbolic link"),
        (_mode(0o040755), "not a plain file"),
        (_mode(0o020666), "not a plain file"),
        (_mode(0o010644), "not a plain file"),
        (lambda entry: setattr(entry, "extra", b"\x75\x70\x02\x00xx"), "carries fields"),
        (lambda entry: setattr(entry, "comment", b"hello"), "carries fields"),
        (lambda entry: setattr(entry, "compress_type", zipfile.ZIP_BZIP2), "method 12"),
        (lambda entry: setattr(entry, "compress_type", zipfile.ZIP_LZMA), "method 14"),
    ],
)
def test_an_entry_that_is_not_a_plain_file_is_refused(tmp_path: Path, change: Change, reason: str) -> None:
    entry = zipfile.ZipInfo("2026/escaped.html")
    change(entry)
    found = refusal(made(tmp_path / "x.zip", ("2026/index.html", b"x"), entry), tmp_path / "out")
    assert reason in found


@pytest.mark.parametrize(
    ("bit", "reason"), [(0, "is encrypted"), (3, "the flags 0x8"), (6, "the flags 0x40")]
)
def test_an_encrypted_entry_or_one_with_strange_flags_is_refused(
    tmp_path: Path, bit: int, reason: str
) -> None:
    path = made(tmp_path / "x.zip", ("2026/escaped.html", b"x"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flip(path, path.read_bytes().index(mark) + place, bit)
    assert reason in refusal(signed_off(path), tmp_path / "out")


def test_all_findings_are_told_at_once(tmp_path: Path) -> None:
    found = refusal(made(tmp_path / "x.zip", ("/a", b""), ("../b", b""), ("C:/c", b"")), tmp_path / "out")
    assert all(
        reason in found for reason in ("absolute", "leaves its folder", "drive letter", "expected one folder")
    )


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "x.zip", *((f"2026/{number}", b"") for number in range(11)))
    monkeypatch.setattr(archive_checks, "MOST_ENTRIES", 10)
    assert "lists 11 entries" in refusal(tmp_path / "x.zip", tmp_path / "out")


def test_a_directory_that_lies_about_its_entries_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "x.zip", *((f"2026/{number}", b"") for number in range(11)))
    content = bytearray(path.read_bytes())
    for place in (8, 10):
        content[len(content) - archive_checks.TAIL + place] = 5
    path.write_bytes(content)
    assert "lists 5 entries and has 11" in refusal(signed_off(path), tmp_path / "out")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = made(tmp_path / "x.zip", ("2026/escaped.html", b"\0" * (archive_checks.RATIO_FROM + 1)))
    assert "times its size" in refusal(bomb, tmp_path / "out")


def test_more_than_any_edition_holds_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "x.zip", ("2026/escaped.html", os.urandom(2000)))
    monkeypatch.setattr(archive_checks, "MOST_UNPACKED", 1999)
    assert "expected at most 1999" in refusal(tmp_path / "x.zip", tmp_path / "out")


def test_a_bomb_that_says_it_is_small_is_not_unpacked_further(tmp_path: Path) -> None:
    path = made(tmp_path / "x.zip", ("2026/escaped.html", b"\0" * 5_000_000))
    content = path.read_bytes()
    path.write_bytes(content.replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    assert "is damaged" in refusal(signed_off(path), tmp_path / "out")


def test_entries_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "x.zip", *((f"2026/{number}", os.urandom(100)) for number in range(9)))
    content = bytearray(path.read_bytes())
    place = 0
    while (place := content.find(b"PK\x01\x02", place)) >= 0:
        content[place + 20 : place + 24] = (1000).to_bytes(4, "little")
        place += 4
    path.write_bytes(content)
    assert "share their bytes" in refusal(signed_off(path), tmp_path / "out")


def test_two_names_of_one_entry_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "x.zip", ("2026/shown.html", b"x"), ("2026/other.html", b"x"))
    content = path.read_bytes()
    path.write_bytes(content.replace(b"2026/shown.html", b"2026/local.html", 1))
    assert '"2026/shown.html" is damaged' in refusal(signed_off(path), tmp_path / "out")


def test_an_archive_inside_an_archive_stays_a_file(archive: Path, tmp_path: Path) -> None:
    inner = archive.read_bytes()
    top = unpack(made(tmp_path / "x.zip", ("2026/inner.zip", inner)), tmp_path / "out")
    assert [path.name for path in top.rglob("*")] == ["inner.zip"]
    assert (top / "inner.zip").read_bytes() == inner


def test_a_full_disk_leaves_nothing(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("study.editions.archives.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        unpack(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()
