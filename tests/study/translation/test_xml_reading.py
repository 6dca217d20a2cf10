"""XML from elsewhere: read, or refused before it can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.problems import ReportError
from study.translation import xml_reading
from study.translation.xml_reading import DEEPEST, Element, UnsafeFileError, read_xml

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><x>&i;</x>"
)


def read(tmp_path: Path, content: bytes | str) -> Element:
    path = tmp_path / "a.xlf"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_xml(path, "a.xlf")


def test_elements_texts_and_places_are_read(tmp_path: Path) -> None:
    top = read(tmp_path, '<x xmlns="urn:x" a="1">\n <y xml:space="preserve">b&amp;<z/>c</y></x>')
    (inner,) = top.elements()
    assert (top.name, top.attributes, inner.name, inner.line) == ("{urn:x}x", {"a": "1"}, "{urn:x}y", 2)
    assert inner.attributes == {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    assert [each if isinstance(each, str) else each.name for each in inner.inner] == ["b&", "{urn:x}z", "c"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_its_two_encodings(tmp_path: Path, encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    assert read(tmp_path, f'<?xml version="1.0" encoding="{name}"?><x>é漢</x>'.encode(encoding)).text == "é漢"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "a document type or an entity"),
        ('<!DOCTYPE x SYSTEM "http://example.org/x.dtd"><x/>', "a document type or an entity"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "a document type or an entity"),
        ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://example.org/p">%p;]><x/>', "a document type or an entity"),
        ("<x>" * (DEEPEST + 1) + "</x>" * (DEEPEST + 1), f"more than {DEEPEST} deep"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><x>\xe9</x>', 'encoding is "iso-8859-1"'),
        ('<?xml version="1.0" encoding="utf-7"?><x/>', "utf-7"),
        ("<x>a\x85b</x>", "U+0085"),
        ("<x>&#xE000;</x>", "U+E000"),
    ],
)
def test_what_may_do_harm_is_refused(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(ReportError) as refused:
        read(tmp_path, content)
    assert said in str(refused.value)
    if "utf-7" not in content:
        assert isinstance(refused.value, UnsafeFileError)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"<x><y></y>", "not well-formed XML"),
        (b"<x>\xff\xfe</x>", "not well-formed XML"),
        (b"<x>&unknown;</x>", "not well-formed XML (undefined entity)"),
        (b"<x>\x01</x>", "not well-formed XML"),
        (b"<x>&#0;</x>", "not well-formed XML"),
        (b"PK\x03\x04 a spreadsheet", "not well-formed XML"),
        (b"<x:y/>", "not well-formed XML (unbound prefix)"),
        (b"<x/><x/>", "not well-formed XML"),
    ],
)
def test_what_is_no_xml_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(ReportError) as refused:
        read(tmp_path, content)
    assert said in str(refused.value)
    assert str(refused.value).startswith("a.xlf:1:")


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlf"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(UnsafeFileError, match="has 21 MB; expected at most 20 MB"):
        read_xml(path, "a.xlf")


def test_too_many_elements_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_reading, "MOST_ELEMENTS", 100)
    with pytest.raises(UnsafeFileError, match="more than 100 elements"):
        read(tmp_path, "<x>" + "<y/>" * 100 + "</x>")
