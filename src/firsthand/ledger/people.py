"""What people say, in the log: decisions, notes, grades and saved views. Appended only; a decision is undone by another entry."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from firsthand.errors import Overtaken, UnknownId
from firsthand.ledger import index
from firsthand.ledger.chain import Appender
from firsthand.ledger.codec import decode, encode
from firsthand.ledger.connection import writing
from firsthand.ledger.footprints import articles_of, put_waiting
from firsthand.ledger.query import Queries
from firsthand.records import Grade, Judgement, Note, Review, SavedView
from firsthand.records.review import PAIRED

Said = TypeVar("Said", Review, Note, Grade, SavedView)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Generic[Said]):
    """A person's entry with its number in the log and its hash; `undone` says that it was taken back."""

    seq: int
    hash: str
    record: Said
    undone: bool = False


class People(Queries):
    """Writing and reading what people say. Mixed into Ledger, which holds the connection."""

    # -- decisions ----------------------------------------------------------------------------------------------

    def review(self, review: Review, *, saw: int) -> int:
        """Stores a decision; gives its number. `saw` is the version of the record that the person looked at.

        Raises Overtaken when somebody decided on it since, and stores nothing.
        """
        return self.review_many(((review, saw),))[0]

    def review_many(self, reviews: Iterable[tuple[Review, int]]) -> list[int]:
        """Stores several decisions, all or none."""
        with writing(self._db, self.path):
            return [self._review(review, saw) for review, saw in reviews]

    def _review(self, review: Review, saw: int) -> int:
        latest = self.version(review.key)
        if latest != saw:
            raise Overtaken(f"{review.key} was decided on in the meantime (entry {latest}): look at it, then decide again")  # fmt: skip
        appender = Appender(self._db, f"person:{review.by}", review.at)
        earlier = review.undoes or next((s.seq for s in self.standing(review.key) if s.record.place == review.place), None)  # fmt: skip
        seq = appender.append(review.subject, "review", encode(review), earlier)
        index.insert(self._db, "people", index.person_row("review", review, seq))
        put_waiting(self._db, "article", articles_of(self._db, review.key))
        if " " in review.key:
            self._relate(appender, review.key)
        return seq

    def _relate(self, appender: Appender, key: str) -> None:
        """Makes the people's judgement about a pair of figures or pages what its standing decision says."""
        wanted = {j.id: j for signed in self.standing(key) if (j := _judgement(signed.record))}
        one, other = key.split()
        sql = "SELECT id, seq FROM judgements WHERE by <> 'machine' AND about IN ('quantity', 'page') AND subject IN (?, ?) AND object IN (?, ?)"
        stored = {row["id"]: row["seq"] for row in self._db.execute(sql, (one, other, one, other))}
        for identity in sorted(stored.keys() - wanted.keys()):
            appender.append(identity, "withdrawn", b"{}", stored[identity])
            self._db.execute("DELETE FROM judgements WHERE id = ?", (identity,))
        for identity in sorted(wanted):
            if identity in stored:
                self._db.execute("DELETE FROM judgements WHERE id = ?", (identity,))
            seq = appender.append(identity, "judgement", encode(wanted[identity]), stored.get(identity))
            index.insert(self._db, "judgements", index.judgement_row(wanted[identity], seq))

    def undo(self, seq: int, *, by: str, at: str, saw: int, reason: str = "") -> int:
        """Takes a decision back, by an entry of its own. Raises UnknownId when there is no such standing decision."""
        found = next((s for s in self.reviews() if s.seq == seq and not s.undone and s.record.action != "undo"), None)
        if found is None:
            raise UnknownId(f"entry {seq} is no decision that stands")
        undone = found.record
        pair = undone.object if undone.action in PAIRED else None
        return self.review(
            Review(subject=undone.subject, action="undo", by=by, at=at, reason=reason, object=pair, undoes=seq), saw=saw
        )

    def version(self, key: str) -> int:
        """Gives the number of the newest decision on a record; 0 for none."""
        row = self._db.execute("SELECT max(seq) FROM people WHERE kind = 'review' AND subject = ?", (key,)).fetchone()
        return int(row[0] or 0)

    def newest_review(self) -> int:
        """Gives the number of the newest decision of the case; 0 for none."""
        return int(self._db.execute("SELECT coalesce(max(seq), 0) FROM people WHERE kind = 'review'").fetchone()[0])

    def unsettled(self) -> int:
        """Gives how many decisions the figures and origins do not yet know of."""
        row = self._db.execute("SELECT value FROM state WHERE key = 'settled'").fetchone()
        sql = "SELECT count(*) FROM people WHERE kind = 'review' AND seq > ?"
        return int(self._db.execute(sql, (int(row[0]) if row else 0,)).fetchone()[0])

    def reviews(self, key: str | None = None) -> list[Signed[Review]]:
        """Gives decisions, on one record or all, in the order of the log, those taken back included."""
        return self._reviews(None if key is None else (key,))

    def _reviews(self, keys: Sequence[str] | None) -> list[Signed[Review]]:
        found = self._said(Review, "review", keys)
        undone = {signed.record.undoes for signed in found if signed.record.undoes}
        return [Signed(seq=s.seq, hash=s.hash, record=s.record, undone=True) if s.seq in undone else s for s in found]

    def standing(self, key: str) -> list[Signed[Review]]:
        """Gives the decisions on a record that hold now: the newest on each of its places."""
        return _standing(self.reviews(key))

    def decided(self, keys: Sequence[str] | None = None) -> dict[str, list[Signed[Review]]]:
        """Gives for each record that was decided on (of these, if given) the decisions that hold now."""
        found: defaultdict[str, list[Signed[Review]]] = defaultdict(list)
        for signed in self._reviews(keys):
            found[signed.record.key].append(signed)
        return {key: kept for key, signed in found.items() if (kept := _standing(signed))}

    def related(self) -> list[Signed[Review]]:
        """Gives the standing decisions about pairs of figures and of pages, in the order of the log."""
        pairs = [row[0] for row in self._db.execute("SELECT DISTINCT subject FROM people WHERE kind = 'review' AND instr(subject, ' ')")]  # fmt: skip
        return sorted((s for key in pairs for s in self.standing(key)), key=lambda s: s.seq)

    # -- notes, grades, saved views -----------------------------------------------------------------------------

    def note(self, note: Note) -> int:
        """Stores a note; gives its number. Raises UnknownId when it answers a note that is not there."""
        if note.answers is not None and note.answers not in {s.seq for s in self.notes((note.subject,))}:
            raise UnknownId(f"note {note.answers} is not here to be answered")
        return self._say("note", note, note.at)

    def notes(self, subjects: Sequence[str] | None = None) -> list[Signed[Note]]:
        """Gives notes, on these subjects or all, in the order of the log."""
        return self._said(Note, "note", subjects)

    def grade(self, grade: Grade) -> int:
        """Stores a grade that a person gives."""
        return self._say("grade", grade, grade.at)

    def grades(self, subject: str) -> list[Signed[Grade]]:
        """Gives the grades people gave to a source or claim, in the order of the log."""
        return self._said(Grade, "grade", (subject,))

    def save_view(self, view: SavedView) -> int:
        """Stores a search under a name; a later one of that name stands in its stead."""
        return self._say("saved", view, view.at)

    def saved_views(self) -> list[Signed[SavedView]]:
        """Gives the saved searches by name, the newest of each."""
        newest = {signed.record.name: signed for signed in self._said(SavedView, "saved", None)}
        return [newest[name] for name in sorted(newest)]

    def _say(self, kind: str, record: Note | Grade | SavedView, at: str) -> int:
        with writing(self._db, self.path):
            row = index.person_row(kind, record, 0)
            seq = Appender(self._db, f"person:{record.by}", at).append(str(row[2]), kind, encode(record))
            index.insert(self._db, "people", (seq, *row[1:]))
            return seq

    def _said(self, record: type[Said], kind: str, subjects: Sequence[str] | None) -> list[Signed[Said]]:
        sql = "SELECT e.seq, e.hash, e.payload FROM people p JOIN entries e ON e.seq = p.seq WHERE p.kind = ?"
        values: list[object] = [kind]
        if subjects is not None:
            sql += " AND p.subject IN (SELECT value FROM json_each(?))"
            values.append(json.dumps(list(subjects)))
        rows = self._db.execute(f"{sql} ORDER BY e.seq", values)
        return [Signed(seq=row["seq"], hash=row["hash"], record=decode(row["payload"], record)) for row in rows]


def _standing(signed: Sequence[Signed[Review]]) -> list[Signed[Review]]:
    newest = {s.record.place: s for s in signed if not s.undone and s.record.action != "undo"}
    return sorted(newest.values(), key=lambda s: s.seq)


def _judgement(review: Review) -> Judgement | None:
    if review.action not in PAIRED or review.object is None or review.value is None:
        return None
    return Judgement(
        about="page" if review.action == "derive" else "quantity", subject=review.subject, object=review.object, relation=review.value,
        reasons=(review.reason,), by=review.by,
    )  # fmt: skip
