"""Which claim of the same article a denial, a contradiction or a correction answers. Only a link that the words make is set; the rest stays open.

Three ways lead from an answer to what it answers: the answer points at it ("the charge", "that report was wrong", "it never was"); both
speak of the same deed or thing, names apart, one in the negative; or the answer goes on with a denial just made.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.claims.content import stem
from firsthand.claims.lexicon import words
from firsthand.claims.negation import Negation, negation_of, stems_of
from firsthand.claims.view import View
from firsthand.records import Claim, hull

_NEAR = 5  # sentences between a statement and a plain contradiction of it
_FAR = 12  # sentences between a statement and a denial that takes its words up
_ADJACENT = 2
_SHARE = 0.5  # of a denial's words, names apart, that what it answers must have
_START = 90  # characters of a statement in which a flat negation is about the whole
_ELLIPSIS = 4  # words of a denial that has none of its own ("Not one!", "he had not")
_WITHOUT_WORDS = ("denied", "not confirmed", "corrected")
_ENDINGS = words("er or ers ment al ance ing")
# What is said to have ended, failed or been called off is answered by no further negation.
_ENDED = words(
    "cancel delay suspend stop halt ban bar fail lack deny reject clos block prevent avoid abandon scrap shelv withhold exclud"
)

# Words that only say that something was said, or that it is not so.
_OF_CLAIMS = words(
    "report claim story account charg alleg allegation accusation suggestion idea rumour rumor assertion statement notion figur fals inaccurat untru wrong baseless"
)

# A thing said before, named without telling it again: "the figure", "any such order", "that report", but not "the idea of a wage".
_BARE = r"(?![\w’']|\s+(?:of|that|by|about|to|on|from|in|for|over|as to)\b)"
_POINTS = r"\b(?:the|this|that|these|those|any|such|all|its|his|her|their)\s+(?:\w+\s+)?"
_CHARGE = re.compile(rf"{_POINTS}(?:charges?|accusations?|allegations?){_BARE}|\bnot guilty\b", re.I)
_FIGURE = re.compile(rf"{_POINTS}(?:figures?|numbers?|toll|estimates?|count){_BARE}", re.I)
_REPORT = re.compile(rf"{_POINTS}(?:reports?|story|stories|account|article|claims){_BARE}|^\W*(?:all )?lies\b", re.I)
_REPORT_OF = re.compile(rf"{_POINTS}(?:reports?|story|stories|account|article|claims) (?:of|on|about)\b", re.I)
_OTHER = re.compile(
    rf"{_POINTS}(?:claim|idea|suggestions?|assertions?|statements?|notion|rumou?rs?|speculation|theory|version){_BARE}|\b(?:no|any) such\b"
    r"|^\W*(?:it|this|that|them|so)\W*$|^\W*(?:this|that|it) (?:is|was) \W?(?:not|never)\b|\bnot (?:true|correct|the case)\b"
    r"|\b(?:conversation|meeting|call|talk|exchange|remarks?)\b[^.;]{0,20}\b(?:never|not) (?:happened|took place|occurred|existed)",
    re.I,
)
_CLAIM = re.compile(rf"{_POINTS}(?:claims?|allegations?|assertions?|version|account){_BARE}", re.I)
_BLAME = re.compile(
    r"\b(?:wrongdoing|involvement|responsibility|guilt|misconduct|impropriety|negligence|malpractice|fault|(?:a|any|all) (?:role|part|knowledge|link|blame))\b",
    re.I,
)
_FALSE = re.compile(
    r"\b(?:is|are|was|were) (?:mistaken|wrong|lying|false|untrue)\b|^\W*(?:all )?lies\b|\b(?:untrue|a lie|nonsense|rubbish|invented|not so)\b|\b(?:never|not) happen",
    re.I,
)
_NO_WORDS = re.compile(
    r"^\W*(?:no|not|never|none)\b|\b(?:not|never|never (?:was|were|did|had|has|is))\W*$|n[’']t\W*$", re.I
)
_FLATLY = re.compile(r"\b(?:never|nobody|no one|nothing|none)\b", re.I)
_AFTER = re.compile(r"\b(?:(?:hours?|days?|weeks?) after|despite|contrary to)\b")
_ITSELF = re.compile(r"(?:it|him|her|them)sel(?:f|ves)\b")
_PRONOUN = re.compile(r"(?:it|he|she|they)\b")
_ACCUSES = re.compile(r"accus|charg|alleg|claim|blam|\bput\b", re.I)
_FRAMED = re.compile(
    r"\b(?:deny|reject|dismiss|disput|refut|rebutt|contradict|contest)ing (?P<what>[^,.;]{3,60})", re.I
)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as it is compared. `stems` are those of its words without names, `core` those of its first part, `ends` the verbs by which
    something is said to have ended or failed; `asked` tells that its sentence answers a question."""

    claim: Claim
    line: int
    text: str
    stems: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    negation: Negation | None
    ends: frozenset[str]
    numbers: frozenset[str]
    party: frozenset[str]
    asked: bool

    @property
    def is_known(self) -> bool:
        """Says whether it is somebody's statement or hearsay, and not the page's own."""
        return self.claim.speaker is not None or self.claim.status == "reported"

    @property
    def is_answerable(self) -> bool:
        """Says whether it can be denied: a statement or hearsay, and no denial or refusal itself."""
        return self.is_known and self.claim.status not in _WITHOUT_WORDS and self.claim.kind != "scare quote"


