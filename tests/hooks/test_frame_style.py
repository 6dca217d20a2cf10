"""The one style sheet of every page."""

from __future__ import annotations

import re

import tinycss2

from hooks.frame_style import OWN, frame_style
from tests.conftest import ROOT


def test_it_holds_the_reports_own_rules_and_less_than_a_third_of_the_themes() -> None:
    text = frame_style(ROOT).content.decode()
    for selector in (".site-header{", ".edition-box{", ".md-typeset .chapter-ways{"):
        assert selector in text
    assert ".md-search" not in text
    assert len(text) < 75_000


def test_it_can_be_read_and_asks_for_nothing() -> None:
    text = frame_style(ROOT).content.decode()
    assert not [rule for rule in tinycss2.parse_stylesheet(text) if rule.type == "error"]
    assert not re.search(r"url\((?!\"?data:)", text)
    assert "@import" not in text


def test_its_name_follows_its_content() -> None:
    style = frame_style(ROOT)
    assert re.fullmatch(r"assets/frame\.[0-9a-f]{8}\.css", style.path)


def test_every_part_of_it_is_there() -> None:
    assert [name for name in OWN if not (ROOT / "docs" / "assets" / name).is_file()] in ([], ["print.css"])
