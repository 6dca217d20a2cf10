"""What stands around a chapter on its light page."""

from __future__ import annotations

from types import SimpleNamespace

from hooks.light_views import copies_of, pages_of


def entry(*children: object) -> SimpleNamespace:
    return SimpleNamespace(is_page=not children, children=list(children) or None)


def test_pages_are_found_in_sections_within_sections() -> None:
    first, second, third = entry(), entry(), entry()
    assert pages_of(first) == [first]
    assert pages_of(entry(first, entry(second, entry(third)))) == [first, second, third]


def test_a_chapter_has_two_copies_beside_its_page() -> None:
    names = [
        copies_of(SimpleNamespace(src_uri=f"fr/{name}.md"))
        for name in ("about", "technologies/index", "index")
    ]
    assert names == [
        ("fr/light/about/index.html", "fr/about.md"),
        ("fr/light/technologies/index.html", "fr/technologies/index.md"),
        ("fr/light/index.html", "fr/index.md"),
    ]
