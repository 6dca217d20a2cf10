"""One value of a text, in a form that is the same in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a text; of equal values, `kind` and `normalised` are equal in both languages.

    A `doubtful` value, such as "one" or "first", need not stand in the other language.
    """

    kind: str  # number | ordinal | percent | amount | month | name (letters and digits, such as 5G)
    normalised: str
    offset: int
    written: str
    doubtful: bool = False
    scale: int = 1  # what its digits were multiplied with: 1000000 in "1.2 million"

    @property
    def key(self) -> tuple[str, str]:
        """Return what two equal values have in common."""
        return self.kind, self.normalised

    @property
    def end(self) -> int:
        """Return the offset behind its last character."""
        return self.offset + len(self.written)


def plain(number: Decimal) -> str:
    """Return a number without exponent and without zeros that say nothing."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
