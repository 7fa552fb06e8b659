"""A case's own entries: people add states, bodies and outlets, or change shipped ones, in a file beside the case.

    [[entry]]
    name = "Tolna Harbour Authority"
    kind = "body"
    aliases = ["THA", "harbour authority of Tolna"]
    speaks_for = "state:NO"

The fields are those of `Entry`; `id` is made from kind and name where it is not given. An entry with the id of a shipped one replaces it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from firsthand.errors import UsageError
from firsthand.gazetteer.authority import entry_of
from firsthand.gazetteer.entries import Entry
from firsthand.text.names import fold

KINDS = ("state", "body", "outlet")
_LISTS = frozenset(["aliases", "demonyms", "capitals", "seats", "hosts"])
_FIELDS = {field.name for field in fields(Entry)} - {"point"}


def read_own(path: Path) -> tuple[Entry, ...]:
    """Gives the entries of a file. Raises UsageError that names the file, the entry and what is wrong with it."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError(
            f"{path}: no such file; it is named by the setting `authority`: create it or take the setting out"
        ) from None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    rows = table.pop("entry", [])
    if table or not isinstance(rows, list):
        raise UsageError(
            f"{path}: every entry begins with a line [[entry]]; found {', '.join(table) or 'entry'} instead"
        )
    entries = [_entry(row, f"{path}, entry {number}") for number, row in enumerate(rows, 1)]
    known: dict[str, int] = {}
    for number, entry in enumerate(entries, 1):
        if known.setdefault(entry.id, number) != number:
            raise UsageError(f"{path}, entry {number}: the id {entry.id!r} is taken by entry {known[entry.id]}")
    return tuple(entries)


def _entry(row: Mapping[str, Any], where: str) -> Entry:
    for name, value in row.items():
        if name not in _FIELDS:
            raise UsageError(f"{where}: unknown field {name!r}; the fields are {', '.join(sorted(_FIELDS))}")
        is_list = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
        if not (is_list if name in _LISTS else isinstance(value, str)):
            raise UsageError(
                f"{where}: {name} must be {'a list of texts' if name in _LISTS else 'a text'}, not {value!r}"
            )
    if not row.get("name", "").strip() or row.get("kind") not in KINDS:
        raise UsageError(f"{where}: needs a name, and a kind that is one of {', '.join(KINDS)}")
    return entry_of({"id": f"{row['kind']}:{fold(row['name']).replace(' ', '-')}", **row})
