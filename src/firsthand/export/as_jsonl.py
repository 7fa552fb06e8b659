"""Rows as JSON lines: one object a line, the same fields as the table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def as_jsonl(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yields each row as one line of JSON, without the line's end."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False)
