"""Whether the published site answers with the files that were assembled. The only place that reads it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import requests

ROOT_FILES = ("index.html", "404.html", "editions.json", "versions.json", "robots.txt", "sitemap.xml")
EDITION_FILES = ("index.html", "MANIFEST.json", "SHA256SUMS", "en/index.html", "fr/index.html")
NOWHERE = "there-is-no-such-page/"
SECONDS = 30  # an answer may take


def smoke_problems(public: Path, address: str, attempts: int, pause: float) -> list[str]:
    """Return a sentence for each file that `address` answers otherwise than `public` has it, none if all is well.

    A deployment takes a while to be seen everywhere: what differs is asked for again, `attempts` times in all, with
    `pause` seconds between. The site's own page for missing pages is asked for too.
    """
    waiting = {*_files(public), NOWHERE}
    found: dict[str, str] = {}
    with requests.Session() as session:
        for attempt in range(attempts):
            if attempt:
                sleep(pause)
            found = {
                name: words for name in sorted(waiting) if (words := _problem(session, public, address, name))
            }
            waiting = set(found)
            if not waiting:
                break
    return list(found.values())


def _files(public: Path) -> Iterator[str]:
    """Return the files that are asked for: those of the root, and a few of each edition."""
    yield from (name for name in ROOT_FILES if (public / name).is_file())
    for manifest in public.glob("*/MANIFEST.json"):
        folder = manifest.parent
        yield from (f"{folder.name}/{name}" for name in EDITION_FILES if (folder / name).is_file())


def _problem(session: requests.Session, public: Path, address: str, name: str) -> str | None:
    path = name.removesuffix("index.html")
    expected, file = (404, "404.html") if name == NOWHERE else (200, name)
    try:
        answer = session.get(f"{address}{path}", timeout=SECONDS, headers={"Cache-Control": "no-cache"})
    except requests.RequestException as error:
        return f"{address}{path} does not answer: {type(error).__name__}"
    if answer.status_code != expected:
        return f"{address}{path} answers {answer.status_code}; expected {expected}"
    if answer.content != (public / file).read_bytes():
        return f"{address}{path} answers other bytes than {file}"
    return None
