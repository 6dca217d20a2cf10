"""The typefaces of PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.renditions.typefaces import folders, in_place_of, signs, typeface_rules, unknown_signs


def test_every_file_that_the_style_names_is_there() -> None:
    addresses = [part.split('"')[0] for part in typeface_rules().split('url("')[1:]]
    assert len(addresses) == 10
    assert all(Path(address.removeprefix("file://")).is_file() for address in addresses)


@pytest.mark.parametrize("sign", "\u202f\u00a0œŒ→−≤≥₂«»’…—–é☐·§")
def test_the_signs_of_both_languages_are_drawn(sign: str) -> None:
    assert sign in signs()


def test_other_scripts_are_not_drawn_and_said_to_be() -> None:
    assert unknown_signs("5G 機械 機") == "機械"
    assert unknown_signs("word\u2060joiner") == ""


def test_what_stands_for_a_text_keeps_the_space_around_it() -> None:
    assert in_place_of("\n 機 械, ", "[title]") == "\n [title] "


def test_the_licence_lies_beside_the_files() -> None:
    assert all((folder / "LICENSE.txt").is_file() for folder in folders())
