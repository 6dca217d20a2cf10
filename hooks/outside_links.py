"""Links of chapters to other sites get `rel="noopener external"`: such a site gets no hold on this one.

Links that fragments make carry it themselves; a test over every built page looks for those without.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

OUTSIDE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
REL = ("noopener", "external")


class OutsideLinks(Treeprocessor):
    """Adds what is missing; what an editor wrote in `{: rel=… }` stays."""

    def run(self, root: Element) -> None:
        """Change each link of the chapter that leads to another site."""
        for link in root.iter("a"):
            if OUTSIDE.match(link.get("href", "")):
                own = link.get("rel", "").split()
                link.set("rel", " ".join([*own, *(each for each in REL if each not in own)]))


class OutsideLinksExtension(Extension):
    """Lets OutsideLinks act after links (20) and their attributes (8) have been read."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processor."""
        md.treeprocessors.register(OutsideLinks(md), "outside-links", 5)


def on_config(config: MkDocsConfig) -> None:
    extensions: list[Any] = config.markdown_extensions
    if not any(isinstance(each, OutsideLinksExtension) for each in extensions):
        extensions.append(OutsideLinksExtension())
