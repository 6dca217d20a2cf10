from __future__ import annotations

from pathlib import Path

import pytest

from bench.output import kind, output


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("en/index.html", "chapters"),
        ("en/bench/c0001/index.html", "chapters"),
        ("en/cases/index.html", "chapters"),
        ("both/cases/index.html", "both"),
        ("en/cases/ke-x/index.html", "register"),
        ("fr/cases/technology/ai/index.html", "register"),
        ("en/cases/technology/ai/cases.csv", "downloads"),
        ("en/data/cases.xlsx", "downloads"),
        ("en/search/search_index.json", "search"),
        ("pagefind/pagefind.js", "search"),
        ("assets/site.css", "rest"),
        ("sitemap.xml", "rest"),
    ],
)
def test_a_file_has_a_kind(path: str, expected: str) -> None:
    assert kind(Path(path)) == expected


def test_sizes_and_files_are_added_up(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_bytes(b"x" * 2_000_000)
    (tmp_path / "site.css").write_bytes(b"x" * 500_000)
    found = output(tmp_path)
    assert (found.files, found.total) == (2, 2.5)
    assert (found.sizes["chapters"], found.sizes["rest"]) == (2.0, 0.5)
