"""What a load is served from."""

from __future__ import annotations

import gzip
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from bench.load_site import BELOW, Asked, copied, mixed, of_kinds
from tests.site.conftest import files_of

FILES = {
    "index.html": b"door",
    "sitemap.xml": b"<urlset>",
    "sitemap.xml.gz": gzip.compress(b"<urlset>"),
    "en/index.html": b"home" * 100,
    "fr/ai/index.html": b"chapitre",
    "en/cases/ke/index.html": b"case",
    "assets/site.css": b"a{}" * 50,
    "en/data/cases.csv": b"id",
    "en/data/cases.xlsx": b"PK",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "site"


def test_every_file_is_known_with_the_length_of_its_answer(site: Path, tmp_path: Path) -> None:
    found = {each.address.removeprefix(BELOW): each for each in copied(site, tmp_path / "www")}
    assert found.keys() == {name.removesuffix("index.html") for name in FILES if not name.endswith(".gz")}
    packed = tmp_path / "www" / BELOW.strip("/") / "en" / "index.html.gz"
    assert gzip.decompress(packed.read_bytes()) == FILES["en/index.html"]
    assert found["en/"] == Asked(f"{BELOW}en/", packed.stat().st_size, packed=True)
    assert found["sitemap.xml"].length == len(FILES["sitemap.xml.gz"])
    assert found["en/data/cases.xlsx"] == Asked(f"{BELOW}en/data/cases.xlsx", 2, packed=False)


def test_the_site_itself_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    copied(site, tmp_path / "www")
    assert files_of(site) == FILES


def test_readers_ask_for_chapters_cases_assets_and_files_in_both_languages(
    site: Path, tmp_path: Path
) -> None:
    kinds = of_kinds(copied(site, tmp_path / "www"))
    assert set(kinds) == {"chapters", "register", "rest", "downloads"}
    assert {"en/", "fr/ai/"} <= {each.address.removeprefix(BELOW) for each in kinds["chapters"]}
    counted = Counter(each.address for each in islice(mixed(kinds, 1), 2_000))
    assert counted.keys() == {each.address for found in kinds.values() for each in found}
    assert 500 < counted[f"{BELOW}en/cases/ke/"] < 700


def test_the_same_seed_asks_for_the_same(site: Path, tmp_path: Path) -> None:
    kinds = of_kinds(copied(site, tmp_path / "www"))
    first, again, other = (list(islice(mixed(kinds, seed), 50)) for seed in (1, 1, 2))
    assert first == again != other
