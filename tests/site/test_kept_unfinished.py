"""Builds that are killed or fail: the site that is read stays, and the next build makes the right one."""

from __future__ import annotations

import os
import shutil
import signal
import time

import pytest

from tests.site.conftest import differences, files_of
from tests.site.kept import Small

pytestmark = pytest.mark.usefixtures("recalled")


def killed(small: Small, *shares: float) -> None:
    """Kill a build, with all its processes, after each share of the time that a whole one takes."""
    started = time.monotonic()
    small.built()
    whole = time.monotonic() - started
    for share in shares:
        process = small.start()
        time.sleep(whole * share)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.mark.long
def test_after_builds_that_were_killed_the_next_makes_the_right_site(small: Small) -> None:
    killed(small, 0.3, 0.6, 0.85)
    assert differences(files_of(small.out), small.site) == []  # the site that is read was not touched
    assert differences(small.built(), small.site) == []
    remove_unfinished(small)


def test_builds_that_were_killed_leave_one_folder_at_most(small: Small) -> None:
    killed(small, 0.4, 0.5)
    small.built()
    assert remove_unfinished(small) <= 1


def remove_unfinished(small: Small) -> int:
    """Remove what killed builds left beside the site; return how many folders there were."""
    left = [path for path in small.out.parent.iterdir() if path != small.out]
    for path in left:
        shutil.rmtree(path)
    return len(left)


def test_a_build_that_warns_keeps_nothing_and_the_next_warns_again(small: Small) -> None:
    with small.changed("docs/en/bench/c0003.md", r"\]\(c0\d+\.md#section-\d\)", "](c0001.md#nowhere)"):
        first, second = small.said(), small.said()
        assert small.rows()["en"] == small.known["en"]
    assert first[0] == 1
    assert any("nowhere" in line for line in first[1])
    assert second == first
    assert differences(files_of(small.out), small.site) == []
    assert differences(small.built(), small.site) == []
