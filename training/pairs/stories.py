"""Stories of labelled pairs as plain text: passages with one marked claim or figure each, and what they are to one another.

    === NAME | topic
    P1 | outlet | date | asserter
    A passage with [[the marked words]] ...
    P2 | ...
    --
    P2 > P1 denies whole
    P3 ~ P1 unrelated

">" points from the side that answers to the one answered; "~" stands where there is no direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PASSAGE = re.compile(r"^(P\d+) *\|(.*)$", re.M)
_PAIR = re.compile(r"^(P\d+)\s*([>~])\s*(P\d+)\s+(\w+)", re.M)
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.S)


def pairs_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yields each labelled pair: `id`, `story`, `label`, `direction` ("a>b" where a answers, else "none"), and the sides `a` and `b`."""
    for block in re.split(r"^=== *", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, rest = block.split("\n", 1)
        passages, listed = re.split(r"^--+\s*$", rest, maxsplit=1, flags=re.M)
        sides = dict(_sides(passages))
        name = head.split("|")[0].strip()
        for one, sign, other, label in _PAIR.findall(listed):
            yield {
                "id": f"{path.stem}/{name}/{one}{other}", "story": name, "label": label.replace("_", " "),
                "direction": "a>b" if sign == ">" else "none", "a": sides[one], "b": sides[other],
            }  # fmt: skip


def _sides(passages: str) -> Iterator[tuple[str, dict[str, Any]]]:
    parts = _PASSAGE.split(passages)
    for key, head, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        outlet, date, asserter = (part.strip() for part in head.split("|")[:3])
        text = body.strip()
        match = _MARKED.search(text)
        if match is None:
            raise ValueError(f"no marked words: {head}")
        start = match.start()
        yield key, {
            "outlet": outlet, "date": date, "asserter": asserter, "text": text[:start] + match[1] + text[match.end() :],
            "start": start, "end": start + len(match[1]),
        }  # fmt: skip
