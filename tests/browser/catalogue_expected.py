"""What the catalogue must show, worked out in Python from the register."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from study.facets import FACETS, name_of, values_of
from study.knowledge import Knowledge
from study.labels import Words, sort_key
from study.listing import in_order
from study.models.cases import Case
from study.models.vocabulary import STAGES
from study.repertory import repertory
from study.selection import administrations_of

Choices = Mapping[str, Sequence[str]]


def plain(text: str) -> str:
    """The text without accents, capitals, ligatures and kinds of apostrophe or space."""
    for before, after in (("’", "'"), ("œ", "oe"), ("Œ", "oe"), ("æ", "ae"), ("ß", "ss")):
        text = text.replace(before, after)
    spread = unicodedata.normalize("NFKD", text.lower())
    return "".join(each for each in spread if not unicodedata.combining(each))


@dataclass(frozen=True)
class Expected:
    """The register in one language, asked as a reader asks the catalogue."""

    knowledge: Knowledge
    language: str

    @property
    def words(self) -> Words:
        return Words(self.language, self.knowledge.labels)

    def cases(self, choices: Choices, text: str = "") -> list[Case]:
        """The cases under any of the values of each facet, with every word of the text, in the order of lists."""
        known = repertory(self.knowledge)
        found = [
            case
            for case in known.cases
            if all(
                set(values) & set(values_of(case, facet, self.knowledge)) for facet, values in choices.items()
            )
            and all(word in self.haystack(case) for word in plain(text).split())
        ]
        return in_order(found, known, self.words)

    def haystack(self, case: Case) -> str:
        """All words of a case that a reader may look for."""
        technologies = [self.knowledge.technology[key] for key in case.technologies]
        texts = [
            case.title[self.language],
            *administrations_of(case, self.knowledge, self.language),
            case.office[self.language] if case.office else "",
            *(each.name[self.language] for each in technologies),
            *(each.short[self.language] for each in technologies),
            *(name_of("process", key, self.knowledge, self.words) for key in case.processes),
        ]
        return plain("\n".join(texts))

    def ids(self, choices: Choices, text: str = "", sort: str = "administration") -> list[str]:
        """The ids of those cases, in an order of the catalogue."""
        keys: dict[str, Callable[[Case], object]] = {
            "administration": lambda case: 0,
            "title": lambda case: sort_key(case.title[self.language]),
            "newest": lambda case: -(case.since or 0),
            "oldest": lambda case: case.since or 9999,
            "stage": lambda case: STAGES.index(case.stage),
            "checked": lambda case: tuple(-ord(each) for each in case.checked),
        }
        return [case.id for case in sorted(self.cases(choices, text), key=keys[sort])]

    def counts(self, choices: Choices, text: str = "") -> dict[str, dict[str, int]]:
        """How many cases each value would have, the other facets being as they are."""
        found: dict[str, dict[str, int]] = {}
        for facet in FACETS:
            others = {key: values for key, values in choices.items() if key != facet}
            found[facet] = dict.fromkeys(repertory(self.knowledge).found[facet], 0)
            for case in self.cases(others, text):
                for value in values_of(case, facet, self.knowledge):
                    found[facet][value] += 1
        return found

    def said(self, shown: int) -> str:
        """The words for the number of cases found."""
        total = len(repertory(self.knowledge).cases)
        if shown == total:
            return self.words("count", "cases_many", count=self.words.number(total))
        return self.words(
            "catalogue", "count", shown=self.words.number(shown), total=self.words.number(total)
        )
