"""Workflows are well formed, safe and thin, and CITATION.cff can be read; each rule is shown to refuse."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")


def tool(name: str, *arguments: str) -> list[str]:
    """Return what a tool says if it refuses, else nothing."""
    program = Path(sys.executable).parent / name
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"{name}: {done.stdout}{done.stderr}"]


def read(path: Path) -> dict[str, Any]:
    """Return the workflow with every value as text, so that `on` stays a name."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(content, dict)
    return content


def well_formed(path: Path) -> list[str]:
    return tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(path))


def safe(path: Path) -> list[str]:
    return tool("zizmor", "--offline", "--no-progress", "--strict-collection", str(path))


def own_rules(path: Path) -> Iterator[str]:
    """Return a sentence for each rule of this project that a workflow breaks."""
    text, workflow = path.read_text(encoding="utf-8"), read(path)
    if "secrets" in re.sub(r"#.*", "", text):
        yield "uses a secret"
    triggers = workflow["on"] if isinstance(workflow["on"], dict) else {}
    if set(triggers) != {"pull_request", "push"} or triggers["push"] != {"branches": ["main"]}:
        yield "runs on something else than pull_request and a push to main"
    if workflow.get("permissions") not in ({}, {"contents": "read"}):
        yield "has more permissions than to read"
    for name, job in workflow["jobs"].items():
        if job.get("permissions", {"contents": "read"}) != {"contents": "read"}:
            yield f"{name}: has more permissions than to read"
        if job["runs-on"].endswith("-latest"):
            yield f"{name}: runs on a system without a version"
        if "timeout-minutes" not in job:
            yield f"{name}: has no time limit"
        for step in job["steps"]:
            if "uses" in step and not PINNED.fullmatch(step["uses"]):
                yield f"{name}: {step['uses']} is not pinned to a commit"
            if (
                "checkout@" in step.get("uses", "")
                and step.get("with", {}).get("persist-credentials") != "false"
            ):
                yield f"{name}: the checkout keeps its credentials"
            if "run" in step and not re.fullmatch(r"make [a-z-]+", step["run"]):
                yield f"{name}: runs something else than a target of make: {step['run']}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_well_formed(path: Path) -> None:
    assert well_formed(path) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_safe(path: Path) -> None:
    assert safe(path) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_keeps_the_rules_of_the_project(path: Path) -> None:
    assert list(own_rules(path)) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_targets_that_exist(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = [
        step["run"].split()[1]
        for job in read(path)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    assert called
    assert [target for target in called if f"\n{target}:" not in makefile] == []


def test_the_checks_run_with_every_proposal() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml"]
    steps = read(WORKFLOWS[0])["jobs"]["check"]["steps"]
    assert steps[-1]["run"] == "make test"


CHECKOUT = re.compile(r"actions/checkout@[0-9a-f]{40}")
PERMISSIONS = "permissions: {}"
RUN = "- run: make test"
# What is planted in check.yml: old text, new text, and words of the rule that must refuse it.
UNSAFE = (
    (CHECKOUT, "actions/checkout@v6", "unpinned-uses"),
    (re.compile("pull_request:"), "pull_request_target:", "dangerous-triggers"),
    (re.compile(r"permissions:\s+contents: read.*"), "permissions: write-all", "excessive-permissions"),
    (re.compile(RUN), "- run: echo ${{ github.event.pull_request.title }}", "template-injection"),
    (re.compile("jobs:"), "job:", "zizmor"),
)
AGAINST_THE_RULES = (
    (CHECKOUT, "actions/checkout@v6", "not pinned"),
    (CHECKOUT, "actions/checkout@de0fac2", "not pinned"),
    (re.compile("pull_request:"), "pull_request_target:", "runs on something else"),
    (re.compile(r"branches: \[main\]"), "branches: [main, draft]", "runs on something else"),
    (re.compile(re.escape(PERMISSIONS)), "permissions: write-all", "more permissions"),
    (re.compile(re.escape(PERMISSIONS)), "permissions: {contents: write}", "more permissions"),
    (re.compile("contents: read"), "contents: write", "check: has more permissions"),
    (re.compile("persist-credentials: false"), "persist-credentials: true", "keeps its credentials"),
    (re.compile("ubuntu-24.04"), "ubuntu-latest", "without a version"),
    (re.compile(r"    timeout-minutes: \d+\n"), "", "no time limit"),
    (re.compile(RUN), "- run: make test\n        env: {KEY: '${{ secrets.KEY }}'}", "uses a secret"),
    (re.compile(RUN), "- run: python -m pytest", "something else than a target"),
)


def planted(tmp_path: Path, old: re.Pattern[str], new: str) -> Path:
    """Return a copy of check.yml with one passage made bad."""
    text, count = old.subn(
        lambda _: new, (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"), count=1
    )
    assert count == 1
    path = tmp_path / ".github" / "workflows" / "bad.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "said"), UNSAFE)
def test_an_unsafe_workflow_is_refused(tmp_path: Path, old: re.Pattern[str], new: str, said: str) -> None:
    assert said in "\n".join(safe(planted(tmp_path, old, new)))


@pytest.mark.parametrize(("old", "new", "said"), AGAINST_THE_RULES)
def test_a_workflow_against_the_rules_is_refused(
    tmp_path: Path, old: re.Pattern[str], new: str, said: str
) -> None:
    assert said in "\n".join(own_rules(planted(tmp_path, old, new)))


@pytest.mark.parametrize("wrong", ["job:", "jobs: []\nother:"])
def test_a_malformed_workflow_is_refused(tmp_path: Path, wrong: str) -> None:
    assert well_formed(planted(tmp_path, re.compile("jobs:"), wrong))


def test_the_citation_file_can_be_read_by_reference_managers(tmp_path: Path) -> None:
    check = ("--builtin-schema", "vendor.citation-file-format", "--default-filetype", "yaml")
    assert tool("check-jsonschema", *check, str(ROOT / "CITATION.cff")) == []
    bad = tmp_path / "CITATION.cff"
    bad.write_text(
        (ROOT / "CITATION.cff").read_text(encoding="utf-8").replace("authors:", "writers:", 1),
        encoding="utf-8",
    )
    assert tool("check-jsonschema", *check, str(bad))
