"""What the record holds once sections are certified; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from study.concordance.passages import Pair
from study.concordance.record import Entry, Record, with_entries


def certified(
    pair: Pair, record: Record, keys: Iterable[str], role: str, day: date, *, anew: bool
) -> tuple[str, tuple[str, ...]]:
    """Return the text of the record with `keys` certified as they stand, and the ids whose entry changed.

    Both languages must have each of `keys`. What this role has certified already keeps its day, unless
    `anew` asks for this one. A record that did not exist gets an entry, if empty, for every id.
    """
    entries: dict[str, Entry | None] = {} if record.exists else dict.fromkeys(pair.keys)
    changed = []
    for key in keys:
        entry = entry_of(pair, key, role, day)
        if anew or _but_day(entry) != _but_day(record.entry(key)):
            entries[key] = entry
            changed.append(key)
    return with_entries(record, entries, pair.keys), tuple(changed)


def entry_of(pair: Pair, key: str, role: str, day: date) -> Entry:
    """Return the entry that certifies a section or record as it stands in both languages."""
    digests = {language: texts[key].digest for language, texts in pair.texts.items()}
    return Entry(digests["en"], digests["fr"], day.isoformat(), role)


def _but_day(entry: Entry | None) -> tuple[str, str, str] | None:
    return (entry.en, entry.fr, entry.role) if entry else None
