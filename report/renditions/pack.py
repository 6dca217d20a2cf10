"""Offline packs: the finished site of a language, or of both, in an archive that opens from any disk.

Nothing is built again. Pages are taken as they are, with their addresses made to hold without a server, and
what a page would fetch is handed over as a script. The same site gives the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from report.renditions.assembly import LANGUAGES, Job
from report.renditions.listing import for_pack
from report.renditions.offline_search import offline_search
from report.renditions.pack_data import SCRIPT, register, with_register
from report.renditions.pack_files import languages_of, pack_files, refuse_names
from report.renditions.pack_pages import Disk
from report.renditions.pack_words import own_pages
from report.renditions.problems import NoSiteError
from study.addresses import edition_address
from study.editions.archives import pack
from study.renditions import pack_file


def make(job: Job) -> list[str]:
    """Write the packs of the job's languages, and of both if it has both, below the site; return their paths."""
    packs = [*job.languages, *([None] if set(job.languages) == set(LANGUAGES) else [])]
    return [make_pack(job, language) for language in packs]


def make_pack(job: Job, language: str | None) -> str:
    """Write the pack of a language, or of both for None; return its path below the site. Raises as `write_pack` does."""
    path = pack_file(job.standing, language)
    write_pack(job, language, job.site / path)
    return path


def write_pack(job: Job, language: str | None, target: Path) -> None:
    """Write the pack of a language, or of both for None, to `target`; its name is that of the folder inside.

    Raises NoSiteError where there is nothing to pack, ReportError for names that some disk can't hold and for
    pages that would load what is not in the pack.
    """
    with tempfile.TemporaryDirectory() as place:
        tree, names = Path(place), []
        for name, content in _contents(job, language, target.stem):
            file = tree / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            names.append(name)
        pack(tree, target, target.stem, job.time, names)


def _contents(job: Job, language: str | None, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of each file of a pack; every name is looked at before anything is written."""
    site = job.site
    for each in languages_of(language):
        if not (site / each / "index.html").is_file():
            raise NoSiteError(f"{site / each}: no site in this language; build it first: report build")
    names = pack_files(site, language)
    texts = {name: (site / name).read_text(encoding="utf-8") for name in names if name.endswith(".html")}
    own = _made(job, language, folder, texts)
    scripted = {name.removesuffix(SCRIPT) for name in own if name.endswith(f"/{SCRIPT}")}
    names = [name for name in names if name not in own and not _is_held(name, scripted)]
    refuse_names(folder, [*names, *own])
    network = {each: job.words(each)("pack", "network") for each in LANGUAGES}
    network["both"] = " / ".join(network.values())
    disk = Disk(frozenset([*names, *own]), edition_address(job.knowledge), network)
    yield from own.items()
    for name in names:
        if name in texts:
            yield name, disk.page(for_pack(job, with_register(texts[name])), name).encode()
        else:
            yield name, (site / name).read_bytes()
    disk.refuse_missing()


def _made(job: Job, language: str | None, folder: str, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files that stand in a pack only: its own pages, and what pages would fetch, as scripts."""
    own = own_pages(job, language, folder)
    for each in languages_of(language):
        own |= {f"{each}/{name}": content for name, content in offline_search(job.site, each).items()}
    for name, text in texts.items():
        own |= register(job.site, name, text)
    return own


def _is_held(name: str, folders: Collection[str]) -> bool:
    """Return whether a file is data that a script beside it holds already."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/" in folders and file.endswith(".json")
