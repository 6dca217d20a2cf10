"""OpenSSH's ssh-keygen, which signs and checks signatures (OpenSSH, PROTOCOL.sshsig). The only module that runs it."""

from __future__ import annotations

import subprocess

NAMESPACE = "report-edition"
MISSING = "ssh-keygen was not found: signatures need OpenSSH 8.2 or newer"

Answer = subprocess.CompletedProcess[bytes]


def run(action: str, *arguments: str, content: bytes = b"") -> Answer | None:
    """Run `ssh-keygen -Y` with `content` on its input; return what it answered, or None where there is no ssh-keygen."""
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", action, *arguments], input=content, capture_output=True, check=False
        )
    except FileNotFoundError:
        return None


def said(answer: Answer) -> str:
    """Return what ssh-keygen said, or its exit code if it said nothing."""
    words = " ".join((answer.stderr or answer.stdout).decode("utf-8", "replace").split())
    return words[:200] or f"exit code {answer.returncode}"
