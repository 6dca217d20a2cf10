"""What a build costs with registers of growing size: python -m bench.repertory 102 1000 10000

Each register is written into a copy of the checkout, which is then built with `report build`, as
an editor would. Wall and processor time, memory and output are those of the whole build.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from bench.registers import many_cases
from study.facets import FACETS
from study.knowledge import Knowledge
from study.loading import load

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "site", "dist", ".cache", "__pycache__", ".*_cache", ".hypothesis"
)
LISTS = {*FACETS, "body", "page"}


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds, megabytes (1 MB is 1,000,000 bytes) and files."""

    cases: int
    wall: float
    processor: float
    memory: float
    files: int
    sizes: dict[str, float]


def cost(cases: int, knowledge: Knowledge) -> Cost:
    """Return what the build of a report with so many cases takes."""
    with tempfile.TemporaryDirectory() as folder:
        copy, site = Path(folder) / "report", Path(folder) / "site"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        write_register(copy, _grown(knowledge, cases))
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "report", "--root", str(copy), "build", "--out", str(site)], cwd=copy
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        if status:
            raise SystemExit(f"The build of {cases} cases failed.")
        sizes, files = _sizes(site)
    return Cost(cases, wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, files, sizes)


def _grown(knowledge: Knowledge, count: int) -> Knowledge:
    """Return `knowledge` with `count` cases: its own, which chapters name, and as many made ones as it takes."""
    made = many_cases(knowledge, max(0, count - len(knowledge.cases)))
    return replace(knowledge, cases=[*knowledge.cases, *made.cases][:count])


def write_register(root: Path, knowledge: Knowledge) -> None:
    """Write the cases of `knowledge` as the `data/cases.yaml` of the checkout at `root`."""
    records = [case.model_dump(mode="json") for case in knowledge.cases]
    text = yaml.dump(records, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
    (root / "data" / "cases.yaml").write_text(text, encoding="utf-8")


def _sizes(site: Path) -> tuple[dict[str, float], int]:
    sizes = dict.fromkeys(("case pages", "lists", "downloads", "search", "rest"), 0.0)
    count = 0
    for path in site.rglob("*"):
        if path.is_file():
            count += 1
            sizes[_kind(path.relative_to(site).parts)] += path.stat().st_size / 1e6
    return sizes, count


def _kind(parts: tuple[str, ...]) -> str:
    inner = parts[1:]
    if inner[:1] == ("search",):
        return "search"
    if (
        inner[:1] == ("data",)
        or inner[:2] == ("cases", "data")
        or parts[-1] in ("cases.csv", "cases.json", "cases.xlsx")
    ):
        return "downloads"
    if inner[:1] == ("cases",) and len(inner) > 2:
        return "lists" if inner[1] in LISTS else "case pages"
    return "rest"


def _table(costs: Iterable[Cost]) -> Iterable[str]:
    yield f"{'cases':>7} {'wall s':>8} {'CPU s':>8} {'MB RAM':>7} {'files':>7}  MB of output"
    for each in costs:
        sizes = ", ".join(f"{name} {size:.1f}" for name, size in each.sizes.items())
        yield (
            f"{each.cases:>7} {each.wall:>8.1f} {each.processor:>8.1f} {each.memory:>7.0f} {each.files:>7}"
            f"  {sum(each.sizes.values()):.0f} ({sizes})"
        )


def main(arguments: list[Any]) -> None:
    """Print one line per size."""
    knowledge = load(ROOT, datetime.now(UTC).date())
    for line in _table(cost(int(size), knowledge) for size in arguments or (102, 1000, 10_000)):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
