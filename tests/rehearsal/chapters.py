"""The words of a rehearsal: a few pages that say so themselves, the same in both languages."""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("en", "fr")
FOLDER = "rehearsal"
STAYING, LEAVING, ARRIVING = (f"{FOLDER}/{name}" for name in ("staying", "leaving", "arriving"))
DAY = "2026-11-22"
MARK = {"en": "REHEARSAL", "fr": "RÉPÉTITION"}
ABOUT = {
    "en": "This page belongs to a rehearsal. No decision was taken.",
    "fr": "Cette page fait partie d’une répétition. Aucune décision n’a été prise.",
}
TITLES = {
    STAYING: {"en": "A page that stays", "fr": "Une page qui reste"},
    LEAVING: {"en": "A page that leaves", "fr": "Une page qui part"},
    ARRIVING: {"en": "A page that arrives", "fr": "Une page qui arrive"},
    "index": {"en": "Home", "fr": "Accueil"},
    "cases/index": {"en": "Cases", "fr": "Cas"},
    "glossary": {"en": "Glossary", "fr": "Glossaire"},
    "sources": {"en": "Sources", "fr": "Sources"},
    "about": {"en": "About", "fr": "À propos"},
}
SENTENCES = {
    "en": (
        "Here the reading begins.",
        "Then the way goes on.",
        "Now the end is near.",
        "Here the reading ends.",
    ),
    "fr": (
        "Ici commence la lecture.",
        "Puis le chemin continue.",
        "Maintenant la fin approche.",
        "Ici finit la lecture.",
    ),
}
AMENDMENTS = (
    {"en": "Here stands something new.", "fr": "Ici se trouve du nouveau."},
    {"en": "And a revision adds this.", "fr": "Et une révision ajoute ceci."},
)
FIXED = {  # of the small report: the pages that the theme and the macros lead to
    "index": "{{ status() }}",
    "cases/index": "{{ catalogue() }}",
    "glossary": "{{ glossary() }}",
    "sources": '{{ sources("all") }}',
    "about": "## Status {: #status }\n\n{{ status() }}",
}
STATUS = {"en": "Status", "fr": "Statut"}


def write_chapter(root: Path, name: str) -> None:
    """Write a chapter of the rehearsal in both languages."""
    for language in LANGUAGES:
        first, second, third, fourth = SENTENCES[language]
        parts = [
            f"{ABOUT[language]} {first}",
            f"## {MARK[language]} {{: #part }}",
            second,
            third,
            fourth,
        ]
        write(root, language, name, "\n\n".join(parts))


def write_fixed(root: Path) -> None:
    """Write the pages of a small report that are needed everywhere."""
    for name, body in FIXED.items():
        for language in LANGUAGES:
            write(root, language, name, body.replace("## Status", f"## {STATUS[language]}"))


def write(root: Path, language: str, name: str, body: str) -> None:
    path = chapter(root, language, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    anchor = {"index": "report", "sources": "all-sources"}.get(
        name, name.removesuffix("/index").rpartition("/")[2]
    )
    title = f"# {TITLES[name][language]} {{: #{anchor} }}"
    path.write_text(
        f"---\ndescription: {ABOUT[language]}\nupdated: {DAY}\n---\n{title}\n\n{body}\n", encoding="utf-8"
    )


def amend(root: Path, number: int) -> None:
    """Put the new paragraph of an amendment after the second one of the page that stays, in both languages."""
    for language in LANGUAGES:
        path, second = chapter(root, language, STAYING), SENTENCES[language][1]
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(second, f"{second}\n\n{AMENDMENTS[number][language]}"), encoding="utf-8")


def remove(root: Path, name: str) -> None:
    """Remove a chapter in both languages, and what is recorded of its reading."""
    for language in LANGUAGES:
        chapter(root, language, name).unlink()
    (root / "data" / "concordance" / f"{name}.yaml").unlink()


def chapter(root: Path, language: str, name: str) -> Path:
    return root / "docs" / language / f"{name}.md"
