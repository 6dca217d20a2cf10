"""What a page says of its edition, put in last: its box and the end of its ribbon.

Imported, not listed in mkdocs.yml (see hooks/stages.py). Both are kept out of the frames, so that neither
the pages of another edition nor a decision is a reason to render the theme anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

import macros
from hooks.marks import BOX, COMMIT, NOTE, WHOLE_COMMIT
from macros.edition_boxes import EditionBoxes
from macros.rendering import render_repeated
from study import building
from study.editions.pages import page_path, published_pages
from study.knowledge import Knowledge
from study.labels import Words

if TYPE_CHECKING:
    from hooks.stages import Stage

VERIFY = "verify.md"
_boxes: dict[str, tuple[Knowledge, object, EditionBoxes]] = {}


class EditionWords(NamedTuple):
    """HTML for the two marks of a page."""

    box: str
    note: str

    def put_into(self, html: str) -> str:
        """Return a page with its marks replaced."""
        return html.replace(BOX, self.box).replace(NOTE, self.note)


MARKS = EditionWords(BOX, NOTE)  # of a page that is filled later


def edition_words(stage: Stage, url: str, chapter: str | None) -> EditionWords:
    """Return what the page at `url` says; `chapter` is None for one that is made from the register."""
    boxes = _of(stage)
    path = page_path(url.partition("/")[2])
    html = render_repeated(stage.root, "edition-box", box=boxes.box(url, chapter, path))
    note = boxes.note(chapter)
    return EditionWords(html, f" · {escape(note)}" if note else "")


def _of(stage: Stage) -> EditionBoxes:
    """Return the boxes of a language, made anew when the records or the files have changed."""
    knowledge = building.last_knowledge(stage.root)
    last = _boxes.get(stage.language)
    if last is None or last[0] is not knowledge or last[1] is not stage.files:
        draft = knowledge.standing.status == "draft"
        commit = (COMMIT if draft else WHOLE_COMMIT) if knowledge.standing.commit else ""
        verify = macros.addresses_of(stage.files, stage.language)(VERIFY)
        words = Words(stage.language, knowledge.labels)
        boxes = EditionBoxes(knowledge, words, commit, published_pages(stage.root), verify)
        _boxes[stage.language] = last = (knowledge, stage.files, boxes)
    return last[2]
