"""time: temporal expressions found and normalised against the publication date (import as `benchmarks.tasks.time`).

Only the sentences in which an expression may stand are parsed, as a reader of times alone would do: the reading of one asks the tags of
its own sentence and the expressions before it, nothing else. The pipeline, which needs the tags for much more, parses every sentence.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.adapt import article_of
from firsthand.annotate.timex import find_timexes, places_of_times
from firsthand.parse import Parser
from firsthand.parse.tokens import sentences_of
from firsthand.records import Article, Timex


def run(data: Path, out: Path) -> tuple[int, str]:
    """Writes one row a document with its expressions; gives the words read."""
    parser = Parser.load()
    words = 0
    with data.open(encoding="utf-8") as rows, out.open("w", encoding="utf-8") as predictions:
        for line in rows:
            if not line.strip():
                continue
            row = json.loads(line)
            document = parser(_needed(article_of(row["id"], row["text"], published=row.get("dct"))))
            found = [_row(timex) for timex in find_timexes(document) if timex.value]
            predictions.write(json.dumps({"id": row["id"], "timexes": found}) + "\n")
            words += len(row["text"].split())
    return words, "words"


def _needed(article: Article) -> Article:
    """Gives the article with blanks for the sentences in which no expression can stand; offsets stay."""
    places = places_of_times(article)
    text = list(article.text)
    for sentence in sentences_of(article):
        if not any(sentence.start <= at < sentence.end for at in places):
            text[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    return article_of(article.url, "".join(text), published=article.published) if places else article


def _row(timex: Timex) -> dict[str, object]:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.type,
        "value": timex.value,
        "rule": timex.rule,
    }
