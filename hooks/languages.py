"""English and French stand side by side: /en/… and /fr/…, each page linked to its counterpart.

static-i18n puts the default language at the root; here both get a folder, because neither of two
equally authoritative languages may stand above the other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks.stages import STAGES


@event_priority(-110)  # after static-i18n (−100) has given each file its language
def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in files.documentation_pages():
        _into_language_folder(file, config)
        for alternate in file.alternates.values():  # type: ignore[attr-defined]
            _into_language_folder(alternate, config)
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    if template_name == "sitemap.xml":
        i18n: Any = config.plugins["i18n"]
        own: list[Any] = list(STAGES[i18n.current_language].files.documentation_pages())
        languages = sorted({language for file in own for language in file.alternates})
        # each language's pages with those of the others, whichever language is being built
        context["site_pages"] = [(file.alternates[language], file) for language in languages for file in own]
        context["site_languages"] = languages
    return context


def _into_language_folder(file: Any, config: MkDocsConfig) -> None:
    folder = f"{file.locale}/"
    if file.dest_uri.startswith(folder):
        return
    file.dest_uri = folder + file.dest_uri
    file.abs_dest_path = str(Path(config.site_dir) / file.dest_uri)
    file.url = file._get_url(config.use_directory_urls)


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    context["language"] = page.file.locale  # type: ignore[attr-defined]
    context["counterparts"] = [
        {
            "language": language,
            "relative": get_relative_url(file.url, page.url),
            "absolute": f"{config.site_url}{_without_index(file)}",
        }
        for language, file in sorted(page.file.alternates.items())  # type: ignore[attr-defined]
    ]
    return context


def _without_index(file: File) -> str:
    return "" if file.url in (".", "./") else str(file.url)
