"""A real nginx with the sample of `hosting/`, answering on a socket or a free port of this computer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from bench.nginx import NGINX, adapted, running

__all__ = ["NGINX", "ask", "nginx"]


class OverSocket(HTTPConnection):
    """A connection to a server that listens on a socket of the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost")
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(30)
        self.sock.connect(str(self.path))


def ask(path: Path, address: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """Return the answer to a request and its body."""
    connection = OverSocket(path)
    connection.request(
        method, address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@contextmanager
def nginx(sample: str, www: Path, folder: Path) -> Iterator[Path]:
    """Run nginx with `sample`, whose root becomes `www`; gives the socket that it listens on.

    `folder` takes its files; its path has to be short, as the path of a socket is.
    """
    path = folder / "socket"
    changes = {"listen 80;": f"listen unix:{path};", "root /srv/www;": f"root {www};"}
    with running(adapted(sample, changes), folder, lambda: ask(path, "/")):
        yield path
