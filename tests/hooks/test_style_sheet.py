"""The theme's style sheet without what no template names."""

from __future__ import annotations

import pytest

from hooks.style_sheet import compact, pruned, with_system_scheme

NAMES = frozenset({"a", "p", "text", "menu", "data-open"})


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".text{color:red}.gone{color:red}", ".text{color:red}"),
        (".text, .gone {color: red}", ".text{color:red}"),
        ("p .gone, video{x:y}", ""),
        ("#menu>a:hover{x:y}#other{x:y}", "#menu>a:hover{x:y}"),
        ("[data-open]{x:y}[data-shut]{x:y}", "[data-open]{x:y}"),
        ("p:not(.gone){x:y}", "p:not(.gone){x:y}"),
        ('p::before{content:"}"}', 'p::before{content:"}"}'),
        ("[dir=rtl] p{x:y}[dir=ltr] p{x:y}", ""),
        ("@media print{.gone{x:y}}@media print{p{x:y}}", "@media print{p{x:y}}"),
        ("@supports (a:b){@media print{.gone{x:y}}}", ""),
        ("p{x:y!important;/* why */}", "p{x:y!important}"),
        ('@charset "utf-8";@import "x.css";p{x:y}', "p{x:y}"),
        (".md\\:text{x:y}", ""),
        ("@keyframes pulse{to{x:y}}p{x:y}", "p{x:y}"),
        ("@keyframes pulse{to{x:y}}p{animation:pulse 1s}", "@keyframes pulse{to{x:y}}p{animation:pulse 1s}"),
        ("p{--read:1;--unread:2;x:var(--read)}", "p{--read:1;x:var(--read)}"),
        ("p{--a:var(--b);--b:1}", "p{}"),
    ],
)
def test_rules_stay_if_all_their_names_are_known(css: str, kept: str) -> None:
    assert pruned(css, NAMES) == kept


def test_properties_that_another_style_sheet_reads_stay() -> None:
    assert pruned("p{--read:1}", NAMES, "a{x:var(--read)}") == "p{--read:1}"


def test_compact_keeps_every_rule() -> None:
    css = "/* a */\n.gone {\n  color: red;\n  margin: 0 auto;\n}\n\n@media (min-width: 45em) {\n  p {\n    x: y;\n  }\n}\n"
    assert compact(css) == ".gone{color:red;margin:0 auto}@media (min-width: 45em){p{x:y}}"


def test_the_dark_scheme_stands_once_more_for_readers_whose_system_asks_for_it() -> None:
    css = '[data-md-color-scheme="default"]{--x:1}[data-md-color-scheme="slate"]{--x:2}p{y:z}'
    assert with_system_scheme(css) == (
        ':is([data-md-color-scheme="default"],[data-md-color-scheme="auto"]){--x:1}'
        '[data-md-color-scheme="slate"]{--x:2}p{y:z}'
        '@media screen and (prefers-color-scheme:dark){[data-md-color-scheme="auto"]{--x:2}}'
    )
