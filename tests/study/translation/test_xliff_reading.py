"""An XLIFF document that came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.problems import ReportError
from study.translation.xliff_reading import Translation, read_translation
from tests.study.translation.conftest import PAGE, Export

HEAD = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr">'


def read(tmp_path: Path, text: str) -> Translation:
    path = tmp_path / "a.xlf"
    path.write_text(text, encoding="utf-8")
    return read_translation(path, "a.xlf")


def unit(inner: str) -> str:
    return f'{HEAD}<file id="f" original="a.md"><unit id="u">{inner}</unit></file></xliff>'


def test_what_was_exported_is_read(export: Export) -> None:
    read = read_translation(export(), "back.xlf")
    (file,) = read.files
    assert (read.source, file.page, len(file.units), len(file.base)) == ("en", PAGE, 13, 16)
    gate = file.units[1]
    assert [token.form for token in gate.target or ()] == [
        *("text", "start", "text", "end", "text", "start", "text", "end", "text", "alone"),
    ]
    assert all(gate.prints)


def test_segments_that_a_program_divided_are_put_together(tmp_path: Path) -> None:
    text = unit(
        "<segment><source>A.</source><target>B.</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>C.</source><target>D.</target></segment>"
    )
    (found,) = read(tmp_path, text).files[0].units
    assert "".join(token.text for token in found.target or ()) == "B. D."


def test_remarks_of_a_program_are_passed_over(tmp_path: Path) -> None:
    text = unit(
        '<notes><note>n</note></notes><m:matches xmlns:m="urn:m"><m:x/></m:matches>'
        '<segment><source>A</source><target><mrk id="m">B</mrk><sm id="n"/>C<em startRef="n"/>'
        '<sc id="1" dataRef="d1"/>D<ec startRef="1" dataRef="d2"/></target></segment>'
    )
    (found,) = read(tmp_path, text).files[0].units
    assert [(token.form, token.text or token.id) for token in found.target or ()] == [
        *(("text", "B"), ("text", "C"), ("start", "1"), ("text", "D"), ("end", "1")),
    ]


def test_a_unit_without_target_is_known_as_such(tmp_path: Path) -> None:
    (found,) = read(tmp_path, unit("<segment><source>A</source></segment>")).files[0].units
    assert found.target is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html/>", "is no XLIFF 2"),
        (HEAD.replace("document:2.0", "document:1.2") + "</xliff>", "is no XLIFF 2"),
        (HEAD.replace('"2.0"', '"1.2"') + "</xliff>", "is no XLIFF 2"),
        (HEAD.replace(' xmlns="urn:oasis:names:tc:xliff:document:2.0"', "") + "</xliff>", "is no XLIFF 2"),
        (HEAD.replace('"fr"', '"de"') + "</xliff>", "other languages"),
        (HEAD.replace('"fr"', '"en"') + "</xliff>", "other languages"),
        (HEAD + "</xliff>", "holds no file"),
        (unit("<script>alert(1)</script>"), 'the element "script" is not known here'),
        (
            unit("<segment><source>A</source><target><script>x</script></target></segment>"),
            'the element "script" is not known here; expected text, ph or pc',
        ),
        (
            unit('<segment><source>A</source><target><s:script xmlns:s="urn:s"/></target></segment>'),
            'the element "script" is not known here',
        ),
        (unit('<segment><source>A</source><target><cp hex="0001"/></target></segment>'), 'the element "cp"'),
        (unit('<segment><source>A</source><target order="2">B</target></segment>'), "another order"),
        (f"{HEAD}<file id='f' original='a.md'><body/></file></xliff>", 'the element "body"'),
    ],
)
def test_what_is_no_file_of_the_report_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ReportError) as refused:
        read(tmp_path, text)
    assert said in str(refused.value)
