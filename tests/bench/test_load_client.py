"""The client of the load: every answer that is not the right one is an error."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bench.load_client import Outcome, loaded
from bench.load_site import Asked

KINDS = {"chapters": [Asked("/report/2026/en/", 5, packed=True)]}
HEAD = "HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{more}\r\n"
PACKED = "Content-Encoding: gzip\r\n"


@contextmanager
def answering(answer: bytes) -> Iterator[int]:
    """Listen on a port of this computer and give `answer` to every request, then hang up."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(5)
                    connection.recv(1 << 16)
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        ended.set()
        thread.join()


def asked(answer: bytes) -> Outcome:
    with answering(answer) as port:
        return loaded("127.0.0.1", port, KINDS, 2, 1.0, 1)


def head(status: str = "200 OK", length: int = 5, more: str = PACKED + "Connection: close\r\n") -> bytes:
    return HEAD.format(status=status, length=length, more=more).encode()


def test_right_answers_are_counted_with_their_bytes() -> None:
    outcome = asked(head() + b"12345")
    assert outcome.seconds
    assert outcome.received == 5 * len(outcome.seconds)
    assert not outcome.errors


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (head("404 Not Found") + b"12345", "/report/2026/en/: status 404, expected 200"),
        (head(length=4) + b"1234", "/report/2026/en/: 4 bytes, expected 5"),
        (head(length=6) + b"123456", "/report/2026/en/: 6 bytes, expected 5"),
        (head() + b"1234", "IncompleteReadError"),
        (b"HTTP/1.1 200 OK\r\n\r\n12345", "/report/2026/en/: -1 bytes, expected 5"),
        (head(more="Connection: close\r\n") + b"12345", "/report/2026/en/: packed otherwise than expected"),
        (b"", "IncompleteReadError"),
    ],
)
def test_any_other_answer_is_an_error(answer: bytes, error: str) -> None:
    outcome = asked(answer)
    assert not outcome.seconds
    assert set(outcome.errors) == {error}


def test_a_port_where_nothing_listens_is_an_error_and_no_record() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    outcome = loaded("127.0.0.1", port, KINDS, 3, 1.0, 2)
    assert (outcome.seconds, outcome.received) == ([], 0)
    assert set(outcome.errors) == {"no connection: ConnectionRefusedError"}
    assert outcome.errors.total() == 15
