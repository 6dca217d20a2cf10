"""`report schemas`: written from the models, only where they differ."""

from __future__ import annotations

from pathlib import Path

from report.schema_files import FOLDER, stale_schemas, write_schemas
from study.schemas import schemas
from tests.report.conftest import Edit, Report, state


def test_the_schemas_of_the_report_are_current(root: Path) -> None:
    assert stale_schemas(root) == []


def test_a_schema_that_is_not_what_the_models_say_is_a_problem(checkout: Path, edit: Edit) -> None:
    edit("data/schemas/cases.schema.json", '"stage"', '"phase"')
    (checkout / FOLDER / "labels.schema.json").unlink()
    assert [str(problem) for problem in stale_schemas(checkout)] == [
        "data/schemas/labels.schema.json:1:1: is not what the models say; run: report schemas",
        "data/schemas/cases.schema.json:1:1: is not what the models say; run: report schemas",
    ]


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert write_schemas(tmp_path) == list(schemas())
    assert write_schemas(tmp_path) == []
    (tmp_path / FOLDER / "cases.schema.json").write_text("{}\n", encoding="utf-8")
    assert write_schemas(tmp_path) == ["cases.schema.json"]
    assert stale_schemas(tmp_path) == []


def test_the_command_says_what_it_wrote(report: Report, checkout: Path, edit: Edit) -> None:
    before = state(checkout)
    edit("data/schemas/cases.schema.json", '"stage"', '"phase"')
    done = report("--root", checkout, "schemas")
    assert (done.code, done.out, done.lines) == (0, "Written: cases.schema.json.\n", [])
    assert state(checkout) == before
    assert report("--root", checkout, "schemas").out == "All schemas are current.\n"
