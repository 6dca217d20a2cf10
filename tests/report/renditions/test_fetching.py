"""What a PDF may be made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from weasyprint.urls import FatalURLFetchingError

from report.renditions.fetching import LocalFiles


def test_a_file_of_an_allowed_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a é.css").write_bytes(b"x")
    assert LocalFiles([tmp_path]).fetch((tmp_path / "a é.css").as_uri()).read() == b"x"


@pytest.mark.parametrize(
    "address",
    [
        *("https://example.org/a.png", "http://127.0.0.1/a", "ftp://example.org/a", "data:text/plain,a"),
        *("file:///etc/passwd", "file://host/share", "relative.png"),
    ],
)
def test_anything_from_elsewhere_ends_the_rendering(tmp_path: Path, address: str) -> None:
    with pytest.raises(FatalURLFetchingError, match="may not be read"):
        LocalFiles([tmp_path]).fetch(address)


def test_a_way_out_of_the_folder_is_seen(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "secret")
    for name in ("../secret", "%2e%2e/secret", "link"):
        with pytest.raises(FatalURLFetchingError, match="may not be read"):
            LocalFiles([tmp_path / "in"]).fetch(f"{(tmp_path / 'in').as_uri()}/{name}")


def test_a_missing_file_ends_the_rendering(tmp_path: Path) -> None:
    with pytest.raises(FatalURLFetchingError, match="No such file"):
        LocalFiles([tmp_path]).fetch((tmp_path / "none").as_uri())
