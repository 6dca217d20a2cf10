"""From HTML to the bytes of a PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.renditions.printing import pdf
from report.renditions.problems import NotPrintedError
from tests.report.renditions.reading import fonts, opened, tags

PAGE = '<!doctype html><html lang="en"><head><title>T</title></head><body>{0}</body></html>'


def test_a_document_is_tagged_and_the_same_each_time(root: Path) -> None:
    made = pdf(root, PAGE.format("<h1>A</h1><p>B</p>"))
    assert made == pdf(root, PAGE.format("<h1>A</h1><p>B</p>"))
    assert [str(tag.S) for tag in tags(opened(made))] == ["/Document", "/H1", "/Span", "/P", "/Span"]


@pytest.mark.parametrize(
    "wrong",
    [
        '<p><a href="#nowhere">x</a></p>',
        '<img src="https://example.org/a.png" alt="x">',
        '<img src="file:///etc/passwd" alt="x">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
    ],
)
def test_what_would_be_missing_in_the_pdf_is_an_error(root: Path, wrong: str) -> None:
    with pytest.raises(NotPrintedError):
        pdf(root, PAGE.format(wrong))


def test_a_property_that_the_engine_does_not_know_is_an_error(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "overrides/print", tmp_path / "overrides/print")
    style = tmp_path / "overrides/print/print.css"
    style.write_text(style.read_text(encoding="utf-8") + "p { colour: red }", encoding="utf-8")
    with pytest.raises(NotPrintedError, match="colour"):
        pdf(tmp_path, PAGE.format("<p>x</p>"))


def test_a_narrow_no_break_space_comes_from_our_typefaces_too(root: Path) -> None:
    found = fonts(opened(pdf(root, PAGE.format("<p>Vrai\u202f?</p>"))))
    assert all("+Report-S" in name for name in found)
