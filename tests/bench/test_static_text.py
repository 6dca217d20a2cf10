from __future__ import annotations

import posixpath
import re

import pytest

from bench.peers import content
from bench.static_text import for_hugo, without_macros
from study.chapters import Chapter
from study.knowledge import Knowledge


@pytest.fixture(scope="module")
def plain(knowledge: Knowledge) -> dict[str, str]:
    english = [page for page in content(knowledge, 12) if page.language == "en"]
    return {page.page: without_macros(page, knowledge) for page in english}


def chapter(text: str, page: str = "bench/c0001.md") -> Chapter:
    return Chapter(f"docs/en/{page}", "en", page, f"---\ndescription: A page.\n---\n{text}\n")


def test_no_call_is_left(plain: dict[str, str]) -> None:
    assert [page for page, text in plain.items() if "{{" in text] == []


def test_citations_are_numbered_and_listed(knowledge: Knowledge) -> None:
    one, other = knowledge.sources[:2]
    text = f'A.{{{{ cite("{one.id}") }}}} B.{{{{ cite("{other.id}") }}}}{{{{ cite("{one.id}") }}}}\n\n{{{{ sources() }}}}'
    lines = without_macros(chapter(text), knowledge).splitlines()[3:]
    assert lines[0] == "A. [\\[1\\]](#sources) B. [\\[2\\]](#sources) [\\[1\\]](#sources)"
    assert [line.split(",")[0] for line in lines[2:]] == [
        f"1. {one.publisher.en}".split(",")[0],
        f"2. {other.publisher.en}".split(",")[0],
    ]


def test_a_term_links_to_the_glossary_which_has_it(plain: dict[str, str]) -> None:
    [key] = set(re.findall(r"\]\(\.\./glossary\.md#([\w-]+)\)", plain["bench/c0001.md"])[:1])
    assert f"{{: #{key} }}" in plain["glossary.md"]


def test_a_macro_without_a_plain_text_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="no plain text is known for the macro timeline"):
        without_macros(chapter('{{ timeline("project") }}'), knowledge)


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("bench/c0001.md", "c0002.md", "../c0002/"),
        ("bench/c0001.md", "../glossary.md", "../../glossary/"),
        ("bench/c0001.md", "../cases/index.md", "../../cases/"),
        ("index.md", "bench/c0001.md", "bench/c0001/"),
        ("cases/index.md", "../about.md", "../about/"),
    ],
)
def test_hugo_gets_addresses_of_pages(page: str, target: str, address: str) -> None:
    assert for_hugo(page, f"[a]({target}#b)", "A") == f"[a]({address}#b)"
    assert posixpath.normpath(address)


def test_hugo_gets_its_own_forms_of_titles_ids_and_call_outs() -> None:
    text = '---\nupdated: 2026-01-01\n---\n# One {: #one }\n\n!!! note "Two"\n\n    Three.\n\nFour.\n'
    assert for_hugo("index.md", text, "One") == (
        "---\ntitle: One\nupdated: 2026-01-01\n---\n# One {#one}\n\n> **Two**\n>\n> Three.\n\nFour.\n"
    )
