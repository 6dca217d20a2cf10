"""The texts that were certified, found again in the history by their hash: the record keeps no texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from report.git import commit_name, commits_of, is_shallow, text_at
from study.chapters import Chapter
from study.concordance.passages import REGISTERS, Texts, chapter_texts, record_texts
from study.concordance.states import Standing
from study.problems import ReportError
from study.reading import parse_yaml

FARTHEST = 200  # changes of a file that are looked through; a register takes some tenths of a second each
TextAt = Callable[[str], str | None]
TextsIn = Callable[[str], Texts]


@dataclass(frozen=True)
class Change:
    """A side that changed: its text as it was certified, None if that was not found, and as it is now."""

    language: str
    before: str | None
    after: str


def past_texts(
    wanted: dict[str, str], commits: Iterable[str], at: TextAt, texts_in: TextsIn
) -> dict[str, str]:
    """Return the text of each section or record in the newest of `commits` where it has its hash.

    `wanted` gives the hash of each id, `at` the file as a commit has it, `texts_in` its texts.
    """
    found: dict[str, str] = {}
    for commit in islice(commits, FARTHEST):
        if found.keys() == wanted.keys():
            break
        file = at(commit)
        texts = texts_in(file) if file is not None else {}
        for key, digest in wanted.items():
            if key not in found and key in texts and texts[key].digest == digest:
                found[key] = texts[key].words
    return found


def changes(root: Path, standings: Iterable[Standing]) -> dict[str, list[Change]]:
    """Return what changed in each of these sections or records of one chapter or register, by id."""
    found: dict[str, list[Change]] = {}
    stale = [each for each in standings if each.changed]
    for language in ("en", "fr"):
        here = [each for each in stale if language in each.changed]
        past = _past(root, here, language) if here else {}
        for each in here:
            text = each.pair.texts[language].get(each.key)
            change = Change(language, past.get(each.key), text.words if text else "")
            found.setdefault(each.key, []).append(change)
    return found


def why_not_found(root: Path) -> str:
    """Return why a text that was certified may be missing from the history, as the end of a sentence."""
    if commit_name(root) is None:
        return "there is no git history here"
    if is_shallow(root):
        return "this copy has a part of the history only; run: git fetch --unshallow"
    return f"none of the last {FARTHEST} changes of the file has it"


def _past(root: Path, standings: list[Standing], language: str) -> dict[str, str]:
    pair = standings[0].pair
    file = pair.files[language]
    wanted = {each.key: getattr(each.entry, language) for each in standings}

    def texts_in(text: str) -> Texts:
        if pair.name not in REGISTERS:
            return chapter_texts(Chapter(file, language, pair.name, text))
        try:
            return record_texts(parse_yaml(text, file), language)
        except ReportError:  # an older form of the file; it is passed over
            return {}

    return past_texts(wanted, commits_of(root, file), lambda commit: text_at(root, commit, file), texts_in)
