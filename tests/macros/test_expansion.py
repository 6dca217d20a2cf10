"""Macros put in without Jinja come out as Jinja puts them in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError

from macros.expansion import Page, expanded
from study.calls import MACROS
from study.chapters import pages, read_chapter

Called = list[tuple[str, tuple[Any, ...], dict[str, Any]]]


def recording(called: Called, name: str) -> Callable[..., str]:
    """A macro that notes its call and returns a sign that says which one it was."""

    def macro(*arguments: Any, **named: Any) -> str:
        called.append((name, arguments, named))
        return f"\ue000{name}{arguments}{named}\ue001"

    return macro


def site_environment(called: Called) -> Environment:
    """An environment as mkdocs-macros makes it from mkdocs.yml."""
    environment = Environment(
        undefined=StrictUndefined, comment_start_string="[[[#", comment_end_string="#]]]"
    )
    environment.globals.update({name: recording(called, name) for name in MACROS})
    return environment


def both(source: str) -> tuple[tuple[str, Called], tuple[str, Called]]:
    """Return what Jinja makes of a page, and what we do; an error by the name of its class."""
    outcomes = []
    for make in (Environment.from_string, Page):
        called: Called = []
        try:
            text = make(site_environment(called), source).render(known="value")
        except (TemplateSyntaxError, SyntaxError, UndefinedError, TypeError) as error:
            text = type(error).__name__
        outcomes.append((text, called))
    return outcomes[0], outcomes[1]


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("", ""),
        ("Text alone, { and } and }}.", "Text alone, { and } and }}."),
        ("{{ status() }}", "status"),
        ("a{{status()}}b{{ term('x') }}c", "astatusbterm xc"),
        ("{{\n  term(\n 'x',\n 'y z' ) }}", "term x y z"),
        ("""{{ term("it's", 'a "b"') }}""", """term it's a "b\""""),
        ("{{ cite('x', section='2', page='') }}", "cite x section=2 page="),
        ("{{ cases(technology='ai', view=\"cards\") }}", "cases technology=ai view=cards"),
        ("{{ term('café – œ\u202f») }}') }}", "term café – œ\u202f») }}"),
        ("{{ term('{% x %} {# y #}') }}", "term {% x %} {# y #}"),
    ],
)
def test_calls_are_replaced_and_the_rest_stays(source: str, result: str) -> None:
    def shown(name: str) -> Callable[..., str]:
        return lambda *texts, **named: " ".join(
            [name, *texts, *(f"{each}={text}" for each, text in named.items())]
        )

    macros = {name: shown(name) for name in MACROS}
    assert expanded(source, macros) in (result, None)
    environment = site_environment([])
    environment.globals.update(macros)
    assert Page(environment, source).render() == result


@pytest.mark.parametrize(
    "source",
    [
        "{{ unknown('x') }}",
        "{{ status() | upper }}",
        "{{ term(1) }}",
        "{{ term('a' ~ 'b') }}",
        "{{ term(known) }}",
        "{{ term('\\n') }}",
        "{{ status().x }}",
        "{{ status()() }}",
        "{{ 7 * 7 }}",
        "{{ }}",
        "{{ status()",
        "{{- status() -}} a",
        "{% if true %}a{% endif %}",
        "{# comment #}",
        "[[[# comment #]]] a",
        "{{ term('x') }} {% raw %}{{ term('y') }}{% endraw %}",
        "{{ term('x', words='y', words='z') }}",
        "{{ term(*['x']) }}",
    ],
)
def test_whatever_is_no_plain_call_is_left_to_jinja(source: str) -> None:
    macros = dict.fromkeys(MACROS, lambda *texts, **named: f"<{texts}{named}>")
    assert expanded(source, macros) is None
    theirs, ours = both(source)
    assert ours[0] == theirs[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_chapter_comes_out_as_jinja_puts_it(language: str, root: Path) -> None:
    calls = 0
    for page in pages(root, language):
        chapter = read_chapter(root, language, page)
        source = chapter.text[chapter.body_offset :]
        assert expanded(source, dict.fromkeys(MACROS, recording([], "x"))) is not None, page
        theirs, ours = both(source)
        # Jinja takes the last line's end away, which Markdown does not see
        assert (ours[0].rstrip("\n"), ours[1]) == (theirs[0].rstrip("\n"), theirs[1]), page
        calls += len(ours[1])
    assert calls > 500


PIECES = st.sampled_from(
    ["{{", "}}", "{%", "{#", "#}", "term('a')", "status()", "'", '"', " ", "\n", "a", "-", "(", ")", "|"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_mixture_comes_out_as_jinja_puts_it(source: str) -> None:
    theirs, ours = both(source)
    assert ours[0].rstrip("\n") == theirs[0].rstrip("\n")
