"""Installing Debian packages. The only module here that runs another program."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence


def install(packages: Sequence[str]) -> None:
    """Install Debian packages as root; what went wrong is on the screen, and whoever asked looks for the outcome."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    try:
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        subprocess.run(command, check=False, env=environment)
    except OSError as error:
        print(f"apt-get can't be run: {error.strerror}")
