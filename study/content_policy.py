"""The content security policy of a page: what its browser may load and run (W3C, Content Security Policy Level 3)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

# `wasm-unsafe-eval` lets the search run its WebAssembly, and no text as a program.
SCRIPTS = ("'self'", "'wasm-unsafe-eval'")
STYLES = ("'self'",)
CHARSET = '<meta charset="utf-8">'
INLINE = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL) for name in ("script", "style")}
REST = (
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)


def policy(scripts: Sequence[str] = (), styles: Sequence[str] = ()) -> str:
    """Return the policy of a page that loads files of its own site alone.

    `scripts` and `styles` are the texts of elements that stand in the page itself, character for
    character; each is let in by its hash, and nothing else in the page is run.
    """
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src", *SCRIPTS, *map(source_hash, scripts)]),
            " ".join(["style-src", *STYLES, *map(source_hash, styles)]),
            *REST,
        ]
    )


def with_policy(page: str) -> str:
    """Return a whole page with the policy that its own scripts and styles need, below its character set.

    A page that has no script of its own and loads none is given none.
    """
    scripts = [found[1] for found in INLINE["script"].finditer(page)]
    styles = [found[1] for found in INLINE["style"].finditer(page)]
    allowed = policy(scripts, styles) if "<script" in page else _without_scripts(styles)
    meta = f'{CHARSET}\n<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    return page.replace(CHARSET, meta, 1)


def _without_scripts(styles: Sequence[str]) -> str:
    allowed = " ".join(["style-src", *STYLES, *map(source_hash, styles)])
    return "; ".join(
        ["default-src 'none'", allowed, "img-src 'self' data:", "base-uri 'none'", "form-action 'none'"]
    )


def source_hash(text: str) -> str:
    """Return the source expression that lets in an element with this text: `'sha256-…'` (CSP Level 3, §2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
