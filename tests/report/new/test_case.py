"""`report new case`: one good record more, every other byte as it was, or nothing at all."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from report.__main__ import main
from report.checking import all_problems
from report.new.advice import TO_FILL
from report.new.case import case_of, ground, place, write
from report.new.place import CASES, RefusedError
from study.knowledge import Knowledge
from study.models.cases import Case
from study.problems import ReportError
from tests.report.conftest import Report, state

SHORT: dict[str, Any] = {
    "administration": ["KE"],
    "technology": ["drones"],
    "process": ["enforcement"],
    "source": ["wco-ptc-pc0790"],
    "title-en": "A test gate",
    "title-fr": "Une porte d'essai",
    "summary-en": "It opens.",
    "summary-fr": "Elle s'ouvre : enfin !",
}
RECORD = """\
- id: ke-test-gate
  administrations: [KE]
  body: null
  office: null
  technologies: [drones]
  processes: [enforcement]
  stage: unknown
  stage_note: null
  since: null
  title:
    en: "A test gate"
    fr: "Une porte d’essai"
  summary:
    en: >-
      It opens.
    fr: >-
      Elle s’ouvre\u00a0: enfin\u202f!
  results: []
  partners: []
  sources: [wco-ptc-pc0790]
  checked: {day}
  confirmed: null
  withdrawn: null
