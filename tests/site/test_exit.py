"""The way out: ProperDocs, the maintained fork of MkDocs 1.x, builds the same report from the same files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from report.site import _environment
from tests.site.conftest import differences, files_of

# the name of the builder, and the page's weight, to which it adds a few bytes
GENERATOR = re.compile(
    rb'<meta name="generator" content="[^"]*">|(?<=<span data-status>)[^<]*k[Bo](?=</span>)'
)


def test_properdocs_builds_the_same_site(site: Path, root: Path, tmp_path: Path, as_built_at: None) -> None:
    properdocs = Path(sys.executable).parent / "properdocs"
    target = tmp_path / "site"
    command = [properdocs, "build", "--config-file", root / "mkdocs.yml", "--strict", "--site-dir", target]
    # one process, from nothing: what our build takes from an earlier one is held to this
    environment = _environment(root) | {"REPORT_KEEP": "no"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ours, theirs = files_of(site), files_of(target)
    assert differences(without_generator(ours), without_generator(theirs)) == []
    assert differences(ours, theirs)  # the builders give their versions, so it was not MkDocs again


def without_generator(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return files without the line in which the two builders name themselves, and the weight that follows from it."""
    return {
        name: GENERATOR.sub(b"", content) if name.endswith(".html") else content
        for name, content in files.items()
    }


def test_only_the_name_of_the_builder_is_overlooked() -> None:
    page = b'<meta name="generator" content="mkdocs-1.6.1"><title>A</title>'
    other = page.replace(b"mkdocs", b"properdocs")
    assert differences(without_generator({"a.html": page}), without_generator({"a.html": other})) == []
    changed = other.replace(b"A", b"B")
    assert differences(without_generator({"a.html": page}), without_generator({"a.html": changed})) != []
    assert differences(without_generator({"a.css": page}), without_generator({"a.css": other})) != []
