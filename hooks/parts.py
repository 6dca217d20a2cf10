"""One of the two languages built alone, by a process of its own, exactly as the whole build makes it.

`report build` starts one process per language and puts their folders together. static-i18n builds
every other language inside the first; here it is told that it is inside already.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.only import part


@event_priority(200)  # before anything asks which language is being built
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    language = part()
    if language:
        i18n: Any = config.plugins["i18n"]
        i18n.current_language, i18n.building = language, True
    return config
