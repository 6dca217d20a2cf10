"""`report build`: a whole site or the old one, and never a word of a record run as code."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.reports import write_report
from report.site import _environment, build
from study.knowledge import Knowledge
from tests.report.conftest import Report, state
from tests.report.faults import plant
from tests.report.test_git import NOON, git
from tests.site.parsing import Element, parse

HOSTILE = (
    "<script>alert(1337)</script> <img src=x onerror=alert(1337)> <b>bold</b> &lt;b&gt; "
    "{{ 7*7 }} {{ config }} {% for x in y %} {# note #} {{ cite('x') }} [a](javascript:alert(1337)) `code` *stars*"
)
CASE = """
- id: hostile
  administrations: [NO]
  office: {en: '{text}', fr: '{text}'}
  technologies: [ai]
  processes: [transit]
  stage: pilot
  stage_note: {en: '{text}', fr: '{text}'}
  title: {en: '{text}', fr: '{text}'}
  summary: {en: '{text}', fr: '{text}'}
  results:
    - text: {en: '{text}', fr: '{text}'}
      measured_by: {en: '{text}', fr: '{text}'}
      sources: [wco-ptc-pc0790]
  partners: [{en: '{text}', fr: '{text}'}]
  sources: [wco-ptc-pc0790]
  checked: 2026-01-31
""".replace("{text}", HOSTILE.replace("'", "''"))
FIELDS = ("office", "stage_note", "title", "summary", "text", "measured_by", "partners")


def test_a_broken_checkout_is_not_built_and_says_what_the_check_says(report: Report, checkout: Path) -> None:
    planted = plant(checkout)
    (checkout / "data" / "bodies.yaml").write_bytes(b"\xef\xbb\xbf- id: eu\n")
    (checkout / "docs" / "fr" / "index.md").write_bytes(b"\xff")
    before = state(checkout)
    done = report("--root", checkout, "build")
    checked = report("--root", checkout, "check").lines
    assert done.code == 1
    assert [fault for fault in planted if not fault.is_in(done.lines)] == []
    said = {line for line in done.lines if line.startswith(("data/", "docs/"))}
    assert said <= set(checked)
    assert len(said) > len(planted)
    assert state(checkout) == before
    assert not (checkout / "site").exists()


def test_html_and_templates_in_a_text_come_out_as_text(
    report: Report, checkout: Path, tmp_path: Path, knowledge: Knowledge
) -> None:
    write_report(checkout, knowledge, 10)  # few chapters, which show cases as all do
    with (checkout / "data" / "cases.yaml").open("a", encoding="utf-8") as file:
        file.write(CASE)
    site = tmp_path / "out" / "site"
    site.mkdir(parents=True)
    (site / "sitemap.xml").touch()
    (site / "old.html").touch()
    done = report("--root", checkout, "build", "--out", site)
    assert (done.code, done.lines) == (0, [])
    assert done.out.startswith(f"{site}: {len(list(site.rglob('*.html')))} pages in ")
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert not (site / "old.html").exists()
    for language in ("en", "fr"):
        page = parse((site / language / "cases" / "hostile" / "index.html").read_text(encoding="utf-8"))
        [article] = page.all("article", of="case-page")
        shown = [*article.all("header"), *article.all("div", of="case-body")]
        text = " ".join(" ".join(each.text() for each in shown).split())
        assert text.count(HOSTILE) == len(FIELDS)
        assert list(article.all("img", "b", "em")) == []
    for path in site.rglob("*.html"):
        assert_harmless(parse(path.read_text(encoding="utf-8")))


def assert_harmless(page: Element) -> None:
    """Hold a page to run nothing of the hostile text, wherever it shows it."""
    for element in page.all():
        assert not any(
            "alert" in value for name, value in element.attributes.items() if name.startswith("on")
        )
        assert not element["href"].startswith("javascript:")
        data = element["type"] == "application/ld+json"  # which no browser runs; it must stay data
        assert (
            element.tag != "script" or "alert" not in element.text() or (data and "<" not in element.text())
        )


def test_a_build_that_fails_leaves_the_old_site(checkout: Path, tmp_path: Path) -> None:
    (checkout / "docs" / "en" / "about.md").write_text("{{", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitemap.xml").write_text("old")
    code, said = build(checkout, site)
    assert code == 1
    assert any('docs/en/about.md:1:1: "{{" is never closed' in line for line in said)
    assert (site / "sitemap.xml").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path != checkout] == ["site"]


def folder_of(*names: str) -> Callable[[Path], Path]:
    return lambda checkout: checkout.joinpath(*names)


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (folder_of(), "holds the report itself; expected another folder."),
        (folder_of(".."), "holds the report itself; expected another folder."),
        (folder_of("docs"), "holds the report itself; expected another folder."),
        (folder_of("data"), "holds the report itself; expected another folder."),
        (folder_of("docs", "en"), "holds files that are not a built site; expected an empty or new folder."),
        (folder_of("study"), "holds files that are not a built site; expected an empty or new folder."),
    ],
    ids=["root", "parent", "docs", "data", "docs-en", "study"],
)
def test_a_folder_with_other_files_is_refused_with_exit_code_3(
    target: Callable[[Path], Path], said: str, report: Report, checkout: Path
) -> None:
    before = state(checkout)
    done = report("--root", checkout, "build", "--out", target(checkout))
    assert done.code == 3
    [line] = done.lines
    assert line.startswith("Refused: ")
    assert line.endswith(said)
    assert state(checkout) == before


def test_a_clean_checkout_is_built_as_the_version_of_its_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("REPORT_COMMIT", raising=False)
    git(tmp_path, "init")
    (tmp_path / "a").touch()
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "One")
    environment = _environment(tmp_path)
    assert environment["SOURCE_DATE_EPOCH"] == str(NOON)
    assert environment["REPORT_COMMIT"] == git(tmp_path, "rev-parse", "HEAD")
    (tmp_path / "a").write_text("work")
    assert "SOURCE_DATE_EPOCH" not in _environment(tmp_path)
    assert "REPORT_COMMIT" not in _environment(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert _environment(tmp_path)["SOURCE_DATE_EPOCH"] == "1"
    assert set(os.environ) <= set(_environment(tmp_path))
