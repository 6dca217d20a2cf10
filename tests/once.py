"""What takes long to make, made once for all processes of a run of tests."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(temporary: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder called `name`, which `make` fills the first time any process asks for it; read only.

    It takes its place only when it is whole: a `make` that fails is tried again by the next process.
    """
    shared = temporary.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    target = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not target.exists():
            making = shared / f"making-{name}"
            make(making)
            making.rename(target)
    return target
