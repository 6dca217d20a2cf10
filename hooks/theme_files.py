"""The theme's files listed without its icons: they lie in a folder that is never copied, and there are ten thousand.

MkDocs lists every file of the theme and then drops those in folders whose name begins with a dot.
"""

from __future__ import annotations

import os
from typing import Any

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig


class ThemeLoader(FileSystemLoader):
    """Finds templates like its base; its list leaves out what MkDocs would drop."""

    def list_templates(self) -> list[str]:
        """Return the names of all files outside hidden folders, sorted."""
        found: set[str] = set()
        for root in map(str, self.searchpath):
            for folder, folders, files in os.walk(root, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = os.path.relpath(folder, root).replace(os.sep, "/")
                found.update(name if below == "." else f"{below}/{name}" for name in files)
        return sorted(found)


def on_config(config: MkDocsConfig) -> None:
    theme: Any = config.theme
    made = type(theme).get_env

    def get_env() -> Environment:
        env: Environment = made(theme)
        env.loader = ThemeLoader(theme.dirs)
        return env

    theme.get_env = get_env
