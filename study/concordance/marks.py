"""What a piece of text holds that must be the same in both languages: calls, links, images, notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from study.chapters import Chapter
from study.problems import shown

MARK = re.compile(
    r"(?P<call>\{\{(?:(?!\{\{|\}\}).)*\}\})"
    r"|(?P<code>(?P<fence>`+)(?!`)[^\n]*?(?<!`)(?P=fence)(?!`))"
    r"|!\[[^\]\n]*\]\(\s*(?P<image>[^()\s]*)"
    r"|\]\(\s*(?P<link>[^()\s]*)"
    r"|\[\^(?P<note>[^\]\n]*)\]"
    r"|\]\[(?P<reference>[^\]\n]*)\]",
    re.DOTALL,
)
CALLS = re.compile(r"\{\{(?:(?!\{\{|\}\}).)*\}\}", re.DOTALL)
SIGNS = ("{{", "](", "[^", "][")  # one of them stands in every text that holds a mark
HOST = re.compile(r"https?://[^/?#]*")
REFERENCE = re.compile(r" {0,3}\[([^\]]*)\]:[ ]*(\S+)")


@dataclass(frozen=True)
class Mark:
    """A call, link, image or note, as written; two are the same if their kinds and keys are."""

    kind: str
    key: str
    written: str

    def __str__(self) -> str:
        """Return the mark as a message shows it."""
        return self.written if self.kind == "call" else f"the {self.kind} {shown(self.written)}"


def marks(text: str) -> tuple[Mark, ...]:
    """Return what `text` holds, in order; of what stands in code, only calls count."""
    if not any(sign in text for sign in SIGNS):
        return ()
    found: list[Mark] = []
    for each in MARK.finditer(text):
        kind = each.lastgroup or ""
        found += marks(calls_in(each[kind])) if kind == "code" else [_mark(kind, each[kind])]
    return tuple(found)


def calls_in(code: str) -> str:
    """Return the calls in code, where they are the only marks: the site runs them there too."""
    return "".join(CALLS.findall(code)) if "{{" in code else ""


def difference(english: str, french: str) -> tuple[str, str] | None:
    """Return what English and French say at the first mark that is not the same, None if all are.

    A mark that one side lacks is told before another order. Only citations have one: their numbers on the
    page follow from it, while links and terms stand where a language puts its words.
    """
    here, there = marks(english), marks(french)
    if [mark.written for mark in here] == [mark.written for mark in there]:
        return None
    ours, theirs = ([(mark.kind, mark.key) for mark in side] for side in (here, there))
    if ours == theirs:
        return None
    missing, added = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    lost = [str(mark) for mark in here if (mark.kind, mark.key) in missing]
    new = [str(mark) for mark in there if (mark.kind, mark.key) in added]
    if lost or new:
        return (lost or ["nothing like it"])[0], (new or ["nothing like it"])[0]
    cited = [[mark for mark in side if mark.key.startswith("cite(")] for side in (here, there)]
    pairs = enumerate(zip(*cited, strict=True), 1)
    return next(
        (
            (f"{mine} comes as citation no. {place}", str(other))
            for place, (mine, other) in pairs
            if mine.key != other.key
        ),
        None,
    )


def reference(text: str) -> tuple[str, str]:
    """Return id and key of the address of a link that is written apart."""
    found = REFERENCE.match(text)
    return (found[1], _address(found[2])) if found else (text, "")


def _mark(kind: str, written: str) -> Mark:
    if kind == "call":
        return Mark(kind, _call(written), written)
    return Mark(kind, _address(written) if kind == "link" else written, written)


def _address(written: str) -> str:
    """Return what an address must share with the other language's: all of it, abroad the host only.

    Elsewhere, the French page of a site seldom has the path of the English one.
    """
    host = HOST.match(written)
    return host.group().lower() if host else written


@lru_cache(maxsize=8192)
def _call(written: str) -> str:
    """Return a call without what may differ: white space, quotes, the order of named arguments, a term's words."""
    calls = Chapter("", "", "", written).calls
    if not calls:
        return " ".join(written.split())
    call = calls[0]
    arguments = call.arguments[:1] if call.name == "term" else call.arguments
    return f"{call.name}{arguments}{sorted(call.named.items())}"
