"""A chapter as its editor wrote it: front matter, headings and macro calls, each with its line."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from study.problems import Problem, ReportError, shown
from study.reading import parse_yaml, read_text

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)?---\n", re.DOTALL)
CALL = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}|\{\{+|\{%|\{#|\[\[\[#", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)[ \t]*(?:\{:[ \t]*#([\w.-]+)[ \t]*\})?[ \t]*$")
FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})")

UNUSED = {
    "{{": '"{{" is never closed; expected a macro call such as {{ cite("source-id") }}',
    "{%": '"{%" is not used in chapters; expected text or a macro call such as {{ cite("source-id") }}',
    "{#": '"{#" starts a comment of the template language; write an id as {: #id }, with a colon',
    "[[": '"[[[#" starts a comment of the template language; write the signs apart',
}


@dataclass(frozen=True)
class Call:
    """One macro call; `alone` says whether it fills its paragraph."""

    name: str
    arguments: tuple[str, ...]
    named: dict[str, str] = field(hash=False)
    line: int
    column: int
    alone: bool


@dataclass(frozen=True)
class Heading:
    """A heading; `id` is None where the editor gave none."""

    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Chapter:
    """A page of `docs/LANG/`; `name` is its path from the checkout, for messages."""

    name: str
    language: str
    page: str  # path below docs/LANG, the same in both languages
    text: str

    @cached_property
    def front_matter(self) -> str:
        """Return the lines between the two `---`, or an empty text."""
        found = FRONT_MATTER.match(self.text)
        return (found.group(1) or "") if found else ""

    @cached_property
    def fields(self) -> dict[str, Any]:
        """Return the fields of the front matter, which know their places; empty if it can't be read."""
        try:  # the empty line stands for ---, so that places are those of the file
            read = parse_yaml("\n" + self.front_matter, self.name)
        except ReportError:
            return {}
        return read if isinstance(read, dict) else {}

    @property
    def title(self) -> str:
        """Return the words of the first heading, or the name of the page if it has none."""
        return self.headings[0].text if self.headings else self.page

    @property
    def description(self) -> str:
        """Return the sentence of the front matter that describes the chapter, or an empty text."""
        return str(self.fields.get("description") or "")

    @property
    def updated(self) -> str:
        """Return the day of the last change of substance, such as 2026-11-22, or an empty text."""
        return str(self.fields.get("updated") or "")

    @cached_property
    def body_offset(self) -> int:
        """Return the number of characters before the body."""
        found = FRONT_MATTER.match(self.text)
        return found.end() if found else 0

    @cached_property
    def headings(self) -> list[Heading]:
        """Return the headings outside code, in order."""
        found, fence = [], ""
        first = self.text.count("\n", 0, self.body_offset) + 1
        for number, line in enumerate(self.text[self.body_offset :].split("\n"), first):
            mark = FENCE.match(line)
            if mark and (not fence or mark.group(1).startswith(fence)):
                fence = "" if fence else mark.group(1)
            elif not fence and (heading := HEADING.match(line)):
                found.append(Heading(len(heading[1]), heading[2], heading[3], number))
        return found

    @cached_property
    def calls(self) -> list[Call]:
        """Return the macro calls that are well formed, in order."""
        return [call for call, _ in self._parsed if call]

    @cached_property
    def call_problems(self) -> list[Problem]:
        """Return a problem for each `{{ … }}`, `{% … %}` and `{# … #}` that is not a macro call."""
        return [problem for _, problem in self._parsed if problem]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of a character of the text."""
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - start + 1

    @cached_property
    def _parsed(self) -> list[tuple[Call | None, Problem | None]]:
        results: list[tuple[Call | None, Problem | None]] = []
        for found in CALL.finditer(self.text, self.body_offset):
            line, column = self.place(found.start())
            if found.group(1) is None:
                message = UNUSED[found.group()[:2]]
                results.append((None, Problem(self.name, line, column, message)))
                continue
            parsed = parsed_call(found.group(1))
            if parsed is None:
                message = f'{shown(found.group())} is not a macro call; expected a form such as {{{{ cite("source-id") }}}}'
                results.append((None, Problem(self.name, line, column, message)))
                continue
            name, arguments, named = parsed
            results.append((Call(name, arguments, named, line, column, self._alone(found)), None))
        return results

    def _alone(self, found: re.Match[str]) -> bool:
        before = self.text[: found.start()].rstrip(" \t")
        after = self.text[found.end() :].lstrip(" \t")
        return (before.endswith("\n\n") or before == "" or len(before) == self.body_offset) and (
            after == "" or after.startswith("\n\n") or after.strip() == ""
        )


@lru_cache(maxsize=65_536)  # checked, then called, and most citations stand in both languages
def parsed_call(inside: str) -> tuple[str, tuple[str, ...], dict[str, str]] | None:
    """Return name, arguments and named arguments of a call whose arguments are texts, else None."""
    if "\\" in inside:
        return None
    try:
        tree = ast.parse(inside.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        return None
    values = [*tree.args, *(keyword.value for keyword in tree.keywords)]
    if not all(isinstance(value, ast.Constant) and isinstance(value.value, str) for value in values):
        return None
    names = [keyword.arg for keyword in tree.keywords]
    if None in names or len(set(names)) < len(names):
        return None
    arguments = tuple(str(ast.literal_eval(value)) for value in tree.args)
    named = {str(keyword.arg): str(ast.literal_eval(keyword.value)) for keyword in tree.keywords}
    return tree.func.id, arguments, named


def read_chapter(root: Path, language: str, page: str) -> Chapter:
    """Return the chapter `docs/LANGUAGE/PAGE`. Raises ReportError if it can't be read as text."""
    about = (root / "docs" / language / page).stat()
    return _read(root, language, page, (about.st_mtime_ns, about.st_size))


@lru_cache(maxsize=4096)  # several checks read the same chapters; the stamp tells a changed file
def _read(root: Path, language: str, page: str, stamp: tuple[int, int]) -> Chapter:
    name = f"docs/{language}/{page}"
    return Chapter(name, language, page, read_text(root / name, name))


def pages(root: Path, language: str) -> list[str]:
    """Return the paths of all chapters below `docs/LANGUAGE`, sorted."""
    folder = root / "docs" / language
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if path.is_file())


def is_technology(page: str) -> bool:
    """Return whether a page is a technology's chapter, such as `technologies/ai.md`."""
    return re.fullmatch(r"technologies/(?!index\.)[\w-]+\.md", page) is not None
