"""`report concord`, `report concordance` and `report fix concordance`, with real git and real files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.commands.concordance import concord, concordance, fix_concordance
from report.commands.repair import fix
from study.concordance.record import RECORDS
from study.concordance.record_reading import read_record
from tests.report.conftest import state
from tests.report.test_git import git
from tests.study.concordance.twin import ENGLISH, FRENCH, KEYS, PAGE, RECORD, edit, write_chapter, write_twin

Run = Callable[..., Result]
DAY = "2026-01-31"


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    """The small report, its record made and nothing of it certified."""
    folder = tmp_path / "twin"
    folder.mkdir()
    write_twin(folder)
    assert CliRunner().invoke(fix_concordance, [], obj=folder).exit_code == 0
    return folder


@pytest.fixture
def certify(twin: Path) -> Run:
    """Run `report concord … --role editors` on the small report, on a fixed day."""

    def run(*targets: str, role: str = "editors", day: str = DAY) -> Result:
        return CliRunner().invoke(concord, [*targets, "--role", role, "--date", day], obj=twin)

    return run


def look(root: Path, *arguments: str) -> Result:
    """Run `report concordance …`."""
    return CliRunner().invoke(concordance, [*arguments], obj=root)


def certified(root: Path) -> list[str]:
    record = read_record(root, RECORD)
    return [key for key in KEYS if record.entry(key)]


def test_a_section_is_certified_and_nothing_else_is_touched(twin: Path, certify: Run) -> None:
    before = state(twin)
    done = certify(f"{PAGE}#uses")
    assert (done.exit_code, done.output) == (0, f"{RECORD}: uses\n1 certified on {DAY} by editors.\n")
    assert certified(twin) == ["uses"]
    after = state(twin)
    assert {name for name in after if after[name] != before.get(name)} == {RECORD}


def test_several_targets_are_certified_in_one_go(twin: Path, certify: Run) -> None:
    done = certify(f"{PAGE}#uses", f"{PAGE}#ai", "cases#no-gate", "labels#general")
    assert done.exit_code == 0, done.output
    assert "4 certified" in done.output
    assert certified(twin) == ["ai", "uses"]
    assert read_record(twin, f"{RECORDS}/cases.yaml").entry("no-gate")


def test_what_was_certified_already_stays_byte_for_byte(twin: Path, certify: Run) -> None:
    certify(f"{PAGE}#uses", role="secretariat", day="2026-01-30")
    before = (twin / RECORD).read_text()
    certify(f"{PAGE}#ai")
    assert before.split("\nuses:")[1] == (twin / RECORD).read_text().split("\nuses:")[1]
    again = CliRunner().invoke(
        concord, [PAGE, "--role", "editors"], obj=twin, env={"SOURCE_DATE_EPOCH": "1769904000"}
    )
    assert again.output == f"{RECORD}: uses, policy\n2 certified on 2026-02-01 by editors.\n"
    assert read_record(twin, RECORD).lines.count(f"  date: {DAY}") == 1
    done = CliRunner().invoke(concord, [PAGE, "--role", "editors"], obj=twin)
    assert (done.exit_code, done.output) == (0, "All were certified already.\n")


def test_the_day_of_reading_is_the_day_of_the_build_unless_given(twin: Path) -> None:
    epoch = {"SOURCE_DATE_EPOCH": "1769860800"}
    done = CliRunner().invoke(concord, [PAGE, "--role", "editors"], obj=twin, env=epoch)
    assert f"3 certified on {DAY} by editors." in done.output


WRONG = [
    ([PAGE, "--role", "boss"], "'boss' is not one of 'editors', 'secretariat', 'translators'"),
    ([PAGE], "Missing option '--role'"),
    (["--role", "editors"], "Give what was read, such as technologies/ai.md#uses, or --all, but not both."),
    ([PAGE, "--all", "--role", "editors"], "but not both"),
    (["--all", "--role", "editors"], "--all certifies very many texts; add --everything-read if all of it was read."),
    (["cases", "--role", "editors"], "cases certifies very many texts; add --everything-read"),
    (["data/glossary.yaml", "--role", "editors"], "data/glossary.yaml certifies very many texts"),
    ([PAGE, "--role", "editors", "--date", "2999-01-01"], "2999-01-01 is in the future."),
    ([PAGE, "--role", "editors", "--date", "31.1.2026"], "does not match the format"),
    ([f"{PAGE}#use", "--role", "editors"], 'did you mean "uses"?'),
    (["technologies/ia", "--role", "editors"], 'did you mean "technologies/ai"?'),
    (["../data/cases.yaml", "--role", "editors"], "is neither a chapter nor a register"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), WRONG)
def test_wrong_use_writes_nothing(arguments: list[str], said: str, twin: Path) -> None:
    before = state(twin)
    done = CliRunner().invoke(concord, arguments, obj=twin)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())
    assert state(twin) == before


def test_everything_is_certified_with_an_explicit_word(twin: Path) -> None:
    done = CliRunner().invoke(
        concord, ["--all", "--everything-read", "--role", "secretariat", "--date", DAY], obj=twin
    )
    assert done.exit_code == 0, done.output
    seen = look(twin)
    assert (seen.exit_code, "certified\n" in seen.output) == (0, True)
    assert "never" not in seen.output


DIFFERENT = [
    ("fr", "62 %", "63 %", f"docs/en/{PAGE}:10:"),
    ("fr", "- Agir ensuite.\n", "", f"docs/en/{PAGE}:"),
    ("en", "In 2024", "With data, in 2024", f"docs/en/{PAGE}:10:"),
    ("fr", "## Politique {: #policy }", "## Politique {: #politique }", f"docs/en/{PAGE}:"),
]


@pytest.mark.parametrize(("language", "old", "new", "place"), DIFFERENT)
def test_what_the_machine_sees_to_differ_is_not_certified(
    language: str, old: str, new: str, place: str, twin: Path, certify: Run
) -> None:
    edit(twin, f"docs/{language}/{PAGE}", old, new)
    before = state(twin)
    done = certify(PAGE, "cases#no-gate")
    assert done.exit_code == 3
    assert [line for line in done.output.splitlines() if line.startswith(place)], done.output
    assert "nothing was written" in done.output
    assert state(twin) == before


def test_a_difference_elsewhere_does_not_keep_a_section_from_being_certified(
    twin: Path, certify: Run
) -> None:
    edit(twin, f"docs/fr/{PAGE}", "62 %", "63 %")
    assert certify(f"{PAGE}#policy").exit_code == 0
    assert certify(f"{PAGE}#uses").exit_code == 3
    assert certified(twin) == ["policy"]


def test_a_record_whose_numbers_differ_is_not_certified(twin: Path, certify: Run) -> None:
    edit(twin, "data/glossary.yaml", "{en: A rule, fr: Une règle}", "{en: A rule of 12, fr: Une règle de 13}")
    assert certify("terms#data").exit_code == 0
    done = certify("terms#model")
    assert done.exit_code == 3
    assert "data/glossary.yaml:1:" in done.output


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_a_chapter_in_one_language_only_is_not_certified(
    language: str, other: str, twin: Path, certify: Run
) -> None:
    (twin / "docs" / other / PAGE).unlink()
    done = certify(PAGE)
    assert done.exit_code == 3
    assert f"docs/{other}/{PAGE}:1:1: is missing; expected it beside docs/{language}/{PAGE}" in done.output


def test_a_file_that_is_not_utf8_is_named(twin: Path, certify: Run) -> None:
    (twin / "docs" / "fr" / PAGE).write_bytes(b"# caf\xe9\n")
    before = state(twin)
    done = certify(PAGE)
    assert (done.exit_code, "is not UTF-8" in done.output) == (1, True)
    assert state(twin) == before
    assert (look(twin).exit_code, "is not UTF-8" in look(twin).output) == (1, True)


def test_a_malformed_record_is_not_written_over(twin: Path, certify: Run) -> None:
    edit(twin, RECORD, "uses:", "<<<<<<< main\nuses:")
    before = state(twin)
    done = certify(f"{PAGE}#ai")
    assert (done.exit_code, "merge that was not finished" in done.output) == (1, True)
    repair = CliRunner().invoke(fix_concordance, [], obj=twin)
    assert (repair.exit_code, "nothing was written" in repair.output) == (1, True)
    assert state(twin) == before


def test_data_with_problems_certify_nothing(twin: Path, certify: Run) -> None:
    edit(twin, "data/cases.yaml", "stage: pilot", "stage: pilots")
    done = certify(f"{PAGE}#ai")
    assert (done.exit_code, "nothing was written" in done.output) == (1, True)
    assert certified(twin) == []


def test_windows_line_ends_change_nothing(twin: Path, certify: Run) -> None:
    certify(PAGE)
    for name in (f"docs/en/{PAGE}", f"docs/fr/{PAGE}", RECORD):
        path = twin / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert look(twin, PAGE).exit_code == 0
    assert certify(f"{PAGE}#ai", role="secretariat").exit_code == 0
    assert certified(twin) == list(KEYS)


# The state, and what changed.


@pytest.fixture
def history(twin: Path, certify: Run) -> Path:
    """The small report in a repository, its chapter and case certified, then both texts changed in turn."""
    git(twin, "init")
    certify(PAGE, "cases#no-gate")
    git(twin, "add", ".")
    git(twin, "commit", "-m", "Certified")
    write_chapter(twin, "en", ENGLISH.replace("offices", "customs offices"))
    git(twin, "commit", "-qam", "English")
    write_chapter(twin, "fr", FRENCH.replace("bureaux", "services"))
    edit(twin, "data/cases.yaml", "Une porte", "Un portail")
    return twin


def test_the_state_of_everything_is_printed(twin: Path, certify: Run) -> None:
    certify(f"{PAGE}#uses")
    done = look(twin)
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert lines[:2] == [f"{PAGE}: 2 never certified, 1 certified", "  never certified: ai, policy"]
    assert lines[-1].startswith("1 of ")


def test_many_ids_are_counted(twin: Path) -> None:
    for language, text in (("en", ENGLISH), ("fr", FRENCH)):
        more = "".join(f"\n## N {{: #n{number} }}\n" for number in range(20))
        write_chapter(twin, language, text + more)
    assert "n8 and 11 more" in look(twin, PAGE).output


def test_what_changed_is_shown_word_by_word_on_both_sides(history: Path) -> None:
    done = look(history, PAGE, "cases")
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        f"{PAGE}: 2 certified, 1 changed in both",
        f"  #uses: changed in both since {DAY} (editors); docs/en/{PAGE}:8, docs/fr/{PAGE}:8",
        "    English: … {: #uses } ¶ In 2024, 62% of {+customs+} offices used them, and the others did not.",
        "    French: … #uses } ¶ En 2024, 62 % des [-bureaux-] {+services+} les employaient, et les autres non.",
        "cases: 1 changed in French",
        f"  #no-gate: changed in French since {DAY} (editors); data/cases.yaml:1, data/cases.yaml:1",
        "    French: [-Une porte-] {+Un portail+} ¶ Elle s’ouvre. ¶ Plus vite ¶ l’administration",
        "2 of 4 sections and records are certified.",
    ]


def test_colours_are_for_terminals_only(history: Path) -> None:
    plain = CliRunner().invoke(concordance, [PAGE], obj=history)
    coloured = CliRunner().invoke(concordance, [PAGE], obj=history, color=True)
    assert "\x1b" not in plain.output
    assert "\x1b[31m[-bureaux-]\x1b[0m \x1b[32m{+services+}\x1b[0m" in coloured.output


def test_the_newest_text_that_was_certified_is_taken(history: Path) -> None:
    git(history, "commit", "-qam", "French")
    for words in ("ports", "posts"):
        write_chapter(history, "en", ENGLISH.replace("offices", words))
        git(history, "commit", "-qam", words)
    assert "[-offices-] {+posts+}" in look(history, PAGE).output


def test_a_text_that_came_by_another_branch_is_found(history: Path, certify: Run) -> None:
    git(history, "commit", "-qam", "French")
    git(history, "checkout", "-q", "-b", "other")
    write_chapter(history, "en", ENGLISH.replace("offices", "ports"))
    certify(PAGE)
    git(history, "commit", "-qam", "Certified there")
    write_chapter(history, "en", ENGLISH.replace("offices", "customs offices"))
    git(history, "commit", "-qam", "As on main")
    git(history, "checkout", "-q", "main")
    git(history, "merge", "-q", "--no-ff", "--no-edit", "other")
    assert "[-ports-] {+customs offices+}" in look(history, PAGE).output


def test_a_section_that_went_is_shown_as_taken_out(history: Path) -> None:
    write_chapter(history, "fr", FRENCH.replace("#policy", "#politique"))
    output = look(history, PAGE).output
    assert "#policy: changed in French" in output
    assert "[-## Politique {: #policy } ¶ - Demander d’abord. - Agir ensuite.-]" in output
    assert "never certified: politique" in output


def test_machines_get_json(history: Path) -> None:
    done = look(history, PAGE, "--format", "json")
    assert done.exit_code == 1
    (chapter,) = json.loads(done.stdout)
    assert (chapter["name"], chapter["record"]) == (PAGE, RECORD)
    assert chapter["counts"] == {"certified": 2, "changed in both": 1}
    uses = chapter["parts"][1]
    assert {key: uses[key] for key in ("id", "state", "en", "fr", "date", "role")} == {
        "id": "uses", "state": "changed in both", "en": f"docs/en/{PAGE}:8", "fr": f"docs/fr/{PAGE}:8",
        "date": DAY, "role": "editors",
    }  # fmt: skip
    assert [each["language"] for each in uses["changes"]] == ["en", "fr"]
    assert "des bureaux" in uses["changes"][1]["before"]
    assert "des services" in uses["changes"][1]["after"]


def test_without_history_it_says_so(history: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(history, tmp_path / "copy", ignore=shutil.ignore_patterns(".git"))
    done = look(copy, PAGE)
    assert "    French: the certified text was not found; there is no git history here." in done.output


def test_a_shallow_copy_says_how_to_get_the_rest(history: Path, tmp_path: Path) -> None:
    git(history, "commit", "-qam", "French")
    git(tmp_path, "clone", "-q", "--depth", "1", history.as_uri(), "shallow")
    done = look(tmp_path / "shallow", PAGE)
    assert "not found; this copy has a part of the history only; run: git fetch --unshallow." in done.output


def test_a_text_that_was_certified_but_never_committed_is_said_to_be_missing(
    history: Path, certify: Run
) -> None:
    certify(f"{PAGE}#uses")
    write_chapter(history, "fr", FRENCH.replace("bureaux", "agents"))
    assert "not found; none of the last 200 changes of the file has it." in look(history, PAGE).output


def test_signs_that_a_terminal_would_obey_are_not_printed(history: Path) -> None:
    write_chapter(history, "fr", FRENCH.replace("bureaux", "\x1b[2Jbureaux"))
    assert "\x1b" not in look(history, PAGE).output
    assert "\N{REPLACEMENT CHARACTER}[2Jbureaux" in look(history, PAGE).output


# Interruptions and neighbours.

SCRIPT = """
import os, signal, sys
from pathlib import Path
from report import certificates, files
from report.commands.concordance import concord
after = int(sys.argv[2])
real, written = os.fsync, []
def counted(handle):
    written.append(handle)
    if len(written) > after:
        os.kill(os.getpid(), signal.SIGKILL)
    real(handle)
