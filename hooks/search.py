"""One search index per language, so that a reader finds pages of the language being read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority


@event_priority(-120)  # after static-i18n (−100) has built every language and joined their indexes
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    joined = Path(config.site_dir) / "search" / "search_index.json"
    if i18n.building or not joined.is_file():
        return
    index = json.loads(joined.read_text(encoding="utf-8"))
    for language in i18n.build_languages:
        folder = f"{language}/"
        entries = [
            {**entry, "location": entry["location"].removeprefix(folder)}
            for entry in index["docs"]
            if entry["location"].startswith(folder)
        ]
        own = {"config": {**index["config"], "lang": [language]}, "docs": entries}
        target = Path(config.site_dir) / language / "search" / "search_index.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            json.dumps(own, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8"
        )
    joined.unlink()
    joined.parent.rmdir()
