"""What editors declare about the two languages: differences that stand, and wordings that are not used."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, TypeAdapter, model_validator

from study.models.values import Key, Record, Text, Translated

PAGE = r"^[\w./-]+\.(md|yaml)$"


def _page(value: str) -> str:
    if not value.endswith((".md", ".yaml")) or value.startswith(("/", "docs/")):
        raise ValueError(
            f'is "{value[:80]}"; expected a page such as technologies/ai.md, or a file such as data/cases.yaml'
        )
    return value


Page = Annotated[Text, AfterValidator(_page), Field(json_schema_extra={"pattern": PAGE})]


class Difference(Record):
    """A place where the languages may differ: a block is named by the first words of its English text.

    For a record, `chapter` is its file, such as data/cases.yaml, and `section` its id.
    """

    chapter: Page
    section: str = ""  # id of the heading; empty before the first heading
    starts: Text
    reason: Translated


class TermDifference(Difference):
    """A term that stands in one language of a block only."""

    term: Key


class NumberDifference(Difference):
    """A number, as written, that stands in one language of a block only."""

    value: Text


class EverydayTerm(Record):
    """A term whose word also has an ordinary meaning; it is compared only where a chapter calls it."""

    term: Key
    reason: Translated


class Exceptions(Record):
    """The file `concordance-exceptions.yaml`."""

    everyday: list[EverydayTerm] = []
    terms: list[TermDifference] = []
    numbers: list[NumberDifference] = []


class Variant(Record):
    """Wordings that one language does not use, and what it uses instead."""

    language: Literal["en", "fr"]
    written: list[Text] = Field(min_length=1)
    expected: Text
    term: Key | None = None
    within: list[Text] = []  # names and titles in which the wording stands as it is
    reason: Translated

    @model_validator(mode="after")
    def _could_stand(self) -> Variant:
        for name in self.within:
            if not any(word.lower() in name.lower() for word in self.written):
                raise ValueError(f'within: "{name}" holds none of the wordings; expected a name that does')
        return self


# what each file must be
EXCEPTIONS: TypeAdapter[Exceptions] = TypeAdapter(Exceptions)
VARIANTS: TypeAdapter[list[Variant]] = TypeAdapter(list[Variant])
