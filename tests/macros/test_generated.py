"""Addresses of chapters, generated pages and files, on the web and on a disk."""

from __future__ import annotations

import pytest

from macros.generated import Addresses

WEB = Addresses({"about.md": "about/", "cases/index.md": "cases/", "cases/regions.md": "cases/regions/"})
DISK = Addresses(
    {
        "about.md": "about.html",
        "cases/index.md": "cases/index.html",
        "cases/regions.md": "cases/regions.html",
    },
    directory_urls=False,
)


@pytest.mark.parametrize(
    ("target", "web", "disk"),
    [
        ("about.md", "about/", "about.html"),
        ("cases/", "cases/", "cases/index.html"),
        ("cases/regions/", "cases/regions/", "cases/regions.html"),
        ("cases/ke-x/", "cases/ke-x/", "cases/ke-x/index.html"),
        ("data/cases.csv", "data/cases.csv", "data/cases.csv"),
        ("none.md", None, None),
    ],
)
def test_an_address_leads_to_a_file_that_is_there(target: str, web: str | None, disk: str | None) -> None:
    assert WEB(target) == web
    assert DISK(target) == disk
