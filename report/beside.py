"""Work done by a second process while the first goes on with its own."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

Made = TypeVar("Made")


@contextmanager
def beside(make: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Start `make` in a process of its own; gives what returns its result, and raises what it raised.

    Where processes can't be forked (Windows), on a single processor, or if the process comes to grief,
    `make` is called when its result is asked for.
    """
    if "fork" not in multiprocessing.get_all_start_methods() or os.cpu_count() == 1:
        yield make
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, make), daemon=True)
    process.start()
    sender.close()
    try:
        yield lambda: _received(receiver, make)
    finally:
        receiver.close()
        process.kill()
        process.join()


def _send(sender: Connection, make: Callable[[], Any]) -> None:
    sender.send(make())


def _received(receiver: Connection, make: Callable[[], Made]) -> Made:
    try:
        made: Made = receiver.recv()
    except (EOFError, OSError):
        return make()
    return made
