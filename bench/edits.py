"""Edits of a checkout, each told from the last by a sentence of its own: a chapter, a record, a fragment."""

from __future__ import annotations

import re
from pathlib import Path
from string import ascii_lowercase

OPENING = re.compile(r"\A(---\n.*?\n---\n+#[^\n]*\n+[^\n]+?)(?: Edit [a-z]+\.)?\n", re.DOTALL)
RECORD = re.compile(
    r"^(- id: (\S+)$.*?^  title:\n    en: [\"']?)(?:Edit [a-z]+\. )?", re.DOTALL | re.MULTILINE
)
FRAGMENT = "overrides/fragments/case-page.html"


def edit_chapter(chapter: Path, number: int) -> str:
    """Put a sentence at the end of a chapter's first paragraph, in place of the last one; return it."""
    said = mark(number)
    text, found = OPENING.subn(lambda opening: f"{opening[1]} {said}\n", chapter.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{chapter} has no title and paragraph to edit")
    chapter.write_text(text, encoding="utf-8")
    return said


def mark(number: int) -> str:
    """Return a sentence that tells one edit from another, without figures, which checks may compare."""
    return f"Edit {ascii_lowercase[number % 26] * (number // 26 + 1)}."


def edit_page(copy: Path, chapter: str, number: int) -> tuple[str, str]:
    """Edit an English chapter; return its address in the site and the text it must show."""
    said = edit_chapter(copy / "docs" / "en" / chapter, number)
    return f"en/{chapter.removesuffix('.md')}/", said


def edit_record(copy: Path, number: int) -> tuple[str, str]:
    """Edit the title of the first case; return the address of its page and the text it must show."""
    register = copy / "data" / "cases.yaml"
    text, said = register.read_text(encoding="utf-8"), mark(number)
    register.write_text(RECORD.sub(rf"\g<1>{said} ", text, count=1), encoding="utf-8")
    return _page_of_first_case(copy), said


def edit_fragment(copy: Path, number: int) -> tuple[str, str]:
    """Edit the fragment of a case's page; return the address of one and the text it must show."""
    fragment = copy / FRAGMENT
    said = f"Fragment {mark(number)}"
    text = re.sub(r"\n<p>Fragment [^<]*</p>\n\Z", "", fragment.read_text(encoding="utf-8"))
    fragment.write_text(f"{text}\n<p>{said}</p>\n", encoding="utf-8")
    return _page_of_first_case(copy), said


def _page_of_first_case(copy: Path) -> str:
    found = RECORD.search((copy / "data" / "cases.yaml").read_text(encoding="utf-8"))
    assert found is not None
    return f"en/cases/{found[2]}/"
