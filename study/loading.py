"""`data/` → Knowledge. Every problem of every file is found in one run, or none is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from study.arithmetic import arithmetic_problems
from study.documents import Documents, problem_at
from study.files import FILES, known_fields
from study.knowledge import Knowledge
from study.labels import label_problems
from study.problems import Problem, ReportError, listed, shown, suggestion
from study.reading import read_yaml
from study.references import reference_problems
from study.timing import date_problems


@dataclass(frozen=True)
class Reading:
    """`data/` as it was read; `knowledge` is None while a problem is left."""

    documents: Documents
    problems: list[Problem]
    knowledge: Knowledge | None


def load(root: Path, as_of: date) -> Knowledge:
    """Return the knowledge of the checkout at `root`. Raises ReportError with all problems of all files."""
    reading = read(root, as_of)
    if reading.knowledge is None:
        raise ReportError(reading.problems)
    return reading.knowledge


def read(root: Path, as_of: date) -> Reading:
    """Return what `data/` holds at `root`, and every problem of every file.

    `as_of` is the day against which "in the future" is measured: the commit's, or today's
    for work in progress.
    """
    problems: list[Problem] = []
    records: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name, (attribute, adapter) in FILES.items():
        shown_name = f"data/{name}"
        try:
            values[shown_name] = _read(root / "data" / name, shown_name, problems)
            records[attribute] = adapter.validate_python(values[shown_name])
        except ReportError as error:
            problems += error.problems
        except ValidationError as error:
            problems += validation_problems(error, shown_name, values[shown_name])
    documents = Documents(values)
    problems += reference_problems(documents)
    problems += arithmetic_problems(documents)
    problems += date_problems(documents, as_of)
    problems += label_problems(documents)
    return Reading(documents, problems, None if problems else Knowledge(root=root, **records))


def _read(path: Path, name: str, problems: list[Problem]) -> Any:
    if not path.is_file():
        raise ReportError([Problem(name, 0, 0, "the file is missing; every checkout has it")])
    return read_yaml(path, name, problems)


def validation_problems(error: ValidationError, name: str, value: Any) -> Iterator[Problem]:
    """Return what Pydantic found in `value`, read from the file `name`, each with its place in plain words."""
    for details in error.errors(include_url=False):
        location = tuple(step for step in details["loc"] if step != "[key]")
        yield problem_at(name, value, location, _in_plain_words(details, location))


def _in_plain_words(details: ErrorDetails, location: tuple[object, ...]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    given = details.get("input")
    if kind == "missing":
        field = location[-1] if location else ""
        if field in ("en", "fr"):
            language = "English" if field == "en" else "French"
            return f"the {language} text is missing; every text stands in both languages"
        return "is missing; expected this field"
    if kind == "extra_forbidden":
        near = suggestion(location[-1], known_fields())
        return f"is not a known field{near or '; expected one that the top of this file describes'}"
    if kind == "value_error":
        return str(context["error"])
    if kind in ("literal_error", "enum"):
        choices = [
            choice.strip("'\" ") for choice in str(context["expected"]).replace(" or ", ", ").split(", ")
        ]
        return f"is {_described(given)}; expected {listed(choices)}{suggestion(given, choices)}"
    expected = {
        "string_type": "text",
        "model_type": "named fields such as en and fr" if location else "named fields",
        "dict_type": "named fields",
        "list_type": "a list, one item per line after a hyphen",
        "int_type": "a whole number",
        "float_type": "a number",
        "bool_type": "true or false",
        "too_short": "at least one item",
        "string_too_short": f"at least {context.get('min_length')} characters",
        "string_too_long": f"at most {context.get('max_length')} characters",
        "greater_than_equal": f"{context.get('ge')} or more",
        "less_than_equal": f"{context.get('le')} or less",
    }.get(kind, details["msg"])
    return f"is {_described(given)}; expected {expected}"


def _described(given: Any) -> str:
    if given is None:
        return "empty"
    if isinstance(given, dict):
        return "a group of fields"
    if isinstance(given, list):
        return "a list" if given else "an empty list"
    return shown(given)
