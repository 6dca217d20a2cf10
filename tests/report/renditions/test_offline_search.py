"""The index of an offline pack is that of the site, in one script."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from report.renditions.offline_search import is_left_out, offline_search
from study.problems import ReportError


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, content in {
        "dialog.js": b"d",
        "pagefind.js": b"p",
        "index/a.pf_index": b"\x1f\x8b",
        "e.json": b"{}",
    }.items():
        path = tmp_path / "fr" / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def test_the_script_holds_every_file_that_would_be_fetched(built: Path) -> None:
    ((path, script),) = offline_search(built, "fr").items()
    assert path == "search/offline.js"
    files = json.loads(script.decode("ascii").removeprefix("window.searchFiles=").removesuffix(";\n"))
    assert {name: base64.b64decode(text) for name, text in files.items()} == {
        "e.json": b"{}",
        "index/a.pf_index": b"\x1f\x8b",
    }


def test_it_is_the_same_each_time_and_does_not_hold_itself(built: Path) -> None:
    first = offline_search(built, "fr")
    (built / "fr" / "search" / "offline.js").write_bytes(b"".join(first.values()))
    assert offline_search(built, "fr") == first


def test_a_pack_leaves_out_what_the_script_holds() -> None:
    assert is_left_out("search/index/a.pf_index")
    assert is_left_out("search/pagefind-entry.json")
    assert not is_left_out("search/dialog.js")
    assert not is_left_out("search/pagefind.js")
    assert not is_left_out("search/offline.js")
    assert not is_left_out("about/index.html")


def test_a_site_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="there is no search index"):
        offline_search(tmp_path, "fr")
