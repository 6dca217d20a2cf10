"""What is proved of a folder, an archive, a dist folder and a public tree, and what is found in one that was changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from study.editions.archives import names_of, pack, unpack
from study.editions.sums import SUMS
from study.editions.verification import verify
from study.editions.verified import Signed
from tests.study.editions.sealed import TIME, dist, flip, public, resum, sealed

NAME = "2026-rc1"


def messages(path: Path) -> str:
    return "\n".join(f"{problem.file}: {problem.message}" for problem in verify(path).problems)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    sealed(tmp_path / "mirror")
    return tmp_path / "mirror"


@pytest.fixture
def handed(tmp_path: Path) -> Path:
    return dist(tmp_path / NAME)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return public(tmp_path / "public", "2026", "2026.1")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


# A folder


def test_an_untouched_folder_is_proved(tree: Path) -> None:
    found = verify(tree)
    assert found.sound
    assert found.manifest is not None
    assert found.manifest.name == NAME
    assert any(fact.startswith("en: 2 pages, sha256:") for fact in found.found[0].facts)


def test_a_flipped_bit_anywhere_in_a_folder_is_found_and_the_file_is_named(tree: Path) -> None:
    for path in sorted(path for path in tree.rglob("*") if path.is_file() and path.stat().st_size):
        flip(path, path.stat().st_size // 2, 2)
        assert path.relative_to(tree).as_posix() in messages(tree)
        flip(path, path.stat().st_size // 2, 2)
    assert verify(tree).sound


@pytest.mark.parametrize(
    "name", ["en/ai/index.html", "both/ai/index.html", "en/data/cases.json", "MANIFEST.json"]
)
def test_a_missing_file_is_named(tree: Path, name: str) -> None:
    (tree / name).unlink()
    assert f"mirror: {name} is missing" in messages(tree)


def test_an_additional_file_is_named(tree: Path) -> None:
    (tree / "en" / "new.html").write_text("new")
    assert "mirror: en/new.html is additional" in messages(tree)


def test_a_changed_page_is_found_even_where_the_sums_were_made_to_agree(tree: Path) -> None:
    edit(tree / "fr/ai/index.html", "Text.", "Other text.")
    resum(tree)
    assert messages(tree) == "mirror: fr/ai/ has changed"


def test_a_removed_page_and_a_new_one_are_found_even_where_the_sums_were_made_to_agree(tree: Path) -> None:
    (tree / "en/ai").rename(tree / "en/other")
    resum(tree)
    assert messages(tree) == "mirror: en/ai/ is gone\nmirror: en/other/ is new"


def test_a_changed_download_is_found_even_where_the_sums_were_made_to_agree(tree: Path) -> None:
    edit(tree / "en/data/cases.json", "en", "de")
    resum(tree)
    assert messages(tree) == "mirror: en/data/cases.json has changed"


def test_a_manifest_whose_digests_do_not_fit_one_another_is_found(tree: Path) -> None:
    manifest = json.loads((tree / "MANIFEST.json").read_text("utf-8"))
    manifest["pages"]["en"]["digest"] = f"sha256:{'0' * 64}"
    (tree / "MANIFEST.json").write_text(json.dumps(manifest), "utf-8")
    resum(tree)
    assert f"MANIFEST.json gives sha256:{'0' * 64} for en" in messages(tree)


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": 2}'])
def test_a_damaged_manifest_is_a_problem(tree: Path, content: str) -> None:
    (tree / "MANIFEST.json").write_text(content)
    resum(tree)
    assert "MANIFEST.json" in messages(tree)


def test_a_candidate_cannot_call_itself_approved(tree: Path) -> None:
    edit(tree / "MANIFEST.json", '"candidate"', '"approved"')
    resum(tree)
    assert f"calls {NAME} approved; expected candidate" in messages(tree)


def test_an_approval_of_something_else_is_found(tmp_path: Path) -> None:
    sealed(tmp_path / "2026", "2026")
    manifest = json.loads((tmp_path / "2026/MANIFEST.json").read_text("utf-8"))
    manifest["approval"]["digests"]["fr"] = f"sha256:{'0' * 64}"
    manifest["approval"]["commit"] = "f" * 40
    (tmp_path / "2026/MANIFEST.json").write_text(json.dumps(manifest), "utf-8")
    resum(tmp_path / "2026")
    found = messages(tmp_path / "2026")
    assert f"as fr; the approval in it was given to sha256:{'0' * 64}" in found
    assert f"as commit; the approval in it was given to {'f' * 40}" in found


def test_a_link_is_refused_and_never_followed(tree: Path, tmp_path: Path) -> None:
    shutil.copy(tree / "en/index.html", tmp_path / "elsewhere.html")
    (tree / "en/index.html").unlink()
    (tree / "en/index.html").symlink_to(tmp_path / "elsewhere.html")
    assert messages(tree) == "mirror: en/index.html is a symbolic link; expected a plain file"


def test_a_language_that_is_gone_is_found_even_where_the_sums_were_made_to_agree(tree: Path) -> None:
    shutil.rmtree(tree / "fr")
    resum(tree)
    assert messages(tree) == "mirror: lacks fr; expected the whole edition, or en/ or fr/ alone"


def test_a_folder_that_holds_no_edition_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert f"empty: {SUMS} is missing" in messages(tmp_path / "empty")


def test_a_signature_is_looked_at_by_the_check_that_is_given(tree: Path) -> None:
    asked = []

    def check(sums: Path) -> Signed:
        asked.append(sums)
        return Signed("", "TEST: not by one of ours")

    assert [problem.message for problem in verify(tree, check).problems] == ["TEST: not by one of ours"]
    assert asked == [tree / SUMS]
    assert verify(tree, lambda sums: Signed("signed by TEST", None)).found[0].facts[-1] == "signed by TEST"


# An archive


def test_an_untouched_archive_is_proved_whole_or_in_one_language(handed: Path) -> None:
    assert verify(handed / f"{NAME}.zip").sound
    part = verify(handed / f"{NAME}-fr.zip")
    assert part.sound
    assert "not in this archive: en, both" in part.found[0].facts


def test_a_damaged_archive_names_itself_and_the_file(handed: Path) -> None:
    archive = handed / f"{NAME}.zip"
    content = archive.read_bytes()
    flip(archive, content.index(b"fr/ai/index.html") + len("fr/ai/index.html") + 5)
    found = messages(archive)
    assert f"{NAME}.zip: is changed" in found
    assert f'"{NAME}/fr/ai/index.html" is damaged' in found


def test_an_archive_with_another_folder_at_its_top_is_refused(tree: Path, tmp_path: Path) -> None:
    pack(tree, tmp_path / "x.zip", "2026", TIME)
    assert (
        messages(tmp_path / "x.zip")
        == f"x.zip: has 2026/ at its top; expected {NAME}/, as MANIFEST.json names it"
    )


def test_the_archive_of_one_language_cannot_pass_for_the_whole_edition(tree: Path, tmp_path: Path) -> None:
    pack(tree, tmp_path / f"{NAME}.zip", NAME, TIME, names_of(tree, "en"))
    assert "lacks fr or both; expected the whole edition" in messages(tmp_path / f"{NAME}.zip")


def test_a_changed_page_is_found_in_an_archive_packed_anew(tree: Path, tmp_path: Path) -> None:
    edit(tree / "en/ai/index.html", "Text.", "Test.")
    resum(tree)
    pack(tree, tmp_path / "x.zip", NAME, TIME)
    assert messages(tmp_path / "x.zip") == "x.zip: en/ai/ has changed"


def test_nothing_is_left_of_an_archive_that_was_looked_at(
    handed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    verify(handed)
    assert list((tmp_path / "scratch").iterdir()) == []


# What is handed over


def test_what_is_handed_over_is_proved_with_each_archive(handed: Path) -> None:
    found = verify(handed)
    assert found.sound
    assert [each.place for each in found.found] == [
        NAME,
        f"{NAME}/{NAME}-en.zip",
        f"{NAME}/{NAME}-fr.zip",
        f"{NAME}/{NAME}.zip",
    ]


def test_a_flipped_bit_anywhere_in_what_is_handed_over_is_found_and_the_file_is_named(handed: Path) -> None:
    for path in sorted(path for path in handed.rglob("*") if path.is_file()):
        flip(path, path.stat().st_size // 3)
        assert path.relative_to(handed).as_posix() in messages(handed)
        flip(path, path.stat().st_size // 3)
    assert verify(handed).sound


def test_an_archive_of_another_candidate_is_found(handed: Path, tmp_path: Path) -> None:
    other = dist(tmp_path / "2026-rc2", "2026-rc2")
    (handed / f"{NAME}.zip").write_bytes((other / "2026-rc2.zip").read_bytes())
    resum(handed)
    assert f"{NAME}: MANIFEST.json is not that of {NAME}/{NAME}.zip" in messages(handed)


def test_an_archive_that_is_missing_is_found(handed: Path) -> None:
    (handed / f"{NAME}.zip").unlink()
    resum(handed)
    assert f"{NAME}: {NAME}.zip is missing" in messages(handed)


def test_what_is_handed_over_without_its_manifest_is_refused(handed: Path) -> None:
    (handed / "MANIFEST.json").unlink()
    assert "MANIFEST.json is missing" in messages(handed)


# A public tree


def test_a_public_tree_is_proved_edition_by_edition(root: Path) -> None:
    found = verify(root)
    assert found.sound
    assert [each.place for each in found.found] == ["public", "public/2026", "public/2026.1"]


def test_a_flipped_bit_in_one_edition_names_the_edition_and_the_file(root: Path) -> None:
    flip(root / "2026.1/fr/index.html", 3)
    assert messages(root).startswith("public/2026.1: fr/index.html is changed")


def test_an_edition_that_is_gone_is_named(root: Path) -> None:
    shutil.rmtree(root / "2026")
    assert messages(root) == "public: 2026/ is missing: editions.json lists it"


def test_an_edition_that_is_not_listed_is_named(root: Path) -> None:
    sealed(root / "2027", "2027")
    assert messages(root) == "public: 2027/ is additional: editions.json does not list it"


def test_a_candidate_among_the_editions_is_refused(root: Path) -> None:
    shutil.rmtree(root / "2026")
    sealed(root / "2026", NAME)
    assert f"2026/ holds {NAME}, candidate; expected the approved edition 2026" in messages(root)


def test_an_edition_without_a_language_is_refused(root: Path) -> None:
    for name in ("fr", "both"):
        shutil.rmtree(root / "2026" / name)
    resum(root / "2026")
    assert "public: 2026/ lacks fr/" in messages(root)


def test_a_digest_in_the_list_of_editions_that_is_not_the_editions_is_found(root: Path) -> None:
    editions = json.loads((root / "editions.json").read_text("utf-8"))
    editions["editions"][0]["digests"]["en"] = "sha256:0"
    (root / "editions.json").write_text(json.dumps(editions), "utf-8")
    assert "editions.json gives sha256:0 for en of 2026" in messages(root)


def test_a_public_tree_without_its_list_is_a_problem_and_its_editions_are_looked_at(root: Path) -> None:
    (root / "editions.json").unlink()
    (root / "2026.1/en/index.html").unlink()
    found = messages(root)
    assert "editions.json is missing" in found
    assert "public/2026.1: en/index.html is missing" in found


def test_an_edition_that_is_a_link_is_refused(root: Path) -> None:
    (root / "2026").rename(root / "elsewhere")
    (root / "2026").symlink_to(root / "elsewhere")
    assert "2026/ is a link; expected a folder" in messages(root)


def test_an_archive_that_is_proved_unpacks_to_a_folder_that_is_proved(handed: Path, tmp_path: Path) -> None:
    assert verify(unpack(handed / f"{NAME}.zip", tmp_path / "out")).sound
