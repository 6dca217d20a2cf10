"""Which labels of `data/labels.yaml` the code asks for: read from its syntax, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import yaml
from jinja2 import Environment, nodes

from study.facets import FACETS
from study.labels import NEEDED
from study.models.surveys import ImpactRow, NeedRow, PerformanceRow
from study.models.vocabulary import EDITION_STATUSES

Labels = Mapping[str, Mapping[str, object]]


@dataclass
class Uses:
    """Labels asked for: by both names, or by a group whose key stands elsewhere among `words`."""

    named: dict[tuple[str, str], str] = field(default_factory=dict)  # group, key → where
    groups: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)


def uses(root: Path) -> Uses:
    """Return what macros, hooks, study, the command line and templates ask for."""
    found = Uses()
    for folder in ("macros", "hooks", "report", "study"):
        for path in sorted((root / folder).rglob("*.py")):
            _python(path, found)
    for path in sorted((root / "overrides").rglob("*.html")):
        _template(path, found)
    return found


def missing(root: Path, labels: Labels) -> list[str]:
    """Return the labels that are asked for, but do not exist."""
    found = uses(root)
    return [
        f"{where}: {group}.{key}"
        for (group, key), where in found.named.items()
        if key not in labels.get(group, {})
    ] + [f"{group}: no such group" for group in sorted(found.groups - labels.keys())]


def unused(root: Path, labels: Labels) -> list[str]:
    """Return the labels that nothing asks for."""
    found = uses(root)
    controlled = _controlled(root, found)
    return [
        f"{group}.{key}"
        for group, keys in labels.items()
        for key in keys
        if (group, key) not in found.named
        and key not in controlled.get(group, ())
        and not (group in found.groups and group not in controlled and key in found.words)
    ]


def _controlled(root: Path, found: Uses) -> dict[str, set[str]]:
    """Groups whose keys are values of the data or of the configuration."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    site = yaml.safe_load(text)
    forms = ("none", "one", "many")
    values = {group: set(keys) for group, keys in NEEDED.items()}
    return values | {
        "status": {*EDITION_STATUSES, "published_elsewhere"},
        "status_sentence": set(EDITION_STATUSES),
        "impact": set(get_args(ImpactRow.model_fields["impact"].annotation)),
        "difficulty": set(get_args(ImpactRow.model_fields["difficulty"].annotation)),
        "contribution": set(get_args(PerformanceRow.model_fields["contribution"].annotation)),
        "tier": set(get_args(NeedRow.model_fields["tier"].annotation)),
        "count": {f"{noun}_{form}" for noun in found.nouns for form in forms},
        "facet_index": set(FACETS),
        "standing": {"confirmed", "derived"},
        "rank": {"1", "2", "3", "4"},
        "navigation": {name for each in site["nav"] if isinstance(each, dict) for name in each},
    }


def _python(path: Path, found: Uses) -> None:
    where = f"{path.parent.name}/{path.name}"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(word)):
                found.words.add(word)
            case ast.Call(
                func=ast.Name("words") | ast.Attribute(attr="words"), args=[ast.Constant(str(group)), key, *_]
            ):
                _note(found, group, [word.value for word in _choices(key)], where)
            case ast.Call(func=ast.Name("counted"), args=[_, ast.Constant(str(noun)), *_]):
                found.nouns.add(noun)
                found.groups.add("count")
            case ast.Subscript(ast.Subscript(ast.Attribute(attr="labels"), ast.Constant(str(group))), key):
                _note(found, group, [word.value for word in _choices(key)], where)


def _choices(key: ast.expr) -> Iterator[ast.Constant]:
    if isinstance(key, ast.Constant):
        yield key
    elif isinstance(key, ast.IfExp):
        yield from _choices(key.body)
        yield from _choices(key.orelse)


def _template(path: Path, found: Uses) -> None:
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    found.words |= {node.value for node in tree.find_all(nodes.Const) if isinstance(node.value, str)}
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "words":
            group, key = call.args[:2]
            assert isinstance(group, nodes.Const), (
                f"{path.name}: words() with a group that is not written out"
            )
            _note(found, group.value, list(_template_choices(key)), path.name)


def _template_choices(key: nodes.Expr) -> Iterator[str]:
    if isinstance(key, nodes.Const):
        yield key.value
    elif isinstance(key, nodes.CondExpr) and key.expr2 is not None:
        yield from _template_choices(key.expr1)
        yield from _template_choices(key.expr2)


def _note(found: Uses, group: str, keys: list[str], where: str) -> None:
    for key in keys:
        found.named.setdefault((group, key), where)
    if not keys:
        found.groups.add(group)
