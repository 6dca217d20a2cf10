"""The sample for nginx, tried with a real nginx and a public tree of two editions."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from report.editions.assembling import assemble
from tests.hosting.nginx import NGINX, ask, nginx
from tests.report.editions.small_editions import approve, small_checkout

pytestmark = [
    pytest.mark.skipif(
        NGINX is None, reason="nginx is not installed (Debian, Ubuntu: apt-get install nginx)"
    ),
    pytest.mark.skipif(sys.platform == "win32", reason="nginx answers on a socket of the file system"),
]
YEAR = "public, max-age=31536000, immutable"
SHORT = "public, max-age=300"


@pytest.fixture(scope="module")
def www(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the public tree of two editions at `report`."""
    folder = tmp_path_factory.mktemp("nginx")
    checkout, archives = small_checkout(root, folder), folder / "archives"
    archives.mkdir()
    approve(checkout, archives, "2026", ("", "ai/", "gone/"))
    approve(checkout, archives, "2026.1", ("", "ai/"))
    assemble(checkout, archives, folder / "www" / "report")
    return folder / "www"


@pytest.fixture(scope="module")
def server(root: Path, www: Path) -> Iterator[Path]:
    sample = (root / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder, nginx(sample, www, Path(folder)) as path:
        yield path


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/report/2026/en/ai/", YEAR),
        ("/report/2026.1/", YEAR),
        ("/report/2026.1/assets/favicon.svg", YEAR),
        ("/report/2026/SHA256SUMS", YEAR),
        ("/report/", SHORT),
        ("/report/editions.json", SHORT),
        ("/report/versions.json", SHORT),
        ("/report/sitemap.xml", SHORT),
        ("/report/feed-fr.xml", SHORT),
        ("/report/latest/en/ai/", SHORT),
        ("/report/latest/", SHORT),
    ],
)
def test_editions_are_kept_for_a_year_and_all_else_for_minutes(address: str, kept: str, server: Path) -> None:
    answer, _ = ask(server, address)
    assert (answer.status, answer.headers.get_all("Cache-Control")) == (200, [kept])
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "address",
    [
        "/report/2026/en/nothing/",
        "/report/2031/en/",
        "/report/latest/xx/",
        "/report/2026/.hidden",
        "/report/.new/x",
    ],
)
def test_what_is_not_there_is_answered_in_both_languages_and_never_kept(
    address: str, server: Path, www: Path
) -> None:
    answer, body = ask(server, address)
    assert (answer.status, answer.headers["Cache-Control"]) == (404, None)
    assert body == (www / "report" / "404.html").read_bytes()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/report/", "text/html; charset=utf-8"),
        ("/report/editions.json", "application/json; charset=utf-8"),
        ("/report/feed-en.xml", "application/atom+xml"),
        ("/report/2026/fr/feed.xml", "application/atom+xml"),
        ("/report/2026/sitemap.xml", "text/xml; charset=utf-8"),
        ("/report/2026/SHA256SUMS", "text/plain; charset=utf-8"),
        ("/report/2026/assets/favicon.svg", "image/svg+xml"),
    ],
)
def test_every_file_has_its_type(address: str, kind: str, server: Path) -> None:
    assert ask(server, address)[0].headers["Content-Type"] == kind


def test_a_folder_without_its_slash_is_sent_on_under_any_name(server: Path) -> None:
    answer, _ = ask(server, "/report/2026/en/ai", Host="another.example:8443")
    assert (answer.status, answer.headers["Location"]) == (301, "/report/2026/en/ai/")


def test_pages_are_sent_packed_to_who_asks_for_it(server: Path) -> None:
    answer, _ = ask(server, "/report/", Accept_Encoding="gzip")
    assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")


def test_a_copy_that_is_still_right_is_not_sent_again(server: Path) -> None:
    first, _ = ask(server, "/report/2026/en/ai/")
    again, body = ask(server, "/report/2026/en/ai/", If_None_Match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


def test_nothing_can_be_written(server: Path) -> None:
    assert ask(server, "/report/editions.json", "PUT")[0].status == 405
    assert ask(server, "/report/editions.json", "POST")[0].status == 405


def test_a_rule_that_keeps_lists_for_a_year_would_be_noticed(root: Path, www: Path) -> None:
    sample = (
        (root / "hosting" / "nginx.conf").read_text(encoding="utf-8").replace("max-age=300", "max-age=3000")
    )
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder, nginx(sample, www, Path(folder)) as path:
        assert ask(path, "/report/editions.json")[0].headers["Cache-Control"] != SHORT
