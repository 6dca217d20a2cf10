"""What a build made, kept for the next one: a table of results by the digest of all they were made from.

A result that is damaged is found by its own digest and made again; a file that SQLite can't read is
thrown away. Only what the last build used is kept. Compiled templates are run and records unpickled; they
are as safe as the `.pyc` files beside the code.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from pathlib import Path

from study.digests import digest

LAYOUT = 1  # of the table; another number is another file
KEPT = 1000  # cases: what a larger register makes is too much to keep twice


def packed(files: dict[str, bytes]) -> bytes:
    """Return files by name as one result."""
    sizes = json.dumps([[name, len(content)] for name, content in files.items()])
    return b"".join([sizes.encode("utf-8"), b"\n", *files.values()])


def unpacked(result: bytes) -> dict[str, bytes]:
    """Return the files that `packed` was given."""
    head, _, content = result.partition(b"\n")
    files, start = {}, 0
    for name, size in json.loads(head):
        files[name] = content[start : start + size]
        start += size
    return files


class Store:
    """The results of one language in one file; whatever is wrong with that file, the build goes on without it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._used: set[str] = set()
        self._database = _opened(file)

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was put under `kind` and `key`, or None if there is nothing or it is damaged."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("select result, digest from results where key = ?", [kind + key])
            found = row.fetchone()
        except sqlite3.Error:
            self._give_up()
            return None
        if found is None:
            return None
        result, mark = found
        if not isinstance(result, bytes) or mark != digest(kind, key, result):
            return None
        self._used.add(kind + key)
        return result

    def put(self, kind: str, key: str, result: bytes) -> None:
        """Keep `result` under `kind` and `key`, once `close` has been called."""
        self._used.add(kind + key)
        if self._database is None:
            return
        try:
            self._database.execute(
                "insert or replace into results values (?, ?, ?)",
                [kind + key, digest(kind, key, result), result],
            )
        except sqlite3.Error:
            self._give_up()

    def close(self, *, keep: bool) -> None:
        """Write what was put and forget what was not used, or, without `keep`, leave all as it was."""
        if self._database is None:
            return
        try:
            if keep:
                keys = [key for (key,) in self._database.execute("select key from results")]
                gone = [[key] for key in keys if key not in self._used]
                self._database.executemany("delete from results where key = ?", gone)
                self._database.commit()
            self._database.close()
        except sqlite3.Error:
            self._give_up()
        self._database = None

    def _give_up(self) -> None:
        """Go on without the file, which is of no use any more."""
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None
        with suppress(OSError):
            self._file.unlink()


def _opened(file: Path) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    for _ in range(2):  # the second time without the file that could not be read
        database = None
        try:
            database = sqlite3.connect(file, timeout=0.5)
            if database.execute("pragma user_version").fetchone()[0] not in (0, LAYOUT):
                raise sqlite3.DatabaseError("another layout")
            database.execute("pragma journal_mode = memory")
            database.execute("pragma synchronous = off")  # a power cut may damage it; digests tell
            database.execute(f"pragma user_version = {LAYOUT}")
            database.execute(
                "create table if not exists results (key text primary key, digest text, result blob)"
            )
            database.execute("begin immediate")  # of two builds at once, one does without
        except sqlite3.OperationalError as error:
            if database is not None:
                database.close()
            if "locked" in str(error):
                return None
        except sqlite3.DatabaseError:
            if database is not None:
                database.close()
        else:
            return database
        with suppress(OSError):
            file.unlink()
    return None
