"""The live preview: how long it takes from saving an edit to the page that shows it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path

from bench.checkouts import command, variables
from bench.edits import edit_fragment, edit_page, edit_record
from bench.figures import Delays
from bench.measuring import SAID_AT_MOST, BuildError, processor_time

POLLED_EVERY = 0.02  # seconds
PATIENCE = 600.0  # seconds for the first page, and for each edit
QUIET = 0.5  # seconds in which a preview that has nothing to do uses hardly any processor time
ADDRESS = re.compile(r"^Preview: (http\S+/)en/$")


class Preview:
    """A running `report serve`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._said: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def address(self) -> str:
        """Wait until the preview says where it serves; return the address of the site."""
        return self._until(
            lambda: next((found[1] for line in self._lines if (found := ADDRESS.match(line))), "")
        )

    def wait_for(self, url: str, text: str) -> None:
        """Ask for a page again and again until it holds `text`. Raises BuildError if it never does."""
        self._until(lambda: url if text in _page(url) else "")

    def settle(self) -> None:
        """Wait until nothing is built any more, so that the next edit is seen by itself."""
        used = processor_time(self._process.pid)
        while True:
            time.sleep(QUIET)
            now = processor_time(self._process.pid)
            if now - used < QUIET / 5:
                return
            used = now

    def _until(self, look: Callable[[], str]) -> str:
        """Return what `look` finds, however often it must look."""
        started = time.perf_counter()
        while time.perf_counter() - started < PATIENCE and self._process.poll() is None:
            if found := look():
                return found
            time.sleep(POLLED_EVERY)
        said = "\n".join(self._lines)[-SAID_AT_MOST:]
        raise BuildError(f"The preview has ended, or never showed what was saved. It said:\n{said}")

    @property
    def _lines(self) -> list[str]:
        return list(self._said)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._said.append(line.rstrip("\n"))


@contextmanager
def preview(copy: Path) -> Iterator[Preview]:
    """Yield a preview of a checkout; it is stopped as with Ctrl+C."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        command(copy, "serve", "--port", str(port)),
        cwd=copy,
        env={**os.environ, **variables(copy), "PYTHONUNBUFFERED": "1"},
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            yield Preview(process)
        finally:
            _stop(process)


def edits(copy: Path, chapter: str, size: int, count: int) -> Iterator[Delays]:
    """Yield the time to the first page, then the delays of `count` edits of each kind of file."""
    kinds: dict[str, Callable[[int], tuple[str, str]]] = {
        "preview chapter": lambda number: edit_page(copy, chapter, number),
        "preview record": lambda number: edit_record(copy, number),
        "preview fragment": lambda number: edit_fragment(copy, number),
    }
    started = time.perf_counter()
    with preview(copy) as running:
        site = running.address()
        running.wait_for(f"{site}en/", "<html")
        yield Delays("preview start", size, (time.perf_counter() - started,))
        for kind, edit in kinds.items():
            seconds = []
            for number in range(count):
                running.settle()
                page, text = edit(number)
                saved = time.perf_counter()
                running.wait_for(site + page, text)
                seconds.append(time.perf_counter() - saved)
            yield Delays(kind, size, tuple(seconds))


def _page(url: str) -> str:
    """Return the page at an address, or an empty text while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8", "replace"))
    except (urllib.error.URLError, HTTPException, ConnectionError, TimeoutError):
        return ""


def _stop(process: subprocess.Popen[str]) -> None:
    for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, kind)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                continue
