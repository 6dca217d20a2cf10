"""The data package, held to by its own validator."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from study.downloads import Files, edition_files
from study.knowledge import Knowledge
from study.models.publication import Licence
from study.models.values import Translated
from study.repertory import Repertory, repertory

TABLES = ["cases", "results", "sources", "glossary"]
Written = Callable[[Files], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Files of a language in a folder of their own; the folder of the data is returned."""

    def write(files: Files) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return tmp_path / "data"

    return write


def problems(folder: Path) -> list[str]:
    """What the validator says of the package and of every table in it."""
    with system.use_context(trusted=False):
        package = Package("datapackage.json", basepath=str(folder))
        report = package.validate()
    assert [task.name for task in report.tasks] == TABLES or not report.valid
    return [error.message for task in report.tasks for error in task.errors] + [
        error.message for error in report.errors
    ]


def described(files: Files) -> dict[str, Any]:
    return json.loads(files["data/datapackage.json"])  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_package_and_its_tables_are_valid(register: Repertory, language: str, written: Written) -> None:
    assert problems(written(edition_files(register, language))) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_real_package_and_its_tables_are_valid(
    knowledge: Knowledge, language: str, written: Written
) -> None:
    assert problems(written(edition_files(repertory(knowledge), language))) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("cases", b"pilot", b"piloT"),
        ("cases", b"\r\nunion", b"\r\nplain"),
        ("results", b"hostile", b"missing"),
        ("sources", b"2026-01-31", b"2026-01-32"),
        ("glossary", b"model", b"model\r\n"),
    ],
)
def test_a_changed_table_is_refused(
    register: Repertory, table: str, old: bytes, new: bytes, written: Written
) -> None:
    files = edition_files(register, "en")
    content = files[f"data/{table}.csv"]
    assert old in content
    files[f"data/{table}.csv"] = content.replace(old, new, 1)
    assert problems(written(files))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"pilot", b"piloT"), (b"\r\nunion", b"\r\nplain"), (b"2026-01-31", b"2026-01-32")],
)
def test_the_columns_alone_refuse_a_wrong_cell(
    register: Repertory, old: bytes, new: bytes, written: Written
) -> None:
    """Size and checksum would find every change; without them the schema of the table must."""
    files = edition_files(register, "en")
    package = described(files)
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    files["data/datapackage.json"] = json.dumps(package).encode()
    files["data/cases.csv"] = files["data/cases.csv"].replace(old, new, 1)
    assert problems(written(files))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_size_and_checksum_are_those_of_the_files(register: Repertory, language: str) -> None:
    files = edition_files(register, language)
    for resource in described(files)["resources"]:
        content = files[f"data/{resource['path']}"]
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{sha256(content).hexdigest()}",
        )


def test_the_package_says_edition_and_status(register: Repertory) -> None:
    for language, name, said in (("en", "Draft", "not approved"), ("fr", "Projet", "non approuvé")):
        package = described(edition_files(register, language))
        assert (package["version"], package["status"]) == ("2026", name)
        assert said in package["description"]
        assert package["name"] == f"disruptive-technologies-2026-{language}"


def test_titles_and_meanings_stand_in_both_languages(register: Repertory) -> None:
    for resource in described(edition_files(register, "fr"))["resources"]:
        for each in (resource, *resource["schema"]["fields"]):
            assert each["title"] == each["titles"]["fr"]
            assert each["description"] == each["descriptions"]["fr"]
            assert each["titles"]["en"] and each["descriptions"]["en"]


def test_no_licence_is_named_while_none_is_decided(held: Knowledge) -> None:
    def licences(licence: Licence | None) -> object:
        publication = held.publication.model_copy(update={"text_licence": licence})
        files = edition_files(repertory(replace(held, publication=publication)), "en")
        return described(files).get("licenses")

    name = Translated(en="Open", fr="Ouverte")
    assert licences(None) is None
    assert licences(Licence(name=name)) is None
    address = "https://example.org/licence"
    assert licences(Licence(name=name, url=address)) == [{"title": "Open", "path": address}]
