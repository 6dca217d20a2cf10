"""A style sheet without what nothing uses, so that readers on slow links don't load the whole theme's.

Names decide: a rule whose selectors all ask for a class, id or attribute that no template names is left
out, then custom properties that nothing reads, then whole groups that are empty. It follows whatever the
theme's next version holds, and needs no list of rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import tinycss2

NESTED = re.compile(r":(?:not|is|where|has|matches|-webkit-any|-moz-any)\([^()]*(?:\([^()]*\)[^()]*)*\)")
NAMES = re.compile(r"[.#]((?:[\w-]|\\.)+)|\[\s*([\w-]+)")
PROPERTY = re.compile(r"var\(\s*(--[\w-]+)")
ELEMENT = re.compile(r"(?<![\w.#:\[\\-])([a-z][a-z0-9]*)(?![\w(\\-])")
OTHER_DIRECTION = re.compile(r"\[dir=[\"']?rtl")
GROUPS = {"media", "supports", "layer", "container"}
LEFT_OUT = {"charset", "import"}
SCHEME = '[data-md-color-scheme="slate"]'
AUTO = '[data-md-color-scheme="auto"]'


def pruned(css: str, names: frozenset[str], used: str = "") -> str:
    """Return the rules of `css` that can apply to pages with these names of classes, ids, attributes and elements.

    `used` is further text in which custom properties are read, such as other style sheets.
    """
    rules = [*_kept(tinycss2.parse_stylesheet(css, True, True), lambda selector: _applies(selector, names))]
    text = _without_animations("".join(rules), used)
    while True:
        read = set(PROPERTY.findall(text + used))
        smaller = _without_properties(text, read)
        if smaller == text:
            return text
        text = smaller


def compact(css: str) -> str:
    """Return a style sheet without comments and indentation; every rule stays."""
    return "".join(_kept(tinycss2.parse_stylesheet(css, True, True), lambda selector: True))


def with_system_scheme(css: str) -> str:
    """Return `css`, and its rules for the dark scheme once more for readers whose system asks for it.

    Pages begin in the scheme `auto`, which needs no script; `default` rules stand for it otherwise.
    """
    light = css.replace(
        '[data-md-color-scheme="default"]', ':is([data-md-color-scheme="default"],' + AUTO + ")"
    )
    dark = [*_kept(tinycss2.parse_stylesheet(css, True, True), lambda selector: SCHEME in selector)]
    again = "".join(dark).replace(SCHEME, AUTO)
    return light + (f"@media screen and (prefers-color-scheme:dark){{{again}}}" if dark else "")


def _kept(rules: Iterable[Any], wanted: Callable[[str], bool]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [each for each in _selectors(rule.prelude) if wanted(each)]
            if selectors:
                yield f"{','.join(selectors)}{{{_declarations(rule.content)}}}"
        elif rule.type == "at-rule" and rule.at_keyword not in LEFT_OUT:
            yield from _group(rule, wanted)


def _group(rule: Any, wanted: Callable[[str], bool]) -> Iterator[str]:
    head = f"@{rule.at_keyword} {_text(rule.prelude)}"
    if rule.content is None:
        yield f"{head};"
    elif rule.at_keyword in GROUPS:
        inner = "".join(_kept(tinycss2.parse_rule_list(rule.content, True, True), wanted))
        if inner:
            yield f"{head}{{{inner}}}"
    else:
        yield f"{head}{{{_text(rule.content)}}}"


def _selectors(prelude: list[Any]) -> Iterator[str]:
    part: list[Any] = []
    for token in [*prelude, None]:
        if token is None or token == ",":  # noqa: S105
            yield _text(part)
            part = []
        else:
            part.append(token)


def _text(tokens: list[Any]) -> str:
    kept = [token for token in tokens if token.type != "comment"]
    return re.sub(r"\s+", " ", tinycss2.serialize(kept)).strip()


def _declarations(tokens: list[Any]) -> str:
    found = tinycss2.parse_blocks_contents(tokens, True, True)
    return ";".join(_declaration(each) for each in found if each.type == "declaration")


def _declaration(each: Any) -> str:
    important = "!important" if each.important else ""
    return f"{each.name}:{_text(each.value)}{important}"


def _applies(selector: str, names: frozenset[str]) -> bool:
    """Return whether every name that a selector asks for is known; what stands in `:not()` and the like is not asked."""
    if OTHER_DIRECTION.search(selector):
        return False
    plain = NESTED.sub("", selector)
    asked = {found[1] or found[2] for found in NAMES.finditer(plain)}
    elements = set(ELEMENT.findall(re.sub(r"\[[^\]]*\]|::?[\w-]+(\([^)]*\))?", "", plain)))
    return asked <= names and elements <= names


def _without_animations(css: str, used: str) -> str:
    """Return `css` without the animations that none of its rules, nor `used`, names a second time."""
    rules = tinycss2.parse_stylesheet(css, True, True)
    idle = [
        rule
        for rule in rules
        if rule.type == "at-rule"
        and rule.at_keyword.endswith("keyframes")
        and len(re.findall(rf"\b{re.escape(_text(rule.prelude))}\b", css + used)) == 1
    ]
    return "".join(_kept([rule for rule in rules if rule not in idle], lambda selector: True))


def _without_properties(css: str, read: set[str]) -> str:
    def keep(found: re.Match[str]) -> str:
        return found[0] if found[1] in read else ""

    return re.sub(r"(?<=[{;])(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*(?:;|(?=\}))", keep, css)
