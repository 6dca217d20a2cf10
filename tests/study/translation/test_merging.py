"""What a translated file changes, and every reason why it may not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.problems import ReportError
from study.translation.merging import OtherRevisionError
from study.translation.xml_reading import UnsafeFileError
from tests.study.translation.conftest import ENGLISH, FRENCH, PAGE, Back, Export, Write


@pytest.mark.parametrize("source", ["en", "fr"])
def test_a_file_that_comes_back_unchanged_changes_nothing(export: Export, back: Back, source: str) -> None:
    found = back(export(source=source))
    assert (found.chapters, found.changes) == ((), ())


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("premier et dernier", "le premier &amp; le dernier", "premier et", "le premier & le"),
        (">ouvert<", ">fermé<", "| A | ouvert |", "| A | fermé |"),
        (">La porte<", ">Le portail<", "# La porte {: #gate }", "# Le portail {: #gate }"),
        (">imbriqué<", ">emboîté<", "    - imbriqué", "    - emboîté"),
        (">Un titre<", ">Autre titre<", '"Un titre"', '"Autre titre"'),
        ("Des mots dedans", "D'autres mots :", "Des mots dedans", "D’autres mots\u00a0:"),
        (" s’ouvre dans", " ouvre dans", " s’ouvre dans", " ouvre dans"),
    ],
)
def test_a_new_text_changes_its_passage_and_nothing_else(
    export: Export, back: Back, old: str, new: str, before: str, after: str
) -> None:
    ((chapter, text),) = back(export((old, new))).chapters
    assert chapter.name == f"docs/fr/{PAGE}"
    assert text != FRENCH
    assert text.replace(after, before, 1) == FRENCH


def test_either_language_can_be_the_one_that_changes(export: Export, back: Back) -> None:
    found = back(export(("first &amp; last", "the first &amp; the last"), source="fr"))
    ((chapter, text),) = found.chapters
    assert chapter.name == f"docs/en/{PAGE}"
    assert text == ENGLISH.replace("first & last", "the first & the last")
    assert [(each.line, each.unit, each.old) for each in found.changes] == [(12, "uses:1", "first & last")]


def test_codes_may_move_and_emphasis_may_go(export: Export, back: Back) -> None:
    text = export().read_text(encoding="utf-8")
    start = text.index("<target", text.index('id="gate:1"'))
    target = text[start : text.index("</target>", start)]
    (code,) = [each for each in target.split("<") if each.startswith("ph ")]
    path = export(
        (
            target,
            "<target>Dans 62 %, dit <" + code.strip() + " une porte s’ouvre, "
            '<pc id="2" dataRefStart="d2" dataRefEnd="d3">ports</pc>.',
        )
    )
    ((_, new),) = back(path).chapters
    line = 'Dans 62\u202f%, dit {{ cite("note") }} une porte s’ouvre, [ports](other.md#a).'
    assert line in new.split("\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (">imbriqué<", ">&lt;script&gt;alert(1)&lt;/script&gt;<", 'uses:3: "<script" is HTML'),
        (">imbriqué<", ">&lt;img src=x onerror=y<", "is HTML"),
        (">imbriqué<", ">{{ cases() }}<", "make other Markdown"),
        (">imbriqué<", ">{% raw %}<", '"{%" is not used in chapters'),
        (">imbriqué<", ">[a](javascript:alert)<", "make other Markdown"),
        (">imbriqué<", ">deux\n\nparagraphes<", "make other Markdown"),
        (">imbriqué<", "># titre<", "its words make another block"),
        (">ouvert<", ">ouvert | fermé<", "its words make another block"),
        (">imbriqué<", ">  <", "has an empty target"),
        (">nested<", ">hidden<", "its source was changed"),
        ('>{{ cite("note") }}</data>', '>{{ cite("other") }}</data>', "was changed into"),
        ("sur deux lignes.", "en 1999.", "1999"),
    ],
)
def test_a_text_that_does_harm_is_named_with_its_unit(
    export: Export, back: Back, old: str, new: str, said: str
) -> None:
    with pytest.raises(ReportError) as refused:
        back(export((old, new)))
    assert not isinstance(refused.value, OtherRevisionError)
    assert said in str(refused.value)


def without(text: str, start: str, end: str, after: str = "") -> str:
    """Return what of `text` stands from `start` to `end`, both included, behind `after`."""
    begin = text.index(start, text.index(after))
    return text[begin : text.index(end, begin) + len(end)]


def test_a_lost_doubled_or_invented_code_is_named(export: Export, back: Back) -> None:
    text = export().read_text(encoding="utf-8")
    target = without(text, "<target", "</target>", 'id="gate:1"')
    code = without(target, "<ph", "/>")
    for changed, said in (
        (target.replace(code, ""), 'has lost the code "{{ cite("note") }}"'),
        (target.replace(code, code * 2), 'holds the code "{{ cite("note") }}" 2 times'),
        (target.replace(code, code.replace('id="3"', 'id="7"')), 'holds a code "7"'),
        (target.replace(code, code.replace('"d4"', '"d1"')), 'holds a code "3"'),
        (target.replace("porte</pc>", "porte </pc>"), "places of its codes make other Markdown"),
    ):
        assert changed != target
        with pytest.raises(ReportError, match="gate:1") as refused:
            back(export((target, changed)))
        assert said in str(refused.value)


def test_a_missing_target_is_named(export: Export, back: Back) -> None:
    target = without(export().read_text(encoding="utf-8"), "<target", "</target>", 'id="uses:3"')
    with pytest.raises(ReportError, match="uses:3: has no target; expected a translation"):
        back(export((target, "")))


def test_a_missing_unit_is_named(export: Export, back: Back) -> None:
    unit = without(export().read_text(encoding="utf-8"), '<unit id="uses:3"', "</unit>")
    with pytest.raises(OtherRevisionError, match="uses:3: is missing from the file"):
        back(export((unit, "")))


def test_a_missing_section_is_noticed(export: Export, back: Back) -> None:
    group = without(export().read_text(encoding="utf-8"), '<group id="uses"', "</group>")
    with pytest.raises(OtherRevisionError, match="units are missing that stood in the file"):
        back(export((group, "")))


def test_a_doubled_unit_is_named_with_both_places(export: Export, back: Back) -> None:
    unit = without(export().read_text(encoding="utf-8"), '<unit id="uses:3"', "</unit>")
    with pytest.raises(ReportError, match="uses:3: stands twice; the first is on line"):
        back(export((unit, unit * 2)))


@pytest.mark.parametrize(
    "page",
    ["../../README.md", "../fr/about.md", "/etc/passwd", "..\\x.md", "technologies-of-test.md", ""],
)
def test_a_page_that_is_no_chapter_is_refused(export: Export, back: Back, page: str) -> None:
    with pytest.raises(UnsafeFileError, match="is no chapter of both languages"):
        back(export((f'original="{PAGE}"', f'original="{page}"')))


def test_a_chapter_that_stands_twice_is_refused(export: Export, back: Back) -> None:
    file = without(export().read_text(encoding="utf-8"), "<file", "</file>")
    with pytest.raises(UnsafeFileError, match="stands in it twice"):
        back(export((file, file * 2)))


@pytest.mark.parametrize(
    ("language", "old", "new", "unit", "line"),
    [
        ("en", "nested", "nested deeper", "uses:3", 14),
        ("fr", "imbriqué", "emboîté", "uses:3", 14),
        ("fr", "La porte", "Le portail", "gate:0", 4),
    ],
)
def test_a_file_of_another_revision_is_refused_with_the_units_that_changed(
    export: Export, back: Back, write: Write, language: str, old: str, new: str, unit: str, line: int
) -> None:
    path = export()
    texts = {"en": ENGLISH, "fr": FRENCH}
    texts[language] = texts[language].replace(old, new)
    write(texts["en"], texts["fr"])
    with pytest.raises(OtherRevisionError) as refused:
        back(path)
    (problem,) = refused.value.problems
    assert f"{unit}: docs/{language}/{PAGE}:{line} has changed since the file was made" in problem.message


def test_changes_elsewhere_in_the_chapter_do_no_harm(
    small: Path, export: Export, back: Back, write: Write
) -> None:
    path = export()
    text = path.read_text(encoding="utf-8")
    for section in ("gate", "sources"):
        text = text.replace(without(text, f'<group id="{section}"', "</group>"), "")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OtherRevisionError):
        back(path)
    write(f"{ENGLISH}\nMore.\n", f"{FRENCH}\nPlus.\n")
    longer = export(("premier et", "le premier et"))
    ((_, new),) = back(longer).chapters
    assert new == f"{FRENCH}\nPlus.\n".replace("premier et", "le premier et")


def test_a_section_that_is_gone_is_another_revision(export: Export, back: Back, write: Write) -> None:
    path = export()
    write(ENGLISH.replace("#uses", "#use"), FRENCH.replace("#uses", "#use"))
    with pytest.raises(OtherRevisionError, match="uses:0: no longer stands in"):
        back(path)


def test_a_file_without_hashes_is_refused(export: Export, back: Back) -> None:
    with pytest.raises(OtherRevisionError, match="can't be compared: no hash"):
        back(
            export(
                (
                    '<unit id="gate:0">\n\t\t\t\t<mda:metadata>',
                    '<unit id="gate:0">\n\t\t\t\t<mda:metadata id="x">',
                ),
                *[('category="revision"', 'category="other"')] * 2,
            )
        )


def test_an_import_that_was_killed_half_way_can_be_run_again(
    export: Export, back: Back, write: Write
) -> None:
    path = export(("premier et", "le premier et"), (">imbriqué<", ">emboîté<"))
    write(ENGLISH, FRENCH.replace("premier et", "le premier et"))
    assert [each.unit for each in back(path).changes] == ["uses:3"]


def test_problems_that_stood_there_before_do_not_stop_an_import(
    export: Export, back: Back, write: Write
) -> None:
    write(ENGLISH.replace("Words inside", "Words inside 7"), FRENCH)
    assert back(export((">imbriqué<", ">emboîté<"))).changes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.sampled_from(list("ab *_[](){}|#!>-1.\"'`\\<&:é\u00a0\n")), max_size=20))
def test_whatever_words_come_back_only_their_passage_changes(export: Export, back: Back, words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        found = back(export((">imbriqué<", f">{escaped}<")))
    except ReportError:
        return
    for _, text in found.chapters:
        lines, expected = text.split("\n"), FRENCH.split("\n")
        assert len(lines) == len(expected)
        assert [one for one, other in zip(lines, expected, strict=True) if one != other] == [
            line for line in lines if line not in expected
        ]
        assert lines[13].startswith("    - ")
