"""The pages of the built site, by their addresses below its root."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from study.addresses import RESERVED
from study.facets import FACETS
from study.renditions import LIGHT

LANGUAGES = ("en", "fr")
OTHER = {"en": "fr", "fr": "en"}
CHAPTERS_OF_CASES = ((), ("regions",), ("administrations",), ("downloads",))
# One page of each kind; {} is the language.
KINDS = {
    "door": "",
    "home": "{}/",
    "technology": "{}/technologies/automation/",  # with tables that are wider than a phone
    "charts": "{}/survey-2024/",
    "glossary": "{}/glossary/",
    "catalogue": "{}/cases/",
    "case": "{}/cases/ke-ug-scanned-image-exchange/",
    "administration": "{}/cases/administration/ke/",
    "region": "{}/cases/technology/ai/region/ap/",
    "side-by-side": "both/technologies/automation/",
    "questionnaire": "{}/self-assessment/",
    "sources": "{}/sources/",
    "about": "{}/about/",
    "light": "{}/light/technologies/automation/",
    "copies": "{}/copies/",
    "statement": "{}/accessibility/",
    "not-found": "{}/gone/and/far/",
}
CHAPTERS = ("survey-2024/", "technologies/ai/", "cases/", "smart-customs-project/")


def addresses(site: Path, language: str) -> list[str]:
    """Return the addresses of all chapters of a language, `fr/`, `fr/about/` …, and of generated pages.

    Generated pages are many and made alike: of each kind, the first and the two longest are enough.
    """
    kinds: dict[str, list[Path]] = {}
    for path in sorted((site / language).rglob("index.html")):
        kinds.setdefault(_kind(path.parent.relative_to(site / language).parts), []).append(path)
    assert len(kinds) > len(FACETS)
    found = kinds.pop("chapter")
    for paths in kinds.values():
        longest = sorted(paths, key=lambda path: path.stat().st_size)[-2:]
        found += dict.fromkeys([paths[0], *longest])
    return [f"{path.parent.relative_to(site).as_posix()}/" for path in found]


def in_turn(addresses: list[str], language: str) -> list[str]:
    """Return about half of the addresses; each page that both languages have is among those of one of them."""
    turn = LANGUAGES.index(language)
    return [each for each in addresses if crc32(each[2:].encode()) % len(LANGUAGES) == turn]


def _kind(parts: tuple[str, ...]) -> str:
    """Return `chapter`, `light`, `case`, or the facets of a list, such as `technology/region`."""
    if parts[:1] == (LIGHT,):
        return LIGHT
    if parts[:1] != ("cases",) or parts[1:] in CHAPTERS_OF_CASES:
        return "chapter"
    return "/".join(part for part in parts[1:] if part in RESERVED) or "case"
