"""The cases in a copy, made from their pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from report.renditions.assembly import Job
from report.renditions.case_annex import case_anchor, listed_cases
from report.renditions.problems import NoSiteError
from report.renditions.ways import nowhere
from tests.report.renditions.conftest import PAGE

CASE = """
<nav class="trail"><a href="../">Register</a></nav>
<article class="case-page" aria-labelledby="case">
<header class="case-head"><p class="case-who">Finland</p><h1 id="case">Robots &amp; rules</h1>
<p class="case-badges"><span class="stage stage-pilot">Pilot</span></p></header>
<div class="case-body"><div class="case-text"><p class="case-summary">A summary.</p>
<ol class="sources"><li id="source-a" value="1">A source</li></ol></div>
<dl class="case-facts"><div><dt>Region</dt><dd>Europe</dd></div></dl></div>
<h2 id="related">Related</h2><ul class="related"><li>Another</li></ul>
<section id="cite">How to cite</section>
</article>
"""
KEY = "fi-automated-decisions"


@pytest.fixture
def with_case(job: Job) -> Job:
    """The small report with one case."""
    path = job.site / "en/cases" / KEY / "index.html"
    path.parent.mkdir(parents=True)
    path.write_text(PAGE.format(language="en", article=CASE), encoding="utf-8")
    return replace(job, knowledge=replace(job.knowledge, cases=[job.knowledge.case[KEY]]))


def test_a_case_is_listed_with_what_its_page_says(with_case: Job) -> None:
    asked: list[str] = []
    (case,) = listed_cases(with_case, "en", nowhere, lambda entry, address: asked.append(address))
    assert (case.administrations, case.title, case.stage) == ("Finland", "Robots & rules", "Pilot")
    assert case.anchor == case_anchor(KEY)
    assert [case.address] == asked == [f"https://example.org/report/2026/en/cases/{KEY}/"]


def test_an_entry_has_summary_and_sources_and_not_what_leads_elsewhere(with_case: Job) -> None:
    (case,) = listed_cases(with_case, "en", nowhere, lambda entry, address: None)
    said = html.tostring(case.entry, encoding="unicode")
    assert "A summary." in said
    assert "A source" in said
    for gone in ("Related", "Another", "How to cite", "Europe", "Register"):
        assert gone not in said
    assert case.entry.find(".//h1").get("id") == case.anchor


def test_a_case_without_a_page_is_an_error(with_case: Job) -> None:
    with pytest.raises(NoSiteError, match=KEY):
        listed_cases(with_case, "fr", nowhere, lambda entry, address: None)
