"""The message of the tag of a candidate: what was submitted, by its digests."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = ("en", "fr", "both", "data", "manifest")
_LINE = re.compile(r"(en|fr|both|data|manifest): (sha256:[0-9a-f]{64})")


def candidate_message(candidate: str, edition: str, digests: Mapping[str, str]) -> str:
    """Return the message of a candidate's tag; `digests` has `en`, `fr`, `both`, `data` and `manifest`."""
    first = f"Candidate {candidate} of edition {edition}, submitted for approval; not approved"
    return _message(first, digests)


def edition_message(edition: str, approval: str, digests: Mapping[str, str]) -> str:
    """Return the message of an edition's tag; `approval` says by whom, when and how, on one line."""
    return _message(f"Edition {edition}, approved {approval}", digests)


def digests_of(message: str) -> dict[str, str]:
    """Return the digests that a tag's message names, by field; what is missing, or stands twice, is left out."""
    found: dict[str, list[str]] = {}
    for line in message.splitlines():
        if match := _LINE.fullmatch(line.strip()):
            found.setdefault(match[1], []).append(match[2])
    return {field: values[0] for field, values in found.items() if len(values) == 1}


def _message(first: str, digests: Mapping[str, str]) -> str:
    lines = [f"{field}: {digests[field]}" for field in FIELDS]
    return "\n".join([" ".join(first.split()), "", *lines]) + "\n"
