"""Before anything is built: every record and every chapter must be right, or the build stops here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from hooks.kept_knowledge import keep_knowledge, recall_knowledge
from hooks.parts import is_inner_build, part
from hooks.stores import STORES, KeptChecks
from study import building
from study.chapter_checks import OTHER, chapter_problems
from study.problems import Problem

_previews = False


def root_of(config: MkDocsConfig) -> Path:
    """Return the checkout that is being built."""
    assert config.config_file_path is not None
    return Path(config.config_file_path).resolve().parent


def on_startup(command: str, dirty: bool) -> None:
    global _previews
    _previews = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n: Any = config.plugins["i18n"]
    if is_inner_build(i18n):  # static-i18n builds once per language; once is enough
        return config
    root = root_of(config)
    own = part()
    languages = [own] if own else list(OTHER)  # of two processes, each looks at its own chapters
    store = STORES.get(own) if own else None
    known = store is not None and recall_knowledge(root, store)
    reading = building.reading(root)
    passed = KeptChecks(root, store) if store else None
    # an editor writes one language after the other; the preview says on the page where they differ
    pairs = not _previews
    found = chapter_problems(root, reading.documents, languages=languages, passed=passed, pairs=pairs)
    problems = {*reading.problems, *found}
    if problems:
        raise PluginError(_said(sorted(problems)))
    if store and not known:
        keep_knowledge(root, store)
    if own:
        del reading
        building.forget_documents(root)
    publication = building.knowledge(root).publication
    if publication.repository:
        config.repo_url = publication.repository
        config.edit_uri = f"{publication.edit_path}docs/" if publication.edit_path else ""
    return config


def _said(problems: list[Problem]) -> str:
    count = len(problems)
    opening = "1 problem" if count == 1 else f"{count} problems"
    return "\n".join([f"{opening}; nothing was built:", *map(str, problems)])