def with_denials(view: View, claims: Sequence[Claim]) -> list[Claim]:
    """Gives the claims, each denial, contradiction or correction with the claim of this article that it answers."""
    said = [_said(view, c) for c in claims]
    said = [replace(s, claim=c) for s, c in zip(said, _with_contradictions(view, said), strict=True)]
    denied = _links(view, said)
    return [replace(s.claim, denies=denied[s.claim.id]) if s.claim.id in denied else s.claim for s in said]


def _with_contradictions(view: View, said: Sequence[Said]) -> list[Claim]:
    """Gives the claims, one that plainly negates another speaker's statement as a denial of that statement."""
    found: list[Claim] = []
    for i, own in enumerate(said):
        claim = own.claim
        target, why = (
            _contradicted(view, said, i)
            if claim.status == "asserted" and claim.speaker is not None and claim.kind != "scare quote"
            else (None, "")
        )
        if target is None and (before := _goes_on(said, found, i)) is not None:
            target, why = before, "goes on with a denial"
        found.append(replace(claim, status="denied", status_rule=why, denies=target) if target else claim)
    return found


def _links(view: View, said: Sequence[Said]) -> dict[str, str]:
    """Gives, for each denial or correction that answers a claim of this article, the id of that claim."""
    links = {s.claim.id: s.claim.denies for s in said if s.claim.denies is not None}
    for i, own in enumerate(said):
        claim = own.claim
        if claim.id in links or claim.kind in ("scare quote", "writer's own judgement"):
            continue
        if claim.status == "corrected":
            target = _corrected(view, said, i)
        elif claim.status == "denied" and claim.speaker is not None:
            target = _denied(view, said, i)
        else:
            continue
        if target is not None:
            links[claim.id] = target.claim.id
    return links


# --- what a plain contradiction answers -----------------------------------------------------------------------------


