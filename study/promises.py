"""Whether the report keeps what published editions promised: what they named is still there, or dropped on purpose."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from study.chapters import pages, read_chapter
from study.documents import problem_at
from study.history import History, files, read_history
from study.knowledge import Knowledge
from study.problems import Problem, ReportError, shown, suggestion
from study.reading import place_of

Dropped = Collection[tuple[str, str]]  # kind and id


def history_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Return a problem for all that was published and is gone, and for each history that can't be read."""
    dropped = {(each.what, each.id) for edition in knowledge.editions.editions for each in edition.dropped}
    for path in files(knowledge.root):
        history, problems = read_history(path)
        yield from problems
        if history:
            yield from _cases(history, knowledge)
            yield from _records(history, "term", history.terms, knowledge.term, dropped)
            yield from _records(history, "source", history.sources, knowledge.source, dropped)
            yield from _chapters(history, knowledge.root, dropped)


def dropped_problems(knowledge: Knowledge) -> Iterator[Problem]:
    """Return a problem for each thing that an edition says it dropped and that is still there."""
    present = {("term", key) for key in knowledge.term} | {("source", key) for key in knowledge.source}
    for page in pages(knowledge.root, "en"):
        present.add(("chapter", page))
        present |= {("heading", f"{page}#{key}") for key in _headings(knowledge.root, page)}
    for edition in knowledge.editions.editions:
        for each in edition.dropped:
            if (each.what, each.id) in present:
                message = f"{edition.id} › dropped: the {each.what} {shown(each.id)} is still there; remove this line"
                yield Problem("data/editions.yaml", 0, 0, message)


def _cases(history: History, knowledge: Knowledge) -> Iterator[Problem]:
    for key in history.cases.keys() - knowledge.case.keys():
        yield Problem(
            history.name,
            *place_of(history.document, ("cases", key)),
            f'the case "{key}" was published in edition {history.edition} and is gone from data/cases.yaml; '
            f"expected it there, withdrawn with a reason if need be{suggestion(key, knowledge.case)}",
        )


def _records(
    history: History, kind: str, published: frozenset[str], known: Collection[str], dropped: Dropped
) -> Iterator[Problem]:
    file = "data/glossary.yaml" if kind == "term" else "data/sources.yaml"
    listed = history.document.get(f"{kind}s") or []
    for key in sorted(published - set(known)):
        if (kind, key) not in dropped:
            place = place_of(history.document, (f"{kind}s", listed.index(key)))
            message = (
                f"the {kind} {shown(key)} was published in edition {history.edition} and is gone from {file}"
            )
            yield Problem(history.name, *place, f"{message}; {_remedy(kind)}{suggestion(key, known)}")


def _chapters(history: History, root: Path, dropped: Dropped) -> Iterator[Problem]:
    present = set(pages(root, "en"))
    for page, published in history.chapters.items():
        if ("chapter", page) in dropped:
            continue
        if page not in present:
            message = (
                f"the chapter {page} was published in edition {history.edition} and is gone from docs/en"
            )
            words = f"{message}; {_remedy('chapter')}{suggestion(page, present)}"
            yield problem_at(history.name, history.document, ("chapters", page), words)
            continue
        known = _headings(root, page)
        for index, key in enumerate(published):
            if key not in known and ("heading", f"{page}#{key}") not in dropped:
                message = (
                    f"the heading #{key} of {page} was published in edition {history.edition} and is gone"
                )
                words = f"{message}; {_remedy('heading')}{suggestion(key, known)}"
                yield problem_at(history.name, history.document, ("chapters", page, index), words)


def _remedy(kind: str) -> str:
    kept = {
        "heading": "expected this id at the heading that holds its matter now, whatever its words",
        "chapter": "expected its file under the same name, whatever its title",
    }.get(kind, "expected it there with the same id")
    return f"{kept}, or `dropped` in data/editions.yaml where it is given up on purpose"


def _headings(root: Path, page: str) -> list[str]:
    try:
        return [heading.id for heading in read_chapter(root, "en", page).headings if heading.id]
    except ReportError:
        return []  # what can't be read is a problem of its own
