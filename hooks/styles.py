"""One style sheet for the frame of every page, and none of the theme's scripts, styles and pictures.

Its name carries its digest, so that browsers may keep it for ever.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks import page_size
from hooks.frame_style import frame_style
from hooks.knowledge import root_of
from hooks.parts import part
from study.content_policy import policy, with_policy

COLOURS = "overrides/partials/colours.js.html"


def on_config(config: MkDocsConfig) -> None:
    frame_style.cache_clear()
    page_size.forget()


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Leave the theme's own scripts, styles and pictures out of the site."""
    for file in list(files):
        if not file.is_documentation_page() and _is_of_theme(file, config):
            files.remove(file)


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    root = root_of(config)
    script = _text(root / COLOURS)
    context.update(frame_style=frame_style(root).path, colours_script=script, page_policy=policy([script]))
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Give the pages that stand alone, the door and the page for unknown addresses, their policy."""
    return with_policy(output) if template_name.endswith(".html") else output


def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if part() in (None, i18n.default_language):
        style = frame_style(root_of(config))
        mkdocs.utils.write_file(style.content, f"{config.site_dir}/{style.path}")


def _is_of_theme(file: Any, config: MkDocsConfig) -> bool:
    return file.src_dir in config.theme.dirs


def _text(path: Path) -> str:
    return path.read_text("utf-8").strip()
