"""What is said about the report itself: where it is published, its editions, its words."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from study.models.approvals import AnnexedPart, Chapter
from study.models.values import (
    Day,
    EditionNumber,
    Key,
    PartialDate,
    Record,
    Text,
    Translated,
    WebAddress,
    YesNo,
)
from study.models.vocabulary import EditionStatus


class Licence(Record):
    """A licence and where its text stands."""

    name: Translated
    url: WebAddress | None = None


class Signing(Record):
    """Whether candidates and editions must be signed, and the file of the keys that may sign them."""

    required: YesNo = False
    allowed_signers: Text | None = None


class Publication(Record):
    """The file `publication.yaml`; what is null hides the feature that needs it."""

    title: Translated
    short_title: Translated
    subtitle: Translated
    description: Translated
    publisher: Translated
    site_url: WebAddress
    site_url_is_example: YesNo
    repository: WebAddress | None = None
    edit_path: Text | None = None
    contact: Text | None = None
    code_licence: Licence
    text_licence: Licence | None = None
    rehearsal: YesNo = False
    signing: Signing = Signing()
    disclaimers: list[Disclaimer]


class Disclaimer(Record):
    """A disclaimer, shown on the page about the report."""

    id: Key
    title: Translated
    text: Translated


class EditionStep(Record):
    """A stage in an edition's life; `planned` where no source confirms it."""

    id: Key
    body: Translated
    date: PartialDate | None = None
    label: Translated
    planned: YesNo = False
    sources: list[Key] = []


def _all_or_some(value: Any) -> Any:
    if value is None or (isinstance(value, str) and value != "all"):
        raise ValueError("is no list of chapters; expected all, or chapters such as technologies/ai.md")
    return None if value == "all" else value


class EditionScope(Record):
    """What is submitted for approval, and what is annexed to it; `approved` is None where all chapters are."""

    approved: Annotated[
        list[Chapter] | None,
        BeforeValidator(_all_or_some),
        Field(
            json_schema_extra={
                "anyOf": [{"const": "all"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]
            }
        ),
    ]
    annexed: list[AnnexedPart] = []


class Dropped(Record):
    """What an earlier edition of this site had, and this one gave up on purpose; a heading's id is PAGE#ID."""

    what: Literal["chapter", "heading", "term", "source"]
    id: Text
    reason: Translated


class Edition(Record):
    """An edition of this site, or an earlier one that was published elsewhere."""

    id: EditionNumber
    title: Translated
    status: EditionStatus
    published_elsewhere: YesNo = False
    date: PartialDate | None = None
    note: Translated | None = None
    scope: EditionScope | None = None
    dropped: list[Dropped] = []
    steps: list[EditionStep] = []
    sources: list[Key] = []


class Editions(Record):
    """The file `editions.yaml`."""

    current: EditionNumber
    as_of: Day
    editions: list[Edition]


class Label(Record):
    """A word or phrase of the pages; `{name}` stands for a value put in."""

    en: Text
    fr: Text

    def __getitem__(self, language: str) -> str:
        """Return the words in `en` or `fr`."""
        return self.en if language == "en" else self.fr


Publication.model_rebuild()
