"""Where the other forms of the report lie in an edition: PDF, EPUB, offline packs, light pages, Markdown.

A rendition says what the pages say, in another form. Its file name holds the edition as it stands, so that
a copy on a stick tells a draft from what was approved. Paths are below the root of the edition.
"""

from __future__ import annotations

from study.editions.standing import Standing

FILES = (
    "files"  # below the folder of a language; packs of both languages have a folder of this name at the root
)
LIGHT = "light"
RENDITION_FOLDERS = (LIGHT, FILES)  # below that of a language; no chapter may lie there
WHOLE = "disruptive-technologies"


def _stem(standing: Standing) -> str:
    """Return the edition as file names have it: `2026-draft`, `2026-rc1`, `2026`."""
    return f"{standing.name}-draft" if standing.status == "draft" else standing.name


def report_file(standing: Standing, language: str, ending: str) -> str:
    """Return the path of the whole report: `en/files/disruptive-technologies-2026-draft-en.pdf`; `ending` is pdf or epub."""
    return f"{language}/{FILES}/{WHOLE}-{_stem(standing)}-{language}.{ending}"


def chapter_pdf(standing: Standing, language: str, chapter: str) -> str:
    """Return the path of a chapter's PDF; `chapter` is its file without its ending, `technologies/ai`.

    It has the chapter's name: `en/files/disruptive-technologies-2026-draft-en-technologies-ai.pdf`.
    """
    return f"{language}/{FILES}/{WHOLE}-{_stem(standing)}-{language}-{chapter.replace('/', '-')}.pdf"


def pack_file(standing: Standing, language: str | None) -> str:
    """Return the path of an offline pack: of a language, or of both for None."""
    folder = f"{language}/{FILES}" if language else FILES
    return f"{folder}/{WHOLE}-{_stem(standing)}-offline-{language or 'en-fr'}.zip"


def light_path(language: str, chapter: str) -> str:
    """Return the path of a chapter's light page, one file without a script: `en/light/technologies/ai/`."""
    return f"{language}/{LIGHT}/" + ("" if chapter == "index" else f"{chapter.removesuffix('/index')}/")


def markdown_path(language: str, chapter: str) -> str:
    """Return the path of a chapter's Markdown: `en/technologies/ai.md`, that of an index in its folder."""
    return f"{language}/{chapter}.md"
