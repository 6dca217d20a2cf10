"""The scratch repository of a rehearsal, with a bare one as its remote; the real one is only read."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from bench.registers import write_register
from study.loading import load
from tests.rehearsal.chapters import LEAVING, STAYING, write_chapter, write_fixed
from tests.report.editions.scratch_reports import FILES, LEFT_OUT, PARTS, ScratchReport, gates

ROOT = Path(__file__).resolve().parent.parent.parent
RECORDS = ("approvals", "history", "paragraphs")
PUBLICATION = {
    "site_url_is_example: true": "site_url_is_example: false",
    "repository: null": "repository: https://git.example.org/rehearsal",
    "contact: null": "contact: rehearsal@example.org",
    "text_licence: null": "text_licence: {name: {en: REHEARSAL licence, fr: licence de RÉPÉTITION}}",
    "rehearsal: false": "rehearsal: true",
}
NAV = re.compile(r"^nav:\n(?:[ \t]+.*\n)+", re.MULTILINE)
MEMBER = re.compile(r"^(?=  - id: )", re.MULTILINE)
SMALL_NAV = """\
nav:
  - index.md
  - cases:
      - cases/index.md
  - reference:
      - glossary.md
      - sources.md
      - about.md
"""
LOOK = "[python, -m, pytest, -q, -n0, -p, 'no:cacheprovider', {}]"
SMALL_GATES = {"concordance": "[python, -m, report, concordance]"}  # few pages leave most sources uncited
# without network, no address can be asked; of the tests in the browser, a few stand for all
FULL_GATES = SMALL_GATES | {
    "check": "[python, -m, report, check, --again]",
    "browser": LOOK.format("tests/browser/test_doors.py"),
    "accessibility": LOOK.format("tests/browser/test_accessibility.py, -k, door"),
}


@dataclass
class Scratch(ScratchReport):
    """The scratch checkout; its commits are a minute apart, and none is in the future."""

    started: int = field(default_factory=lambda: int(time.time()) - 3600)
    commits: int = 0

    @property
    def today(self) -> str:
        """Return the day of the next commit."""
        return datetime.fromtimestamp(self.started + 60 * (self.commits + 1), UTC).date().isoformat()

    def keep(self, message: str) -> str:
        """Commit everything, and send the branch to the remote; return the commit's name."""
        self.commits += 1
        name = self.commit(f"REHEARSAL: {message}", self.started + 60 * self.commits)
        self.send("HEAD")
        return name

    def send(self, *names: str) -> None:
        self.git("push", "--quiet", "origin", *names)


def scratch_repository(folder: Path, *, small: bool) -> Scratch:
    """Make the report that is rehearsed with, in `folder`/report, and its remote; nothing of it is certified yet."""
    root = folder / "report"
    if small:
        _small(root)
    else:
        _whole(root)
    report = Scratch(root)
    for left in RECORDS:
        shutil.rmtree(root / "data" / left, ignore_errors=True)
    for name in (STAYING, LEAVING):
        write_chapter(root, name)
    add_to_navigation(root, STAYING, LEAVING)
    for old, new in PUBLICATION.items():
        report.edit("data/publication.yaml", old, new)
    gates(report, **(SMALL_GATES if small else FULL_GATES))
    report.git("init", "--quiet", "--initial-branch=main")
    report.git("init", "--quiet", "--bare", "--initial-branch=main", str(folder / "remote.git"))
    for name, value in {"user.name": "REHEARSAL", "user.email": "rehearsal@example.org"}.items():
        report.git("config", name, value)
    report.git("remote", "add", "origin", str(folder / "remote.git"))
    report.keep("a report")
    return report


def add_to_navigation(root: Path, *names: str) -> None:
    path = root / "mkdocs.yml"
    lines = "".join(f"      - {name}.md\n" for name in names)
    path.write_text(
        path.read_text(encoding="utf-8").replace("      - glossary.md\n", f"{lines}      - glossary.md\n"),
        encoding="utf-8",
    )


def remove_from_navigation(root: Path, name: str) -> None:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"      - {name}.md\n", ""), encoding="utf-8")


def _whole(root: Path) -> None:
    """Copy all files that git knows or would take up, as they are now."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)


def _small(root: Path) -> None:
    """Copy code and data, with a handful of pages and cases."""
    root.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    shutil.rmtree(root / "docs")
    shutil.copytree(ROOT / "docs" / "assets", root / "docs" / "assets")
    write_fixed(root)
    steps = root / "data" / "self-assessment.yaml"
    steps.write_text(
        re.sub(r"\bcases: \[.+\]", "cases: []", steps.read_text(encoding="utf-8")), encoding="utf-8"
    )
    write_register(root, load(ROOT, date.max).cases[:1])
    _few_members(root / "data")
    shutil.rmtree(root / "data" / "concordance")
    settings = root / "mkdocs.yml"
    settings.write_text(NAV.sub(lambda _: SMALL_NAV, settings.read_text(encoding="utf-8")), encoding="utf-8")


def _few_members(data: Path) -> None:
    """Leave only the Members that other records name: each has a page of its own."""
    named = "".join(
        (data / f"{name}.yaml").read_text(encoding="utf-8") for name in ("cases", "bodies", "project")
    )
    wanted = set(re.findall(r"\b[A-Z]{2}\b", named))
    regions, line, members = (data / "members.yaml").read_text(encoding="utf-8").partition("\nmembers:\n")
    records = MEMBER.split(members)
    kept = "".join(record for record in records if record[8:10] in wanted)
    (data / "members.yaml").write_text(regions + line + kept, encoding="utf-8")
