"""What a page may load and run."""

from __future__ import annotations

import base64
import hashlib

from study.content_policy import policy, source_hash, with_policy


def test_a_hash_is_that_of_the_text_in_utf_8() -> None:
    expected = base64.b64encode(hashlib.sha256("é()".encode()).digest()).decode()
    assert source_hash("é()") == f"'sha256-{expected}'"


def test_nothing_is_allowed_inline_or_from_elsewhere() -> None:
    allowed = policy(["a()"])
    assert "default-src 'none'" in allowed
    for forbidden in ("unsafe-inline", "'unsafe-eval'", "http", "*"):
        assert forbidden not in allowed
    assert source_hash("a()") in allowed


def test_a_page_gets_the_hashes_of_its_own_scripts_and_styles() -> None:
    page = '<head><meta charset="utf-8"><style>p{}</style></head><script>a()</script><script src="x.js"></script>'
    made = with_policy(page)
    head, _, rest = made.partition("<style>")
    assert source_hash("p{}") in head
    assert source_hash("a()") in head
    assert made.count("Content-Security-Policy") == 1
    assert rest == page.partition("<style>")[2]


def test_a_page_without_scripts_may_run_none() -> None:
    assert "script-src" not in with_policy('<meta charset="utf-8"><p>text</p>')
    assert "form-action 'none'" in with_policy('<meta charset="utf-8">')
