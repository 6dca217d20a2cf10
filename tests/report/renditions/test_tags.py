"""Tags that are added to those of the engine."""

from __future__ import annotations

from pathlib import Path

from weasyprint.pdf import tags as engine

from report.renditions.printing import pdf
from report.renditions.tags import fuller_tags
from tests.report.renditions.reading import opened, tags

PAGE = '<!doctype html><html lang="en"><head><title>T</title></head><body>{0}</body></html>'


def test_a_part_in_another_language_has_its_language(root: Path) -> None:
    found = opened(pdf(root, PAGE.format('<p>A <span lang="fr">titre</span></p>')))
    assert [str(tag.get("/Lang", "")) for tag in tags(found, "Span")].count("fr") == 1


def test_a_footnote_is_a_note_with_an_id(root: Path) -> None:
    text = '<p>A<span class="footnote">1 Source</span> and B<span class="footnote">2 Other</span></p>'
    found = opened(pdf(root, PAGE.format(text)))
    assert len({str(note.ID) for note in tags(found, "Note")}) == 2


def test_all_that_an_item_holds_besides_its_mark_is_its_body(root: Path) -> None:
    text = '<ul><li><a class="paragraph-number" href="https://example.org/#p1">1</a>Text</li></ul>'
    found = opened(pdf(root, PAGE.format(text)))
    item = next(tags(found, "LI"))
    assert [str(kid.S) for kid in item.K] == ["/Lbl", "/LBody"]


def test_the_engine_is_left_as_it_was() -> None:
    before = engine._build_box_tree
    with fuller_tags():
        assert engine._build_box_tree is not before
    assert engine._build_box_tree is before
