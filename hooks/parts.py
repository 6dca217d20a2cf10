"""One of the two languages built alone, by a process of its own, exactly as the whole build makes it.

`report build` starts one process per language and puts their folders together. static-i18n builds
every other language inside the first; here it is told that it is inside already.
"""

from __future__ import annotations

import gc
import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

PART = "REPORT_PART"
GARBAGE = 100_000  # objects between two searches for garbage


def part() -> str | None:
    """Return the language that this process builds alone, or None if it builds all of them."""
    return os.environ.get(PART) or None


def language_of(config: MkDocsConfig) -> str:
    """Return the language that is being built."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)


def is_inner_build(i18n: Any) -> bool:
    """Return whether static-i18n builds a further language, so that what is done once has been done."""
    return bool(i18n.building) and part() is None


@event_priority(200)  # before anything asks which language is being built
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    language = part()
    if language:
        i18n: Any = config.plugins["i18n"]
        i18n.current_language, i18n.building = language, True
        if language != i18n.default_language:
            config.theme.static_templates = set()  # the first language's process makes what both share
        gc.set_threshold(GARBAGE)  # the process ends with the build, and hardly anything of it is garbage
    return config


@event_priority(-200)  # nothing asks for its text any more
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Let go of a chapter's text when its page is made: a list of 10,000 cases takes its memory."""
    if part():
        page.content = None


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Leave the files of the theme to the process of the first language, which writes what both share."""
    i18n: Any = config.plugins["i18n"]
    if part() not in (None, i18n.default_language):
        for file in list(files):
            if not file.is_documentation_page():
                files.remove(file)
