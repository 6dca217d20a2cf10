"""The system libraries that PDF needs: found, or installed, or named plainly. A site without PDF needs none."""

from __future__ import annotations

import ctypes
import platform
import sys
from ctypes.util import find_library
from pathlib import Path

from report.renditions.installing import install, may_install

# Debian's package of each library, by the names under which systems know it.
LIBRARIES = {
    "libpango-1.0-0": ("pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "libpangoft2-1.0-0": (
        *("pangoft2-1.0", "libpangoft2-1.0.so.0"),
        *("libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ),
    "libharfbuzz-subset0": (
        *("harfbuzz-subset", "libharfbuzz-subset.so.0"),
        *("libharfbuzz-subset.dylib", "libharfbuzz-subset-0.dll"),
    ),
}
ELSEWHERE = {
    "Darwin": "install them with Homebrew: brew install pango",
    "Windows": "install Pango with MSYS2 (pacman -S mingw-w64-x86_64-pango) and set WEASYPRINT_DLL_DIRECTORIES to its bin folder",
}
OTHER = "install Pango 1.44 or later and HarfBuzz with the packages of your system"


def missing() -> list[str]:
    """Return the Debian packages of the libraries that can't be loaded here."""
    return [package for package, names in LIBRARIES.items() if not any(map(_loads, names))]


def advice(packages: list[str]) -> str:
    """Return what to do about libraries that are missing."""
    if _is_debian():
        return f"install them as root: apt-get install {' '.join(packages)}"
    return ELSEWHERE.get(platform.system(), OTHER)


def sentence(packages: list[str]) -> str:
    """Return in one sentence what is missing for PDF, and what to do about it."""
    return f"PDF needs system libraries that are not here ({', '.join(packages)}): {advice(packages)}."


def main() -> None:
    """Install what is missing where this system lets us, else say what is missing; that is no failure."""
    packages = missing()
    if packages and _is_debian() and may_install():
        print(f"Installing what PDF needs: {', '.join(packages)} …", flush=True)
        install(packages)
        packages = missing()
    if packages:
        print(sentence(packages), "The site can be built without.", file=sys.stderr)


def _loads(name: str) -> bool:
    for each in (name, find_library(name)):
        try:
            if each:
                ctypes.CDLL(each)
                return True
        except OSError:
            continue
    return False


def _is_debian() -> bool:
    """Return whether packages are Debian's: its own and those of its descendants, Ubuntu among them."""
    try:
        release = Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return False
    lines = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    families = f"{lines.get('ID', '')} {lines.get('ID_LIKE', '')}".replace('"', "").split()
    return "debian" in families


if __name__ == "__main__":
    main()
