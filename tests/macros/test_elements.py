"""Elements taken out, opened or put in: the text around them stays."""

from __future__ import annotations

import pytest
from lxml import etree

from macros.elements import append, become, drop, fragment, let_tables_scroll, put_on_new_line, unwrap


def changed(html: str, change) -> str:
    parent = fragment(html)
    change(parent.find(".//b"))
    return etree.tostring(parent, encoding="unicode")


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a <b>b</b> c</p>", "<p>a  c</p>"),
        ("<p><b>b</b>c</p>", "<p>c</p>"),
        ("<p><i>i</i><b>b</b>c</p>", "<p><i>i</i>c</p>"),
        ("<p><i>i</i> x <b>b</b></p>", "<p><i>i</i> x </p>"),
    ],
)
def test_what_follows_an_element_stays_when_it_is_dropped(html: str, left: str) -> None:
    assert changed(html, drop) == left


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p>a <b>b</b> c</p>", "<p>a b c</p>"),
        ("<p>a <b>b<i>i</i>d<u>u</u>e</b> c</p>", "<p>a b<i>i</i>d<u>u</u>e c</p>"),
        ("<p><i>i</i><b><u>u</u></b><s>s</s></p>", "<p><i>i</i><u>u</u><s>s</s></p>"),
        ("<p><b></b>c</p>", "<p>c</p>"),
    ],
)
def test_what_an_element_holds_stays_in_its_order_when_it_is_opened(html: str, left: str) -> None:
    assert changed(html, unwrap) == left


def test_an_element_without_a_parent_is_left_alone() -> None:
    alone = fragment("<p>a<i>i</i></p>")
    drop(alone)
    unwrap(alone)
    assert etree.tostring(alone) == b"<p>a<i>i</i></p>"


def test_something_else_takes_the_place_of_an_element() -> None:
    assert changed("<p>a <b>b</b> c</p>", lambda each: become(each, "<em>e</em>")) == "<p>a <em>e</em> c</p>"


def test_text_is_put_at_the_end_and_a_line_before() -> None:
    assert changed("<p><b>b</b></p>", lambda each: append(each, ".")) == "<p><b>b.</b></p>"
    assert changed("<p><b><i>i</i></b></p>", lambda each: append(each, ".")) == "<p><b><i>i</i>.</b></p>"
    assert changed("<p>a<b>b</b></p>", put_on_new_line) == "<p>a<br/><b>b</b></p>"


def test_a_table_that_nothing_holds_can_be_scrolled_by_keyboard() -> None:
    article = fragment(
        '<div><h2>A <b>b</b></h2><table></table>x<div class="w"><table></table></div>'
        '<nav><a href="#a">a</a><a href="#b">b</a></nav></div>'
    )
    let_tables_scroll(article)
    let_tables_scroll(article)  # it changes nothing a second time but spaces
    assert etree.tostring(article, encoding="unicode", method="html").replace("  ", " ") == (
        '<div><h2>A <b>b</b></h2><div class="w" role="region" aria-label="A b" tabindex="0"><table></table></div>x'
        '<div class="w"><table></table></div><nav><a href="#a">a</a> <a href="#b">b</a> </nav></div>'
    )
