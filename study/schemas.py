"""JSON Schemas of the data files, made from the models, for completion and warnings while editing."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from study.files import APPROVAL, FILES
from study.models.concordance import EXCEPTIONS, VARIANTS
from study.models.gates import GATES

DECLARED: dict[str, TypeAdapter[Any]] = {
    "concordance-exceptions.yaml": EXCEPTIONS,
    "forbidden-variants.yaml": VARIANTS,
    "gates.yaml": GATES,
}

# of each file of a folder: data/approvals/2026.yaml
FOLDERS: dict[str, TypeAdapter[Any]] = {"approvals.yaml": APPROVAL}


def schemas() -> dict[str, str]:
    """Return the schema text of each data file, by the schema's file name (JSON Schema 2020-12)."""
    texts = {}
    adapters: dict[str, TypeAdapter[Any]] = {name: adapter for name, (_, adapter) in FILES.items()}
    for name, adapter in {**adapters, **DECLARED, **FOLDERS}.items():
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **adapter.json_schema(),
        }
        text = json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True)
        texts[name.replace(".yaml", ".schema.json")] = text + "\n"
    return texts
