"""The command-line tool of editors and secretariat: `report …`, or `python -m report …`."""
