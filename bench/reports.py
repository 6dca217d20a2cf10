"""Synthetic reports: the project with other chapters, as many as are asked for, in a checkout of its own.

Configuration, hooks, macros, fragments and data are the project's. The real chapters are left out:
they would set a floor of some forty pages, and each would have to follow every change of the report.
The five pages that the theme and the macros lead to stay, with their macros and hardly a word.
Of the cases only those remain that other records name, so that the number of chapters alone
decides what a build costs; registers of any size are measured by themselves, see bench/registers.py.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.chapter import chapter, name, page
from bench.registers import write_register
from bench.vocabulary import vocabulary
from study.knowledge import Knowledge

FOLDER = "bench"
PART = 20  # chapters under one heading of the navigation
LANGUAGES = ("en", "fr")
FIXED = {
    "index.md": "# Report {: #report }\n\n{{ status() }}",
    "cases/index.md": "# Cases {: #cases }\n\n{{ catalogue() }}",
    "glossary.md": "# Glossary {: #glossary }\n\n{{ glossary() }}",
    "sources.md": '# Sources {: #all-sources }\n\n{{ sources("all") }}',
    "about.md": "# About {: #about }\n\n## Status {: #status }\n\n{{ status() }}",
}
NAV = re.compile(r"^nav:\n(?:[ \t]+.*\n)+", re.MULTILINE)


def write_report(root: Path, knowledge: Knowledge, size: int) -> None:
    """Turn the checkout at `root` into a report of `size` pages per language. Raises ValueError below 10."""
    count = size - len(FIXED)
    if count < len(FIXED):
        raise ValueError(f"{size} pages are too few; expected {2 * len(FIXED)} or more")
    written = {language: list(chapters(knowledge, language, count)) for language in LANGUAGES}
    for language, files in written.items():
        folder = root / "docs" / language
        shutil.rmtree(folder)
        for path, text in files:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    settings = root / "mkdocs.yml"
    text, found = NAV.subn(lambda _: navigation(count), settings.read_text(encoding="utf-8"))
    if found != 1:
        raise ValueError("mkdocs.yml has no nav: to put the chapters into")
    settings.write_text(text, encoding="utf-8")
    write_register(root, [case for case in knowledge.cases if case.id in _named(knowledge)])


def chapters(knowledge: Knowledge, language: str, count: int) -> Iterator[tuple[str, str]]:
    """Yield path below `docs/LANG/` and Markdown of every page of a language."""
    words = vocabulary(knowledge, language)
    for path, text in FIXED.items():
        yield path, page("A page of the synthetic report.", [text])
    for number in range(1, count + 1):
        yield f"{FOLDER}/{name(number)}.md", chapter(knowledge, words, language, number, count)


def navigation(count: int) -> str:
    """Return the `nav:` of a report with `count` chapters, in parts of twenty."""
    lines = ["nav:", "  - index.md", "  - technologies:"]
    for first in range(1, count + 1, PART):
        last = min(first + PART - 1, count)
        lines.append(f'      - "{first}–{last}":')
        lines += [f"          - {FOLDER}/{name(number)}.md" for number in range(first, last + 1)]
    lines += ["  - cases:", "      - cases/index.md", "  - reference:"]
    lines += [f"      - {path}" for path in ("glossary.md", "sources.md", "about.md")]
    return "\n".join(lines) + "\n"


def _named(knowledge: Knowledge) -> set[str]:
    """Return the ids of the cases that other records name."""
    steps = (step for dimension in knowledge.dimensions for step in dimension.steps)
    return {case for step in steps for case in step.cases}
