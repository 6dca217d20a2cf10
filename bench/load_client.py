"""A client that reads every answer to its end and compares it with the right one.

It is written in Python and shares the processors with the server: what it counts is a lower bound of what the
server can do, and it says so. Time counts from a request to the last byte of its answer.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench.load_site import Asked, mixed

PATIENCE = 30.0  # seconds for an answer
GIVES_UP = 5  # errors in a row after which a connection is not tried again
REQUEST = "GET {address} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n"
Kinds = Mapping[str, Sequence[Asked]]


@dataclass
class Outcome:
    """What came of a load: seconds per right answer, bytes of all bodies, errors by what was wrong."""

    seconds: list[float] = field(default_factory=list)
    received: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def add(self, other: Outcome) -> None:
        """Count another outcome in."""
        self.seconds += other.seconds
        self.received += other.received
        self.errors += other.errors


class WrongAnswerError(Exception):
    """An answer that is not the right one."""


def loaded(host: str, port: int, kinds: Kinds, connections: int, seconds: float, processes: int) -> Outcome:
    """Return what came of asking over so many connections for so many seconds, from several processes."""
    processes = max(1, min(processes, connections))
    shares = [len(range(each, connections, processes)) for each in range(processes)]
    jobs = [(host, port, kinds, share, seconds, number * connections) for number, share in enumerate(shares)]
    total = Outcome()
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for outcome in pool.starmap(_process, jobs):
            total.add(outcome)
    return total


def _process(host: str, port: int, kinds: Kinds, connections: int, seconds: float, seed: int) -> Outcome:
    return asyncio.run(_connections(host, port, kinds, connections, seconds, seed))


async def _connections(
    host: str, port: int, kinds: Kinds, connections: int, seconds: float, seed: int
) -> Outcome:
    outcome, end = Outcome(), time.monotonic() + seconds
    await asyncio.gather(
        *(_asking(host, port, mixed(kinds, seed + each), end, outcome) for each in range(connections))
    )
    return outcome


async def _asking(host: str, port: int, requests: Iterator[Asked], end: float, outcome: Outcome) -> None:
    """Ask over one connection, opened anew when the server or an error has ended it, until `end`."""
    failed = 0
    while time.monotonic() < end and failed < GIVES_UP:
        try:
            reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), PATIENCE)
        except (OSError, TimeoutError) as error:
            outcome.errors[f"no connection: {type(error).__name__}"] += 1
            failed += 1
            continue
        try:
            while time.monotonic() < end and await _answered(reader, writer, next(requests), host, outcome):
                failed = 0
        except (WrongAnswerError, OSError, TimeoutError, asyncio.IncompleteReadError, ValueError) as error:
            outcome.errors[str(error) if isinstance(error, WrongAnswerError) else type(error).__name__] += 1
            failed += 1
        finally:
            writer.close()


async def _answered(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: Asked, host: str, outcome: Outcome
) -> bool:
    """Return whether the connection stays open after a right answer. Raises WrongAnswerError for another one."""
    started = time.perf_counter()
    writer.write(REQUEST.format(address=asked.address, host=host).encode("ascii"))
    async with asyncio.timeout(PATIENCE):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        status, headers = _read(head)
        length = int(headers.get("content-length", -1))
        body = await reader.readexactly(length) if length >= 0 else b""
    if status != "200":
        raise WrongAnswerError(f"{asked.address}: status {status}, expected 200")
    if length != asked.length or len(body) != asked.length:
        raise WrongAnswerError(f"{asked.address}: {length} bytes, expected {asked.length}")
    if (headers.get("content-encoding") == "gzip") is not asked.packed:
        raise WrongAnswerError(f"{asked.address}: packed otherwise than expected")
    outcome.seconds.append(time.perf_counter() - started)
    outcome.received += len(body)
    return headers.get("connection") != "close"


def _read(head: str) -> tuple[str, dict[str, str]]:
    first, *lines = head.split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    parts = first.split(" ")
    return parts[1] if len(parts) > 1 else "", headers
