"""Two figures side by side as rows for programs and as text for the terminal: the same sentences in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from firsthand.cli.output import print_rows

if TYPE_CHECKING:
    from rich.console import Console

    from firsthand.ledger import Held, Statement
    from firsthand.pipeline import Comparison
    from firsthand.reconcile.passages import Answer

NONE, OF_BOTH = "none read", "of the two"
# The parts of the answer with the headings of the terminal, in their order.
PARTS = {
    "words": "The words",
    "case": "What the case holds of A and B",
    "slots": "Slot by slot, as the two passages have them",
    "why not": "Why they are not called …",
    "passages alone": "The two passages alone: a reading, no judgement of the case",
}
_INDENT = 2
_MORE = 12  # letters from which a sentence tells more than the words of the claim in it


def print_comparison(found: Comparison, shape: str | None) -> None:
    """Prints how two figures stand to each other."""
    rows = list(comparison_rows(found))
    if shape:
        print_rows(rows, shape, ())
    else:
        _print_text(rows)


def comparison_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """Yields the comparison as rows: part, what it is about, what A and B have, the answer, and because of what."""
    yield from _word_rows(found)
    yield from _case_rows(found.held)
    if found.gap:
        yield _row("slots", OF_BOTH, found.gap)
    for slot in found.slots:
        yield _row("slots", slot.name, slot.verdict, slot.why, _answered(slot.a), _answered(slot.b), says=slot.says)
    for lack in found.lacks:
        yield _row("why not", lack.name, *lack.told)
    if found.alone:
        yield _row("passages alone", found.alone.relation, found.alone.relation, found.alone.reason)


def _word_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    held = found.held
    sides = held.a, held.b
    yield _row("words", "claim", a=f"“{held.a.claim.words}”", b=f"“{held.b.claim.words}”")
    if found.sentences:
        yield _row("words", "sentence", a=f"“{found.sentences[0]}”", b=f"“{found.sentences[1]}”")
    yield _row("words", "figure", a=held.a.shown, b=held.b.shown)
    yield _row("words", "speaker", a=held.a.claim.whose, b=held.b.claim.whose)
    a, b = ([s.claim.outlet or "pasted text", (s.claim.published or "undated")[:10], s.claim.page] for s in sides)
    for what, one, other in zip(("page", "day", "address"), a, b, strict=True):
        yield _row("words", what, a=one, b=other)
    yield _row("words", "id", a=_ids(held.a), b=_ids(held.b))


def _ids(side: Statement) -> str:
    return " ".join(i for i in (side.claim.id, side.figure and side.figure.quantity, side.release and side.release.id) if i)  # fmt: skip


def _case_rows(held: Held) -> Iterator[dict[str, Any]]:
    from firsthand.web.words import reason

    for sentence, reasons in held.answers:
        yield _row("case", OF_BOTH, sentence, "; ".join(map(reason, reasons)))
    for name, decided in (*(("", each) for each in held.decisions), *held.corrections):
        machine = f" (the machine had: {decided.machine})" if decided.machine else ""
        what = f"{name}, {decided.what}: " if name else ""
        entry = f"{decided.said} [entry {decided.signed.seq}]"
        yield _row("case", f"decided by {decided.signed.record.by}", f"{what}{decided.person}{machine}", entry)
    for each in held.judged:
        j = each.judgement
        checked = f" | checked: {'; '.join(j.checked)}" if j.checked else ""
        yield _row("case", f"judged by {j.by}", each.told, "; ".join(map(reason, j.reasons)) + checked, says=j.relation)


def _row(part: str, what: str, answer: str = "", because: str = "", a: str = "", b: str = "", says: str = "") -> dict[str, Any]:  # fmt: skip
    return {"part": part, "what": what, "a": a, "b": b, "answer": answer, "because": because, "says": says}


def _answered(answer: Answer) -> str:
    words = " … ".join(f"“{words}”" for words in answer.words)
    return "; ".join(part for part in (" ".join(p for p in (answer.value or NONE, words) if p), answer.note) if part)  # fmt: skip


def _print_text(rows: list[dict[str, Any]]) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    _print_words(console, [row for row in rows if row["part"] == "words"])
    for part, heading in list(PARTS.items())[1:]:
        own = [row for row in rows if row["part"] == part]
        if own:
            console.print()
            console.print(heading, style="bold underline")
            for row in own:
                _print_row(console, row)


def _print_words(console: Console, rows: list[dict[str, Any]]) -> None:
    said = {row["what"]: row for row in rows}
    for name in ("a", "b"):
        _line(console, f"{name.upper()}  {said['figure'][name]}", style="bold")
        _line(console, said["claim"][name], 3)
        if "sentence" in said and len(said["sentence"][name]) > len(said["claim"][name]) + _MORE:
            _line(console, f"in: {said['sentence'][name]}", 3, style="dim")
        _line(console, " · ".join(said[what][name] for what in ("speaker", "page", "day", "id")), 3, style="dim")


def _print_row(console: Console, row: dict[str, Any]) -> None:
    _line(console, _head(row), _INDENT, "bold" if row["part"] == "slots" else "")
    for name in ("a", "b"):
        if row[name]:
            _line(console, f"{name.upper()}  {row[name]}", _INDENT + 2)
    for part in row["because"].split(" | "):
        _line(console, part, _INDENT + 2, style="dim")


def _head(row: dict[str, Any]) -> str:
    if row["part"] == "case" or row["what"] == OF_BOTH:
        by = f" ({row['what']})" if row["what"] != OF_BOTH else ""
        return f"{row['says']}: {row['answer']}{by}" if row["says"] else f"{row['answer']}{by}"
    return f"{row['what']}: {row['answer']}" if row["what"] != row["answer"] else str(row["answer"])


def _line(console: Console, words: str, indent: int = 0, style: str = "") -> None:
    from rich.padding import Padding
    from rich.text import Text

    if words:
        console.print(Padding(Text(words, style=style), (0, 0, 0, indent)))
