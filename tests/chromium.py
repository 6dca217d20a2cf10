"""Chromium for the browser tests: found, or installed, or said to be missing. Never silently skipped.

Order: $CHROMIUM; the headless shell, the same engine without windows, which Playwright itself takes where nothing
else is said: a page in a new context costs it a quarter of the time; the usual places; apt on Debian as root
(Ubuntu's package is a snap stub); Playwright's own download elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"  # Debian's name for it
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)


def find() -> str | None:
    """Return the path of a Chromium that starts, or None."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *PLACES, _of_playwright()]
    return next((path for path in candidates if path and _starts(path)), None)


def install() -> None:
    """Install Chromium the way this system allows; says what it does."""
    if _has_packages():
        print("Installing Chromium from Debian's packages …", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        for name in (SHELL, "chromium"):
            command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name]
            if subprocess.run(command, check=False).returncode == 0:
                return
    else:
        print("Downloading Playwright's Chromium …", flush=True)
        # its system libraries can be installed by root only
        libraries = ["--with-deps"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        subprocess.run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"], check=False)


def main() -> None:
    path = find()
    if path is None or (Path(path).name != SHELL and "CHROMIUM" not in os.environ and _has_packages()):
        install()
        path = find()
    if path is None:
        sys.exit(
            "No Chromium was found and none could be installed; the browser tests need one.\n"
            "Install Chromium or Chrome and run again, or set CHROMIUM to its path."
        )
    print(f"Chromium: {path}")


def _has_packages() -> bool:
    """Return whether this is Debian, and packages may be installed."""
    return os.name == "posix" and os.geteuid() == 0 and _is_debian()


def _of_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            return playwright.chromium.executable_path
    except Exception:  # the driver may be missing on an unusual system: then there is none
        return None


def _starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"snap" not in done.stdout + done.stderr


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and "\nID=debian" in "\n" + release.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
