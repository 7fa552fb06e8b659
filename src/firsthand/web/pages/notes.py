"""Notes: on stories, claims, figures and articles; a name and some text is all they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from firsthand.errors import UnknownId, UsageError
from firsthand.ledger import Ledger, Signed
from firsthand.records import NOTE_TOPICS, Note
from firsthand.records.note import NoteTopic
from firsthand.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The notes on one thing: each that answers none, with those that answer it beneath."""

    about: str
    subject: str
    back: str
    notes: tuple[tuple[Signed[Note], tuple[Signed[Note], ...]], ...]
    count: int


def thread(visit: Visit, about: str, subject: str, subjects: Sequence[str]) -> Thread:
    """Gives the thread on a thing. A new note goes to `subject`; those on any of `subjects` are shown, so that regrouping loses none."""
    found = [s for s in visit.ledger.notes() if s.record.about == about and s.record.subject in set(subjects)]
    tops = [s for s in found if s.record.answers is None]
    under = {top.seq: tuple(s for s in found if _top(s, found) == top.seq and s is not top) for top in tops}
    return Thread(
        about=about, subject=subject, back=visit.address.removesuffix("/forget"), notes=tuple((top, under[top.seq]) for top in tops), count=len(found),
    )  # fmt: skip


def _top(note: Signed[Note], found: Sequence[Signed[Note]]) -> int:
    by_seq = {s.seq: s for s in found}
    while note.record.answers is not None and note.record.answers in by_seq:
        note = by_seq[note.record.answers]
    return note.seq


def post(visit: Visit) -> str:
    """Stores a note and gives the page it was written on."""
    form = visit.form
    if form.get("about") not in NOTE_TOPICS or not form.get("subject"):
        raise UsageError("A note needs to be about a story, a claim, a figure or an article.")
    form.need(by="your name", text="the text of the note")
    _THERE[form.get("about")](visit.ledger, form.get("subject"))
    seq = visit.ledger.note(
        Note(
            about=cast(NoteTopic, form.get("about")), subject=form.get("subject"), text=form.get("text"), by=form.get("by"), at=visit.now,
            answers=form.number("answers"),
        )
    )  # fmt: skip
    return f"{back(form.get('back'))}#note-{seq}"


def _figure(ledger: Ledger, quantity: str) -> None:
    if not ledger.figures(quantity=quantity):
        raise UnknownId(f"no figure {quantity!r} in this case")


# How a thing that a note is about is looked up; each raises UnknownId when it is not there.
_THERE: dict[str, Callable[[Ledger, str], object]] = {"claim": Ledger.claim, "article": Ledger.article, "story": Ledger.article, "figure": _figure}  # fmt: skip


def back(path: str) -> str:
    """Gives a path of this case to return to; the front page for anything else."""
    safe = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if safe else "/"


def unfinished(visit: Visit) -> dict[str, Any]:
    """The form once more, with what was typed in it."""
    return {"title": "A note"}
