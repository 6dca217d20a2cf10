"""Any text as TeX writes it, for BibTeX."""

from __future__ import annotations

import re

# BibTeX counts every brace, escaped or not, so braces need commands without one (Patashnik,
# "BibTeXing", 1988); the rest are the special characters of TeX (Knuth, The TeXbook, chapter 7).
SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        "\N{NO-BREAK SPACE}": "~",
        "\N{NARROW NO-BREAK SPACE}": r"\,",
        "\N{WORD JOINER}": None,
    }
)
# two signs that TeX would join: -- becomes a dash, two quotation marks one
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)")
ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def tex(text: str) -> str:
    """Return `text` so that TeX prints exactly these characters; no-break spaces become those of TeX."""
    return LIGATURE.sub("{}", text.translate(SIGNS))


def tex_address(address: str) -> str:
    """Return a web address whose braces stay balanced; TeX's commands for addresses take the rest as it is."""
    return address.translate(ADDRESS)
