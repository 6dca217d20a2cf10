"""Many addresses → what became of each: a few hosts at once, results kept as they come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.parse import urlsplit

from report.links.answers import Result
from report.links.cache import LinksCache

HOSTS_AT_ONCE = 8
HOSTS_BEFORE_DOUBT = 20  # if none of so many can be reached, the fault is on this side
SAVED_EVERY = 25  # results

Answers = SimpleQueue[tuple[str, Result] | BaseException]


class NetworkMissingError(Exception):
    """Raised when no address at all can be reached: that says nothing about the addresses."""


def ask(
    pages: Iterable[str],
    fetch: Callable[[str], Result],
    cache: LinksCache,
    progress: Callable[[], None] = lambda: None,
    hosts_at_once: int = HOSTS_AT_ONCE,
) -> dict[str, Result]:
    """Return what became of each page, and keep it in the cache, also when interrupted.

    Raises NetworkMissingError if none can be reached; nothing is kept then.
    """
    by_host = _by_host(pages)
    total = sum(map(len, by_host))
    answers: Answers = SimpleQueue()
    stop = Event()
    _start(by_host, fetch, answers, stop, hosts_at_once)
    results: dict[str, Result] = {}
    try:
        for count in range(1, total + 1):
            page, result = _next(answers)
            results[page] = result
            progress()
            if _in_doubt(results):
                if count == total or len(_by_host(results)) >= HOSTS_BEFORE_DOUBT:
                    raise NetworkMissingError
            elif count % SAVED_EVERY == 0:
                _keep(results, cache)
    finally:
        stop.set()
        while not answers.empty():
            if isinstance(answer := answers.get(), tuple):
                results[answer[0]] = answer[1]
        _keep(results, cache)
    return results


def _by_host(pages: Iterable[str]) -> list[list[str]]:
    """Return the pages by host, the longest list first: it takes most of the time."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for page in dict.fromkeys(pages):
        hosts[urlsplit(page).hostname or ""].append(page)
    return sorted(hosts.values(), key=len, reverse=True)


def _start(
    by_host: list[list[str]], fetch: Callable[[str], Result], answers: Answers, stop: Event, at_once: int
) -> None:
    """Let so many threads ask one host after the other; they end with the program, whatever they wait for."""
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for pages in by_host:
        waiting.put(pages)

    def work() -> None:
        try:
            while not stop.is_set():
                for page in waiting.get_nowait():
                    if stop.is_set():
                        return
                    answers.put((page, fetch(page)))
        except Empty:
            return
        except BaseException as error:  # handed on to whoever waits for the answer
            answers.put(error)

    for _ in range(min(at_once, len(by_host))):
        Thread(target=work, daemon=True).start()


def _next(answers: Answers) -> tuple[str, Result]:
    while True:
        try:
            answer = answers.get(timeout=0.5)  # on Windows, Ctrl+C is heard between two waits only
        except Empty:
            continue
        if isinstance(answer, BaseException):
            raise answer
        return answer


def _in_doubt(results: Mapping[str, Result]) -> bool:
    return not any(result.reached for result in results.values())


def _keep(results: Mapping[str, Result], cache: LinksCache) -> None:
    if not _in_doubt(results):
        for page, result in results.items():
            cache.put(page, result)
        cache.save()
