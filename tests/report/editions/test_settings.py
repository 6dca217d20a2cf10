from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from report.editions.findings import Finding, count
from report.editions.settings import settings_findings
from report.github import Repository
from tests.report.editions.fake_gh import Fake, install


def ruleset(number: int, target: str, include: list[str], rules: list[str], **others: Any) -> dict[str, Any]:
    return {
        "id": number,
        "target": target,
        "enforcement": "active",
        "conditions": {"ref_name": {"include": include, "exclude": []}},
        "rules": [{"type": rule} for rule in rules],
        **others,
    }


MAIN = ruleset(
    1,
    "branch",
    ["~DEFAULT_BRANCH"],
    ["pull_request", "required_status_checks", "deletion", "non_fast_forward"],
)
TAGS = ruleset(2, "tag", ["~ALL"], ["update", "deletion"])
CANDIDATES = ruleset(3, "tag", ["refs/tags/*-rc*"], ["creation"])
REVIEWERS = {"type": "required_reviewers", "prevent_self_review": True, "reviewers": [{"type": "Team"}]}
ENVIRONMENT = {
    "protection_rules": [REVIEWERS, {"type": "branch_policy"}],
    "can_admins_bypass": False,
    "deployment_branch_policy": {"protected_branches": True},
}
RIGHT: dict[str, Any] = {
    "rulesets?includes_parents=true&per_page=100": [MAIN, TAGS, CANDIDATES],
    **{f"rulesets/{each['id']}?includes_parents=true": each for each in (MAIN, TAGS, CANDIDATES)},
    "environments/council-approved": ENVIRONMENT,
    "pages": {"build_type": "workflow", "https_enforced": True},
    "immutable-releases": {"enabled": True, "enforced_by_owner": False},
    "actions/permissions/workflow": {
        "default_workflow_permissions": "read",
        "can_approve_pull_request_reviews": False,
    },
}


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Fake:
    fake = install(tmp_path, monkeypatch, root)
    fake.answers(RIGHT)
    return fake


def found() -> dict[str, list[Finding]]:
    """Return the findings by their marks."""
    by_mark: dict[str, list[Finding]] = {"fine": [], "to do": [], "not checked": []}
    for each in settings_findings(Repository("an-owner/a-report")):
        by_mark[each.mark].append(each)
    return by_mark


def test_settings_as_the_readme_asks_for_are_fine(github: Fake) -> None:
    findings = found()
    assert findings["to do"] == [] and findings["not checked"] == []
    assert len(findings["fine"]) == 11


WRONG: list[tuple[str, Any, str]] = [
    (
        "rulesets/1?includes_parents=true",
        {**MAIN, "rules": [{"type": "deletion"}]},
        "lacks the rules pull_request",
    ),
    ("rulesets/1?includes_parents=true", {**MAIN, "target": "tag"}, "ruleset for main"),
    (
        "rulesets/2?includes_parents=true",
        {**TAGS, "conditions": {"ref_name": {"include": ["~ALL"], "exclude": ["refs/tags/2026"]}}},
        "lacks the rules update, deletion",
    ),
    ("rulesets/3?includes_parents=true", {**CANDIDATES, "rules": []}, "lacks the rules creation"),
    (
        "rulesets?includes_parents=true&per_page=100",
        [{**MAIN, "enforcement": "evaluate"}, TAGS, CANDIDATES],
        "ruleset for main",
    ),
    ("environments/council-approved", {**ENVIRONMENT, "protection_rules": []}, "nobody has to agree"),
    (
        "environments/council-approved",
        {**ENVIRONMENT, "protection_rules": [{**REVIEWERS, "prevent_self_review": False}]},
        "may agree to it",
    ),
    (
        "environments/council-approved",
        {**ENVIRONMENT, "can_admins_bypass": True},
        "administrators may pass it by",
    ),
    (
        "environments/council-approved",
        {**ENVIRONMENT, "deployment_branch_policy": None},
        "any branch may publish",
    ),
    ("environments/council-approved", 404, "does not exist"),
    ("pages", 404, "does not exist"),
    ("pages", {"build_type": "legacy", "https_enforced": True}, "publishes a branch"),
    ("pages", {"build_type": "workflow", "https_enforced": False}, "without HTTPS"),
    ("immutable-releases", {"enabled": False}, "can be changed"),
    (
        "actions/permissions/workflow",
        {"default_workflow_permissions": "write", "can_approve_pull_request_reviews": False},
        "allow reading only",
    ),
]


@pytest.mark.parametrize(("path", "answer", "said"), WRONG)
def test_a_setting_that_is_not_as_asked_for_is_named(github: Fake, path: str, answer: Any, said: str) -> None:
    github.answers({path: answer})
    assert said in "\n".join(map(str, found()["to do"]))


@pytest.mark.parametrize("answer", [401, 403, 500, "no JSON", "[1]"])
def test_what_github_does_not_show_is_said_to_be_unchecked(github: Fake, answer: Any) -> None:
    github.answers({"immutable-releases": answer})
    findings = found()
    assert findings["to do"] == []
    [finding] = findings["not checked"]
    assert finding.subject == "immutable releases"


def test_findings_are_counted_and_fit_on_one_line() -> None:
    findings = [Finding("fine", "a", "b"), Finding("to do", "a", "b\nc"), Finding("fine", "a", "b")]
    assert count(findings) == "2 fine, 1 to do, 0 not checked"
    assert str(findings[1]) == "to do:       a: b c"
