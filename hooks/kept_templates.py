"""Compiled templates kept for the next build, by Jinja's own way to do so."""

from __future__ import annotations

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from hooks import dependencies
from hooks.store import Store
from study.digests import digest


class KeptTemplates(BytecodeCache):
    """Gives Jinja what a template with the same name and text was compiled to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if its template was kept."""
        kept = self._store.get("template", _key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self._store.put("template", _key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    env = bucket.environment
    settings = (
        env.autoescape,
        env.trim_blocks,
        env.lstrip_blocks,
        env.keep_trailing_newline,
        sorted(env.extensions),
    )
    return digest(dependencies.versions(), repr(settings), bucket.key, bucket.checksum)
