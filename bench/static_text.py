"""The same chapters for generators that know no macro: each call rendered to plain Markdown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from study.chapters import CALL, Call, Chapter
from study.knowledge import Knowledge

CALLOUT = re.compile(r'^!!! \w+ "([^"\n]*)"\n\n((?: {4}.*\n?)+)', re.MULTILINE)
ID = re.compile(r" \{: (#[\w-]+) \}$", re.MULTILINE)
LINK = re.compile(r"\]\(([\w./-]+\.md)(#[\w.-]+)?\)")


def without_macros(chapter: Chapter, knowledge: Knowledge) -> str:
    """Return the Markdown of a chapter, front matter included, with texts in place of its macro calls."""
    calls = iter(chapter.calls)
    cited: dict[str, int] = {}
    return CALL.sub(lambda _: _text(next(calls), chapter, knowledge, cited), chapter.text)


def for_hugo(page: str, text: str, title: str) -> str:
    """Return a chapter in Hugo's Markdown: a title above, ids, call-outs and addresses in its forms."""
    head = text.replace("---\n", f"---\ntitle: {title}\n", 1)
    quoted = CALLOUT.sub(_quotation, ID.sub(r" {\1}", head))
    return LINK.sub(lambda found: f"]({_address(page, found[1])}{found[2] or ''})", quoted)


def _text(call: Call, chapter: Chapter, knowledge: Knowledge, cited: dict[str, int]) -> str:
    language = chapter.language
    glossary = posixpath.relpath("glossary.md", posixpath.dirname(chapter.page) or ".")
    match call.name, call.arguments:
        case "cite", (source,):
            return f" [\\[{cited.setdefault(source, len(cited) + 1)}\\]](#sources)"
        case "term", (key, *words):
            term = next(each for each in knowledge.glossary if each.id == key)
            return f"[{words[0] if words else term.term[language]}]({glossary}#{key})"
        case "sources", ():
            return "\n".join(_sources(knowledge, language, list(cited)))
        case "sources", ("all",):
            return "\n".join(_sources(knowledge, language, [source.id for source in knowledge.sources]))
        case "glossary", ():
            return "\n\n".join(
                f"## {term.term[language]} {{: #{term.id} }}\n\n{term.definition[language]}"
                for term in knowledge.glossary
            )
        case "catalogue", ():
            rows = (f"| {case.title[language]} | {case.stage} | {case.since} |" for case in knowledge.cases)
            return "\n".join(["| case | stage | since |", "| --- | --- | --- |", *rows])
        case "status", ():
            return str(knowledge.edition.title[language])
    raise ValueError(f"{chapter.name}: no plain text is known for the macro {call.name}")


def _sources(knowledge: Knowledge, language: str, keys: list[str]) -> Iterator[str]:
    known = {source.id: source for source in knowledge.sources}
    for number, key in enumerate(keys, 1):
        source = known[key]
        yield f"{number}. {source.publisher[language]}, [{source.title}]({source.url})"


def _quotation(found: re.Match[str]) -> str:
    lines = found[2].rstrip("\n").split("\n")
    return "\n".join([f"> **{found[1]}**", ">", *(f"> {line.strip()}" for line in lines)]) + "\n"


def _address(page: str, target: str) -> str:
    """Return the relative address of the page of another file; each page is a folder."""
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    return posixpath.relpath(_folder(there), _folder(page)) + "/"


def _folder(page: str) -> str:
    path = page.removesuffix(".md")
    return posixpath.dirname(path) or "." if posixpath.basename(path) == "index" else path
