"""The text of a PDF that Chromium has printed, page by page, read with pikepdf alone.

Each font maps its codes to text (ToUnicode, ISO 32000-1, 9.10.3); words come in the order in which they were
painted, which is that of the page but for what is fixed on every sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pikepdf

Codes = dict[int, str]
SINGLE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
BLOCKS = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page, with one space for any gap."""
    with pikepdf.open(BytesIO(pdf)) as document:
        said = ("".join(_said(page, page.Resources)) for page in document.pages)
        return [" ".join(normalize("NFKC", text).split()) for text in said]  # ligatures as letters


def _said(content: Any, resources: Any) -> Iterator[str]:
    codes: Codes = {}
    for operands, operator in pikepdf.parse_content_stream(content):
        name = str(operator)
        if name == "Tf":
            codes = _codes(resources.Font[str(operands[0])])
        elif name in ("Tj", "TJ"):
            for each in operands[0] if name == "TJ" else operands:
                if isinstance(each, pikepdf.String):
                    yield _text(bytes(each), codes)
        elif name in ("Td", "Tm", "T*", "BT"):
            yield " "
        elif name == "Do" and (form := resources.XObject[str(operands[0])]).Subtype == "/Form":
            yield from _said(form, form.get("/Resources", resources))


def _text(code: bytes, codes: Codes) -> str:
    pairs = (int.from_bytes(code[place : place + 2], "big") for place in range(0, len(code), 2))
    return "".join(codes.get(each, "") for each in pairs)


def _codes(font: Any) -> Codes:
    found: Codes = {}
    if "/ToUnicode" not in font:
        return found
    for kind, block in BLOCKS.findall(font.ToUnicode.read_bytes()):
        if kind == b"bfchar":
            found |= {int(code, 16): _unicode(text) for code, text in SINGLE.findall(block)}
        else:
            for first, last, text in RANGE.findall(block):
                start = int(first, 16)
                for code in range(start, int(last, 16) + 1):
                    found[code] = chr(int(text, 16) + code - start)
    return found


def _unicode(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be")
