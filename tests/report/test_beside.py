"""A second process gives its result, or the first makes it itself."""

from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing import get_all_start_methods

import pytest

from report.beside import beside

FORKS = "fork" in get_all_start_methods() and os.cpu_count() != 1


def test_the_result_comes_from_another_process() -> None:
    with beside(os.getpid) as made:
        found = made()
    assert (found != os.getpid()) is FORKS


def test_without_forks_the_result_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    with beside(os.getpid) as made:
        assert made() == os.getpid()


def test_what_comes_to_grief_there_is_made_here() -> None:
    here = os.getpid()

    def make() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return os.getpid()

    with beside(make) as made:
        assert made() == here


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    def make() -> int:
        raise ValueError("wrong")

    with beside(make) as made, pytest.raises(ValueError, match="wrong"):
        made()


def test_no_process_is_left_when_nobody_asks() -> None:
    with pytest.raises(KeyError), beside(os.getpid):
        raise KeyError
    assert not multiprocessing.active_children()
