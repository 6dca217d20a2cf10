"""Building approved editions again, years later: each must still verify, and give the digests that were approved."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from report.editions.reasons import RefusedError
from report.editions.running import last_lines, run
from report.editions.scratch import scratch
from report.editions.worktrees import clone, environment
from report.git import GitError, commit_time
from study.editions.approvals import FOLDER, read_approvals
from study.editions.archives import unpack
from study.editions.digests import differences, tree_digests
from study.editions.verification import verify
from study.models.approvals import Approval
from study.problems import ReportError

LOCKED = Path("requirements") / "site.txt"
GROUPS = ("en", "fr", "both", "data")
SHOWN = 20  # pages that differ


def rebuild_problems(root: Path, archives: Path, logs: Path, say: Callable[[str], None]) -> list[str]:
    """Return a sentence for each approved edition, or page of one, that does not verify or gives other digests today.

    `archives`/EDITION/EDITION.zip are the published archives; one that is missing is a problem. What the builds say
    is kept in `logs`. Raises ReportError with the problems of the records of approvals.
    """
    found: list[str] = []
    for edition, approval in read_approvals(root).items():
        say(f"Edition {edition}: verify the archive, build commit {approval.commit[:10]} again")
        archive = archives / edition / f"{edition}.zip"
        if not archive.is_file():
            found.append(f"edition {edition}: the archive {archive} is missing")
            continue
        found += [f"edition {edition}: {problem.message}" for problem in verify(archive).problems]
        try:
            found += _differing(root, archive, approval, logs / f"rebuild-{edition}.log")
        except (GitError, RefusedError, ReportError) as error:
            found.append(f"edition {edition}: {error}")
    return found


def _differing(root: Path, archive: Path, approval: Approval, log: Path) -> Iterator[str]:
    with scratch() as folder:
        published = tree_digests(unpack(archive, folder / "published"))
        rebuilt = tree_digests(_rebuilt(root, approval, folder, log))
    for group in GROUPS:
        if rebuilt.of(group) != getattr(approval.digests, group):
            yield (
                f"edition {approval.edition}: {group} has the digest {rebuilt.of(group)} when built again; "
                f"{getattr(approval.digests, group)} was approved"
            )
    yield from (f"edition {approval.edition}: {words}" for words in differences(published, rebuilt)[:SHOWN])


def _rebuilt(root: Path, approval: Approval, folder: Path, log: Path) -> Path:
    """Return the site of the approved commit, with its record laid over it, built with the versions it was locked to."""
    copy = clone(root, approval.commit, folder / "clone")
    record = FOLDER / f"{approval.edition}.yaml"
    (copy / record).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(root / record, copy / record)
    settings = {
        "REPORT_COMMIT": approval.commit,
        "SOURCE_DATE_EPOCH": str(commit_time(root, approval.commit)),
    }
    variables = environment(copy, **settings)
    log.unlink(missing_ok=True)
    python = sys.executable
    if _digest(copy / LOCKED) != _digest(root / LOCKED):
        _done(["make", ".venv/.site"], copy, variables, log)
        python = str(copy / ".venv" / "bin" / "python")
    site = folder / "site"
    _done(
        [python, "-m", "report", "build", "--edition", approval.edition, "--out", str(site)],
        copy,
        variables,
        log,
    )
    return site


def _done(command: list[str], folder: Path, variables: dict[str, str], log: Path) -> None:
    if code := run(command, folder, variables, log):
        said = "\n    ".join(last_lines(log))
        raise RefusedError([f"{' '.join(command[:4])} ends with {code}:\n    {said}"])


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
