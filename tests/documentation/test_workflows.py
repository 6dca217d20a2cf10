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
# What may start a workflow, and what its jobs may do besides reading the repository.
TRIGGERS = {
    "check.yml": {"pull_request": "", "push": {"branches": ["main"]}},
    "links.yml": {"schedule": [{"cron": "23 4 3 * *"}], "workflow_dispatch": ""},
}
WRITES = {"links.yml": {"issues": "write"}}
BODY = re.compile(r"--body\S*(?: \S+)?")


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
    if workflow["on"] != TRIGGERS.get(path.name):
        yield f"runs on something else than {TRIGGERS.get(path.name)}"
    if workflow.get("permissions") not in ({}, {"contents": "read"}):
        yield "has more permissions than to read"
    allowed = {"contents": "read", **WRITES.get(path.name, {})}
    for name, job in workflow["jobs"].items():
        if job.get("permissions", allowed) != allowed:
            yield f"{name}: has more permissions than {allowed}"
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
            if "run" in step and re.fullmatch(r"make [a-z-]+", step["run"]):
                if "token" in str(step.get("env", "")):
                    yield f"{name}: gives a token to {step['run']}"
            elif "run" in step and not (path.name in WRITES and hands_over_a_file(step["run"])):
                yield f"{name}: runs something else than a target of make: {step['run']}"


def hands_over_a_file(commands: str) -> bool:
    """Return whether commands write an issue from the file of findings, and insert no text themselves."""
    return "${{" not in commands and set(BODY.findall(commands)) == {"--body-file .cache/links.md"}


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
        if step.get("run", "").startswith("make ")
    ]
    assert called
    assert [target for target in called if f"\n{target}:" not in makefile] == []


def test_the_checks_run_with_every_proposal() -> None:
    steps = read(ROOT / ".github/workflows/check.yml")["jobs"]["check"]["steps"]
    assert steps[-1]["run"] == "make test"


def test_no_other_workflow_runs() -> None:
    assert [path.name for path in WORKFLOWS] == sorted(TRIGGERS)


GH = """#!/bin/sh
echo "$@" >> "$CALLS"
[ "$2" != list ] || echo "$OPEN"
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs on Linux")
@pytest.mark.parametrize(
    ("found", "number", "calls"),
    [
        (False, "7", []),
        (True, "", ["list", "create --title Addresses that no longer answer"]),
        (True, "7", ["list", "edit 7"]),
    ],
)
def test_dead_links_open_one_issue_or_renew_it(
    tmp_path: Path, found: bool, number: str, calls: list[str]
) -> None:
    program, said = tmp_path / "gh", tmp_path / "calls"
    program.write_text(GH)
    program.chmod(0o755)
    said.touch()
    if found:
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache" / "links.md").touch()
    [script] = [
        step["run"]
        for step in read(ROOT / ".github/workflows/links.yml")["jobs"]["links"]["steps"]
        if "gh issue" in step.get("run", "")
    ]
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLS": str(said), "OPEN": number}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=environment, check=True)
    lines = said.read_text().splitlines()
    assert [line.removeprefix("issue ").split(" --app")[0] for line in lines] == [
        call if call == "list" else f"{call} --body-file .cache/links.md" for call in calls
    ]


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


def planted(tmp_path: Path, old: re.Pattern[str], new: str, name: str = "check.yml") -> Path:
    """Return a copy of a workflow with one passage made bad."""
    text, count = old.subn(
        lambda _: new, (ROOT / ".github/workflows" / name).read_text(encoding="utf-8"), count=1
    )
    assert count == 1
    path = tmp_path / ".github" / "workflows" / name
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


BODY_FILE = re.compile("--body-file .cache/links.md")
LINKS_AGAINST_THE_RULES = (
    (re.compile("  workflow_dispatch:"), "  issue_comment:", "runs on something else"),
    (re.compile("issues: write"), "contents: write", "links: has more permissions"),
    (re.compile("issues: write"), "issues: write\n      actions: write", "links: has more permissions"),
    (BODY_FILE, '--body "$(cat .cache/links.md)"', "something else than a target"),
    (BODY_FILE, "--body-file /etc/passwd", "something else than a target"),
    (re.compile(r'edit "\$number"'), "edit ${{ inputs.number }}", "something else than a target"),
    (re.compile("run: make links"), "run: make links; env", "something else than a target"),
    (
        re.compile("run: make links"),
        "run: make links\n        env: {T: '${{ github.token }}'}",
        "gives a token",
    ),
)


@pytest.mark.parametrize(("old", "new", "said"), LINKS_AGAINST_THE_RULES)
def test_the_workflow_that_writes_issues_has_rules_of_its_own(
    tmp_path: Path, old: re.Pattern[str], new: str, said: str
) -> None:
    assert said in "\n".join(own_rules(planted(tmp_path, old, new, "links.yml")))


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
