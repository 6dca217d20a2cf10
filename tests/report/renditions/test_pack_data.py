"""The data of the catalogue's filters, handed over as a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from report.renditions.pack_data import NAME, register, with_register

FORM = '<form class="catalogue" data-data="data/" data-case="{id}/" data-table="../data/cases.csv">'
SCRIPT = '<script src="../../assets/catalogue.js" defer></script>'
PATH = "en/cases/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "en/cases/data/facets.json": '{"cases": 1}',
        "en/cases/data/titles-0.json": '[["a", "É\u2028</script>"]]',
        "en/data/cases.csv": "\ufeffid,title\r\na,É\r\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_the_script_holds_what_the_catalogue_would_fetch(site: Path) -> None:
    ((path, script),) = register(site, PATH, FORM + SCRIPT).items()
    assert path == "en/cases/data/register.js"
    text = script.decode().removeprefix(f"window.{NAME} = ").removesuffix(";\n")
    assert json.loads(text) == {
        "facets.json": {"cases": 1},
        "titles-0.json": [["a", "É\u2028</script>"]],
        "cases.csv": "id,title\r\na,É\r\n",
    }


def test_it_runs_before_the_script_of_the_catalogue() -> None:
    page = with_register(f"<body>{FORM}</form>\n{SCRIPT}</body>")
    assert page == f'<body>{FORM}</form>\n<script src="data/register.js" defer></script>\n{SCRIPT}</body>'


@pytest.mark.parametrize("page", ["<body></body>", FORM, f"<body>{SCRIPT}</body>"])
def test_a_page_without_a_catalogue_or_without_its_script_stays(page: str, site: Path) -> None:
    assert register(site, PATH, page) == {}
    assert with_register(page) == page
