"""Planned or forecast: whether a stated future lies in the hands of whoever is to act.

"The ministry will close the road" is a plan, "prices will rise" a forecast. The verb decides, then its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from firsthand.annotate.status.patterns import words
from firsthand.records import Token

# What happens to people and things, rather than what they do.
_UNCONTROLLED = words(
    "rise fall increase decrease decline drop grow shrink slow worsen improve recover collapse climb soar plunge jump rebound average total exceed "
    "reach hit top survive die lose win fail succeed suffer face need cost last hold know see feel hear happen occur emerge prove pass benefit affect "
    "depend mean matter require cause result lead help come take become melt rain snow flood outlast struggle want like love hate regret remember forget "
    "find seem appear deserve amount belong contain understand stand disappear vanish run arise ensue lag peak outpace damage hurt harm harden deepen "
    "escalate intensify persist continue linger spread tip trigger prompt fuel boost weaken strengthen get freeze starve drown thaw dry wither sink subside "
    "ebb wane fade crest swell surge slump stagnate deteriorate crumble erode evaporate double treble triple quadruple halve widen narrow tighten ease "
    "push squeeze swamp devastate wreck ruin cripple choke drag wipe lift dent punish haunt "
    "burn flow drift land fail age thrive prosper slide dip sag tumble crash stall accelerate warm cool dawn erupt"
)
# What has no will of its own, whatever its verb: a storm that "will reach the coast" has decided nothing.
_WITHOUT_WILL = words(
    "price inflation economy growth demand supply unemployment turnout harvest yield output deficit debt cost rate temperature rain rainfall snow storm "
    "hurricane typhoon cyclone front flood water river lake sea tide wave wind heat cold winter summer drought fire blaze smoke ash lava epidemic pandemic "
    "outbreak virus disease infection crisis war conflict fighting violence famine hunger shortage stock food fuel power population number toll glacier ice "
    "level market currency rouble euro dollar share trade traffic loss damage pressure situation weather night day week"
)
_FORETOLD = words("warn predict forecast fear caution project estimate reckon calculate expect anticipate")
# With an object and somebody to do them these are deeds: villagers "will hold a vigil", while the ice "will hold".
_DEEDS = words(
    "hold run lead fly land burn feed drive start close face hit mean take help increase decrease grow shrink slow improve drop double treble halve "
    "widen narrow ease strengthen weaken freeze spread cool"
)
# "Will go under", "will go hungry": nobody's doing.
_GONE = words("under bust bankrupt hungry wrong dry dark extinct unsold unpaid broke")
_COMINGS = words("come appear run")
_BODIES = words(
    "government ministry cabinet council parliament senate court commission committee agency authority police army navy force military bank company firm group "
    "airline carrier operator maker club team party union association federation charity church university school hospital crew regulator "
    "president minister king queen prince mayor governor chancellor secretary general captain judge coach manager chief director chairman "
    "leader spokesman spokeswoman bishop pope team-mate striker champion"
)
_PEOPLE = tuple("ers ors ists men women ents ants cians police troops people unions ministries councils".split())
_THERE = words("back there here present absent away home")
_SOMEBODY = words("i we he she they")
_OWN = frozenset({"i", "we", "he", "she", "they", "it", "its", "their", "his", "her", "my", "our"})
_UNDERGONE = words("hit hurt affect kill injure displace lose damage destroy surprise remember force need")
_KEPT = words("open closed shut close idle free available offline online")
_STATES = frozenset({"be", "stay", "remain", "keep"})
_COMPARED = frozenset({"more", "less", "fewer"})


def foreseen_or_planned(tokens: Sequence[Token], first: int, last: int) -> Literal["planned", "forecast"]:
    """Gives "planned" when the verb at or after the cue is something its subject can decide, and "forecast" if not."""
    if any(token.lemma in {"likely", "probably", "inevitably"} for token in tokens[first : last + 1]):
        return "forecast"
    verb = next((i for i in range(last, min(len(tokens), last + 4)) if tokens[i].tag == "VB"), None)
    if verb is None:
        return "forecast"
    if _has_no_will(tokens, first) and not _is_done_by_people(tokens, verb):
        return "forecast"
    if _is_foretold(tokens, first, verb):
        return "forecast"
    if tokens[verb].lemma in _STATES and not (tokens[verb].lemma == "keep" and _has_object(tokens, verb)):
        return "planned" if _arranged_state(tokens, verb) or _chosen_place(tokens, first, verb) else "forecast"
    if _is_somebody(tokens, first) and (
        tokens[verb].lemma in _COMINGS or (tokens[verb].lemma in _DEEDS and _has_object(tokens, verb))
    ):
        return "planned"
    if tokens[verb].lemma == "go" and verb + 1 < len(tokens) and tokens[verb + 1].lemma in _GONE:
        return "forecast"
    return "forecast" if tokens[verb].lemma in _UNCONTROLLED else "planned"


def _subject(tokens: Sequence[Token], first: int) -> tuple[int, Token] | None:
    """Gives the head of the noun phrase right before the cue: of "the cost of bread will", the cost."""
    at = next((i for i in range(first - 1, max(-1, first - 4), -1) if tokens[i].tag.startswith(("NN", "PRP"))), None)
    while at is not None and at >= 2:
        before = next(
            (i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].tag in ("IN", "VBD", "VBZ", ",", "CC")), None
        )
        if before is None or tokens[before].text.lower() != "of" or not tokens[before - 1].tag.startswith("NN"):
            break
        at = before - 1
    return (at, tokens[at]) if at is not None else None


def _has_no_will(tokens: Sequence[Token], first: int) -> bool:
    subject = _subject(tokens, first)
    if subject is None or subject[1].lemma not in _WITHOUT_WILL:
        return False
    at, head = subject
    return head.tag in ("NN", "NNS") and (at == 0 or head.text.islower())  # a team may be called the Hurricanes


def _is_done_by_people(tokens: Sequence[Token], verb: int) -> bool:
    """Says whether a passive follows: food that "will be handed out" is handed out by somebody."""
    return tokens[verb].lemma == "be" and _arranged_state(tokens, verb)


def _is_foretold(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Says whether the future is under a verb of foretelling and not the speaker's own doing ("warned that it would strike back")."""
    subject = _subject(tokens, first)
    if subject is None:
        return False
    at, head = subject
    phrase = {token.text.lower() for token in tokens[max(0, at - 3) : at + 1]}
    near = [*tokens[max(0, first - 12) : first], *tokens[verb + 1 :]]
    return (
        not phrase & _OWN
        and head.tag in ("NN", "NNS")
        and any(token.lemma in _FORETOLD and token.tag in ("VBD", "VBZ", "VBP", "VBG") for token in near)
    )


