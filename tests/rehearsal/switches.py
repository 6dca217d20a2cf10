"""What a reader of the public tree meets, in a real Chromium: every switch between languages and editions."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import faults
from tests.rehearsal.chapters import ARRIVING, FOLDER, LANGUAGES, LEAVING, STAYING
from tests.rehearsal.story import FIRST, SECOND

OTHER = {"en": "fr", "fr": "en"}
MOVED = {"p2": "p2", "p2a": "p4", "p3": "p5", "p4": "p6"}  # numbers of the first edition, and of the second
ADDED = "p3"  # of the second edition alone


class Reader:
    """A browser on the public tree at `base`; waits for a page so many seconds."""

    def __init__(self, browser: Browser, base: str, patience: int) -> None:
        self.base = base
        self.page: Page = browser.new_page(reduced_motion="reduce")
        self.page.set_default_timeout(patience * 1000)
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda asked: self.base in asked.url or self.faults.append(asked.url))

    def open(self, address: str) -> int:
        """Open an address below the report; return the status of the answer."""
        answer = self.page.goto(self.base + address)
        return answer.status if answer else 200

    def is_at(self, address: str) -> None:
        self.page.wait_for_url(re.compile(f"^{re.escape(self.base + address)}$"))

    def choose(self, edition: str) -> None:
        """Go to the same page of another edition, as a reader does it."""
        form = self.page.locator(".edition-box form")
        form.wait_for(state="attached")
        if not form.is_visible():
            self.page.locator(".edition-box summary").first.click()
        form.locator("select").select_option(edition)
        form.locator("button").click()


def read_everything(browser: Browser, base: str, say: Callable[[str], None], patience: int) -> None:
    """Use every switch of the public tree. Raises AssertionError where one leads elsewhere."""
    expect.set_options(timeout=patience * 1000)
    reader = Reader(browser, base, patience)
    for look in (root, languages, editions, added, later, latest, missing, gone, unknown, accessible):
        say(f"In the browser: {(look.__doc__ or '').rstrip('.')}")
        look(reader)
    assert reader.faults == [], reader.faults
    reader.page.close()


def root(reader: Reader) -> None:
    """The root leads to the current edition in both languages, and names the earlier one."""
    for language in LANGUAGES:
        for edition in (SECOND, FIRST):
            assert reader.open("") == 200
            reader.page.locator(f"a[href='{edition}/{language}/']").first.click()
            reader.is_at(f"{edition}/{language}/")
            expect(reader.page.locator(".ribbon")).to_contain_text(re.compile("REHEARSAL|RÉPÉTITION"))


def languages(reader: Reader) -> None:
    """The switch between languages keeps edition and paragraph."""
    for edition in (FIRST, SECOND):
        for language, other in OTHER.items():
            reader.open(f"{edition}/{language}/{STAYING}/#p3")
            reader.page.locator(".language-switch").click()
            reader.is_at(f"{edition}/{other}/{STAYING}/#p3")


def editions(reader: Reader) -> None:
    """The switch between editions keeps page, language, query and paragraph, both ways."""
    for language in LANGUAGES:
        for old, new in MOVED.items():
            reader.open(f"{FIRST}/{language}/{STAYING}/?here=1#{old}")
            reader.choose(SECOND)
            reader.is_at(f"{SECOND}/{language}/{STAYING}/?here=1#{new}")
            reader.choose(FIRST)
            reader.is_at(f"{FIRST}/{language}/{STAYING}/?here=1#{old}")


def added(reader: Reader) -> None:
    """A paragraph that an edition does not have leads to its page, which says so."""
    for language in LANGUAGES:
        reader.open(f"{SECOND}/{language}/{STAYING}/#{ADDED}")
        reader.choose(FIRST)
        reader.is_at(f"{FIRST}/{language}/{STAYING}/")
        note = reader.page.locator(".edition-moved")
        expect(note).to_contain_text(SECOND)
        note.locator("a").click()
        reader.is_at(f"{SECOND}/{language}/{STAYING}/#{ADDED}")


def later(reader: Reader) -> None:
    """A page of the earlier edition says that there is a later one and leads to it; the later says it is the last."""
    for language in LANGUAGES:
        reader.open(f"{FIRST}/{language}/{STAYING}/#p4")
        expect(reader.page.locator(".edition-answer strong")).to_contain_text(SECOND)
        assert reader.page.locator(".edition-later").evaluate("link => link.href") == reader.base
        reader.page.locator(".ribbon a[data-to]").click()
        reader.is_at(f"{SECOND}/{language}/{STAYING}/#p6")
        expect(reader.page.locator(".edition-answer")).not_to_be_empty()
        assert reader.page.locator(".edition-answer a").count() == 0


def latest(reader: Reader) -> None:
    """An address below latest/ leads to the current edition and keeps page, language, query and paragraph."""
    for language in LANGUAGES:
        for page in ("", f"{STAYING}/", f"{ARRIVING}/"):
            reader.open(f"latest/{language}/{page}?here=1#p2")
            reader.is_at(f"{SECOND}/{language}/{page}?here=1#p2")


def missing(reader: Reader) -> None:
    """Where an edition has no such page, the switch leads to the nearest above it, which says so."""
    for language in LANGUAGES:
        for here, there, page in ((SECOND, FIRST, ARRIVING), (FIRST, SECOND, LEAVING)):
            reader.open(f"{here}/{language}/{page}/")
            reader.choose(there)
            reader.is_at(f"{there}/{language}/")
            note = reader.page.locator(".edition-moved")
            expect(note).to_contain_text(here)
            note.locator("a").click()
            reader.is_at(f"{here}/{language}/{page}/")
        other = reader.page.locator(".edition-others")
        assert FIRST not in other.all_inner_texts()


def gone(reader: Reader) -> None:
    """Below latest/, a page that only an earlier edition has leads to the nearest above it, which says so."""
    for language in LANGUAGES:
        reader.open(f"latest/{language}/{LEAVING}/")
        reader.is_at(f"{SECOND}/{language}/")
        expect(reader.page.locator(".edition-moved")).to_contain_text(FIRST)


def unknown(reader: Reader) -> None:
    """An unknown address, however deep, is answered with 404 and a way home in both languages."""
    for edition in (FIRST, SECOND):
        for language in LANGUAGES:
            assert reader.open(f"{edition}/{language}/{FOLDER}/no/such/page/") == 404
            reader.page.locator(f"a[hreflang={language}]").click()
            reader.is_at(f"{edition}/{language}/")


def accessible(reader: Reader) -> None:
    """A program finds no fault of accessibility where the public tree differs from a draft."""
    moved = f"{SECOND}/fr/?from={FIRST}/{LEAVING}/"
    addresses = ("", "no/such/page/", moved, f"{FIRST}/en/{STAYING}/", f"{SECOND}/both/{STAYING}/")
    reader.page.set_viewport_size({"width": 320, "height": 3000})
    for number, address in enumerate(addresses):
        reader.page.emulate_media(color_scheme=("dark", "light")[number % 2])
        reader.open(address)
        reader.page.wait_for_load_state("networkidle")
        assert faults(reader.page) == [], address
