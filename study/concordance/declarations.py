"""Reading what editors declare about the two languages; each file is read once and again when it changes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from study.loading import validation_problems
from study.problems import ReportError
from study.reading import read_yaml


def declaration(root: Path, name: str, adapter: TypeAdapter[Any]) -> tuple[Any, Any]:
    """Return the records of the file `name`, and its document for the places of problems.

    Raises ReportError with every problem of the file; FileNotFoundError where it is missing.
    """
    about = (root / name).stat()
    return _read(root, name, adapter, (about.st_mtime_ns, about.st_size))


@lru_cache(maxsize=8)
def _read(root: Path, name: str, adapter: TypeAdapter[Any], stamp: tuple[int, int]) -> tuple[Any, Any]:
    document = read_yaml(root / name, name)
    return validated(document, name, adapter), document


def validated(document: Any, name: str, adapter: TypeAdapter[Any]) -> Any:
    """Return the records of a document of the file `name`. Raises ReportError with every problem of it."""
    try:
        return adapter.validate_python(document)
    except ValidationError as error:
        raise ReportError(validation_problems(error, name, document)) from None
