"""The archive of an EPUB: the same bytes for the same files (EPUB 3.3, OCF abstract container)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MIMETYPE = "mimetype"
TYPE = b"application/epub+zip"
FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)  # that a ZIP can say


def archive(files: Mapping[str, bytes], seconds: int) -> bytes:
    """Return an EPUB of files by name, dated `seconds` since 1970; its type comes first and is not compressed."""
    moment = max(datetime.fromtimestamp(seconds, UTC), FIRST_DAY)
    made = io.BytesIO()
    with ZipFile(made, "w") as book:
        book.writestr(_about(MIMETYPE, moment, ZIP_STORED), TYPE)
        for name in sorted(files):
            book.writestr(_about(name, moment, ZIP_DEFLATED), files[name], compresslevel=9)
    return made.getvalue()


def _about(name: str, moment: datetime, compression: int) -> ZipInfo:
    about = ZipInfo(name, moment.timetuple()[:6])
    about.compress_type = compression
    about.create_system = 3  # Unix, wherever it is made
    about.external_attr = 0o644 << 16
    return about
