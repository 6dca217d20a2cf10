"""The sample for nginx, tried with a real nginx and a public tree of two editions."""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Iterable, Iterator
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
OTHERS = {
    "draft/en/ai.md": "text/markdown; charset=utf-8",
    "draft/en/files/report.epub": "application/epub+zip",
    "draft/en/files/report.pdf": "application/pdf",
    "draft/en/data/cases.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "draft/en/data/cases.csv": "text/csv; charset=utf-8",
    "draft/en/data/cases.jsonld": "application/ld+json; charset=utf-8",
    "draft/en/llms.txt": "text/plain; charset=utf-8",
    "draft/en/pagefind/wasm.en.pagefind": "application/octet-stream",
    "draft/en/pagefind/search.wasm": "application/wasm",
    "draft/en/pagefind/index/en_0123abc.pf_index": "application/octet-stream",
    "draft/en/pagefind/fragment/en_0123abc.pf_fragment": "application/octet-stream",
    "draft/assets/frame.0123abcd.css": "text/css; charset=utf-8",
    "draft/assets/frame.js": "text/javascript; charset=utf-8",
}
POLICIES = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture(scope="module")
def www(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the public tree of two editions at `report`."""
    folder = tmp_path_factory.mktemp("nginx")
    checkout, archives = small_checkout(root, folder), folder / "archives"
    archives.mkdir()
    approve(checkout, archives, "2026", ("", "ai/", "gone/"))
    approve(checkout, archives, "2026.1", ("", "ai/"))
    assemble(checkout, archives, folder / "www" / "report")
    for name in OTHERS:  # that small editions do not have
        path = folder / "www" / "report" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 2_000)
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
        ("/report/draft/assets/frame.0123abcd.css", YEAR),
        ("/report/draft/en/pagefind/index/en_0123abc.pf_index", YEAR),
        ("/report/draft/assets/frame.js", SHORT),
        ("/report/draft/en/ai.md", SHORT),
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
        *((f"/report/{name}", kind) for name, kind in OTHERS.items()),
    ],
)
def test_every_file_has_its_type(address: str, kind: str, server: Path) -> None:
    given = ask(server, address)[0].headers["Content-Type"]
    # older lists of types say application/javascript; browsers take both alike
    assert given.replace("application/javascript", "text/javascript") == kind


def unguarded(server: Path, addresses: Iterable[str]) -> Iterator[str]:
    """Say each answer that lacks one of the headers for the security of pages, or has it twice."""
    for address in addresses:
        answer, _ = ask(server, address)
        for name, value in POLICIES.items():
            if answer.headers.get_all(name) != [value]:
                yield f"{address}: {name} is {answer.headers.get_all(name)}"
        if "camera=()" not in (answer.headers["Permissions-Policy"] or ""):
            yield f"{address}: the camera is not shut off"
        if answer.headers["Strict-Transport-Security"]:
            yield f"{address}: speaks of TLS, which this server does not"


ADDRESSES = (
    *("/report/", "/report/2026/en/ai/", "/report/nothing/", "/report/.hidden", "/report/feed-fr.xml"),
    *("/report/2026/en/ai", "/report/2026/SHA256SUMS", *(f"/report/{name}" for name in OTHERS)),
)


def test_every_answer_carries_the_headers_that_a_page_cannot_say_of_itself(server: Path) -> None:
    assert list(unguarded(server, ADDRESSES)) == []


def test_a_location_that_drops_the_headers_would_be_noticed(root: Path, www: Path) -> None:
    sample = (root / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    place = "default_type text/markdown;"
    assert sample.count(place) == 1
    broken = sample.replace(place, f"{place}\n        add_header X-More yes;")
    with tempfile.TemporaryDirectory(prefix="nginx-") as folder, nginx(broken, www, Path(folder)) as path:
        said = list(unguarded(path, ["/report/draft/en/ai.md", "/report/"]))
    assert said
    assert {each.split(":")[0] for each in said} == {"/report/draft/en/ai.md"}


def test_a_file_packed_beforehand_is_sent_as_it_lies_there(server: Path, www: Path) -> None:
    packed = gzip.compress(b"packed beforehand", mtime=0)
    (www / "report" / "draft" / "en" / "ai.md.gz").write_bytes(packed)
    answer, body = ask(server, "/report/draft/en/ai.md", Accept_Encoding="gzip")
    assert (answer.headers["Content-Encoding"], body) == ("gzip", packed)
    assert answer.headers["Content-Type"] == "text/markdown; charset=utf-8"
    assert ask(server, "/report/draft/en/ai.md")[1] == b"x" * 2_000


def test_what_is_packed_already_is_not_packed_again(server: Path) -> None:
    for name in ("pagefind/index/en_0123abc.pf_index", "files/report.epub"):
        answer, _ = ask(server, f"/report/draft/en/{name}", Accept_Encoding="gzip")
        assert answer.headers["Content-Encoding"] is None


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
