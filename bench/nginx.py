"""A real nginx with the sample of `hosting/`, for tests and for the measurement of load."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
WAITS, PAUSE = 300, 0.1  # how often it is asked whether it answers, and seconds in between
ALONE = "master_process off;\nevents { }"
MAIN = """
daemon off;
%(processes)s
pid %(folder)s/pid;
error_log %(folder)s/error.log;
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path %(folder)s/body;
    proxy_temp_path %(folder)s/proxy;
    fastcgi_temp_path %(folder)s/fastcgi;
    uwsgi_temp_path %(folder)s/uwsgi;
    scgi_temp_path %(folder)s/scgi;
    include %(folder)s/report.conf;
}
"""


class NoServerError(Exception):
    """nginx is not there, has ended or does not answer; the message says which, and what it said."""


def workers(connections: int) -> str:
    """Return the settings of a server that takes so many connections, with one process per processor."""
    # started by root, its workers could not read a folder that is the starter's alone
    user = "user root;\n" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    return (
        f"{user}worker_processes auto;\nworker_rlimit_nofile {2 * connections + 64};\n"
        f"events {{ worker_connections {connections + 64}; }}"
    )


def adapted(sample: str, changes: Mapping[str, str]) -> str:
    """Return the sample with each line changed that has to be. Raises NoServerError if one is not there once."""
    for line, instead in changes.items():
        if sample.count(line) != 1:
            raise NoServerError(
                f'hosting/nginx.conf holds "{line}" {sample.count(line)} times; expected once'
            )
        sample = sample.replace(line, instead)
    return sample


@contextmanager
def running(
    sample: str, folder: Path, answers: Callable[[], object], processes: str = ALONE
) -> Iterator[None]:
    """Run nginx with `sample` until the block ends; `folder` takes its files.

    `answers` asks it for anything and raises OSError while it does not answer. Raises NoServerError.
    """
    if not NGINX:
        raise NoServerError("nginx is not installed (Debian, Ubuntu: apt-get install nginx)")
    (folder / "report.conf").write_text(sample, encoding="utf-8")
    main = MAIN % {"folder": folder, "processes": processes}
    (folder / "main.conf").write_text(main, encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", str(folder / "error.log")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            _wait(process, answers)
            yield
        finally:
            process.terminate()


def _wait(process: subprocess.Popen[str], answers: Callable[[], object]) -> None:
    for _ in range(WAITS):
        if process.poll() is not None:
            raise NoServerError((process.stderr.read() if process.stderr else "") or "nginx has ended")
        try:
            answers()
        except OSError:
            time.sleep(PAUSE)
        else:
            return
    raise NoServerError("nginx does not answer")
