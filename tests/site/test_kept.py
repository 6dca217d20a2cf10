"""After any change a build with all that was kept is one from nothing, and makes anew only what it must."""

from __future__ import annotations

import pytest

from tests.site.conftest import differences
from tests.site.kept import ALL, Kinds, Small

pytestmark = pytest.mark.usefixtures("recalled")
CHAPTER, LABELS, FRAGMENT = "docs/en/bench/c0003.md", "data/labels.yaml", "overrides/fragments/case-page.html"
INDEX: Kinds = {"search": ALL}
LIGHT: Kinds = {"light": ALL}
TEXT: Kinds = INDEX | {"markdown": 1, "sections": 1, "light": 1}
PAGES: Kinds = {"repertory": ALL}  # those of cases and lists, and the files to download
RECORDS = PAGES | {"edition": ALL, "knowledge": ALL}
FRAMES = PAGES | {"frame": ALL}
CHAPTERS = FRAMES | {"markdown": ALL}
RECORD = ("data/cases.yaml", r"^    en: (?=[A-Z]\w)", "    en: Word ")
SEEN = [  # what is changed, its file, what is found in it, what takes its place, what is new in each language
    ("text", CHAPTER, r"^(?=[A-Z]\w+ )", "Word ", TEXT, {}),
    ("heading", CHAPTER, "^## ", "## Word ", TEXT | {"frame": 1}, {}),
    ("record", *RECORD, RECORDS | INDEX, RECORDS),
    ("label of frames", LABELS, r'^footer:\n  draft: \{en: "', r"\g<0>Word ", RECORDS | FRAMES | LIGHT, RECORDS | FRAMES | LIGHT),
    ("label of fragments", LABELS, r"^  no_results: \{en: ", r"\g<0>Word ", RECORDS | LIGHT, RECORDS | LIGHT),
    ("fragment", FRAGMENT, "<article", "<article data-new", PAGES, PAGES),
    ("frame", "overrides/main.html", '<p class="ribbon', '<p data-new class="ribbon', FRAMES, FRAMES),
    ("configuration", "mkdocs.yml", "toc_depth: 3", "toc_depth: 2", CHAPTERS, CHAPTERS),
]  # fmt: skip
# Each takes ten seconds. A chapter's text, a record and the frame stand for what lies in chapters, data and templates;
# the long run adds what goes the same ways.
LATER = {"heading", "label of frames", "label of fragments", "fragment", "configuration"}
UNSEEN = [  # code that says the same in other words
    ("macros", "macros/charts.py", PAGES | LIGHT),
    ("hooks", "hooks/status.py", CHAPTERS | LIGHT),
    ("study", "study/facets.py", RECORDS | FRAMES | LIGHT),
]


def test_a_record_changed_after_a_build_of_the_same_sends_no_chapter_through_markdown(small: Small) -> None:
    assert differences(small.built(), small.site) == []
    with small.changed(*RECORD):
        small.built()
    assert small.new() == [RECORDS | INDEX, RECORDS]
    assert [kept["template"] - small.known[each]["template"] for each, kept in small.rows().items()] == [
        set()
    ] * 2


def test_a_build_of_the_same_makes_nothing_anew(small: Small) -> None:
    assert differences(small.built(), small.site) == []
    assert small.new() == [{}, {}]


@pytest.mark.parametrize(
    ("name", "pattern", "text", "english", "french"),
    [
        pytest.param(*change, id=what, marks=pytest.mark.long if what in LATER else ())
        for what, *change in SEEN
    ],
)
def test_a_change_is_on_every_page_that_shows_it(
    name: str, pattern: str, text: str, english: Kinds, french: Kinds, small: Small
) -> None:
    with small.changed(name, pattern, text):
        site, cold = small.built(), small.from_nothing()
    assert differences(cold, small.site)
    assert differences(site, cold) == []
    assert small.new() == [english, french]


def test_a_definition_is_made_anew_on_the_pages_that_show_it(small: Small) -> None:
    with small.changed("data/glossary.yaml", r"^  definition:\n    en: >-\n      ", r"\g<0>Word "):
        site, cold = small.built(), small.from_nothing()
    assert differences(site, cold) == []
    english, french = small.new()
    shown = [
        name for name in differences(cold, small.site) if name.startswith("en/") and name.endswith(".html")
    ]
    assert "en/glossary/index.html" in shown
    pages = [name for name in shown if not name.startswith("en/light/")]
    assert english.pop("sections") == english.pop("light") == len(pages)
    assert [english, french] == [RECORDS | INDEX, RECORDS]


@pytest.mark.parametrize(("name", "kinds"), [pytest.param(*change, id=what) for what, *change in UNSEEN])
def test_other_code_makes_anew_what_it_makes(name: str, kinds: Kinds, small: Small) -> None:
    with small.changed(name, r"\Z", "\n# the same in other words\n"):
        assert differences(small.built(), small.site) == []
    assert small.new() == [kinds, kinds]
