"""A small report in a repository of its own, with a candidate that was submitted; every approval is a TEST."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from study.editions import sums
from study.editions.approvals import approval_of, written
from study.editions.manifest import parsed, write_manifest
from study.editions.tag_message import candidate_message
from study.files import FILES
from tests.report.test_git import git
from tests.study.small import SMALL

DIGESTS = {key: f"sha256:{sign * 64}" for key, sign in zip(("en", "fr", "both", "data"), "abcd", strict=True)}
SCOPE = "    status: draft\n    scope: {approved: all, annexed: [cases]}\n"
MANIFEST = """\
{{"format": 1, "edition": "2026", "name": "2026-rc1", "status": "candidate", "commit": "{commit}",
 "time": "2026-01-31T10:00:00Z",
 "pages": {{"en": {{"digest": "{en}", "pages": {{}}}}, "fr": {{"digest": "{fr}", "pages": {{}}}},
           "both": {{"digest": "{both}", "pages": {{}}}}}},
 "data": {{"digest": "{data}", "files": {{}}}}, "gates": [], "approval": null,
 "versions": {{"python": "3.11.7", "requirements": "{sum}"}}}}
"""


@dataclass(frozen=True)
class Submitted:
    """The repository, the folder of its candidate, and what the candidate is known by."""

    root: Path
    dist: Path
    commit: str
    manifest: str

    @property
    def message(self) -> str:
        """Return the message of the candidate's tag."""
        return candidate_message("2026-rc1", "2026", {**DIGESTS, "manifest": self.manifest})

    def tag(self, *options: str, message: str | None = None, at: str | None = None) -> None:
        """Make the candidate's tag, or one that is not what it should be."""
        text = self.message if message is None else message
        git(self.root, "tag", "--force", *(options or ("-a", "-m", text)), "2026-rc1", at or self.commit)

    def record(self, **others: object) -> str:
        """Return the text of the record of a TEST approval."""
        usual = {
            "edition": "2026",
            "candidate": "2026-rc1",
            "commit": self.commit,
            "digests": DIGESTS,
            "manifest": self.manifest,
            "body": "council",
            "session": "TEST 1",
            "date": "2026-01-31",
            "decision": {"en": "TEST", "fr": "TEST"},
            "document": {"en": "TEST-E", "fr": "TEST-F"},
            "scope": {"approved": ["a.md", "b/c.md"], "annexed": [{"part": "cases", "as_of": "2026-01-31"}]},
            "rehearsal": False,
        }
        return written(approval_of({**usual, **others}, "data/approvals/2026.yaml"))


def submitted(folder: Path) -> Submitted:
    """Return a repository with a tagged candidate in dist/, and one later commit on the branch `change`."""
    root = folder / "repository"
    for name in FILES:
        text = SMALL.get(name, "[]\n").replace("    status: draft\n", SCOPE)
        put(root, f"data/{name}", text)
    for page in ("en/a.md", "fr/a.md", "en/b/c.md", "fr/b/c.md"):
        put(root, f"docs/{page}", "---\n---\n# A {: #a }\n\nOne.\n\nTwo.\n")
    put(root, "mkdocs.yml", "site_name: x\n")
    put(root, ".gitignore", "dist/\n.cache/\n")
    git(root, "init", "--quiet")
    commit(root)
    sha = git(root, "rev-parse", "HEAD")
    put(root, "docs/en/later.md", "# Later\n")
    commit(root)
    git(root, "checkout", "--quiet", "-b", "change")
    dist = root / "dist" / "2026-rc1"
    dist.mkdir(parents=True)
    text = MANIFEST.format(commit=sha, sum="0" * 64, **DIGESTS)
    write_manifest(parsed(text.encode()), dist / "MANIFEST.json")
    seal(dist)
    digest = hashlib.sha256((dist / "MANIFEST.json").read_bytes()).hexdigest()
    found = Submitted(root, dist, sha, f"sha256:{digest}")
    found.tag()
    return found


def seal(dist: Path) -> None:
    """Write the list of digests of a folder anew."""
    (dist / "SHA256SUMS").write_text(sums.written(dist), encoding="utf-8")


def put(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "TEST")
