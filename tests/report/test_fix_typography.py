"""`report fix typography`: puts right what a machine can, shows it, and touches nothing else."""

from __future__ import annotations

from pathlib import Path

from tests.report.conftest import Edit, Report, state

NARROW, NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def test_what_the_fixer_changes_is_shown_and_then_right(report: Report, checkout: Path, edit: Edit) -> None:
    right = state(checkout)
    edit("docs/fr/about.md", "\n## ", "\nL'an : 62 %\n\n## ")
    edit("docs/en/about.md", "\n## ", "\nThe year's `it's`\n\n## ")
    edit("data/bodies.yaml", "fr: ", "fr: L'")
    done = report("--root", checkout, "fix", "typography")
    assert (done.code, done.lines) == (0, [])
    *shown, last = done.out.splitlines()
    assert last == "3 lines changed."
    assert [line.split(": ", 1)[1] for line in shown[:2]] == ["The year’s `it's`", "L’an⍽: 62·%"]
    assert shown[2].startswith("data/bodies.yaml:")
    assert f"L’an{NO_BREAK}: 62{NARROW}%\n" in (checkout / "docs/fr/about.md").read_text(encoding="utf-8")
    changed = {name for name, digest in state(checkout).items() if right[name] != digest}
    assert changed == {"docs/fr/about.md", "docs/en/about.md", "data/bodies.yaml"}
    assert report("--root", checkout, "fix", "typography").out == "Nothing to change.\n"


def test_a_file_that_cannot_be_read_stays_as_it_is(report: Report, checkout: Path) -> None:
    (checkout / "docs" / "fr" / "about.md").write_bytes(b"L'an \xe9 : 62 %\n")
    (checkout / "data" / "bodies.yaml").write_text("- fr: [l'an : 62 %\n", encoding="utf-8")
    before = state(checkout)
    done = report("--root", checkout, "fix", "typography")
    assert (done.code, done.out, done.lines) == (0, "Nothing to change.\n", [])
    assert state(checkout) == before
