"""Addresses of the repertory, below the folder of a language: the same in both, and in every edition.

A path ends with a slash where it is a page. Readers get relative addresses, which each page makes
from these; `permalink` is the address for quoting.
"""

from __future__ import annotations

from study.knowledge import Knowledge

CATALOGUE = "cases/"
DOWNLOADS = "data/"
FEED = "feed.xml"
# first folders below `cases/` that are no ids of cases; a case may not take one as its id
RESERVED = frozenset(
    {
        *("technology", "region", "administration", "body", "process", "stage", "evidence", "year"),
        *("page", "regions", "administrations", "downloads", "data"),
    }
)


def case_path(key: str) -> str:
    """Return the path of a case's page: `cases/ke-ug-x/`."""
    return f"{CATALOGUE}{key}/"


def facet_path(facet: str, value: str, number: int = 1) -> str:
    """Return the path of the list of cases under a value, such as `cases/region/esa/`.

    Lists are divided into pages; those after the first end with their `number`. A body of
    several Members has a folder of its own, `cases/body/eac/`.
    """
    folder = "body" if facet == "administration" and not value.isupper() else facet
    return f"{CATALOGUE}{folder}/{value.lower()}/" + (f"{number}/" if number > 1 else "")


def facet_index_path(facet: str) -> str:
    """Return the path of the page that lists the values of a facet; regions and Members have chapters."""
    folder = {"region": "regions", "administration": "administrations"}.get(facet, facet)
    return f"{CATALOGUE}{folder}/"


def pair_path(technology: str, facet: str, value: str, number: int = 1) -> str:
    """Return the path of the list of cases under a technology and a second value.

    An example is `cases/technology/ai/region/esa/`.
    """
    first = facet_path("technology", technology)
    return first + facet_path(facet, value, number).removeprefix(CATALOGUE)


def all_cases_path(number: int) -> str:
    """Return the path of a further page of the complete list; its first page is the catalogue."""
    return CATALOGUE if number == 1 else f"{CATALOGUE}page/{number}/"


def edition_address(knowledge: Knowledge) -> str:
    """Return the address of the edition being built, below that of the published site."""
    return f"{knowledge.publication.site_url}{knowledge.editions.current}/"


def permalink(knowledge: Knowledge, language: str, path: str = "") -> str:
    """Return the address of a page or file of the current edition, for quoting."""
    return f"{edition_address(knowledge)}{language}/{path}"
