"""What the CONTRIBUTING files tell editors is true: macros, records, commands and messages."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from report.__main__ import main
from report.certificates import completed
from report.checking import all_problems
from study.calls import CHARTS, EVIDENCE, MACROS, TABLES, VIEWS
from study.chapter_checks import problems_of
from study.chapters import Chapter
from study.editions.gates import FILE as GATES
from study.files import FILES
from study.knowledge import Knowledge
from study.models.cases import Case
from study.models.vocabulary import REGIONS, SOURCE_KINDS
from study.problems import Problem
from study.reading import read_yaml
from study.typography import TYPOGRAPHY

CONTRIBUTING = {"en": "CONTRIBUTING.md", "fr": "CONTRIBUTING.fr.md"}
EDITIONS = {"en": "EDITIONS.md", "fr": "EDITIONS.fr.md"}
GUIDES = (*CONTRIBUTING.values(), *EDITIONS.values())
DOCUMENTS = ("README.md", *GUIDES)
PROSE = dict.fromkeys(("README.md", "DECISIONS.md", "CHANGELOG.md", "CONTRIBUTING.md", "EDITIONS.md"), "en")
PROSE |= dict.fromkeys(("CONTRIBUTING.fr.md", "EDITIONS.fr.md"), "fr")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`([^`\n]+)`")
CALL = re.compile(r"\{\{ \w+\(.*?\) \}\}")
REPORT = re.compile(r"^(?:\.venv/bin/|\.venv\\Scripts\\)report (?=\S)(.*)$")
HEADING = re.compile(r"^(#{1,6}) (.+)$", re.MULTILINE)


def text_of(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def fenced(text: str, kind: str) -> list[str]:
    """Return the code blocks of one kind."""
    return [code for language, code in FENCE.findall(text) if language == kind]


def snippets(text: str) -> Iterator[str]:
    """Return each line of commands in a block, and each code span of the prose."""
    for kind in ("sh", "powershell"):
        for block in fenced(text, kind):
            yield from block.splitlines()
    yield from SPAN.findall(FENCE.sub("", text))


def report_lines(text: str) -> list[str]:
    """Return the arguments of each `report …` that the text tells to type."""
    return [found[1] for snippet in snippets(text) if (found := REPORT.match(snippet))]


def headings(text: str) -> list[tuple[int, str]]:
    return [(len(marks), title) for marks, title in HEADING.findall(FENCE.sub("", text))]


def anchors(text: str) -> set[str]:
    """Return the fragment that the repository's site gives to each heading."""
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title in headings(text)}


# Macros


def examples(text: str) -> list[str]:
    return CALL.findall(FENCE.sub("", text))


def example_problems(example: str, knowledge: Knowledge) -> list[Problem]:
    """Return what the checks say of a chapter that holds this example only."""
    text = f"---\n---\n# Example {{: #example }}\n\n{example}\n\n{{{{ sources() }}}}\n"
    return list(problems_of(Chapter("example.md", "en", "example.md", text), knowledge))


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_every_macro_has_an_example(root: Path, name: str) -> None:
    called = {re.findall(r"\w+", example)[0] for example in examples(text_of(root, name))}
    assert set(MACROS) - called == set()


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_every_example_of_a_macro_passes_the_checks(root: Path, name: str, knowledge: Knowledge) -> None:
    found = {each: example_problems(each, knowledge) for each in examples(text_of(root, name))}
    assert {each: problems for each, problems in found.items() if problems} == {}


@pytest.mark.parametrize(
    "wrong",
    ["{{ nothing() }}", '{{ chart("maturty") }}', '{{ cite("x", chapter="1") }}', "{{ case() }}"],
)
def test_a_wrong_example_would_be_noticed(wrong: str, knowledge: Knowledge) -> None:
    assert CALL.fullmatch(wrong)
    assert example_problems(wrong, knowledge)


