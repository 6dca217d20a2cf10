"""The content digests of the real report: the status does not count, whatever a reader is told does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from study.editions.articles import normal_form
from study.editions.digests import TreeDigests, differences, page_file, tree_digests
from study.knowledge import Knowledge

GROUPS = ("status_sentence", "cite_case")  # of labels: how a page and a file say the status
TEXTS = {".html", ".json", ".csv", ".tbx"}
# One list of cases of each kind stands for all: their workbooks take most of the time.
LEFT_OUT = ("administration", "process", "technology", "region", "evidence", "since", "assets")
CHANGES = (
    ("en/survey-2024/", "</svg>", "<text>1</text></svg>"),
    ("en/technologies/ai/", "learning", "Learning"),
    ("fr/summary/", 'href="../', 'href="../../'),
    ("fr/survey-2024/", "</td>", " 1</td>"),
    ("both/governance/", "Governance", "Government"),
    ("en/data/cases.csv", "Customs", "customs"),
    ("en/data/glossary.tbx", "learning", "Learning"),
    ("fr/data/cases.json", "douane", "Douane"),
)


@pytest.fixture(scope="module")
def part(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Most of the real site, to be changed."""
    copy = tmp_path_factory.mktemp("digests") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return copy


@pytest.fixture(scope="module")
def before(part: Path) -> TreeDigests:
    return tree_digests(part)


@pytest.fixture
def again(part: Path) -> Iterator[dict[Path, bytes]]:
    """The files that a test changes, by their paths, with what they held; it is put back."""
    held: dict[Path, bytes] = {}
    yield held
    for path, content in held.items():
        path.write_bytes(content)


def rewrite(path: Path, pairs: list[tuple[str, str]], again: dict[Path, bytes]) -> bool:
    content = path.read_bytes()
    changed = content
    for old, new in pairs:
        changed = changed.replace(old.encode(), new.encode())
    if changed == content:
        return False
    again[path] = content
    path.write_bytes(changed)
    return True


def test_a_tree_that_says_another_status_has_the_same_digests(
    part: Path, before: TreeDigests, knowledge: Knowledge, again: dict[Path, bytes]
) -> None:
    said = [knowledge.labels[group] for group in GROUPS]
    pairs = [(words["draft"][each], words["candidate"][each]) for words in said for each in ("en", "fr")]
    files = [path for path in part.rglob("*") if path.suffix in TEXTS]
    changed = {path.suffix for path in files if rewrite(path, pairs, again)}
    assert changed == TEXTS, "each kind of file says the status, or the test would hold nothing"
    assert len(again) > len(list(part.rglob("index.html")))
    assert differences(before, tree_digests(part)) == []


def test_each_change_of_what_is_said_names_its_page_or_file(
    part: Path, before: TreeDigests, again: dict[Path, bytes]
) -> None:
    for path, old, new in CHANGES:
        assert rewrite(part / page_file(path), [(old, new)], again), path
    expected = [f"{path} has changed" for path, _, _ in CHANGES]
    assert differences(before, tree_digests(part)) == expected


def test_no_heading_and_no_numbered_paragraph_of_a_chapter_is_left_out_as_a_status(part: Path) -> None:
    for language in ("en", "fr", "both"):
        for file in (part / language / "technologies").rglob("index.html"):
            page = file.read_text(encoding="utf-8")
            [main] = re.findall(r"<main.*</main>", page, re.DOTALL)
            anchors = re.findall(r'<(?:h[1-6]|p|li|div|pre)[^>]* id="([^"]+)"', main)
            assert len(anchors) > 20
            counted = normal_form(page)
            assert [each for each in anchors if f'id="{each}"' not in counted] == [], file
