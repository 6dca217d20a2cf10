"""`MANIFEST.json`: reading and writing what a sealed edition says of itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from study.editions.digests import TreeDigests
from study.loading import validation_problems
from study.models.editions import MANIFEST, Manifest
from study.problems import Problem, ReportError

MANIFEST_FILE = "MANIFEST.json"
LARGEST = 16 * 1024 * 1024  # bytes; a manifest of 10,000 pages takes a tenth


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in the file `path`.

    Raise ReportError, with every problem, for one that is missing, too large, no JSON or no manifest.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _no_manifest(path, f"has more than {LARGEST // 1024 // 1024} MB; expected a manifest")
        return parsed(path.read_bytes(), path.name)
    except OSError as error:
        raise _no_manifest(path, f"can't be read: {error.strerror or error}") from error


def parsed(content: bytes, name: str = MANIFEST_FILE) -> Manifest:
    """Return the manifest in these bytes; raise ReportError, with every problem, for what is none."""
    try:
        value = json.loads(content.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        why = f"is no JSON: {error or 'nested too deep'}"
        raise ReportError([Problem(name, 0, 0, why)]) from error
    return validated(value, name)


def validated(value: Any, name: str = MANIFEST_FILE) -> Manifest:
    """Return the manifest with these values; raise ReportError, with every problem, for what makes none."""
    try:
        return MANIFEST.validate_python(value)
    except ValidationError as error:
        raise ReportError(validation_problems(error, name, value)) from error


def write_manifest(manifest: Manifest, path: Path) -> None:
    """Write the manifest to `path`, whole or not at all."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_bytes(written(manifest))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def written(manifest: Manifest) -> bytes:
    """Return the manifest as JSON; the same bytes for the same manifest."""
    text = json.dumps(MANIFEST.dump_python(manifest, mode="json"), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def digests_in(manifest: Manifest) -> TreeDigests:
    """Return the digests that the manifest states, to be compared with those of a tree."""
    pages = manifest.pages
    return TreeDigests(
        {"en": pages.en.pages, "fr": pages.fr.pages, "both": pages.both.pages}, manifest.data.files
    )


def _once(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twice}" stands twice in one place')
    return found


def _no_manifest(path: Path, why: str) -> ReportError:
    return ReportError([Problem(path.name, 0, 0, why)])