def test_both_languages_show_the_same_macros(root: Path) -> None:
    names = [
        [re.findall(r"\w+", example)[0] for example in examples(text_of(root, name))]
        for name in CONTRIBUTING.values()
    ]
    assert names[0] == names[1]


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_every_argument_and_every_key_of_a_short_list_is_named(root: Path, name: str) -> None:
    spans = set(SPAN.findall(FENCE.sub("", text_of(root, name))))
    arguments = {argument for macro in MACROS.values() for argument, _ in macro.named}
    known = {*arguments, *CHARTS, *TABLES, *EVIDENCE, *VIEWS, *REGIONS, *SOURCE_KINDS}
    assert known - spans == set()


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_block_macros_are_listed_apart_from_inline_macros(root: Path, name: str) -> None:
    tables = re.split(r"^### ", text_of(root, name), flags=re.MULTILINE)
    alone, inline = [part for part in tables if "|---|---|---|" in part]
    first = re.compile(r"^\| `\{\{ (\w+)", re.MULTILINE)
    assert all(MACROS[macro].block for macro in first.findall(alone))
    assert not any(MACROS[macro].block for macro in first.findall(inline))


# Records and chapters


def records(text: str) -> list[tuple[str, str]]:
    """Return file name and records of each YAML block; its first line names the file."""
    blocks = [block.split("\n", 1) for block in fenced(text, "yaml")]
    return [(first.removeprefix("# data/"), rest) for first, rest in blocks]


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_the_example_case_validates(root: Path, name: str, tmp_path: Path) -> None:
    [block] = [block for file, block in records(text_of(root, name)) if file == "cases.yaml"]
    (tmp_path / "case.yaml").write_text(block, encoding="utf-8")
    [case] = TypeAdapter(list[Case]).validate_python(read_yaml(tmp_path / "case.yaml", "case.yaml"))
    assert case.results, "the example shows what a result looks like"
    written = set(re.findall(r"^(?:- |  )(\w+):", block, re.MULTILINE))
    assert set(Case.model_fields) == written, "the example shows every field"


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_the_example_records_and_chapter_pass_every_check(root: Path, name: str, checkout: Path) -> None:
    found = records(text_of(root, name))
    assert sorted(file for file, _ in found) == [
        "cases.yaml",
        "data-notes.yaml",
        "glossary.yaml",
        "sources.yaml",
    ]
    before = all_problems(checkout)
    for file, block in found:
        path = checkout / "data" / file
        added = block.replace("- id: ", "- id: example-", 1)
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{added}", encoding="utf-8")
    keys = {file: f"example-{block.split()[2]}" for file, block in found}
    # a term and a source that nothing uses are refused: the page uses them
    use = f'{{{{ term("{keys["glossary.yaml"]}") }}}}.{{{{ cite("{keys["sources.yaml"]}") }}}}'
    for language, other in CONTRIBUTING.items():
        [chapter] = fenced(text_of(root, other), "markdown")
        page = checkout / "docs" / language / "example.md"
        page.write_text(chapter.replace("{{ sources() }}", f"{use}\n\n{{{{ sources() }}}}"), encoding="utf-8")
    assert list(completed(checkout)), "a new chapter needs its place in the record, as the text says"
    assert [problem for problem in all_problems(checkout) if problem not in before] == []


def test_both_languages_show_the_same_records(root: Path) -> None:
    english, french = (records(text_of(root, name)) for name in CONTRIBUTING.values())
    assert english == french


def undocumented(fields: set[str], head: str) -> set[str]:
    """Return the fields that have no line of their own in the comment at the head of a file."""
    return fields - set(re.findall(r"^#   (\w+)  ", head, re.MULTILINE))


def test_every_field_of_a_case_is_explained_at_the_head_of_the_file(root: Path) -> None:
    head = text_of(root, "data/cases.yaml").split("\n- id:", 1)[0]
    assert undocumented(set(Case.model_fields), head) == set()
    assert undocumented({"colour"}, head) == {"colour"}


# Messages

PLANTED = (
    ("docs/en/survey-2024.md", 'cite("wco-survey-2024")', 'cite("wco-survey-2042")'),
    ("data/cases.yaml", '    fr: "Douane d’Abou Dhabi"\n', ""),
    ("data/cases.yaml", "  office:\n", "  ofice:\n"),
    ("data/cases.yaml", 'en: "Abu Dhabi Customs"', "en: Customs: Abu Dhabi"),
    ("data/cases.yaml", "  stage: unknown", "   stage: unknown"),
    ("docs/en/survey-2024.md", '{{ chart("maturity") }}', 'See {{ chart("maturity") }}'),
    ("docs/en/survey-2024.md", " {: #participation }", ""),
    ("docs/en/survey-2024.md", " {: #participation }", " {: #taking-part }"),
    ("docs/en/survey-2024.md", "{{ sources() }}", ""),
    ("docs/en/survey-2024.md", 'chart("maturity")', "chart(maturity)"),
    ("data/use-cases-2025.yaml", "percent: 37.1", "percent: 38.1"),
    ("docs/fr/survey-2024.md", "’", "'"),
    ("data/schemas/cases.schema.json", "{", "{ "),
)


