"""The page a macro is called on: its language, its links, its citations and its parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from macros.parts import Parts
from macros.rendering import render
from study.knowledge import Knowledge
from study.labels import Words
from study.repertory import Repertory, repertory

Address = Callable[[str], str | None]
Title = Callable[[str], str]


@dataclass
class ReportPage:
    """One page in one language while its macros run.

    `address` returns the relative address of another page of the same language, given its path
    below `docs/LANG/`, or None where that page does not exist; `title_of` returns its title. `name` is
    the path of the page's own chapter from the checkout, for messages.
    """

    knowledge: Knowledge
    words: Words
    address: Address
    title_of: Title = str
    name: str = ""
    parts: Parts = field(default_factory=Parts)
    cited: dict[str, int] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """Return `en` or `fr`."""
        return self.words.language

    @property
    def repertory(self) -> Repertory:
        """Return the register as readers search it."""
        return repertory(self.knowledge)

    def number_of(self, source: str) -> int:
        """Return the number of a source on this page; the first citation gives it."""
        return self.cited.setdefault(source, len(self.cited) + 1)

    def link(self, page: str, fragment: str = "") -> str | None:
        """Return the address of a page and section, or None where the page does not exist."""
        address = self.address(page)
        if address is None:
            return None
        return f"{address}#{fragment}" if fragment else address

    def part(self, fragment: str, **values: object) -> str:
        """Return the token of a rendered fragment; `page` and `words` are known to each."""
        return self.parts.keep(self.html(fragment, **values))

    def html(self, fragment: str, **values: object) -> str:
        """Return the HTML of a fragment."""
        return render(self.knowledge.root, fragment, words=self.words, **values)
