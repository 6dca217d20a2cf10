"""The numbers of a chapter as its files are now: of both languages, and frozen ones if there are any."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from study.blocks import sections, units
from study.chapters import Chapter, read_chapter
from study.paragraph_maps import frozen_map
from study.paragraph_matching import Frozen
from study.paragraphs import Numbered, numbers

FEWEST = 3  # units: a page with less is hardly cited by paragraphs


def numbers_of(root: Path, edition: str, page: str) -> tuple[Numbered, ...]:
    """Return the numbers of a chapter, the same in both languages; none where it has too few units.

    None either while the languages differ in their units, which the preview alone ever shows. Raises
    ReportError if a chapter or the frozen numbers can't be read.
    """
    try:
        english, french = (read_chapter(root, language, page) for language in ("en", "fr"))
    except FileNotFoundError:
        return ()
    file = root / "data" / "paragraphs" / f"{edition}.yaml"
    about = file.stat() if file.is_file() else None
    stamp = (about.st_mtime_ns, about.st_size) if about else None
    return _numbers(english, french, _frozen(root, edition, stamp).get(page))


@lru_cache(maxsize=2)
def _frozen(root: Path, edition: str, stamp: tuple[int, int] | None) -> dict[str, tuple[Frozen, ...]]:
    return (frozen_map(root, edition) or {}) if stamp else {}


@lru_cache(maxsize=4096)  # both languages ask
def _numbers(english: Chapter, french: Chapter, frozen: tuple[Frozen, ...] | None) -> tuple[Numbered, ...]:
    found = _kinds(english)
    if len(found) < FEWEST or found != _kinds(french):
        return ()
    return numbers(english, None if frozen is None else {english.page: frozen}, french)


def _kinds(chapter: Chapter) -> list[tuple[str, str]]:
    return [(section.id, unit.kind) for section in sections(chapter) for unit in units(section)]
