"""The pages of the built site, by their addresses below its root."""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("en", "fr")
OTHER = {"en": "fr", "fr": "en"}
CHAPTERS = ("survey-2024/", "technologies/ai/", "cases/", "smart-customs-project/")


def addresses(site: Path, language: str) -> list[str]:
    """Return the addresses of all pages of a language: `fr/`, `fr/about/` …"""
    found = sorted((site / language).rglob("index.html"))
    assert len(found) > 10
    return [f"{path.parent.relative_to(site).as_posix()}/" for path in found]
