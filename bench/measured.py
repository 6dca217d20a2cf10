"""A small process between the benchmark and a command: FILE COMMAND …; the figures go to FILE as JSON.

Linux counts the memory of the process that starts a command as the command's own peak (execve(2)
keeps it, getrusage(2) reports it). The benchmark holds the whole report; this process, hardly anything.
"""

import json
import os
import sys
import time


def main(file: str, command: list[str]) -> int:
    """Run `command`, write wall and processor seconds and peak memory, and return its exit code."""
    started = time.perf_counter()
    process = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # bytes
    with open(file, "w", encoding="utf-8") as opened:  # noqa: PTH123 -- pathlib takes longer to load
        json.dump([wall, used.ru_utime + used.ru_stime, largest], opened)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]) & 255)
