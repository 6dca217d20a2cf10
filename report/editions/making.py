"""Making the sealed site of a candidate or edition, and making it twice to see that it is the same anywhere."""

from __future__ import annotations

import filecmp
import os
import platform
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from report.editions.reasons import RefusedError
from report.editions.running import last_lines, run
from report.editions.worktrees import clone, environment
from report.git import commit_name, commit_time, has_changes
from report.site import build
from study.editions.approvals import read_approvals
from study.editions.gates import gates_of
from study.editions.names import edition_of, is_candidate
from study.editions.sealing import About, seal
from study.editions.sums import file_sum
from study.models.editions import Manifest
from study.models.gates import COPYING

# Two builds differ in everything that a commit's site must not depend on.
CONDITIONS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "PYTHONHASHSEED": "1"},
    {"TZ": "America/St_Johns", "LC_ALL": "C", "LANGUAGE": "fr", "PYTHONHASHSEED": "4711"},
)
UMASKS = (0o022, 0o077)
FOLDERS = ("a", "another, with a longer name/é")


class NotBuiltError(Exception):
    """Raised where the site can't be built; carries the exit code of the build and what it said."""

    def __init__(self, code: int, said: list[str]) -> None:
        self.said = said or [f"the build ended with {code} and said nothing"]
        super().__init__("\n".join(self.said))


def sealed_site(root: Path, out: Path, name: str) -> Manifest:
    """Build the checkout as the candidate or edition `name` into `out`, a new or empty folder, with its seal.

    Commit and time are those of REPORT_COMMIT and SOURCE_DATE_EPOCH, else those of git. Raises RefusedError for a
    checkout with changes that says neither, NotBuiltError, and ReportError for what can't be sealed.
    """
    commit, seconds = os.environ.get("REPORT_COMMIT"), os.environ.get("SOURCE_DATE_EPOCH", "")
    if not commit or not seconds.isdigit():
        if has_changes(root):
            raise RefusedError(
                ["the checkout holds work that is not committed; an edition is made of a commit"]
            )
        commit, seconds = commit_name(root), str(commit_time(root))
    if commit is None:
        raise RefusedError([f"{root} is no git checkout; an edition is made of a commit"])
    fresh = out.with_name(f".{out.name}-{os.getpid()}-sealed")
    try:
        code, said = build(root, fresh, name)
        if code:
            raise NotBuiltError(code, said)
        make_copies(
            root, fresh, {"REPORT_EDITION": name, "REPORT_COMMIT": commit, "SOURCE_DATE_EPOCH": seconds}
        )
        manifest = seal(fresh, _about(root, name, commit, int(seconds)))
        if out.exists():
            out.rmdir()
        fresh.rename(out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return manifest


def make_copies(root: Path, site: Path, version: Mapping[str, str]) -> None:
    """Make the copies to take along into the finished `site`, by the gate's command; raise NotBuiltError if it fails."""
    command = next(gate.command for gate in gates_of(root) if gate.id == COPYING)
    log = site.with_name(f"{site.name}.log")
    try:
        if code := run([*command, "--site", str(site)], root, os.environ | version, log):
            raise NotBuiltError(code, last_lines(log))
    finally:
        log.unlink(missing_ok=True)


@dataclass(frozen=True)
class Wanted:
    """What is to be made: a candidate or edition, of which commit, in which folders, and who is told of it."""

    root: Path
    name: str
    commit: str
    scratch: Path
    logs: Path
    say: Callable[[str], None]

    @property
    def time(self) -> int:
        """Return the time of the commit, in seconds since 1970: what is made is dated by it, whatever the clock says."""
        return commit_time(self.root, self.commit) or 0


def site_in_clone(wanted: Wanted, folder: Path, out: Path, log: str, **variables: str) -> Path:
    """Build the clone in `folder` into `out`, sealed, by the clone's own code; return `out`.

    Raises RefusedError if that fails.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    command = ["python", "-m", "report", "build", "--edition", wanted.name, "--out", str(out)]
    version = {"REPORT_COMMIT": wanted.commit, "SOURCE_DATE_EPOCH": str(wanted.time)}
    output = wanted.logs / f"{log}.log"
    output.unlink(missing_ok=True)
    if code := run(command, folder, environment(folder, **version, **variables), output):
        said = "\n    ".join(last_lines(output))
        raise RefusedError([f"the gate build fails (exit code {code}):\n    {said}"])
    return out


def same_site_twice(wanted: Wanted) -> Path:
    """Build a commit in two clones under different conditions; return one of the two same sites.

    Raises RefusedError if a build fails, or naming the files that differ.
    """
    sites = []
    for number, (folder, conditions, umask) in enumerate(zip(FOLDERS, CONDITIONS, UMASKS, strict=True), 1):
        wanted.say(f"Build {number} of 2, in a fresh clone of {wanted.commit[:10]} ({conditions['TZ']})")
        home = wanted.scratch / folder
        home.mkdir(parents=True)
        before = os.umask(umask)
        try:
            copy = clone(wanted.root, wanted.commit, home / "clone")
            given = {"HOME": str(home), **conditions}
            sites.append(site_in_clone(wanted, copy, home / "site", f"build-{number}", **given))
        finally:
            os.umask(before)
    if names := different_files(*sites):
        some = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        raise RefusedError([f"the gate reproducible fails: two builds differ in {len(names)} files: {some}"])
    return sites[0]


def different_files(first: Path, second: Path) -> list[str]:
    """Return the files that stand below one folder only, or have other bytes below the other, sorted."""
    names = [
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
        for folder in (first, second)
    ]
    _, changed, unreadable = filecmp.cmpfiles(first, second, sorted(names[0] & names[1]), shallow=False)
    return sorted((names[0] ^ names[1]) | {*changed, *unreadable})


def _about(root: Path, name: str, commit: str, seconds: int) -> About:
    """Return what the seal of an edition says of it."""
    edition, candidate = edition_of(name), is_candidate(name)
    return About(
        edition=edition,
        name=name,
        status="candidate" if candidate else "approved",
        commit=commit,
        time=seconds,
        python=".".join(platform.python_version_tuple()[:2]),  # the same on every machine with this Python
        requirements=file_sum(root / "requirements" / "site.txt"),
        gates=gates_of(root) if candidate else (),
        approval=None if candidate else read_approvals(root)[edition],
    )
