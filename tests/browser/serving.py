"""A web server for the built site, under several paths, as GitHub Pages or a mirror would serve it."""

from __future__ import annotations

import gzip
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conftest import ROOT

EDITION = re.search(r'^current: "(.+)"$', (ROOT / "data/editions.yaml").read_text("utf-8"), re.MULTILINE)
assert EDITION
PREFIXES = (f"/report/{EDITION[1]}/", "/mirror/x/")


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder below each prefix, and its 404.html for what is not there."""

    protocol_version = "HTTP/1.1"
    site: Path
    prefixes: tuple[str, ...]
    packed = False  # whether texts are compressed, as hosts do

    def translate_path(self, path: str) -> str:
        for prefix in self.prefixes:
            if path.startswith(prefix):
                self.directory = str(self.site)
                return super().translate_path("/" + path.removeprefix(prefix))
        return str(self.site / "nowhere")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (self.site / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not self.packed or path.suffix not in (".html", ".css", ".js") or not path.is_file():
            return super().do_GET()
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    def log_message(self, *arguments: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that left before the answer; tests see what fails on a page."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def served(site: Path, prefixes: tuple[str, ...] = PREFIXES, packed: bool = False) -> Iterator[str]:
    """Serve `site` below each of `prefixes`; gives the address of the server, without a path."""
    handler = type("Handler", (Handler,), {"site": site, "prefixes": prefixes, "packed": packed})
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
