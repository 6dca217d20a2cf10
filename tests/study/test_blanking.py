"""What is left out moves nothing."""

from __future__ import annotations

import re

from study.blanking import blank


def test_a_blanked_part_keeps_its_length_and_its_lines() -> None:
    assert re.sub(r"<[^>]*>", blank, "a<b\nc>d") == "a  \n  d"
