"""A small built site to change: two languages, one page of both, downloads, and what is not counted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST

PAGE = """<html><head><title>{title} ({status})</title></head><body>
<article><h1 id="a">{title}</h1><p id="p1">A claim of 62 %.</p><p data-status>{status}</p></article>
<footer data-status>{status}{marks}</footer></body></html>
"""
BOTH = "<html><body><main><h1>{title}</h1><p data-status>{status}{marks}</p></main></body></html>\n"
MARKS = f" {PAGE_DIGEST} {EDITION_DIGEST}"


def tree(site: Path, status: str = "Draft", marks: str = "") -> Path:
    """Write a built site to the new folder `site`; `marks` stand in its pages until it is sealed."""
    for name, content in files(status, marks).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, encoding="utf-8")
    return site


def files(status: str, marks: str) -> Mapping[str, str]:
    """Return the files of the site by their names."""
    pages = {"": "Home", "ai/": "Intelligence", "404.html": "Not found"}
    written = {}
    for language in ("en", "fr"):
        for path, title in pages.items():
            name = path if path.endswith(".html") else f"{path}index.html"
            written[f"{language}/{name}"] = PAGE.format(title=title, status=status, marks=marks)
        mark = "," if language == "en" else ";"
        written[f"{language}/data/cases.csv"] = f"id{mark}status{mark}text\na{mark}{status}{mark}words\n"
        written[f"{language}/search/search_index.json"] = f'{{"text": "{status}"}}'
        written[f"{language}/feed.xml"] = f"<feed>{status}</feed>"
    written["both/ai/index.html"] = BOTH.format(title="Intelligence", status=status, marks=marks)
    written["index.html"] = f"<html><body><main>{status}</main></body></html>"
    written["assets/site.css"] = f".status-{status} {{}}"
    written["assets/map.svg"] = "<svg/>"
    return written
