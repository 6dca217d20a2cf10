"""What a load is served from: a copy of the built site with packed files beside, and what each answer must be."""

from __future__ import annotations

import gzip
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.output import kind

BELOW = "/report/2026/"  # where the sample of hosting/ keeps an edition
# what holds packed contents; all else is packed, whatever its type, because nginx would do it while it is asked
ALREADY = {".gz", ".zip", ".pdf", ".epub", ".xlsx", ".png", ".woff2", ".pagefind"}
LEVEL = 9
# of a hundred requests, how many ask for what: a reader's page brings its style sheets and scripts along once
MIX = {"chapters": 40, "register": 30, "rest": 25, "downloads": 5}
SEED = 2026


@dataclass(frozen=True)
class Asked:
    """A request and the answer that is right: its address, the bytes of its body, whether it is packed."""

    address: str
    length: int
    packed: bool


def copied(site: Path, www: Path) -> list[Asked]:
    """Copy the site below `www`, pack what is worth it, and return what may be asked for, by address."""
    root = www / BELOW.strip("/")
    shutil.copytree(site, root)
    return [_asked(root, path) for path in sorted(root.rglob("*")) if path.is_file() and not _beside(path)]


def _beside(path: Path) -> bool:
    return path.suffix == ".gz" and path.with_suffix("").is_file()


def _asked(root: Path, path: Path) -> Asked:
    content, beside = path.read_bytes(), path.with_name(f"{path.name}.gz")
    packed = path.suffix not in ALREADY and not path.suffix.startswith(".pf_")
    if packed and not beside.exists():
        beside.write_bytes(gzip.compress(content, LEVEL, mtime=0))
    length = beside.stat().st_size if packed else len(content)
    return Asked(BELOW + path.relative_to(root).as_posix().removesuffix("index.html"), length, packed)


def of_kinds(asked: Sequence[Asked]) -> dict[str, list[Asked]]:
    """Return what may be asked for by the kinds of MIX, both languages alike; other kinds are left out."""
    kinds: dict[str, list[Asked]] = {name: [] for name in MIX}
    for each in asked:
        below = each.address.removeprefix(BELOW)
        name = kind(Path(f"{below}index.html" if below.endswith("/") or not below else below))
        if name in kinds and not below.endswith(".map"):  # those are for developers
            kinds[name].append(each)
    return {name: found for name, found in kinds.items() if found}


def mixed(kinds: Mapping[str, Sequence[Asked]], seed: int) -> Iterator[Asked]:
    """Yield requests without end, in the proportions of MIX; the same for the same seed."""
    chance = random.Random(SEED * 1_000_003 + seed)
    names = list(kinds)
    weights = [MIX[name] for name in names]
    while True:
        [name] = chance.choices(names, weights)
        yield chance.choice(kinds[name])
