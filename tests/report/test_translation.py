"""`report export` and `report import`: files for translators, and what comes back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.commands.translated import import_
from report.commands.translation import export
from tests.report.conftest import state

PAGE = "docs/fr/skills.md"
Run = Callable[..., Result]


@pytest.fixture
def run(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the copy, in an empty folder."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def command(*words: str, typed: str = "") -> Result:
        group = export if words[0] == "export" else import_
        done = CliRunner().invoke(group, [*words[1:]], obj=checkout, input=typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return command


def swap(old: str, new: str, name: str = "back.xlf") -> None:
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_memory_of_the_whole_report_is_written_once(run: Run, checkout: Path) -> None:
    before = state(checkout)
    done = run("export", "tmx")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("translation-2026.tmx: ")
    again = run("export", "tmx")
    assert again.exit_code == 3
    assert "translation-2026.tmx is there already" in again.stderr
    assert state(checkout) == before


def test_export_and_import_without_change_change_nothing(run: Run, checkout: Path) -> None:
    before = state(checkout)
    assert run("export", "xliff", "--from", "fr", "--out", "back.xlf", "skills", "index").exit_code == 0
    done = run("import", "xliff", "back.xlf")
    assert (done.exit_code, done.stdout) == (0, "Nothing to change.\n")
    assert state(checkout) == before


def test_a_changed_text_is_shown_asked_for_and_written_alone(run: Run, checkout: Path) -> None:
    before = state(checkout)
    text = (checkout / PAGE).read_bytes()
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance")
    swap(">L’outil est contourné<", ">L'outil est évité<")
    asked = run("import", "xliff", "back.xlf", typed="n\n")
    assert asked.exit_code == 1
    assert "-L’outil est contourné\n+L’outil est évité\n" in asked.stdout
    assert "Not agreed; nothing was written." in asked.stderr
    assert run("import", "xliff", "back.xlf").exit_code == 1  # nobody answers
    assert state(checkout) == before
    assert run("import", "xliff", "back.xlf", typed="y\n").exit_code == 0
    assert (checkout / PAGE).read_bytes() == text.replace(
        "L’outil est contourné".encode(), "L’outil est évité".encode()
    )
    assert {name for name, digest in state(checkout).items() if before[name] != digest} == {PAGE}


def test_line_ends_of_windows_stay(run: Run, checkout: Path) -> None:
    path = checkout / PAGE
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance")
    swap(">L’outil est contourné<", ">L’outil est évité<")
    text = path.read_bytes()
    assert run("import", "xliff", "back.xlf", "--yes").exit_code == 0
    assert path.read_bytes() == text.replace("contourné".encode(), "évité".encode(), 1)


def test_all_chapters_are_written_or_none(run: Run, checkout: Path) -> None:
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance", "about#purpose")
    swap(">L’outil est contourné<", ">L’outil est évité<")
    swap(">But<", ">But &lt;b&gt;<")
    before = state(checkout)
    done = run("import", "xliff", "back.xlf", "--yes")
    assert done.exit_code == 1
    assert 'about.md › purpose:0: "<b" is HTML' in done.stderr
    assert state(checkout) == before


def test_another_revision_is_refused_with_the_units(run: Run, checkout: Path) -> None:
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance")
    path = checkout / PAGE
    path.write_text(path.read_text(encoding="utf-8").replace("est contourné", "est évité"), encoding="utf-8")
    before = state(checkout)
    done = run("import", "xliff", "back.xlf", "--yes")
    assert done.exit_code == 3
    assert f"{PAGE}:47 has changed since the file was made" in done.stderr
    assert "another revision; nothing was written" in done.stderr
    assert state(checkout) == before


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        ("", 1, "the file is empty"),
        ("<xliff", 1, "not well-formed XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', 3, "a document type or an entity"),
        ("<tmx/>", 1, "is no XLIFF 2"),
    ],
)
def test_what_is_no_export_is_refused(run: Run, checkout: Path, content: str, code: int, said: str) -> None:
    Path("back.xlf").write_text(content, encoding="utf-8")
    before = state(checkout)
    done = run("import", "xliff", "back.xlf", "--yes")
    assert done.exit_code == code
    assert said in done.stderr
    assert "nothing was written" in done.stderr
    assert state(checkout) == before


def test_a_problem_that_a_text_would_bring_is_named_in_the_chapter(run: Run, checkout: Path) -> None:
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance")
    swap(">L’outil est contourné<", ">L’outil est contourné 47 fois<")
    before = state(checkout)
    done = run("import", "xliff", "back.xlf", "--yes")
    assert (done.exit_code, state(checkout)) == (1, before)
    assert "skills.md:47" in done.stderr


def test_what_changed_in_one_language_is_exported_from_it(run: Run, checkout: Path) -> None:
    certify(checkout)
    for language, old, new in (("en", "Rumours", "Gossip"), ("fr", "# À propos du", "# Sur le")):
        page = "skills" if language == "en" else "about"
        path = checkout / "docs" / language / f"{page}.md"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert run("export", "xliff", "--out", "one.xlf").exit_code == 2
    done = run("export", "xliff")
    assert done.exit_code == 0
    assert 'original="skills.md"' in Path("translation-2026-en-fr.xlf").read_text(encoding="utf-8")
    french = Path("translation-2026-fr-en.xlf").read_text(encoding="utf-8")
    assert 'original="about.md"' in french
    assert 'original="skills.md"' not in french


def test_in_full_concordance_there_is_nothing_to_translate(run: Run, checkout: Path) -> None:
    certify(checkout)
    done = run("export", "xliff")
    assert (done.exit_code, done.stdout) == (0, "Nothing is to be translated; nothing was written.\n")
    assert list(Path.cwd().iterdir()) == []


def certify(checkout: Path) -> None:
    """Record that all texts were read together as they stand, without asking whether they agree."""
    from study.building import build_day, reading
    from study.concordance.certifying import entry_of
    from study.concordance.passages import all_pairs
    from study.concordance.record import with_entries
    from study.concordance.record_reading import parsed

    for pair in all_pairs(checkout, reading(checkout).documents):
        entries = {key: entry_of(pair, key, "editors", build_day()) for key in pair.keys}
        path = checkout / pair.record
        path.parent.mkdir(parents=True, exist_ok=True)
        text = with_entries(parsed("", pair.record), entries, pair.keys)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "xliff", "skills"), "Say --from en or --from fr"),
        (("export", "xliff", "--from", "en", "skill"), 'did you mean "skills"?'),
        (("export", "xliff", "--from", "en", "skills#resistence"), 'did you mean "resistance"?'),
        (("export", "tmx", "cases#x"), "cases"),
        (("import", "xliff", "nowhere.xlf"), "does not exist"),
    ],
)
def test_wrong_use_is_explained(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_section_that_cannot_be_paired_is_named_with_its_place(run: Run, checkout: Path) -> None:
    path = checkout / PAGE
    path.write_text(path.read_text(encoding="utf-8") + "\nUn paragraphe de plus.\n", encoding="utf-8")
    done = run("export", "tmx", "skills")
    assert done.exit_code == 0
    assert "docs/en/skills.md:" in done.stderr
    assert "left out, has other blocks in French than in English" in done.stderr


def test_a_chapter_that_is_no_text_stops_the_export(run: Run, checkout: Path) -> None:
    (checkout / PAGE).write_bytes(b"# L\xe9 {: #a }\n")
    done = run("export", "tmx")
    assert done.exit_code == 1
    assert f"{PAGE}:1:4: this byte is not UTF-8" in done.stderr
    assert list(Path.cwd().iterdir()) == []


def test_a_killed_import_leaves_whole_files_and_can_be_repeated(
    run: Run, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(checkout, "init", "-q")
    git(checkout, "add", "docs", ".gitignore")
    git(checkout, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "x")
    run("export", "xliff", "--from", "en", "--out", "back.xlf", "skills#resistance", "about#purpose")
    swap(">L’outil est contourné<", ">L’outil est évité<")
    swap(">But<", ">Objet<")
    about = checkout / "docs" / "fr" / "about.md"
    about.write_text(about.read_text(encoding="utf-8").replace("## But ", "## Objet "), encoding="utf-8")
    (about.parent / ".skills.md-x.tmp").write_text("the new text", encoding="utf-8")
    assert git(checkout, "status", "--porcelain", "docs").split() == ["M", "docs/fr/about.md"]
    assert run("import", "xliff", "back.xlf", "--yes").exit_code == 0
    assert git(checkout, "status", "--porcelain", "docs").split() == [
        *("M", "docs/fr/about.md", "M", "docs/fr/skills.md"),
    ]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True)
    return done.stdout
