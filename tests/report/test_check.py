"""`report check`: every problem of every file in one run, and nothing changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.checking import all_problems
from tests.conftest import ROOT
from tests.report.conftest import Edit, Report, state
from tests.report.faults import plant
from tests.study.editions.approved import record

PLACE = re.compile(r"[\w./-]+:[1-9]\d*:[1-9]\d*: \S")


def test_the_report_has_no_problems(report: Report, root: Path) -> None:
    done = report("check", at=root / "docs" / "en")
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(
        r"No problems \(\d+\.\d s(; nothing has changed since the last check)?\)\.\n", done.out
    )


def test_every_fault_of_every_file_is_named_in_one_run(report: Report, checkout: Path) -> None:
    planted = plant(checkout)
    before = state(checkout)
    done = report("--root", checkout, "check")
    *problems, last = done.lines
    assert [fault for fault in planted if not fault.is_in(problems)] == []
    assert [line for line in problems if not PLACE.match(line)] == []
    assert done.code == 1
    assert re.fullmatch(rf"{len(problems)} problems in \d+\.\d s; nothing was changed\.", last)
    assert state(checkout) == before


UNREADABLE = {
    "bodies.yaml": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "1:4: anchors (&name) are not allowed"),
    "maturity.yaml": (b"[" * 100_000, "1:21: nested more than 20 levels deep; expected a record"),
    "technologies.yaml": (b"- id: ai\n\tname: x\n", "2:1: a tab or a special character starts this value"),
    "editions.yaml": (b"current: caf\xe9\n", "1:13: this byte is not UTF-8; save the file as UTF-8"),
    "publication.yaml": (
        b"\xef\xbb\xbftitle: x\n",
        "1:1: the file starts with a byte order mark; save it as UTF-8",
    ),
    "data-notes.yaml": (b"", "1:1: the file is empty; expected records"),
    "glossary.yaml": (b"- a: [b\n", "1:6: this bracket is never closed"),
    "use-cases-2025.yaml": (b"#" * 50_000_000, "1:1: the file has 48 MB; expected at most 40 MB"),
}


def test_files_that_cannot_be_read_are_named_and_hide_no_other(report: Report, checkout: Path) -> None:
    for name, (content, _) in UNREADABLE.items():
        (checkout / "data" / name).write_bytes(content)
    (checkout / "data" / "project.yaml").unlink()
    (checkout / "docs" / "en" / "index.md").write_bytes(b"\xff\xfe")
    with (checkout / "data" / "cases.yaml").open("a", encoding="utf-8") as file:
        file.write("\n- id: planted\n")
    done = report("--root", checkout, "check")
    assert done.code == 1
    expected = {f"data/{name}:{said}" for name, (_, said) in UNREADABLE.items()} | {
        "data/project.yaml:1:1: the file is missing; every checkout has it",
        "docs/en/index.md:1:1: this byte is not UTF-8; save the file as UTF-8",
    }
    assert {said for said in expected if not any(line.startswith(said) for line in done.lines)} == set()
    assert [line for line in done.lines if "planted › title: is missing; expected this field" in line]
    # what can't be read may hold the key
    assert [line for line in done.lines if "is not a known" in line] == []


def test_a_problem_is_marked_in_a_pull_request(report: Report, checkout: Path, edit: Edit) -> None:
    edit("docs/en/about.md", "\n## ", "\n100% <b>\n\n## ")
    plain = report("--root", checkout, "check")
    marked = report("--root", checkout, "check", GITHUB_ACTIONS="true")
    assert plain.out == ""
    line = next(line for line in plain.lines if '"<b" is HTML' in line)
    number = line.split(":")[1]
    assert f"::error file=docs/en/about.md,line={number}::" in marked.out
    assert all(row.startswith("::error file=") for row in marked.out.splitlines())
    assert marked.lines[:-1] == plain.lines[:-1]


def test_windows_line_ends_read_the_same(checkout: Path) -> None:
    before = all_problems(checkout)
    for path in [*(checkout / "data").glob("*.yaml"), *(checkout / "docs").rglob("*.md")]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert all_problems(checkout) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "is not a copy of the report; expected a folder with mkdocs.yml, data/ and docs/."),
        (("--root", "nowhere", "check"), "Directory 'nowhere' does not exist"),
        (("chek",), "No such command 'chek'"),
        (("--root", ROOT, "check", "--fast"), "No such option"),
        (("--root", ROOT, "serve", "--port", "0"), "not in the range 1<=x<=65535"),
        (("--root", ROOT, "serve", "--language", "de"), "'de' is not one of 'en', 'fr'"),
        (("--root", ROOT, "build", "--out", ROOT / "Makefile"), "is a file"),
    ],
)
def test_wrong_use_is_said_with_exit_code_2(arguments: tuple[object, ...], said: str, report: Report) -> None:
    done = report(*arguments)
    assert done.code == 2
    assert said in " ".join(" ".join(done.lines).split())


def test_an_approval_that_nobody_gave_is_refused(report: Report, checkout: Path) -> None:
    record(checkout, rehearsal=True)
    done = report("--root", checkout, "check")
    assert done.code == 1
    assert any("does not say `rehearsal: true`" in line for line in done.lines)


def test_it_is_noticed_that_the_current_edition_is_approved(report: Report, checkout: Path) -> None:
    record(checkout, scope={"approved": ["trust.md"], "annexed": []})
    first, second = (report("--root", checkout, "check") for _ in range(2))
    assert (first.code, first.err, second.code) == (0, "", 0)
    for done in (first, second):  # the second time, nothing is looked at again
        assert "Notice: Edition 2026 is approved (2026-rc2, 2026-01-30)" in done.out


def test_frozen_numbers_that_are_damaged_are_said(report: Report, checkout: Path) -> None:
    path = checkout / "data" / "paragraphs" / "2026.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("trust.md: 1\n", encoding="utf-8")
    done = report("--root", checkout, "check")
    assert any(line.startswith("data/paragraphs/2026.yaml:1:1: trust.md: is no list") for line in done.lines)