"""
TYPED = [
    *("Kenia", "Kenya"),
    *("drons", "", "drones"),
    "Enforcement",
    *("pilots", "pilot"),
    *("2090", "24", "2024"),
    *("wco-ptc-pc079", "wco-ptc-pc0790"),
    *("A test\x07 gate", "", "A test gate"),
    "Une porte d'essai",
    *("It", "opens.", ""),
    *("Elle s'ouvre : enfin !", ""),
    *("ke-iscan-ai-image-analysis", "year", "Gate", "ke-gate"),
]


def arguments(**changed: Any) -> list[str]:
    """Return the options of a short case, some of them changed or, with None, left out."""
    given = {**SHORT, **{name.replace("_", "-"): value for name, value in changed.items()}}
    return [
        part
        for name, value in given.items()
        for each in (value if isinstance(value, list) else [value])
        if each is not None
        for part in (f"--{name}", each)
    ]


@pytest.fixture
def new(registers: Path) -> Callable[..., Result]:
    """Run `report new case` on a copy of the data; what is typed stands in `typed`."""

    def run(*options: str, typed: list[str] | None = None) -> Result:
        answers = "".join(f"{line}\n" for line in typed) if typed is not None else None
        command = ["--root", str(registers), "new", "case", *options]
        return CliRunner().invoke(main, command, input=answers, catch_exceptions=False)

    return run


@pytest.fixture
def file(registers: Path) -> Path:
    return registers / CASES


def added(before: str, after: str) -> str:
    """Return what stands in `after` and not in `before`; everything else is the same, in the same order."""
    start = next(
        (place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    start = before.rfind("\n", 0, start) + 1
    length = len(after) - len(before)
    assert before[:start] + before[start:] == after[:start] + after[start + length :]
    return after[start : start + length]


# A whole case


def test_a_whole_case_passes_every_check(report: Report, checkout: Path, knowledge: Knowledge) -> None:
    model = knowledge.case["zw-zimra-drones"]
    before, problems = (checkout / CASES).read_bytes(), all_problems(checkout)
    done = report(
        *("--root", checkout, "new", "case", "--no-input"),
        *("--administration", "Zimbabwe", "--stage", "pilot"),
        *("--technology", "drones", "--process", "enforcement", "--since", "2024"),
        *(part for key in model.sources for part in ("--source", key)),
        *("--title-en", model.title.en, "--title-fr", model.title.fr),
        *("--summary-en", model.summary.en, "--summary-fr", model.summary.fr.replace("’", "'")),
    )
    after = (checkout / CASES).read_bytes()
    record = added(before.decode(), after.decode())
    assert (done.code, record.split("\n")[0]) == (0, "- id: zw-drones-border-surveillance")
    assert re.match(r"data/cases\.yaml:(\d+)-(\d+): zw-drones-border-surveillance was added\.\n", done.out)
    lines = after.decode().split("\n")
    start, end = map(int, re.findall(r"\d+", done.out)[:2])
    assert (lines[start - 1], lines[end - 1], lines[end]) == (record.split("\n")[0], "  withdrawn: null", "")
    assert "Still to put right" not in done.out
    assert (
        f"data/cases.yaml:{start + lines[start - 1 :].index('  results: []')}: results — add one" in done.out
    )
    line = before.decode().split("- id: zw-zimra-drones\n")[0].count("\n") + 1
    assert f"  data/cases.yaml:{line}: zw-zimra-drones — {model.title.en}" in done.lines
    told = {problem.message for problem in all_problems(checkout)}
    assert told == {problem.message for problem in problems}


def test_the_record_is_written_in_its_place(new: Callable[..., Result], file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    done = new("--no-input", *arguments())
    record = added(before, file.read_text(encoding="utf-8"))
    day = re.findall(r"checked: (\S+)", record)[0]
    assert (done.exit_code, record) == (0, RECORD.format(day=day) + "\n")
    ids = re.findall(r"^- id: (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert ids == sorted(ids)


def test_windows_line_ends_stay(new: Callable[..., Result], file: Path) -> None:
    old = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(old)
    assert new("--no-input", *arguments()).exit_code == 0
    content = file.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == old.count(b"\n") + RECORD.count("\n") + 1
    assert content.decode().replace(added(old.decode(), content.decode()), "", 1) == old.decode()


def test_a_file_out_of_order_is_said(new: Callable[..., Result], file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    head, first, rest = text.partition("- id: ae-abu")
    record, _, others = (first + rest).partition("\n- id: ")
    file.write_text(f"{head}- id: {others}\n{record}", encoding="utf-8")
    assert "data/cases.yaml is not in alphabetical order" in new("--no-input", *arguments()).stdout
    assert "data/cases.yaml is not in alphabetical order" not in done_in_order(new, file, text)


def done_in_order(new: Callable[..., Result], file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return new("--no-input", *arguments()).stdout


def test_every_field_left_open_is_named_with_its_line(new: Callable[..., Result], file: Path) -> None:
    said = new("--no-input", *arguments()).stdout
    lines = file.read_text(encoding="utf-8").split("\n")
    named = re.findall(r"^data/cases\.yaml:(\d+): (\w+) — ", said, re.MULTILINE)
    assert [field for _, field in named] == list(TO_FILL)
    assert all(lines[int(number) - 1].startswith(f"  {field}: ") for number, field in named)
    less = new("--no-input", *arguments(stage="pilot", since="2024", office_en="A", office_fr="B")).stdout
    left = [field for _, field in re.findall(r"^data/cases\.yaml:(\d+): (\w+) — ", less, re.MULTILINE)]
    assert set(TO_FILL) - set(left) == {"stage", "since", "office"}


def test_a_body_may_act_alone(new: Callable[..., Result], file: Path) -> None:
    assert new("--no-input", *arguments(administration=None, body="CAE")).exit_code == 0
    assert "- id: eac-test-gate\n  administrations: []\n  body: eac\n" in file.read_text(encoding="utf-8")


def test_what_a_check_finds_in_the_record_is_said(report: Report, checkout: Path) -> None:
    done = report("--root", checkout, "new", "case", "--no-input", *arguments(title_en="A xyzzyx gate"))
    assert done.code == 0
    assert "Still to put right:\n" in done.out
    assert [line for line in done.lines if '"xyzzyx" is not in the English dictionary' in line]


# Questions


def test_questions_are_asked_until_each_is_answered(new: Callable[..., Result], file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    done = new(typed=[*TYPED, "y"])
    assert done.exit_code == 0, done.output
    record = added(before, file.read_text(encoding="utf-8"))
    day = re.findall(r"checked: (\S+)", record)[0]
    expected = RECORD.replace("ke-test-gate", "ke-gate").replace("unknown", "pilot")
    assert record == expected.replace("since: null", "since: 2024").format(day=day) + "\n"
    for said in (
        '"Kenia" is unknown; expected two-letter codes',
        'did you mean "Kenya"?',
        "Technologies: ai, generative-ai, big-data",
        'did you mean "drones"?',
        "Technologies: is empty; expected ai,",
        'did you mean "pilot"?',
        "2090 lies ahead; expected",
        '"24" is not a year from 1950 to 2100',
        'did you mean "wco-ptc-pc0790"?',
        "holds the character U+0007; expected text without it",
        "it is taken: data/cases.yaml:",
        "it is taken: cases/year/ is the address of a list",
        "[ke-test-gate]",
        '  title:\n    en: "A test gate"\n',
        "Note: the English summary has 2 words; expected 60 to 120.",
    ):
        assert said in done.output
    assert "Union or regional body" not in done.output


def test_a_planned_case_may_begin_later(new: Callable[..., Result]) -> None:
    assert new("--no-input", *arguments(stage="planned", since="2090")).exit_code == 0


def test_nobody_acting_leads_to_the_question_of_the_body(new: Callable[..., Result], file: Path) -> None:
    typed = ["", "eac", "drones", "other", "", "", "wco-ptc-pc0790", "A", "B", "C", "", "D", "", "", ""]
    done = new(typed=typed)
    assert done.exit_code == 0, done.output
    assert "- id: eac-case\n  administrations: []\n  body: eac\n" in file.read_text(encoding="utf-8")


def test_a_source_that_is_not_there_is_explained(new: Callable[..., Result]) -> None:
    said = new("--yes", *arguments(source=None), typed=["nothing-like-it"]).stdout
    assert "To add a source, stop with Ctrl+C and begin with it.\nPut this into data/sources.yaml" in said
    assert '- id: id-of-the-source\n  title: "Title as published"\n' in said


def test_yes_asks_only_what_cannot_be_left_out(new: Callable[..., Result]) -> None:
    done = new("--yes", *arguments(title_fr=None, office_en="The port"), typed=["Une porte", "Le port"])
    assert done.exit_code == 0, done.output
    asked = re.findall(r"^([A-Z][\w ]+): .*$", done.stdout, re.MULTILINE)
    assert list(dict.fromkeys(asked)) == ["Title in French", "Office in French", "Next"]
    assert "ke-test-gate was added" in done.stdout


@pytest.mark.parametrize("typed", [[], ["KE"], TYPED, [*TYPED, "n"]], ids=["none", "one", "all", "no"])
def test_an_end_before_the_last_word_writes_nothing(
    typed: list[str], new: Callable[..., Result], registers: Path
) -> None:
    before = state(registers)
    done = new(typed=typed)
    assert (done.exit_code, done.stderr.split("\n")[-2]) == (1, "Stopped; nothing was written.")
    assert state(registers) == before


# Refusals


def refused(done: Result, code: int) -> str:
    assert done.exit_code == code, done.output
    assert "Traceback" not in done.output
    return " ".join(done.stderr.split())


def test_everything_that_is_missing_is_said_at_once(new: Callable[..., Result], registers: Path) -> None:
    before = state(registers)
    said = refused(new("--no-input", "--office-en", "The port"), 2)
    for option in (
        *("--administration or --body", "--technology", "--process", "--source"),
        *("--title-en", "--title-fr", "--summary-en", "--summary-fr", "--office-fr"),
    ):
        assert f"{option} is missing; expected " in said
    assert "--stage" not in said
    assert state(registers) == before


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"administration": ["XX"]}, '--administration: "XX" is unknown; expected'),
        ({"body": "eeac"}, 'did you mean "eac"?'),
        ({"technology": ["blokchain"]}, '--technology: "blokchain" is unknown;'),
        ({"process": ["transitt"]}, 'did you mean "transit"?'),
        ({"stage": "pilots"}, 'did you mean "pilot"?'),
        ({"since": "2090", "stage": "pilot"}, "--since: 2090 lies ahead"),
        ({"since": "-1"}, '--since: "-1" is not a year'),
        ({"source": ["wco-ptc-pc079"]}, 'did you mean "wco-ptc-pc0790"?'),
        (
            {"source": ["wco-ptc-pc079"]},
            "A source has to be added before the case. Put this into data/sources.yaml",
        ),
        ({"title-en": ""}, "--title-en: is empty; expected text"),
        ({"title-fr": "a\x1bb"}, "--title-fr: holds the character U+001B"),
        ({"summary-en": "a\ue000b"}, "--summary-en: holds the character U+E000"),
        ({"summary-fr": "a\udcffb"}, "--summary-fr: holds a byte that is not UTF-8"),
        ({"id": "Gate"}, "--id: expected lower-case letters"),
        ({"id": "zw-zimra-drones"}, "--id: it is taken: data/cases.yaml:"),
        ({"id": "year"}, "--id: it is taken: cases/year/ is the address of a list"),
    ],
)
@pytest.mark.parametrize("mode", ["--no-input", "--yes"])
def test_a_wrong_argument_is_refused(
    mode: str, changed: dict[str, Any], said: str, new: Callable[..., Result], registers: Path
) -> None:
    before = state(registers)
    answer = refused(new(mode, *arguments(**changed), typed=[]), 2)
    assert said in answer
    assert "Nothing was written:" in answer
    assert "is missing" not in answer
    assert state(registers) == before


def test_an_id_of_a_published_edition_is_refused(
    new: Callable[..., Result], registers: Path, file: Path
) -> None:
    (registers / "data" / "history").mkdir()
    known = re.findall(r"^- id: (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)[0]
    history = registers / "data" / "history" / "2025.yaml"
    history.write_text(f"cases:\n  {known}: pilot\n", encoding="utf-8")
    assert new("--no-input", *arguments(id="ke-gate")).exit_code == 0
    history.write_text("cases:\n  ke-gone: pilot\n", encoding="utf-8")
    said = refused(new("--no-input", *arguments(id="ke-gone")), 1)
    assert 'the case "ke-gone" was published in edition 2025 and is gone' in said


def test_data_with_problems_are_left_alone(new: Callable[..., Result], registers: Path) -> None:
    path = registers / "data" / "bodies.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("fr:", "rf:", 1), encoding="utf-8")
    before = state(registers)
    said = refused(new("--no-input", *arguments()), 1)
    assert "the French text is missing" in said
    assert said.endswith("The data have to be put right first; nothing was written.")
    assert state(registers) == before


def test_a_missing_file_is_a_problem(new: Callable[..., Result], file: Path) -> None:
    file.unlink()
    assert "the file is missing; every checkout has it" in refused(new("--no-input", *arguments()), 1)


def test_a_folder_that_cannot_be_written_is_refused(registers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    base = ground(registers)
    monkeypatch.setattr("os.fsync", full)
    before = state(registers)
    with pytest.raises(RefusedError, match="No space left on device"):
        write(base, place(base, short_case(base)))
    assert state(registers) == before


def short_case(base: Any) -> Case:
    answers = {
        "administrations": ["KE"],
        "technologies": ["drones"],
        "processes": ["other"],
        "sources": ["wco-ptc-pc0790"],
        **{f"{name}_{language}": "A" for name in ("title", "summary") for language in ("en", "fr")},
    }
    return case_of(base, "ke-gate", answers)


def test_a_case_that_the_other_files_contradict_is_refused(registers: Path) -> None:
    base = ground(registers)
    wrong = short_case(base).model_copy(update={"sources": ["no-such-source"]})
    with pytest.raises(ReportError, match="is not a known source"):
        place(base, wrong)


# Texts that try to be something else


@pytest.mark.parametrize(
    "text",
    [
        "- id: ke-planted",
        '"\n- id: ke-planted\n  title: "',
        "{{ cases() }} {% raw %} ${HOME} %PATH% * ~ $(date)",
        "=HYPERLINK(1)",
        "@import",
        "#: [a, b] & *c !d",
        "\\n \\ \\u0041 'it''s'",
        "🛃 " * 500,
        "--no-input",
    ],
)
def test_a_hostile_text_is_a_text(text: str, new: Callable[..., Result], registers: Path) -> None:
    changed = dict.fromkeys(
        ("title-en", "title-fr", "summary-en", "summary-fr", "office-en", "office-fr"), text
    )
    done = new("--no-input", *arguments(id="ke-hostile", **changed))
    assert done.exit_code == 0, done.output
    made = ground(registers).knowledge.case["ke-hostile"]
    expected = " ".join(text.split())
    assert made.title.en == made.summary.en == made.office["en"] == expected  # type: ignore[index]
    assert "ke-planted" not in ground(registers).knowledge.case


def test_what_is_typed_without_being_utf8_is_refused(registers: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "report", "new", "case", "--yes", *arguments(title_fr=None)],
        cwd=registers,
        env={"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8:strict"},
        input=b"caf\xe9\n",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"What was typed is not UTF-8; nothing was written." in done.stderr


def test_arguments_are_taken_as_typed_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setattr(click.Group, "main", lambda self, *_, **settings: seen.update(settings))
    main.main(["check"])
    assert seen == {"windows_expand_args": False}


# Interruption and others who write

# Ctrl+C is heard even where whoever started the tests has it ignored.
INTERRUPTED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from report.__main__ import main
main()
"""
# Kills itself, as `kill -9` would, just before its n-th operation on the cases' file or its new copy.
KILLED = """
import os, signal, sys
left = int(sys.argv.pop(1))
def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.chmod", "os.remove") and "cases.yaml" in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
from report.__main__ import main
main()
"""


