"""Whether the addresses of sources, terms, bodies and Members still answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from report.links.answers import Kind, Result
from report.links.asking import ask
from report.links.cache import FILE, LinksCache
from study.documents import Documents
from study.loading import read
from study.problems import Problem, ReportError, shown, suggestion

FILES = ("data/sources.yaml", "data/glossary.yaml", "data/bodies.yaml", "data/members.yaml")
GRAVE: tuple[Kind, ...] = ("dead", "broken")


class UnknownRecordError(Exception):
    """Raised for an id that none of the registers has."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a record; `copy` is the record's archived copy, for its `url` only."""

    file: str
    path: tuple[object, ...]
    record: str
    address: str
    copy: str | None

    @property
    def page(self) -> str:
        """Return what is asked for: the address without its fragment, which no host is told."""
        return urldefrag(self.address)[0]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked, what is known already, and how many pages the limit leaves out."""

    documents: Documents
    links: Sequence[Link]
    cache: LinksCache
    known: Mapping[str, Result]
    asked: Sequence[str]
    left: int


def planned(
    root: Path, today: date, only: Collection[str] = (), limit: int | None = None, fresh: int = 0
) -> Plan:
    """Return what to ask for the report at `root`; results younger than `fresh` days are not asked again.

    Raises ReportError if the data can't be read, UnknownRecordError if `only` names an id that does not exist.
    """
    reading = read(root, today)
    if reading.problems:
        raise ReportError(reading.problems)
    links = links_of(reading.documents)
    _refuse_unknown(only, reading.documents)
    links = [link for link in links if not only or link.record in only]
    cache = LinksCache(root / FILE, today)
    pages = dict.fromkeys(link.page for link in links)
    known = {page: result for page in pages if (result := cache.result(page, fresh)) is not None}
    unknown = [page for page in pages if page not in known]
    asked = unknown[:limit]
    return Plan(reading.documents, links, cache, known, asked, len(unknown) - len(asked))


def results_of(
    plan: Plan, fetch: Callable[[str], Result], progress: Callable[[], None] = lambda: None
) -> dict[str, Result]:
    """Return what became of each page, known or asked now. Raises NetworkMissingError if none can be reached."""
    return {**plan.known, **ask(plan.asked, fetch, plan.cache, progress)}


def problems_of(plan: Plan, results: Mapping[str, Result]) -> list[tuple[Kind, Problem]]:
    """Return kind and problem of each link that is not fine, in the order of the files."""
    return [
        (results[link.page].kind, plan.documents.problem(link.file, link.path, _message(link, results)))
        for link in plan.links
        if link.page in results and results[link.page].kind != "fine"
    ]


def links_of(documents: Documents) -> list[Link]:
    """Return every link of the registers, in the order of the files."""
    links = []
    for file in FILES:
        for path, fields in documents.mappings(file):
            for name, copy in (("url", fields.get("archived_url")), ("archived_url", None)):
                if fields.get(name):
                    links.append(Link(file, (*path, name), str(fields.get("id")), fields[name], copy))
    return links


def _refuse_unknown(only: Collection[str], documents: Documents) -> None:
    ids = {str(fields["id"]) for file in FILES for _, fields in documents.mappings(file) if "id" in fields}
    for name in only:
        if name not in ids:
            registers = ", ".join(FILES)
            raise UnknownRecordError(
                f"{shown(name)} is no id of a record; expected one of {registers}{suggestion(name, ids)}"
            )


def _message(link: Link, results: Mapping[str, Result]) -> str:
    """Return what is wrong with an address and what to do; nothing is proposed that did not answer."""
    result, copy = results[link.page], results.get(urldefrag(link.copy or "")[0])
    said = {
        "moved": f"has moved for good; expected {_with_fragment(result.target or '', link.address)}",
        "refused": f"refuses to answer a program ({result.words}); open it in a browser",
        "slow": f"does not answer in time ({result.words}); ask again later",
    }.get(result.kind, f"is {result.kind} ({result.words})")
    if result.kind == "moved" and _is_home(result.target or "") and not _is_home(link.address):
        said += ", a home page: the document itself may be gone"
    if result.kind != "moved" and copy is not None and copy.kind in ("fine", "moved"):
        said += f"; the archived copy answers: {link.copy}"
    return f"{link.address} {said}"


def _with_fragment(target: str, address: str) -> str:
    fragment = urldefrag(address)[1]
    return f"{target}#{fragment}" if fragment and not urldefrag(target)[1] else target


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
