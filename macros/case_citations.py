"""How a case is cited, as its page shows it: in both languages, and for reference managers."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros.pages import ReportPage
from study.citing import Reference, bibtex, case_reference, csl_text, in_words, ris
from study.labels import Words
from study.models.cases import Case
from study.models.values import LANGUAGES

# format → its text, the end of its file's name, and its media type
FORMATS: dict[str, tuple[Callable[[Reference], str], str, str]] = {
    "BibTeX": (bibtex, "bib", "application/x-bibtex"),
    "RIS": (ris, "ris", "application/x-research-info-systems"),
    "CSL-JSON": (csl_text, "json", "application/vnd.citationstyles.csl+json"),
}


@dataclass(frozen=True)
class FormatView:
    """The reference in one format; `href` carries the whole file, so no request is needed."""

    name: str
    text: str
    file: str
    href: str


@dataclass(frozen=True)
class CaseCitationView:
    """The reference in words, in the language of the page first, and in each format."""

    references: Sequence[tuple[str, str]]
    formats: Sequence[FormatView]


def case_citation(page: ReportPage, case: Case) -> CaseCitationView:
    """Return how `case` is cited; the formats are in the language of the page."""
    knowledge = page.knowledge
    references = []
    for language in sorted(LANGUAGES, key=lambda each: each != page.language):
        words = Words(language, knowledge.labels)
        references.append((language, in_words(case_reference(case, knowledge, words), words)))
    own = case_reference(case, knowledge, page.words)
    return CaseCitationView(references, [_format(name, own) for name in FORMATS])


def _format(name: str, reference: Reference) -> FormatView:
    written, ending, media_type = FORMATS[name]
    text = written(reference)
    href = f"data:{media_type};charset=utf-8;base64,{b64encode(text.encode()).decode('ascii')}"
    return FormatView(name, text.replace("\r\n", "\n").strip(), f"{reference.key}.{ending}", href)
