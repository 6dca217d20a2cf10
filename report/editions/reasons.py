"""Why a candidate is refused: every reason at once, before anything is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from report.editions.gates import missing_commands
from report.editions.signing import signing_key
from report.git import branch_name, can_name_the_tagger, commit_name, has_changes, top_folder, version_day
from report.tags import tag_of
from study.concordance.states import not_concordant
from study.documents import Documents
from study.editions.approvals import read_approvals
from study.editions.freezing import frozen_problems
from study.editions.gates import gates_of
from study.editions.names import edition_of, edition_order, is_candidate
from study.knowledge import Knowledge
from study.loading import read
from study.models.publication import Signing
from study.problems import Problem, ReportError, shown

PUBLICATION = "data/publication.yaml"
SHOWN = 3  # sections out of concordance that are named unless all are asked for
NEEDED = {
    "repository": "the address of the source repository",
    "contact": "a role address for corrections",
    "text_licence": "the licence of text and data",
}


class RefusedError(Exception):
    """Raised where a candidate or publication is refused; carries every reason, each a sentence or several lines."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = list(reasons)
        super().__init__("\n".join(self.reasons))


def candidate_reasons(root: Path, name: str, *, every: bool = False) -> list[str]:
    """Return every reason for which the checkout can't be made the candidate `name`.

    `every` names each section that is out of concordance, not the first few only.
    """
    reasons = [*_of_the_checkout(root), *_of_the_tag(root, name)]
    reading = read(root, version_day(root))
    reasons += [str(problem) for problem in reading.problems]
    reasons += _of_concordance(root, reading.documents, every=every)
    reasons += _of_approvals(root, edition_of(name))
    reasons += _of_the_gates(root)
    if reading.knowledge is not None:
        reasons += _of_the_data(root, reading.knowledge, reading.documents, name)
    return reasons


def named_wrongly(name: str, current: str) -> str | None:
    """Return why `name` is no candidate of the edition that the checkout builds, or None."""
    if not is_candidate(name):
        return f"{shown(name)} is no candidate; expected such as {current}-rc1"
    if edition_of(name) != current:
        return f"{name}: data/editions.yaml says `current: {current}`; expected a candidate such as {current}-rc1"
    return None


def unset(publication: Documents) -> Iterator[Problem]:
    """Return a problem for each field of publication.yaml without which nothing is submitted for approval."""
    fields = publication.by_name.get(PUBLICATION)
    if not isinstance(fields, dict):
        return
    if fields.get("site_url_is_example") == "true":
        message = "the address of the site is only an example; expected the real one, and `site_url_is_example: false`"
        yield publication.problem(PUBLICATION, ("site_url_is_example",), message)
    for field, expected in NEEDED.items():
        if fields.get(field) is None:
            path = (field,) if field in fields else ()
            yield publication.problem(PUBLICATION, path, f"is not set; expected {expected} ({field})")


def no_key(root: Path, signing: Signing) -> Iterator[str]:
    """Return why nothing can be signed, or nobody could prove it, if that is required or a key is named."""
    key = signing_key(root)
    if key is None and signing.required:
        yield (
            f"{PUBLICATION}: signing is required and no key is known; expected the file of an SSH key in "
            "REPORT_SIGNING_KEY, or git's user.signingkey with gpg.format ssh"
        )
    if key is not None and not key.is_file():
        yield f"the signing key {key} is not there; expected the file of an SSH key"
    if signing.required and not (signing.allowed_signers and (root / signing.allowed_signers).is_file()):
        yield f"{PUBLICATION}: signing is required; expected the file of the keys that may sign under allowed_signers"


def _of_the_checkout(root: Path) -> Iterator[str]:
    if commit_name(root) is None:
        yield f"{root} is no git checkout with a commit; a candidate is made of a commit"
        return
    if top_folder(root) != root.resolve():
        yield f"{root} is not the top folder of its checkout, {top_folder(root)} is"
    if branch_name(root) is None:
        yield "no branch is checked out; expected one, so that the commit is not lost: git switch BRANCH"
    if has_changes(root):
        yield "the checkout holds work that is not committed; expected a clean one: git status"
    if not can_name_the_tagger(root):
        yield "git knows no name for the tag; expected git config user.name and user.email"


def _of_the_tag(root: Path, name: str) -> Iterator[str]:
    tag, commit = tag_of(root, name), commit_name(root)
    if tag is None or commit is None:
        return
    if not tag.annotated:
        yield f"the tag {name} exists and is no annotated one; this command did not make it"
    elif tag.commit != commit:
        yield (
            f"the tag {name} exists on another commit, {tag.commit[:10]}; this is {commit[:10]}; "
            "a tag is never moved: expected the next candidate's name"
        )
    if (edition := edition_of(name)) != name and tag_of(root, edition):
        yield f"the tag {edition} exists: that edition is published"


def _of_concordance(root: Path, documents: Documents, *, every: bool) -> Iterator[str]:
    try:
        found = not_concordant(root, documents)
    except ReportError as error:
        found = error.problems
    if not found:
        return
    count = "1 section or record is" if len(found) == 1 else f"{len(found)} sections or records are"
    yield f"{count} not recorded as read together in both languages as they stand; see: report concordance"
    yield from (f"  {problem}" for problem in (found if every else found[:SHOWN]))
    if not every and len(found) > SHOWN:
        yield f"  … and {len(found) - SHOWN} more; --all names them"


def _of_approvals(root: Path, edition: str) -> Iterator[str]:
    try:
        approvals = read_approvals(root)
    except ReportError as error:
        yield from (str(problem) for problem in error.problems)
        return
    if edition in approvals:
        yield f"edition {edition} is approved already, as {approvals[edition].candidate}; expected a later edition"
    for earlier in sorted(approvals, key=edition_order):
        history = f"data/history/{earlier}.yaml"
        if earlier != edition and not (root / history).is_file():
            yield f"{history} is missing: edition {earlier} is approved; expected the file from dist/{earlier}/history.yaml"


def _of_the_gates(root: Path) -> Iterator[str]:
    try:
        yield from missing_commands(gates_of(root))
    except ReportError as error:
        yield from (str(problem) for problem in error.problems)


def _of_the_data(root: Path, knowledge: Knowledge, documents: Documents, name: str) -> Iterator[str]:
    if wrong := named_wrongly(name, knowledge.editions.current):
        yield wrong
    yield from (str(problem) for problem in unset(documents))
    yield from no_key(root, knowledge.publication.signing)
    yield from (str(problem) for problem in frozen_problems(root, knowledge.editions.current))
