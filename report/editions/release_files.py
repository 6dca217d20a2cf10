"""The files of a release on GitHub: a release is flat, so the folder of data travels as an archive."""

from __future__ import annotations

import shutil
import tempfile
from calendar import timegm
from pathlib import Path
from time import strptime

from report.github import Repository
from study.editions.archives import pack, unpack
from study.editions.sums import file_sum, sum_problems
from study.models.editions import Manifest
from study.problems import Problem, ReportError

DATA = "data"


def archive_of_data(name: str) -> str:
    """Return what the archive of the folder `data/` is called in a release."""
    return f"{name}-data.zip"


def files_of_release(dist: Path, manifest: Manifest, scratch: Path) -> dict[str, Path]:
    """Return the files that belong to the release of `dist`, by name; the archive of its data is made in `scratch`.

    Raises ReportError where `dist` is not what its SHA256SUMS says, or is of another name.
    """
    problems = [Problem(dist.name, 0, 0, words) for words in sum_problems(dist)]
    if manifest.name != dist.name:
        problems.append(Problem(dist.name, 0, 0, f"MANIFEST.json is that of {manifest.name}"))
    if problems:
        raise ReportError(problems)
    files = {path.name: path for path in dist.iterdir() if path.is_file()}
    if (dist / DATA).is_dir():
        target = scratch / archive_of_data(manifest.name)
        pack(dist / DATA, target, DATA, timegm(strptime(manifest.time, "%Y-%m-%dT%H:%M:%SZ")))
        files[target.name] = target
    return dict(sorted(files.items()))


def differences(files: dict[str, Path], arrived: Path) -> list[str]:
    """Return a sentence for each file of a release that is missing, additional or other than ours; `arrived` holds them."""
    there = {path.name for path in arrived.iterdir()}
    found = [f"{name} is missing" for name in files if name not in there]
    found += [f"{name} is additional" for name in sorted(there - set(files))]
    return found + [
        f"{name} has other bytes"
        for name, path in files.items()
        if name in there and file_sum(path) != file_sum(arrived / name)
    ]


def fetched(repository: Repository, name: str, out: Path) -> Path:
    """Return the folder `out`/`name` with the files of a release, as `dist/` has them; what is there already stays.

    The folder appears whole or not at all. Raises GithubError where there is no such release, and ReportError where
    its files are not those of its SHA256SUMS.
    """
    target = out / name
    if not target.exists():
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out, prefix=f".{name}-") as scratch:
            folder = Path(scratch) / name
            repository.run("release", "download", name, "--dir", str(folder))
            data = folder / archive_of_data(name)
            if data.is_file():
                unpack(data, folder)
                data.unlink()
            _sound(folder)
            shutil.move(folder, target)
    _sound(target)
    return target


def _sound(folder: Path) -> None:
    if problems := sum_problems(folder):
        raise ReportError(Problem(f"release {folder.name}", 0, 0, words) for words in problems)
