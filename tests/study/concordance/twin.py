"""A small report with one chapter in both languages, to be certified and broken."""

from __future__ import annotations

from pathlib import Path

from study.files import FILES
from tests.study.small import SMALL

PAGE = "technologies/ai.md"
RECORD = "data/concordance/technologies/ai.yaml"
KEYS = ("ai", "uses", "policy")
ENGLISH = """\
---
description: What machines learn.
---
# Machines {: #ai }

Machines learn from examples.

## Uses {: #uses }

In 2024, 62% of offices used them, and
the others did not.

## Policy {: #policy }

- Ask first.
- Act later.
"""
FRENCH = """\
---
description: Ce que les machines apprennent.
---
# Machines {: #ai }

Les machines apprennent d’après des exemples.

## Emplois {: #uses }

En 2024, 62 % des bureaux les employaient, et
les autres non.

## Politique {: #policy }

- Demander d’abord.
- Agir ensuite.
"""
TEXTS = {"en": ENGLISH, "fr": FRENCH}


def write_twin(root: Path) -> Path:
    """Write the small report below `root`, which is returned."""
    (root / "data").mkdir(exist_ok=True)
    for name in FILES:
        (root / "data" / name).write_text(SMALL.get(name, "[]\n"), encoding="utf-8")
    for language, text in TEXTS.items():
        write_chapter(root, language, text)
    (root / "mkdocs.yml").touch()
    return root


def write_chapter(root: Path, language: str, text: str, page: str = PAGE) -> None:
    """Write a chapter of one language."""
    path = root / "docs" / language / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace one passage of a file; it must be there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
