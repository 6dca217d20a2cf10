"""The report's charts, from small data and from the real ones."""

from __future__ import annotations

import re

import pytest

import macros
from macros.charts import LETTER, BarChart, LineChart
from macros.report_charts import chart
from study.calls import CHARTS
from study.knowledge import Knowledge
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.markup import Element, read
from tests.macros.small import SMALL

LANGUAGES = ("en", "fr")


def extent(text: Element, default_size: float) -> tuple[float, float]:
    """About where a text of a chart begins and ends, from left to right."""
    size = float(text.attributes.get("font-size", default_size))
    width = LETTER * size * len(text.words)
    if turned := re.fullmatch(
        r"translate\(([\d.]+) [\d.]+\) rotate\(-60\)", text.attributes.get("transform", "")
    ):
        return float(turned[1]), float(turned[1]) + width / 2
    x = float(text.attributes["x"])
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attributes.get("text-anchor", "start")]
    return x - before * width, x + (1 - before) * width


def texts_of(svg: Element) -> list[Element]:
    """The texts of a chart, each line of a label by itself."""
    return [line for text in svg.all("text") for line in text.all("tspan") or [text]]


def picture(page: MakePage, knowledge: Knowledge, key: str, language: str) -> Element:
    here = page(language, knowledge)
    return read(here.parts.put_into(macros.chart(here, key))).one("figure", id=f"chart-{key}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CHARTS)
def test_every_text_of_the_real_charts_stays_inside(
    key: str, language: str, page: MakePage, knowledge: Knowledge
) -> None:
    svg = picture(page, knowledge, key, language).one("svg")
    width = float(svg.attributes["viewbox"].split()[2])
    texts = texts_of(svg)
    assert texts
    for text in texts:
        start, end = extent(text, float(svg.attributes["font-size"]))
        assert start >= 0, text.words
        assert end <= width, text.words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CHARTS)
def test_no_texts_of_the_real_charts_overlap(
    key: str, language: str, page: MakePage, knowledge: Knowledge
) -> None:
    svg = picture(page, knowledge, key, language).one("svg")
    size = float(svg.attributes["font-size"])
    level = [text for text in texts_of(svg) if "y" in text.attributes]
    for place, text in enumerate(level):
        for other in level[place + 1 :]:
            if abs(float(text.attributes["y"]) - float(other.attributes["y"])) < size:
                (start, end), (begin, finish) = extent(text, size), extent(other, size)
                assert end <= begin or finish <= start, f"{text.words} and {other.words}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CHARTS)
def test_every_chart_has_a_title_a_description_and_its_table(
    key: str, language: str, page: MakePage, knowledge: Knowledge
) -> None:
    figure = picture(page, knowledge, key, language)
    svg = figure.one("svg")
    assert svg.attributes["role"] == ("group" if svg.all("a") else "img")
    title, description = svg.one("title"), svg.one("desc")
    assert svg.attributes["aria-labelledby"] == f"{title.attributes['id']} {description.attributes['id']}"
    assert figure.one("figcaption").words == title.words
    assert len(description.words) > len(title.words)
    rows = figure.one("details").one("tbody").all("tr")
    assert rows
    assert all(row.one("th", scope="row").words for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bars_show_the_numbers_of_their_table(
    language: str, page: MakePage, knowledge: Knowledge
) -> None:
    for key in ("participation-by-region", "maturity", "adoption", "use-case-participation", "workshops"):
        view = chart(page(language, knowledge), key)
        assert isinstance(view, BarChart)
        for bar, row in zip(view.bars, view.table.rows, strict=False):
            assert any(cell.numeric and cell.text in bar.value for cell in row), bar.value


@pytest.mark.parametrize("key", CHARTS)
def test_a_picture_carries_no_needless_digits(key: str, page: MakePage, knowledge: Knowledge) -> None:
    here = page("en", knowledge)
    assert re.findall(r"\d\.\d\d+", here.parts.put_into(macros.chart(here, key)).split("<details")[0]) == []


def test_an_uncertain_value_is_hatched_and_said_to_be_so(page: MakePage) -> None:
    here = page("fr")
    view = chart(here, "adoption")
    assert isinstance(view, BarChart)
    assert [(bar.label, bar.value, bar.soft) for bar in view.bars] == [
        (here.knowledge.technology["cloud"].short.fr, "2", False),
        (here.knowledge.technology["ai"].short.fr, here.words("general", "probably", value="1"), True),
        (here.knowledge.technology["iot"].short.fr, here.words("general", "not_stated"), True),
    ]
    assert [bar.length > 0 for bar in view.bars] == [True, True, False]


def test_a_rate_whose_region_is_uncertain_is_hatched(page: MakePage) -> None:
    view = chart(page(), "use-case-participation")
    assert isinstance(view, BarChart)
    assert [(bar.label, bar.soft) for bar in view.bars] == [
        ("East and South (ESA)", False),
        ("EUR or <AMS>", True),
    ]


def test_a_month_of_the_network_counts_as_its_middle(page: MakePage, knowing: MakeKnowledge) -> None:
    points = (
        "[{date: 2025-02-10, members: 1, sources: [paper]}, {date: 2025-02, members: 2, sources: [paper]}]"
    )
    old = SMALL["project.yaml"]
    new = re.sub(r"network:\n(  - .*\n)+", f"network: {points}\n", old)
    view = chart(page("en", knowing(project=new)), "network-growth")
    assert isinstance(view, LineChart)
    assert [point.label for point in view.points] == ["10\u00a0February 2025", "February\u00a02025"]
    assert view.points[0].x < view.points[1].x


def test_a_network_without_figures_is_no_error(page: MakePage, knowing: MakeKnowledge) -> None:
    old = SMALL["project.yaml"]
    knowledge = knowing(project=re.sub(r"network:\n(  - .*\n)+", "network: []\n", old))
    view = chart(page("en", knowledge), "network-growth")
    assert isinstance(view, LineChart)
    assert not view.points


def test_a_chart_that_does_not_exist_stops_the_build(page: MakePage) -> None:
    with pytest.raises(KeyError, match="nothing"):
        chart(page(), "nothing")
