"""Whether a signature holds: the SHA256SUMS of an edition, and the SSH key that signed it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from pathlib import Path

from report.editions.ssh_keygen import MISSING, NAMESPACE, run, said
from study.editions.sums import SIGNATURE
from study.editions.verified import Signed

BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
LINE = 70
LARGEST = 64 * 1024  # bytes of a signature that is read


def checker(allowed_signers: Path | None) -> Callable[[Path], Signed]:
    """Return the check of a SHA256SUMS that `study.editions.verification.verify` takes."""
    return lambda sums: signed(sums, allowed_signers)


def signature_problem(sums: Path, allowed_signers: Path | None) -> str | None:
    """Return why the signature beside `sums` does not hold, or None; see `signed`."""
    return signed(sums, allowed_signers).problem


def signed(sums: Path, allowed_signers: Path | None) -> Signed:
    """Return who signed `sums`. With `allowed_signers` (ssh-keygen(1), ALLOWED SIGNERS) a signature must be there and theirs.

    Without, a signature that is there must fit the file, but anyone may have made it, and the words say so.
    """
    signature = sums.with_name(SIGNATURE)
    if not signature.is_file() or signature.is_symlink():
        return _unsigned(allowed_signers)
    if not _is_whole(signature):
        return Signed("", f"{SIGNATURE} is damaged: it has not the form that ssh-keygen writes")
    content = sums.read_bytes()
    if allowed_signers is None:
        return _by_anyone(content, signature)
    return _by_the_allowed(content, signature, allowed_signers)


def _unsigned(allowed_signers: Path | None) -> Signed:
    if allowed_signers is None:
        return Signed("not signed", None)
    return Signed("", f"{SIGNATURE} is missing; expected a signature by one of {allowed_signers}")


def _by_anyone(content: bytes, signature: Path) -> Signed:
    done = run("check-novalidate", "-n", NAMESPACE, "-s", str(signature.absolute()), content=content)
    if done is None:
        return Signed(f"signed, but not looked at: {MISSING}", None)
    if done.returncode:
        return Signed("", f"{SIGNATURE} does not fit SHA256SUMS: {said(done)}")
    key = re.search(r"SHA256:[A-Za-z0-9+/]+", done.stdout.decode("utf-8", "replace"))
    found = f" {key[0]}" if key else ""
    return Signed(f"signed by the key{found}; give --allowed-signers to prove whose key that is", None)


def _by_the_allowed(content: bytes, signature: Path, allowed_signers: Path) -> Signed:
    if not allowed_signers.is_file():
        return Signed("", f"{allowed_signers} is no file; expected the list of allowed signers")
    files = ("-s", str(signature.absolute()), "-f", str(allowed_signers.absolute()))
    known = run("find-principals", *files)
    if known is None:
        return Signed("", MISSING)
    for name in re.split(r"[,\n]", known.stdout.decode("utf-8", "replace")):
        if not name.strip():
            continue
        done = run("verify", "-n", NAMESPACE, "-I", name.strip(), *files, content=content)
        if done is not None and done.returncode == 0:
            return Signed(f"signed by {name.strip()}", None)
        known = done or known
    return Signed(
        "", f"{SIGNATURE} is by none of {allowed_signers}, or does not fit SHA256SUMS: {said(known)}"
    )


def _is_whole(signature: Path) -> bool:
    """Return whether a signature stands in its one form, so that no bit of it could be another and still be read."""
    if signature.stat().st_size > LARGEST:
        return False
    try:
        text = signature.read_bytes().decode("ascii")
        inside = text.removeprefix(f"{BEGIN}\n").removesuffix(f"\n{END}\n").replace("\n", "")
        packed = base64.b64encode(base64.b64decode(inside, validate=True)).decode()
    except (UnicodeDecodeError, binascii.Error):
        return False
    lines = [packed[start : start + LINE] for start in range(0, len(packed), LINE)]
    return text == "\n".join([BEGIN, *lines, END, ""])
