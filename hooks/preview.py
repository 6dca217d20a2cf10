"""The preview: a page is made anew when it is asked for, so an edit is seen at once however large the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from hooks.changes import CODE
from hooks.knowledge import root_of
from hooks.previewing import Preview


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    preview = Preview(root_of(config), Path(config.site_dir), server.builder)
    serve, inject = server._serve_request, server._inject_js_into_html

    def serve_fresh(environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(server.mount_path):
            preview.bring_up_to_date(path[len(server.mount_path) :])
        return serve(environ, start_response)

    def inject_notice(content: bytes, epoch: int) -> bytes:
        return bytes(inject(preview.with_notice(content), epoch))  # type: ignore[no-untyped-call]

    server._serve_request = serve_fresh  # type: ignore[method-assign]
    server._inject_js_into_html = inject_notice  # type: ignore[method-assign]
    server.builder = preview.on_saved
    for folder in CODE:  # the rest is watched by MkDocs
        server.watch(str(root_of(config) / folder))
    return server
