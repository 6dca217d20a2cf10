"""A real nginx with the sample of `hosting/`, answering on a socket or a free port of this computer."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
MAIN = """
daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/report.conf;
}}
"""


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
    assert NGINX
    path = folder / "socket"
    for line, instead in {"listen 80;": f"listen unix:{path};", "root /srv/www;": f"root {www};"}.items():
        assert sample.count(line) == 1, line
        sample = sample.replace(line, instead)
    (folder / "report.conf").write_text(sample, encoding="utf-8")
    (folder / "main.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", str(folder / "error.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, path)
            yield path
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[str], path: Path) -> None:
    """Wait until nginx answers; it is not there at once, and may not come at all."""
    for _ in range(300):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read() if process.stderr else "nginx has ended")
        try:
            ask(path, "/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("nginx does not answer")
