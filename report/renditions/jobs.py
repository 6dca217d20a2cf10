"""The job of a command: which site, how its edition stands, and which of its copies are wanted."""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from lxml import html

from report.git import commit_name, commit_time, has_changes
from report.renditions.assembly import LANGUAGES, Job, navigation
from report.renditions.problems import NoSiteError, UnknownChapterError, WrongSiteError
from study import building
from study.problems import shown, suggestion

BOX = "edition-box-"


def job_of(
    root: Path, site: Path, languages: Collection[str] = (), wanted_chapters: Collection[str] = ()
) -> Job:
    """Return the job for the site of the checkout at `root`; all languages and chapters unless some are named.

    What the edition is comes from REPORT_EDITION and REPORT_COMMIT, the time from SOURCE_DATE_EPOCH, as in a
    build; without them it is a draft of the commit. Raises NoSiteError, WrongSiteError, UnknownChapterError,
    and ReportError if the records are not in order.
    """
    if not (site / "sitemap.xml").is_file():
        raise NoSiteError(f"{site} holds no built site; make it first: report build")
    knowledge = building.knowledge(root)
    seconds, commit = _version(root)
    if not knowledge.standing.commit and commit:
        standing = replace(knowledge.standing, commit=commit)
        knowledge = replace(knowledge, built_as=standing)
    chosen = tuple(language for language in LANGUAGES if not languages or language in languages)
    job = Job(root, site, knowledge, seconds, chosen, tuple(_known(root, wanted_chapters)))
    for language in chosen:
        _compare(job, language)
    return job


def _version(root: Path) -> tuple[int, str]:
    """Return the time of the text, and its commit or nothing for work that is not committed."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return int(given), os.environ.get("REPORT_COMMIT", "")
    seconds = commit_time(root)
    if seconds is None or has_changes(root):
        return int(time.time()), ""
    return seconds, commit_name(root) or ""


def _known(root: Path, wanted_chapters: Collection[str]) -> list[str]:
    known = [key for _, keys in navigation(root) for key in keys]
    for key in wanted_chapters:
        if key not in known:
            raise UnknownChapterError(f"there is no chapter {shown(key)}{suggestion(key, known)}")
    return [key for key in known if key in wanted_chapters]


def _compare(job: Job, language: str) -> None:
    """See that the pages were built as what the copies will say they are: nothing unapproved may look approved."""
    page = job.site / language / "index.html"
    if not page.is_file():
        raise NoSiteError(f"{page}: no such page; build both languages: report build")
    found = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    standing = job.standing
    expected = (standing.edition, standing.name, standing.shown)
    said = _said(found)
    if said != expected:
        raise WrongSiteError(
            f"{page} was built as {' '.join(said).strip() or 'something else'}, the copies would say "
            f"{' '.join(expected)}; build the site anew, or set REPORT_EDITION to what it was built as"
        )


def _said(page: html.HtmlElement) -> tuple[str, str, str]:
    """Return edition, name and status that a page says of itself."""
    for box in page.xpath(".//section[@data-edition]"):
        status = next((each for each in box.get("class").split() if each.startswith(BOX)), "")
        name = next((fact.text_content().strip() for fact in box.iter("dd")), "")
        return box.get("data-edition"), name, status.removeprefix(BOX)
    return "", "", ""