def _arranged_state(tokens: Sequence[Token], verb: int) -> bool:
    """Says whether "be" or "stay" is followed by something arranged: a passive of a deed, or "open", "closed", "in place"."""
    for token in tokens[verb + 1 : verb + 5]:
        if token.tag == "VBN":
            return token.lemma not in _UNDERGONE and (token.lemma not in _UNCONTROLLED or token.lemma in _DEEDS)
        if token.lemma in _KEPT:
            return True
        if token.tag == "VBG":
            return token.lemma not in _UNCONTROLLED
        if token.lemma in _COMPARED or token.tag in {"JJR", "JJ", "NN", "NNS", "DT", "CD"}:
            return False
    return False


def _is_somebody(tokens: Sequence[Token], first: int) -> bool:
    """Says whether the subject is named, a person's pronoun, people, or a body that decides."""
    subject = _subject(tokens, first)
    if subject is None:
        return False
    head = subject[1]
    return (
        head.tag in ("NNP", "NNPS")
        or head.text.lower() in _SOMEBODY
        or head.lemma in _BODIES
        or (head.tag == "NNS" and head.text.lower().endswith(_PEOPLE))
    )


def _has_object(tokens: Sequence[Token], verb: int) -> bool:
    return verb + 1 < len(tokens) and tokens[verb + 1].tag in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "JJ", "CD")


def _chosen_place(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Says whether somebody "will stay at the club", "will be back": where he will be is his to decide."""
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if following is None or not _is_somebody(tokens, first):
        return False
    return following.lemma in _THERE or (
        tokens[verb].lemma in ("stay", "remain") and following.tag in ("IN", "RB") and following.lemma != "as"
    )
