"""Pagefind's script for browsers, made to run from a folder as well, and to say what is wrong."""

from __future__ import annotations

from study.problems import Problem, ReportError

ENGINE = "pagefind.js"
# what the program's script for browsers says, and what it has to say for us, each exactly once
CHANGES = (
    ("this.init(options2?.language);}", "this.init(options2?.language).catch(()=>{});}"),
    (
        "var deriveBasePath=(explicit)=>{if(explicit)return explicit;",
        "var deriveBasePath=(explicit)=>{return explicit;",
    ),
)


def engine(script: str) -> str:
    """Return Pagefind's module as a classic script that is given how to fetch and where to complain.

    So it works from `file://`, where no module is loaded and nothing is fetched, and a damaged index is
    noticed: Pagefind itself says so on the console only. Raises ReportError for another version's script.
    """
    body, export, _ = script.rpartition("export{")
    if not export or "import.meta" not in body:
        raise problem(f"{ENGINE} is not what was expected")
    for old, new in CHANGES:
        if body.count(old) != 1:
            raise problem(f"{ENGINE} is not what was expected: {old}")
        body = body.replace(old, new)
    body = body.replace("import.meta.url", "undefined")
    return f"window.searchEngine=(fetch,console)=>{{{body}return createInstance;}};\n"


def problem(what: str) -> ReportError:
    """Return what is wrong with Pagefind, as an error."""
    return ReportError([Problem("pagefind", 0, 0, f"{what}; expected pagefind as locked in requirements/")])
