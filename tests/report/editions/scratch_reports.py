"""Small reports in repositories of their own, in which candidates and editions are really made."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bench.reports import write_report
from study.concordance.certifying import certified
from study.concordance.passages import all_pairs
from study.concordance.record_reading import read_record
from study.loading import load, read
from tests.report.done import Done

PAGES = 10
COMMIT_TIME = 1_795_341_600  # 2026-11-22, 10:00 UTC
PARTS = ("data", "docs", "hooks", "macros", "overrides", "report", "requirements", "study")
FILES = (".gitattributes", ".gitignore", "mkdocs.yml", "pyproject.toml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*_cache")
COMPLETE = {
    "site_url_is_example: true": "site_url_is_example: false",
    "repository: null": "repository: https://git.example.org/report",
    "contact: null": "contact: editors@example.org",
    "text_licence: null": "text_licence: {name: {en: TEST licence, fr: licence d’ESSAI}}",
    "rehearsal: false": "rehearsal: true",
}
GATE = """\
- id: {id}
  words: {{en: TEST of {id}, fr: ESSAI de {id}}}
"""
COMMAND = "  command: [python, -c, \"print('the gate {id} looks')\"]\n"
ASKING = ("check", "concordance", "browser", "accessibility", "links", "copies")
HERE = Path(__file__).resolve().parent


@dataclass
class ScratchReport:
    """A checkout with a history of its own; `given` are variables for every command."""

    root: Path
    given: dict[str, str] = field(default_factory=dict)

    @property
    def dist(self) -> Path:
        return self.root / "dist"

    @property
    def temporary(self) -> Path:
        return self.root.parent / "temporary"

    def environment(self, **variables: str) -> dict[str, str]:
        self.temporary.mkdir(exist_ok=True)
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {
            "HOME": str(self.root.parent),
            "TMPDIR": str(self.temporary),
            "PYTHONPATH": str(self.root),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "LC_ALL": "C.UTF-8",
        }
        return {**kept, **own, **self.given, **variables}

    def report(self, *arguments: object, limit: Any = None, **variables: str) -> Done:
        """Run a command of the report in the checkout, with its own code; `limit` is called in its process first."""
        done = subprocess.run(
            [sys.executable, "-m", "report", *map(str, arguments)],
            cwd=self.root,
            env=self.environment(**variables),
            capture_output=True,
            encoding="utf-8",
            preexec_fn=limit,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def git(self, *arguments: str, **variables: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            env=self.environment(**variables),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message: str = "TEST", time: int = COMMIT_TIME) -> str:
        """Commit everything; return the commit's name."""
        day = f"{time} +0000"
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message, GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)
        return self.git("rev-parse", "HEAD")

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def copy(self, folder: Path) -> ScratchReport:
        """Return the same report, with its history, in `folder`."""
        shutil.copytree(self.root, folder / "report", symlinks=True)
        return ScratchReport(folder / "report", dict(self.given))


def scratch_report(source: Path, folder: Path) -> ScratchReport:
    """Make a small report of the code and data at `source`, fit for a candidate, committed.

    Its sites are made by hand (`TEST_SMALL`, see sitecustomize.py.txt) unless a test takes that away.
    """
    root = folder / "report"
    root.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(source / part, root / part, ignore=LEFT_OUT)
    for name in FILES:
        shutil.copy(source / name, root / name)
    for left in ("approvals", "history", "paragraphs", "concordance"):
        shutil.rmtree(root / "data" / left, ignore_errors=True)
    write_report(root, load(source, date.max), PAGES)
    report = ScratchReport(root, {"TEST_SMALL": "yes"})
    for old, new in COMPLETE.items():
        report.edit("data/publication.yaml", old, new)
    gates(report)
    shutil.copy(HERE / "sitecustomize.py.txt", root / "sitecustomize.py")
    report.git("init", "--quiet", "--initial-branch=main")
    report.git("config", "user.name", "TEST")
    report.git("config", "user.email", "test@example.org")
    done = report.report("freeze", "2026")
    assert done.code == 0, done.err
    read_together(root)
    report.commit()
    report.git("repack", "-a", "-d", "--quiet")  # copies and clones then handle three files, not hundreds
    compileall.compile_dir(str(root), quiet=1)  # once, not in each process of each copy
    return report


def read_together(root: Path) -> None:
    """Record everything as read together: what the synthetic chapters say is no matter here."""
    for pair in all_pairs(root, read(root, date.max).documents):
        text, _ = certified(
            pair, read_record(root, pair.record), pair.keys, "editors", date(2026, 11, 20), anew=True
        )
        path = root / pair.record
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def gates(report: ScratchReport, **commands: str) -> None:
    """Write short gates; `commands` gives some of them another command, as YAML."""
    text = ""
    for name in ASKING:
        text += GATE.format(id=name)
        text += f"  command: {commands[name]}\n" if name in commands else COMMAND.format(id=name)
    text += "".join(GATE.format(id=name) for name in ("build", "reproducible"))
    (report.root / "data" / "gates.yaml").write_text(text, encoding="utf-8")


def approve(report: ScratchReport, candidate: str = "2026-rc1", **changed: str) -> None:
    """Record an approval of a candidate, a rehearsal, and commit it."""
    said = {
        "body": "council",
        "session": "TEST",
        "date": "2026-11-22",
        "decision-en": "TEST",
        "decision-fr": "ESSAI",
    }
    said |= {"document-en": "TEST", "document-fr": "ESSAI"}
    options = [part for name, value in (said | changed).items() for part in (f"--{name}", value)]
    edition = candidate.partition("-rc")[0]
    done = report.report("approve", edition, "--candidate", candidate, *options, "--rehearsal")
    assert done.code == 0, done.err
    report.commit("REHEARSAL of an approval", COMMIT_TIME + 86_400)


def tags(report: ScratchReport) -> list[str]:
    return report.git("tag", "--list").split()


def message_of(report: ScratchReport, tag: str) -> str:
    return report.git("cat-file", "tag", tag).partition("\n\n")[2]
