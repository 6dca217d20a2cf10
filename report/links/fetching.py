"""One address → what became of it. Each host is asked one question at a time, with pauses between.

The only module that asks the web.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from threading import Lock
from time import monotonic, sleep
from urllib.parse import urljoin, urlsplit

import requests
from requests.utils import requote_uri

from report.links.answers import NO_ADDRESS, Reply, Result, of_failure, of_status, phrase

USER_AGENT = (
    "disruptive-technologies-report (asks now and then whether the addresses of its sources still answer)"
)
PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
REDIRECTS = (*PERMANENT, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)


@dataclass(frozen=True, slots=True)
class Manners:
    """How gently and how patiently hosts are asked; times in seconds."""

    timeout: float = 20
    questions: int = 3  # HEAD first, then GET
    pause: float = 1  # between two questions to one host
    back_off: float = 4  # before a question is put again; doubled each time
    patience: float = 60  # the longest wait that a host may ask for
    redirects: int = 10


@dataclass(slots=True)
class _Host:
    turn: Lock = field(default_factory=Lock)
    asked: float = float("-inf")
    closed: dict[str, Reply] = field(default_factory=dict)  # scheme and port → why nobody is asked there


class _Session(requests.Session):
    """The questions about one address: cookies are kept on the way, passwords never sent."""

    def __init__(self) -> None:
        super().__init__()
        self.headers["User-Agent"] = USER_AGENT
        self.auth = lambda request: request  # otherwise those of ~/.netrc are sent

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Return nothing, or requests reads the body of a redirect, however long it is."""


class Fetcher:
    """Asks addresses, for several threads at once."""

    def __init__(self, manners: Manners | None = None) -> None:
        self.manners = manners or Manners()
        self._hosts: dict[str, _Host] = {}
        self._lock = Lock()

    def fetch(self, address: str) -> Result:
        """Return what became of `address`; redirects are followed."""
        here, target, permanent = address, address, True
        with _Session() as session:
            for _ in range(self.manners.redirects + 1):
                reply = self._ask(session, here)
                if reply.location is None:
                    return _concluded(reply.result, address, here, target)
                try:
                    here = urljoin(here, requote_uri(reply.location))
                except ValueError:
                    return Result("broken", f"{phrase(reply.status)} to what is no address")
                permanent = permanent and reply.status in PERMANENT
                target = here if permanent else target
        return Result("broken", f"more than {self.manners.redirects} redirects in a row")

    def _ask(self, session: _Session, address: str) -> Reply:
        """Put HEAD to an address and, without success, GET, again where that may help; the host's other
        addresses wait for their turn. A host that can't be reached or wants no more is not asked again.
        """
        try:
            parts = urlsplit(address)
            name, origin = parts.hostname or "", f"{parts.scheme}:{parts.port}"
        except ValueError:
            return NO_ADDRESS
        with self._lock:
            host = self._hosts.setdefault(name, _Host())
        with host.turn:
            if origin in host.closed:
                return host.closed[origin]
            reply = self._question(session, host, "HEAD", address)
            for asked in range(1, self.manners.questions):
                wait = self._wait(reply, asked)
                if wait is None:
                    break
                sleep(wait)
                reply = self._question(session, host, "GET", address)
            if not reply.result.reached or reply.status == HTTPStatus.TOO_MANY_REQUESTS:
                host.closed[origin] = reply
            return reply

    def _wait(self, reply: Reply, asked: int) -> float | None:
        """Return the seconds before the next question, None where no other is needed."""
        if reply.result.kind == "fine" or reply.location is not None:
            return None
        if reply.wait is not None:
            return reply.wait if reply.wait <= self.manners.patience else None
        if asked == 1 and reply.result.reached and reply.status != HTTPStatus.TOO_MANY_REQUESTS:
            return 0.0 if reply.status or reply.again else None  # perhaps it was HEAD that was not understood
        return self.manners.back_off * 2.0 ** (asked - 1) if reply.again else None

    def _question(self, session: _Session, host: _Host, method: str, address: str) -> Reply:
        sleep(max(0.0, host.asked + self.manners.pause - monotonic()))
        timeout = self.manners.timeout
        try:
            with session.request(
                method, address, allow_redirects=False, stream=True, timeout=timeout
            ) as answer:
                location = answer.headers.get("Location") if answer.status_code in REDIRECTS else None
                return of_status(answer.status_code, _decoded(location), _seconds(answer.headers))
        except (OSError, ValueError) as error:  # those of requests, and of urllib3 which it lets through
            return of_failure(error, timeout)
        finally:
            host.asked = monotonic()


def _concluded(result: Result, address: str, here: str, target: str) -> Result:
    """Return the result of a way from `address` to `here`, whose first permanent part ends at `target`."""
    if result.kind == "fine":
        return Result("moved", result.words, target) if target != address else result
    if here == address:
        return result
    return Result(result.kind, f"{result.words}, at {here} to which it redirects")


def _decoded(location: str | None) -> str | None:
    """Return the address in a header, which may be UTF-8 though the protocol wants ASCII."""
    return location.encode("latin-1", "replace").decode("utf-8", "replace") if location else None


def _seconds(headers: requests.structures.CaseInsensitiveDict[str]) -> float | None:
    """Return how long a host asks to wait: Retry-After in seconds, or until a time."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
