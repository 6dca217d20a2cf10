"""Records become an index that the browser reads: the same bytes each time, and nothing that is not needed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from hooks import search_index
from hooks.search_index import ENTRY, Record, index_files
from study.problems import ReportError

RECORDS = [
    Record(
        "x/", "Environnement", "Ce qui protège l’environnement et d'importation.", "", "chapters", "Effets"
    ),
    Record("cases/a/", "Chevaux", "Les douanes comptent les chevaux.", "Kenya", "cases"),
]


def test_the_same_records_give_the_same_files() -> None:
    many = [Record(f"{n}/", f"t{n}", f"w{n} x", "", ("chapters", "cases", "terms")[n % 3]) for n in range(30)]
    assert all(index_files(many, "fr") == index_files(many, "fr") for _ in range(3))


def test_nothing_is_kept_that_the_search_does_not_use() -> None:
    kinds = sorted({Path(name).suffix for name in index_files(RECORDS, "fr")})
    assert kinds == [".js", ".json", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"]


def test_each_result_is_known_by_its_kind_before_it_is_loaded() -> None:
    files = index_files(RECORDS, "fr")
    names = {
        json.loads(gzip.decompress(each)[12:])["url"]: Path(name).stem
        for name, each in files.items()
        if "fragment/" in name
    }
    assert json.loads(files["kinds.json"]) == {"cases": names["/cases/a/"]}


def test_the_keys_of_the_entry_are_in_order() -> None:
    entry = json.loads(index_files(RECORDS, "fr")[ENTRY])
    assert list(entry) == sorted(entry)
    assert entry["languages"]["fr"]["page_count"] == len(RECORDS)


def test_an_elided_word_is_a_word_of_its_own_in_french_alone() -> None:
    files = index_files(RECORDS[:1], "fr")
    text = _fragments(files)
    assert "l’ environnement" in text
    assert "d' importation" in text
    assert "l’environnement" in _fragments(index_files(RECORDS[:1], "en"))


def _fragments(files: dict[str, bytes]) -> str:
    return "".join(
        gzip.decompress(each).decode() for name, each in files.items() if name.startswith("fragment/")
    )


def test_a_program_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "get_executable", lambda: None)
    with pytest.raises(ReportError, match="the program is not there"):
        index_files(RECORDS, "fr")


def test_a_program_that_ends_too_early_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "get_executable", lambda: Path("/bin/true"))
    with pytest.raises(ReportError, match="ended before it had answered"):
        index_files(RECORDS, "fr")


def test_what_the_program_refuses_is_said() -> None:
    wrong = [Record("x/", "a", "b", None, "chapters")]  # type: ignore[arg-type]
    with pytest.raises(ReportError, match="pagefind"):
        index_files(wrong, "en")
