"""Pages rewritten to be opened from a disk: there a folder stands for no page, and nothing may be fetched.

Only addresses in tags and the content security policy change; every other byte of a page stays, so that a
pack says what the site says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin

from study.problems import Problem, ReportError

INDEX = "index.html"
BODY = r'(?:[^"\'>]|"[^"]*"|\'[^\']*\')*'
TAG = re.compile(
    r"<!--.*?-->"
    rf"|<(?P<raw>script|style|textarea|title)\b(?P<rawbody>{BODY})>(?P<text>.*?)(?=</(?P=raw)\s*>)"
    rf"|<(?P<tag>a|area|link|img|source|form|iframe|object|embed|dialog|button|meta)\b(?P<body>{BODY})>"
    rf"|<[a-z]{BODY}>",  # other tags, whole: what their attributes quote is no tag
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""(?<=[\s"'])([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?""")
ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "poster", "data-script", "data-style", "data-table"}
)
PATTERN = "data-case"  # the address of a case with {id} in it, for the catalogue
LOADING = frozenset({"script", "img", "source", "iframe", "object", "embed", "dialog"})
LOADED = frozenset({"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"})
OTHER = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)  # an address of its own
DATA = re.compile(r"\s*(?:data|blob):", re.IGNORECASE)
CUT = re.compile(r"[?#].*", re.DOTALL)
NOTHING_SENT = ("connect-src", "worker-src")


@dataclass
class Disk:
    """What stands in a pack, and where the rest is found.

    `names` are its files; `address` is that of the edition on the web, with a slash at its end; `network`
    says by first folder of a page that a link needs a network. `missing` gathers what a page would load
    and the pack does not hold.
    """

    names: Collection[str]
    address: str
    network: Mapping[str, str]
    missing: list[Problem] = field(default_factory=list)

    def page(self, html: str, path: str) -> str:
        """Return the page at `path` as it stands in the pack."""

        def tag(found: re.Match[str]) -> str:
            name = found["raw"] or found["tag"]
            if name is None:  # a comment, or a tag without addresses
                return found[0]
            start, end = found.span("rawbody" if found["raw"] else "body")
            offset = found.start()
            body = self._body(name.lower(), html[start:end], path)
            return found[0][: start - offset] + body + found[0][end - offset :]

        return TAG.sub(tag, html)

    def refuse_missing(self) -> None:
        """Raise ReportError with everything that pages would have to fetch from elsewhere."""
        if self.missing:
            raise ReportError(self.missing)

    def _body(self, tag: str, body: str, path: str) -> str:
        """Return the attributes of a tag with the addresses that hold on a disk."""
        values = {found[1].lower(): _value(found[2]) for found in ATTRIBUTE.finditer(body)}
        if tag == "meta":
            is_policy = values.get("http-equiv", "").lower() == "content-security-policy"
            return _with(body, {"content": policy(values["content"])}) if is_policy else body
        loads = tag in LOADING or (
            tag == "link" and bool(LOADED & set(values.get("rel", "").lower().split()))
        )
        new: dict[str, str] = {}
        for name in values.keys() & ADDRESSES:
            address, is_outside = self._way(values[name], path)
            if loads and not DATA.match(address) and (is_outside or OTHER.match(address)):
                reason = f"would load {values[name]}, which is not in the pack; expected a file of the site"
                self.missing.append(Problem(path, 0, 0, reason))
            new[name] = address
            if is_outside and tag in ("a", "area"):
                said = self.network[path.partition("/")[0]]
                new["title"] = f"{values['title']} ({said})" if values.get("title") else said
                new["rel"] = values.get("rel") or "noopener external"
        if values.get(PATTERN, "").endswith("/"):
            new[PATTERN] = values[PATTERN] + INDEX
        return _with(body, {name: text for name, text in new.items() if text != values.get(name)})

    def _way(self, address: str, path: str) -> tuple[str, bool]:
        """Return an address as it holds in the pack, and whether it leads out of it to the web."""
        way = CUT.sub("", address)
        if not way or OTHER.match(address):
            return address, False
        rest, target = address[len(way) :], normpath(join(dirname(path), unquote(way)))
        folder = "" if target == "." else f"{target}/"
        if target in self.names and not way.endswith("/"):
            return address, False
        if f"{folder}{INDEX}" in self.names and not target.startswith(("..", "/")):
            return f"{way}{'' if way.endswith('/') else '/'}{INDEX}{rest}", False
        return urljoin(self.address + path, address), True


def policy(text: str) -> str:
    """Return a content security policy for pages on a disk: as strict, with less that could be fetched.

    By its standard, 'self' is nothing there, since files have no origin in common; some browsers take it for
    files all the same. So `file:` is added to it.
    """
    directives = []
    for directive in text.split(";"):
        name, *sources = directive.split() or [""]
        if name in NOTHING_SENT:
            sources = ["'none'"]
        elif "'self'" in sources:
            sources.insert(sources.index("'self'") + 1, "file:")
        if name:
            directives.append(" ".join([name, *sources]))
    return "; ".join(directives)


def _value(quoted: str | None) -> str:
    if quoted is None:
        return ""
    return unescape(quoted[1:-1] if quoted[0] in "\"'" else quoted)


def _with(body: str, new: Mapping[str, str]) -> str:
    """Return attributes with some values replaced; those that are not there yet are added at the end."""
    left = dict(new)

    def attribute(found: re.Match[str]) -> str:
        text = left.pop(found[1].lower(), None)
        return found[0] if text is None else f'{found[1]}="{escape(text)}"'

    changed = ATTRIBUTE.sub(attribute, body)
    slash = "/" if left and changed.endswith("/") else ""
    return (
        changed.removesuffix(slash)
        + "".join(f' {name}="{escape(text)}"' for name, text in left.items())
        + slash
    )
