from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.registers import grown, many_cases, write_register
from bench.repertory import arguments
from study.knowledge import Knowledge
from study.loading import load


def test_a_register_grows_by_made_cases_after_its_own(knowledge: Knowledge) -> None:
    own = len(knowledge.cases)
    larger = grown(knowledge, own + 20).cases
    assert larger[:own] == knowledge.cases
    assert len({case.id for case in larger}) == own + 20


def test_a_register_never_loses_the_cases_that_chapters_name(knowledge: Knowledge) -> None:
    assert grown(knowledge, 3).cases == knowledge.cases


def test_a_smaller_register_is_the_beginning_of_a_larger_one(knowledge: Knowledge) -> None:
    assert many_cases(knowledge, 20).cases == many_cases(knowledge, 40).cases[:20]


def test_a_written_register_is_read_as_it_was(checkout: Path, knowledge: Knowledge) -> None:
    cases = grown(knowledge, len(knowledge.cases) + 20).cases
    write_register(checkout, cases)
    assert load(checkout, date.today()).cases == cases


def test_the_sizes_of_registers_are_chosen_on_the_command_line() -> None:
    assert arguments(["102", "300"])[-4:] == ["--cases", "102", "--cases", "300"]
    assert arguments([]).count("--cases") == 3
