"""The settings of the repository on GitHub that a publication rests on, compared with what README.md asks for.

Names and fields are those of GitHub's REST API, version 2022-11-28 (docs.github.com/rest).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from report.editions.findings import Finding, fine_or_not
from report.github import GithubError, Repository

ENVIRONMENT = "council-approved"
MAIN = ("refs/heads/main", "~DEFAULT_BRANCH", "~ALL")
ALL_TAGS = ("refs/tags/**", "refs/tags/*", "~ALL")
CANDIDATES = ("refs/tags/*-rc*", "refs/tags/**-rc*", *ALL_TAGS)
ON_MAIN = ("pull_request", "required_status_checks", "deletion", "non_fast_forward")
NOT_ALLOWED = (401, 403)


def settings_findings(repository: Repository) -> Iterator[Finding]:
    """Return what is right and what is to be done in the settings; what GitHub does not show is said to be unchecked."""
    checks: tuple[tuple[str, Callable[[Repository], Iterable[Finding]]], ...] = (
        ("rulesets", _rulesets),
        (f"environment {ENVIRONMENT}", _environment),
        ("Pages", _pages),
        ("immutable releases", _immutable),
        ("permissions of workflows", _workflows),
    )
    for subject, check in checks:
        try:
            yield from list(check(repository))
        except GithubError as error:
            yield _unanswered(subject, error)
        except (KeyError, TypeError, AttributeError):
            yield Finding("not checked", subject, "GitHub answered in a form that is not known here.")


def _unanswered(subject: str, error: GithubError) -> Finding:
    if error.status == 404:
        return Finding(
            "to do",
            subject,
            "does not exist, or this account may not see it; see README.md, repository settings.",
        )
    if error.status in NOT_ALLOWED:
        return Finding(
            "not checked", subject, "this account may not see it; ask an administrator of the repository."
        )
    return Finding("not checked", subject, str(error))


def _rulesets(repository: Repository) -> Iterator[Finding]:
    """Look at rules for `main`, for the tags of candidates and for all tags; rulesets of the organization count too."""
    listed = repository.api("rulesets?includes_parents=true&per_page=100")
    active = [
        repository.api(f"rulesets/{each['id']}?includes_parents=true")
        for each in listed
        if each["enforcement"] == "active"
    ]
    for subject, target, names, wanted in (
        ("ruleset for main", "branch", MAIN, ON_MAIN),
        ("ruleset for all tags", "tag", ALL_TAGS, ("update", "deletion")),
        ("ruleset for tags of candidates", "tag", CANDIDATES, ("creation",)),
    ):
        rules = {rule["type"] for each in active if _covers(each, target, names) for rule in each["rules"]}
        missing = [rule for rule in wanted if rule not in rules]
        yield fine_or_not(
            not missing,
            subject,
            f"has the rules {', '.join(wanted)}.",
            f"lacks the rules {', '.join(missing)}.",
        )


def _covers(ruleset: Any, target: str, names: tuple[str, ...]) -> bool:
    condition = (ruleset.get("conditions") or {}).get("ref_name") or {}
    included = set(condition.get("include", [])) & set(names)
    return ruleset["target"] == target and bool(included) and not condition.get("exclude")


def _environment(repository: Repository) -> Iterator[Finding]:
    environment = repository.api(f"environments/{ENVIRONMENT}")
    rules = {rule["type"]: rule for rule in environment.get("protection_rules") or []}
    reviewers = rules.get("required_reviewers", {})
    subject = f"environment {ENVIRONMENT}"
    yield fine_or_not(
        bool(reviewers.get("reviewers")),
        subject,
        "a second person of the secretariat has to agree.",
        "nobody has to agree; add the secretariat as required reviewers.",
    )
    yield fine_or_not(
        reviewers.get("prevent_self_review") is True,
        subject,
        "whoever started a publication cannot agree to it.",
        "whoever started a publication may agree to it; switch on “Prevent self-review”.",
    )
    yield fine_or_not(
        environment.get("can_admins_bypass") is False,
        subject,
        "administrators cannot pass it by.",
        "administrators may pass it by; switch off “Allow administrators to bypass”.",
    )
    yield fine_or_not(
        environment.get("deployment_branch_policy") is not None,
        subject,
        "only chosen branches may publish.",
        "any branch may publish; choose main only.",
    )


def _pages(repository: Repository) -> Iterator[Finding]:
    pages = repository.api("pages")
    yield fine_or_not(
        pages.get("build_type") == "workflow",
        "Pages",
        "publishes what the workflow hands over.",
        "publishes a branch; choose GitHub Actions as the source.",
    )
    yield fine_or_not(
        pages.get("https_enforced") is True,
        "Pages",
        "answers by HTTPS only.",
        "also answers without HTTPS; enforce it.",
    )


def _immutable(repository: Repository) -> Iterator[Finding]:
    yield fine_or_not(
        repository.api("immutable-releases").get("enabled") is True,
        "immutable releases",
        "a published release and its tag stay as they are.",
        "a published release can be changed; switch on immutable releases.",
    )


def _workflows(repository: Repository) -> Iterator[Finding]:
    allowed = repository.api("actions/permissions/workflow")
    yield fine_or_not(
        allowed.get("default_workflow_permissions") == "read"
        and allowed.get("can_approve_pull_request_reviews") is False,
        "permissions of workflows",
        "a workflow may read, and agrees to no proposal, unless it says otherwise.",
        "workflows may write or agree to proposals by default; allow reading only.",
    )
