"""A small edition, sealed as the real ones are, for the tests of what is proved of one. Nothing in it was ever approved."""

from __future__ import annotations

import json
from pathlib import Path

from study.editions.archives import names_of, pack
from study.editions.digests import tree_digests
from study.editions.sealing import About, seal
from study.editions.sums import SUMS, written
from study.models.approvals import Approval
from study.models.editions import Manifest
from tests.study.editions.approved import approval

COMMIT = "0123456789abcdef0123456789abcdef01234567"
TIME = 1795341600
PAGES = ("en/index.html", "en/ai/index.html", "fr/index.html", "fr/ai/index.html", "both/ai/index.html")


def built(tree: Path) -> Path:
    """Write a small built site to `tree` and return it."""
    for name in PAGES:
        page = f"<!doctype html><title>{name}</title><main><article><h1>{name}</h1><p>Text.</p></article></main>\n"
        _put(tree / name, page)
    for language in ("en", "fr"):
        _put(tree / language / "data" / "cases.json", json.dumps({"cases": [language]}))
    _put(tree / "index.html", "<!doctype html><title>Door</title><p>en, fr</p>\n")
    _put(tree / "assets" / "site.css", "p { color: black; }\n" * 100)
    (tree / "assets" / "empty.txt").touch()
    return tree


def sealed(tree: Path, name: str = "2026-rc1") -> Manifest:
    """Write a small sealed candidate or edition to `tree`; the approval of an edition is a TEST."""
    built(tree)
    edition = name.split("-rc")[0]
    is_candidate = edition != name
    approval = None if is_candidate else _approval(tree, edition)
    status = "candidate" if is_candidate else "approved"
    return seal(tree, About(edition, name, status, COMMIT, TIME, "3.11.7", "0" * 64, (), approval))


def dist(folder: Path, name: str = "2026-rc1") -> Path:
    """Write what is handed over of a small candidate to `folder`, archives and all, and return it."""
    tree = folder.parent / f"tree-of-{name}"
    sealed(tree, name)
    pack(tree, folder / f"{name}.zip", name, TIME)
    for language in ("en", "fr"):
        pack(tree, folder / f"{name}-{language}.zip", name, TIME, names_of(tree, language))
    (folder / "MANIFEST.json").write_bytes((tree / "MANIFEST.json").read_bytes())
    _put(folder / "data" / "cases-en.json", (tree / "en/data/cases.json").read_text("utf-8"))
    resum(folder)
    return folder


def public(root: Path, *names: str) -> Path:
    """Write a public tree with the small editions called `names` to `root` and return it."""
    editions = []
    for name in names:
        manifest = sealed(root / name, name)
        digests = {"en": manifest.pages.en.digest, "data": manifest.data.digest}
        editions.append({"id": name, "path": f"{name}/", "digests": digests})
    _put(root / "index.html", "<!doctype html><title>Root</title>\n")
    _put(root / "editions.json", json.dumps({"format": 1, "editions": editions}))
    return root


def resum(folder: Path) -> None:
    """Write the SHA256SUMS of a folder anew, as someone would who changed a file and hides it."""
    (folder / SUMS).write_bytes(written(folder).encode())


def flip(path: Path, place: int, bit: int = 0) -> None:
    """Flip one bit of a file."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << bit
    path.write_bytes(content)


def _approval(tree: Path, edition: str) -> Approval:
    digests = tree_digests(tree)
    return approval(
        edition=edition,
        candidate=f"{edition}-rc1",
        digests={group: digests.of(group) for group in ("en", "fr", "both", "data")},
        date="2026-06-27",
        scope={"approved": ["index.md"], "annexed": []},
        rehearsal=True,
    )


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
