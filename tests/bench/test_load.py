"""`make load`: what it prints, and what it calls an error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bench import load
from bench.load_client import Outcome
from bench.nginx import NGINX

needs_nginx = pytest.mark.skipif(
    NGINX is None or sys.platform == "win32",
    reason="nginx is not installed (Debian, Ubuntu: apt-get install nginx)",
)
FILES = ("index.html", "en/index.html", "fr/index.html", "en/cases/ke/index.html", "assets/site.css")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} " * 200, encoding="utf-8")
    return tmp_path / "site"


def run(site: Path) -> tuple[int, str]:
    options = ["--site", str(site), "--connections", "3", "--connections", "20", "--seconds", "0.5"]
    result = CliRunner().invoke(load.main, [*options, "--processes", "1"])
    return result.exit_code, result.output


@needs_nginx
def test_a_site_is_served_and_every_answer_is_right(site: Path) -> None:
    code, said = run(site)
    lines = said.splitlines()
    assert code == 0, said
    assert lines[0].split("  ")[0].strip() == "connections"
    assert [line.split()[0] for line in lines[1:3]] == ["3", "20"]
    assert [line.split()[-1] for line in lines[1:3]] == ["0", "0"]
    assert int(lines[1].split()[1].replace(",", "")) > 0


@needs_nginx
@pytest.mark.parametrize(
    ("damage", "error"),
    [
        (lambda asked: asked.__class__(asked.address, asked.length + 1, asked.packed), "bytes, expected"),
        (lambda asked: asked.__class__(f"{asked.address}gone/", asked.length, asked.packed), "status 404"),
    ],
)
def test_a_wrong_answer_is_named_and_fails(
    damage: Callable[[object], object], error: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = load.copied
    monkeypatch.setattr(load, "copied", lambda *paths: [damage(each) for each in copied(*paths)])
    code, said = run(site)
    assert code == 1
    assert error in said


@needs_nginx
def test_a_server_that_has_gone_fails(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = load.loaded
    monkeypatch.setattr(load, "loaded", lambda host, port, *rest: loaded(host, load.free_port(), *rest))
    code, said = run(site)
    assert code == 1
    assert "no connection" in said


def test_a_load_without_any_answer_is_a_problem() -> None:
    assert load.failed(64, Outcome()) == ["64 connections: no answer at all"]
    assert load.failed(64, Outcome([0.1], 5)) == []
    assert load.failed(64, Outcome([0.1], 5, Counter({"x": 3}))) == ["64 connections: 3 × x"]


def test_figures_are_of_all_right_answers() -> None:
    seconds = [each / 1000 for each in range(1, 101)]
    assert load.row(64, Outcome(seconds, 2_500_000), 2.0) == ["64", "100", "50", "51.0", "100.0", "2.5", "0"]
    assert load.row(64, Outcome(), 2.0)[1:5] == ["0", "0", "0.0", "0.0"]


def test_more_connections_than_the_system_allows_are_refused() -> None:
    resource = pytest.importorskip("resource")
    if resource.getrlimit(resource.RLIMIT_NOFILE)[1] == resource.RLIM_INFINITY:
        pytest.skip("this system sets no limit")
    with pytest.raises(click.UsageError, match="open files"):
        load.room_for(1 << 40)


def test_without_nginx_it_says_what_is_missing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.nginx.NGINX", None)
    code, said = run(site)
    assert code == 1
    assert "nginx is not installed" in said
