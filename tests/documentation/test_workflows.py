"""Workflows are well formed, safe and thin, and CITATION.cff can be read; each rule is shown to refuse."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
# What may start a workflow, and what its jobs may do besides reading the repository.
MONTHLY = {"links.yml": "23 4 3 * *", "rebuild.yml": "41 3 11 * *"}
TRIGGERS: dict[str, Any] = {
    "check.yml": {"pull_request": "", "push": {"branches": ["main"]}},
    "preview.yml": {"pull_request": ""},
    "candidate.yml": {"push": {"tags": ["*-rc*"]}},
    "publish.yml": {
        "push": {"branches": ["main"], "paths": ["data/approvals/*.yaml"]},
        "workflow_dispatch": "",
    },
    **{name: {"schedule": [{"cron": cron}], "workflow_dispatch": ""} for name, cron in MONTHLY.items()},
}
READ = {"contents": "read"}
KEEP = {"contents": "write"}
MAY = {
    ("links.yml", "links"): {**READ, "issues": "write"},
    ("candidate.yml", "keep"): KEEP,
    ("publish.yml", "record"): KEEP,
    ("publish.yml", "release"): {**KEEP, "id-token": "write", "attestations": "write"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}
# The steps that get a token, and all that a job which may write runs: nothing of a site is built there.
TOKENS = {
    ("candidate.yml", "keep", "make release"),
    ("publish.yml", "record", "make fetch"),
    ("publish.yml", "release", "make release"),
    ("publish.yml", "assemble", "make fetch"),
    ("rebuild.yml", "rebuild", "make fetch"),
}
BESIDE_A_TOKEN = {"make approval", "make approved", "make fetch", "make release", "make links"}
ENVIRONMENTS = {("publish.yml", "release"): "council-approved", ("publish.yml", "deploy"): "github-pages"}
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
    if workflow.get("permissions") not in ({}, READ):
        yield "has more permissions than to read"
    if set(workflow.get("concurrency", {})) != {"group", "cancel-in-progress"}:
        yield "may run twice at once"
    for name, job in workflow["jobs"].items():
        for sentence in rules_of_a_job(path.name, name, job):
            yield f"{name}: {sentence}"


def rules_of_a_job(file: str, name: str, job: dict[str, Any]) -> Iterator[str]:
    """Return a sentence for each rule that a job breaks."""
    allowed = MAY.get((file, name), READ)
    if job.get("permissions", allowed) != allowed:
        yield f"has more permissions than {allowed}"
    if job["runs-on"].endswith("-latest"):
        yield "runs on a system without a version"
    if "timeout-minutes" not in job:
        yield "has no time limit"
    if job.get("environment") != ENVIRONMENTS.get((file, name)):
        yield f"runs in another environment than {ENVIRONMENTS.get((file, name))}"
    if "token" in str(job.get("env", "")):
        yield "gives a token to all its steps"
    for step in job["steps"]:
        if "uses" in step and not PINNED.fullmatch(step["uses"]):
            yield f"{step['uses']} is not pinned to a commit"
        if "checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") != "false":
            yield "the checkout keeps its credentials"
        if "run" in step:
            yield from rules_of_a_command(file, name, step, "write" in allowed.values())


def rules_of_a_command(file: str, job: str, step: dict[str, Any], writes: bool) -> Iterator[str]:
    """Return a sentence for each rule that a step with commands breaks; `writes` says whether its job may write."""
    run = step["run"]
    if re.fullmatch(r"make [a-z-]+", run):
        if "token" in str(step.get("env", "")) and (file, job, run) not in TOKENS:
            yield f"gives a token to {run}"
        if writes and run not in BESIDE_A_TOKEN:
            yield f"may write and runs {run}"
    elif not (file == "links.yml" and hands_over_a_file(run)):
        yield f"runs something else than a target of make: {run}"


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
    jobs = read(ROOT / ".github/workflows/check.yml")["jobs"]
    assert jobs["check"]["steps"][-1]["run"] == "make test"
    assert jobs["approval"]["steps"][-1] == {"run": "make approval", "env": {"BASE": "HEAD^1"}}


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


TOKEN = "{T: '${{ github.token }}'}"
OTHERS_AGAINST_THE_RULES = (
    ("publish.yml", r"    environment: council-approved.*\n", "", "release: runs in another environment"),
    ("publish.yml", "council-approved", "github-pages", "release: runs in another environment"),
    ("publish.yml", "paths: .*", "paths: ['data/**']", "runs on something else"),
    (
        "publish.yml",
        "      pages: write",
        "      pages: write\n      contents: write",
        "deploy: has more permissions",
    ),
    (
        "publish.yml",
        "EMAIL: workflow@invalid",
        "EMAIL: workflow@invalid\n          T: ${{ github.token }}",
        "gives a token to make publish",
    ),
    ("publish.yml", "run: make assemble", f"run: make assemble\n        env: {TOKEN}", "gives a token"),
    ("publish.yml", "run: make approved", "run: make build", "record: may write and runs make build"),
    (
        "publish.yml",
        "    env:\n      NAME: .*",
        f"    env: {TOKEN}",
        "release: gives a token to all its steps",
    ),
    ("publish.yml", "run: make approved", "run: make approved && make build", "something else than a target"),
    ("publish.yml", r"concurrency:\n.*\n.*\n", "", "may run twice at once"),
    ("candidate.yml", r'tags: \["\*-rc\*"\]', 'tags: ["*"]', "runs on something else"),
    ("candidate.yml", "contents: read", "contents: write", "build: has more permissions"),
    ("candidate.yml", "run: make release", "run: make candidate", "keep: may write and runs make candidate"),
    ("preview.yml", "pull_request:", "pull_request_target:", "runs on something else"),
    (
        "preview.yml",
        "run: make build",
        f"run: make build\n        env: {TOKEN}",
        "gives a token to make build",
    ),
    ("preview.yml", "contents: read", "contents: read\n      pages: write", "preview: has more permissions"),
    ("rebuild.yml", "run: make rebuild", f"run: make rebuild\n        env: {TOKEN}", "gives a token"),
)


@pytest.mark.parametrize(("name", "old", "new", "said"), OTHERS_AGAINST_THE_RULES)
def test_a_workflow_of_editions_against_the_rules_is_refused(
    tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    assert said in "\n".join(own_rules(planted(tmp_path, re.compile(old), new, name)))


def test_nothing_is_built_with_a_token_and_nothing_published_without_the_environment() -> None:
    jobs = read(ROOT / ".github/workflows/publish.yml")["jobs"]
    order = ["record", "build", "release", "assemble", "deploy", "smoke"]
    assert list(jobs) == order
    for before, after in pairwise(order):
        assert before in jobs[after]["needs"]
    assert [name for name, job in jobs.items() if "environment" in job] == ["release", "deploy"]
    assert "refs/heads/main" in jobs["assemble"]["if"]


@pytest.mark.skipif(sys.platform == "win32", reason="make runs on Linux and macOS")
@pytest.mark.parametrize(
    "target", ["candidate", "rebuild-candidate", "publish", "release", "fetch", "approval", "approved"]
)
def test_the_name_of_a_tag_is_never_run_as_a_command(tmp_path: Path, target: str) -> None:
    """A tag may be called anything that git allows, `$(…)` and `;` included."""
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    program = tmp_path / ".venv" / "bin" / "report"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >> said\n')
    program.chmod(0o755)
    evil = "2026-rc1;touch${IFS}a;$(touch b)`touch c`$(shell touch d)"
    given = {"PATH": "/usr/bin:/bin", **dict.fromkeys(("NAME", "EDITION", "BASE"), evil)}
    # what the target needs is taken as done
    done = ["-o", ".venv/.site", "-o", ".venv/.test", "-o", ".venv/.renditions"]
    subprocess.run(["make", *done, target], cwd=tmp_path, env=given, check=True, capture_output=True)
    assert evil in (tmp_path / "said").read_text().splitlines()
    assert sorted(path.name for path in tmp_path.iterdir()) == [".venv", "Makefile", "said"]


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
