"""One address, one result, whatever the host does; hosts are asked gently."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from report.links.answers import Kind
from report.links.fetching import USER_AGENT, Fetcher, Manners
from tests.report.misbehaving import LARGE, NAMES, Misbehaving

QUICK = Manners(timeout=0.3, pause=0, back_off=0)

ANSWERS: list[tuple[str, Kind, str]] = [
    ("/fine", "fine", "200 OK"),
    ("/missing", "dead", "404 Not Found"),
    ("/gone", "dead", "410 Gone"),
    ("/unauthorized", "refused", "401 Unauthorized"),
    ("/forbidden", "refused", "403 Forbidden"),
    ("/legal", "refused", "451 Unavailable For Legal Reasons"),
    ("/teapot", "refused", "418 I'm a Teapot"),
    ("/odd", "refused", "999"),
    ("/busy", "refused", "429 Too Many Requests"),
    ("/late", "slow", "408 Request Timeout"),
    ("/slow", "slow", "no answer within 0.3 s"),
    ("/slow-head", "fine", "200 OK"),
    ("/down", "broken", "500 Internal Server Error"),
    ("/flaky", "fine", "200 OK"),
    ("/closed", "broken", "the host closes the connection without a proper answer"),
    ("/garbage", "broken", "the host closes the connection without a proper answer"),
    ("/endless-headers", "broken", "the host closes the connection without a proper answer"),
    ("/unchanged", "broken", "304 Not Modified, which leads nowhere"),
    ("/nowhere", "broken", "302 Found, which leads nowhere"),
    ("/circle", "broken", "more than 10 redirects in a row"),
    ("/no-address", "broken", "301 Moved Permanently to what is no address"),
    ("/ftp", "broken", "is no address that can be asked, at ftp://127.0.0.1/file to which it redirects"),
    ("/temporary", "fine", "200 OK"),
    ("/see", "fine", "200 OK"),
    ("/temporary-then-moved", "fine", "200 OK"),
    ("/cookie", "fine", "200 OK"),
]


@pytest.mark.parametrize(("path", "kind", "words"), ANSWERS)
def test_each_answer_has_its_kind(web: Misbehaving, path: str, kind: Kind, words: str) -> None:
    result = Fetcher(QUICK).fetch(web.at(path))
    assert (result.kind, result.words, result.target, result.reached) == (kind, words, None, True)


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/moved", "/fine"),
        ("/moved-twice", "/fine"),
        ("/moved-then-temporary", "/temporary"),
        ("/moved-home", "/"),
        ("/accent", "/caf%C3%A9"),
    ],
)
def test_a_permanent_redirect_is_reported_with_its_target(web: Misbehaving, path: str, target: str) -> None:
    result = Fetcher(QUICK).fetch(web.at(path))
    assert (result.kind, result.target) == ("moved", web.at(target))


def test_a_redirect_to_a_dead_page_is_dead_and_proposes_nothing(web: Misbehaving) -> None:
    result = Fetcher(QUICK).fetch(web.at("/moved-to-missing"))
    assert (result.kind, result.target) == ("dead", None)
    assert result.words == f"404 Not Found, at {web.at('/missing')} to which it redirects"


@pytest.mark.parametrize("path", ["/head-405", "/head-404", "/slow-head"])
def test_head_comes_first_and_get_where_it_is_refused(web: Misbehaving, path: str) -> None:
    assert Fetcher(QUICK).fetch(web.at(path)).kind == "fine"
    assert web.asked == [("HEAD", path), ("GET", path)]


def test_a_page_that_answers_head_is_not_asked_again(web: Misbehaving) -> None:
    Fetcher(QUICK).fetch(web.at("/moved"))
    assert web.asked == [("HEAD", "/moved"), ("HEAD", "/fine")]


@pytest.mark.parametrize(
    ("path", "kind"), [("/endless", "fine"), ("/large", "fine"), ("/moved-endless", "moved")]
)
def test_a_body_is_not_downloaded(web: Misbehaving, path: str, kind: Kind) -> None:
    assert Fetcher(QUICK).fetch(web.at(path)).kind == kind
    assert web.cut_off.wait(5)
    assert web.sent < LARGE / 10  # what the buffers of both sides hold


def test_a_host_without_encryption_is_broken_at_once(web: Misbehaving, waits: list[float]) -> None:
    result = Fetcher(QUICK).fetch(web.at("/fine", scheme="https"))
    assert (result.kind, result.words) == ("broken", "no encrypted connection comes about (TLS)")
    assert len(waits) == 1, "only the pause before the first question"


def test_an_unknown_host_is_not_reached() -> None:
    result = Fetcher(QUICK).fetch("http://nowhere.invalid/")
    assert not result.reached
    # without a network, nobody can say that it is unknown
    assert result.kind == ("dead" if result.words == "the host is unknown" else "broken")


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def test_a_host_that_accepts_no_connection_is_broken(closed_port: int) -> None:
    result = Fetcher(QUICK).fetch(f"http://127.0.0.1:{closed_port}/")
    assert (result.kind, result.reached) == ("broken", False)
    assert result.words == "the host accepts no connection"


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://127.0.0.1:99999/", "http://a..b/", f"http://{'a' * 70}.example/", ""]
)
def test_what_is_no_address_is_broken(address: str) -> None:
    assert Fetcher(QUICK).fetch(address).words == "is no address that can be asked"


@pytest.mark.parametrize(
    ("path", "waited", "kind"),
    [
        ("/fine", [0], "fine"),
        ("/missing", [0, 0, 0], "dead"),
        ("/down", [0, 0, 0, 8, 0], "broken"),
        ("/busy", [0, 4, 0, 8, 0], "refused"),
        ("/busy-once", [0, 7, 0], "fine"),
        ("/busy-for-long", [0], "refused"),
        ("/busy-until", [0, 0, 0], "fine"),
        ("/busy-somehow", [0, 0, 0], "fine"),
    ],
)
def test_a_host_is_given_time_and_the_time_it_asks_for(
    web: Misbehaving, waits: list[float], path: str, waited: list[float], kind: Kind
) -> None:
    assert Fetcher(Manners(timeout=1, pause=0)).fetch(web.at(path)).kind == kind
    assert waits == waited


def test_there_is_a_pause_between_two_questions_to_a_host(web: Misbehaving, waits: list[float]) -> None:
    fetcher = Fetcher(Manners(pause=1000))
    for name in (NAMES[0], NAMES[0], NAMES[1]):
        fetcher.fetch(web.at("/fine", name))
    first, second, other = waits
    assert (first, other) == (0, 0)
    assert 900 < second <= 1000


def test_a_host_that_wants_no_more_or_is_not_there_is_left_alone(
    web: Misbehaving, closed_port: int, waits: list[float]
) -> None:
    fetcher = Fetcher(QUICK)
    first, second = (fetcher.fetch(web.at(path)) for path in ("/busy-for-long", "/fine"))
    assert first == second
    assert web.asked == [("HEAD", "/busy-for-long")]
    assert fetcher.fetch(web.at("/fine", NAMES[1])).kind == "fine"
    waits.clear()
    assert fetcher.fetch(f"http://localhost:{closed_port}/a") == fetcher.fetch(
        f"http://localhost:{closed_port}/b"
    )
    assert len(waits) == 5, "three questions about the first, with two waits; none about the second"


def test_a_host_gets_one_question_at_a_time_also_from_redirects(web: Misbehaving) -> None:
    fetcher = Fetcher(QUICK)
    held = [web.at("/hold", NAMES[1]), web.at("/to-other", NAMES[0])] * 4
    with ThreadPoolExecutor(len(held)) as threads:
        assert {result.kind for result in threads.map(fetcher.fetch, held)} == {"fine"}
    assert {name: web.most[name] for name in NAMES} == dict.fromkeys(NAMES, 1)


def test_two_questions_at_once_would_be_noticed(web: Misbehaving) -> None:
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda path: Fetcher(QUICK).fetch(web.at(path)), ["/meet", "/meet"]))
    assert web.most[NAMES[0]] == 2


def test_who_asks_is_named_and_no_password_is_sent(
    web: Misbehaving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = tmp_path / "netrc"
    passwords.write_text("machine 127.0.0.1 login someone password secret\n")
    passwords.chmod(0o600)
    monkeypatch.setenv("NETRC", str(passwords))
    Fetcher(QUICK).fetch(web.at("/moved"))
    assert [headers["user-agent"] for headers in web.headers] == [USER_AGENT, USER_AGENT]
    assert "disruptive-technologies-report" in USER_AGENT
    assert USER_AGENT.isascii()
    assert not any("authorization" in headers for headers in web.headers)
