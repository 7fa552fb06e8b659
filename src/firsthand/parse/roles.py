"""Roles: what people are called by office ("the interior minister", "Norland's security chief"), read beside names and alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.parse.view import NOUN_TAGS, View
from firsthand.text.person_nouns import HEADS, is_person_noun

# The same office under two names.
_SAME = {
    "premier": "prime minister", "defence": "defense", "advisor": "adviser", "spokeswoman": "spokesperson", "spokesman": "spokesperson",
    "chairwoman": "chair", "chairman": "chair", "chairperson": "chair", "head": "chief", "centre": "center", "labour": "labor",
}  # fmt: skip
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "top",
        "senior",
        "former",
        "late",
        "new",
        "current",
        "acting",
        "outgoing",
        "incoming",
        "longtime",
        "then",
        "one",
    ]
)


_RANKS = frozenset("deputy vice former assistant acting junior second co first".split())
# Whose an office is: "its army spokesman" is no spokesman of a mission.
_WHOSE = frozenset(
    "army military navy police government ministry parliament embassy palace party union company club church court".split()
)
# Of what an office is, by its reach alone: "the provincial governor" may be "Governor Ada Lund".
_SCOPES = frozenset(
    "provincial regional national federal state local municipal city county district country province town nation village island".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """An office: its head noun, the words before it (folded, without articles and rank), and the state it is of, as an entry id or ""."""

    head: str
    words: frozenset[str]
    state: str = ""

    def may_fall_short_of(self, other: Role) -> bool:
        """Says whether that office is this one said in fewer words ("the director" after "its managing director"); rank is no lesser word."""
        return (
            self.head == other.head
            and not (self.state and other.state)
            and other.words < self.words
            and not self.words & _RANKS
            and not (self.words - other.words) & _WHOSE
        )

    def may_be(self, other: Role) -> bool:
        """Says whether this way of speaking fits that office: same head, no word and no state that the other lacks."""
        if self.state and self.state != other.state:
            return False
        return self.head == other.head and self.words - _SCOPES <= other.words


def roles_before(view: View, first: int, last: int) -> list[Role]:
    """Gives the roles in the words right before a name ("security chief Jana Holt"; "the security chief, Jana Holt, said")."""
    end = first
    if view.lower(first - 1, first) == "," and view.lower(last, first) in (",", ".", ";", ")", ""):
        end = first - 1
    start = end
    while view.same_sentence(start - 1, first) and _belongs(view, start - 1):
        start -= 1
    if end < first and not (view.same_sentence(start - 1, first) and view.tokens[start - 1].tag in ("DT", "PRP$")):
        return []  # a list, no apposition
    return _joined_roles(view, start, end)


def roles_after(view: View, last: int) -> list[Role]:
    """Gives the roles in an apposition right after a name (", 52, the security chief,"; ", head of the Port Office,")."""
    if view.lower(last, last - 1) == "," and view.lower(last + 1, last - 1).isdigit():
        last += 2
    if view.lower(last, last - 1) != ",":
        return []
    end = start = last + 1
    while (
        view.same_sentence(end, last)
        and (_belongs(view, end) or view.tokens[end].tag in ("DT", "PRP$"))
        and end - start < 8
    ):
        end += 1
    closes = view.lower(end, last) in (",", "of", "for", "at", "who", ".", "in", "and", "with")
    return _joined_roles(view, start, end) if closes else []


def _joined_roles(view: View, first: int, last: int) -> list[Role]:
    """Gives the roles of "father and agent", each side of the "and" for itself where both are roles."""
    whole = read_role(view, first, last, is_person_noun) if first < last else None
    if whole is None:
        return []
    joint = next((index for index in range(first + 1, last - 1) if view.tokens[index].text == "and"), None)
    left = read_role(view, first, joint, is_person_noun) if joint else None
    right = read_role(view, joint + 1, last, is_person_noun) if joint else None
    return [left, right] if left and right else [whole]


def _belongs(view: View, index: int) -> bool:
    token = view.tokens[index]
    is_inside = token.tag in NOUN_TAGS or token.tag in ("JJ", "POS", "HYPH", "VBN")
    return is_inside or (token.text in ("-", "&", "and") and _joins(view, index))


def _joins(view: View, index: int) -> bool:
    return all(view.same_sentence(at, index) and view.tokens[at].tag in NOUN_TAGS for at in (index - 1, index + 1))


def read_role(view: View, first: int, last: int, is_head: Callable[[str], bool] = HEADS.__contains__) -> Role | None:
    """Gives the role named by the tokens first to last - 1, whose last noun must be an office, or what `is_head` takes for one."""
    words = [
        view.tokens[index].text.lower()
        for index in range(first, last)
        if view.tokens[index].tag not in ("POS", "HYPH", "DT", "PRP$")
    ]
    if not words or not (is_head(words[-1]) or _singular(words[-1]) in HEADS):
        return None
    return _role(words[:-1], _singular(words[-1]), _state_in(view, first, last))


def _role(before: Sequence[str], head: str, state: tuple[str, frozenset[str]]) -> Role:
    words = {_SAME.get(word, word) for word in before if word not in _EMPTY} - state[1]
    head = _SAME.get(head, head)
    if head == "prime minister":
        head, words = "minister", words | {"prime"}
    return Role(head, frozenset(words), state[0])


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in HEADS else word


def _state_in(view: View, first: int, last: int) -> tuple[str, frozenset[str]]:
    """Gives the state named inside the words and the small-letter words that name it."""
    for start in range(first, last):
        if not view.tokens[start].text[0].isupper():
            continue
        for end in range(min(last, start + 4), start, -1):
            text = view.words(start, end)
            entries = (
                [e for e in view.gazetteer.entries(text) if e.kind == "state"]
                or view.gazetteer.demonym(text)
                or view.gazetteer.seat(text)
            )
            if len(entries) == 1:
                return entries[0].id, frozenset(view.tokens[at].text.lower() for at in range(start, end))
    return "", frozenset()
