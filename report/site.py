"""Building and previewing the site: MkDocs as a process. The only module here that knows MkDocs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from report.git import commit_name, commit_time, has_changes
from report.trees import claimed, give_back, replace

NOISE = ("INFO", "DEBUG")
ADDRESS = "127.0.0.1"
LANGUAGES = ("en", "fr")  # the first one's process makes what belongs to both
OPENING = re.compile(r"(?:ERROR\s+-\s+)?\d+ problems?; nothing was built:$")
PROBLEM = re.compile(r"\S+:\d+:\d+: ")
AGAIN = 75  # the preview asks to be started anew, see hooks/preview.py


def build(root: Path, out: Path, edition: str | None = None) -> tuple[int, list[str]]:
    """Build the site into `out`, which is replaced only by a whole new site.

    `edition` is what it is built as, such as 2026-rc1; else REPORT_EDITION says it, and without, it is a draft.

    Each language is built by a process of its own, at the same time; what they make is what one
    process would (`hooks/parts.py`). Returns the exit code and what MkDocs said, notices of mere
    progress left out.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    environment = _environment(root) | ({"REPORT_EDITION": edition} if edition else {})
    parts = [None] if environment.get("LANG_ONLY") or os.cpu_count() == 1 else LANGUAGES
    spare = root / ".cache" / "build" / "site"
    site = claimed(out, spare)
    try:
        results = _built(root, site, parts, environment)
    except BaseException:
        give_back(site, spare)
        raise
    wrong = [output for code, output in results if code]
    if wrong:
        give_back(site, spare)
    else:
        replace(out, site, spare)
    outputs = wrong or [output for _, output in results]
    said = [line for output in outputs for line in _worth_saying(output.splitlines())]
    return (1 if wrong else 0), _counted(dict.fromkeys(said))


def _built(
    root: Path, site: Path, parts: Iterable[str | None], environment: dict[str, str]
) -> list[tuple[int, str]]:
    """Build the parts at the same time; return the exit code of each and what it said.

    They hand each other what stands side by side through a folder of their own (`hooks/columns.py`).
    """
    with tempfile.TemporaryDirectory() as folder:
        given = environment | {"REPORT_BLOCKS": folder}
        started = [_building(root, site, part, given) for part in parts]
        try:
            outputs = [process.communicate()[0] for process in started]
        except BaseException:
            for process in started:
                process.kill()
                process.wait()
            raise
    return [(process.returncode, output) for process, output in zip(started, outputs, strict=True)]


def _counted(lines: Iterable[str]) -> list[str]:
    """Return lines with one opening for the problems of both processes: each counted its own and those of the data."""
    rest = [line for line in lines if not OPENING.match(line)]
    problems = [line for line in rest if PROBLEM.match(line)]
    if not problems:
        return rest
    opening = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return [f"{opening}; nothing was built:", *problems]


def _building(root: Path, site: Path, part: str | None, environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start the build of one language, or of all if `part` is None, into `site`."""
    return subprocess.Popen(
        [*_mkdocs(), "build", "--strict", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(site)],
        cwd=root,
        env=environment | {"REPORT_TREE": str(site)} | ({"REPORT_PART": part} if part else {}),
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def serve(root: Path, port: int, language: str | None) -> int:
    """Preview the site until interrupted; returns MkDocs' exit code."""
    environment = _environment(root)
    languages = [language] if language else ["en", "fr"]
    if language:
        environment["LANG_ONLY"] = language
    command = [
        *_mkdocs(),
        "serve",
        "--livereload",
        "--dev-addr",
        f"{ADDRESS}:{port}",
        "--config-file",
        str(root / "mkdocs.yml"),
    ]
    signal.signal(signal.SIGTERM, _interrupt)  # to be ended is to be interrupted
    code = AGAIN
    while code == AGAIN:
        code = _previewed(command, root, environment, languages)
    return code


def _previewed(
    command: Sequence[str], root: Path, environment: dict[str, str], languages: Sequence[str]
) -> int:
    """Run the preview until it ends; returns its exit code, AGAIN if the code of the report has changed."""
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                for said in [*_addresses(line, languages), *_worth_saying([line.rstrip("\n")])]:
                    print(said, flush=True)
        except KeyboardInterrupt:
            _end(process)
        return process.wait()


def _end(process: subprocess.Popen[str]) -> None:
    """End the preview's server, which then removes its pages; it must not outlive the command."""
    process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _mkdocs() -> list[str]:
    """Return the command that starts MkDocs from the environment this tool runs in."""
    return [sys.executable, "-P", "-m", "report.generator"]


def _environment(root: Path) -> dict[str, str]:
    """Return the environment of a build: its day and version come from the commit."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    seconds = commit_time(root)
    if "SOURCE_DATE_EPOCH" not in environment and seconds is not None and not has_changes(root):
        environment["SOURCE_DATE_EPOCH"] = str(seconds)
        environment["REPORT_COMMIT"] = commit_name(root) or ""
    return environment


def _worth_saying(lines: Iterable[str]) -> Iterator[str]:
    """Return the lines that a person has to see: no progress of plugins, but problems and changes."""
    for line in lines:
        if not line.startswith(NOISE):
            yield line
        elif "Detected file changes" in line:
            yield "Change seen, building …"


def _addresses(line: str, languages: Sequence[str]) -> list[str]:
    """Return the previews' addresses where `line` is MkDocs' word that it serves, else nothing."""
    found = re.search(r"Serving on (http\S+)", line)
    if found is None:
        return []
    return [f"Preview: {found[1]}{language}/" for language in languages] + ["Stop with Ctrl+C."]