def _contradicted(view: View, said: Sequence[Said], i: int) -> tuple[str | None, str]:
    """Gives the id of the statement that a claim negates or calls false, and the rule by which it does."""
    own = said[i]
    if _FALSE.search(own.text) and (len(own.text.split()) <= 8 or _FALSE.search(re.split(r"[.;!] ", own.text)[0][:50])):
        whole = _REPORT.search(own.text) and not re.match(r"\W*th(?:at|is) ", own.text, re.I)
        target = _run_start(said, i) if whole else next(iter(_others(said, i, _NEAR)), None)
        return (target.claim.id, "calls another speaker's statement false") if target else (None, "")
    if own.negation is None:
        return None, ""
    if _is_elliptical(own):
        target = next((o for o in _others(said, i, 1) if o.negation is None), None)
        return (target.claim.id, "denies in short what was said before") if target else (None, "")
    near = [o for o in _others(said, i, _NEAR) if o.negation is None and not _overlap(own, o)]
    if (told := next((o for o in said[i + 1 :] if _is_met(view, own, o)), None)) is not None:
        return told.claim.id, "set against another speaker's statement"
    after = [
        o
        for o in said[i + 1 :]
        if o.is_answerable and o.negation is None and _is_other(own, o) and o.line - own.line <= _ADJACENT
    ]
    near += [o for o in after if own.claim.kind == "headline" or _is_earlier(view, o)]
    scored = [(_contradiction(own, own.negation, o), -k, o) for k, o in enumerate(near)]
    score, _, target = max(scored, key=lambda row: row[:2], default=(0, 0, None))
    return (target.claim.id, "contradicts another speaker's statement") if target and score else (None, "")


def _contradiction(own: Said, negation: Negation, other: Said) -> int:
    """Gives how much a negation shares with a statement of which it is the negative: the same deed or thing right under it, and more besides
    or close by, or one of whom it was said ("the baker set the fire": "I have never …", the baker said); 0 where it is none."""
    heads = {h for h in negation.heads if _has(other.stems, h)}
    shared = {w for w in negation.near if _has(other.stems, w)}
    if other.ends and not heads & other.ends:
        return 0
    close = abs(own.line - other.line) <= _ADJACENT
    if close and negation.absolute and not negation.ahead and len(shared) > 1:
        return len(shared)  # "never moved machine tools" close to "had shipped machine tools"
    besides = len(shared) > 1 or (negation.absolute and not negation.ahead and (close or bool(own.names & other.names)))
    flatly = _FLATLY.search(own.text[:_START]) is not None and not negation.ahead
    concerned = flatly and close and other.claim.speaker is not None and bool(own.party & (other.stems | other.names))
    return len(shared) + len(own.names & other.names) + concerned if (heads and besides) or concerned else 0


def _goes_on(said: Sequence[Said], found: Sequence[Claim], i: int) -> str | None:
    """Gives what the denial just before answers, where this sentence goes on with it in the negative ("It denied the raid. “Nobody was there,” …")."""
    own = said[i]
    before = next((c for c in reversed(found) if c.kind not in ("scare quote", "headline")), None)
    if (
        before is None
        or before.denies is None
        or own.negation is None
        or own.claim.status != "asserted"
        or own.claim.speaker is None
    ):
        return None
    target = next(s for s in said if s.claim.id == before.denies)
    gap = own.line - next(s.line for s in said if s.claim.id == before.id)
    return before.denies if 0 <= gap <= 1 and own.negation.absolute and _is_other(own, target) else None


def _is_earlier(view: View, other: Said) -> bool:
    """Says whether a statement that follows was made before ("Belta had reported …")."""
    return bool(other.claim.cue) and other.claim.cue[0].of(view.text).lower().startswith("had ")


def _is_met(view: View, own: Said, other: Said) -> bool:
    """Says whether a negation is set against what follows in its sentence: "It has not stopped, the firm said, a day after the paper wrote that it had"."""
    if other.line != own.line or not other.is_answerable or not _is_other(own, other) or own.claim.kind == "headline":
        return False
    between = view.text[own.claim.content[-1].end : other.claim.content[0].start]
    return _AFTER.search(between) is not None and _PRONOUN.match(other.text) is not None


def _is_elliptical(own: Said) -> bool:
    return len(own.text.split()) <= _ELLIPSIS and _NO_WORDS.search(own.text) is not None and not own.asked


# --- what a denial or a correction answers --------------------------------------------------------------------------


