"""Keys made for a test and thrown away with it."""

from __future__ import annotations

import subprocess
from pathlib import Path


def new_key(path: Path) -> Path:
    """Make an Ed25519 key without a passphrase; its public half stands beside it."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "TEST", "-f", str(path)], check=True)
    return path


def allowed_signers(path: Path, *keys: Path, options: str = 'namespaces="report-edition"') -> Path:
    """Write the list of those who may sign: each key with a name of its own."""
    lines = [f"{key.name}@test {options} {key.with_name(f'{key.name}.pub').read_text()}" for key in keys]
    path.write_text("".join(lines))
    return path
