"""Figures as people read them: tables of plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.figures import Delays, Figure, exponents, ratios
from bench.output import KINDS

HEAD = ("job", "contender", "N", "runs", "wall s", "CPU s", "RAM MB", "all MB", "files", "out MB", *KINDS)
LEFT = ("job", "contender")


def costs(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of a table: RAM is the largest process, `all` all processes at one moment."""
    rows: list[Sequence[str]] = [HEAD]
    for each in sorted(figures, key=lambda figure: (figure.job, figure.size)):
        cost, written = each.cost, each.output
        row = [each.job, each.contender, str(each.size), str(each.runs)]
        row += [f"{cost.wall:.2f}", f"{cost.processor:.2f}", f"{cost.memory:.0f}", f"{cost.together:.0f}"]
        if written:
            row += [str(written.files), f"{written.total:.1f}"]
            row += [f"{written.sizes[kind]:.1f}" for kind in KINDS]
        rows.append((*row, *[""] * (len(HEAD) - len(row))))
    yield from aligned(rows)


def comparisons(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield our figures divided by each peer's, then how processor time grows from size to size."""
    for job, size, peer, wall, processor in ratios(figures):
        yield f"{job}, N = {size}: {wall:.2f} × the wall time of {peer}, {processor:.2f} × its CPU time"
    for job, contender, smaller, larger, slope in exponents(figures):
        yield f"{job}, {contender}: CPU time grows as N to the power of {slope:.2f} from {smaller} to {larger}"


def delays(measured: Sequence[Delays]) -> Iterator[str]:
    """Yield the lines of a table: seconds from saving to the page that shows the edit."""
    rows = [("job", "N", "edits", "median s", "range s")]
    for each in measured:
        span = f"{min(each.seconds):.2f}–{max(each.seconds):.2f}"
        rows.append((each.job, str(each.size), str(len(each.seconds)), f"{each.median:.2f}", span))
    yield from aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line: job and contender to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if rows[0][place] in LEFT else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
