"""Advice on French grammar by Grammalecte, where the system has it (Debian: python3-grammalecte).

It is advice, never a refusal: a grammar checker is often wrong, and not every system has this one.
It runs in the system's own Python, because it is not in the package registry.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from study.blanking import blank
from study.chapters import pages, read_chapter
from study.typography import KEPT

PYTHON = "/usr/bin/python3"
# `report check` and `report fix typography` see to spaces, signs and numbers.
LEFT_OUT = frozenset(
    {"typo", "nbsp", "esp", "apos", "num", "nf", "tab", "unit", "tu", "maj", "redon1", "redon2"}
)
READER = """
import json, sys
try:
    import grammalecte
except ImportError:
    sys.exit(3)
checker = grammalecte.GrammarChecker("fr")
found = []
for place, line in enumerate(json.load(sys.stdin)):
    for error in checker.getParagraphErrors(line)[0]:
        found.append([place, error["nStart"], error["nEnd"], error["sType"], error["sMessage"], error["aSuggestions"]])
json.dump(found, sys.stdout)
"""


@dataclass(frozen=True)
class Advice:
    """A place that Grammalecte doubts; it may be wrong."""

    file: str
    line: int
    column: int
    words: str
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: words: message`."""
        return f"{self.file}:{self.line}:{self.column}: « {self.words} »: {self.message}"


def grammar_advice(root: Path, python: str = PYTHON) -> list[Advice] | None:
    """Return what Grammalecte says of the French chapters, or None where it is not installed."""
    lines = list(_lines(root))
    try:
        done = subprocess.run(
            [python, "-c", READER],
            input=json.dumps([text for _, _, text in lines]),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return None
    if done.returncode != 0:
        return None
    advice = []
    for place, start, end, kind, message, suggestions in json.loads(done.stdout):
        name, number, text = lines[place]
        if kind not in LEFT_OUT:
            said = f"{message} ({', '.join(suggestions[:3])} ?)" if suggestions else message
            advice.append(Advice(name, number, start + 1, text[start:end], said))
    return advice


def _lines(root: Path) -> Iterator[tuple[str, int, str]]:
    """Return file, line number and prose of every line of the French chapters that holds words."""
    for page in pages(root, "fr"):
        chapter = read_chapter(root, "fr", page)
        prose = KEPT.sub(blank, chapter.text)
        for number, line in enumerate(prose.split("\n"), 1):
            if re.search(r"\w{3}", line) and not line.startswith(
                ("description:", "updated:", "hide:", "---")
            ):
                yield chapter.name, number, re.sub(r"[*#|_]", " ", line)
