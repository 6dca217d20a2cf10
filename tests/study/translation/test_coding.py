"""The codes of a passage and of its translation."""

from __future__ import annotations

from study.translation.coding import coded, text_of

CITE = '{{ cite("a") }}'


def test_the_same_code_has_the_same_id_in_both_languages() -> None:
    codes = coded(f"**A** gate{CITE}", f"Une{CITE} **porte**")
    ids = {(token.text, token.id) for token in (*codes.source, *codes.target) if token.id}
    assert ids == {("**", "1"), (CITE, "2")}


def test_a_code_that_stands_twice_has_two_ids_and_data_once() -> None:
    codes = coded(f"A{CITE} b{CITE}", f"A{CITE} b{CITE}")
    assert [token.id for token in codes.target if token.id] == ["1", "2"]
    assert codes.data == {"d1": CITE}


def test_a_code_of_the_translation_alone_has_an_id_of_its_own() -> None:
    codes = coded("A gate", f"Une porte{CITE}")
    assert [token.id for token in codes.target if token.id] == ["t1"]
    assert codes.needed == {}


def test_emphasis_is_not_needed_but_macros_and_links_are() -> None:
    codes = coded(f"**A** [gate](x.md){CITE}", "")
    assert codes.needed == {"2": "[", "3": CITE}


def test_the_words_of_a_term_are_free() -> None:
    codes = coded('{{ term("model", "models") }}', '{{ term("model", "modèles") }}')
    assert [token.id for token in codes.target] == ["1", "", "1"]
    assert text_of(codes.target) == '{{ term("model", "modèles") }}'
