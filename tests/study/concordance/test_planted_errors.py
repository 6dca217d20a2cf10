"""How many errors in numbers are found in the real report, and how many alarms it gives where nothing is wrong."""

from __future__ import annotations

from bench.checkouts import ROOT
from bench.error_kinds import KINDS
from bench.planted_errors import measured
from bench.planting import planted, real_pairs


def test_of_two_hundred_planted_errors_99_in_100_are_found_without_a_false_alarm_in_100_sections() -> None:
    figures = measured(ROOT, seed=1, count=200)
    assert figures.planted.total() == 200
    assert set(figures.planted) == {kind.name for kind in KINDS}
    assert figures.share_found >= 0.99, figures.missed
    assert figures.share_false <= 0.01
    for kind in ("swapped digits", "changed digit", "changed year", "dropped percent", "dropped number"):
        assert figures.found[kind] == figures.planted[kind], figures.missed


def test_the_same_seed_plants_the_same_errors_and_another_seed_others() -> None:
    real = [pair for pair in real_pairs(ROOT) if pair.name.endswith(".md")]
    first, again, other = ([*planted(real, seed, 30)] for seed in (1, 1, 2))
    assert first == again != other


def test_each_planted_error_changes_one_language_only() -> None:
    real = real_pairs(ROOT)
    by_name = {pair.name: pair for pair in real}
    for error in planted(real, 3, 60):
        before = by_name[error.pair.name]
        same = error.pair.french == before.french, error.pair.english == before.english
        assert same == (error.language == "en", error.language == "fr")
