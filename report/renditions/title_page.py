"""What the first sheet of a copy says: the edition, how it stands, who decided, which text it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from report.renditions.assembly import Job
from study.addresses import permalink
from study.models.publication import Disclaimer


@dataclass(frozen=True)
class TitlePage:
    """The words of the title page; `facts` are pairs of a label and a text, `chapter` is empty for the whole report."""

    title: str
    subtitle: str
    chapter: str
    edition: str
    status: str
    status_key: str
    facts: tuple[tuple[str, str], ...]
    address: str
    disclaimers: tuple[tuple[str, str], ...]
    reservation: str = ""

    @property
    def line(self) -> str:
        """Return edition and status in one line, as every sheet has it at its head."""
        return f"{self.edition} · {self.status}"


def title_page(
    job: Job, language: str, chapter: str = "", path: str = "", reservation: str = ""
) -> TitlePage:
    """Return the title page of the whole report, or of the chapter called `chapter` whose page is `path`."""
    words, publication, standing = job.words(language), job.knowledge.publication, job.standing
    return TitlePage(
        title=publication.title[language],
        subtitle=publication.subtitle[language],
        chapter=chapter,
        edition=f"{words('general', 'edition')} {standing.name}",
        status=words("status_sentence", standing.shown, edition=standing.name),
        status_key=standing.shown,
        facts=tuple(_facts(job, language)),
        address=permalink(job.knowledge, language, path),
        disclaimers=tuple((each.title[language], each.text[language]) for each in _disclaimers(job)),
        reservation=reservation,
    )


def _disclaimers(job: Job) -> list[Disclaimer]:
    """Return the disclaimers; the one that says nobody approved the text is for what nobody approved."""
    approved = job.standing.shown == "approved"
    return [
        each for each in job.knowledge.publication.disclaimers if not approved or each.id != "not-approved"
    ]


def _facts(job: Job, language: str) -> list[tuple[str, str]]:
    words, standing = job.words(language), job.standing
    facts = []
    if approval := standing.approval:
        facts += [
            (words("edition_box", "body"), words("approving_body", approval.body)),
            (words("edition_box", "session"), approval.session),
            (words("edition_box", "date"), words.day(approval.date)),
            (words("edition_box", "decision"), approval.decision[language]),
            (words("edition_box", "document"), approval.document[language]),
        ]
    day = datetime.fromtimestamp(job.time, UTC).date().isoformat()
    facts += [
        (words("print", "facts"), words.day(job.knowledge.editions.as_of)),
        (words("print", "text_of"), words.day(day)),
    ]
    if standing.commit:
        facts.append((words("edition_box", "commit"), standing.commit_shown))
    return facts
