"""Downloads: the table of files and the data dictionary."""

from __future__ import annotations

from dataclasses import replace

import pytest

import macros
from macros.downloads import FILES, dictionaries, downloads, files
from study.downloads import edition_files
from study.downloads.fields import TABLES, columns
from study.knowledge import Knowledge
from study.models.publication import Licence
from study.models.values import Translated
from tests.macros.conftest import MakePage
from tests.macros.markup import read


def test_every_file_of_the_edition_is_listed_once(page: MakePage) -> None:
    here = page()
    names = [name for name, _, _ in FILES]
    assert sorted(f"data/{name}" for name in names) == sorted(edition_files(here.repertory, "en"))
    assert [view.name for view in files(here)] == names


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_has_its_format_and_what_it_is_for(page: MakePage, language: str) -> None:
    for view in files(page(language)):
        assert view.format and view.purpose


def test_a_size_is_that_of_the_file(page: MakePage) -> None:
    here = page("fr")
    lengths = {name: len(content) for name, content in edition_files(here.repertory, "fr").items()}
    for view in files(here):
        assert view.size == here.words.size(lengths[f"data/{view.name}"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_file_is_a_link_that_downloads(page: MakePage, language: str) -> None:
    here = page(language)
    tree = read(here.parts.put_into(macros.downloads(here)))
    links = [link for link in tree.all("a") if "download" in link.attributes]
    assert [link.attributes["href"] for link in links] == [f"../data/{name}" for name, _, _ in FILES]


def test_a_licence_that_is_not_decided_is_said_to_be_open(page: MakePage, small_knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        here = page(language)
        view = downloads(here)
        assert view.licence == here.words("download", "no_licence")
        assert view.licence_url is None


def test_a_decided_licence_is_named_and_linked(page: MakePage, small_knowledge: Knowledge) -> None:
    licence = Licence(name=Translated(en="Open", fr="Ouverte"), url="https://example.org/licence")
    publication = small_knowledge.publication.model_copy(update={"text_licence": licence})
    here = page("fr", replace(small_knowledge, publication=publication))
    assert downloads(here).licence == here.words("download", "licence", name="Ouverte")
    tree = read(here.parts.put_into(macros.downloads(here)))
    assert tree.all("a", href="https://example.org/licence")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_dictionary_names_every_column_of_every_table(page: MakePage, language: str) -> None:
    here = page(language)
    views = dictionaries(here)
    assert [view.id for view in views] == [f"columns-{table}" for table in TABLES]
    for view, table in zip(views, TABLES.values(), strict=True):
        assert [entry.name for entry in view.entries] == [column.name for column in columns(table)]
    tree = read(here.parts.put_into(macros.data_dictionary(here)))
    shown = [code.words for code in tree.all("code")]
    assert shown == [entry.name for view in views for entry in view.entries]
