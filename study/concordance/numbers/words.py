"""The words of each language that stand for a value: numbers, ordinals, months, scales, currencies.

A word is *doubtful* if it often stands where the other language has no number at all: "one" is a
pronoun, "first" an adverb, "both" is *les deux* or *l’un et l’autre*. A doubtful word may be the
counterpart of a number, but nothing is wrong if it has none itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What stands for a value in one language; all but months in lower case."""

    units: dict[str, int]
    tens: dict[str, int]  # a unit may follow: "twenty-five"
    scales: dict[str, int]  # multiply what stands before
    ordinals: dict[str, int]  # and the words of shares: a third, un cinquième
    doubtful: dict[str, int]
    doubtful_ordinals: dict[str, int]
    months: dict[str, int]
    halves: frozenset[str]


def _counted(words: str, first: int = 1) -> dict[str, int]:
    """Return the words with their number; those joined by a stroke have the same."""
    return {word: number for number, group in enumerate(words.split(), first) for word in group.split("/")}


def _decades(words: str) -> dict[str, int]:
    return {word: 10 * number for word, number in _counted(words, 2).items()}


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = Words(
    units=_counted(
        "two/twice three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen",
        2,
    ),
    tens=_decades("twenty thirty forty fifty sixty seventy eighty ninety"),
    scales={
        "hundred": 100,
        "thousand": 1000,
        "million": 10**6,
        "bn": 10**9,
        "billion": 10**9,
        "trillion": 10**12,
    },
    ordinals=_counted(
        "second third/thirds fourth fifth/fifths sixth/sixths seventh/sevenths eighth/eighths ninth/ninths "
        "tenth/tenths eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth twentieth",
        2,
    ),
    doubtful=_counted(
        "one/once/single/unique both/either/neither/pair/pairs/couple/double/doubled/dual/biennial "
        "triple/tripled/triennial"
    )
    | {"decade": 10, "dozen": 12, "fortnight": 15, "hundred": 100, "thousand": 1000},
    doubtful_ordinals={"first": 1, "quarter": 4, "quarters": 4},
    months=_counted("January February March April May June July August September October November December"),
    halves=frozenset({"half", "halves"}),
)
FRENCH = Words(
    units=_counted(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
        "dix-huit dix-neuf",
        2,
    ),
    tens=_decades("vingt trente quarante cinquante soixante") | {"quatre-vingt": 80, "quatre-vingts": 80},
    scales={"cent": 100, "cents": 100, "mille": 1000, "millier": 1000, "milliers": 1000}
    | {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
    | {"billion": 10**12, "billions": 10**12},
    ordinals=_counted(
        "deuxième/deuxièmes troisième quatrième cinquième/cinquièmes sixième/sixièmes septième/septièmes huitième/huitièmes "
        "neuvième/neuvièmes dixième/dixièmes onzième douzième treizième quatorzième quinzième seizième "
        "dix-septième dix-huitième dix-neuvième vingtième",
        2,
    ),
    doubtful=_counted(
        "un/une/seul/seule/unique double/doublé/paire/couple/biennal "
        "triple/triplé/triennal/tridimensionnel quadrupède/quadrupèdes quinquennal/quinquennale"
    )
    | dict.fromkeys(("l’un et l’autre", "l’une et l’autre", "les uns et les autres"), 2)
    | dict.fromkeys(("les unes et les autres", "l’un ni l’autre", "l’une ni l’autre"), 2)
    | {"neuf": 9, "dizaine": 10, "décennie": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20}
    | {"trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60}
    | {"cent": 100, "centaine": 100, "mille": 1000, "millier": 1000},
    doubtful_ordinals=_counted(
        "d’abord/unième/premier/première/premiers/premières second/seconde tiers quart/quarts"
    ),
    months=_counted("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    halves=frozenset({"moitié", "moitiés", "demi", "demie", "demis"}),
)
WORDS = {"en": ENGLISH, "fr": FRENCH}

# what stands around an amount → the code of ISO 4217
CURRENCIES = {
    **dict.fromkeys(("€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("$", "US$", "dollar", "dollars", "US dollars", "dollars des États-Unis"), "USD"),
    **dict.fromkeys(("Australian dollars", "dollars australiens"), "AUD"),
    **dict.fromkeys(("Canadian dollars", "dollars canadiens"), "CAD"),
    **dict.fromkeys(("Hong Kong dollars", "dollars de Hong Kong"), "HKD"),
    **dict.fromkeys(("Singapore dollars", "dollars de Singapour"), "SGD"),
    **dict.fromkeys(("Philippine pesos", "pesos philippins"), "PHP"),
    **dict.fromkeys(("rand", "rands"), "ZAR"),
    **dict.fromkeys(("£", "pounds", "livres sterling"), "GBP"),
    **dict.fromkeys(("¥", "yen", "yens"), "JPY"),
    **dict.fromkeys(("CFA francs", "francs CFA"), "XOF"),
}
CODES = _each(
    "AED AOA ARS AUD BRL CAD CHF CLP CNY COP DKK EUR GBP GHS HKD IDR INR JPY KES KRW MXN MYR NGN NOK NZD PHP "
    "PKR RUB RWF SAR SEK SGD THB TZS UGX USD VND XAF XOF ZAR"
)
# letters that may follow a number without a space and leave it a number
ATTACHED = _each(
    "km kg cm mm m g t h s ms min x px dpi kB KB MB GB TB PB ko Ko Mo Go To Po kW MW kWh MeV keV kV Hz kHz MHz "
    "GHz st nd rd th er re e ère ème nde de bn"
)
