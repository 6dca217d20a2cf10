"""The typefaces of PDF: Source Serif and Source Sans (SIL Open Font Licence), from packages, embedded.

No typeface of the system is ever used: a PDF is the same wherever it is made.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

SERIF, SANS = "Report Serif", "Report Sans"
PACKAGES = {
    SERIF: ("font_source_serif_pro", "SourceSerifPro"),
    SANS: ("font_source_sans_pro", "SourceSansPro"),
}
STYLES = {
    "Regular": (400, "normal"),
    "It": (400, "italic"),
    "Semibold": (600, "normal"),
    "Bold": (700, "normal"),
    "BoldIt": (700, "italic"),
}
INVISIBLE = frozenset("\u2060\u200b\ufeff\u00ad\n\t\r")  # these are never drawn


def folders() -> list[Path]:
    """Return the folders that hold the typefaces."""
    return [Path(str(files(package))) / "files" for package, _ in PACKAGES.values()]


def typeface_rules() -> str:
    """Return the CSS that names the files of the typefaces."""
    rules = []
    for (family, (_, stem)), folder in zip(PACKAGES.items(), folders(), strict=True):
        for style, (weight, slant) in STYLES.items():
            address = (folder / f"{stem}-{style}.otf").as_uri()
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; '
                f'src: url("{address}") format("opentype") }}'
            )
    return "\n".join(rules)


@cache
def signs() -> frozenset[str]:
    """Return the signs that texts may have: those which one of the two typefaces draws upright and bold."""
    found: set[str] = set()
    for folder, (_, stem) in zip(folders(), PACKAGES.values(), strict=True):
        drawn = [_drawn(folder / f"{stem}-{style}.otf") for style in ("Regular", "Bold")]
        found |= set.intersection(*drawn)
    return frozenset(found) | INVISIBLE


def unknown_signs(text: str) -> str:
    """Return the signs of `text` that no typeface draws, in order, each once."""
    return "".join(dict.fromkeys(sign for sign in text if sign not in signs()))


def in_place_of(text: str, instead: str) -> str:
    """Return `instead` with the blank space that stands around `text`."""
    inner = text.strip()
    before, _, after = text.partition(inner)
    return f"{before}{instead}{after}"


def _drawn(path: Path) -> set[str]:
    with TTFont(path, lazy=True) as font:
        return {chr(code) for code in font.getBestCmap()}
