"""MkDocs as a process of its own, started as `python -P -m report.generator build …`.

A plugin imports `requests` for texts on the web, of which this report has none. To read that library
takes a twelfth of a build in which nothing has changed; here it is read when something asks for it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

UNUSED = "requests"


class PutOff(ModuleType):
    """Stands for a module until something of it is used (importlib's LazyLoader reads it at once before Python 3.12)."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module has under `name`, which takes its own place from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def main() -> None:
    """Run MkDocs' command line with the arguments of this process."""
    sys.modules.setdefault(UNUSED, PutOff(UNUSED))
    from mkdocs.__main__ import cli

    cli(prog_name="mkdocs")


if __name__ == "__main__":
    main()
