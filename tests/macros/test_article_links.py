"""Where the links of a plain article lead."""

from __future__ import annotations

import pytest

from macros.article_links import lead_from_root, lead_to_light, page_links, relative
from macros.elements import fragment


@pytest.mark.parametrize(
    ("target", "path", "address"),
    [
        ("en/light/", "en/light/ai/", "../"),
        ("en/light/ai/", "en/light/", "ai/"),
        ("en/light/ai/", "en/light/technologies/iot/", "../../ai/"),
        ("en/cases/x/", "en/light/technologies/ai/", "../../../cases/x/"),
        ("en/data/cases.csv", "en/light/", "../data/cases.csv"),
        ("en/light/ai/index.html", "en/light/index.html", "ai/index.html"),
        ("fr/light/", "en/light/", "../../fr/light/"),
        ("en/light/", "en/light/", "./"),
        ("", "en/light/", "../../"),
    ],
)
def test_addresses_are_relative_to_the_page(target: str, path: str, address: str) -> None:
    assert relative(target, path) == address


def hrefs(article) -> list[str]:
    return [link.get("href") for link in article.iter("a")]


def test_links_go_from_the_root_and_those_to_other_sites_give_no_hold() -> None:
    article = fragment(
        '<p><a href="../iot/#uses">a</a><a href="#p1">b</a><a>c</a>'
        '<a href="https://example.org/x" hreflang="fr">d</a><a href="../../../both/ai/">e</a></p>'
    )
    lead_from_root(article, "en/technologies/ai/")
    assert hrefs(article) == [
        "/en/technologies/iot/#uses",
        "#p1",
        None,
        "https://example.org/x",
        "/both/ai/",
    ]
    assert [link.get("rel") for link in article.iter("a")] == [None, None, None, "noopener", None]
    assert [(path, fragment) for _, path, fragment in page_links(article)] == [
        ("en/technologies/iot/", "#uses"),
        ("both/ai/", ""),
    ]


def test_chapters_link_to_light_pages_and_cases_to_their_full_pages() -> None:
    article = fragment('<p><a href="/en/iot/#uses">a</a><a href="/en/cases/x/">b</a><a href="#p1">c</a></p>')
    lead_to_light(article, "en/light/ai/", {"en/iot/": "en/light/iot/"})
    assert hrefs(article) == ["../iot/#uses", "../../cases/x/", "#p1"]
