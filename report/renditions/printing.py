"""From HTML to the bytes of a PDF: tagged (PDF/UA-1), the same for the same HTML."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from report.renditions.fetching import LocalFiles
from report.renditions.problems import NotPrintedError
from report.renditions.tags import fuller_tags
from report.renditions.templates import FOLDER
from report.renditions.typefaces import folders, typeface_rules

VARIANT = "pdf/ua-1"


class _Complaints(logging.Handler):
    """Keeps what the engine complains about: an unknown property, a link that leads nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def pdf(root: Path, text: str) -> bytes:
    """Return the PDF of an HTML document in the style of `overrides/print/print.css`.

    Raises NotPrintedError for anything that the engine complains about: it would be missing in the PDF.
    """
    fonts, style, fetcher = _style(root)
    with _attentive(), fuller_tags():
        document = HTML(string=text, url_fetcher=fetcher)
        made: bytes = document.write_pdf(font_config=fonts, stylesheets=[style], pdf_variant=VARIANT)
    return made


@cache
def _style(root: Path) -> tuple[FontConfiguration, CSS, LocalFiles]:
    """Return typefaces and style, read once for all documents of a process."""
    fonts, fetcher = FontConfiguration(), LocalFiles([*folders(), root / FOLDER])
    text = typeface_rules() + (root / FOLDER / "print.css").read_text(encoding="utf-8")
    with _attentive():
        style = CSS(string=text, font_config=fonts, url_fetcher=fetcher)
    return fonts, style, fetcher


@contextmanager
def _attentive() -> Iterator[None]:
    """Raise NotPrintedError at the end if the engine complained, or at once if it asked for what it may not read."""
    complaints, logger = _Complaints(), logging.getLogger("weasyprint")
    level = logger.level
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    try:
        yield
    except FatalURLFetchingError as error:
        raise NotPrintedError(str(error)) from error
    finally:
        logger.removeHandler(complaints)
        logger.setLevel(level)
    if complaints.said:
        raise NotPrintedError("\n".join(dict.fromkeys(complaints.said)))
