from __future__ import annotations

from pathlib import Path

import pytest

from bench.__main__ import installed
from bench.measuring import BuildError
from bench.peers import PEERS, Peer, content
from study.knowledge import Knowledge

ABSENT = Peer("nobody", ("no-such-generator",), lambda folder, pages, knowledge: None, lambda: iter([]))


def test_a_peer_that_is_not_installed_is_said_and_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    stock = PEERS[0]
    assert list(installed([ABSENT, stock])) == [stock]
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "nobody: not installed (no-such-generator)"
    assert said[1].startswith("stock: mkdocs ")


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_builds_the_same_pages_in_both_languages(
    tmp_path: Path, knowledge: Knowledge, peer: Peer
) -> None:
    if peer.missing:
        pytest.skip(f"{peer.name} is not installed")
    pages = content(knowledge, 10)
    peer.write(tmp_path, pages, knowledge)
    cost = peer.build(tmp_path)
    assert cost.processor > 0
    built = [path.relative_to(tmp_path / "site") for path in (tmp_path / "site").rglob("c0*/index.html")]
    assert len(built) == 2 * 5
    assert sum("fr" in path.parts for path in built) == 5


def test_a_peer_that_fails_says_why(tmp_path: Path, knowledge: Knowledge) -> None:
    stock = PEERS[0]
    stock.write(tmp_path, content(knowledge, 10), knowledge)
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    with pytest.raises(BuildError, match=r"mkdocs\.yml"):
        stock.build(tmp_path)
