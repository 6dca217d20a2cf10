"""French and English typography: spaces that must not break, apostrophes, quotation marks.

French follows the usage of the *Lexique des règles typographiques en usage à l'Imprimerie
nationale*: no-break space before the colon and inside guillemets, narrow no-break space before
; ! ? % and between groups of three digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
SPACES = f" {NO_BREAK}{NARROW}"
# What is never touched: code, macro calls, attribute lists, link targets, addresses, HTML tags.
KEPT = re.compile(
    r"```.*?```|`[^`\n]*`|\{\{(?:(?!\{\{).)*?\}\}|\{:[^{}\n]*\}|\]\([^()\n]*\)|https?://\S+|<[^<>\n]+>"
    r"|^!!![^\"\n]*|&#?\w+;",
    re.DOTALL | re.MULTILINE,
)
KEPT_SIGNS = ("`", "{", "](", "http", "<", "!!!", "&")  # one of them stands in every kept part
HIDDEN = "\ue100"  # stands for a kept part; no text may hold private-use characters
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
FRENCH = (
    (
        re.compile(rf"(?<=[^\s{SPACES}])[{SPACES}]+:(?=[\s{SPACES}*_{HIDDEN}]|$)", re.MULTILINE),
        f"{NO_BREAK}:",
    ),
    (re.compile(rf"(?<=[^\s{SPACES}])[{SPACES}]+([;!?])"), rf"{NARROW}\1"),
    (re.compile(rf"(?<=\d)[{SPACES}]*%"), f"{NARROW}%"),
    (re.compile(rf"«[{SPACES}]*(?=\S)"), f"«{NO_BREAK}"),
    (re.compile(rf"(?<=\S)[{SPACES}]*»"), f"{NO_BREAK}»"),
    (re.compile(rf"(?<![\d,.])(\d{{1,3}})((?:[{SPACES}]\d{{3}})+)(?![\d])"), "thousands"),
    (re.compile(rf"(?<=\d)[{SPACES}](?=(?:millions?|milliards?|points?)\b)"), NO_BREAK),
    (
        re.compile(rf"(?<!\w)(n°|no|§|art\.|p\.|section|paragraphe|chapitre)[{SPACES}](?=\d)"),
        rf"\1{NO_BREAK}",
    ),
)
ENGLISH = ((re.compile(r"(?<=\d) (?=(?:million|billion|per cent)\b)"), NO_BREAK),)


def french(text: str) -> str:
    """Return `text` with French typography; code, calls, links and addresses stay as they are."""
    return _outside_kept(text, _french)


def english(text: str) -> str:
    """Return `text` with typographic apostrophes and unbreakable quantities."""
    return _outside_kept(text, _english)


TYPOGRAPHY = {"en": english, "fr": french}


def _french(text: str) -> str:
    text = APOSTROPHE.sub("’", text)
    for pattern, replacement in FRENCH:
        if replacement == "thousands":
            text = pattern.sub(lambda found: found[1] + re.sub(rf"[{SPACES}]", NARROW, found[2]), text)
        else:
            text = pattern.sub(replacement, text)
    return text


def _english(text: str) -> str:
    text = APOSTROPHE.sub("’", text)
    for pattern, replacement in ENGLISH:
        text = pattern.sub(replacement, text)
    return text


def may_hold_kept(text: str) -> bool:
    """Return whether KEPT may find something; most texts of a large register need not be searched."""
    return any(sign in text for sign in KEPT_SIGNS)


def _outside_kept(text: str, change: Callable[[str], str]) -> str:
    """Return `text` changed, except for its kept parts, each of which counts as one character."""
    if HIDDEN in text:  # refused elsewhere; here it must only do no harm
        return text
    if not may_hold_kept(text):
        return change(text)
    kept: list[str] = []

    def hide(found: re.Match[str]) -> str:
        kept.append(found.group())
        return HIDDEN

    changed = change(KEPT.sub(hide, text))
    parts = iter(kept)
    return re.sub(HIDDEN, lambda _: next(parts), changed)
