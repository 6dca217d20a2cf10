"""Several files written as one: all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.together import NotWrittenError, content_of, write_together


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    for path in paths:
        path.write_bytes(b"old\n")
    return paths


def contents(files: list[Path]) -> dict[Path, tuple[bytes, bytes]]:
    return dict.fromkeys(files, (b"old\n", b"new\n"))


def test_all_files_are_written_and_nothing_is_left_beside_them(tmp_path: Path, files: list[Path]) -> None:
    files[0].chmod(0o600)
    write_together(contents(files))
    assert [path.read_bytes() for path in files] == [b"new\n"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md", "c.md"]
    assert files[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_if_one_cannot_be_replaced_all_get_their_old_text_back(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    replace = Path.replace
    count = 0

    def fails(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == failing + 1:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(NotWrittenError, match="No space left on device"):
        write_together(contents(files))
    assert [path.read_bytes() for path in files] == [b"old\n"] * 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md", "c.md"]


def test_an_interruption_between_two_files_is_undone(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    asked: list[Path] = []

    def interrupted(self: Path, target: Path) -> Path:
        asked.append(target)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(contents(files))
    assert [path.read_bytes() for path in files] == [b"old\n"] * 3


def test_a_file_changed_meanwhile_stops_all(tmp_path: Path, files: list[Path]) -> None:
    files[2].write_bytes(b"theirs\n")
    with pytest.raises(NotWrittenError, match=r"c\.md was changed meanwhile"):
        write_together(contents(files))
    assert [path.read_bytes() for path in files] == [b"old\n", b"old\n", b"theirs\n"]
    assert len(list(tmp_path.iterdir())) == 3


def test_line_ends_stay_those_of_the_file() -> None:
    assert content_of("a\nb\n", b"x\ny\n") == b"a\nb\n"
    assert content_of("a\nb\n", b"x\r\ny\r\n") == b"a\r\nb\r\n"
    for mixed in (b"x\r\ny\n", b"x\ry\n"):
        with pytest.raises(NotWrittenError, match="mixes line ends"):
            content_of("a\n", mixed)
