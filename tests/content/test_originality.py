"""No sentence of the source documents stands in the text; names and titles aside."""

from __future__ import annotations

from pathlib import Path

from study.chapters import CALL, pages
from study.typography_checks import translated_scalars
from tests.content.originality import Run, known_shingles, shared_runs, shingles, words_of

LONGEST = 9  # words in a row
# names and titles that can't be said otherwise
NAMES = (
    "mécanisme de mesure de la performance de l omd",
    "ministère du commerce et des échanges département du tourisme",
    "rapport d étude sur les technologies de rupture",
    "fonds de coopération douanière de la chine",
)


def runs_of_the_report(root: Path) -> list[Run]:
    known = known_shingles()
    runs: list[Run] = []
    for page in pages(root, "fr"):
        text = CALL.sub(" | ", (root / "docs" / "fr" / page).read_text(encoding="utf-8"))
        runs += shared_runs(text, f"docs/fr/{page}", known)
    for path in sorted((root / "data").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for start, end, language, _ in translated_scalars(text):
            if language == "fr":
                runs += shared_runs(text[start:end], f"data/{path.name}", known)
    return sorted(runs, reverse=True)


def test_no_run_of_more_than_nine_words_is_shared_with_a_source(root: Path) -> None:
    runs = runs_of_the_report(root)
    print("\nLongest runs shared with a source document:")
    for run in runs[:10]:
        print(f"  {run.length} words in {run.place}: {run.words}")
    too_long = [run for run in runs if run.length > LONGEST and not any(name in run.words for name in NAMES)]
    assert too_long == []


def test_a_copied_sentence_is_found() -> None:
    sentence = "Une longue phrase d’une source que personne ne devrait recopier mot pour mot dans ce rapport."
    known = frozenset(shingles(words_of(f"Avant. {sentence} Après.")))
    [run] = shared_runs(f"Nous disons : {sentence.upper()} C’est tout.", "here", known)
    assert run.length == len(words_of(sentence))
    assert run.length > LONGEST
    assert shared_runs("Une longue phrase qui ne reprend rien du tout à personne.", "here", known) == []
