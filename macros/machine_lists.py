"""`llms.txt`: the chapters for programs that read, as https://llmstxt.org proposes; and what stands at the head of each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from study.addresses import DOWNLOADS
from study.knowledge import Knowledge
from study.labels import Words

NAME = "llms.txt"
DATA = ("cases.json", "cases.csv", "results.csv", "glossary.csv", "sources.csv", "datapackage.json")


class Listed(NamedTuple):
    """A chapter of the list: its title, the address of its Markdown, what it is about."""

    title: str
    address: str
    about: str


def front_lines(knowledge: Knowledge, words: Words, title: str, permalink: str) -> str:
    """Return what the Markdown of a chapter begins with: YAML that says what the text is and how it stands."""
    licence = knowledge.publication.text_licence
    said = {
        "title": title,
        "report": knowledge.publication.title[words.language],
        "edition": knowledge.standing.name,
        "status": status(knowledge, words),
        "language": words.language,
        "permalink": permalink,
        "licence": licence.name[words.language] if licence else words("light", "no_licence"),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def status(knowledge: Knowledge, words: Words) -> str:
    """Return how the edition stands, in words, a rehearsal named first."""
    standing = knowledge.standing
    sentence = words("status_sentence", standing.shown, edition=standing.name)
    if standing.rehearsal and standing.shown != "rehearsal":
        return f"{words('status', 'rehearsal')} · {sentence}"
    return sentence


def language_list(
    knowledge: Knowledge, words: Words, parts: Mapping[str, Sequence[Listed]], address: str
) -> str:
    """Return the list of one language; `parts` has the chapters by title, `address` is that of its folder."""
    data = [Listed(name, f"{address}{DOWNLOADS}{name}", "") for name in DATA]
    sections = [*parts.items(), (words("light", "data"), data)]
    blocks = [*_head(knowledge, words), words("light", "machines"), words("light", "both")]
    for title, chapters in sections:
        blocks += [f"## {title}", "\n".join(_line(each) for each in chapters)]
    return "\n\n".join(blocks) + "\n"


def edition_list(knowledge: Knowledge, languages: Sequence[Words], address: str) -> str:
    """Return the list at the root of the edition, which names those of the languages."""
    titles = (knowledge.publication.title[words.language] for words in languages)
    blocks = [f"# {' / '.join(titles)}"]
    for words in languages:
        title, *about = _head(knowledge, words)
        link = f"- [{words('light', 'lists')}]({address}{words.language}/{NAME})"
        blocks += [f"#{title}", *about, link]
    return "\n\n".join(blocks) + "\n"


def _head(knowledge: Knowledge, words: Words) -> list[str]:
    publication, language = knowledge.publication, words.language
    edition = f"{words('general', 'edition')} {knowledge.standing.name}"
    return [
        f"# {publication.title[language]}",
        f"> {publication.description[language]}",
        f"**{status(knowledge, words)}** · {edition}",
    ]


def _line(chapter: Listed) -> str:
    about = f": {chapter.about}" if chapter.about else ""
    return f"- [{chapter.title}]({chapter.address}){about}"
