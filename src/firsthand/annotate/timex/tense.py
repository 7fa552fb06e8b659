"""Which way a bare "Tuesday" or "April" points: back or ahead, by the verb nearest to it.

The words before the expression are asked first ("met on Tuesday", "will meet on Tuesday"), then those after it ("On Tuesday,
the council met"); an expression right before a verb group belongs to that one ("the vote on Tuesday will decide").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from firsthand.records import Token

Direction = Literal["past", "future"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WILL = frozenset(
    {"will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d", "must", "should", "may", "might", "can", "could"}
)
_BEFORE_TO = _words(
    """plan intend aim decide agree vow pledge promise schedule slate due set expect prepare hope want be seek commit likely unlikely ready
    arrange threaten suppose forecast project predict order ask tell urge call need decision intention deadline bid go invite
    propose poise about"""
)
_AHEAD = _words("schedule slate expect due forecast project predict anticipate upcoming forthcoming deadline payable")
_AHEAD_PARTICIPLES = _words("plan set slate schedule expect tip")
_ON_THE_CALENDAR = _words(
    """meet begin start open resume expire end close convene vote visit travel arrive depart leave return appear face host hold take
    play run launch kick mark celebrate receive address"""
)
_OUTCOMES = _words(
    """ruling decision declaration announcement statement verdict attack bombing blast explosion strike raid shooting killing crash collapse fire
    quake earthquake storm flood landslide defeat victory loss win resignation death arrest arrests killings attacks comment comments remark remarks speech
    report incident clash clashes violence massacre agreement accord pact murder assassination slaying"""
)
_SKIPPED = ("RB", "PRP", "``", "''")
_UNTIL = _words("until till through")
# With "until" these leave the end open: what was postponed until Friday is still to come.
_PUT_OFF = _words("postpone delay extend adjourn defer suspend hold keep remain close give put push prolong")
_BREAKS = frozenset({";", "—", "–", "--"})
_REACH = 25


def direction_at(tokens: Sequence[Token], start: int, end: int) -> Direction | None:
    """Gives "past" or "future" for the expression on the tokens `start` to `end` (exclusive) of a sentence, None without a sign."""
    following = tokens[end] if end < len(tokens) else None
    if following is not None and _names_what_came_of_it(tokens, start, end):
        return "past"
    if following is not None and following.tag in ("MD", "VBD", "VBZ", "VBP") and (found := _verb_at(tokens, end)):
        return found
    until = start > 0 and tokens[start - 1].lemma in _UNTIL
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if tokens[index].text in _BREAKS:
            break
        if until and tokens[index].lemma in _PUT_OFF:
            return "future"
        if found := _verb_at(tokens, index):
            return found
    for index in range(end, min(len(tokens), end + _REACH)):
        if tokens[index].text in _BREAKS:
            break
        if found := _verb_at(tokens, index):
            return found
    return "future" if any(_is_timetable(token) for token in tokens[max(0, start - 8) : start]) else None


def _names_what_came_of_it(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Says whether a possessive or the noun it stands before tells what has happened then ("Tuesday's ruling", "a June accord").

    A modal after that noun puts it ahead.
    """
    if tokens[end].text in ("'s", "’s"):
        at = next((i for i in range(end + 1, min(len(tokens), end + 5)) if tokens[i].lemma in _OUTCOMES), None)
    else:
        at = end if start and tokens[start - 1].tag in ("DT", "PRP$") and tokens[end].lemma in _OUTCOMES else None
    return at is not None and not any(token.tag == "MD" for token in tokens[at + 1 : at + 3])


def _is_timetable(token: Token) -> bool:
    """Says whether a verb in the present tells what a timetable holds ("the court meets on Monday")."""
    return token.tag in ("VBZ", "VBP") and token.lemma in _ON_THE_CALENDAR


def _verb_at(tokens: Sequence[Token], index: int) -> Direction | None:
    token = tokens[index]
    if token.lemma in _AHEAD and not _is_finite_past(token):
        return (
            "past" if index > 1 and tokens[index - 1].text == "been" and tokens[index - 2].text == "had" else "future"
        )
    if token.lemma == "plan" and token.tag.startswith("VB"):
        return "future"
    if token.tag == "MD":
        return _modal(tokens, index)
    if token.tag == "VBD":
        return "past" if token.lemma != "be" or not _awaits(tokens, index) else "future"
    if token.tag == "VBN":
        return _participle(tokens, index)
    if token.tag == "VB":
        return _infinitive(tokens, index)
    if token.tag == "VBG" and index and tokens[index - 1].lemma == "be" and tokens[index - 1].tag in ("VBZ", "VBP"):
        return "future"
    return None


def _is_finite_past(token: Token) -> bool:
    return token.tag == "VBD" and token.lemma not in ("schedule", "slate")


def _modal(tokens: Sequence[Token], index: int) -> Direction | None:
    """A modal points ahead, but for "would have", "may have"."""
    if tokens[index].text.lower() not in _WILL:
        return None
    ahead = [token.lemma for token in tokens[index + 1 : index + 4]]
    return "past" if ahead and "have" in ahead[:2] and tokens[index].lemma != "will" else "future"


def _awaits(tokens: Sequence[Token], index: int) -> bool:
    """Says whether "was" is followed by "to", "due", "expected": what was still to come."""
    return any(token.lemma in _AHEAD or token.tag == "TO" for token in tokens[index + 1 : index + 3])


def _participle(tokens: Sequence[Token], index: int) -> Direction | None:
    """A participle takes its auxiliary's direction; without one ("published on Monday") it looks back."""
    if tokens[index].lemma in _AHEAD_PARTICIPLES and any(
        t.lemma in ("to", "for", "on", "in") for t in tokens[index + 1 : index + 2]
    ):
        return "future"
    for back in range(index - 1, max(-1, index - 6), -1):
        token = tokens[back]
        if token.lemma in ("be", "get") and token.tag in ("VB", "VBN", "VBG"):
            continue
        if token.tag.startswith(_SKIPPED):
            continue
        if token.tag == "MD":
            return _modal(tokens, back)
        if token.tag == "TO":
            return "future" if _governed(tokens, back) else None
        if token.lemma == "be" and token.tag in ("VBZ", "VBP"):
            return None
        return "past"
    return "past"


def _infinitive(tokens: Sequence[Token], index: int) -> Direction | None:
    for back in range(index - 1, max(-1, index - 4), -1):
        if tokens[back].tag == "TO":
            return "future" if _governed(tokens, back) else None
        if tokens[back].tag == "MD":
            return _modal(tokens, back)
        if not tokens[back].tag.startswith(_SKIPPED):
            return None
    return None


def _governed(tokens: Sequence[Token], to: int) -> bool:
    """Says whether the word before "to" makes it a future ("is to", "plans to", "expected to"), not a purpose."""
    for back in range(to - 1, max(-1, to - 3), -1):
        if tokens[back].lemma in _BEFORE_TO:
            return True
        if not tokens[back].tag.startswith("RB"):
            return False
    return False
