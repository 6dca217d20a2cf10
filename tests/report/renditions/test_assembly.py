"""Parts, chapters and articles of a built site, for every kind of copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from lxml import html

from report.renditions.assembly import Job, article, chapters, navigation, page_path
from report.renditions.problems import NoSiteError

Put = Callable[[str], None]


def shown(found: html.HtmlElement) -> str:
    return html.tostring(found, encoding="unicode")


def test_the_navigation_leaves_out_the_pages_that_only_lead_to_others(job: Job) -> None:
    assert navigation(job.root) == [
        ("", ["summary"]),
        ("technologies", ["technologies/index", "technologies/ai"]),
    ]


def test_parts_have_the_words_of_their_language_and_numbers_run_on(job: Job) -> None:
    first, second = chapters(job, "fr")
    assert (first.key, first.title, first.number) == ("", "", None)
    assert (second.title, second.number) == ("Technologies", 1)
    assert [(each.key, each.number) for each in second.chapters] == [
        ("technologies/index", 2),
        ("technologies/ai", 3),
    ]


def test_a_title_is_that_of_the_page_without_its_permalink_and_with_its_no_break_spaces(job: Job) -> None:
    first, second = chapters(job, "fr")
    assert first.chapters[0].title == "Summary"
    assert second.chapters[0].title == "Technologies\u202f?"


@pytest.mark.parametrize(
    ("key", "path"), [("index", ""), ("about", "about/"), ("cases/index", "cases/"), ("a/b", "a/b/")]
)
def test_a_page_lies_in_a_folder_of_its_own(key: str, path: str) -> None:
    assert page_path(key) == path


def test_a_missing_page_is_named_with_the_command_that_makes_it(job: Job) -> None:
    shutil.rmtree(job.site / "fr")
    with pytest.raises(NoSiteError, match=r"fr/summary/index\.html: no such page; .* report build"):
        chapters(job, "fr")


def test_a_page_without_an_article_is_refused(job: Job) -> None:
    (job.site / "en/summary/index.html").write_text("<p>Nothing</p>", encoding="utf-8")
    with pytest.raises(NoSiteError, match="has no <article>"):
        article(job, "en", "summary")


def test_an_article_can_be_changed_without_changing_the_next(job: Job) -> None:
    article(job, "en", "summary").clear()
    assert "Summary" in shown(article(job, "en", "summary"))


def test_a_page_that_was_built_anew_is_read_anew(job: Job, put: Put) -> None:
    article(job, "en", "technologies/ai")
    put("<h1>Another title</h1>")
    assert "Another title" in shown(article(job, "en", "technologies/ai"))


def test_links_lead_to_permalinks_unless_the_copy_holds_the_page(job: Job, put: Put) -> None:
    put('<h1 id="ai">AI</h1><p><a href="../../summary/#x">a</a> <a href="../#y">b</a></p>')
    found = article(
        job, "en", "technologies/ai", lambda page, at: f"#{page}--{at}" if page == "summary" else None
    )
    assert [link.get("href") for link in found.iter("a")] == [
        "#summary--x",
        "https://example.org/report/2026/en/technologies/#y",
    ]
