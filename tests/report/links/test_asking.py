"""Many addresses are asked, a few hosts at once; results are kept, and without a network nothing is judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from report.links.answers import Result
from report.links.asking import HOSTS_BEFORE_DOUBT, SAVED_EVERY, NetworkMissingError, ask
from report.links.cache import LinksCache
from report.links.fetching import Fetcher, Manners
from tests.report.misbehaving import NAMES, Misbehaving

TODAY = date(2026, 11, 22)
QUICK = Manners(timeout=1, pause=0, back_off=0)
FINE = Result("fine", "200 OK")
AWAY = Result("dead", "the host is unknown", reached=False)


@pytest.fixture
def cache(tmp_path: Path) -> LinksCache:
    return LinksCache(tmp_path / "links.json", TODAY)


def kept(tmp_path: Path, pages: list[str]) -> list[str]:
    cache = LinksCache(tmp_path / "links.json", TODAY)
    return [page for page in pages if cache.result(page, 1) is not None]


def test_every_page_is_asked_once_and_kept(web: Misbehaving, cache: LinksCache, tmp_path: Path) -> None:
    pages = [web.at(f"/{number}", name) for number in range(5) for name in NAMES]
    done: list[None] = []
    results = ask([*pages, *pages], Fetcher(QUICK).fetch, cache, lambda: done.append(None))
    assert results == dict.fromkeys(pages, FINE)
    assert len(done) == len(pages)
    assert sorted(web.paths("HEAD")) == sorted(f"/{number}" for number in range(5) for _ in NAMES)
    assert kept(tmp_path, pages) == pages


def test_one_host_gets_one_question_at_a_time(web: Misbehaving, cache: LinksCache) -> None:
    pages = [web.at(f"/hold?{number}", name) for number in range(4) for name in NAMES]
    ask(pages, Fetcher(QUICK).fetch, cache)
    assert {name: web.most[name] for name in NAMES} == dict.fromkeys(NAMES, 1)


def test_different_hosts_are_asked_at_the_same_time(web: Misbehaving, cache: LinksCache) -> None:
    pages = [web.at("/meet", name) for name in NAMES]
    assert set(ask(pages, Fetcher(QUICK).fetch, cache).values()) == {FINE}


def test_no_more_hosts_are_asked_at_once_than_allowed(web: Misbehaving, cache: LinksCache) -> None:
    pages = [web.at(f"/hold?{number}", name) for number in range(2) for name in NAMES]
    ask(pages, Fetcher(QUICK).fetch, cache, hosts_at_once=1)
    assert web.most["all"] == 1


def test_without_a_network_nothing_is_judged_nor_kept(cache: LinksCache, tmp_path: Path) -> None:
    pages = [f"http://{number}.invalid/" for number in range(3)]
    with pytest.raises(NetworkMissingError):
        ask(pages, Fetcher(QUICK).fetch, cache)
    assert not (tmp_path / "links.json").exists()


def unreached(but: str = "?") -> Callable[[str], Result]:
    """Return what reaches no page, but those that hold a word."""
    return lambda page: FINE if but in page else AWAY


def test_the_network_is_given_up_after_some_hosts(cache: LinksCache) -> None:
    pages = [f"http://host-{number % 200}.invalid/{number}" for number in range(2000)]
    done: list[None] = []
    with pytest.raises(NetworkMissingError):
        ask(pages, unreached(), cache, lambda: done.append(None), hosts_at_once=1)
    assert len(done) == (HOSTS_BEFORE_DOUBT - 1) * 10 + 1


def test_many_pages_of_one_host_do_not_make_the_network_missing(cache: LinksCache) -> None:
    many = [f"http://host.invalid/{number}" for number in range(HOSTS_BEFORE_DOUBT * 2)]
    results = ask([*many, "http://there.example/"], unreached("there"), cache)
    assert results == {**dict.fromkeys(many, AWAY), "http://there.example/": FINE}


def test_one_page_that_is_reached_proves_the_network(cache: LinksCache, tmp_path: Path) -> None:
    pages = [f"http://host-{number}.invalid/" for number in range(HOSTS_BEFORE_DOUBT - 1)]
    pages.append("http://there.example/")
    ask(pages, unreached("there"), cache, hosts_at_once=1)
    assert kept(tmp_path, pages) == pages


def test_nothing_to_ask_is_no_missing_network(cache: LinksCache, tmp_path: Path) -> None:
    assert ask([], unreached(), cache) == {}
    assert not (tmp_path / "links.json").exists()


def test_a_mistake_in_the_program_ends_it_and_what_was_answered_is_kept(
    cache: LinksCache, tmp_path: Path
) -> None:
    pages = [f"http://there.example/{number}" for number in range(4)]

    def fetch(page: str) -> Result:
        if page == pages[2]:
            raise ZeroDivisionError
        return FINE

    with pytest.raises(ZeroDivisionError):
        ask(pages, fetch, cache)
    assert kept(tmp_path, pages) == pages[:2]


def test_results_are_saved_on_the_way(cache: LinksCache, tmp_path: Path) -> None:
    pages = [f"http://there.example/{number}" for number in range(SAVED_EVERY + 1)]
    seen: list[int] = []
    ask(pages, unreached("there"), cache, lambda: seen.append(len(kept(tmp_path, pages))))
    assert seen[0] == 0
    assert seen[-1] == SAVED_EVERY
