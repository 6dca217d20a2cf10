"""How a case and the edition are cited: in words, and in the formats that reference managers read.

What is cited always says its status, so that nothing unapproved is quoted as approved.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from study.addresses import case_path, permalink
from study.citing_tex import tex, tex_address
from study.knowledge import Knowledge
from study.labels import Words
from study.models.cases import Case

BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
TEX_LANGUAGES = {"en": "english", "fr": "french"}  # names of the babel package


@dataclass(frozen=True)
class Reference:
    """A case of an edition, or an edition itself (then `container` is empty), in one language."""

    key: str  # never changes for the same case, edition and language
    author: str
    title: str
    container: str
    edition: str
    status: str
    statement: str  # edition and status in words
    address: str
    language: str

    @property
    def year(self) -> int:
        """Return the year of the edition."""
        return int(self.edition[:4])


def edition_status(knowledge: Knowledge, words: Words) -> str:
    """Return the status of the edition being built, as it stands in a sentence."""
    return words("cite_case", knowledge.edition.status)


def edition_statement(knowledge: Knowledge, words: Words, status: str = "") -> str:
    """Return the edition being built with its status, or with another one, in words."""
    status = status or edition_status(knowledge, words)
    return words("cite_case", "edition", edition=knowledge.edition.id, status=status)


def case_reference(case: Case, knowledge: Knowledge, words: Words) -> Reference:
    """Return the reference to a case of the edition being built; a withdrawn one says so."""
    status = edition_status(knowledge, words)
    if case.withdrawn:
        status = words("cite_case", "withdrawn", status=status)
    return Reference(
        key=f"case-{case.id}-{_suffix(knowledge, words)}",
        author=_line(knowledge.publication.publisher[words.language]),
        title=_line(case.title[words.language]),
        container=_line(knowledge.publication.title[words.language]),
        edition=knowledge.edition.id,
        status=_line(status),
        statement=_line(edition_statement(knowledge, words, status)),
        address=permalink(knowledge, words.language, case_path(case.id)),
        language=words.language,
    )


def edition_reference(knowledge: Knowledge, words: Words) -> Reference:
    """Return the reference to the edition being built."""
    return Reference(
        key=f"report-{_suffix(knowledge, words)}",
        author=_line(knowledge.publication.publisher[words.language]),
        title=_line(knowledge.publication.title[words.language]),
        container="",
        edition=knowledge.edition.id,
        status=_line(edition_status(knowledge, words)),
        statement=_line(edition_statement(knowledge, words)),
        address=permalink(knowledge, words.language),
        language=words.language,
    )


def in_words(reference: Reference, words: Words) -> str:
    """Return the reference as a sentence part for a footnote; `words` are of its language."""
    values = {"author": reference.author, "title": reference.title, "address": reference.address}
    if reference.container:
        return words(
            "cite_case", "case", container=reference.container, statement=reference.statement, **values
        )
    return words("citation", "edition", edition=reference.edition, status=reference.status, **values)


def bibtex(reference: Reference) -> str:
    """Return the reference as a BibTeX entry of several lines; any text in it compiles as itself.

    Double braces keep the spelling of titles and of the author (BibTeX would lower and split them).
    The edition stands in the note, which nearly every style prints, with its status.
    """
    kind = "incollection" if reference.container else "techreport"
    author, title = tex(reference.author), tex(reference.title)
    fields = {
        "author": f"{{{author}}}",
        "title": f"{{{title}}}",
        "booktitle": f"{{{tex(reference.container)}}}" if reference.container else "",
        "publisher" if reference.container else "institution": f"{{{author}}}",
        "year": str(reference.year),
        "note": tex(reference.statement),
        "url": tex_address(reference.address),
        "langid": TEX_LANGUAGES[reference.language],
    }
    lines = [f"  {name:<11} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{reference.key},\n" + ",\n".join(lines) + "\n}\n"


def ris(reference: Reference) -> str:
    """Return the reference in RIS (Research Information Systems, 2012): tagged lines that end with CR LF."""
    fields = [
        ("TY", "CHAP" if reference.container else "RPRT"),
        ("ID", reference.key),
        ("AU", reference.author),
        ("TI", reference.title),
        ("T2", reference.container),
        ("ET", reference.statement),
        ("PY", str(reference.year)),
        ("PB", reference.author),
        ("N1", reference.status),
        ("UR", reference.address),
        ("LA", reference.language),
    ]
    lines = [f"{tag}  - {value}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n"


def csl(reference: Reference) -> dict[str, object]:
    """Return the reference as an item of CSL-JSON (Citation Style Language 1.0.2, csl-data.json).

    The edition is given in words: of a bare number, styles make "2026th ed.".
    """
    container = {"container-title": reference.container} if reference.container else {}
    return {
        "id": reference.key,
        "type": "chapter" if reference.container else "report",
        "author": [{"literal": reference.author}],
        "title": reference.title,
        **container,
        "edition": reference.statement,
        "publisher": reference.author,
        "issued": {"date-parts": [[reference.year]]},
        "status": reference.status,
        "URL": reference.address,
        "language": reference.language,
    }


def csl_text(reference: Reference) -> str:
    """Return the reference as a CSL-JSON file: a list of one item."""
    return json.dumps([csl(reference)], ensure_ascii=False, indent=2) + "\n"


def _suffix(knowledge: Knowledge, words: Words) -> str:
    return f"{knowledge.edition.id.replace('.', '-')}-{words.language}"


def _line(text: str) -> str:
    """Return `text` on one line; the no-break spaces of French typography stay."""
    return BREAKS.sub(" ", text).strip(" ")
