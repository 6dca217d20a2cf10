"""The gates that a candidate passes: checks, each a command that ends well or not."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter

from study.models.values import Key, Record, Text, Translated

MAKING = ("build", "reproducible")  # what the candidate does itself, as it makes the site; no command does it
COPYING = "copies"  # its command is given the finished site, --site FOLDER, before the site is sealed
ASKING = ("check", "concordance", "browser", "accessibility", "links")
REQUIRED = (*MAKING, COPYING, *ASKING)


class Gate(Record):
    """A gate: what it holds, and the command that does not end with 0 where it doesn't hold."""

    id: Key
    words: Translated
    command: list[Text] = []


def _complete(gates: list[Gate]) -> list[Gate]:
    ids = [gate.id for gate in gates]
    if missing := [name for name in REQUIRED if name not in ids]:
        raise ValueError(f"has no gate {', '.join(missing)}; no candidate goes without")
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise ValueError(f"names {', '.join(twice)} twice; expected each gate once")
    for gate in gates:
        if gate.id in MAKING and gate.command:
            raise ValueError(f"{gate.id} has a command; expected none: the candidate itself does it")
        if gate.id not in MAKING and not gate.command:
            raise ValueError(f"{gate.id} has no command; expected one such as [python, -m, report, check]")
    return gates


GATES = TypeAdapter(
    Annotated[list[Gate], AfterValidator(_complete), Field(description="Gates, in the order they are passed")]
)
