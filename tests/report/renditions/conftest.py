"""A small report as it lies on the disk after a build: two languages, three chapters, a door."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report.renditions.assembly import Job
from study.knowledge import Knowledge

NAVIGATION = """\
site_name: Small
nav:
  - index.md
  - summary.md
  - technologies:
      - technologies/index.md
      - technologies/ai.md
  - copies.md
plugins:
  - i18n: {build_only_locale: !ENV [LANG_ONLY, null]}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""
PAGE = '<!doctype html><html lang="{language}"><body><nav>Menu</nav><article class="md-typeset">{article}</article></body></html>'
PAGES = {
    "index.html": "<h1 id='home'>Home</h1>",
    "summary/index.html": "<h1 id='summary'>Summary<a class='headerlink' href='#summary'>¶</a></h1>",
    "technologies/index.html": "<h1 id='technologies'>Technologies\u202f?</h1>",
    "technologies/ai/index.html": "<h1 id='ai'>Artificial intelligence</h1>",
}


@pytest.fixture
def job(tmp_path: Path, knowledge: Knowledge) -> Job:
    """A job on the small report."""
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, encoding="utf-8")
    for language in ("en", "fr"):
        for name, article in PAGES.items():
            path = tmp_path / "site" / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.format(language=language, article=article), encoding="utf-8")
    return Job(tmp_path, tmp_path / "site", knowledge, 1_700_000_000)


@pytest.fixture
def put(job: Job) -> Callable[[str], None]:
    """Give the chapter on artificial intelligence another article in English."""

    def replace(article: str) -> None:
        path = job.site / "en/technologies/ai/index.html"
        path.write_text(PAGE.format(language="en", article=article), encoding="utf-8")

    return replace
