"""What a command is to act on: `technologies/ai.md#uses`, `cases#ke-ug-x`, or the file it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from study.concordance.passages import REGISTERS, Pair, all_pages, all_pairs, chapter_pair, register_pair
from study.concordance.record_reading import read_record
from study.concordance.states import Standing, standings
from study.documents import Documents
from study.problems import ReportError, shown, suggestion


class UnknownTargetError(Exception):
    """Raised where a target names nothing, or two things; says what was expected."""


@dataclass(frozen=True)
class Target:
    """A chapter or register, and those of its sections or records that are meant; `whole` if all are."""

    pair: Pair
    keys: tuple[str, ...]
    whole: bool


def target(root: Path, documents: Documents, written: str) -> Target:
    """Return what `written` names.

    Raises UnknownTargetError if it names nothing here, and ReportError if the chapter can't be read.
    """
    name, mark, key = written.replace("\\", "/").partition("#")
    pair = _pair(root, documents, name)
    if not mark:
        return Target(pair, pair.keys, whole=True)
    if key not in pair.keys:
        what = "record" if pair.name in REGISTERS else "section"
        few = pair.keys if len(pair.keys) <= 12 else ()
        expected = f"expected one of {', '.join(few)}" if few else f"expected the id of a {what}"
        raise UnknownTargetError(
            f"{pair.name} has no {what} {shown(key)}; {expected}{suggestion(key, pair.keys)}"
        )
    return Target(pair, (key,), whole=False)


def standings_of(root: Path, documents: Documents, written: Sequence[str]) -> list[Standing]:
    """Return the states of what the targets `written` name; of everything, if there are none.

    Raises UnknownTargetError like `target`, and ReportError also where the record can't be understood.
    """
    meant = [target(root, documents, each) for each in written] or [
        Target(pair, pair.keys, whole=True) for pair in all_pairs(root, documents)
    ]
    found: list[Standing] = []
    for each in meant:
        record = read_record(root, each.pair.record)
        if record.problems:
            raise ReportError(record.problems)
        found += [known for known in standings(each.pair, record) if each.whole or known.key in each.keys]
    return found


def _pair(root: Path, documents: Documents, written: str) -> Pair:
    """Return the chapter or register; a chapter's path may be given from the checkout or from docs/LANG."""
    name = written.removeprefix("./")
    for folder in ("docs/en/", "docs/fr/"):
        name = name.removeprefix(folder)
    known = all_pages(root)
    page = next((each for each in (name, f"{name}.md") if each in known), None)
    by_file = {file: register for register, file in REGISTERS.items()}
    register = by_file.get(name) or (name if name in REGISTERS else None)
    if page and register:
        raise UnknownTargetError(
            f"{shown(name)} is a chapter and a register; expected {page} or {REGISTERS[register]}"
        )
    if page:
        return chapter_pair(root, page)
    if register:
        return register_pair(documents, register)
    near = suggestion(name.removesuffix(".md"), [*(each.removesuffix(".md") for each in known), *REGISTERS])
    raise UnknownTargetError(
        f"{shown(written)} is neither a chapter nor a register; expected a page such as technologies/ai.md, "
        f"or a register such as cases{near}"
    )
