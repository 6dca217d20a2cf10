"""What the record holds once sections are certified."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from study.concordance.certifying import certified, entry_of
from study.concordance.passages import chapter_pair
from study.concordance.record_reading import parsed, read_record
from tests.study.concordance.twin import KEYS, PAGE, RECORD

FIRST, LATER = date(2026, 1, 30), date(2026, 1, 31)


def test_a_record_that_did_not_exist_gets_an_entry_for_each_section(twin: Path) -> None:
    pair = chapter_pair(twin, PAGE)
    text, changed = certified(pair, read_record(twin, RECORD), ["uses"], "editors", FIRST, anew=False)
    record = parsed(text, RECORD)
    assert (tuple(record.held), changed) == (KEYS, ("uses",))
    assert record.entry("uses") == entry_of(pair, "uses", "editors", FIRST)
    assert record.entry("ai") is None


def test_what_the_role_certified_already_keeps_its_day(twin: Path) -> None:
    pair = chapter_pair(twin, PAGE)
    text, _ = certified(pair, read_record(twin, RECORD), KEYS, "editors", FIRST, anew=False)
    same = certified(pair, parsed(text, RECORD), KEYS, "editors", LATER, anew=False)
    assert same == (text, ())
    other, changed = certified(pair, parsed(text, RECORD), ["uses"], "secretariat", LATER, anew=False)
    assert changed == ("uses",)
    assert other != text


def test_a_day_that_is_asked_for_is_written(twin: Path) -> None:
    pair = chapter_pair(twin, PAGE)
    text, _ = certified(pair, read_record(twin, RECORD), KEYS, "editors", FIRST, anew=False)
    anew, changed = certified(pair, parsed(text, RECORD), ["ai"], "editors", LATER, anew=True)
    assert changed == ("ai",)
    assert parsed(anew, RECORD).entry("ai") == entry_of(pair, "ai", "editors", LATER)
