"""Tags that the engine leaves out: the language of a part, that a footnote is a note, what belongs to an item of a list.

WeasyPrint 70 names the language of the document only. Its tree of tags is made by one function that
calls itself; while a PDF is written, this module puts another around it. WeasyPrint is pinned, and tests
read the tags again: a version that makes them otherwise is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.pdf import tags

FOOTNOTE = "footnote"


@contextmanager
def fuller_tags() -> Iterator[None]:
    """Let PDFs that are written meanwhile have the language of each part, and notes as such."""
    made = tags._build_box_tree  # there is no public way, see above
    tags._build_box_tree = _around(made)
    try:
        yield
    finally:
        tags._build_box_tree = made


def _around(made: Any) -> Any:
    def tree(box: Any, parent: Any, pdf: Any, *others: Any) -> Iterator[Any]:
        for tag in made(box, parent, pdf, *others):
            if tag is not parent:
                _name(tag, box, parent)
                if tag["S"] == "/LI":
                    _gather(tag, pdf)
            yield tag

    return tree


def _name(tag: Any, box: Any, parent: Any) -> None:
    """Put language and kind of an HTML element on its tag."""
    element = getattr(box, "element", None)
    if element is None:
        return
    if (language := element.get("lang")) and element.tag != "html":
        tag["Lang"] = pydyf.String(language)
    # its call and its mark are boxes of the same element, with other names
    own = isinstance(box, BlockBox) and box.element_tag == element.tag
    if element.get("class") == FOOTNOTE and own and parent["S"] != "/Note":
        tag["S"] = "/Note"
        tag["ID"] = pydyf.String(f"note-{tag.number}")


def _gather(item: Any, pdf: Any) -> None:
    """Put all that an item of a list holds besides its mark into one body, in its order."""
    kids = [pdf.objects[int(reference.split()[0])] for reference in item["K"]]
    inside = [kid for kid in kids if kid["S"] != "/Lbl"]
    if not inside or [kid["S"] for kid in inside] == ["/LBody"]:
        return
    body = next((kid for kid in inside if kid["S"] == "/LBody"), None)
    if body is None:
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference})
        pdf.add_object(body)
    held = []
    for kid in inside:
        parts = kid["K"] if kid["S"] == "/LBody" else [kid.reference]
        for part in parts:
            held.append(part)
            if isinstance(part, bytes):
                pdf.objects[int(part.split()[0])]["P"] = body.reference
    body["K"] = pydyf.Array(held)
    item["K"] = pydyf.Array([*(kid.reference for kid in kids if kid["S"] == "/Lbl"), body.reference])
