"""Parts of a page: HTML that a macro made, held back until Markdown has done its work.

A macro puts a token of two private-use characters into the Markdown; the finished part takes its
place afterwards. So the text of a record is never read as Markdown, and never twice as a template.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

OPENING, CLOSING = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPENING}(\\d+){CLOSING}")
BLOCK = re.compile(f"<p>\\s*{OPENING}(\\d+){CLOSING}\\s*</p>")


@dataclass
class Parts:
    """The parts of one page, in the order in which its macros were called."""

    html: list[str] = field(default_factory=list)

    def keep(self, html: str) -> str:
        """Return the token that stands for `html` until `put_into` is called."""
        self.html.append(html)
        return f"{OPENING}{len(self.html) - 1}{CLOSING}"

    def put_into(self, content: str) -> str:
        """Return `content` with each token replaced by its part; a block loses its paragraph."""

        def part(found: re.Match[str]) -> str:
            return self.html[int(found[1])]

        return TOKEN.sub(part, BLOCK.sub(part, content))
