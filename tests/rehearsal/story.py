"""The steps from a draft to two published editions, each by the command that the secretariat types.

No step decides anything: every approval says REHEARSAL, in a copy whose publication data say it too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import EDITION
from tests.rehearsal import chapters
from tests.rehearsal.chapters import ARRIVING, LEAVING, STAYING
from tests.rehearsal.scratch import Scratch, add_to_navigation, remove_from_navigation, scratch_repository
from tests.report.done import Done
from tests.report.editions.scratch_reports import tags

FIRST = EDITION[1]  # the edition that this checkout prepares
YEAR, _, REVISION = FIRST.partition(".")
SECOND = f"{YEAR}.{int(REVISION or 0) + 1}"  # a revised one after it
DECISION = {
    "body": "council",
    "session": "REHEARSAL",
    "decision-en": "REHEARSAL: no decision was taken",
    "decision-fr": "RÉPÉTITION : aucune décision n’a été prise",
    "document-en": "REHEARSAL",
    "document-fr": "RÉPÉTITION",
}
SCOPE = "    scope: {approved: all, annexed: [cases, glossary]}\n"
REVISED = """\
editions:
  - id: "{edition}"
    title: {{en: REHEARSAL of a revision, fr: RÉPÉTITION d’une révision}}
    status: draft
    scope: {{approved: all, annexed: [cases, glossary]}}
"""
DROPPED = """\
    dropped:
      - what: chapter
        id: {chapter}
        reason: {{en: REHEARSAL, fr: RÉPÉTITION}}
