"""Every file of the repertory that belongs to no page of its own, in one language."""

from __future__ import annotations

from pathlib import Path

from study import catalogue
from study.addresses import FEED
from study.chapters import pages, read_chapter
from study.downloads import edition_files
from study.feeds import feed
from study.labels import Words
from study.repertory import Repertory


def repertory_files(repertory: Repertory, words: Words, root: Path) -> dict[str, bytes]:
    """Return downloads of the edition, the data of the catalogue and the feed, by path below the language."""
    chapters = [read_chapter(root, words.language, page) for page in pages(root, words.language)]
    return {
        **edition_files(repertory, words.language),
        **catalogue.files(repertory, words),
        FEED: feed(repertory, words, chapters),
    }
