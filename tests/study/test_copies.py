"""Which copies readers of a language are offered, and what they are told of each."""

from __future__ import annotations

import pytest

from study.copies import chapter_copy, copy_view, whole_copies
from study.knowledge import Knowledge
from study.labels import Words

OFFERED = {
    "en": [
        "en/files/disruptive-technologies-2026-draft-en.pdf",
        "en/files/disruptive-technologies-2026-draft-en.epub",
        "en/files/disruptive-technologies-2026-draft-offline-en.zip",
        "files/disruptive-technologies-2026-draft-offline-en-fr.zip",
    ],
    "fr": [
        "fr/files/disruptive-technologies-2026-draft-fr.pdf",
        "fr/files/disruptive-technologies-2026-draft-fr.epub",
        "fr/files/disruptive-technologies-2026-draft-offline-fr.zip",
        "files/disruptive-technologies-2026-draft-offline-en-fr.zip",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_reader_is_offered_the_copies_in_one_language_and_the_pack_of_both(
    language: str, knowledge: Knowledge
) -> None:
    found = list(whole_copies(knowledge.standing, language))
    assert [copy.path for copy in found] == OFFERED[language]
    assert [len(copy.languages) for copy in found] == [1, 1, 1, 2]


def test_every_copy_has_a_name_in_both_languages(knowledge: Knowledge) -> None:
    standing = knowledge.standing
    for copy in [*whole_copies(standing, "en"), chapter_copy(standing, "en", "summary")]:
        assert knowledge.labels["copies"][copy.key]


def test_a_copy_is_told_with_its_languages_and_size(knowledge: Knowledge) -> None:
    *_, both = whole_copies(knowledge.standing, "fr")
    words = Words("fr", knowledge.labels)
    view = copy_view(both, "../x.zip", 2_400_000, words)
    assert (view.href, view.language, view.size) == ("../x.zip", "Anglais et français", words.size(2_400_000))