"""


@dataclass
class Story:
    """A rehearsal as far as it has come; `say` is told each command and how it ended."""

    folder: Path
    report: Scratch
    say: Callable[[str], None]
    small: bool

    @property
    def public(self) -> Path:
        return self.folder / "www" / "report"

    @property
    def archives(self) -> Path:
        return self.folder / "archives"

    def run(self, *arguments: object, code: int = 0) -> Done:
        """Run a command of the report, which has to end with `code`."""
        words = " ".join(f"'{each}'" if " " in str(each) else str(each) for each in arguments)
        self.say(f"$ report {words}")
        done = self.report.report(*arguments)
        for line in done.lines + done.out.splitlines():
            self.say(f"    {line}")
        assert done.code == code, f"report {words} ended with {done.code}, not {code}:\n{done.out}{done.err}"
        return done

    def certify(self) -> None:
        self.run("concord", "--all", "--everything-read", "--role", "editors")

    def keep(self, message: str) -> None:
        self.say(f"$ git commit, git push: {message}")
        self.report.keep(message)


def rehearse(folder: Path, say: Callable[[str], None], *, small: bool) -> Story:
    """Walk the whole way in `folder`, a new or empty one. Raises AssertionError where a step ends otherwise."""
    story = Story(folder, scratch_repository(folder, small=small), say, small)
    story.archives.mkdir()
    assemble(story)
    first_edition(story)
    assemble(story, FIRST)
    before = files_below(story.public / FIRST)
    second_edition(story)
    assemble(story, FIRST, SECOND)
    assert files_below(story.public / FIRST) == before, "the first edition has changed"
    prove(story)
    return story


def first_edition(story: Story) -> None:
    """A candidate, an amendment, a second candidate, its approval and publication."""
    report = story.report
    story.run("candidate", f"{FIRST}-rc1", code=3)  # nothing is certified, no number is fixed
    story.run("freeze", FIRST)
    story.certify()
    story.keep("ready for a candidate")
    submit(story, f"{FIRST}-rc1")
    story.say("An amendment of a chapter, in both languages")
    chapters.amend(report.root, 0)
    story.run("freeze", FIRST)
    story.certify()
    story.keep("an amendment")
    submit(story, f"{FIRST}-rc2")
    story.say("The work goes on while the candidate is before its bodies")
    report.edit(f"docs/en/{LEAVING}.md", "REHEARSAL", "A later REHEARSAL")
    report.edit(f"docs/fr/{LEAVING}.md", "RÉPÉTITION", "Une RÉPÉTITION plus tard")
    story.keep("later work")
    approve(story, f"{FIRST}-rc2")
    publish(story, FIRST)
    if not story.small:
        assert "already published" in story.run("publish", FIRST).out


def second_edition(story: Story) -> None:
    """A revised edition: one chapter is amended, one leaves, one arrives."""
    root = story.report.root
    story.say("A revised edition begins")
    chapters.remove(root, LEAVING)
    remove_from_navigation(root, LEAVING)
    chapters.write_chapter(root, ARRIVING)
    add_to_navigation(root, ARRIVING)
    chapters.amend(root, 1)
    story.report.edit("data/editions.yaml", f'current: "{FIRST}"', f'current: "{SECOND}"')
    story.report.edit("data/editions.yaml", "editions:\n", REVISED.format(edition=SECOND))
    assert f"{LEAVING}.md" in story.run("check", code=1).err  # it is gone and nobody said so
    story.report.edit("data/editions.yaml", SCOPE, SCOPE + DROPPED.format(chapter=f"{LEAVING}.md"))
    story.run("freeze", SECOND)
    story.certify()
    story.keep("a revised edition")
    submit(story, f"{SECOND}-rc1")
    approve(story, f"{SECOND}-rc1")
    publish(story, SECOND)


def submit(story: Story, name: str) -> None:
    """Make a candidate and send its tag."""
    story.run("candidate", name)
    if not story.small:
        assert "is made already" in story.run("candidate", name).out
    story.report.send(name)
    assert name in tags(story.report)


def approve(story: Story, candidate: str) -> None:
    """Record a rehearsed approval on a branch of its own, check the change, and merge it."""
    report, edition = story.report, candidate.partition("-rc")[0]
    report.git("switch", "--quiet", "--create", f"approval-{edition}", "main")
    options = [
        part for name, words in {**DECISION, "date": report.today}.items() for part in (f"--{name}", words)
    ]
    story.run("approve", edition, "--candidate", candidate, *options, code=3)  # not marked as a rehearsal
    story.run("approve", edition, "--candidate", candidate, *options, "--rehearsal")
    story.keep(f"the record of {candidate}")
    assert "the only change" in story.run("approval", "origin/main").out
    report.git("switch", "--quiet", "main")
    report.git("merge", "--quiet", "--ff-only", f"approval-{edition}")
    report.send("main")


def publish(story: Story, edition: str) -> None:
    """Publish an approved edition, send its tag, and take over what it promised."""
    story.run("publish", edition)
    folder = story.report.dist / edition
    shutil.copy(folder / f"{edition}.zip", story.archives)
    story.report.send(edition)
    story.run("history", edition)
    story.keep(f"what {edition} published")


def assemble(story: Story, *editions: str) -> None:
    """Make the public tree, which holds these editions."""
    said = story.run("assemble", "--archives", story.archives, "--out", story.public).out
    assert (", ".join(reversed(editions)) or "no edition has been approved") in said
    assert [each.name for each in sorted(story.public.glob(f"{YEAR}*"))] == [*editions]


def prove(story: Story) -> None:
    """Verify what was made, and see that one flipped bit is found and named."""
    made = [*story.report.dist.iterdir(), *story.archives.iterdir()]
    for path in (*(() if story.small else sorted(made)), story.public):
        story.run("verify", path)
    copy = story.folder / "damaged"
    shutil.copytree(story.public, copy)
    name = f"{FIRST}/fr/{STAYING}/index.html"
    flip(copy / name)
    assert f"fr/{STAYING}/index.html" in story.run("verify", copy, code=1).err
    archive = shutil.copy(story.archives / f"{SECOND}.zip", story.folder / "damaged.zip")
    flip(Path(archive))
    story.run("verify", archive, code=1)


def flip(path: Path) -> None:
    """Turn round one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
