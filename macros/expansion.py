"""A chapter's macro calls put in without a template being compiled for it.

mkdocs-macros makes a Jinja template of each page, which costs more than all that its macros do. The
grammar of chapters (study/calls.py) knows calls with texts as arguments and nothing else; those are
called as they stand. Whatever else a page may hold is left to Jinja.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template

from study.chapters import CALL, parsed_call


class Page:
    """Stands for the template of one page, as `Environment.from_string` returns it."""

    def __init__(self, environment: Environment, source: str) -> None:
        self._environment = environment
        self._source = source

    def render(self, **variables: Any) -> str:
        """Return the page with its macros called; raises what they raise, or Jinja does."""
        found = expanded(self._source, {**self._environment.globals, **variables})
        return Template.render(self._compiled(), **variables) if found is None else found

    def _compiled(self) -> Template:
        return Environment.from_string(self._environment, self._source)


def expanded(source: str, macros: Mapping[str, Any]) -> str | None:
    """Return `source` with each call replaced by what it returns, or None if there is more than calls in it."""
    pieces, last = [], 0
    for found in CALL.finditer(source):
        call = None if found[1] is None else parsed_call(found[1])
        if call is None or call[0] not in macros:
            return None
        name, arguments, named = call
        pieces += [source[last : found.start()], str(macros[name](*arguments, **named))]
        last = found.end()
    pieces.append(source[last:])
    return "".join(pieces)
