"""A web server on this computer that misbehaves in every way that hosts of sources do, and keeps a record."""

from __future__ import annotations

from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Barrier, Condition, Event, Lock

NAMES = ("127.0.0.1", "localhost")  # two hosts for who asks, one server
STATUS = {
    "/missing": 404,
    "/gone": 410,
    "/unauthorized": 401,
    "/forbidden": 403,
    "/legal": 451,
    "/teapot": 418,
    "/odd": 999,
    "/late": 408,
    "/down": 500,
    "/nowhere": 302,
    "/unchanged": 304,
}
REDIRECTS = {
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/moved-home": (301, "/"),
    "/moved-then-temporary": (301, "/temporary"),
    "/moved-to-missing": (301, "/missing"),
    "/temporary": (302, "/fine"),
    "/see": (303, "/fine"),
    "/temporary-then-moved": (307, "/moved"),
    "/circle": (302, "/circle"),
    "/accent": (301, "/caf\u00c3\u00a9"),  # é in UTF-8, which headers carry as two Latin letters
    "/ftp": (301, "ftp://127.0.0.1/file"),
    "/no-address": (301, "http://[::1"),
}
# path → status and Retry-After of each answer; the last one stays
SERIES: dict[str, list[tuple[int, str | None]]] = {
    "/flaky": [(500, None), (500, None), (200, None)],
    "/busy-once": [(429, "7"), (200, None)],
    "/busy": [(429, None)],
    "/busy-for-long": [(429, "3600")],
    "/busy-until": [(503, "Wed, 21 Oct 2015 07:28:00 GMT"), (200, None)],
    "/busy-somehow": [(503, "soon"), (200, None)],
    "/head-405": [(405, None), (200, None)],
    "/head-404": [(404, None), (200, None)],
}
LARGE = 1 << 30


class Misbehaving(ThreadingHTTPServer):
    """The server; `asked` lists method and path, `most` the largest number of questions at once by host."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.series: defaultdict[str, int] = defaultdict(int)
        self.active: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.sent = 0
        self.cut_off, self.over, self.kept_waiting = Event(), Event(), Event()
        self.both, self.company, self.lock = Barrier(2), Condition(), Lock()

    def at(self, path: str, name: str = NAMES[0], scheme: str = "http") -> str:
        return f"{scheme}://{name}:{self.server_port}{path}"

    def paths(self, method: str) -> list[str]:
        return [path for asked, path in self.asked if asked == method]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: who asks may hang up."""


class Handler(BaseHTTPRequestHandler):
    """Answers by path; one that is not named in the tables is fine."""

    server: Misbehaving

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        server, host = self.server, self.headers["Host"].split(":")[0]
        with server.lock:
            server.asked.append((self.command, self.path))
            server.headers.append({name.lower(): value for name, value in self.headers.items()})
            server.active.update([host, "all"])
            server.most |= server.active
        with server.company:
            server.company.notify_all()
        try:
            self.behave(self.path.partition("?")[0])
        finally:
            with server.lock:
                server.active.subtract([host, "all"])

    def behave(self, path: str) -> None:
        other = getattr(self, f"behave_{path[1:].replace('-', '_')}", None)
        if other is not None:
            other()
        elif path in REDIRECTS:
            status, location = REDIRECTS[path]
            self.say(status, Location=location)
        elif path in SERIES:
            answers = SERIES[path]
            status, wait = answers[min(self.server.series[path], len(answers) - 1)]
            self.server.series[path] += 1
            self.say(status, **({"Retry-After": wait} if wait else {}))
        else:
            self.say(STATUS.get(path, 200))

    def say(self, status: int, **headers: str) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def behave_slow(self) -> None:
        self.server.kept_waiting.set()
        self.server.over.wait()

    def behave_slow_head(self) -> None:
        self.behave_slow() if self.command == "HEAD" else self.say(200)

    def behave_closed(self) -> None:
        self.close_connection = True

    def behave_garbage(self) -> None:
        self.wfile.write(b"what?\r\n\r\n")

    def behave_endless_headers(self) -> None:
        self.say(200, **{f"X-{number}": "x" for number in range(1000)})

    def behave_endless(self) -> None:
        if self.command == "HEAD":
            return self.say(405)
        self.say(200)
        return self.pour()

    def behave_large(self) -> None:
        if self.command == "HEAD":
            return self.say(501)
        self.say(200, **{"Content-Length": str(LARGE)})
        return self.pour()

    def behave_moved_endless(self) -> None:
        if self.command == "HEAD":
            return self.say(405)
        self.say(301, Location="/fine")
        return self.pour()

    def pour(self) -> None:
        try:
            while self.server.sent < LARGE:
                self.wfile.write(b"x" * 65536)
                self.server.sent += 65536
        except OSError:
            self.server.cut_off.set()

    def behave_cookie(self) -> None:
        if "Cookie" in self.headers:
            self.say(200)
        else:
            self.say(301, Location="/cookie", **{"Set-Cookie": "seen=1"})

    def behave_hold(self) -> None:
        """Wait a moment for company: another question while this one is open."""
        with self.server.company:
            self.server.company.wait_for(lambda: self.server.active["all"] > 1, timeout=0.05)
        self.say(200)

    def behave_to_other(self) -> None:
        self.say(302, Location=self.server.at("/hold", NAMES[1]))

    def behave_meet(self) -> None:
        """Answer once two questions are open at the same time, else fail."""
        self.server.both.wait(timeout=5)
        self.say(200)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""
