"""What a command of the report did: what it printed, and the code it ended with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a command printed and the code it ended with; negative where a signal ended it."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Return the lines of problems and refusals; there must be no traceback among them."""
        assert "Traceback" not in self.out + self.err, self.err
        return self.err.splitlines()
