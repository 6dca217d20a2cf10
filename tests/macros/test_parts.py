"""What macros make is put into the page after Markdown, whole and unread."""

from __future__ import annotations

import markdown
import pytest
import yaml

from macros.parts import Parts
from tests.conftest import ROOT
from tests.macros.small import HOSTILE


class _Configuration(yaml.SafeLoader):
    """Reads mkdocs.yml without its `!ENV` values."""


_Configuration.add_constructor("!ENV", lambda loader, node: None)


def markdown_of(text: str) -> str:
    """The HTML that the site's own Markdown makes."""
    configuration = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Configuration)
    names = [
        each if isinstance(each, str) else next(iter(each)) for each in configuration["markdown_extensions"]
    ]
    return markdown.markdown(text, extensions=names)


@pytest.mark.parametrize(
    "html", ["<p>one</p>", f"<p>{HOSTILE}</p>", "a *b* _c_ [d](e) {: #f } | g |", r"\1 \g<0>"]
)
def test_a_part_comes_back_as_it_was(html: str) -> None:
    parts = Parts()
    assert (
        parts.put_into(markdown_of(f"Before\n\n{parts.keep(html)}\n\nAfter"))
        == f"<p>Before</p>\n{html}\n<p>After</p>"
    )


def test_a_part_in_running_text_stays_in_its_paragraph() -> None:
    parts = Parts()
    assert parts.put_into(markdown_of(f"A {parts.keep('<sup>1</sup>')}, b.")) == "<p>A <sup>1</sup>, b.</p>"


def test_a_part_in_a_list_a_table_or_a_heading_stays_there() -> None:
    parts = Parts()
    text = f"# T {parts.keep('<i>0</i>')} {{: #t }}\n\n* {parts.keep('<i>1</i>')}\n\n| a |\n|---|\n| {parts.keep('<i>2</i>')} |"
    html = parts.put_into(markdown_of(text))
    assert "T <i>0</i>" in html
    assert "<li><i>1</i></li>" in html
    assert "<td><i>2</i></td>" in html


def test_parts_keep_their_order_beyond_ten() -> None:
    parts = Parts()
    tokens = [parts.keep(f"<i>{number}</i>") for number in range(12)]
    assert parts.put_into(" ".join(reversed(tokens))) == " ".join(
        f"<i>{number}</i>" for number in range(11, -1, -1)
    )


def test_a_part_may_be_shown_twice() -> None:
    parts = Parts()
    token = parts.keep("<i>0</i>")
    assert parts.put_into(token + token) == "<i>0</i><i>0</i>"


def test_a_page_without_parts_is_left_alone() -> None:
    assert Parts().put_into("<p>1 {{ x }}</p>") == "<p>1 {{ x }}</p>"
