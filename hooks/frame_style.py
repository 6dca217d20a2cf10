"""The style sheet of the frame: what the theme's holds for the templates' names, then the report's own.

Imported, not listed in mkdocs.yml (see hooks/stages.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import mkdocs.utils

from hooks.style_sheet import compact, pruned, with_system_scheme
from study.digests import digest

OWN = ("site.css", "edition.css", "paragraphs.css", "frame.css", "print.css")
THEME = "assets/stylesheets/main.*.min.css"
# what Markdown makes of chapters; templates and scripts name the rest
MARKDOWN = frozenset(
    re.findall(
        r"[\w-]+",
        "a admonition b blockquote body br code dd del div dl dt em footnote footnote-backref footnote-ref h1 h2 h3"
        " headerlink highlight hr html i img ins kbd li ol p pre q s section small span strong sub summary sup table"
        " tbody td tfoot th thead tr u ul note warning",
    )
)
NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class FrameStyle:
    """The style sheet of the frame: its path below the site, and its bytes."""

    path: str
    content: bytes


def renew_frame_style(root: Path, site: Path) -> None:
    """Write the style sheet as it is now under the name that the pages of a preview know."""
    (site / frame_style(root).path).write_bytes(frame_style.__wrapped__(root).content)


@cache
def frame_style(root: Path) -> FrameStyle:
    """Return the style sheet of every page of the report at `root`."""
    own = "".join(
        path.read_text("utf-8") for name in OWN if (path := root / "docs" / "assets" / name).is_file()
    )
    theme = next(Path(mkdocs.utils.get_theme_dir("material")).glob(THEME)).read_text("utf-8")
    text = pruned(theme, _names(root), own) + compact(with_system_scheme(own))
    return FrameStyle(f"assets/frame.{digest(text)[:8]}.css", text.encode("utf-8"))


def _names(root: Path) -> frozenset[str]:
    """Return every word of the templates and scripts: names of classes, ids, attributes and elements are among them."""
    return MARKDOWN.union(*(NAME.findall(path.read_text("utf-8")) for path in _sources(root)))


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / "overrides").rglob("*.html")
    yield from (root / "docs" / "assets").glob("*.js")
