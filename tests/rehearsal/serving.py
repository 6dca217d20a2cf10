"""The public tree on a server of this computer, below /report/: nginx with the sample, else Python's own server."""

from __future__ import annotations

import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conftest import ROOT
from tests.hosting.nginx import MAIN, NGINX

PREFIX = "/report/"


@contextmanager
def public_server(www: Path) -> Iterator[tuple[str, str]]:
    """Serve the folder `www`, which holds `report`; gives the name of the server and the address of the report."""
    name, serve = ("nginx", _nginx) if NGINX else ("Python's server", _python)
    with serve(www) as port:
        yield name, f"http://127.0.0.1:{port}{PREFIX}"


@contextmanager
def _nginx(www: Path) -> Iterator[int]:
    assert NGINX
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sample = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    for line, instead in {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /srv/www;": f"root {www};",
    }.items():
        assert line in sample
        sample = sample.replace(line, instead)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.conf").write_text(sample, encoding="utf-8")
        (folder / "main.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
        command = [NGINX, "-p", name, "-c", str(folder / "main.conf"), "-e", str(folder / "error.log")]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                _wait(port, process)
                yield port
            finally:
                process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "nginx has ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("nginx does not answer")


@contextmanager
def _python(www: Path) -> Iterator[int]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(www))  # type: ignore[arg-type]

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = (www / "report" / "404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
