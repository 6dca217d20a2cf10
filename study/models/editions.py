"""The manifest of a sealed edition: what it is, what it was made of, and the digests it is known by."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import TypeAdapter, model_validator

from study.editions.names import edition_of, is_candidate
from study.models.approvals import Approval, Commit, Digest
from study.models.values import CANDIDATE, EDITION, EditionNumber, Key, Record, Text, Translated, matching

FORMAT = 1
TIME = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"
NAME = f"{EDITION}|{CANDIDATE}"
PAGE = r"^(en|fr|both)/([^/\x00-\x1f]+/)*([^/\x00-\x1f]+\.html)?$"
SUM = r"^[0-9a-f]{64}$"

Time = Annotated[str, matching(TIME, "a time such as 2026-11-22T10:00:00Z")]
Name = Annotated[str, matching(NAME, "an edition such as 2026, or a candidate such as 2026-rc1")]
PagePath = Annotated[str, matching(PAGE, "the path of a page, such as en/ai/")]
Sum = Annotated[str, matching(SUM, "64 digits 0 to f")]


class Pages(Record):
    """The pages of a language, or of both side by side, with the digest of each and of all."""

    digest: Digest
    pages: dict[PagePath, Digest]


class PageDigests(Record):
    """The pages of each language, and of both side by side."""

    en: Pages
    fr: Pages
    both: Pages


class DataFiles(Record):
    """The downloads and images, with the digest of each and of all."""

    digest: Digest
    files: dict[Text, Digest]


class PassedGate(Record):
    """A gate that a candidate passed, as `data/gates.yaml` has it."""

    id: Key
    words: Translated


class Versions(Record):
    """What the site was built with."""

    python: Text
    requirements: Sum


class Manifest(Record):
    """The file `MANIFEST.json`; `time` is the commit's."""

    format: Literal[1]
    edition: EditionNumber
    name: Name
    status: Literal["candidate", "approved"]
    commit: Commit
    time: Time
    pages: PageDigests
    data: DataFiles
    gates: list[PassedGate]
    approval: Approval | None
    versions: Versions

    @model_validator(mode="after")
    def _one_story(self) -> Manifest:
        candidate = is_candidate(self.name)
        if edition_of(self.name) != self.edition:
            raise ValueError(f'names "{self.name}"; expected edition {self.edition} or a candidate of it')
        if candidate != (self.status == "candidate"):
            raise ValueError(
                f"calls {self.name} {self.status}; expected {'candidate' if candidate else 'approved'}"
            )
        if candidate != (self.approval is None):
            raise ValueError("expected the record of the approval with an approved edition, and only there")
        return self


# what the file must be
MANIFEST: TypeAdapter[Manifest] = TypeAdapter(Manifest)
