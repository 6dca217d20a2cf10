"""Templates of the copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from lxml import html

from report.renditions.templates import markup, rendered


def test_texts_are_escaped(root: Path) -> None:
    assert "&lt;b&gt;" in rendered(root, "reservation", text="<b>")


def test_a_missing_value_is_an_error(root: Path) -> None:
    with pytest.raises(UndefinedError):
        rendered(root, "reservation")


def test_an_element_is_given_as_it_is_without_what_follows_it() -> None:
    element = html.fragment_fromstring("<div><p>a &amp; b</p> after</div>")[0]
    assert markup(element) == "<p>a &amp; b</p>"
