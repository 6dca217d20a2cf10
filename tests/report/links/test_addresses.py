"""`report links`: which addresses are asked, what is said of each, and the exit code."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.__main__ import main
from report.links.addresses import FILES, links_of
from study.documents import Documents
from study.loading import read
from study.reading import parse_yaml
from tests.report.conftest import Plant, Report
from tests.report.misbehaving import NAMES, Misbehaving

Links = Callable[..., Result]


@pytest.fixture
def links(registers: Path, web: Misbehaving, waits: list[float]) -> Links:
    """Run `report links` on these registers; nobody waits between questions."""

    def run(*arguments: object) -> Result:
        return CliRunner().invoke(main, ["--root", str(registers), "links", *map(str, arguments)])

    return run


SMALL = """
members:
  - id: NO
    url: https://a.example/
  - {id: SE, url: null}
regions:
  - id: x
    archived_url: https://b.example/#part
    url: https://c.example/
"""


def test_every_address_of_a_register_is_found_at_its_place() -> None:
    documents = Documents({"data/members.yaml": parse_yaml(SMALL, "x"), "data/cases.yaml": [{"url": "y"}]})
    found = links_of(documents)
    assert [(link.record, link.page, link.copy) for link in found] == [
        ("NO", "https://a.example/", None),
        ("x", "https://c.example/", "https://b.example/#part"),
        ("x", "https://b.example/", None),
    ]
    assert str(documents.problem(found[2].file, found[2].path, "!")) == (
        "data/members.yaml:8:5: x › archived_url: !"
    )


def test_no_address_of_the_real_registers_is_forgotten(root: Path) -> None:
    found = links_of(read(root, date.today()).documents)
    written = "".join((root / name).read_text(encoding="utf-8") for name in FILES)
    assert len(found) == written.count("url: http") > 300


def test_a_source_that_answers_is_fine(links: Links, plant: Plant, web: Misbehaving) -> None:
    plant("planted", web.at("/fine#part"))
    done = links("--only", "planted")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "1 address, 1 of them asked now: 1 fine.\n"
    assert web.asked == [("HEAD", "/fine")]


GRAVE = {
    "/missing": "is dead (404 Not Found)",
    "/down": "is broken (500 Internal Server Error)",
}
SLIGHT = {
    "/forbidden": "refuses to answer a program (403 Forbidden); open it in a browser",
    "/late": "does not answer in time (408 Request Timeout); ask again later",
    "/moved#part": "has moved for good; expected AT/fine#part",
    "/moved-home": "has moved for good; expected AT/, a home page: the document itself may be gone",
}


@pytest.mark.parametrize(
    ("said", "code"), [(SLIGHT, 0), (GRAVE, 1), ({**SLIGHT, "/gone": "is dead (410 Gone)"}, 1)]
)
def test_each_problem_is_said_at_its_line_and_the_grave_ones_count(
    links: Links, plant: Plant, web: Misbehaving, said: dict[str, str], code: int
) -> None:
    expected, only = [], []
    for number, (path, words) in enumerate(said.items()):
        line = plant(f"planted-{number}", web.at(path))
        words = words.replace("AT", web.at(""))
        expected.append(f"data/sources.yaml:{line}:3: planted-{number} › url: {web.at(path)} {words}")
        only += ["--only", f"planted-{number}"]
    done = links(*only)
    assert done.stderr.splitlines() == expected
    assert done.exit_code == code


def test_an_archived_copy_is_proposed_only_if_it_answers(
    links: Links, plant: Plant, web: Misbehaving
) -> None:
    copies = {name: web.at(f"/{name}", NAMES[1]) for name in ("fine", "temporary", "moved", "gone", "late")}
    for name, copy in copies.items():
        plant(name, web.at("/missing"), copy)
    lines = links(*(word for name in copies for word in ("--only", name))).stderr.splitlines()
    proposed = [line for line in lines if "; the archived copy answers: " in line]
    assert [line.rsplit(" ", 1)[1] for line in proposed] == [
        copies[each] for each in ("fine", "temporary", "moved")
    ]
    assert len([line for line in lines if "› archived_url: " in line]) == 3, "moved, gone and late"


def test_an_address_of_two_records_is_asked_once_and_said_twice(
    links: Links, plant: Plant, web: Misbehaving
) -> None:
    for name in ("planted-a", "planted-b"):
        plant(name, web.at("/gone"))
    done = links("--only", "planted-a", "--only", "planted-b")
    assert len(done.stderr.splitlines()) == 2
    assert web.asked == [("HEAD", "/gone"), ("GET", "/gone")]


def test_fresh_results_are_not_asked_again_unless_wanted(
    links: Links, plant: Plant, web: Misbehaving
) -> None:
    plant("planted", web.at("/missing"))
    first, second = links("--only", "planted"), links("--only", "planted")
    assert (first.stderr, first.exit_code) == (second.stderr, second.exit_code)
    assert second.stdout == "1 address, 0 of them asked now: 1 dead.\n"
    assert web.paths("HEAD") == ["/missing"]
    links("--only", "planted", "--fresh", 0)
    assert web.paths("HEAD") == ["/missing", "/missing"]


def test_a_limit_leaves_the_rest_for_the_next_run(links: Links, plant: Plant, web: Misbehaving) -> None:
    names = [f"planted-{number}" for number in range(3)]
    for name in names:
        plant(name, web.at(f"/{name}"))
    only = [word for name in names for word in ("--only", name)]
    done = links(*only, "--limit", 2)
    assert done.stdout == "2 addresses, 2 of them asked now: 2 fine; 1 not asked (--limit).\n"
    assert links(*only, "--limit", 2).stdout == "3 addresses, 1 of them asked now: 3 fine.\n"
    assert web.paths("HEAD") == [f"/{name}" for name in names]


def test_the_findings_are_written_as_a_page(
    links: Links, plant: Plant, web: Misbehaving, tmp_path: Path
) -> None:
    line = plant("planted", web.at("/gone"))
    target = tmp_path / "new" / "links.md"
    assert links("--only", "planted", "--report", target).exit_code == 1
    text = target.read_text(encoding="utf-8")
    assert "1 address, 1 of them asked now: 1 dead.\n\n## Dead (1)\n\n- `data/sources.yaml:" in text
    assert f"sources.yaml:{line}:3: planted › url: {web.at('/gone')} is dead (410 Gone)`\n" in text


def test_without_a_network_nothing_is_judged(links: Links, plant: Plant, tmp_path: Path) -> None:
    plant("planted", "http://nowhere.invalid/")
    done = links("--only", "planted", "--report", tmp_path / "links.md")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "No address can be reached: the network seems to be missing. Nothing was judged.\n"
    )
    assert not (tmp_path / "links.md").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "plantde"], 'data/members.yaml; did you mean "planted"?'),
        (["--limit", "0"], "0 is not in the range"),
        (["--fresh", "-1"], "-1 is not in the range"),
        (["--report", "."], "is a directory"),
        (["planted"], "unexpected extra argument"),
    ],
)
def test_wrong_use_is_refused(
    links: Links, plant: Plant, web: Misbehaving, arguments: list[str], said: str
) -> None:
    plant("planted", web.at("/fine"))
    done = links(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert web.asked == []


def test_data_that_cannot_be_read_are_said_and_nothing_is_asked(
    links: Links, plant: Plant, web: Misbehaving
) -> None:
    line = plant("planted", "ftp://example.org/")
    plant("planted-too", web.at("/fine"))
    done = links("--only", "planted-too")
    assert (done.exit_code, web.asked) == (1, [])
    assert done.stderr.startswith(f'data/sources.yaml:{line}:3: planted › url: is "ftp://example.org/"')


def test_the_command_runs_as_a_process(
    report: Report, registers: Path, plant: Plant, web: Misbehaving
) -> None:
    plant("planted", web.at("/fine"))
    done = report("links", "--only", "planted", at=registers)
    assert (done.code, done.lines) == (0, [])
    assert done.out == "1 address, 1 of them asked now: 1 fine.\n"


# Ctrl+C is heard even where whoever started the tests has it ignored; nobody waits between questions.
INTERRUPTED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from report import __main__
from report.links import fetching
fetching.sleep = lambda seconds: None
__main__.main()
"""


def test_an_interruption_leaves_a_whole_cache(
    root: Path, registers: Path, plant: Plant, web: Misbehaving
) -> None:
    plant("planted-a", web.at("/fine"))
    plant("planted-b", web.at("/slow"))
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, "links", "--only", "planted-a", "--only", "planted-b"],
        cwd=registers,
        env={"PYTHONPATH": str(root), "NO_PROXY": "*"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert web.kept_waiting.wait(20)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert (process.returncode, said.strip()) == (1, "Aborted!")
    kept = json.loads((registers / ".cache" / "links.json").read_text(encoding="utf-8"))
    assert {page: entry["kind"] for page, entry in kept.items()} == {web.at("/fine"): "fine"}
    assert [path.name for path in (registers / ".cache").iterdir()] == ["links.json"]
