"""The tags of candidates and editions: read, and made once, never moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report.git import GitError, commit_of, done


@dataclass(frozen=True)
class Tag:
    """A tag as the repository has it; a light one has no message of its own."""

    name: str
    commit: str
    annotated: bool
    message: str
    signed: bool = False


def tag_of(root: Path, name: str) -> Tag | None:
    """Return the tag called `name`, or None; its commit is empty if it leads to none."""
    try:
        kind = done(root, "cat-file", "-t", f"refs/tags/{name}").strip()
    except GitError:
        return None
    commit = commit_of(root, f"refs/tags/{name}") or ""
    if kind != "tag":
        return Tag(name, commit, annotated=False, message="")
    _, _, text = done(root, "cat-file", "tag", f"refs/tags/{name}").partition("\n\n")
    message, signature, _ = text.partition("-----BEGIN ")
    return Tag(name, commit, annotated=True, message=message, signed=bool(signature))


def make_tag(root: Path, name: str, commit: str, message: str, key: str | None = None) -> None:
    """Make the annotated tag `name` on a commit, signed with the SSH key in the file `key` if one is given.

    Raises GitError, also where the tag is there already: none is ever moved.
    """
    signing = ["-c", "gpg.format=ssh", "-c", f"user.signingkey={key}"] if key else ["-c", "tag.gpgSign=false"]
    kind = "--sign" if key else "--annotate"
    done(root, *signing, "tag", kind, "--cleanup=verbatim", "--file=-", "--", name, commit, given=message)


def unsigned(root: Path, name: str, allowed_signers: Path) -> str | None:
    """Return why the signature of a tag is none of `allowed_signers` (ssh-keygen(1), ALLOWED SIGNERS), or None if it is."""
    settings = ("-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={allowed_signers}")
    try:
        done(root, *settings, "verify-tag", "--", name)
    except GitError as error:
        return f"the tag {name} is signed by none of {allowed_signers}: {error}"
    return None
