from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from report.__main__ import main
from report.editions.smoke import smoke_problems
from tests.study.editions.sealed import public

ROOT_FILES = ("404.html", "versions.json", "robots.txt", "sitemap.xml")


class Site(ThreadingHTTPServer):
    """A web server on this computer that serves a folder as GitHub Pages does, below /report/."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/report/"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        path = self.path.removeprefix("/report/")
        self.server.asked.append(path)
        file = self.server.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        status = 200 if file.is_file() else 404
        body = (file if status == 200 else self.server.folder / "404.html").read_bytes()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def assembled(tmp_path: Path) -> Path:
    folder = public(tmp_path / "public", "2026", "2026.1")
    for name in ROOT_FILES:
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def served(tmp_path: Path, assembled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    import shutil

    monkeypatch.setenv("NO_PROXY", "*")
    server = Site(Path(shutil.copytree(assembled, tmp_path / "served")))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_site_that_answers_with_its_files_has_no_problem(assembled: Path, served: Site) -> None:
    assert smoke_problems(assembled, served.address, 1, 0) == []
    assert {"", "2026/", "2026/MANIFEST.json", "2026.1/fr/", "editions.json"} <= set(served.asked)


def test_other_bytes_missing_files_and_a_missing_page_of_errors_are_named(
    assembled: Path, served: Site
) -> None:
    (served.folder / "editions.json").write_text("[]")
    (served.folder / "2026" / "MANIFEST.json").unlink()
    (served.folder / "404.html").write_text("another")
    said = "\n".join(smoke_problems(assembled, served.address, 1, 0))
    assert "editions.json answers other bytes" in said
    assert "2026/MANIFEST.json answers 404; expected 200" in said
    assert "there-is-no-such-page/ answers other bytes than 404.html" in said


def test_what_differs_is_asked_for_again_and_nothing_else(
    assembled: Path, served: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = (served.folder / "robots.txt").read_bytes()
    (served.folder / "robots.txt").write_bytes(b"yesterday's")
    waited = []

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        served.asked.clear()
        (served.folder / "robots.txt").write_bytes(right)

    monkeypatch.setattr("report.editions.smoke.sleep", sleep)
    assert smoke_problems(assembled, served.address, 5, 30) == []
    assert (waited, served.asked) == ([30], ["robots.txt"])


def test_a_site_that_does_not_answer_is_named(assembled: Path, served: Site) -> None:
    address = f"http://127.0.0.1:{served.server_port + 1 if served.server_port < 65535 else 1}/"
    assert "does not answer: ConnectionError" in smoke_problems(assembled, address, 1, 0)[0]


def test_the_command_tells_by_its_exit_code(assembled: Path, served: Site, small: Path) -> None:
    line = ["--root", str(small), "release", "smoke", "--public", str(assembled), "--url", served.address]
    once = [*line, "--attempts", "1"]
    assert CliRunner().invoke(main, once).exit_code == 0
    (served.folder / "index.html").write_text("another")
    assert CliRunner().invoke(main, once).exit_code == 1
    assert CliRunner().invoke(main, [*once, "--public", str(small)]).exit_code == 2
