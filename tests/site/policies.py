"""Checks of the content security policy of built pages (W3C, Content Security Policy Level 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.content_policy import source_hash
from tests.site.parsing import Element, Page

LOOSE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "http:", "https:", "*")
DATA_BLOCKS = ("application/ld+json", "application/json", "text/plain")  # which no browser runs
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data")
HASH = re.compile(r"'sha256-[^']+'")


def policy_faults(page: Page) -> Iterator[str]:
    """Say what a page lacks of a strict policy, what the policy would stop, and what it lets in for nothing."""
    elements = list(page.root.all())
    found = [each for each in elements if each["http-equiv"].lower() == "content-security-policy"]
    if len(found) != 1:
        yield f"{page.name}: {len(found)} policies; expected one"
        return
    policy = found[0]["content"]
    rules = {name: rest for name, *rest in (part.split() for part in policy.split(";") if part.strip())}
    if rules.get("default-src") != ["'none'"] or rules.get("base-uri") != ["'none'"]:
        yield f"{page.at(found[0])}: default-src and base-uri must be 'none': {policy}"
    for source in sorted({each for rest in rules.values() for each in rest} & {*LOOSE}):
        yield f"{page.at(found[0])}: {source} lets in too much"
    before = elements[: elements.index(found[0])]
    yield from (f"{page.at(each)}: <{each.tag}> before the policy" for each in before if _loads(each))
    yield from _acting(page, elements)
    yield from _unlisted(page, elements, rules)


def _loads(element: Element) -> bool:
    return element.tag in ("script", "style") or (element.tag == "link" and element["rel"] == "stylesheet")


def _acting(page: Page, elements: list[Element]) -> Iterator[str]:
    for element in elements:
        for name, value in element.attributes.items():
            if name == "style" or name.startswith("on"):
                yield f"{page.at(element)}: <{element.tag} {name}>"
            elif name in ADDRESSES and value.strip().lower().startswith("javascript:"):
                yield f"{page.at(element)}: <{element.tag} {name}=javascript:>"


def _unlisted(page: Page, elements: list[Element], rules: dict[str, list[str]]) -> Iterator[str]:
    """Compare what stands in the page with the hashes of its policy, and what it loads with `'self'`."""
    inside: dict[str, set[str]] = {"script-src": set(), "style-src": set()}
    for each in filter(_loads, elements):
        rule = "script-src" if each.tag == "script" else "style-src"
        if each["src"] or each["href"]:
            if "'self'" not in rules.get(rule, []):
                yield f"{page.at(each)}: {rule} stops {each['src'] or each['href']}"
        elif each["type"] not in DATA_BLOCKS:
            inside[rule].add(source_hash(each.text()))
    for rule, hashes in inside.items():
        listed = {each for each in rules.get(rule, []) if HASH.fullmatch(each)}
        if listed != hashes:
            yield f"{page.name}: {rule} lists {sorted(listed)}; the page holds {sorted(hashes)}"
