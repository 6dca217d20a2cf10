"""A program that stands in for `gh` in tests: its state is a folder, and it does what these tests ask of it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the program is started for each question, and must start soon
    import pytest

# -I -S: without the packages of the environment, whose finders take longer to start than the answer
PROGRAM = """#!{python} -IS
import sys
sys.path.insert(0, {root!r})
from tests.report.editions.fake_gh import main
sys.exit(main({state!r}))
"""


class Fake:
    """The state behind the program: releases, tags, answers of the API, and what was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.releases = folder / "releases"

    @property
    def calls(self) -> list[list[str]]:
        return [json.loads(line) for line in (self.folder / "calls").read_text("utf-8").splitlines()]

    def release(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.releases / name / ".state").read_text("utf-8"))
        return found

    def files(self, name: str) -> Path:
        return self.releases / name / "files"

    def answers(self, answers: Mapping[str, Any]) -> None:
        """Set what the API answers on paths below the repository; a number is an HTTP status."""
        known = json.loads((self.folder / "api").read_text("utf-8"))
        (self.folder / "api").write_text(json.dumps({**known, **answers}), encoding="utf-8")

    @property
    def api(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "api").read_text("utf-8"))
        return found


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Fake:
    """Put the program on the path, in front of any other, and return its state."""
    state, programs = folder / "github", folder / "programs"
    (state / "releases").mkdir(parents=True)
    (state / "api").write_text("{}", encoding="utf-8")
    (state / "calls").touch()
    programs.mkdir()
    (programs / "gh").write_text(PROGRAM.format(python=sys.executable, root=str(root), state=str(state)))
    (programs / "gh").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("GITHUB_REPOSITORY", "an-owner/a-report")
    return Fake(state)


def main(state: str) -> int:
    """Do what the arguments of the process ask for; return the exit code."""
    fake, arguments = Fake(Path(state)), sys.argv[1:]
    with (fake.folder / "calls").open("a", encoding="utf-8") as calls:
        calls.write(json.dumps(arguments) + "\n")
    if arguments[0] == "api":
        return _api(fake, arguments[1:])
    return _release(fake, arguments[1], arguments[2], arguments[3:])


def _refused(words: str) -> int:
    print(words, file=sys.stderr)
    return 1


def _api(fake: Fake, arguments: list[str]) -> int:
    posted = arguments[0] == "--method"
    path = arguments[2 if posted else 0].removeprefix("repos/an-owner/a-report/")
    if posted:
        fields = dict(each.split("=", 1) for each in arguments if "=" in each)
        if path == "git/tags":
            fake.answers(
                {"git/tags/made": {"object": {"sha": fields["object"]}, "message": fields["message"]}}
            )
            print(json.dumps({"sha": "made"}))
        else:
            fake.answers(
                {f"git/ref/{fields['ref'].removeprefix('refs/')}": {"object": {"type": "tag", "sha": "made"}}}
            )
            print("{}")
        return 0
    answer = fake.api.get(path, 404)
    if isinstance(answer, int):
        return _refused(f"gh: No (HTTP {answer})")
    print(answer if isinstance(answer, str) else json.dumps(answer))
    return 0


def _release(fake: Fake, action: str, name: str, arguments: list[str]) -> int:
    folder, state = fake.files(name), fake.releases / name / ".state"
    if action == "create":
        folder.mkdir(parents=True)
        title = arguments[arguments.index("--title") + 1]
        notes = Path(arguments[arguments.index("--notes-file") + 1]).read_text("utf-8")
        known = {"isDraft": "--draft" in arguments, "pre": "--prerelease" in arguments}
        state.write_text(json.dumps({**known, "title": title, "notes": notes}), encoding="utf-8")
        return 0
    if not state.is_file():
        return _refused("release not found")
    found = fake.release(name)
    if action == "view":
        print(json.dumps({"isDraft": found["isDraft"]}))
    elif action == "upload":
        for each in arguments:
            if not each.startswith("--"):
                shutil.copy(each, folder)
        if (fake.folder / "lose").is_file():  # an upload that goes wrong on the way
            (folder / (fake.folder / "lose").read_text()).write_bytes(b"lost")
    elif action == "download":
        shutil.copytree(folder, arguments[arguments.index("--dir") + 1], dirs_exist_ok=True)
    elif action == "edit":
        latest = "--latest=true" in arguments
        state.write_text(json.dumps({**found, "isDraft": False, "latest": latest}), encoding="utf-8")
    return 0