if after >= 0:
    files.os.fsync = counted
concord(sys.argv[3:], obj=Path(sys.argv[1]))
"""


def started(root: Path, twin: Path, after: int, *arguments: str) -> subprocess.Popen[str]:
    """Start `report concord` as a process that is killed when it writes its file number `after` + 1."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(twin), str(after), *arguments, "--role", "editors", "--date", DAY],
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


@pytest.mark.parametrize("after", [0, 1])
def test_a_command_that_is_killed_leaves_whole_files(after: int, twin: Path, root: Path) -> None:
    process = started(root, twin, after, PAGE, "cases#no-gate")
    process.communicate(timeout=60)
    assert process.returncode < 0
    assert certified(twin) == (list(KEYS) if after else [])
    cases = read_record(twin, f"{RECORDS}/cases.yaml")
    assert (cases.entry("no-gate"), cases.problems) == (None, ())
    assert CliRunner().invoke(concord, [PAGE, "cases#no-gate", "--role", "editors"], obj=twin).exit_code == 0


def test_of_commands_at_the_same_time_none_loses_what_another_wrote(twin: Path, root: Path) -> None:
    processes = {key: started(root, twin, -1, f"{PAGE}#{key}") for key in KEYS}
    said = {key: process.communicate(timeout=60)[0] for key, process in processes.items()}
    won = [key for key, process in processes.items() if process.returncode == 0]
    assert certified(twin) == won
    assert won
    for key in set(KEYS) - set(won):
        assert processes[key].returncode == 3
        assert "was changed meanwhile by someone else; start again" in said[key]


def test_a_record_that_does_not_exist_is_made_with_all_its_entries(twin: Path, certify: Run) -> None:
    (twin / RECORD).unlink()
    assert certify(f"{PAGE}#uses").exit_code == 0
    assert tuple(read_record(twin, RECORD).held) == KEYS
    assert certified(twin) == ["uses"]


def test_the_missing_record_is_written_by_a_command_that_changes_nothing_twice(tmp_path: Path) -> None:
    write_twin(tmp_path)
    first = CliRunner().invoke(fix, ["concordance"], obj=tmp_path)
    assert first.exit_code == 0
    assert f"{RECORD}: 3 added\n" in first.output
    again = CliRunner().invoke(fix, ["concordance"], obj=tmp_path)
    assert (again.exit_code, again.output) == (0, "Nothing to change.\n")


def test_entries_of_what_is_gone_are_dropped_and_named(twin: Path, certify: Run) -> None:
    certify(PAGE)
    for language in ("en", "fr"):
        edit(twin, f"docs/{language}/{PAGE}", "#uses", "#use")
    done = CliRunner().invoke(fix_concordance, [], obj=twin)
    assert done.output == f"{RECORD}: 1 added, removed: uses\n1 file changed.\n"
    assert certified(twin) == ["ai", "policy"]
