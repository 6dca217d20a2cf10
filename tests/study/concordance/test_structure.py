"""Every way in which two languages of a chapter can be built differently is found and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import Chapter, pages, read_chapter
from study.concordance.structure import structure_problems
from study.markup import markup_problems

ENGLISH = """\
---
description: A.
---
# Title {: #title }

One{{ cite("note", page="3") }} and [two](b.md#c), {{ term("ai", "learning") }}.

- one
    1. below
- two[^1]

## Uses {: #uses }

| A | B |
|---|--:|
| a | [b](../b.md) |

!!! note "Title"
    Inside.

> Said [here](https://example.org/en/).

{{ cases(technology="ai", view="cards") }}

```yaml
a: b
```

![Picture](a.png)

---

[^1]: Where.

## Ends {: #ends }

Term
:   Meaning.

[it]: https://example.org/en/it
"""
FRENCH = ENGLISH
for old, new in (
    ("# Title", "# Titre"),
    ("One", "Un,"),
    ('"learning"', '"apprentissage"'),
    ('technology="ai", view="cards"', "view='cards',  technology='ai'"),
    ("org/en/it", "org/fr/ceci"),
    ("org/en/)", "org/fr/la-page)"),
    ("a: b", "a: c"),
    ("Inside.", "Dedans,\n    ici."),
    ("![Picture]", "![Image]"),
    ('!!! note "Title"', '!!! note "Titre"'),
):
    assert old in FRENCH
    FRENCH = FRENCH.replace(old, new)


def said(english: str, french: str) -> list[str]:
    pair = Chapter("docs/en/a.md", "en", "a.md", english), Chapter("docs/fr/a.md", "fr", "a.md", french)
    return [str(problem) for problem in structure_problems(*pair)]


def test_a_pair_that_is_right_in_every_kind_passes() -> None:
    assert said(ENGLISH, FRENCH) == []


def test_the_real_chapters_are_built_alike(root: Path) -> None:
    for page in pages(root, "en"):
        pair = (read_chapter(root, language, page) for language in ("en", "fr"))
        assert [str(problem) for problem in structure_problems(*pair)] == []


CHANGES = (
    (' and [two](b.md#c)', "", "6", 'the section "title": the link "b.md#c" here, but nothing like it in docs/fr/a.md:6'),
    ("b.md#c", "b.md#d", "6", 'the section "title": the link "b.md#c" here, but the link "b.md#d" in docs/fr/a.md:6'),
    ('page="3"', 'page="4"', "6", '{{ cite("note", page="3") }} here, but {{ cite("note", page="4") }} in docs/fr/a.md:6'),
    ('term("ai"', 'term("ml"', "6", '{{ term("ai", "learning") }} here, but {{ term("ml", "apprentissage") }} in'),
    ("    1. below", "    - below", "9", "an ordered list here, but a bulleted list in docs/fr/a.md:9"),
    ("    1. below", "    1. below\n    2. more", "9", "a list of 1 item here, but a list of 2 items in docs/fr/a.md:9"),
    ("- two[^1]", "", "8", "a list of 2 items here, but a list of 1 item in docs/fr/a.md:8"),
    ("    1. below\n", "", "9", "1 paragraph and 1 list here, but 1 paragraph in docs/fr/a.md:8"),
    ("[^1]\n", "[^2]\n", "10", 'the note "1" here, but the note "2" in docs/fr/a.md:10'),
    ("[^1]: Where", "[^2]: Where", "33", 'the footnote "1" here, but the footnote "2" in docs/fr/a.md:34'),
    ("| a |", "| a | c |", "16", "a row of 2 cells here, but a row of 3 cells in docs/fr/a.md:16"),
    ("| a | [b](../b.md) |", "| [a](../b.md) | b |", "16", 'nothing like it here, but the link "../b.md" in'),
    ("|--:|", "|---|", "14", 'columns aligned "default right" here, but columns aligned "default default" in'),
    ("b.md) |", "b.md) |\n| c | d |", "14", "a table of 2 rows, its header included here, but a table of 3 rows"),
    ("| A | B |\n|---|--:|", "| A | B | C |\n|---|--:|---|", "14", "a table of 2 columns here, but a table of 3 columns"),
    ("!!! note", "!!! tip", "18", 'the admonition "note" here, but the admonition "tip" in docs/fr/a.md:18'),
    (' "Titre"', "", "18", "an admonition with a title here, but an admonition without a title in"),
    ("    ici.\n", "    ici.\n\n    - là\n", "19", "1 paragraph here, but 1 paragraph and 1 list in"),
    ("> Said", "Said", "21", "a quote here, but a paragraph in docs/fr/a.md:22"),
    ("example.org/fr/la", "example.com/fr/la", "21", 'the link "https://example.org/en/" here, but the link "https://example.com/'),
    ("technology='ai'", "technology='iot'", "23", "{{ cases(technology=\"ai\", view=\"cards\") }} here, but {{ cases("),
    ("{{ cases(view='cards',  technology='ai') }}", "{{ regions() }}", "23", "here, but {{ regions() }} in docs/fr/a.md:24"),
    ("```yaml", "```json", "25", 'code of the language "yaml" here, but code of the language "json" in'),
    ("a.png", "b.png", "29", 'the image "a.png" here, but the image "b.png" in docs/fr/a.md:30'),
    ("---\n\n[^1]", "[^1]", "31", "1 code block, 1 rule, 1 image and 1 footnote here, but 1 table"),
    (":   Meaning.", "Meaning.", "37", "a list of definitions here, but a paragraph in"),
    ("[it]:", "[that]:", "40", "the link address [it]: https://example.org/en/it here, but the link address [that]:"),
    ("https://example.org/fr/ceci", "b.md", "40", "the link address [it]:"),
    ("## Uses", "### Uses", "12", 'the heading is ## "uses" here, but ### "uses" in docs/fr/a.md:12; expected the same level and id'),
    ("#uses", "#usages", "12", 'the heading is ## "uses" here, but ## "usages" in docs/fr/a.md:12; expected the same level and id'),
    ("## Ends {: #ends }", "", "35", 'the section "ends" has no counterpart in docs/fr/a.md; expected a heading ## … {: #ends } there'),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "message"), CHANGES)
def test_each_difference_is_told_with_both_places(old: str, new: str, line: str, message: str) -> None:
    assert old in FRENCH
    told = said(ENGLISH, FRENCH.replace(old, new, 1))
    assert told[0].startswith(f"docs/en/a.md:{line}:1: "), told
    assert message in told[0]
    assert "docs/fr/a.md" in told[0]


@pytest.mark.parametrize("change", [change[:2] for change in CHANGES])
def test_each_difference_is_found_from_either_side(change: tuple[str, str]) -> None:
    assert said(FRENCH.replace(*change, 1), ENGLISH)


def page(*sections: str) -> str:
    return "# A {: #a }\n\n" + "\n\n".join(sections)


def test_an_inserted_paragraph_is_one_problem_that_tells_where_it_may_be() -> None:
    english = page('One.\n\nTwo.{{ cite("b") }}\n\nThree.{{ cite("c") }}')
    assert said(english, english.replace("Three", "New.\n\nThree")) == [
        'docs/en/a.md:7:1: the section "a": 3 paragraphs here, but 4 paragraphs in docs/fr/a.md:7; '
        "expected the same in both languages"
    ]


def test_links_and_terms_stand_where_a_language_puts_its_words() -> None:
    english = page('One.{{ cite("b") }} See [a](b.md) and {{ term("c") }}.')
    french = page('Voir {{ term("c") }} et [a](b.md). Un.{{ cite("b") }}')
    assert said(english, french) == []


def test_another_order_of_the_same_citations_is_told() -> None:
    english = page('One.{{ cite("b") }}{{ cite("c") }}')
    assert said(english, page('Un.{{ cite("c") }}{{ cite("b") }}')) == [
        'docs/en/a.md:3:1: the section "a": {{ cite("b") }} comes as citation no. 1 here, but {{ cite("c") }} in '
        "docs/fr/a.md:3; expected the same in both languages"
    ]


def test_each_section_is_compared_although_another_one_differs() -> None:
    english = page("One.", "## B {: #b }", "Two.", "## C {: #c }", "Three.")
    told = said(english, english.replace("One.", "Un.\n\nDeux.").replace("Three.", "- Trois."))
    assert [each.split(":")[1] for each in told] == ["3", "11"]


def test_a_section_that_english_lacks_is_named_with_the_nearest_id() -> None:
    english = page("## Risk {: #risks }", "## End {: #end }")
    assert said(english, page("## End {: #end }", "## Risques {: #risk }")) == [
        'docs/en/a.md:3:1: the section "risks" has no counterpart in docs/fr/a.md; expected a heading '
        '## … {: #risks } there after line 1; did you mean "risk"?',
        'docs/en/a.md:5:1: the section "risk" of docs/fr/a.md:5 has no counterpart here; expected a heading '
        '## … {: #risk } after line 5; did you mean "risks"?',
    ]


def test_sections_in_another_order_are_one_problem() -> None:
    told = said(page("## B {: #b }", "## C {: #c }"), page("## C {: #c }", "## B {: #b }"))
    assert told == [
        'docs/en/a.md:3:1: the section "b" comes after the section "a" here, but the section "c" does in '
        "docs/fr/a.md:3; expected the same order in both languages"
    ]


def test_text_before_the_first_heading_is_compared_too() -> None:
    (told,) = said("# A {: #a }", "Avant.\n\n# A {: #a }")
    assert told.startswith(
        "docs/en/a.md:1:1: the text before the first heading of docs/fr/a.md:1 has no counterpart here"
    )
    assert said("Before.\n\n# A {: #a }", "Avant.\n\n# A {: #a }") == []


def test_an_empty_chapter_lacks_every_section() -> None:
    (told,) = said(page("One."), "")
    assert 'the section "a" has no counterpart in docs/fr/a.md' in told
    assert said("", "") == []


def test_headings_without_id_are_compared_in_their_order() -> None:
    assert said(page("## B\n\nOne.", "## C\n\n- two"), page("## B\n\nUn.", "## C\n\n- deux")) == []
    assert len(said(page("## B\n\nOne.", "## C\n\n- two"), page("## B\n\nUn."))) == 1


def test_a_code_block_that_is_never_closed_is_the_only_problem_and_worded_as_elsewhere() -> None:
    french = page("```\n\n## B {: #b }")
    chapter = Chapter("docs/fr/a.md", "fr", "a.md", french)
    expected = ["docs/fr/a.md:3:1: this code block is never closed; expected the same line again"]
    assert said(page("One.", "## B {: #b }"), french) == expected
    assert [str(problem) for problem in markup_problems(chapter)] == expected


def test_code_holds_no_links_and_calls_in_it_count() -> None:
    assert said(page("Write `[a](b)`."), page("Écrire `[c](d)`.")) == []
    assert said(page('Write `{{ cite("a") }}`.'), page("Écrire."))
    assert said(page('```\n{{ cite("a") }}\n```'), page('```\n{{ cite("b") }}\n```'))


def test_names_in_any_script_do_not_disturb() -> None:
    english = page(
        "- The office of 上海 [海关](b.md)\n- Customs of مصر{{ cite('a') }}",
        "| דואר | 東京 |\n|-|-|\n| a | b |",
    )
    french = page(
        "- Le bureau de 上海 [海关](b.md)\n- Douane de مصر{{ cite('a') }}",
        "| דואר | 東京 |\n|-|-|\n| a | b |",
    )
    assert said(english, french) == []
    assert "of 3 items" in said(english, french.replace("- Douane", "- مصر\n- Douane"))[0]


def test_a_huge_table_is_compared_and_its_row_is_told() -> None:
    rows = [f'| {number} | a{{{{ cite("s-{number}") }}}} | b |' for number in range(5_000)]
    english = page("\n".join(["| A | B | C |", "|---|---|---|", *rows]))
    french = english.replace("s-4321", "s-4320")
    (told,) = said(english, french)
    assert told.startswith(f"docs/en/a.md:{4321 + 5}:1: ")


def test_five_thousand_sections_in_disorder_are_compared_to_their_end() -> None:
    english = [f"## S {{: #s{number} }}" for number in range(5_000)]
    assert len(said(page(*english), page(*reversed(english)))) == 1
