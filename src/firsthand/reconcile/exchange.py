"""Two claims side by side: does one answer the other, and how? The explained classification of a pair.

Asked in this order: is it one matter; does one side carry the words of an answer; whose words are they. A ledger that invents a denial,
or turns a relay into a second witness, does harm: where the asserters cannot be told apart, the weaker relation is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.reconcile.facts import facts_of, fold, stem
from firsthand.reconcile.replies import Passage, Reply, is_negated, read_reply

_NAME = re.compile(r"\b(?:[A-ZÀ-Þ][\w’'&.-]+\s?){1,4}")
_FIRST_HAND = re.compile(
    r"\b(?:himself|herself|themselves|myself|ourselves|saw|seen|watched|witnessed|in front of (?:him|her|them|me|us)|showed|shows?|samples|records?|recorded|measured|found|asked me|told me|our (?:reporter|correspondent)|hosted|yields?|yielded)\b",
    re.I,
)
_RELAY = re.compile(
    r"\baccording to\b|\b(?:says|say|claims?|alleged|alleges)\b|\bhad (?:said|announced)\b|\b(?:said|announced) (?:on|in) \d|\bas .{0,20}reported\b",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:again|renewed|reiterat\w+|repeat(?:s|ed)|once more|maintain(?:s|ed)|stands? by|denial:|timeline|what we know)\b",
    re.I,
)
_STRONGER = re.compile(
    r"\b(?:knowingly|cash|bribe|any(?:one|body)?|all applicable|would never|in accordance|legally|law|rules|standards|policy)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One side of a pair: the marked claim, its page's outlet and day, and who asserts (None when unknown)."""

    passage: Passage
    outlet: str
    day: str
    speaker: str | None = None

    @property
    def is_negative(self) -> bool:
        return is_negated(self.passage.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """How the pair stands: the relation, and which side answers ("a", "b", or None when neither does), with the reason."""

    relation: str
    answering: str | None
    reason: str


def classify(a: Turn, b: Turn) -> Exchange:
    """Gives the relation of two claims about, perhaps, one matter."""
    if reason := _apart(a, b):
        return Exchange(relation="unrelated", answering=None, reason=reason)
    replies = {"a": read_reply(a.passage), "b": read_reply(b.passage)}
    side = _answering(a, b, replies)
    answer, other = (a, b) if side == "a" else (b, a)
    reply, theirs = replies[side], replies["b" if side == "a" else "a"]
    relation, reason = _with_cue(answer, other, reply, theirs) if reply else _without_cue(answer, other)
    undirected = relation in ("contradicts", "unrelated")
    return Exchange(relation=relation, answering=None if undirected else side, reason=reason)


def _answering(a: Turn, b: Turn, replies: dict[str, Reply | None]) -> str:
    """The side with a cue answers; of two, one that takes its own word back, else the later one; undated or equal: the second."""
    later = "a" if a.day > b.day else "b"
    cued = [k for k in ("a", "b") if replies[k] is not None]
    if len(cued) == 1:
        earlier = replies[cued[0]]
        # A mere "confirmed" dated before the other claim cannot answer it; a denial can.
        return cued[0] if earlier is not None and (earlier.relation != "confirms" or cued[0] == later) else later
    own = [k for k in cued if (r := replies[k]) is not None and r.is_own_word]
    return own[0] if len(own) == 1 else later


def _with_cue(answer: Turn, other: Turn, reply: Reply, theirs: Reply | None) -> tuple[str, str]:
    same = _same_speaker(answer, other)
    denied = (theirs is not None and theirs.relation == "denies") or (theirs is None and other.is_negative)
    cue = f"“{reply.cue}”"
    if reply.relation == "denies":
        if denied and same is not False:
            return "repeats", f"{cue}, a denial told again"
        if not _is_about(answer, other):
            return ("responds" if _is_concerned(answer, other) else "unrelated"), f"{cue}, but of something else"
        return "denies", cue
    if reply.relation == "confirms":
        if denied:
            return ("corrects" if same is not False else "contradicts"), f"{cue} what had been denied"
        return ("repeats" if same else "confirms"), cue
    if reply.is_own_word and same is False:
        return ("contradicts" if denied else "confirms"), f"{cue}, by another asserter"
    return reply.relation, cue


def _without_cue(answer: Turn, other: Turn) -> tuple[str, str]:
    same = _same_speaker(answer, other)
    frame = f"{answer.passage.frame} {answer.passage.words}"
    if answer.is_negative != other.is_negative and _shares(answer, other):
        if same:
            return "corrects", "the same asserter says the opposite"
        if _STRONGER.search(answer.passage.words):
            return "responds", "a denial of a stronger or a neighbouring thing"
        return ("denies" if _is_concerned(answer, other) else "contradicts"), "plain negation"
    if same or (_AGAIN.search(frame) and _shares(answer, other)):
        return "repeats", "the same asserter again"
    if not _shares(answer, other):
        return ("responds" if _is_concerned(answer, other) else "unrelated"), "little in common"
    if same is None and _RELAY.search(frame) and not _FIRST_HAND.search(frame):
        return "repeats", "a relay of the same word"
    if _FIRST_HAND.search(frame):
        return "confirms", "another asserter who was there or measured it"
    return ("repeats" if same is None else "contradicts"), "another account of the same matter"


def _apart(a: Turn, b: Turn) -> str | None:
    """Gives why two claims are about different people or matters, or None."""
    mine, theirs = _full_names(a.passage.text), _full_names(b.passage.text)
    for first, last in sorted(mine):
        others = {f for f, name in theirs if name == last}
        if others and first not in others and not {f for f, name in mine if name == last} & others:
            return f"different people named {last.title()}"
    shared = set(facts_of(f". {a.passage.text}").first) & set(facts_of(f". {b.passage.text}").first)
    # A refusal names little of what it refuses: one shared fact will do for it.
    needed = 1 if read_reply(a.passage) or read_reply(b.passage) else 2
    return None if len(shared) >= needed else "nothing in common"


def _full_names(text: str) -> set[tuple[str, str]]:
    found = set()
    # Looked for at every word, so that a title before a name ("Trainer Oda Lind") hides nothing.
    for match in re.finditer(r"\b(?=([A-ZÀ-Þ][a-zà-ÿ]{2,})\s([A-ZÀ-Þ][a-zà-ÿ]{2,})\b)", text):
        found.add((fold(match[1]), fold(match[2])))
    return {(f, name) for f, name in found if f not in _NOT_FIRST_NAMES and name not in _NOT_LAST_NAMES}


_NOT_FIRST_NAMES = frozenset(
    [
        "the",
        "former",
        "judge",
        "mr",
        "mrs",
        "ms",
        "dr",
        "councillor",
        "minister",
        "general",
        "colonel",
        "president",
        "spokesman",
        "commander",
        "farmer",
        "referee",
        "driver",
        "truck",
        "train",
        "presenter",
        "sprinter",
        "prosecutor",
        "deputy",
        "opposition",
        "health",
        "transport",
        "foreign",
        "defence",
        "army",
        "coast",
        "civic",
        "union",
        "port",
        "blue",
        "national",
    ]
)
_NOT_LAST_NAMES = frozenset(
    [
        "ministry",
        "office",
        "party",
        "union",
        "council",
        "service",
        "agency",
        "press",
        "news",
        "times",
        "post",
        "road",
        "street",
        "park",
        "hill",
        "river",
        "board",
        "group",
        "bank",
        "motors",
        "rail",
        "staff",
        "guard",
        "front",
        "state",
        "radio",
        "health",
        "authority",
        "commission",
    ]
)


def _same_speaker(a: Turn, b: Turn) -> bool | None:
    """Says whether one asserter speaks on both sides; None when either is unknown."""
    if not a.speaker or not b.speaker:
        return None
    mine, theirs = _key_words(a.speaker), _key_words(b.speaker)
    return bool(mine & theirs)


def _key_words(name: str) -> set[str]:
    words = {stem(fold(w)) for w in re.findall(r"\w{3,}", name)}
    return words - {
        stem(w)
        for w in [
            "the",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "minister",
            "ministry",
            "office",
            "official",
            "officials",
            "for",
            "and",
            "former",
            "says",
            "said",
            "department",
            "deputy",
            "president",
            "director",
            "chief",
            "lawyer",
        ]
    }


def _shares(a: Turn, b: Turn) -> bool:
    """Says whether the marked words, with those of their sentence, have enough in common to be about one thing."""
    mine = _content(f"{a.passage.words} {a.passage.frame}")
    theirs = _content(f"{b.passage.words} {b.passage.frame}")
    return len(mine & theirs) >= max(2, 0.25 * min(len(mine), len(theirs)))


def _is_about(a: Turn, b: Turn) -> bool:
    """Says whether what is denied is what the other says: their marked words share something besides the parties' names."""
    mine, theirs = _content(a.passage.words), _content(b.passage.words) | _content(b.passage.frame)
    common = mine & theirs
    plain = {w for w in common if f"@{w}" not in facts_of(f". {b.passage.text}").first}
    return bool(plain) or len(mine) <= 3


def _content(words: str) -> set[str]:
    return {f.lstrip("@") for f in facts_of(f". {words}").first}


def _is_concerned(a: Turn, b: Turn) -> bool:
    """Says whether the answering side's sentence or asserter is named in what the other claims: a party to the affair."""
    names = {
        fold(w) for m in _NAME.finditer(f"{a.speaker or ''} {a.passage.frame}") for w in m.group().split() if len(w) > 3
    }
    target = {fold(w) for w in re.findall(r"\w{4,}", f"{b.passage.words} {b.passage.frame}")}
    return bool(names & target) or bool(re.search(r"\b(?:I|we|our|us|my|he|she|it|its|his|her)\b", a.passage.words))
