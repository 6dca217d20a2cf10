"""The public tree on a server of this computer, below /report/: nginx with the sample, else Python's own server."""

from __future__ import annotations

import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.nginx import NGINX, adapted, running
from tests.conftest import ROOT

PREFIX = "/report/"


@contextmanager
def public_server(www: Path) -> Iterator[tuple[str, str]]:
    """Serve the folder `www`, which holds `report`; gives the name of the server and the address of the report."""
    name, serve = ("nginx", _nginx) if NGINX else ("Python's server", _python)
    with serve(www) as port:
        yield name, f"http://127.0.0.1:{port}{PREFIX}"


@contextmanager
def _nginx(www: Path) -> Iterator[int]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    changes = {"listen 80;": f"listen 127.0.0.1:{port};", "root /srv/www;": f"root {www};"}
    sample = adapted((ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8"), changes)

    def answers() -> None:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()

    with tempfile.TemporaryDirectory() as name, running(sample, Path(name), answers):
        yield port


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
