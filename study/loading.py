"""`data/` → Knowledge. Every problem of every file is found in one run, or none is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from study.arithmetic import arithmetic_problems
from study.files import FILES, known_fields
from study.knowledge import Documents, Knowledge
from study.problems import Problem, ReportError, listed, shown, suggestion, trail
from study.reading import place_of, read_yaml
from study.references import reference_problems
from study.timing import date_problems


def load(root: Path, as_of: date) -> Knowledge:
    """Return the knowledge of the checkout at `root`.

    `as_of` is the day against which "in the future" is measured: the commit's, or today's
    for work in progress. Raises ReportError with all problems of all files.
    """
    problems: list[Problem] = []
    records: dict[str, Any] = {}
    documents: dict[str, Any] = {}
    for name, (attribute, adapter) in FILES.items():
        shown_name = f"data/{name}"
        try:
            value = _read(root / "data" / name, shown_name)
            documents[shown_name] = value
            records[attribute] = adapter.validate_python(value)
        except ReportError as error:
            problems += error.problems
        except ValidationError as error:
            problems += _validation_problems(error, shown_name, value)
    if len(records) == len(FILES):
        knowledge = Knowledge(root=root, **records)
        read = Documents(documents)
        problems += reference_problems(knowledge, read)
        problems += arithmetic_problems(knowledge, read)
        problems += date_problems(knowledge, read, as_of)
    if problems:
        raise ReportError(problems)
    return knowledge


def _read(path: Path, name: str) -> Any:
    if not path.is_file():
        raise ReportError([Problem(name, 0, 0, "the file is missing; every checkout has it")])
    return read_yaml(path, name)


def _validation_problems(error: ValidationError, name: str, value: Any) -> Iterator[Problem]:
    for details in error.errors(include_url=False):
        location = tuple(step for step in details["loc"] if step != "[key]")
        line, column = place_of(value, location)
        record, fields = _record_and_fields(value, location)
        message = _in_plain_words(details, value, location)
        yield Problem(name, line, column, f"{trail(record, *fields)}: {message}" if record else message)


def _record_and_fields(value: Any, location: tuple[object, ...]) -> tuple[str, list[object]]:
    """Return the id of the innermost record on the way to `location`, and the fields below it."""
    record, fields = "", list(location)
    for depth, step in enumerate(location):
        value = _step_into(value, step)
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            record, fields = value["id"], list(location[depth + 1 :])
    if not record and fields and not isinstance(fields[0], int):
        return str(fields[0]), [_counted(step) for step in fields[1:]]
    if not record and fields:
        return f"record {int(str(fields[0])) + 1}", [_counted(step) for step in fields[1:]]
    return record, [_counted(step) for step in fields]


def _step_into(value: Any, step: object) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _counted(step: object) -> object:
    """Return list positions as people count them, from 1."""
    return f"no. {step + 1}" if isinstance(step, int) else step


def _in_plain_words(details: ErrorDetails, value: Any, location: tuple[object, ...]) -> str:
    kind, context = details["type"], details.get("ctx", {})
    given = details.get("input")
    if kind == "missing":
        field = location[-1] if location else ""
        if field in ("en", "fr"):
            language = "English" if field == "en" else "French"
            return f"the {language} text is missing; every text stands in both languages"
        return "is missing; expected this field"
    if kind == "extra_forbidden":
        return f"is not a known field{suggestion(location[-1], known_fields())}"
    if kind == "value_error":
        return str(context["error"])
    if kind in ("literal_error", "enum"):
        choices = [
            choice.strip("'\" ") for choice in str(context["expected"]).replace(" or ", ", ").split(", ")
        ]
        return f"is {shown(given)}; expected {listed(choices)}{suggestion(given, choices)}"
    expected = {
        "string_type": "text",
        "model_type": "named fields such as en and fr",
        "dict_type": "named fields",
        "list_type": "a list, one item per line after a hyphen",
        "int_type": "a whole number",
        "float_type": "a number",
        "bool_type": "true or false",
        "too_short": "at least one item",
        "string_too_short": "a longer text",
        "string_too_long": "a shorter text",
        "string_pattern_mismatch": f"the form {context.get('pattern', '')}",
        "greater_than_equal": f"{context.get('ge')} or more",
        "less_than_equal": f"{context.get('le')} or less",
    }.get(kind, details["msg"])
    if given is None:
        return f"is empty; expected {expected}"
    described = (
        "a group of fields"
        if isinstance(given, dict)
        else "a list"
        if isinstance(given, list)
        else shown(given)
    )
    return f"is {described}; expected {expected}"
