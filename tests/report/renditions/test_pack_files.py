"""What belongs in a pack, and names that some disk can't hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.renditions.pack_files import LONGEST, pack_files, refuse_names
from study.problems import ReportError

KEPT = {
    "assets/frame.js",
    "en/about/index.html",
    "en/cases/data/facets.json",
    "en/cases/region/esa/index.html",
    "en/data/cases.csv",
    "en/data/cases.xlsx",
    "en/light/about/index.html",
    "en/about.md",
    "en/search/pagefind.js",
}
LEFT_OUT = {
    "404.html",
    "MANIFEST.json",
    "assets/frame.js.map",
    "en/cases/region/esa/cases.csv",
    "en/cases/technology/ai/cases.xlsx",
    "en/feed.xml",
    "en/files/report.pdf",
    "en/search/pagefind.en.pf_meta",
    "files/pack.zip",
    "index.html",
    "pages.json",
    "sitemap.xml",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (*KEPT, *LEFT_OUT, "fr/about/index.html", "both/about/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    return tmp_path


def test_a_pack_holds_its_language_and_what_serves_it(site: Path) -> None:
    assert set(pack_files(site, "en")) == KEPT


def test_the_pack_of_both_holds_both_and_both_side_by_side(site: Path) -> None:
    assert set(pack_files(site, None)) == {*KEPT, "fr/about/index.html", "both/about/index.html"}


def test_a_link_is_an_error_that_names_it(site: Path) -> None:
    (site / "en/link.html").symlink_to(site / "index.html")
    with pytest.raises(ReportError, match="en/link"):
        pack_files(site, "en")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["en/a:b.html"], "pack/en/a:b.html holds a character that Windows refuses"),
        (["en/aux/index.html"], "pack/en/aux/index.html has a part that Windows refuses"),
        (["en/a./index.html"], "pack/en/a./index.html has a part that Windows refuses"),
        (["en/Cases/x", "en/cases/x"], "are the same folder on some systems"),
        (["en/X.html", "en/x.html"], "are the same file on some systems"),
        ([f"en/{'a' * LONGEST}"], f"expected at most {LONGEST}"),
    ],
)
def test_a_name_that_a_disk_cannot_hold_is_an_error_that_names_it(names: list[str], said: str) -> None:
    with pytest.raises(ReportError) as raised:
        refuse_names("pack", ["en/index.html", *names])
    assert said in str(raised.value)
    assert names[0].split("/")[1].casefold() in str(raised.value).casefold()


def test_names_that_every_disk_can_hold_pass() -> None:
    refuse_names("pack", ["index.html", "en/index.html", "en/x-1/index.html", "SHA256SUMS"])
