"""Every built page has a strict policy that fits what stands in it."""

from __future__ import annotations

import pytest

from study.content_policy import with_policy
from tests.site.parsing import Page, Site
from tests.site.policies import policy_faults

PAGE = (
    '<head><meta charset="utf-8"><style>p{}</style></head><body><script>a()</script><script src="x.js"></script>'
    '<script type="application/ld+json">{}</script><p>text</p></body>'
)


def faults(html: str) -> list[str]:
    return list(policy_faults(Page("en/index.html", html)))


def test_every_page_has_a_policy_that_fits_it(pages: Site) -> None:
    assert [fault for page in pages.pages.values() for fault in policy_faults(page)] == []


def test_a_page_that_is_as_it_should_be_has_no_fault() -> None:
    assert faults(with_policy(PAGE)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<p>", '<p style="color:red">', "<p style>"),
        ("<p>", '<p onclick="b()">', "<p onclick>"),
        ("<p>", '<p><a href=" JavaScript:b()">b</a>', "javascript:"),
        ("a()", "b()", "script-src lists"),
        ("p{}", "b{}", "style-src lists"),
        ("<p>", "<p><script>b()</script>", "script-src lists"),
        ("<p>", '<p><link rel="stylesheet" href="x.css">', ""),
        ("script-src 'self'", "script-src", "script-src stops x.js"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'", "'unsafe-inline' lets in too much"),
        ("default-src 'none'", "default-src 'self'", "default-src and base-uri must be 'none'"),
        ("http-equiv", "data-off", "0 policies"),
        ("<head>", "<head><style></style>", "<style> before the policy"),
    ],
)
def test_what_is_wrong_with_a_policy_is_said(old: str, new: str, said: str) -> None:
    html = with_policy(PAGE)
    assert old in html
    changed = faults(html.replace(old, new, 1))
    assert bool(changed) == bool(said)
    assert said in "\n".join(changed)
