"""Records made into an index that Pagefind reads in the browser, by its own program (Python package `pagefind`).

The program is spoken to directly. The package's client looks for an answer every tenth of a second,
one at a time, so that a thousand records would take two minutes.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

from pagefind.service import get_executable

from hooks.search_engine import ENGINE, engine, problem

ENTRY = "pagefind-entry.json"
ENDED = "the program ended before it had answered"
FOLDERS = ("fragment/", "index/")
KINDS = "kinds.json"
SIGN = b"pagefind_dcd"  # before everything that is compressed
ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’](?=\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Record:
    """Something to be found: its path below the language's folder, its words, and what it is."""

    path: str
    title: str
    text: str
    about: str  # where it stands: the chapter's title, the administrations of a case
    kind: str  # chapters, cases, terms or lists
    context: str = ""  # words that hold for it without standing in it: what its chapter is about


def index_files(records: Sequence[Record], language: str) -> dict[str, bytes]:
    """Return the files of the index by name; the same records give the same bytes.

    Raises ReportError if Pagefind is not installed or says that something is wrong.
    """
    requests = [
        {"type": "NewIndex", "config": {}},
        *(_request(record, language) for record in records),
        {"type": "GetFiles", "index_id": 0},  # told to write them, it ends before they are on disk
    ]
    *others, last = _answers(requests)
    for answer in (*others, last):
        if answer["type"] == "Error":
            raise problem(str(answer["message"]))
    written = {each["path"]: base64.b64decode(each["content"]) for each in last["files"]}
    files = _files(written, language)
    return {**files, KINDS: _kinds(files, {f"/{record.path}": record.kind for record in records})}


def _kinds(files: dict[str, bytes], kinds: dict[str, str]) -> bytes:
    """Return which results are of which kind, by Pagefind's names for them; all others are of chapters."""
    named: dict[str, list[str]] = {}
    for name in sorted(files):
        if name.startswith("fragment/"):
            said = json.loads(gzip.decompress(files[name]).removeprefix(SIGN))
            named.setdefault(kinds[said["url"]], []).append(name[len("fragment/") : -len(".pf_fragment")])
    text = {kind: " ".join(names) for kind, names in sorted(named.items()) if kind != "chapters"}
    return json.dumps(text, separators=(",", ":")).encode("utf-8")


def _request(record: Record, language: str) -> dict[str, Any]:
    said = {"title": record.title, "about": record.about, "context": record.context}
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": f"/{record.path}",
        "content": _divided(record.text, language),
        "language": language,
        "meta": {name: _divided(text, language) for name, text in said.items()},
        "filters": {},  # they come in any order; see _kinds
        "sort": None,
    }


def _divided(text: str, language: str) -> str:
    """Return a text in which l’environnement is two words, because Pagefind takes it for one.

    Pagefind makes every blank a space; docs/assets/search.js takes those after an elision out again.
    """
    return ELIDED.sub(r"\g<0> ", text) if language == "fr" else text


def _answers(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the program answers to each request (base64 of JSON, each ended by a comma)."""
    program = get_executable()
    if program is None:
        raise problem("the program is not there")
    try:
        with subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as running:
            return list(_read(running, requests))
    except BrokenPipeError:
        raise problem(ENDED) from None


def _read(running: subprocess.Popen[bytes], requests: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    assert running.stdin is not None and running.stdout is not None
    sender = threading.Thread(target=_send, args=(running.stdin, requests), daemon=True)
    sender.start()  # it answers while it is asked: both pipes would fill up
    waiting, begun = len(requests), bytearray()
    while waiting:
        read = running.stdout.read1(1 << 20)  # type: ignore[attr-defined]
        if not read:
            raise problem(ENDED)
        begun += read
        if b"," not in read:  # the last answer is as long as all files
            continue
        *whole, begun = begun.split(b",")
        waiting -= len(whole)
        yield from (json.loads(base64.b64decode(each))["payload"] for each in whole)
    sender.join()


def _send(pipe: IO[bytes], requests: list[dict[str, Any]]) -> None:
    try:
        for number, request in enumerate(requests):
            message = json.dumps({"message_id": number + 1, "payload": request})
            pipe.write(base64.b64encode(message.encode("utf-8")) + b",")
        pipe.flush()
    except BrokenPipeError:
        return  # the reader says that the program ended


def _files(written: dict[str, bytes], language: str) -> dict[str, bytes]:
    """Return what the report's own search needs of what was written."""
    entry = json.loads(written[ENTRY])
    files = {
        ENTRY: json.dumps(entry, sort_keys=True).encode("utf-8"),  # its keys come in any order
        ENGINE: engine(written[ENGINE].decode("utf-8")).encode("utf-8"),
    }
    needed = {f"wasm.{language}.pagefind", f"pagefind.{entry['languages'][language]['hash']}.pf_meta"}
    for name in sorted(written):
        if name in needed or name.startswith(FOLDERS):
            files[name] = written[name]
    return files
