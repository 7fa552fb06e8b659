"""The quantity benchmark: numerals and comparators in its own encoding (changes, ages, "one of", ranges out of changes)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.adapt import article_of
from firsthand.annotate.quantity import find_quantities, refused_numbers
from firsthand.annotate.quantity.nouns import normal_form, phrase_at
from firsthand.annotate.quantity.passage import singular
from firsthand.annotate.quantity.people import counts_people
from firsthand.annotate.quantity.words import Words
from firsthand.records import Document, Quantity

CHANGE = {
    "about": "~",
    "nearly": "~",
    "at least": ">",
    "more than": ">",
    "up to": "<",
    "less than": "<",
    "vague": "=",
    "total": "=",
}
# That set takes a bare rupee or rouble for the Indian and the Russian one.
UNITS = {"percent": "percentage", "rupee": "indian rupee", "rouble": "russian rouble"}
UP = re.compile(
    r"\b(?:up|ros\w+|rise[sn]?|rising|climb\w*|gr[eo]w\w*|jump\w*|surg\w+|increas\w+|soar\w*|gain\w*|advanc\w+|doubl\w+|expand\w*|rall\w+|add(?:s|ed|ing))\b(?:\s[\w'’-]+){0,3}\s(?:from\s|by\s)?$",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"\b(?:down|fell|fall(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|shr[aiu]nk\w*|slip\w*|slid\w*|plung\w+|tumbl\w+|plummet\w*|los(?:e|es|t|ing)|shed|sank|dip\w*|eased)\b(?:\s[\w'’-]+){0,3}\s(?:from\s|by\s)?$",
    re.IGNORECASE,
)
AGES = re.compile(r"\d{1,3}|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)


def run(data: Path, out: Path) -> tuple[int, str]:
    """Reads sentences, writes the quantities of each in the benchmark's encoding; gives the number of words read."""
    from firsthand.parse import Parser

    parser, words = Parser.load(), 0
    with data.open(encoding="utf-8") as source, out.open("w", encoding="utf-8") as target:
        for row in map(json.loads, filter(str.strip, source)):
            document = parser(article_of(row["id"], row["text"], headline=False))
            target.write(json.dumps({"id": row["id"], "quantities": project(document)}, ensure_ascii=False) + "\n")
            words += len(row["text"].split())
    return words, "words"


def project(document: Document) -> list[dict[str, Any]]:
    """Gives a document's quantities as the benchmark writes them."""
    quantities = _merge_changes(document, list(find_quantities(document)))
    rows = [
        part
        for low, high, quantity, start, end in quantities
        for part in _rows(document, quantity, low, high, start, end)
    ]
    return rows + list(_counted_refusals(document))


def _merge_changes(document: Document, quantities: list[Quantity]) -> list[tuple[Decimal, Decimal, Quantity, int, int]]:
    """The benchmark counts "rose from 12 to 19" as one range; the ledger keeps two levels."""
    rows: list[tuple[Decimal, Decimal, Quantity, int, int]] = []
    for quantity in quantities:
        start, end = quantity.span.start, quantity.span.end
        if rows:
            low, _high, before, first, last = rows[-1]
            between = document.text[last:start]
            if (
                low == _high
                and quantity.low == quantity.high
                and before.comparator is None
                and quantity.comparator is None
                and before.unit == quantity.unit
                and re.search(r"from\s(?:the\s)?$", document.text[max(0, first - 9) : first])
                and re.fullmatch(r"(?:\s[\w’'.-]+){0,4}?\sto\s", between)
            ):
                rows[-1] = (min(low, quantity.low), max(low, quantity.low), quantity, first, end)
                continue
        rows.append((quantity.low, quantity.high, quantity, start, end))
    return rows


def _rows(
    document: Document, quantity: Quantity, low: Decimal, high: Decimal, start: int, end: int
) -> Iterator[dict[str, Any]]:
    words = document.text[start:end]
    unit = _unit(quantity)
    lead = re.match(r"(?:between\s+)?(?:[^\w.]*|[A-Z]{2,3}\s?\$?|\$[A-Z]{2}|RM|PS|Y=)(?=[\d.])", words)
    begin = start + (lead.end() if lead else 0)
    tail = re.search(r"(?<=[\d\w])\s?(?:%|percent|per cent|pct|pc|percentage points?)$|(?<=\d)(?:[a-zA-Zμ°]+)$", words)
    finish = start + tail.start() if tail and not re.search(r"\d(?:k|m|bn|tn|mil|mn|K|M|b)$", words) else end
    change = CHANGE[quantity.comparator] if quantity.comparator else "="
    if quantity.rule.startswith(("several", "few of a scale")):
        change = "~"
        low = Decimal(2) * low / 3 if low % 3 == 0 else low
    if change == "=":
        change = (
            "up"
            if UP.search(document.text[max(0, start - 40) : start])
            else "down"
            if DOWN.search(document.text[max(0, start - 40) : start])
            else "="
        )
    row = {
        "start": begin,
        "end": finish,
        "low": float(low),
        "high": float(high),
        "change": change,
        "unit": unit,
        "unit_norm": unit,
        "concepts": [],
    }
    if quantity.rule.startswith("either or"):
        # "eight or nine" is two quantities there.
        yield {**row, "high": float(low)}
        yield {**row, "low": float(high)}
        return
    yield row


def _unit(quantity: Quantity) -> str:
    unit = UNITS.get(quantity.unit or "", quantity.unit or "")
    if not unit and not _names_the_subject(quantity):
        unit = {"dead": "death"}.get(quantity.counted or "", quantity.counted or "")
    if quantity.per:
        noun = re.sub(r"^(?:an?|per|each|every)[\s-]", "", quantity.per.lower())
        if noun not in ("each", "apiece") and noun != quantity.per.lower():
            unit = f"{singular(unit)} per {noun}"
    return unit


def _names_the_subject(quantity: Quantity) -> bool:
    """Says whether the noun was taken from the sentence's subject, which the benchmark leaves without a unit unless it counts people."""
    rule = quantity.rule.partition("; ")[2]
    head = (quantity.counted or "x").split()[-1].lower()
    return (
        rule.startswith(("subject of the clause", "noun of", "level of"))
        and not counts_people(head)
        and head != "dead"
        and not head.endswith("s")
    )


def _noun_after(document: Document, offset: int) -> str | None:
    """Gives the noun phrase after a number, past "of the"."""
    words = Words(document)
    joint = re.compile(r"\s(?:of\s)?(?:the\s|its\s|his\s|her\s|my\s|their\s|most\s|(?:\S+['’]s\s))*").match(
        document.text, offset
    )
    phrase = phrase_at(words, joint.end() if joint else offset, words.sentence(offset).end)
    return normal_form(phrase, document.text) if phrase else None


def _counted_refusals(document: Document) -> Iterator[dict[str, Any]]:
    """Ages and "one of the", which the benchmark counts and the ledger does not."""
    for span, reason, value in refused_numbers(document):
        if reason in ("one of", "both named"):
            unit = _noun_after(document, span.end)
            yield {
                "start": span.start,
                "end": span.end,
                "low": float(value),
                "high": float(value),
                "change": "=",
                "unit": unit,
                "unit_norm": unit,
                "concepts": [],
            }
        elif reason == "age" and re.match(r"\syears?[\s-]olds?", document.text[span.end : span.end + 10]):
            yield {
                "start": span.start,
                "end": span.end,
                "low": float(value),
                "high": float(value),
                "change": "=",
                "unit": "year of age",
                "unit_norm": "year of age",
                "concepts": [],
            }
