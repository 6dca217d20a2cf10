"""The rehearsal as a command: `python -m tests.rehearsal`, `make rehearsal`.

Nothing of the real checkout is changed, no network is needed, and nothing is decided: every page says so.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.chromium import find
from tests.rehearsal.serving import public_server
from tests.rehearsal.story import rehearse
from tests.rehearsal.switches import read_everything


def main(arguments: Sequence[str] | None = None) -> int:
    """Rehearse; return 0, or 1 where a step did not end as it has to."""
    given = _parser().parse_args(arguments)
    started = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", flush=True)

    with _folder(given.folder) as folder:
        try:
            if not given.read:
                rehearse(folder, say, small=given.small)
            _read(folder, say, given.patience)
        except (AssertionError, Error) as error:
            say(f"FAILED: {error}")
            return 1
    say("The rehearsal has ended well. Nothing was approved.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.rehearsal", description=__doc__)
    parser.add_argument("--small", action="store_true", help="with a report of a few pages, and short gates")
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="keep everything in DIR, which is new or empty"
    )
    parser.add_argument(
        "--read", action="store_true", help="only use the browser on what an earlier run left in DIR"
    )
    parser.add_argument(
        "--patience", type=int, default=10, metavar="SECONDS", help="how long to wait for a page"
    )
    return parser


@contextmanager
def _folder(named: Path | None) -> Iterator[Path]:
    if named is not None:
        named.mkdir(parents=True, exist_ok=True)
        yield named.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as name:
        yield Path(name).resolve()


def _read(folder: Path, say: Callable[[str], None], patience: int) -> None:
    path = find()
    assert path, "no Chromium was found; run: python -m tests.chromium"
    with public_server(folder / "www") as (server, base), sync_playwright() as playwright:
        say(f"The public tree stands at {base}, served by {server}")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            read_everything(browser, base, say, patience)
        finally:
            browser.close()


if __name__ == "__main__":
    sys.exit(main())