def _denied(view: View, said: Sequence[Said], i: int) -> Said | None:
    """Gives what a denial answers: what it points at, else what has its words."""
    own = said[i]
    if own.claim.status_rule == "rejecting a charge":
        return _framed(view, said, i)
    others = [o for o in _others(said, i, _FAR) if _one_number(own, o)]
    near = [o for o in others if own.line - o.line <= _NEAR]
    if _CHARGE.search(own.text):
        return next((o for o in near if _ACCUSES.search(" ".join(s.of(view.text) for s in o.claim.cue))), None)
    if _FIGURE.search(own.text):
        return next((o for o in near if o.claim.quantities), next(iter(near), None))
    if _REPORT.search(own.text):
        return _run_start(said, i)
    if _is_elliptical(own):
        return next((o for o in near if own.line - o.line <= 1), None)
    later = [
        o
        for o in said[i + 1 :]
        if o.is_answerable and o.negation is None and _is_other(own, o) and o.line - own.line <= _ADJACENT
    ]
    best = _most_shared(own, [o for o in others if o.negation is None]) or _most_shared(own, later)
    if best is None and _OTHER.search(own.text):
        return _first_of_run(said, near) if _CLAIM.search(own.text) else next(iter(near), None)
    if best is None and _BLAME.search(own.text):
        return next(
            (o for o in near if _ACCUSES.search(" ".join(s.of(view.text) for s in o.claim.cue))), next(iter(near), None)
        )
    if best is None:
        best = _nearest(own, [o for o in near if o.negation is None]) or _nearest(own, later)
    if best is not None and _REPORT_OF.search(own.text):  # a report is told from its beginning
        return next(
            (o for o in said if o.is_answerable and not _is_other(o, best) and best.line - o.line <= _ADJACENT), best
        )
    return best


def _nearest(own: Said, near: Sequence[Said]) -> Said | None:
    """Gives the nearest statement of somebody else that a denial in words of its own may answer: one that shares a word or a name with it,
    None where none does."""
    scored = [(sum(_has(o.stems, w) for w in own.stems), -k, o) for k, o in enumerate(near)]
    count, _, best = max(scored, key=lambda row: row[:2], default=(0, 0, None))
    return best if count else None


def _first_of_run(said: Sequence[Said], near: Sequence[Said]) -> Said | None:
    """Gives the first of the statements that the one who spoke last made in a row: "the claim" is what he set out with."""
    if not near:
        return None
    first = near[0]
    for other in near[1:]:
        if _is_other(other, first):
            break
        first = other
    return first


def _one_number(own: Said, other: Said) -> bool:
    """Says whether two statements may be of one number: "rejected that 41 had died" does not answer who counts 23."""
    return not own.numbers or not other.numbers or bool(own.numbers & other.numbers)


def _most_shared(own: Said, others: Sequence[Said]) -> Said | None:
    """Gives the nearest of those that have most of a denial's words, at least half of them."""
    scored = [(sum(_has(o.stems, w) for w in own.core), -k, o) for k, o in enumerate(others)]
    count, _, best = max(scored, key=lambda row: row[:2], default=(0, 0, None))
    return best if best is not None and count >= max(1, _SHARE * len(own.core)) else None


def _framed(view: View, said: Sequence[Said], i: int) -> Said | None:
    """Gives what "…, rejecting the charge" or "…, contradicting the inspector" answers: the words say whom or what."""
    own = said[i]
    frame = _FRAMED.search(view.lines[own.line].span.of(view.text))
    if frame is None:
        return None
    named = {w.lower() for w in re.findall(r"\w{4,}", frame["what"])}
    near = _others(said, i, _NEAR)
    by_name = next(
        (
            o
            for o in near
            if named & {w.lower() for s in o.claim.source for w in re.findall(r"\w{4,}", s.of(view.text))}
        ),
        None,
    )
    points = any(p.search(frame["what"]) for p in (_CHARGE, _FIGURE, _REPORT, _OTHER))
    return by_name or (near[0] if near and points else None)