def messages(text: str) -> list[str]:
    """Return the messages explained in the last table of two columns before the commands."""
    [block] = fenced(text, "text")
    table = text.split(block, 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


@pytest.mark.parametrize(("number", "planted"), list(enumerate(PLANTED)))
def test_the_explained_messages_are_those_that_appear(
    root: Path,
    checkout: Path,
    edit: Callable[[str, str, str], None],
    number: int,
    planted: tuple[str, str, str],
) -> None:
    edit(*planted)
    said = "\n".join(map(str, all_problems(checkout)))
    for name in CONTRIBUTING.values():
        explained = messages(text_of(root, name))
        assert len(explained) == len(PLANTED)
        assert explained[number] in said


def test_the_message_shown_in_full_appears_in_full(
    root: Path, checkout: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit(*PLANTED[1])
    without_place = re.compile(r":\d+:\d+:")
    said = {without_place.sub("", str(problem)) for problem in all_problems(checkout)}
    for name in CONTRIBUTING.values():
        [block] = fenced(text_of(root, name), "text")
        assert without_place.sub("", block.strip()) in said


BLOCKCHAIN = "docs/{}/technologies/blockchain.md"
EXCEPTIONS = "data/concordance-exceptions.yaml"
UNNEEDED = """terms:
  - chapter: technologies/ai.md
    section: ai
    starts: "Artificial"
    term: sensor
    reason: {en: "None.", fr: "Aucun."}
"""
# in the order of the table, each with what it says in the file of the other language
COMPARED = (
    (BLOCKCHAIN.format("fr"), "depuis 2018", "depuis 2019"),
    (BLOCKCHAIN.format("fr"), "date de mars 2021", "est ancien"),
    (BLOCKCHAIN.format("fr"), "\n\nUn **contrat intelligent** est", " Un **contrat intelligent** est"),
    (BLOCKCHAIN.format("fr"), '{{ cite("iso-22739-2024") }}', ""),
    (
        BLOCKCHAIN.format("en"),
        "### E-commerce {",
        "### Trial {: #uses-trial }\n\nA text.\n\n### E-commerce {",
    ),
    (BLOCKCHAIN.format("fr"), "Un **contrat intelligent** est", "Un **contrat automatique** est"),
    (BLOCKCHAIN.format("fr"), "Un registre distribué permet", "Un distributed ledger permet"),
    (
        BLOCKCHAIN.format("en"),
        "### E-commerce {",
        "### Trial {: #uses-trial }\n\nA text.\n\n### E-commerce {",
    ),
    (EXCEPTIONS, "terms:\n", UNNEEDED),
)


def compared(text: str) -> list[str]:
    """Return the messages explained below those of the comparison that are shown in full."""
    table = text.split(fenced(text, "console")[0], 1)[1].split("\n### ", 1)[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


@pytest.mark.parametrize(("number", "planted"), list(enumerate(COMPARED)))
def test_the_explained_messages_of_the_comparison_are_those_that_appear(
    root: Path,
    checkout: Path,
    edit: Callable[[str, str, str], None],
    number: int,
    planted: tuple[str, str, str],
) -> None:
    edit(*planted)
    said = "\n".join(map(str, all_problems(checkout)))
    for name in CONTRIBUTING.values():
        explained = compared(text_of(root, name))
        assert len(explained) == len(COMPARED)
        assert explained[number] in said


def test_the_messages_of_the_comparison_shown_in_full_appear_in_full(
    root: Path, checkout: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit(*COMPARED[0])
    edit(*COMPARED[2])
    without_place = re.compile(r":\d+(?::\d+)?")
    said = {without_place.sub("", str(problem)) for problem in all_problems(checkout)}
    for name in CONTRIBUTING.values():
        shown = fenced(text_of(root, name), "console")[0].splitlines()
        assert {without_place.sub("", line) for line in shown} <= said


@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_the_declarations_shown_are_some_that_stand(root: Path, name: str) -> None:
    blocks = [block.split("\n", 1) for block in fenced(text_of(root, name), "yml")]
    assert [first for first, _ in blocks] == [f"# {EXCEPTIONS}", "# data/forbidden-variants.yaml"]
    assert all(rest in text_of(root, first.removeprefix("# ")) for first, rest in blocks)


# Commands


def leaves(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Return each command that does something, with its path."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from leaves(command, *path, name)
        else:
            yield (*path, name), command


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Parse a command line with the real parser and return its exit code; nothing is carried out."""
    for _, command in leaves(main):
        monkeypatch.setattr(command, "callback", lambda **_: None)
    monkeypatch.setattr(main, "callback", lambda **_: None)
    return lambda line: CliRunner().invoke(main, shlex.split(line)).exit_code


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_report_command_that_is_named_exists_with_its_options(
    root: Path, name: str, idle: Callable[[str], int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = report_lines(text_of(root, name))
    assert lines or name == "README.md"
    for given in ("translation-2026-en-fr.xlf", "2026.zip"):  # what is read has to be there
        (tmp_path / given).touch()
    for given in ("archives", "dist", "public"):
        (tmp_path / given).mkdir()
    monkeypatch.chdir(tmp_path)
    here = [line.replace("../other", str(root)) for line in lines]
    assert [line for line in here if idle(line) != 0] == []


@pytest.mark.parametrize("wrong", ["chekc", "serve --lang fr", "serve --language de", "fix", "build now"])
def test_a_wrong_command_line_would_be_noticed(wrong: str, idle: Callable[[str], int]) -> None:
    assert idle(wrong) == 2


def both_guides(root: Path, language: str) -> str:
    """Return the guides of editors and of the secretariat."""
    return text_of(root, CONTRIBUTING[language]) + text_of(root, EDITIONS[language])


@pytest.mark.parametrize("language", CONTRIBUTING)
def test_every_report_command_and_option_is_documented(root: Path, language: str) -> None:
    text = both_guides(root, language)
    lines = report_lines(text)
    typed = [shlex.split(line) for line in lines]  # some commands do nothing without an argument
    missing = [
        path for path, _ in leaves(main) if not any(tuple(line[: len(path)]) == path for line in typed)
    ]
    options = {
        option
        for command in (main, *(command for _, command in leaves(main)))
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("-")
    }
    assert missing == []
    assert [option for option in sorted(options) if option not in text] == []


def targets(root: Path) -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", text_of(root, "Makefile"), re.MULTILINE))


def make_calls(text: str) -> list[list[str]]:
    return [snippet.split()[1:] for snippet in snippets(text) if snippet.startswith("make ")]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_and_variable_that_is_named_exists(root: Path, name: str) -> None:
    makefile = text_of(root, "Makefile")
    for target, *settings in make_calls(text_of(root, name)):
        assert target in targets(root)
        for setting in settings:
            assert f"{setting.split('=')[0]} ?=" in makefile


@pytest.mark.parametrize("language", CONTRIBUTING)
def test_every_make_target_is_documented(root: Path, language: str) -> None:
    named = {target for target, *_ in make_calls(both_guides(root, language))}
    assert targets(root) - named == {"help"}
    assert "help" in targets(root), "targets are read from the Makefile"


def commands_of_make(root: Path) -> set[str]:
    """Return what the Makefile would run on a fresh copy, without its messages and stamps."""
    said = subprocess.run(
        ["make", "--dry-run", "--always-make", "--no-print-directory", "serve", "check", "build", "test"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    quiet = said.replace("--disable-pip-version-check --quiet ", "").replace(" --port 8000", "")
    lines = (line.strip() for line in quiet.splitlines())
    return {line for line in lines if line.startswith(".venv/bin/") or " -m venv " in line}


def on_linux(line: str) -> str:
    """Return a line for PowerShell as one would type it on Linux."""
    return re.sub(r"^py ", "python3 ", line).replace(".venv\\Scripts\\", ".venv/bin/").replace("\\", "/")


@pytest.mark.skipif(sys.platform == "win32", reason="compares with make, which Windows lacks")
@pytest.mark.parametrize("name", CONTRIBUTING.values())
def test_the_commands_for_windows_are_those_of_the_makefile(root: Path, name: str) -> None:
    blocks = fenced(text_of(root, name), "powershell")
    typed = {on_linux(line) for block in blocks for line in block.splitlines()}
    assert typed == commands_of_make(root) | {".venv/bin/report fix typography"}


# The files themselves


@pytest.mark.parametrize("guide", [CONTRIBUTING, EDITIONS])
def test_both_languages_have_the_same_sections(root: Path, guide: dict[str, str]) -> None:
    english, french = ([level for level, _ in headings(text_of(root, name))] for name in guide.values())
    assert english == french


@pytest.mark.parametrize("guide", [CONTRIBUTING, EDITIONS])
def test_both_languages_show_the_same_commands(root: Path, guide: dict[str, str]) -> None:
    english, french = (
        [code for kind, code in FENCE.findall(text_of(root, name)) if kind in ("sh", "powershell")]
        for name in guide.values()
    )
    assert english == french


def rows(text: str) -> list[list[str]]:
    """Return the code spans of each row of a table."""
    return [SPAN.findall(line) for line in text.splitlines() if line.startswith("| ")]


def test_both_languages_of_the_guide_to_editions_name_the_same_things_row_by_row(root: Path) -> None:
    english, french = (rows(text_of(root, name)) for name in EDITIONS.values())
    assert english == french


@pytest.mark.parametrize("name", EDITIONS.values())
def test_the_guide_to_editions_says_that_nothing_is_approved(root: Path, name: str) -> None:
    opening = text_of(root, name).split("\n## ", 1)[0]
    assert "No edition has been approved" in opening or "Aucune édition n’a été approuvée" in opening
    assert not list((root / "data" / "approvals").glob("*.yaml")), "then the guide has to say so"


@pytest.mark.parametrize(("name", "language"), PROSE.items())
def test_the_typography_is_that_of_the_language(root: Path, name: str, language: str) -> None:
    # The line that leads to the other language keeps that language's typography.
    text = "\n".join(line for line in text_of(root, name).split("\n") if not line.startswith("*"))
    assert TYPOGRAPHY[language](text) == text


def test_missing_french_typography_would_be_noticed() -> None:
    assert TYPOGRAPHY["fr"]("Attention : l'aperçu") != "Attention : l'aperçu"


def broken_links(root: Path, name: str) -> list[str]:
    """Return the links of a document to files or headings that do not exist."""
    broken = []
    for link in re.findall(
        r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)", SPAN.sub("", FENCE.sub("", text_of(root, name)))
    ):
        file, _, fragment = link.partition("#")
        if link.startswith("https://"):
            continue
        target = file or name
        exists = (root / target).is_file()
        if not exists or (fragment and fragment not in anchors(text_of(root, target))):
            broken.append(link)
    return broken


@pytest.mark.parametrize("name", [*PROSE])
def test_links_lead_somewhere(root: Path, name: str) -> None:
    assert broken_links(root, name) == []


def test_a_broken_link_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Title\n\n[here](#title) [no](#other) [gone](b.md)\n", encoding="utf-8")
    assert broken_links(tmp_path, "a.md") == ["#other", "b.md"]


def test_the_editor_program_knows_the_schema_of_every_data_file(root: Path) -> None:
    settings = text_of(root, ".vscode/settings.json")
    pairs = dict(re.findall(r'"(data/schemas/[\w-]+\.schema\.json)": "(data/[\w-]+\.yaml)"', settings))
    stems = [file.removesuffix(".yaml") for file in (*FILES, Path(GATES).name)]
    assert pairs == {f"data/schemas/{stem}.schema.json": f"data/{stem}.yaml" for stem in stems}
    assert all((root / schema).is_file() for schema in pairs)


def test_every_dependency_has_its_reason_in_the_decisions(root: Path) -> None:
    groups = tomllib.loads(text_of(root, "pyproject.toml"))["dependency-groups"]
    needed = {
        (re.split(r"[=<>\[]", requirement)[0], group)
        for group, names in groups.items()
        for requirement in names
    }
    reasons = set(re.findall(r"^\| ([\w-]+) \| ([a-z]+) \| \S", text_of(root, "DECISIONS.md"), re.MULTILINE))
    assert needed == reasons
