from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.measuring import BuildError, Cost, median, one_after_another, processor_time, run

BUSY = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_the_time_of_a_process_of_a_process_counts(tmp_path: Path) -> None:
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"
    assert run(python(inner), tmp_path).processor >= 0.2


def test_waiting_takes_wall_time_alone(tmp_path: Path) -> None:
    cost = run(python("import time; time.sleep(0.3)"), tmp_path)
    assert cost.wall >= 0.3
    assert cost.processor < cost.wall


def test_memory_is_that_of_the_largest_process(tmp_path: Path) -> None:
    small, large = (run(python(f"x = bytearray({size})"), tmp_path).memory for size in (1, 80_000_000))
    assert 70 < large - small < 90


def test_memory_of_whoever_measures_is_not_counted(tmp_path: Path) -> None:
    own = bytearray(b"1") * 60_000_000
    assert run(python("pass"), tmp_path).memory * 1e6 < len(own)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_memory_of_all_processes_is_added_up(tmp_path: Path) -> None:
    hold = "import time; x = bytearray(b'1') * 40_000_000; time.sleep(0.6)"
    both = f"import subprocess, sys; y = subprocess.Popen([sys.executable, '-c', {hold!r}]); {hold}; y.wait()"
    cost = run(python(both), tmp_path)
    assert cost.together > 80 > cost.memory


def test_a_command_that_fails_gives_what_it_said_and_no_figure(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"ended with 3 and said:\na word"):
        run(python("import sys; print('a word'); sys.exit(3)"), tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_the_time_of_a_running_process_can_be_asked() -> None:
    assert processor_time(os.getpid()) > 0


def test_medians_are_taken_figure_by_figure() -> None:
    costs = [Cost(1, 30, 5), Cost(2, 10, 6), Cost(9, 20, 4)]
    assert median(costs) == Cost(2, 20, 5)


def test_commands_one_after_another_add_their_times_not_their_memory() -> None:
    assert one_after_another([Cost(1, 2, 100, 150), Cost(3, 4, 90, 160)]) == Cost(4, 6, 100, 160)
