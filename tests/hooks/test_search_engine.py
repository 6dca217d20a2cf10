"""Pagefind's script becomes one that runs anywhere and is listened to; another version's is refused."""

from __future__ import annotations

import pytest

from hooks.search_engine import CHANGES, engine
from study.problems import ReportError

SCRIPT = "a;import.meta.url;" + ";".join(old for old, _ in CHANGES) + ";export{search};"


def test_the_script_is_no_module_and_gets_its_own_fetch_and_console() -> None:
    made = engine(SCRIPT)
    assert made.startswith("window.searchEngine=(fetch,console)=>{")
    assert "import" not in made
    assert "export" not in made
    assert ".catch(()=>{})" in made


OTHERS = (
    "",
    SCRIPT.replace("export", ""),
    SCRIPT.replace(CHANGES[0][0], ""),
    SCRIPT.replace("import.meta", ""),
)


@pytest.mark.parametrize("script", OTHERS)
def test_the_script_of_another_version_is_refused(script: str) -> None:
    with pytest.raises(ReportError, match=r"pagefind\.js is not what was expected"):
        engine(script)
