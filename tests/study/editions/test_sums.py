from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from study.editions.sums import SIGNATURE, SUMS, read_sums, sum_problems, written
from study.problems import ReportError
from tests.study.editions.sealed import built, flip, resum

DIGEST = "0" * 64


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    built(tmp_path / "tree")
    resum(tmp_path / "tree")
    return tmp_path / "tree"


def test_an_untouched_folder_has_no_problems(tree: Path) -> None:
    assert sum_problems(tree) == []


def test_every_file_is_listed_but_the_list_and_its_signature(tree: Path) -> None:
    (tree / SIGNATURE).write_text("x")
    names = [line[66:] for line in written(tree).splitlines()]
    everything = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    assert set(names) == everything - {SUMS, SIGNATURE}
    assert names == sorted(names)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="coreutils are not here")
def test_coreutils_read_the_list(tree: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", SUMS], cwd=tree, check=True)


def test_a_list_for_some_files_holds_these_alone(tree: Path) -> None:
    assert [line[66:] for line in written(tree, ["en/index.html", SUMS]).splitlines()] == ["en/index.html"]


def test_a_list_for_a_file_that_is_not_there_is_refused(tree: Path) -> None:
    with pytest.raises(ReportError, match=r"nothing\.html is not there"):
        written(tree, ["nothing.html"])


def test_a_flipped_bit_is_found_in_every_file_and_the_file_is_named(tree: Path) -> None:
    files = [path for path in tree.rglob("*") if path.is_file() and path.stat().st_size]
    for number, path in enumerate(files):
        place = number * 7 % path.stat().st_size
        flip(path, place, number % 8)
        assert any(
            (SUMS if path.name == SUMS else path.relative_to(tree).as_posix()) in each
            for each in sum_problems(tree)
        )
        flip(path, place, number % 8)
    assert sum_problems(tree) == []


def test_a_flipped_bit_is_found_everywhere_in_the_list_itself(tree: Path) -> None:
    unseen = []
    size = (tree / SUMS).stat().st_size
    for place in (*range(60, 76), *range(76, size, 13), size - 1):
        for bit in range(8) if place < 70 else (place % 8,):
            flip(tree / SUMS, place, bit)
            if not sum_problems(tree):
                unseen.append((place, bit))
            flip(tree / SUMS, place, bit)
    assert unseen == []


def test_changed_missing_and_additional_files_are_named_all_at_once(tree: Path) -> None:
    (tree / "en/index.html").write_text("other")
    (tree / "fr/index.html").unlink()
    (tree / "fr/Index.html").write_text("new")
    found = "\n".join(sum_problems(tree))
    assert "en/index.html is changed" in found
    assert "fr/index.html is missing" in found
    assert "fr/Index.html is additional" in found
    assert len(found.splitlines()) == 3


def test_a_hidden_file_is_additional_too(tree: Path) -> None:
    (tree / "en/.hidden").touch()
    assert sum_problems(tree) == [f"en/.hidden is additional: {SUMS} does not list it"]


@pytest.mark.parametrize("target", ["index.html", "/etc/hostname", "nowhere", "en", "."])
def test_a_link_is_refused_and_never_followed(tree: Path, target: str) -> None:
    (tree / "fr/index.html").unlink()
    (tree / "fr/index.html").symlink_to(target)
    assert sum_problems(tree) == ["fr/index.html is a symbolic link; expected a plain file"]
    with pytest.raises(ReportError, match=r"fr/index\.html is a symbolic link"):
        written(tree)


def test_a_list_that_is_a_link_is_no_list(tree: Path, tmp_path: Path) -> None:
    (tree / SUMS).rename(tmp_path / "elsewhere")
    (tree / SUMS).symlink_to(tmp_path / "elsewhere")
    assert any(SUMS in each for each in sum_problems(tree))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_refused_and_never_opened(tree: Path) -> None:
    os.mkfifo(tree / "en/pipe")
    assert sum_problems(tree) == ["en/pipe is neither a file nor a folder"]


def test_a_missing_list_is_a_problem(tree: Path) -> None:
    (tree / SUMS).unlink()
    assert "is missing" in sum_problems(tree)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DIGEST}  a", "no end"),
        (f"{DIGEST} a\n", "not a line of digests"),
        (f"{DIGEST} *a\n", "not a line of digests"),
        (f"{DIGEST[1:]}  a\n", "not a line of digests"),
        (f"{'A' * 64}  a\n", "not a line of digests"),
        (f"{DIGEST}  a\n\n", "not a line of digests"),
        (f"\\{DIGEST}  a\\nb\n", "not a line of digests"),
        (f"{DIGEST}  a\r\n", "control character"),
        (f"{DIGEST}  ../a\n", "leaves its folder"),
        (f"{DIGEST}  /etc/passwd\n", "is absolute"),
        (f"{DIGEST}  a\n{DIGEST}  a\n", "listed twice"),
        (f"{DIGEST}  a\n{'1' * 64}  a\n", "listed twice"),
    ],
)
def test_a_line_of_another_form_is_refused(text: str, expected: str) -> None:
    with pytest.raises(ReportError, match=expected):
        read_sums(text, SUMS)


def test_all_lines_of_another_form_are_named_with_their_numbers() -> None:
    with pytest.raises(ReportError) as refused:
        read_sums(f"x\n{DIGEST}  a\ny\n{DIGEST}  a\n", SUMS)
    assert [problem.line for problem in refused.value.problems] == [1, 3, 4]


def test_a_list_in_another_order_is_a_problem(tree: Path) -> None:
    lines = (tree / SUMS).read_text("utf-8").splitlines(keepends=True)
    (tree / SUMS).write_text("".join(reversed(lines)), "utf-8", newline="")
    assert "not sorted" in sum_problems(tree)[0]
