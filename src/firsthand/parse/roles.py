"""Roles: what people are called by office ("the interior minister", "Norland's security chief"), read beside names and alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.parse.view import NOUN_TAGS, View

HEADS = frozenset(
    [
        "president",
        "minister",
        "premier",
        "chancellor",
        "king",
        "queen",
        "prince",
        "princess",
        "emir",
        "sultan",
        "pope",
        "governor",
        "mayor",
        "senator",
        "lawmaker",
        "congressman",
        "congresswoman",
        "ambassador",
        "envoy",
        "diplomat",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chief",
        "leader",
        "head",
        "director",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "commander",
        "general",
        "admiral",
        "colonel",
        "captain",
        "marshal",
        "secretary",
        "adviser",
        "advisor",
        "official",
        "officer",
        "prosecutor",
        "judge",
        "lawyer",
        "attorney",
        "professor",
        "scientist",
        "epidemiologist",
        "economist",
        "analyst",
        "expert",
        "researcher",
        "coordinator",
        "representative",
        "commissioner",
        "manager",
        "ceo",
        "founder",
        "owner",
        "editor",
        "reporter",
        "journalist",
        "correspondent",
        "author",
        "activist",
        "doctor",
        "physician",
        "surgeon",
        "coroner",
        "seismologist",
        "inspector",
        "sheriff",
        "superintendent",
        "constable",
        "politician",
        "candidate",
        "deputy",
        "undersecretary",
        "speaker",
        "mp",
        "archbishop",
        "bishop",
        "cardinal",
        "priest",
        "rabbi",
        "imam",
        "ayatollah",
        "cleric",
        "executive",
        "entrepreneur",
        "veteran",
        "negotiator",
        "administrator",
        "veterinarian",
        "virologist",
        "lieutenant",
        "sergeant",
        "major",
        "brigadier",
        "dictator",
        "monarch",
        "ruler",
        "warlord",
        "rebel",
        "militant",
        "gunman",
        "suspect",
        "teacher",
        "farmer",
        "resident",
        "witness",
        "survivor",
        "fisherman",
        "driver",
        "pilot",
        "coach",
    ]
)
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

    def may_be(self, other: Role) -> bool:
        """Says whether this way of speaking fits that office: same head, no word and no state that the other lacks."""
        if self.state and self.state != other.state:
            return False
        return self.head == other.head and self.words - _SCOPES <= other.words


def role_before(view: View, first: int) -> Role | None:
    """Gives the role in the words right before a name ("Norlandish security chief Jana Holt")."""
    start = first
    while view.same_sentence(start - 1, first) and _belongs(view, start - 1):
        start -= 1
    return read_role(view, start, first) if start < first else None


def role_after(view: View, last: int) -> Role | None:
    """Gives the role in an apposition right after a name (", the country's security chief,"; ", head of the Port Office,")."""
    if not (view.same_sentence(last, last - 1) and view.tokens[last].text == ","):
        return None
    end = start = last + 1
    while (
        view.same_sentence(end, last)
        and (_belongs(view, end) or view.tokens[end].tag in ("DT", "PRP$"))
        and end - start < 8
    ):
        end += 1
    closes = view.lower(end, last) in (",", "of", "for", "at", "who", ".", "in", "and", "with")
    return read_role(view, start, end) if start < end and closes else None


def _belongs(view: View, index: int) -> bool:
    token = view.tokens[index]
    is_inside = token.tag in NOUN_TAGS or token.tag in ("JJ", "POS", "HYPH", "VBN")
    return is_inside or (token.text in ("-", "&", "and") and _joins(view, index))


def _joins(view: View, index: int) -> bool:
    return all(view.same_sentence(at, index) and view.tokens[at].tag in NOUN_TAGS for at in (index - 1, index + 1))


def read_role(view: View, first: int, last: int) -> Role | None:
    """Gives the role named by the tokens first to last - 1, whose last noun must be an office."""
    words = [
        view.tokens[index].text.lower()
        for index in range(first, last)
        if view.tokens[index].tag not in ("POS", "HYPH", "DT")
    ]
    heads = [index for index, word in enumerate(words) if _singular(word) in HEADS]
    if not heads or heads[-1] != len(words) - 1:
        return None
    state = _state_in(view, first, last)
    return _role(words[: heads[-1]], _singular(words[heads[-1]]), state)


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
