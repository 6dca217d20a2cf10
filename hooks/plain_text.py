"""Text without any sign of markup is left alone by Markdown's inline patterns.

Python-Markdown tries some twenty patterns on each piece of text, one after the other, and most pieces are
words alone: cells of tables, items of lists, the rest of a sentence after a link. Every pattern of ours
needs one of the signs below; a test holds that, and that the outcome is the same.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor
from mkdocs.config.defaults import MkDocsConfig

SIGNS = re.compile(r"[\\`*_\[\]<>&!{\n\x02]")


class PlainText(InlineProcessor):
    """Looks for a sign before it tries the patterns."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if SIGNS.search(data) is None:
            return data
        # the base's method has a private name; the version is locked
        return InlineProcessor._InlineProcessor__handleInline(self, data, patternIndex)  # type: ignore[attr-defined,no-any-return]


class PlainTextExtension(Extension):
    """Puts PlainText in the place of Python-Markdown's own processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processor under the name and priority of the one it takes the place of."""
        md.treeprocessors.register(PlainText(md), "inline", 20)


def on_config(config: MkDocsConfig) -> None:
    extensions: list[Any] = config.markdown_extensions
    if not any(isinstance(each, PlainTextExtension) for each in extensions):
        extensions.append(PlainTextExtension())
