"""The theme's files without its icons are those that MkDocs keeps of all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from hooks.theme_files import ThemeLoader, on_config


@pytest.fixture
def config(root: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"))


def kept(config: MkDocsConfig) -> list[tuple[str, str | None]]:
    """Return what MkDocs adds to the files of a site, with where it is taken from."""
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return [(file.src_uri, file.abs_src_path) for file in files]


def test_mkdocs_keeps_the_same_files_in_the_same_order(config: MkDocsConfig) -> None:
    theirs = kept(config)
    on_config(config)
    assert kept(config) == theirs
    assert len(theirs) > 20


def test_fewer_files_are_listed_and_none_of_the_icons(config: MkDocsConfig) -> None:
    theirs = config.theme.get_env().list_templates()
    on_config(config)
    ours = config.theme.get_env().list_templates()
    assert ours == [name for name in theirs if not any(part.startswith(".") for part in name.split("/")[:-1])]
    assert len(ours) < len(theirs) / 10


def test_a_template_that_is_not_listed_is_found(config: MkDocsConfig) -> None:
    on_config(config)
    env = config.theme.get_env()
    assert env.get_template(".icons/material/menu.svg").render().startswith("<svg")
    assert Path(str(env.get_template("main.html").filename)).parent == Path(str(config.theme.custom_dir))


def test_hidden_files_stay_and_hidden_folders_go(tmp_path: Path) -> None:
    for name in ("b/.a", "a", ".c/d", "b/.c/d", "b/c/d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert ThemeLoader(tmp_path).list_templates() == ["a", "b/.a", "b/c/d"]


def test_a_file_that_two_folders_hold_is_listed_once(tmp_path: Path) -> None:
    for name in ("one/a", "two/a", "two/b"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert ThemeLoader([tmp_path / "two", tmp_path / "one"]).list_templates() == ["a", "b"]
