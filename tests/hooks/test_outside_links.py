"""Links of chapters to other sites, as Markdown makes them."""

from __future__ import annotations

import pytest
from markdown import Markdown

from hooks.outside_links import OutsideLinksExtension


def html(markdown: str) -> str:
    return Markdown(extensions=["attr_list", OutsideLinksExtension()]).convert(markdown)


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://example.org/)",
        "<https://example.org/>",
        "[a](//example.org/)",
        "[a][1]\n\n[1]: HTTP://example.org/",
    ],
)
def test_a_link_to_another_site_gives_it_no_hold_on_this_one(link: str) -> None:
    assert 'rel="noopener external"' in html(link)


def test_what_an_editor_wrote_stays() -> None:
    assert 'rel="nofollow noopener external"' in html('[a](https://example.org/){: rel="nofollow" }')
    assert 'rel="noopener external"' in html('[a](https://example.org/){: rel="noopener" }')


@pytest.mark.parametrize(
    "link", ["[a](about.md)", "[a](#here)", "<a@example.org>", "[a](mailto:a@example.org)"]
)
def test_links_within_the_site_and_addresses_for_mail_stay_as_they_are(link: str) -> None:
    assert "rel=" not in html(link)
