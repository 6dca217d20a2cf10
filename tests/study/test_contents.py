"""The contents of the report, as mkdocs.yml has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.contents import contents

NAVIGATION = """\
site_name: Small
nav:
  - index.md
  - summary.md
  - technologies:
      - technologies/index.md
      - technologies/no.md
  - about.md
plugins:
  - i18n: {build_only_locale: !ENV [LANG_ONLY, null]}
"""


def test_parts_and_chapters_stand_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(NAVIGATION, encoding="utf-8")
    assert contents(tmp_path) == [
        ("", ("index", "summary")),
        ("technologies", ("technologies/index", "technologies/no")),
        ("", ("about",)),
    ]


def test_every_chapter_of_the_report_is_among_them(root: Path) -> None:
    files = {path.relative_to(root / "docs/en").as_posix() for path in (root / "docs/en").rglob("*.md")}
    assert {f"{chapter}.md" for _, own in contents(root) for chapter in own} == files


@pytest.mark.parametrize("text", ["", "site_name: Small\n"])
def test_a_configuration_without_navigation_is_an_error_that_names_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"mkdocs\.yml"):
        contents(tmp_path)
