"""`firsthand explain`: why a row says what it says."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from firsthand.cli.beside import print_comparison
from firsthand.cli.context import CONTEXT, Context
from firsthand.cli.output import Column, format_options, print_rows
from firsthand.text.rule_numbers import numbers_in

if TYPE_CHECKING:
    from collections.abc import Collection

    from firsthand.ledger import Ledger
    from firsthand.records import Claim, Reading, Spans

COLUMNS = (
    Column(field="what", heading="what", style="bold"),
    Column(field="value", heading="value", ratio=3),
    Column(field="because", heading="because", style="cyan", ratio=3),
)


@click.command(name="explain")
@click.argument("identity", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@format_options
@CONTEXT
def command(context: Context, identity: str, other: str | None, shape: str | None) -> None:
    """Show the words, the rules or model scores that fired, what was considered and refused, and what people decided, for the record with this ID.

    With OTHER: how two figures stand to each other, and why they are not called a dispute, an update or one figure. Both by the ids of claims,
    figures or releases.
    """
    with context.open() as ledger:
        if other is not None:
            from firsthand.pipeline import compare_figures

            print_comparison(compare_figures(ledger, identity, other), shape)
            return
        kind, full = ledger.find_id(identity)
        rows = EXPLAINERS.get(kind, explain_judgements)(ledger, full)
    print_rows(rows, shape, COLUMNS)


def explain_claim(ledger: Ledger, identity: str) -> list[dict[str, Any]]:
    """Gives the steps by which a claim was read."""
    claim = ledger.claim(identity)
    reading = ledger.reading(claim.article)
    assert reading.article is not None
    text = reading.article.text
    rows = [
        _row(
            "words",
            " … ".join(span.of(text) for span in claim.content),
            f"{claim.content[0].start}–{claim.content[-1].end} of {claim.article}",
        )
    ]
    rows.append(_row("kind", claim.kind, "; ".join(claim.rules)))
    rows += _attribution(claim, reading)
    if claim.speaker:
        rows.append(_row("speaker", f"{claim.speaker.name} ({claim.speaker.kind})", "; ".join(claim.speaker.why)))
        if claim.speaker.candidates:
            rows.append(_row("refused", ", ".join(claim.speaker.candidates), "several fit: left unresolved"))
    rows.append(_row("status", claim.status, _numbered(claim.status_rule, "status")))
    rows += [
        _row(
            "hop",
            f"{hop.giver} → {hop.taker}",
            f"{hop.kind}, {hop.basis}: "
            + ("; ".join(s.of(text) for s in hop.spans) or hop.evidence or "the page carries it"),
        )
        for hop in claim.hops
    ]
    for quantity in reading.quantities:
        if quantity.id in claim.quantities:
            rows += explain_quantity_record(quantity, text)
    by_id = {timex.id: timex for timex in reading.timexes}
    for time in claim.times:
        timex = by_id[time.timex]
        rows.append(
            _row(
                f"time ({time.role})",
                timex.span.of(text),
                timex.unresolved
                or f"{timex.value} from {timex.anchor or 'its own words'}; {_numbered(timex.rule, 'timex')}",
            )
        )
    for place in reading.places:
        if place.id in claim.places:
            refused = f"; refused: {', '.join(place.alternatives)}" if place.alternatives else ""
            rows.append(
                _row(
                    "place",
                    place.span.of(text),
                    f"{place.name}, {place.country or 'unresolved'}; {_numbered(place.rule, 'place')}{refused}",
                )
            )
    return rows + explain_judgements(ledger, identity) + explain_decisions(ledger, identity, claim.quantities)


def explain_decisions(ledger: Ledger, identity: str, parts: Collection[str] = ()) -> list[dict[str, Any]]:
    """Gives what people decided of a record: their value beside the machine's, who, when and why."""
    from firsthand.ledger import decided_on

    return [
        _row(
            f"decided: {each.what}",
            each.person + (f" (the machine has: {each.machine})" if each.machine else ""),
            f"{each.said} [entry {each.signed.seq}]",
        )
        for each in decided_on(ledger, identity, parts)
    ]


