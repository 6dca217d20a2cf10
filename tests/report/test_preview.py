"""`report serve` with a real server and real files: edits are seen, broken ones are said, the next good save recovers."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

PATIENCE = 60  # seconds, on a machine that does other work as well
CASE = "ae-abu-dhabi-blockchain"
TITLE = "Blockchain in trade facilitation at Abu Dhabi Customs"


class Served:
    """A preview of a copy of the report, and what it said."""

    def __init__(self, root: Path, port: int) -> None:
        self.root, self.said = root, ""
        self.base = f"http://127.0.0.1:{port}/report/"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "report", "--root", str(root), "serve", "--port", str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line

    def page(self, address: str) -> str:
        with urlopen(self.base + address, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))

    def shows(self, address: str, wanted: str) -> bool:
        """Return whether a page shows a text before patience ends."""
        return self.waits(lambda: wanted in self.page(address))

    def waits(self, met: Callable[[], bool]) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(URLError, ConnectionError, TimeoutError):
                if met():
                    return True
            time.sleep(0.1)
        return False

    def save(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("preview") / "report"
    left_out = (".git", ".venv", "site", "dist", ".cache", "__pycache__", ".*_cache", ".hypothesis", "tests")
    shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*left_out))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = Served(root, port)
    assert preview.shows("en/about/", "</body>"), preview.said
    yield preview
    preview.process.terminate()
    preview.process.wait(30)


def test_both_addresses_are_said(served: Served) -> None:
    assert served.waits(lambda: "/fr/" in served.said)
    assert re.findall(r"Preview: (http\S+)", served.said)[:2] == [f"{served.base}en/", f"{served.base}fr/"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_chapter_is_shown_as_saved_in_its_language(language: str, served: Served) -> None:
    served.save(f"docs/{language}/trust.md", "\n## ", f"\nZebra {language}.\n\n## ")
    assert served.shows(f"{language}/trust/", f"Zebra {language}.</p>")


def test_a_record_is_shown_on_every_page_that_shows_it(served: Served) -> None:
    served.save("data/cases.yaml", TITLE, "Zebras in Abu Dhabi")
    for address in (
        f"en/cases/{CASE}/",
        "en/technologies/blockchain/",
        "en/cases/administration/ae/",
        "en/data/cases.json",
    ):
        assert served.shows(address, "Zebras in Abu Dhabi"), address
    assert served.shows("en/cases/data/titles-0.json", "Zebras in Abu Dhabi")


def test_a_fragment_is_shown_as_saved(served: Served) -> None:
    served.save("overrides/fragments/case-page.html", 'class="case-summary"', 'class="case-summary zebra"')
    assert served.shows(f"fr/cases/{CASE}/", "case-summary zebra")


def test_a_style_sheet_is_shown_as_saved(served: Served) -> None:
    served.save("docs/assets/site.css", ":root", "/* zebra */ :root") if ":root" in (
        served.root / "docs/assets/site.css"
    ).read_text(encoding="utf-8") else served.save("docs/assets/site.css", "/*", "/* zebra")
    assert served.waits(lambda: served.page("en/about/") != "" and "zebra" in served.page("assets/site.css"))


def test_a_broken_record_is_said_in_page_and_terminal_and_the_next_good_save_recovers(served: Served) -> None:
    served.save("data/cases.yaml", "stage: unknown", "stage: zebra")
    assert served.shows(f"en/cases/{CASE}/", "stage: is &#34;zebra&#34;; expected exploring")
    assert "</article>" in served.page(f"en/cases/{CASE}/")
    assert served.waits(lambda: 'stage: is "zebra"' in served.said)
    served.save("data/cases.yaml", "stage: zebra", "stage: unknown")
    assert served.waits(lambda: 'role="alert"' not in served.page(f"en/cases/{CASE}/"))


def test_a_broken_chapter_keeps_its_last_good_page_until_it_is_right(served: Served) -> None:
    served.save("docs/en/skills.md", ".{{ cite(", " Lions{{ citte('x') }}.{{ cite(")
    assert served.shows("en/skills/", "citte: is not a known macro")
    assert " Lions" not in served.page("en/skills/")
    assert "citte: is" not in served.page("fr/skills/")
    served.save("docs/en/skills.md", "{{ citte('x') }}", "")
    assert served.shows("en/skills/", " Lions.")
    assert 'role="alert"' not in served.page("en/skills/")


def test_a_difference_between_the_languages_is_said_on_a_page_that_is_shown(served: Served) -> None:
    served.save("docs/en/governance.md", "\n## ", "\n## Giraffes {: #giraffes }\n\nTall.\n\n## ")
    assert served.shows("en/governance/", "<p>Tall.</p>")
    assert 'role="alert"' in served.page("en/governance/")
    served.save("docs/fr/governance.md", "\n## ", "\n## Girafes {: #giraffes }\n\nGrandes.\n\n## ")
    assert served.waits(lambda: 'role="alert"' not in served.page("en/governance/"))


def test_a_new_title_reaches_the_navigation_of_other_pages(served: Served) -> None:
    text = (served.root / "docs/en/strategy.md").read_text(encoding="utf-8")
    (title,) = re.findall(r"^# (.*?) \{:", text, re.MULTILINE)
    served.save("docs/en/strategy.md", f"# {title} ", "# Zebra strategy ")
    assert served.shows("en/governance/", "Zebra strategy")


def test_saved_code_starts_the_preview_anew(served: Served) -> None:
    (served.root / "hooks" / "titles.py").touch()
    assert served.waits(lambda: "the preview starts again" in served.said)
    assert served.shows("en/about/", "</body>")
    assert served.process.poll() is None


def test_the_server_ends_with_the_command(served: Served) -> None:
    served.process.terminate()
    served.process.wait(PATIENCE)
    with pytest.raises(URLError):
        served.page("en/about/")
