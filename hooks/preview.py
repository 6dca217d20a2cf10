"""The preview outlives a broken edit: its problems are said, and the last good pages stay."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    build = server.builder

    def build_or_keep() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:
            # MkDocs' own server would answer nothing until the problem is solved.
            if not isinstance(error, SystemExit):
                print(f"ERROR   -  {error}", flush=True)
            print("The pages shown are those before this edit.", flush=True)

    server.builder = build_or_keep
    return server
