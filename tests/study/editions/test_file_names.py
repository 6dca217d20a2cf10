from __future__ import annotations

import pytest

from study.editions.file_names import by_bytes, clashes, name_problem


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "en/ai/index.html",
        "fr/données/à-côté.csv",
        "a b/c.d.e",
        ".well-known/x",
        "x/" + "é" * 127,
    ],
)
def test_a_name_that_every_system_writes_is_none_to_refuse(name: str) -> None:
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../x", "leaves its folder"),
        ("a/../../x", "leaves its folder"),
        ("a/..", "leaves its folder"),
        ("..", "leaves its folder"),
        ("/etc/passwd", "is absolute"),
        ("//host/share", "is absolute"),
        ("a\\..\\x", "backslash"),
        ("C:/x", "drive letter"),
        ("c:x", "drive letter"),
        ("a/b:stream", "Windows refuses"),
        ("a/./b", "empty part"),
        ("a//b", "empty part"),
        ("a/", "empty part"),
        ("", "empty part"),
        ("a\nb", "control character"),
        ("a\0.html", "control character"),
        ("a\x1b[31m", "control character"),
        ("a\udcff", "control character"),
        ("a/con", "Windows refuses"),
        ("NUL.txt", "Windows refuses"),
        ("a/lpt1.tar.gz", "Windows refuses"),
        ("a./b", "Windows refuses"),
        ("a /b", "Windows refuses"),
        ("a?b", "Windows refuses"),
        ("e\u0301.html", "NFC"),
        ("x" * 256, "too long"),
        ("/".join(["x" * 200] * 3), "too long"),
    ],
)
def test_a_name_that_leaves_its_folder_or_means_something_else_elsewhere_is_refused(
    name: str, reason: str
) -> None:
    assert reason in (name_problem(name) or "")


@pytest.mark.parametrize(
    "names",
    [
        ["a/b", "a/b"],
        ["a/b", "a/B"],
        ["a/x", "A/y"],
        ["a/straße", "a/STRASSE"],
        ["a/é", "a/e\u0301"],
        ["a/b", "a/b/c"],
        ["a/b/c", "a/b"],
        ["a/B/c", "a/b"],
    ],
)
def test_names_that_some_system_takes_for_one_another_are_found(names: list[str]) -> None:
    assert list(clashes(names))


def test_names_of_their_own_do_not_clash() -> None:
    assert list(clashes(["a/b", "a/c", "a/d/b", "b", "a.b/c"])) == []


def test_names_are_sorted_by_their_bytes() -> None:
    assert by_bytes(["é", "z", "Z", "a/b", "a.b"]) == ["Z", "a.b", "a/b", "z", "é"]
