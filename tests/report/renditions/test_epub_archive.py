"""The archive of an EPUB: its type first, and the same bytes for the same files."""

from __future__ import annotations

import io
from zipfile import ZIP_STORED, ZipFile

from report.renditions.epub_archive import archive

FILES = {"b.txt": b"b" * 1000, "META-INF/container.xml": b"<a/>"}


def test_the_type_comes_first_and_can_be_read_as_it_stands() -> None:
    made = archive(FILES, 1_700_000_000)
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    with ZipFile(io.BytesIO(made)) as book:
        assert book.namelist() == ["mimetype", "META-INF/container.xml", "b.txt"]
        assert book.getinfo("mimetype").compress_type == ZIP_STORED
        assert book.getinfo("mimetype").extra == b""
        assert book.read("b.txt") == FILES["b.txt"]


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    again = archive(dict(reversed(FILES.items())), 1_700_000_000)
    assert archive(FILES, 1_700_000_000) == again
    assert archive(FILES, 1_700_000_002) != again


def test_a_day_before_the_first_that_a_zip_can_say_is_that_day() -> None:
    with ZipFile(io.BytesIO(archive(FILES, 0))) as book:
        assert {each.date_time for each in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