def _corrected(view: View, said: Sequence[Said], i: int) -> Said | None:
    """Gives what a correction takes back: the same speaker's own words, else what has its words."""
    own = said[i]
    if re.search(r"\bdenials?\b", own.text):  # "it withdrew that denial"
        return next((s for s in reversed(said[:i]) if s.claim.status == "denied" and not _is_other(own, s)), None)
    before = [s for s in reversed(said[:i]) if s.is_answerable and s.claim.kind != "headline"]
    if own.claim.speaker is None:
        if own.claim.status_rule == "this page was amended":
            return None
        best = _most_shared(own, before)
        return best if best and sum(_has(best.stems, w) for w in own.stems) > 1 else None
    same = [s for s in before if not _is_other(own, s) or own.claim.speaker.name in s.claim.chain]
    if same and _ITSELF.search(" ".join(s.of(view.text) for s in (*own.claim.cue, own.claim.content[0]))[:60]):
        return same[0]
    shared = _most_shared(own, same) or _most_shared(own, before)
    points = any(p.search(own.text) for p in (_REPORT, _FIGURE, _OTHER))
    return shared or next((s for s in (*same, *before) if points and own.line - s.line <= _NEAR), None)


# --- what stands around ---------------------------------------------------------------------------------------------


def _others(said: Sequence[Said], i: int, reach: int) -> list[Said]:
    """Gives what others state before a claim, the nearest first; a headline only where the text below does not tell it."""
    own = said[i]
    found = [o for o in reversed(said[:i]) if o.is_answerable and _is_other(own, o) and 0 <= own.line - o.line <= reach]
    return sorted(found, key=lambda o: o.claim.kind == "headline")


def _run_start(said: Sequence[Said], i: int) -> Said | None:
    """Gives the first of the statements that others make just before a claim: a story is told from its beginning."""
    own, start = said[i], None
    for other in reversed(said[:i]):
        if other.claim.kind in ("scare quote", "headline") or not other.is_known:
            continue
        if own.line - other.line > _NEAR or (not _is_other(own, other) and other.claim.status not in _WITHOUT_WORDS):
            break
        if not other.is_answerable:
            continue
        start = other
    return start


def _is_other(one: Said, other: Said) -> bool:
    left, right = one.claim.speaker, other.claim.speaker
    return left is None or right is None or left.name != right.name


def _overlap(one: Said, other: Said) -> bool:
    return any(a.overlaps(b) for a in one.claim.content for b in other.claim.content)


def _has(stems: frozenset[str], word: str) -> bool:
    """Says whether a word, or one built from it ("owner" from "own"), is among stems."""
    return word in stems or any(_is_kin(word, other) for other in stems)


def _is_kin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long.startswith(short) and long[len(short) :] in _ENDINGS


def _said(view: View, claim: Claim) -> Said:
    line = view.line_at(claim.content[0].start)
    tokens = [t for row in view.lines_over(hull(claim.content)) for s in claim.content for t in row.tokens_in((s,))]
    names = frozenset(stem(t.lemma.lower()) for t in tokens if t.tag.startswith("NNP"))
    read = list(zip(tokens, stems_of(tokens), strict=True))
    stems = frozenset(w for t, w in read if w is not None and not t.tag.startswith("NNP"))
    ends = frozenset(w for t, w in read if w in _ENDED and t.tag.startswith("VB"))
    text = " ".join(s.of(view.text) for s in claim.content).strip('"“” ')
    asked = line is not None and "asked" in line.words
    numbers = frozenset(t.text.lower() for t in tokens if t.tag == "CD")
    source = (t for s in claim.source for row in view.lines_over(s) for t in row.tokens_in((s,)))
    party = frozenset(stem(t.lemma.lower()) for t in source if t.tag.startswith("NN"))
    first = next((k for k, (t, _) in enumerate(read) if t.text == "," and k > 2), len(read))
    core = frozenset(w for t, w in read[:first] if w in stems) - _OF_CLAIMS
    return Said(
        claim=claim, line=line.index if line else 0, text=text, stems=stems, core=core or stems, names=names,
        negation=negation_of(view, claim, names), ends=ends, numbers=numbers, party=party, asked=asked,
    )  # fmt: skip