def _attribution(claim: Claim, reading: Reading) -> list[dict[str, Any]]:
    """Gives source and cue of the attribution a claim rests on, and how likely the network held each of its words to be what it is."""
    assert reading.article is not None
    text = reading.article.text
    for attribution in reading.attributions:
        if attribution.id == claim.attribution:
            score = f"; right with probability {attribution.score:.2f}" if attribution.score is not None else ""
            parts = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
            rules = "; ".join(attribution.rules)
            rows = [
                _row(name, " … ".join(s.of(text) for s in parts[name]) or "–", rules + score)
                for name in ("source", "cue")
            ]
            return rows + [
                _row(f"{name}, by word", _by_word(text, spans, name), "the network")
                for name, spans in parts.items()
                if spans
            ]
    return []


def _by_word(text: str, spans: Spans, role: str) -> str:
    """Gives each word with the probability, in hundredths, that it has its role; the text is read anew."""
    from firsthand.annotate.attribution import words_of_role
    from firsthand.models.encoder import Encoder

    return " ".join(
        f"{word} {round(100 * chance)}" for word, chance in words_of_role(Encoder.load()(text), spans, role)
    )


def _numbered(rule: str, layer: str) -> str:
    """Gives a layer's rule with its numbers in the reference, where it has any ("year [T2]")."""
    numbers = numbers_in(rule, import_module(f"firsthand.annotate.{layer}.listed").LISTED)
    return f"{rule} [{', '.join(numbers)}]" if numbers else rule


def explain_quantity_record(quantity: Any, text: str) -> list[dict[str, Any]]:
    """Gives the steps by which a quantity was read."""
    amount = f"{quantity.low}" if quantity.low == quantity.high else f"{quantity.low}–{quantity.high}"
    words = [f"“{span.of(text)}”" for span in quantity.counted_spans]
    return [
        _row(
            "figure",
            quantity.span.of(text),
            f"{quantity.comparator or ''} {amount} {quantity.unit or ''}".strip()
            + f"; {_numbered(quantity.rule, 'quantity')}; {quantity.id}",
        ),
        _row(
            "counted",
            quantity.counted or "–",
            ("recovered from " if quantity.elided else "read from ") + (", ".join(words) or "nothing: left open"),
        ),
    ]


def explain_quantity(ledger: Ledger, identity: str) -> list[dict[str, Any]]:
    """Gives how a figure was read, and the claim it stands in."""
    row = ledger.figures(quantity=identity)[0]
    return explain_claim(ledger, row.claim) + explain_judgements(ledger, identity)


def explain_judgements(ledger: Ledger, identity: str) -> list[dict[str, Any]]:
    """Gives every judgement that bears on a record, with its reasons and what was checked."""
    found = ledger.judgements(identity=identity)
    return [
        _row(
            f"judged: {j.relation}",
            f"{j.subject} · {j.object}",
            "; ".join(j.reasons) + (f" | checked: {'; '.join(j.checked)}" if j.checked else ""),
        )
        for j in found
    ]


def explain_judgement(ledger: Ledger, identity: str) -> list[dict[str, Any]]:
    """Gives one judgement's reasons."""
    judgement = next(j for j in ledger.judgements() if j.id == identity)
    rows = [_row("judged", judgement.relation, f"{judgement.subject} · {judgement.object}, by {judgement.by}")]
    rows += [_row("reason", reason, "") for reason in judgement.reasons]
    return rows + [_row("checked", checked, "") for checked in judgement.checked]


def explain_article(ledger: Ledger, identity: str) -> list[dict[str, Any]]:
    """Gives where every fact about a page was read, and what was left out."""
    article = ledger.article(identity)
    rows = [_row(e.name, e.value, e.where) for e in article.evidence]
    rows += [_row("omission", o.reason, o.detail) for o in ledger.omissions_of(identity)]
    return rows + explain_judgements(ledger, identity) + explain_decisions(ledger, identity)


def _row(what: str, value: str, because: str) -> dict[str, Any]:
    return {"what": what, "value": value, "because": because}


EXPLAINERS = {
    "claim": explain_claim,
    "quantity": explain_quantity,
    "judgement": explain_judgement,
    "article": explain_article,
}
