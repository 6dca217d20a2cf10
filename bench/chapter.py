"""A chapter of a synthetic report: the same structure in both languages, the words of each language its own."""

from __future__ import annotations

from random import Random

from bench.vocabulary import Writer
from study.knowledge import Knowledge

SECTIONS = 5
ROWS, COLUMNS = 12, 4
TERMS = 2  # called by a macro; others stand in the text, one per paragraph, as in real chapters
LINKED = (1, 7, 31)  # how many chapters further the three links lead
LENGTHS = {"note": 26, "paragraph": 58, "title": 3, "cell": 2}
UPDATED = "2026-01-01"
Words = tuple[str, ...]


def chapter(knowledge: Knowledge, words: Words, language: str, number: int, count: int) -> str:
    """Return the Markdown of chapter `number` of `count`, about 800 words.

    It has five sections with ids, 12 rows of a table, 2 call-outs, 3 links, 6 citations and 12 terms.
    """
    writer = Writer(words, f"{language} {number}")
    draw = Random(number)  # what both languages share
    sources = [draw.choice(knowledge.sources).id for _ in range(SECTIONS + 1)]
    terms = [draw.choice(knowledge.glossary) for _ in range(2 * SECTIONS + TERMS)]
    links = iter([_address(number, step, count) for step in LINKED])
    blocks = [
        f"# {writer.title(LENGTHS['title'])} {{: #{name(number)} }}",
        writer.paragraph(LENGTHS["paragraph"] - 20) + cite(sources[0]),
        writer.paragraph(32, " ".join(f'{{{{ term("{term.id}") }}}}' for term in terms[:TERMS])),
    ]
    for section in range(SECTIONS):
        first, second = (term.term[language] for term in terms[TERMS + 2 * section :][:2])
        blocks.append(f"## {writer.title(LENGTHS['title'])} {{: #section-{section + 1} }}")
        blocks.append(writer.paragraph(LENGTHS["paragraph"], first) + cite(sources[section + 1]))
        address = next(links, None)
        link = f" [{writer.words(3)}]({address})" if address else ""
        blocks.append(writer.paragraph(LENGTHS["paragraph"], second + link))
        if section in (1, 3):
            blocks.append(f'!!! note "{writer.title(3)}"\n\n    {writer.paragraph(LENGTHS["note"])}')
        if section == 2:
            blocks.append(_table(writer))
    blocks += ["## Sources {: #sources }", "{{ sources() }}"]
    return page(writer.sentence(12), blocks)


def page(description: str, blocks: list[str]) -> str:
    """Return the Markdown of a page with its front matter."""
    return f"---\ndescription: {description}\nupdated: {UPDATED}\n---\n" + "\n\n".join(blocks) + "\n"


def name(number: int) -> str:
    """Return the id of a chapter and the name of its file, such as 0007."""
    return f"c{number:04}"


def cite(source: str) -> str:
    """Return the call that cites a source."""
    return f'{{{{ cite("{source}") }}}}'


def _address(number: int, step: int, count: int) -> str:
    section = step % SECTIONS + 1
    return f"{name((number - 1 + step) % count + 1)}.md#section-{section}"


def _table(writer: Writer) -> str:
    rows = [" | ".join(writer.words(LENGTHS["cell"]) for _ in range(COLUMNS)) for _ in range(ROWS + 1)]
    return "\n".join(f"| {row} |" for row in (rows[0], " | ".join(["---"] * COLUMNS), *rows[1:]))
