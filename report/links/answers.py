"""What an answer of the web means: a status or a failure → fine, moved, slow, refused, broken or dead."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import Literal, TypeVar

import requests

Kind = Literal["fine", "moved", "slow", "refused", "broken", "dead"]
Cause = TypeVar("Cause", bound=BaseException)
# what getaddrinfo says of a name that does not exist; which of them there are differs by system
UNKNOWN = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an address; `target` is where a permanent redirect leads, to a page that answers."""

    kind: Kind
    words: str
    target: str | None = None
    reached: bool = True  # False: no connection to the host, perhaps for lack of a network


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one question; `again` where asking again may help, after `wait` seconds if the host says so."""

    result: Result
    status: int = 0
    location: str | None = None
    wait: float | None = None
    again: bool = False


NO_ADDRESS = Reply(Result("broken", "is no address that can be asked"))


def phrase(status: int) -> str:
    """Return `404 Not Found`; the words are the standard's, never the host's."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def of_status(status: int, location: str | None = None, wait: float | None = None) -> Reply:
    """Return what a status means, with the address of a redirect and the wait that the host asks for."""
    if 200 <= status < 300:
        return Reply(Result("fine", phrase(status)), status)
    if 300 <= status < 400:
        words = phrase(status) + ("" if location else ", which leads nowhere")
        return Reply(Result("broken", words), status, location)
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Reply(Result("dead", phrase(status)), status)
    if status == HTTPStatus.REQUEST_TIMEOUT:
        return Reply(Result("slow", phrase(status)), status, again=True)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Reply(Result("refused", phrase(status)), status, wait=wait, again=True)
    if 500 <= status < 600:
        return Reply(Result("broken", phrase(status)), status, wait=wait, again=True)
    return Reply(Result("refused", phrase(status)), status)


def of_failure(error: Exception, timeout: float) -> Reply:
    """Return what it means that no answer came. A failed certificate is not asked about again."""
    unknown, invalid = _cause(error, socket.gaierror), _cause(error, ssl.SSLCertVerificationError)
    if unknown is not None:
        gone = unknown.errno in UNKNOWN
        words = "the host is unknown" if gone else "the name of the host can’t be looked up"
        return Reply(Result("dead" if gone else "broken", words, reached=False), again=True)
    if invalid is not None:
        return Reply(Result("broken", f"its certificate is not valid: {invalid.verify_message}"))
    if isinstance(error, requests.exceptions.SSLError):
        return Reply(Result("broken", "no encrypted connection comes about (TLS)"))
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return Reply(Result("slow", f"no connection within {timeout:g} s", reached=False), again=True)
    if isinstance(error, requests.exceptions.Timeout):
        return Reply(Result("slow", f"no answer within {timeout:g} s"), again=True)
    if isinstance(error, ValueError) and not isinstance(error, requests.exceptions.InvalidHeader):
        return NO_ADDRESS
    if _cause(error, ConnectionResetError, ConnectionAbortedError, BrokenPipeError, HTTPException):
        return Reply(Result("broken", "the host closes the connection without a proper answer"), again=True)
    if isinstance(error, requests.exceptions.InvalidHeader):
        return Reply(Result("broken", "the host gives an answer that can’t be read"), again=True)
    return Reply(Result("broken", "the host accepts no connection", reached=False), again=True)


def _cause(error: BaseException, *kinds: type[Cause]) -> Cause | None:
    """Return the first of `kinds` among an error and those that led to it."""
    left: list[BaseException | None] = [error]
    seen: list[BaseException] = []
    while left:
        each = left.pop()
        if isinstance(each, kinds):
            return each
        if each is not None and each not in seen:
            seen.append(each)
            left += [each.__context__, each.__cause__]
    return None
