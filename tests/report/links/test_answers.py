"""What statuses and failures mean."""

from __future__ import annotations

import socket
import ssl

import pytest
import requests

from report.links.answers import Kind, Reply, Result, of_failure, of_status

STATUSES: list[tuple[int, Kind, str, bool]] = [
    (200, "fine", "200 OK", False),
    (204, "fine", "204 No Content", False),
    (302, "broken", "302 Found, which leads nowhere", False),
    (304, "broken", "304 Not Modified, which leads nowhere", False),
    (400, "refused", "400 Bad Request", False),
    (401, "refused", "401 Unauthorized", False),
    (403, "refused", "403 Forbidden", False),
    (404, "dead", "404 Not Found", False),
    (408, "slow", "408 Request Timeout", True),
    (410, "dead", "410 Gone", False),
    (429, "refused", "429 Too Many Requests", True),
    (451, "refused", "451 Unavailable For Legal Reasons", False),
    (500, "broken", "500 Internal Server Error", True),
    (522, "broken", "522", True),
    (999, "refused", "999", False),
]


@pytest.mark.parametrize(("status", "kind", "words", "again"), STATUSES)
def test_a_status_has_one_meaning(status: int, kind: Kind, words: str, again: bool) -> None:
    assert of_status(status) == Reply(Result(kind, words), status, again=again)


def led_to(outer: Exception, *causes: Exception) -> Exception:
    """Return `outer` as it comes from requests: raised while others were being handled."""
    error: Exception = outer
    for cause in causes:
        error.__context__ = cause
        error = cause
    return outer


def certificate() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"
    return error


FAILURES: list[tuple[Exception, Kind, str, bool, bool]] = [
    (socket.gaierror(socket.EAI_NONAME, "?"), "dead", "the host is unknown", False, True),
    (socket.gaierror(socket.EAI_AGAIN, "?"), "broken", "can’t be looked up", False, True),
    (certificate(), "broken", "not valid: certificate has expired", True, False),
    (requests.exceptions.SSLError("wrong version number"), "broken", "(TLS)", True, False),
    (requests.ConnectTimeout("?"), "slow", "no connection within 20 s", False, True),
    (requests.ReadTimeout("?"), "slow", "no answer within 20 s", True, True),
    (requests.exceptions.InvalidURL("?"), "broken", "no address", True, False),
    (UnicodeError("label too long"), "broken", "no address", True, False),
    (requests.exceptions.InvalidHeader("?"), "broken", "can’t be read", True, True),
    (ConnectionResetError("?"), "broken", "closes the connection", True, True),
    (ConnectionRefusedError("?"), "broken", "accepts no connection", False, True),
    (requests.exceptions.ProxyError("?"), "broken", "accepts no connection", False, True),
]


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize(("error", "kind", "words", "reached", "again"), FAILURES)
def test_a_failure_has_one_meaning_however_deep_it_lies(
    error: Exception, kind: Kind, words: str, reached: bool, again: bool, wrapped: bool
) -> None:
    deep = wrapped and isinstance(error, OSError) and not isinstance(error, requests.RequestException)
    reply = of_failure(led_to(requests.ConnectionError("!"), OSError("?"), error) if deep else error, 20)
    assert (reply.result.kind, reply.result.reached, reply.again) == (kind, reached, again)
    assert words in reply.result.words


def test_failures_that_led_to_each_other_are_looked_at_once() -> None:
    error = led_to(requests.ConnectionError("!"), OSError("?"))
    assert error.__context__ is not None
    error.__context__.__context__ = error
    assert of_failure(error, 1).result.kind == "broken"
