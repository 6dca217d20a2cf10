"""Which language this process builds, if it builds one of two."""

from __future__ import annotations

import os
from typing import Any

PART = "REPORT_PART"


def part() -> str | None:
    """Return the language that this process builds alone, or None if it builds all of them."""
    return os.environ.get(PART) or None


def is_inner_build(i18n: Any) -> bool:
    """Return whether static-i18n builds a further language, so that what is done once has been done."""
    return bool(i18n.building) and part() is None
