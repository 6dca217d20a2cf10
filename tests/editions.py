"""Small editions, built as they would be published, and the public tree around them. Every approval is a TEST."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from study.chapters import pages
from study.editions.approvals import written
from study.editions.freezing import freezing
from study.editions.histories import history_of
from study.models.approvals import Annexed, Approval, Digests, Scope
from study.models.values import Translated
from tests.site.kept import COMMIT, Small

FIRST, SECOND = "2026", "2026.1"
CANDIDATE = f"{FIRST}-rc1"
DIGEST = f"sha256:{'5' * 64}"
# pages of the first edition alone, copies of pages that both have
GONE = {"cases/gone/": "cases/technology/", "bench/c0099/": "bench/c0001/"}
MOVED = "bench/c0003/"  # in the second edition, a paragraph stands before all others


def build_editions(folder: Path, root: Path) -> None:
    """Build a candidate and two editions of a small report, one after the other, into folders named after them."""
    small = Small(folder / "work", root)
    small.built(REPORT_EDITION=CANDIDATE)
    shutil.copytree(small.out, folder / CANDIDATE)
    _approve(small.root, FIRST)
    small.built(REPORT_EDITION=FIRST)
    shutil.copytree(small.out, folder / FIRST)
    _add_gone(folder / FIRST)
    _publish(small.root, folder / FIRST)
    _begin_second(small.root)
    _approve(small.root, SECOND)
    small.built(REPORT_EDITION=SECOND)
    shutil.copytree(small.out, folder / SECOND)


def public_tree(folder: Path, built: Path, *editions: str) -> Path:
    """Make a public tree in `folder` of editions that lie in `built`, the latest first; return `folder`."""
    for edition in editions:
        shutil.copytree(built / edition, folder / edition)
    for name, words in (("404.html", "not found"), ("index.html", "all editions")):
        _write(folder / name, f"<!doctype html><title>{words}</title><h1>{words}</h1>")
    list_editions(folder, *editions)
    return folder


def list_editions(folder: Path, *editions: str) -> None:
    """Write `editions.json`: the latest edition first, which is current."""
    entries = [{"id": edition, "path": f"{edition}/"} for edition in editions]
    document = {"format": 1, "current": editions[0] if editions else None, "editions": entries}
    _write(folder / "editions.json", json.dumps(document))


def _approve(root: Path, edition: str) -> None:
    approval = Approval(
        edition=edition,
        candidate=f"{edition}-rc1",
        commit=COMMIT,
        digests=Digests(en=DIGEST, fr=DIGEST, both=DIGEST, data=DIGEST),
        manifest=DIGEST,
        body="council",
        session="TEST",
        date="2026-06-27",
        decision=Translated(en="TEST decision", fr="TEST décision"),
        document=Translated(en="TEST E", fr="TEST F"),
        scope=Scope(
            approved=[page for page in pages(root, "en") if page != "sources.md"],
            annexed=[Annexed(part="cases", as_of="2026-05-31")],
        ),
    )
    _write(root / "data" / "approvals" / f"{edition}.yaml", written(approval))


def _add_gone(site: Path) -> None:
    known = json.loads((site / "pages.json").read_bytes())
    for gone, like in GONE.items():
        known["pages"].append(gone)
        for language in ("en", "fr"):
            (site / language / gone).mkdir(parents=True)
            shutil.copy(site / language / like / "index.html", site / language / gone)
    _write(site / "pages.json", json.dumps(known))


def _publish(root: Path, site: Path) -> None:
    """Write down what the first edition published."""
    frozen = freezing(root, FIRST)
    _write(root / frozen.file, frozen.text)
    known = json.loads((site / "pages.json").read_bytes())["pages"]
    _write(root / "data" / "history" / f"{FIRST}.yaml", history_of(root, known, DIGEST))


def _begin_second(root: Path) -> None:
    editions = root / "data" / "editions.yaml"
    text = editions.read_text(encoding="utf-8").replace(f'current: "{FIRST}"', f'current: "{SECOND}"')
    entry = f'  - id: "{SECOND}"\n    title: {{en: Draft, fr: Projet}}\n    status: draft\n'
    _write(editions, text.replace("editions:\n", f"editions:\n{entry}", 1))
    for language, words in (("en", "A new paragraph."), ("fr", "Un nouvel alinéa.")):
        chapter = root / "docs" / language / f"{MOVED[:-1]}.md"
        text = chapter.read_text(encoding="utf-8")
        _write(chapter, re.sub(r"^# .*\n\n", rf"\g<0>{words}\n\n", text, count=1, flags=re.MULTILINE))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
