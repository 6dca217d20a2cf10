"""Ids of new cases: one proposed from who acts and what the title says, and where an id is taken already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from pathlib import Path

from study.addresses import RESERVED
from study.documents import Documents
from study.history import FOLDER
from study.models.values import KEY
from study.reading import EMPTY, place_of, read_yaml

MOST_ACTORS = 3
MOST_WORDS = 4
LONGEST_ID = 60  # it becomes the name of a folder, and Windows counts the characters of the whole path
LONGEST_PROPOSED = 40
PATTERN = re.compile(KEY, re.ASCII)
WORD = re.compile(r"[a-z0-9]+")
STOP_WORDS = frozenset(
    WORD.findall(
        "a about across after all an and are as at be before between by can customs during for from has have how"
        " in into is it its more national new of on or over s service services so that the their them these this"
        " through to under use used uses using via was were what when where which while who whose will with within"
        " administration administrations authority department directorate general"
    )
)


def proposed_id(actors: Sequence[str], title: str, names: Collection[str], taken: Collection[str]) -> str:
    """Return an id that nothing has: country codes or body, then up to four words of the English title.

    `names` are the actors' names, which the codes stand for already.
    """
    known = STOP_WORDS.union(*(_words(name) for name in names))
    start = "-".join(actor.lower() for actor in actors[:MOST_ACTORS])
    words = [word for word in dict.fromkeys(_words(title)) if word not in known][:MOST_WORDS]
    key = start
    for word in words or ["case"]:
        if len(key) + 1 + len(word) <= LONGEST_PROPOSED:
            key += f"-{word}"
    if key == start:
        key += "-case"
    numbered = (f"{key}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (key, *numbered) if each not in taken)


def id_fault(key: str, taken: dict[str, str]) -> str | None:
    """Return what is wrong with an id for a new case, or None."""
    if not PATTERN.fullmatch(key):
        return "expected lower-case letters, digits and single hyphens, such as ke-drones"
    if key in EMPTY:
        return "that word means nothing in YAML; expected another id"
    if len(key) > LONGEST_ID:
        return f"it has {len(key)} characters; expected at most {LONGEST_ID}"
    return f"it is taken: {taken[key]}" if key in taken else None


def taken_ids(root: Path, documents: Documents) -> dict[str, str]:
    """Return every id that a new case may not have, and where it stands.

    These are the ids of the register, those of published editions, and the addresses of lists.
    """
    taken = {key: f"cases/{key}/ is the address of a list" for key in sorted(RESERVED)}
    for path in sorted((root / FOLDER).glob("*.yaml")):
        name = (FOLDER / path.name).as_posix()
        document = read_yaml(path, name)
        for key in document.get("cases") or {}:
            taken[key] = f"{name}:{place_of(document, ('cases', key))[0]}"
    register = documents.by_name["data/cases.yaml"]
    for index, record in enumerate(register):
        taken[record["id"]] = f"data/cases.yaml:{place_of(register, (index, 'id'))[0]}"
    return taken


def _words(text: str) -> list[str]:
    """Return the words of a text in ASCII and lower case: `Côte d’Ivoire` → cote, ivoire."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return [word for word in WORD.findall(bare.lower()) if len(word) > 1]