def started(script: str, registers: Path, root: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-c", script, *options],
        cwd=registers,
        env={"PYTHONPATH": str(root), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def seen(process: subprocess.Popen[str], words: str) -> None:
    """Wait until a process has printed `words`."""
    assert process.stdout is not None
    read = ""
    while not read.endswith(words):
        sign = process.stdout.read(1)
        assert sign, read
        read += sign


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Linux")
def test_ctrl_c_among_the_questions_writes_nothing(registers: Path, root: Path) -> None:
    before = state(registers)
    process = started(INTERRUPTED, registers, root, "new", "case", "--yes", *arguments(title_fr=None))
    seen(process, "Title in French: ")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert (process.returncode, said.strip()) == (1, "Stopped; nothing was written.")
    assert state(registers) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Linux")
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new_one(
    registers: Path, root: Path, file: Path
) -> None:
    old, found = file.read_bytes(), []
    for number in range(1, 40):
        process = started(KILLED, registers, root, str(number), "new", "case", "--no-input", *arguments())
        process.communicate(timeout=60)
        content = file.read_bytes()
        if content != old:
            record = added(old.decode(), content.decode())
            assert record.startswith("- id: ke-test-gate\n")
            assert record.endswith("  withdrawn: null\n\n")
            break
        assert process.returncode == -signal.SIGKILL
        found.append(sorted(path.name for path in file.parent.glob(".cases.yaml-*")))
    assert content != old
    assert process.returncode == -signal.SIGKILL  # after the renaming, before the last word
    assert any(found), "it was killed between writing and renaming as well"
    assert all(name.endswith(".tmp") for names in found for name in names)  # git ignores *.tmp


def test_a_file_that_was_changed_meanwhile_is_left_alone(registers: Path, root: Path, file: Path) -> None:
    process = started(
        INTERRUPTED, registers, root, "new", "case", "--yes", "--id", "ke-gate", *arguments(title_fr=None)
    )
    seen(process, "Title in French: ")
    file.write_bytes(file.read_bytes() + b"# Someone else was here.\n")
    before = state(registers)
    out, said = process.communicate("Une porte\n" + "\n" * 9, timeout=20)
    assert process.returncode == 3
    assert said.endswith(
        "Refused: cases.yaml was changed meanwhile by someone else; start again; nothing was written.\n"
    )
    assert "Your record, so that it is not lost:\n\n- id: ke-gate\n" in out
    assert state(registers) == before


def test_several_at_once_lose_no_record(registers: Path, root: Path, file: Path) -> None:
    old = file.read_bytes()
    options = ("new", "case", "--no-input")
    processes = {
        key: started(INTERRUPTED, registers, root, *options, *arguments(id=key))
        for key in ("ke-a", "ke-b", "ke-c", "ke-d")
    }
    for process in processes.values():
        process.communicate(timeout=60)
    codes = {key: process.returncode for key, process in processes.items()}
    assert set(codes.values()) <= {0, 3}
    assert 0 in codes.values()
    known = ground(registers).knowledge.case
    assert {key for key in codes if key in known} == {key for key, code in codes.items() if code == 0}
    assert len(file.read_bytes()) > len(old)


def test_a_file_changed_while_it_was_read_is_refused(registers: Path, file: Path) -> None:
    base = ground(registers)
    other = ground(registers)
    write(other, place(other, short_case(other)))
    with pytest.raises(RefusedError, match="was changed meanwhile"):
        write(base, place(base, short_case(base)))
    assert file.read_bytes().count(b"- id: ke-gate\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link(new: Callable[..., Result], registers: Path, file: Path) -> None:
    real = registers / "real.yaml"
    file.rename(real)
    file.symlink_to(real)
    assert new("--no-input", *arguments()).exit_code == 0
    assert file.is_symlink()
    assert b"- id: ke-test-gate\n" in real.read_bytes()


def test_nothing_but_the_cases_is_touched(new: Callable[..., Result], registers: Path) -> None:
    before = state(registers)
    assert new("--no-input", *arguments()).exit_code == 0
    after = state(registers)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {CASES}


def test_only_the_press_is_remarked(new: Callable[..., Result], knowledge: Knowledge) -> None:
    press = next(source.id for source in knowledge.sources if source.kind == "press")
    assert "Note: only the press says so" in new("--no-input", *arguments(source=[press])).stderr
    assert "only the press" not in new("--no-input", *arguments(source=[press, "wco-ptc-pc0790"])).stderr


def test_a_case_of_another_technology_is_not_similar(
    new: Callable[..., Result], knowledge: Knowledge
) -> None:
    model = next(case for case in knowledge.cases if case.technologies == ["drones"] and case.administrations)
    [administration, *_] = model.administrations
    alike = new("--no-input", *arguments(administration=[administration])).stderr
    assert f": {model.id} — {model.title.en}\n" in alike
    other = new("--no-input", *arguments(administration=[administration], technology=["horizon"])).stderr
    assert f": {model.id} — " not in other


def test_a_summary_of_the_right_length_is_not_remarked(new: Callable[..., Result]) -> None:
    for words, said in ((59, True), (60, False), (120, False), (121, True)):
        done = new("--no-input", *arguments(summary_en="gate " * words))
        assert (f"Note: the English summary has {words} words; expected 60 to 120." in done.stderr) is said


def test_a_withdrawn_case_that_resembles_is_named_as_such(new: Callable[..., Result], file: Path) -> None:
    assert new("--no-input", *arguments()).exit_code == 0
    text = file.read_text(encoding="utf-8")
    start = text.index("- id: ke-test-gate")
    gone = 'withdrawn:\n    edition: "2026"\n    reason: {en: Gone, fr: Parti}'
    file.write_text(text[:start] + text[start:].replace("withdrawn: null", gone, 1), encoding="utf-8")
    done = new("--no-input", *arguments())
    assert "ke-test-gate — A test gate (withdrawn)\n" in done.stderr
    assert "ke-test-gate-2 was added" in done.stdout
