"""Whether this copy, its tools and its repository are ready for candidates and publications."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from report import git
from report.editions.findings import Finding, fine_or_not
from report.editions.settings import settings_findings
from report.editions.signing import signing_key
from report.github import Repository, has_gh, repository_name
from study.editions.approvals import read_approvals
from study.models.publication import Publication
from study.problems import ReportError

PAGES_LIMIT = 1_000_000_000  # bytes of a site on GitHub Pages, see EDITIONS.md
WARNING = 0.8  # of it
OWNERS = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")  # where GitHub looks, in this order
RECORDS = "data/approvals/"


def findings(root: Path, publication: Publication, public: Path | None = None) -> Iterator[Finding]:
    """Return everything that `report doctor` looks at; `public` is the folder of the public site, if it is here."""
    yield from _copy(root)
    yield from _publication(publication)
    yield from _signing(root, publication)
    yield from _approvals(root)
    yield _owners(root)
    yield _room(public or root / "public")
    yield from _repository(publication)


def _copy(root: Path) -> Iterator[Finding]:
    if git.commit_name(root) is None:
        yield Finding(
            "to do", "git", "this copy has no history; clone the repository, since tags carry the digests."
        )
        return
    yield fine_or_not(
        not git.is_shallow(root),
        "git",
        "the whole history is here.",
        "a part of the history is missing; fetch it with git fetch --unshallow --tags.",
    )
    yield fine_or_not(
        git.can_name_the_tagger(root),
        "git",
        "a tag can be made.",
        "set user.name and user.email, which stand on tags.",
    )


def _publication(publication: Publication) -> Iterator[Finding]:
    """Look at what a candidate refuses to leave open."""
    missing = [
        name
        for name, there in (
            ("site_url (still an example)", not publication.site_url_is_example),
            ("repository", publication.repository),
            ("contact", publication.contact),
            ("text_licence", publication.text_licence),
        )
        if not there
    ]
    yield fine_or_not(
        not missing, "data/publication.yaml", "nothing is open.", f"not decided yet: {', '.join(missing)}."
    )


def _signing(root: Path, publication: Publication) -> Iterator[Finding]:
    wanted = publication.signing
    if not wanted.required:
        yield Finding("fine", "signing", "is not required; digests alone prove the files.")
        return
    key = signing_key(root)
    yield fine_or_not(
        shutil.which("ssh-keygen") is not None,
        "signing",
        "ssh-keygen is here.",
        "install OpenSSH, for ssh-keygen.",
    )
    yield fine_or_not(
        key is not None and key.is_file(),
        "signing",
        "the key is here.",
        "no key: name its file in REPORT_SIGNING_KEY, or in git's user.signingkey with gpg.format ssh.",
    )
    signers = wanted.allowed_signers
    yield fine_or_not(
        signers is not None and (root / signers).is_file(),
        "signing",
        "the file of keys that may sign is here.",
        "the file of keys that may sign is missing; name it as allowed_signers in data/publication.yaml.",
    )


def _approvals(root: Path) -> Iterator[Finding]:
    """Look at each approval's tags: they must lead to the commit that was approved."""
    try:
        approvals = read_approvals(root)
    except ReportError as error:
        for problem in error.problems:
            yield Finding("to do", "approvals", str(problem))
        return
    if not approvals:
        yield Finding("fine", "approvals", "no edition is approved; nothing is to be published.")
    for edition, approval in approvals.items():
        tags = {name: git.commit_of(root, f"refs/tags/{name}") for name in (approval.candidate, edition)}
        for name, commit in tags.items():
            if commit is None:
                words = f"the tag {name} is not here; fetch tags, or see whether the publication has ended."
                yield Finding("to do", f"edition {edition}", words)
            else:
                yield fine_or_not(
                    commit == approval.commit,
                    f"edition {edition}",
                    f"the tag {name} leads to the approved commit.",
                    f"the tag {name} leads to {commit}; expected the approved commit {approval.commit}.",
                )


def _owners(root: Path) -> Finding:
    text = next(((root / name).read_text(encoding="utf-8") for name in OWNERS if (root / name).is_file()), "")
    lines = [line.split("#")[0].split() for line in text.splitlines()]
    owned = any(len(line) > 1 and line[0].strip("/") == RECORDS.strip("/") for line in lines)
    return fine_or_not(
        owned,
        "CODEOWNERS",
        f"says who has to agree to a change of {RECORDS}.",
        f"nobody in particular has to agree to a change of {RECORDS}; add a line to {OWNERS[0]}.",
    )


def _room(public: Path) -> Finding:
    if not public.is_dir():
        return Finding(
            "not checked", "room on Pages", f"{public} is not here; assemble the public site first."
        )
    used = sum(path.stat().st_size for path in public.rglob("*") if path.is_file())
    share = f"{used / 1_000_000:.0f} MB of {PAGES_LIMIT / 1_000_000:.0f} MB used"
    return fine_or_not(
        used < WARNING * PAGES_LIMIT,
        "room on Pages",
        f"{share}.",
        f"{share}; see EDITIONS.md on what to do at the limit.",
    )


def _repository(publication: Publication) -> Iterator[Finding]:
    name = repository_name(publication)
    if name is None:
        words = "no repository on GitHub is named in data/publication.yaml; rulesets, environment, Pages and releases were not looked at."
        yield Finding("not checked", "settings on GitHub", words)
    elif not has_gh():
        words = f"GitHub's program gh is not installed; the settings of {name} were not looked at."
        yield Finding("not checked", "settings on GitHub", words)
    else:
        yield from settings_findings(Repository(name))
