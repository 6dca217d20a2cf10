"""Why a copy can't be made."""

from __future__ import annotations


class CopyError(Exception):
    """Raised where a copy can't be made; says what is wrong and what was expected."""


class NoSiteError(CopyError):
    """Raised where a page is missing; says which, and how it comes into being."""


class WrongSiteError(CopyError):
    """Raised where pages say another edition or status than the copies would."""


class UnknownChapterError(CopyError):
    """Raised for a chapter that the navigation does not have; names the nearest."""


class NotPrintedError(CopyError):
    """Raised where a PDF can't be made as it should be; says why."""
