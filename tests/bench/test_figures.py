from __future__ import annotations

import pytest

from bench.figures import Figure, exponent, exponents, ratios
from bench.measuring import Cost


def figure(contender: str, size: int, processor: float, wall: float = 1.0) -> Figure:
    return Figure("cold", contender, size, 5, Cost(wall, processor, 50))


@pytest.mark.parametrize(
    ("small", "large", "expected"),
    [((200, 5), (1000, 25), 1.0), ((200, 5), (1000, 125), 2.0), ((200, 5), (1000, 5), 0.0)],
)
def test_the_exponent_is_the_slope_on_logarithmic_scales(
    small: tuple[float, float], large: tuple[float, float], expected: float
) -> None:
    assert exponent(small, large) == pytest.approx(expected)


def test_the_exponent_of_the_first_measurement_is_found_again() -> None:
    assert exponent((200, 18.0), (1000, 220.4)) == pytest.approx(1.56, abs=0.005)


def test_exponents_go_from_each_size_to_the_next_of_the_same_contender() -> None:
    figures = [figure("report", 1000, 50), figure("stock", 20, 1), figure("report", 20, 1)]
    figures += [figure("report", 200, 10), figure("stock", 200, 100)]
    assert [(name, small, large, round(slope, 6)) for _, name, small, large, slope in exponents(figures)] == [
        ("report", 20, 200, 1.0),
        ("stock", 20, 200, 2.0),
        ("report", 200, 1000, 1.0),
    ]


def test_a_size_that_was_asked_for_twice_has_no_exponent() -> None:
    assert list(exponents([figure("report", 20, 1), figure("report", 20, 2)])) == []


def test_ratios_are_ours_divided_by_the_peers() -> None:
    figures = [figure("report", 200, 12, wall=3), figure("hugo", 200, 4, wall=2), figure("hugo", 20, 1)]
    assert list(ratios(figures)) == [("cold", 200, "hugo", 1.5, 3.0)]
