"""What the descriptions in JSON-LD have in common: the report, its publisher, its licence, and both languages of a work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from study.addresses import edition_address, permalink
from study.citing import edition_status
from study.knowledge import Knowledge
from study.labels import Words
from study.models.values import LANGUAGES

CONTEXT = "https://schema.org"
# JSON allows these as escapes only inside texts, and nowhere else do they occur in JSON
INERT = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld_text(data: dict[str, Any]) -> str:
    """Return `data` as JSON that can't end or open an element inside `<script type="application/ld+json">`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in INERT.items():
        text = text.replace(sign, escape)
    return text


def report_part(knowledge: Knowledge, words: Words) -> dict[str, Any]:
    """Return the report as that of which something is a part."""
    address = permalink(knowledge, words.language)
    return {
        "@type": "Report",
        "@id": address,
        "url": address,
        "name": knowledge.publication.title[words.language],
        "version": knowledge.edition.id,
        "creativeWorkStatus": edition_status(knowledge, words),
        "inLanguage": words.language,
    }


def publisher(knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return who publishes the report, as `data/publication.yaml` names it."""
    return {"@type": "Organization", "name": knowledge.publication.publisher[language]}


def licence(knowledge: Knowledge) -> dict[str, Any]:
    """Return the licence of the text, or nothing while none has been chosen."""
    chosen = knowledge.publication.text_licence
    return {"license": chosen.url} if chosen and chosen.url else {}


def published(knowledge: Knowledge) -> dict[str, str]:
    """Return the day of publication, which is that of a true approval; nothing before there is one."""
    standing = knowledge.standing
    if standing.shown != "approved" or standing.approval is None:
        return {}
    return {"datePublished": standing.approval.date}


def work_in_both(
    knowledge: Knowledge, language: str, kind: str, path: str, names: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return the work of which each language is an example; neither is told as the translation of the other.

    The work has the address of the edition, for a part of it with the part's path behind `#`.
    `names` has its title in each language, where it is known.
    """
    whole = edition_address(knowledge)
    others = [
        {
            "@type": kind,
            "@id": permalink(knowledge, other, path),
            **({"name": names[other]} if names else {}),
            "inLanguage": other,
        }
        for other in LANGUAGES
        if other != language
    ]
    work = {"@type": kind, "@id": f"{whole}#{path}" if path else whole, "workExample": others}
    return {"exampleOfWork": work}
