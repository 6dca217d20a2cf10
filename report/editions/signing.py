"""Signing by SSH keys: each SHA256SUMS of an edition, where a key is configured."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from report import git
from report.editions.ssh_keygen import MISSING, NAMESPACE, run, said
from study.problems import Problem, ReportError

KEY = "REPORT_SIGNING_KEY"


def signing_key(root: Path | None) -> Path | None:
    """Return the key to sign with: what REPORT_SIGNING_KEY names, else git's user.signingkey, if that is an SSH key's file."""
    named = os.environ.get(KEY)
    if named:
        return Path(named).expanduser()
    if root is None or git.setting(root, "gpg.format") != "ssh":
        return None
    value = git.setting(root, "user.signingkey")
    return Path(value).expanduser() if value else None


def signature_of(content: bytes, key: Path) -> bytes:
    """Return the signature of `content` by `key`, in armour; the same content and key give the same bytes with Ed25519.

    `key` is a private key's file, or a public one's whose private key an agent holds. Raises ReportError when ssh-keygen
    is missing or refuses.
    """
    if not key.is_file():
        raise ReportError([Problem(str(key), 0, 0, f"no such key; expected the file of an SSH key in {KEY}")])
    done = run("sign", "-q", "-n", NAMESPACE, "-f", str(key.absolute()), content=content)
    if done is None:
        raise ReportError([Problem(str(key), 0, 0, MISSING)])
    if done.returncode:
        raise ReportError([Problem(str(key), 0, 0, f"ssh-keygen does not sign: {said(done)}")])
    return done.stdout


def signer(root: Path | None) -> Callable[[bytes], bytes] | None:
    """Return what signs content with the key of `signing_key`, or None where none is configured."""
    key = signing_key(root)
    return None if key is None else lambda content: signature_of(content, key)


def sign(file: Path, root: Path | None = None) -> Path | None:
    """Write the signature of `file` beside it, as `FILE.sig`, and return its path; None where no key is configured.

    Raises ReportError as `signature_of` does; then an older signature stays.
    """
    make = signer(root)
    if make is None:
        return None
    target = file.with_name(f"{file.name}.sig")
    part = file.with_name(f".{file.name}.sig.tmp")
    signature = make(file.read_bytes())
    try:
        part.write_bytes(signature)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target
