"""What a build costs with registers of growing size: python -m bench.repertory 102 1000 10000

The same as `python -m bench --job registers`, once for each size and without a line in the history.
"""

from __future__ import annotations

import sys

from bench.__main__ import main

SIZES = ("102", "1000", "10000")


def arguments(sizes: list[str]) -> list[str]:
    """Return the benchmark's arguments for registers of these sizes."""
    chosen = [argument for size in sizes or SIZES for argument in ("--cases", size)]
    return ["--job", "registers", "--runs", "1", "--no-history", *chosen]


if __name__ == "__main__":
    main(arguments(sys.argv[1:]))
