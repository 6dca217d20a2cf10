"""MkDocs is started without a library that it does not need, which is there for whoever asks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ASKED = """
import sys
from report.generator import PutOff
sys.modules["requests"] = PutOff("requests")
import requests
assert "urllib3" not in sys.modules
{use}
assert "urllib3" in sys.modules
import requests
assert type(requests) is not PutOff and requests.get
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-P", *arguments], capture_output=True, text=True, check=False)


def test_mkdocs_builds_without_the_library(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Small\nplugins: [macros]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Small\n", encoding="utf-8")
    said = run("-X", "importtime", "-m", "report.generator", "build", "-f", str(tmp_path / "mkdocs.yml"))
    assert said.returncode == 0, said.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert "mkdocs_macros.util" in said.stderr
    assert "urllib3" not in said.stderr


def test_an_error_is_told_as_mkdocs_tells_it(tmp_path: Path) -> None:
    said = run("-m", "report.generator", "build", "-f", str(tmp_path / "nothing.yml"))
    assert said.returncode == 2
    assert said.stderr.startswith("Usage: mkdocs build")


def test_the_library_is_read_when_something_of_it_is_used() -> None:
    for use in ("requests.get", "from requests import get", "import requests.exceptions"):
        said = run("-c", ASKED.format(use=use))
        assert said.returncode == 0, said.stderr
