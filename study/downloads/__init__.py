"""Downloads: the register of cases and the glossary as files, per edition and per facet, in each language."""

from study.downloads.files import (
    Files,
    edition_files,
    facet_files,
    forget_edition_files,
    recall_edition_files,
)
from study.downloads.register import forget_register

__all__ = [
    "Files",
    "edition_files",
    "facet_files",
    "forget_edition_files",
    "forget_register",
    "recall_edition_files",
]
