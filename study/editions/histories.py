"""Writing down what an edition publishes, for later ones to keep: `data/history/EDITION.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml

from study.chapters import pages as chapters_of
from study.chapters import read_chapter
from study.loading import load
from study.paragraph_maps import frozen_map, lines_of

HEAD = """\
# What this edition has published: it never changes. Cases with their stages, terms, sources, chapters with
# the ids of their headings, the paths of the pages below a language, and the numbers of the paragraphs.
# `sums` is the digest of the SHA256SUMS of the published edition.
"""


def history_of(root: Path, pages: Iterable[str], sums: str) -> str:
    """Return the history of the current edition of `root`, a checkout of its candidate's commit.

    `pages` are the paths of the published pages below a language, such as "" and "ai/"; `sums` is the digest
    of the published tree's SHA256SUMS, `sha256:…`. Raises ReportError if data, a chapter or the frozen numbers
    can't be read.
    """
    knowledge = load(root, date.max)  # whether its days lie in the future was checked when it was a candidate
    edition = knowledge.editions.current
    fields = {
        "edition": edition,
        "sums": sums,
        "cases": {case.id: str(case.stage) for case in knowledge.cases},
        "terms": [term.id for term in knowledge.glossary],
        "sources": [source.id for source in knowledge.sources],
        "chapters": {page: _headings(root, page) for page in chapters_of(root, "en")},
        "pages": sorted(set(pages)),
    }
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    numbers = lines_of(frozen_map(root, edition) or {})
    return (
        "\n".join([HEAD + text.rstrip("\n"), "paragraphs:" if numbers else "paragraphs: {}", *_in(numbers)])
        + "\n"
    )


def _headings(root: Path, page: str) -> list[str]:
    return [heading.id for heading in read_chapter(root, "en", page).headings if heading.id]


def _in(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]
