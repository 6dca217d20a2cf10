"""What is measured: builds of chapters, of the real report, of registers; edits of a live preview."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.checkouts import build, check, checkout, forget
from bench.edits import edit_chapter
from bench.figures import OURS, Delays, Figure
from bench.measuring import Cost, median
from bench.output import output
from bench.peers import Peer, content
from bench.preview import edits
from bench.registers import grown, write_register
from bench.reports import write_report
from study.knowledge import Knowledge

EDITED = "bench/c0003.md"
EDITED_REAL = "environment.md"
LARGE = 1000  # chapters per language, or cases above it: a run takes minutes


@dataclass(frozen=True)
class Plan:
    """What to measure, with which sizes and how often, in copies of the checkout at `root`."""

    knowledge: Knowledge
    sizes: Sequence[int]
    cases: Sequence[int]
    runs: int
    large_runs: int
    edits: int
    peers: Sequence[Peer]
    cache: Path
    root: Path


def chapters(plan: Plan) -> Iterator[Figure]:
    """Build reports of each size: cold, and again after one chapter changed; the peers in between, cold."""
    for size in plan.sizes:
        runs = plan.runs if size < LARGE else plan.large_runs
        with checkout(plan.root) as copy, tempfile.TemporaryDirectory(prefix="bench-peers-") as folder:
            write_report(copy, plan.knowledge, size)
            folders = {peer: Path(folder) / peer.name for peer in plan.peers}
            for peer, place in folders.items():
                peer.write(place, content(plan.knowledge, size), plan.knowledge)
            costs: dict[tuple[str, str], list[Cost]] = {}
            for number in range(runs):
                forget(copy, plan.cache)
                costs.setdefault(("cold", OURS), []).append(build(copy))
                edit_chapter(copy / "docs" / "en" / EDITED, number)
                costs.setdefault(("edit", OURS), []).append(build(copy))
                for peer, place in folders.items():
                    costs.setdefault(("cold", peer.name), []).append(peer.build(place))
            sites = {OURS: copy / "site", **{peer.name: place / "site" for peer, place in folders.items()}}
            for (job, contender), each in costs.items():
                yield Figure(job, contender, size, runs, median(each), output(sites[contender]))


def real(plan: Plan) -> Iterator[Figure]:
    """Check the real report, build it cold, and again after one chapter changed."""
    size = _pages(plan.root)
    costs: dict[str, list[Cost]] = {"real check": [], "real cold": [], "real edit": []}
    with checkout(plan.root) as copy:
        chapter = copy / "docs" / "en" / EDITED_REAL
        untouched = chapter.read_text(encoding="utf-8")
        for number in range(plan.runs):
            chapter.write_text(untouched, encoding="utf-8")
            forget(copy, plan.cache)
            costs["real check"].append(check(copy))
            forget(copy, plan.cache)
            costs["real cold"].append(build(copy))
            edit_chapter(chapter, number)
            costs["real edit"].append(build(copy))
        site = output(copy / "site")
        for job, each in costs.items():
            yield Figure(job, OURS, size, plan.runs, median(each), None if job == "real check" else site)


def registers(plan: Plan) -> Iterator[Figure]:
    """Build the real report with registers of each size, cold."""
    for count in plan.cases:
        runs = plan.runs if count <= LARGE else plan.large_runs
        known = grown(plan.knowledge, count)
        with checkout(plan.root) as copy:
            write_register(copy, known.cases)
            costs = []
            for _ in range(runs):
                forget(copy, plan.cache)
                costs.append(build(copy))
            yield Figure("register", OURS, len(known.cases), runs, median(costs), output(copy / "site"))


def previews(plan: Plan) -> Iterator[Delays]:
    """Preview the real report, then a synthetic one of the largest size below 1,000; edit each kind of file."""
    if not plan.edits:
        return
    with checkout(plan.root) as copy:
        yield from edits(copy, EDITED_REAL, _pages(plan.root), plan.edits)
    size = max((size for size in plan.sizes if size < LARGE), default=0)
    if size:
        with checkout(plan.root) as copy:
            write_report(copy, plan.knowledge, size)
            yield from edits(copy, EDITED, size, plan.edits)


def _pages(root: Path) -> int:
    return sum(1 for _ in (root / "docs" / "en").rglob("*.md"))
