"""A small report with one chapter in both languages, and what is exported from it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from study.chapters import read_chapter
from study.knowledge import Knowledge
from study.translation.merging import Merge, merged
from study.translation.passages import Paired, paired
from study.translation.revisions import Stale
from study.translation.xliff import xliff
from study.translation.xliff_reading import read_translation

DAY = date(2026, 1, 31)
PAGE = "technologies-of-tests.md"
ENGLISH = """\
---
description: A chapter.
---
# The gate {: #gate }

A **gate** opens at 62% of [ports](other.md#a).{{ cite("note") }}

{{ cases() }}

## Uses {: #uses }

- first & last
- second `code`
    - nested

| Port | State |
| --- | --- |
| A | open |

!!! note "A title"
    Words inside
    on two lines.

## Sources {: #sources }

{{ sources() }}
"""
FRENCH = """\
---
description: Un chapitre.
---
# La porte {: #gate }

Une **porte** s’ouvre dans 62\u202f% des [ports](other.md#a).{{ cite("note") }}

{{ cases() }}

## Usages {: #uses }

- premier et dernier
- deuxième `code`
    - imbriqué

| Port | État |
| --- | --- |
| A | ouvert |

!!! note "Un titre"
    Des mots dedans
    sur deux lignes.

## Sources {: #sources }

{{ sources() }}
"""
PAIR = {"en": ENGLISH, "fr": FRENCH}
SECTIONS = ("gate", "uses", "sources")
Write = Callable[..., Paired]


@pytest.fixture
def write(small: Path) -> Write:
    """Write a chapter in both languages; return its passages."""

    def put(english: str = ENGLISH, french: str = FRENCH, page: str = PAGE) -> Paired:
        for language, text in (("en", english), ("fr", french)):
            path = small / "docs" / language / page
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            moment = path.stat().st_mtime_ns + put.count * 1_000_000  # type: ignore[attr-defined]
            os.utime(path, ns=(moment, moment))
            put.count += 1  # type: ignore[attr-defined]
        return paired(read_chapter(small, "en", page), read_chapter(small, "fr", page))

    put.count = 0  # type: ignore[attr-defined]
    return put


@pytest.fixture
def held(little: Knowledge, knowledge: Knowledge, write: Write, monkeypatch: pytest.MonkeyPatch) -> Knowledge:
    """The knowledge of the small report with the words of today, its chapter written, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")  # 31 January 2026
    write()
    return replace(little, labels=knowledge.labels)


Export = Callable[..., Path]


@pytest.fixture
def export(small: Path, held: Knowledge, tmp_path: Path) -> Export:
    """Write the chapter as XLIFF, with passages of the document replaced; each must be there."""

    def made(*changes: tuple[str, str], source: str = "en") -> Path:
        stale = [Stale(PAGE, section, source) for section in SECTIONS]
        text = xliff(small, held, stale, source).decode()
        for old, new in changes:
            assert old in text, f"the export does not hold {old!r}"
            text = text.replace(old, new, 1)
        path = tmp_path / "back.xlf"
        path.write_text(text, encoding="utf-8")
        return path

    return made


Back = Callable[[Path], Merge]


@pytest.fixture
def back(small: Path, held: Knowledge) -> Back:
    """Return what a file changes."""
    return lambda path: merged(small, read_translation(path, path.name), held, DAY)


def schema(root: Path, name: str) -> etree.RelaxNG:
    """Return a schema of `tests/formats/`."""
    return etree.RelaxNG(etree.parse(root / "tests" / "formats" / name))


def tree(content: bytes) -> etree._Element:
    """Return the first element of a document, read without entities or network."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
