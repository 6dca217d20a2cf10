"""Editions of a few pages, sealed, packed and recorded as approved in a copy of the data; all are TESTS."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from study.editions.approvals import written
from study.editions.archives import pack
from study.editions.digests import tree_digests
from study.editions.sealing import About, seal
from study.models.approvals import Approval, Digests, Scope
from study.models.values import Translated

PAGES = ("", "ai/", "cases/", "cases/ke-x/")
TIME = 1_800_000_000
COMMIT = "a" * 40
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{path}</title><link rel="icon" href="data:,"></head>
<body><article><h1>{path}</h1><p id="p1">Edition {number}, {language}, {path}</p></article></body></html>
"""
FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">
  <title>Feed of edition {number}</title>
  <id>urn:uuid:00000000-0000-0000-0000-000000000000</id>
  <link rel="self" type="application/atom+xml" hreflang="{language}" href="https://example.org/report/{number}/{language}/feed.xml" />
  <link rel="alternate" type="application/atom+xml" hreflang="{other}" href="https://example.org/report/{number}/{other}/feed.xml" />
  <link rel="alternate" type="text/html" hreflang="{language}" href="https://example.org/report/{number}/{language}/" />
</feed>
"""


def small_checkout(root: Path, folder: Path) -> Path:
    """Return a copy of the data and templates alone, without any approval."""
    copy = folder / "checkout"
    ignored = shutil.ignore_patterns("dictionaries", "schemas", "approvals", "history", "concordance")
    shutil.copytree(root / "data", copy / "data", ignore=ignored)
    shutil.copytree(root / "overrides", copy / "overrides")
    (copy / "docs").mkdir()
    (copy / "mkdocs.yml").touch()
    return copy


def write_tree(tree: Path, number: str, pages: Sequence[str] = PAGES) -> None:
    """Write the built site of an edition: its pages in both languages, a feed, a download."""
    for language, other in (("en", "fr"), ("fr", "en"), ("both", "")):
        for path in pages:
            page = tree / language / path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(
                PAGE.format(language=language, path=path or "home", number=number), encoding="utf-8"
            )
        if other:
            feed = FEED.format(language=language, other=other, number=number)
            (tree / language / "feed.xml").write_text(feed, encoding="utf-8")
    (tree / "index.html").write_text(PAGE.format(language="en", path="door", number=number), encoding="utf-8")
    (tree / "404.html").write_text(PAGE.format(language="en", path="404", number=number), encoding="utf-8")
    (tree / "sitemap.xml").write_text("<urlset/>\n", encoding="utf-8")
    (tree / "assets").mkdir()
    (tree / "assets" / "favicon.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )


def approve(
    checkout: Path,
    archives: Path,
    number: str,
    pages: Sequence[str] = PAGES,
    date: str = "2026-06-27",
    **others: object,
) -> Approval:
    """Make the archive of an edition and the record of its approval, which is a TEST."""
    tree = archives / f".tree-{number}"
    write_tree(tree, number, pages)
    approval = approval_of(tree, number, date).model_copy(update=others)
    about = About(number, number, "approved", COMMIT, TIME, "3.11.7", "0" * 64, approval=approval)
    seal(tree, about)
    pack(tree, archives / f"{number}.zip", number, TIME)
    shutil.rmtree(tree)
    _make_known(checkout, number)
    record = checkout / "data" / "approvals" / f"{number}.yaml"
    record.parent.mkdir(exist_ok=True)
    record.write_text(written(approval), encoding="utf-8")
    return approval


def _make_known(checkout: Path, number: str) -> None:
    path = checkout / "data" / "editions.yaml"
    text = path.read_text(encoding="utf-8")
    if f'id: "{number}"' not in text:
        path.write_text(
            f'{text}  - id: "{number}"\n    title: {{en: TEST, fr: TEST}}\n    status: draft\n',
            encoding="utf-8",
        )


def approval_of(tree: Path, number: str, date: str) -> Approval:
    """Return the record of a TEST approval of what `tree` holds."""
    digests = tree_digests(tree)
    return Approval(
        edition=number,
        candidate=f"{number}-rc1",
        commit=COMMIT,
        digests=Digests(**{group: digests.of(group) for group in ("en", "fr", "both", "data")}),
        manifest="sha256:" + "0" * 64,
        body="council",
        session="TEST 1",
        date=date,
        decision=Translated(en="TEST", fr="TEST"),
        document=Translated(en="TEST-E", fr="TEST-F"),
        scope=Scope(approved=["ai.md"]),
    )
