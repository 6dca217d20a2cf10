"""The command line as a process of its own, as people run it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.report.done import Done
from tests.report.misbehaving import Misbehaving

Report = Callable[..., Done]
Edit = Callable[[str, str, str], None]
Plant = Callable[..., int]
SOURCE = """
- id: {id}
  title: A title
  language: en
  publisher: {{en: A publisher, fr: Un éditeur}}
  url: {url}
  archived_url: {copy}
  kind: official
  checked: 2026-01-31
"""


@pytest.fixture
def report(root: Path, tmp_path: Path) -> Report:
    """Run `python -m report …`; `at` is the folder it runs in, other names are variables of the environment."""

    def run(*arguments: object, at: Path = tmp_path, **variables: str) -> Done:
        kept = {
            name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TMPDIR") if name in os.environ
        }
        done = subprocess.run(
            [sys.executable, "-m", "report", *map(str, arguments)],
            cwd=at,
            env={**kept, "PYTHONPATH": str(root), "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


def state(folder: Path) -> dict[str, str]:
    """Return every file below `folder` with the digest of its content; caches aside."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {"__pycache__", ".cache"} & {*path.parts}
    }


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Misbehaving]:
    """A web server on this computer, the only one that tests ask."""
    monkeypatch.setenv("NO_PROXY", "*")
    server = Misbehaving()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were to be waited between questions; nobody waits."""
    waited: list[float] = []
    monkeypatch.setattr("report.links.fetching.sleep", waited.append)
    return waited


@pytest.fixture
def registers(root: Path, tmp_path: Path) -> Path:
    """A copy of the data alone, to which a test adds sources."""
    copy = tmp_path / "registers"
    shutil.copytree(root / "data", copy / "data", ignore=shutil.ignore_patterns("dictionaries", "schemas"))
    (copy / "docs").mkdir()
    (copy / "mkdocs.yml").touch()
    return copy


@pytest.fixture
def plant(registers: Path) -> Plant:
    """Add a source; return the line of its url."""

    def add(name: str, url: str, copy: str = "null") -> int:
        path = registers / "data" / "sources.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text + SOURCE.format(id=name, url=url, copy=copy), encoding="utf-8")
        return text.count("\n") + 6

    return add
