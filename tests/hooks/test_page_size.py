"""The weight of a page: its own text and all that it loads first."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from hooks import page_size
from hooks.frame_style import frame_style
from hooks.marks import SIZE
from tests.conftest import ROOT


def test_a_weight_is_what_gzip_sends() -> None:
    text = random.Random(8).randbytes(30_000)
    assert page_size.weight(text) == len(gzip.compress(text, page_size.LEVEL))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "This page: {} kB"), ("fr", "Cette page\u00a0: {} ko")]
)
def test_a_page_says_what_it_and_its_files_weigh(language: str, said: str) -> None:
    page = (
        '<link rel="icon" href="../assets/favicon.svg"><link rel="stylesheet" href="../assets/catalogue.css">'
        '<link rel="alternate" href="../assets/side-by-side.css">'  # is not loaded
        f'<script src="../assets/catalogue.js" defer></script><p>{SIZE}</p>'
    )
    loaded = [Path(ROOT, "docs", "assets", name) for name in ("favicon.svg", "catalogue.css", "catalogue.js")]
    parts = [page.encode(), *(path.read_bytes() for path in loaded)]
    whole = round(sum(page_size.weight(part) for part in parts) / 1000)
    assert said.format(whole) in page_size.with_size(page, language, ROOT).replace(
        "\u202f", "\u00a0"
    ).replace(f"{whole}\u00a0", f"{whole} ")


def test_the_frame_is_weighed_once_for_all() -> None:
    style = frame_style(ROOT)
    light = page_size.with_size(f"<p>{SIZE}</p>", "en", ROOT)
    heavy = page_size.with_size(f'<link rel="stylesheet" href="{style.path}"><p>{SIZE}</p>', "en", ROOT)
    assert int(heavy.split(": ")[1].split("\u00a0")[0]) > int(float(light.split(": ")[1].split("\u00a0")[0]))


def test_a_page_without_the_mark_is_left_alone() -> None:
    assert page_size.with_size("<p>text</p>", "en", ROOT) == "<p>text</p>"
