"""Turns items of the chains benchmark into texts for the tagger: sentences that hold plainly attributed statements, in the attribution format.

    python training/attribution/statements.py benchmarks/data/chains/own_tuning.jsonl OUT.jsonl

The two sets mark different things: a chain item has the speaker behind a relay and nothing of plans and attitudes, the tagger's texts have
the outermost hand and both. So only sentences are taught in which every statement goes from its speaker to the outlet without another
hand, with a source and a cue outside its content; the rest of a text is ignored. "that" and quotation marks join the content.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.models.words import words_of

Span = list[int]

ATTRIBUTED = ("direct", "mixed", "indirect", "headline")
_BEFORE = re.compile(r"(?:\bthat\s+)?[\"“‘]?\Z")
_AFTER = re.compile(r"^[,.]?[\"”]")


def taught(item: dict[str, Any]) -> dict[str, Any] | None:
    """Gives an item as `{"id", "text", "attributions", "ignore"}`; None where no sentence of it can be taught."""
    text = item["text"]
    sentences = _sentences(text)
    plain: list[tuple[set[int], dict[str, list[Span]]]] = []
    spoilt: set[int] = set()
    for statement in item["statements"]:
        if statement["kind"] not in ATTRIBUTED:
            continue
        found = _attribution(statement, text)
        spans = statement["spans"]
        touched = {
            at
            for start, end in (*spans["content"], *(spans[key] for key in ("source", "cue") if spans[key]))
            for at, (first, last) in enumerate(sentences)
            if start < last and first < end
        }
        if found is None:
            spoilt |= touched
        else:
            plain.append((touched, found))
    while any(touched & spoilt and not touched <= spoilt for touched, _ in plain):
        spoilt |= {at for touched, _ in plain if touched & spoilt for at in touched}
    kept = [(touched, found) for touched, found in plain if not touched & spoilt]
    known = {at for touched, _ in kept for at in touched}
    ignored = [list(span) for at, span in enumerate(sentences) if at not in known]
    if not kept:
        return None
    return {"id": item["id"], "text": text, "attributions": [found for _, found in kept], "ignore": ignored}


def _attribution(statement: dict[str, Any], text: str) -> dict[str, list[Span]] | None:
    spans = statement["spans"]
    source, cue = spans["source"], spans["cue"]
    if source is None or cue is None or len(statement["chain"]) != 2:
        return None
    content = [_widened(start, end, text) for start, end in spans["content"]]
    if any(start < other[1] and other[0] < end for start, end in content for other in (source, cue)):
        return None  # a negated cue is content there
    return {"source": [list(source)], "cue": [list(cue)], "content": content}


def _widened(start: int, end: int, text: str) -> Span:
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text[end:])
    return [before.start() if before else start, end + (after.end() if after else 0)]


def _sentences(text: str) -> list[tuple[int, int]]:
    words = words_of(text)
    starts = [words.spans[at][0] for at in words.sentences if at < len(words)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yields what can be taught of the items of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if found := taught(json.loads(line)):
                yield found


def main(source: str, target: str) -> None:
    with Path(target).open("w", encoding="utf-8") as out:
        for row in read(Path(source)):
            print(json.dumps(row, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main(*sys.argv[1:])
