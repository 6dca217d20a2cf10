"""The data of the catalogue's filters as a script: a page on a disk may run one beside it, and fetch nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath

SCRIPT = "register.js"
NAME = "registerFiles"  # what docs/assets/catalogue.js looks for before it asks for files
FORM = re.compile(r'<form\b[^>]*\sdata-data="([^"]*)"[^>]*\sdata-table="([^"]*)"')
LOADED = re.compile(r'<script\b[^>]*\ssrc="[^"]*/catalogue[\w.-]*\.js"[^>]*>')


def register(site: Path, path: str, page: str) -> dict[str, bytes]:
    """Return the script that holds what the catalogue at `path` would fetch, by its path; nothing for other pages."""
    form = FORM.search(page)
    if form is None or LOADED.search(page) is None:
        return {}
    data, table = (normpath(join(dirname(path), address)) for address in form.groups())
    files = {file.name: json.loads(file.read_bytes()) for file in sorted((site / data).glob("*.json"))}
    files[table.rpartition("/")[2]] = (
        (site / table).read_bytes().decode("utf-8-sig")
    )  # as a browser decodes it
    text = json.dumps(files, ensure_ascii=False, separators=(",", ":"))
    return {f"{data}/{SCRIPT}": f"window.{NAME} = {text};\n".encode()}


def with_register(page: str) -> str:
    """Return a page whose catalogue, if it has one, is handed its data by a script that runs before it."""
    form, script = FORM.search(page), LOADED.search(page)
    if form is None or script is None:
        return page
    return (
        f'{page[: script.start()]}<script src="{form[1]}{SCRIPT}" defer></script>\n{page[script.start() :]}'
    )
