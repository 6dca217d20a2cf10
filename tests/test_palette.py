"""The colours: legible in both schemes (WCAG 2.2, 1.4.3 and 1.4.11), and the same wherever they are written."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import macros
from macros.pages import ReportPage
from study.calls import CHARTS
from study.knowledge import Knowledge
from study.labels import Words
from tests.conftest import ROOT
from tests.macros.markup import Element, read

STYLES = ROOT / "docs" / "assets" / "site.css"
STANDALONE = ROOT / "overrides" / "standalone.css.html"
LIGHT = ROOT / "overrides" / "fragments" / "light.css.html"
SCHEMES = ("default", "slate")
TEXT, GRAPHICS = 4.5, 3.0
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
# what stands on what: text first, then bars and lines
PAIRS = [
    *(
        (ink, ground, TEXT)
        for ink in ("--ink", "--ink-soft", "--link", "--accent")
        for ground in ("--paper", "--panel")
    ),
    ("--ribbon-ink", "--ribbon-ground", TEXT),
    ("--ink", "--mark", TEXT),
    *((f"--chart-ink-{shade}", f"--chart-ground-{shade}", TEXT) for shade in range(5)),
    *(
        (ground, paper, GRAPHICS)
        for ground in ("--chart-bar", "--ink-soft")
        for paper in ("--paper", "--panel")
    ),
    ("--chart-bar", "--chart-uncertain", GRAPHICS),
    ("--accent", "--paper", GRAPHICS),
]
OPTIONAL = {"--chart-ink-0"}  # a square without cases shows no number


def variables(css: str, scheme: str) -> dict[str, str]:
    """The variables that a scheme sets to a colour."""
    found: dict[str, str] = {}
    for selector, rules in re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    ):
        if f'[data-md-color-scheme="{scheme}"]' in selector:
            found |= dict(re.findall(r"(--[\w-]+)\s*:\s*(#[0-9a-fA-F]{3,8})\s*;", rules))
    return found


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2, definitions)."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    assert len(digits) == 6, f"{colour}: expected three or six digits"
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint(css: str, scheme: str) -> list[str]:
    """The pairs of a scheme that are too close to each other, or have no colour."""
    colours = variables(css, scheme)
    problems = []
    for ink, ground, least in PAIRS:
        lacking = {ink, ground} - colours.keys()
        if lacking - OPTIONAL:
            problems.append(f"{scheme}: {', '.join(sorted(lacking - OPTIONAL))} has no colour")
        elif not lacking and contrast(colours[ink], colours[ground]) < least:
            ratio = contrast(colours[ink], colours[ground])
            problems.append(f"{scheme}: {ink} on {ground} is {ratio:.2f}:1, expected {least}:1")
    return problems


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#ffffff", 21),
        ("#767676", "#fff", 4.54),
        ("#777777", "#fff", 4.48),
        ("#1d5673", "#1d5673", 1),
    ],
)
def test_contrast_is_computed_as_wcag_defines_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_bars_and_lines_stand_out(scheme: str) -> None:
    assert faint(STYLES.read_text(encoding="utf-8"), scheme) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_colour_that_is_too_faint_is_found(scheme: str) -> None:
    css = STYLES.read_text(encoding="utf-8")
    faded = re.sub(r"--link: #\w+;", f"--link: {variables(css, scheme)['--paper']};", css)
    assert f"{scheme}: --link on --paper is 1.00:1, expected 4.5:1" in faint(faded, scheme)
    assert f"{scheme}: --paper has no colour" in faint(css.replace("--paper: ", "--paper-: "), scheme)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_shades_of_counts_can_be_told_apart_step_by_step(scheme: str) -> None:
    colours = variables(STYLES.read_text(encoding="utf-8"), scheme)
    away = [contrast(colours[f"--chart-ground-{shade}"], colours["--paper"]) for shade in range(5)]
    assert away == sorted(away)
    assert all(more / less > 1.1 for less, more in pairwise(away))


def chart_elements(knowledge: Knowledge) -> list[Element]:
    """Every element of every chart that carries a colour."""
    page = ReportPage(knowledge, Words("fr", knowledge.labels), lambda target: target)
    figures = [read(page.parts.put_into(macros.chart(page, key))) for key in CHARTS]
    return [
        each
        for figure in figures
        for each in figure.one("svg").each()
        if COLOUR.match(each.attributes.get("fill", "")) or COLOUR.match(each.attributes.get("stroke", ""))
    ]


def test_charts_without_styles_have_the_colours_of_the_light_scheme(knowledge: Knowledge) -> None:
    css = STYLES.read_text(encoding="utf-8")
    light = variables(css, "default")
    rules = {
        name: (what, light[variable])
        for name, what, variable in re.findall(
            r"\.(chart-[\w-]+) \{\s*(fill|stroke): var\((--[\w-]+)\);", css
        )
    }
    for element in chart_elements(knowledge):
        styled = [rules[name] for name in element.attributes["class"].split() if name in rules]
        assert len(styled) == 1, element.attributes
        what, colour = styled[0]
        assert element.attributes[what] == colour, element.attributes


@pytest.mark.parametrize(("path", "selectors"), [(STANDALONE, ("a.enter",)), (LIGHT, ())])
def test_pages_without_the_theme_are_legible_too(path: Path, selectors: tuple[str, ...]) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    light, dark = re.split(r"@media \(prefers-color-scheme: ?dark\)\s*", text)
    for css in (light, dark):
        rules = {
            selector.strip(): dict(part.split(":", 1) for part in body.split(";") if ":" in part)
            for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)
        }
        paper = rules["body"]["background"]
        assert contrast(rules["a"]["color"], paper) >= TEXT
        for selector in ("body", ".status", *selectors):
            ground = COLOUR.search(rules[selector]["background"])
            assert ground is not None
            assert contrast(rules[selector]["color"], ground.group()) >= TEXT, selector


def test_no_other_colour_is_written_out_in_a_fragment(root: Path) -> None:
    light = set(variables(STYLES.read_text(encoding="utf-8"), "default").values())
    for path in (root / "overrides" / "fragments").glob("*.html"):
        if path.name.endswith(".css.html"):  # a palette of its own, see above
            continue
        found = set(
            COLOUR.findall(re.sub(r"&#\d+;|\{#.*?#\}|href=\"#[^\"]*\"", "", path.read_text(encoding="utf-8")))
        )
        assert found <= light, path.name
