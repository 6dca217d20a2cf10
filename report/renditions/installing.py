"""Installing Debian packages. The only module here that runs another program."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence


def may_install() -> bool:
    """Return whether packages can be installed here: as root, or on a runner of CI whose user may become root."""
    return _prefix() is not None


def _prefix() -> list[str] | None:
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; what went wrong is on the screen, and whoever asked looks for the outcome."""
    prefix = _prefix() or []
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    try:
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, env=environment)
        subprocess.run(command, check=False, env=environment)
    except OSError as error:
        print(f"apt-get can't be run: {error.strerror}")
