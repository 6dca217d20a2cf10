"""What a page asks for, and what goes wrong while it is shown."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page, Request, Response

LEFT_BEHIND = "net::ERR_ABORTED"  # the page was left while the search index was still on its way


class Watch:
    """Listens to a page: requests to other hosts, requests that fail, messages of the console."""

    def __init__(self, page: Page, base: str) -> None:
        self.base = base
        self.heard: list[str] = []
        page.on("request", self.asked)
        page.on("requestfailed", self.failed)
        page.on("response", self.answered)
        page.on("console", self.said)
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.heard.append(f"asked of another host or folder: {request.url}")

    def failed(self, request: Request) -> None:
        if request.failure != LEFT_BEHIND:
            self.heard.append(f"failed: {request.url}: {request.failure}")

    def answered(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(f"{response.status}: {response.url}")

    def said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console: {message.text}")
