"""What a number counts, in classes that can be compared: killed, injured, missing, killed or missing, displaced, money, area …

A class is read from what is counted and from the words round the number, nearest first. Classes that overlap in life (killed;
killed or missing; casualties) are different classes here: the figures of two of them have *different scope*, whatever their size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from firsthand.reconcile.institutions import body_of
from firsthand.reconcile.nouns import ANYBODY, are_people, head_of
from firsthand.reconcile.scopes import ADMITTED, level_of, phrase, scopes_of
from firsthand.reconcile.values import comparable
from firsthand.records import Quantity

_KILLED = r"dead|deaths?|dies?|died|dying|kill(?:s|ed|ing)?|slain|slay|fatalit(?:y|ies)|drown(?:s|ed|ings?)?|perish(?:ed|es)?|bod(?:y|ies)|corpses?|death toll|toll|lives (?:were )?lost|(?:lost|losing|claim(?:s|ed|ing)?|cost(?:ing)?|tak(?:e|es|en|ing)) (?:the |their |his )?li(?:ves|fe)|lives|loss of life|succumb(?:ed)?|carried off|not surviv(?:e|ed)|graves?|shrouds?|victims?|martyr(?:s|ed)|(?:have|has|had|who) fallen|who fell|fallen (?=soldiers|fighters|troops|men|comrades)|fatal(?:ly)?|murder(?:s|ed)|execut(?:ed|ions)|put to death|losses of life|could not be (?:saved|revived|resuscitated)"
_INJURED = r"injur(?:y|ies|ed|ing)|wound(?:s|ed|ing)?|hurt|maimed|hospitali[sz]ed|burns? patients?"
_MISSING = r"missing|unaccounted(?: for)?|not (?:yet )?(?:been )?(?:found|located|traced|heard (?:of|from))|yet to be (?:found|located|traced|accounted for)|no trace|never (?:been )?(?:found|located|traced)|nobody has (?:seen|heard)|(?:not|never) been seen|disappear(?:ed|ances)|could not be traced|trapped|still sought|sought|(?:looked|searched|searching|looking) for"
# Words that may stand between the two halves: "killed or are missing", "had been killed or were missing".
_AUX = r"(?:(?:are|is|were|was|been|being|have|has|had|still|now|already|left|reported|feared|presumed|remain(?:ed|s)?)\s+){0,3}"
_TABLE: tuple[tuple[str, str], ...] = (
    ("killed or missing", rf"(?:{_KILLED})\s+(?:or|and/or|or feared)\s+{_AUX}(?:{_MISSING})|(?:{_MISSING})\s+or\s+{_AUX}(?:{_KILLED})|(?:killed|dead) and missing"),
    ("killed or injured", rf"(?:{_KILLED})\s+(?:or|and|and/or)\s+{_AUX}(?:{_INJURED})|(?:{_INJURED})\s+or\s+{_AUX}(?:{_KILLED})"),
    ("casualties", r"casualt(?:y|ies)|losses|killed, wounded"),
    ("killed", _KILLED),
    ("injured", _INJURED),
    ("missing", _MISSING),
    ("rescued", r"from the (?:water|sea|river|lake|rubble|ruins|wreckage)|rescue(?:d|s)|saved|survivors?|survived|pulled (?:alive|out)|pulled from the (?:water|sea|rubble|wreck\w*) alive|(?:lifted|taken|winched|airlifted|helped) off|airlifted|brought ashore|hauled up|came out alive|(?:brought|pulled|dug|got|carried|taken|lifted) (?:out|up|ashore) alive|(?:lifted|hoisted|winched|ferried|plucked|brought|carried|led)(?: (?:or|and) \w+)? to safety|(?:found|located|turned up) (?:alive|safe|unhurt)"),
    ("displaced", r"(?:left|leave|leaving|abandon(?:ed)?) their homes?(?! (?:on|at|by|under) )|displaced|homeless|fled|refugees?|driven from (?:their )?homes?"),
    ("evacuated", r"(?:left|leave|leaving) their homes? (?:on|at|by|under) (?:our|its|his|her|the|official) (?:\w+['’]s )?(?:instructions?|orders?|request)|evacuat(?:ed|ion|ees)|moved to safety|taken to safety|to higher ground|relocated"),
    ("aboard", r"aboard|on board|onboard|on the (?:boat|ship|bus|train|plane|ferry|vessel)|on (?:that|this) (?:boat|ship|bus|train|plane|ferry|vessel|hull)|(?:was|were|been) on the(?= (?-i:[A-Z]))|passengers|travelling|(?:was|were|been) carrying(?! (?:off|out|away))|(?:had|has) carried(?! (?:off|out|away))"),
    ("cases", r"cases|infections?|infected|(?:fall|falls|fell|fallen|taken|is|are|were) ill|sickened|sick|(?:come|comes|came) down with|poisoned|contracted|tested positive"),
    ("in care", rf"patients|(?:being |under(?:going)? )?treat(?:ed|ing|ment)|{ADMITTED}|(?:in|into) (?:intensive|critical|medical) care"),
    ("recaptured", r"re-?captured|re-?taken|re-?arrested|back (?:in custody|in prison|in jail|behind bars|in their cells)|returned to (?:custody|prison|their cells)"),
    ("escaped", r"escap(?:es|ees?|ing)|escaped(?! (?:with|unhurt|unharmed|injur\w+|death|serious|the (?:blast|fire|flood|flames)))|escaping|broke out|broken out|got away|got out|fugitives?|on the run|(?:still|remain(?:s|ed|ing)?) at large"),
    ("detained", r"detain(?:ed|ees)|captives?|hostages?|(?:is|are|was|were|still) holding|taken away|rounded up|arrest(?:s|ed)|held|in custody|remanded|jailed|imprisoned|seized men|captured|in (?:our|its|their|his|enemy) hands|behind bars|(?:was|were|been|being|are|is) caught(?! (?:in|up|fire|on|between|off|out|under|beneath|inside|a|the|sight|wind)\b)|prisoners"),
    ("burnt", r"burn(?:t|ed|s|ing)|scorched|charred|gone up in flames"),
    ("released", r"(?:were|was|been|being) (?:released|freed)(?! by\b)|(?:releas|free)(?:d|ed|ing)(?=\s*$)|set free|let go|on bail|(?:already|back|sent|gone) (?:at )?home(?! to\b)|walk(?:ed|ing)? (?:free|out (?:of|from|through) (?:the |its |their )?(?:\w+ )?(?:gates?|doors?|prison|jail|cells?|custody)(?: gates?| doors?)?(?![^.;]{0,30}\b(?:strike|protest|pay)\b))"),
    ("striking", r"(?:failed|refused|did not|didn[’']t) (?:to )?(?:turn|show) up|stayed (?:away|out|at home)|join(?:ed|ing)? the strike|on strike|striking|walked out(?! (?:of|from|through) (?:the |its |their |his )?(?:\w+ )?(?:prison|jail|cells?|custody|camp|gates?|doors?|hospital|wards?|clinic)\b)|stopped work|downed tools|strikers|walk(?:ed)? off"),
    ("a crowd", r"(?:crowds?|march(?:ed|ing)|(?:came|come|turned up|went|on|at) (?:to )?(?:the|a) (?:march|rally|protest|procession|demonstration|vigil)|(?<!\bit )turned out|rallied|took to the streets|(?:took|taking|had taken) part in (?:the |a |an |[\w’']+ )?(?:\w+ )?(?:march|rally|protest|procession|demonstration|vigil)(?:e?s)?)(?! [^.;,:]{0,40}\b(?:were|was|(?:had|have) been|died) (?:killed|hurt|injured|wounded|shot|arrested|detained|beaten|crushed|missing)\b)"),
)  # fmt: skip
CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (k, re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.I)) for k, p in _TABLE
)
# What a class holds: who was killed is among the killed or missing.
PARTS: dict[str, frozenset[str]] = {
    "killed or missing": frozenset({"killed", "missing"}),
    "killed or injured": frozenset({"killed", "injured"}),
    "casualties": frozenset({"killed", "injured"}),
}
# Those on a payroll, where nothing is said of what befell them.
EMPLOYED = "employed"
_EMPLOYED = re.compile(
    r"\b(?:employees|staff|workforce|on the payroll|(?:people|men|women) (?:who )?work(?:ed)?|employs?|employed)\b",
    re.I,
)
KNOWN = frozenset(name for name, _ in _TABLE) | {EMPLOYED}


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted: a class name, the stem of the counted noun, scope words found, and the words that decided; how wide the count
    is ("the city"); whether the class is only guessed, from a noun far away or from nothing."""

    name: str
    head: str
    scopes: frozenset[str]
    why: str
    level: str = ""
    is_guess: bool = False


def is_nested(one: Kind, other: Kind) -> bool:
    """Says whether the one class of things counted is among the other: the killed among the casualties."""
    return one.name in PARTS.get(other.name, ()) or other.name in PARTS.get(one.name, ())


def kind_of(text: str, quantity: Quantity, others: tuple[Quantity, ...], sentence: tuple[int, int]) -> Kind:
    """Gives the class of what a quantity counts, from its `counted` slot first and then from the nearest cue in its clause.

    `others` are the article's other quantities, which cut the clause; `sentence` is the (start, end) of the sentence.
    """
    counted = quantity.counted if _is_beside(quantity) else None
    if counted and quantity.low > 1 and {bool(_WHEN.search(s.of(text))) for s in quantity.counted_spans} == {True}:
        counted, quantity = None, replace(quantity, counted=None)
    if counted and all(s.end <= quantity.span.start for s in quantity.counted_spans) and _is_named_body(quantity, text):
        counted, quantity = (
            None,
            replace(quantity, counted=None),
        )  # "the Dockers' Union of 430": of what, it does not say
    before, after = _clause(quantity, others, sentence)
    near = text[before : quantity.span.start], _PUT_AT.sub("", text[quantity.span.end : after])
    whole = text[sentence[0] : sentence[1]]
    scopes = scopes_of(counted or "", *near, whole)
    kind = _read(quantity, counted, near, scopes)
    if quantity.unit == "percent" or (quantity.unit is None and 0 < quantity.low <= quantity.high < 1):
        kind = replace(
            kind, scopes=kind.scopes - {"on top", SOME}
        )  # "9 percent more" is a rise, and none on top of another; a share is always of some
    elif _is_some_of(kind, near[1]):
        kind = replace(kind, scopes=kind.scopes | {SOME})
    if kind.name not in KNOWN:
        # Who is brought to a hospital, not what is handed over.
        kind = replace(kind, scopes=kind.scopes - {"those received"})
    return replace(kind, level=level_of(whole))


# "the 112 of the first night": when it was, and not what is counted; of nights there would be more than one.
_WHEN = re.compile(r"\b(?:night|day|morning|evening|afternoon|week|weekend)$", re.I)


def _is_named_body(quantity: Quantity, text: str) -> bool:
    """Says whether the noun read for a number is the name of a body that stands before it: who gives it, and not what is counted."""
    return any((name := s.of(text))[:1].isupper() and body_of(name) is not None for s in quantity.counted_spans)


def _read(quantity: Quantity, counted: str | None, near: tuple[str, str], scopes: frozenset[str]) -> Kind:
    head = head_of(counted)
    if quantity.unit is not None:
        named, why = _nearest(*near, limit=70)
        unit = comparable(quantity)[0] or quantity.unit
        return Kind(f"{unit} {named}" if named == "burnt" else unit, head, scopes, why or unit)
    if quantity.elided and (found := _starting(_OF_THEM.sub(" ", near[1]))):
        return Kind(found[0], head, scopes, found[1])  # "50 killed or missing" after "nineteen dead" is not of the dead
    if quantity.elided and (found := _ending(near[0])):
        return Kind(found[0], head, scopes, found[1])  # nor is "the injured are 90"
    if counted and (found := _first(counted)):
        name, why = (found[0] in STATES and _fate(counted, near, found[0])) or found
        return Kind(name, head, scopes, why)
    if counted and are_people(counted) and (fell := _FELL.match(near[1].partition(counted)[2])):
        return Kind("killed", head, scopes, fell.group().strip())
    named, why = _nearest(*near, limit=90 if head else 160)
    if named and (not head or are_people(counted or "") or named not in _NEEDS_PEOPLE):
        return Kind(named, head, scopes, why)
    if not head and quantity.counted and (far := _first(quantity.counted)):
        return Kind(far[0], head, scopes, far[1], is_guess=True)
    if paid := _EMPLOYED.search(f"{counted or ''} #{phrase(near[1])}"):
        return Kind(EMPLOYED, head, scopes, paid.group())
    far_off = head_of(quantity.counted) if not head and quantity.elided else ""
    if far_off and far_off not in ANYBODY and not are_people(quantity.counted or ""):
        return Kind(far_off, far_off, scopes, quantity.counted or "", is_guess=True)  # the noun that it leaves out
    return Kind(head or UNKNOWN, head, scopes, counted or "", is_guess=not head)


_OF_THEM = re.compile(rf"^\s+(?:of (?:them|those|these|whom|(?:the|its|their|his|her) \w+)\s+)?{_AUX}")


_OF_THE = re.compile(r"\s+of (?:the|its|their|his|her|our) (?P<whole>\w+)\b")


def _is_some_of(kind: Kind, after: str) -> bool:
    """Says whether a number takes some of a class for what is told of them besides: "15 of the dead were scouts", and not "96 of the
    fugitives were caught", where being caught is the class; nor were all killed who died of the wounded."""
    match = _OF_THE.match(after)
    if match is None:
        return False
    whole = {k for k, p in CUES if p.fullmatch(match["whole"])}
    one_noun = kind.name == kind.head == head_of(match["whole"]) and are_people(match["whole"])
    return kind.name in whole or one_noun or (kind.name == "killed" and bool(whole & {"injured", "in care"}))


def _starting(after: str) -> tuple[str, str] | None:
    """Gives the class whose cue follows a number at once ("50 killed or missing")."""
    return next(((k, m.group()) for k, p in CUES if (m := p.match(after.lstrip())) and after[:1] == " "), None)


def _ending(before: str) -> tuple[str, str] | None:
    """Gives the class whose cue stands right before a number ("the injured are 90", "missing 12")."""
    plain = re.sub(r"(?:\s(?:is|are|was|were|at|to|now|number|numbers|stands? at))*\s*$", "", before)
    return next(((k, m.group()) for k, p in CUES for m in p.finditer(plain) if m.end() == len(plain)), None)


def _fate(counted: str, near: tuple[str, str], state: str) -> tuple[str, str] | None:
    """Gives what befell those counted, where the verb follows the noun ("six patients died") or stands before the number ("freed 90
    passengers"): it is that which is counted."""
    before, after = near
    rest = after.partition(counted)[2]
    verb = re.match(rf"\s+(?:who\s+)?{_AUX}", rest)
    if verb and state == "detained" and (home := _HOME.match(rest, verb.end())):
        return "released", home.group().strip()
    fate = (_starting(" " + rest[verb.end() :]) or _starting(rest.removeprefix(" who"))) if verb else None
    if fate and fate[0] == "detained" and state == "escaped":
        return "recaptured", fate[1]
    if fate and (fate[0] in FATES or (state == "aboard" and fate[0] in _ON_A_JOURNEY)):
        return fate
    if state not in ("aboard", "detained"):
        return None
    if lost := _LISTED.match(rest):
        return "missing", lost.group().strip()
    if out := _BROUGHT.search(f"{before.strip()} # {rest.strip()}"):
        return "rescued", out.group()
    done = _ending(before)
    return done if done and done[0] in (FATES | _ON_A_JOURNEY if state == "aboard" else FATES) else None


_ON_A_JOURNEY = frozenset({"injured", "missing", "evacuated", "detained"})  # what else befalls those who travel
_LISTED = re.compile(r"\s+as (?:still )?missing\b")
_BROUGHT = re.compile(
    r"\b(?:brought|got|led|carried|lifted|pulled|taken|took|helped|recovered|fetched)\s+(?:[a-z]+ ){0,2}# (?:alive|out|off|ashore|to safety|down|from)\b|"
    r"# (?:(?:were|was|had been|have been|are|is|being) )?(?:brought|got|led|carried|lifted|pulled|taken|helped|recovered|fetched) (?:alive|out|off|ashore|to safety|down|from)\b|"
    r"# (?:who )?came out\b", re.I
)  # fmt: skip


_HOME = re.compile(
    r"\s*(?:(?:now|all|again|safely) )*at home\b"
)  # of those held; others are there when the storm comes
_FELL = re.compile(
    r"\s+(?:who\s+)?(?:(?:have|has|had)\s+)?(?:fell|fallen)\b(?! (?:ill|sick|to|from|by|short|behind|for|off|into)\b)"
)


def among_escaped(kind: Kind) -> Kind:
    """Gives a class for a page that tells of an escape: who is caught there is caught again."""
    return replace(kind, name="recaptured") if kind.name == "detained" and _SEIZED.search(kind.why) else kind


_SEIZED = re.compile(r"caught|captured|arrest|behind bars|custody|rounded up|in \w+ hands", re.I)


def _is_beside(quantity: Quantity) -> bool:
    """Says whether the counted noun stands near its number; one fetched from far away is less sure than the words round the number."""
    spans = quantity.counted_spans
    return not spans or min(max(s.start - quantity.span.end, quantity.span.start - s.end) for s in spans) <= 40


SOME = "some of them"
UNKNOWN = "things"  # the class of a number of which nothing says what it counts
# In such a state people were, before something befell them.
STATES = frozenset({"in care", "injured", "aboard", "detained", "escaped", "displaced", "cases", "missing"})
FATES = frozenset({"killed", "killed or missing", "rescued", "escaped", "recaptured", "released"})
_NEEDS_PEOPLE = frozenset(
    {"killed", "injured", "missing", "killed or missing", "killed or injured", "casualties", "released", "a crowd"}
)


def _first(words: str) -> tuple[str, str] | None:
    return next(((k, m.group()) for k, p in CUES if (m := p.search(words))), None)


def _clause(quantity: Quantity, others: tuple[Quantity, ...], sentence: tuple[int, int]) -> tuple[int, int]:
    ends = [q.span.end for q in others if sentence[0] <= q.span.start and q.span.end <= quantity.span.start]
    starts = [q.span.start for q in others if quantity.span.end <= q.span.start < sentence[1]]
    return max(ends, default=sentence[0]), min(starts, default=sentence[1])


# "put the soldiers at 4,000 and their dead at 160": what a number is put at stands before it.
_PUT_AT = re.compile(
    r"\band (?:the|its|their|his|her) (?:[a-z]+ ){1,3}(?:at|to) (?:(?:about|some|nearly|around|at least) )?$"
)


def _nearest(before: str, after: str, limit: int) -> tuple[str, str]:
    """Gives the class whose cue stands nearest; a comma or "and" between cue and number counts as distance."""
    ranked: list[tuple[float, int, str, str]] = []
    for order, (name, pattern) in enumerate(CUES):
        for match in pattern.finditer(after):
            ranked.append((_distance(after[: match.start()]), order, name, match.group()))
        for match in pattern.finditer(before):
            if _ABOARD_IT.match(before, match.start()):
                continue  # where somebody else is: "surgeons aboard the ship treated 31"
            if _FOR_THE.search(before, 0, match.start()) and not _LIST_OF.search(before, 0, match.start()):
                continue  # "the crowd that marched for the dead of Orsa"
            ranked.append((_distance(before[match.end() :]) + 1, order, name, match.group()))
    ranked = [r for r in ranked if r[0] <= limit]
    return min(ranked)[2:] if ranked else ("", "")


_FOR_THE = re.compile(
    r"\b(?:for|to|mourn(?:ed|ing|s)?|honou?r(?:ed|ing|s)?|bury|buried|of) (?:the|all|its|their)\s+$", re.I
)
_LIST_OF = re.compile(
    r"\b(?:lists?|numbers?|counts?|tally|tolls?|registers?|rolls?) of (?:the|all|its|their)\s+$", re.I
)
_ABOARD_IT = re.compile(r"(?:aboard|on board) (?:the|an?|his|her|its) ", re.I)


def _distance(between: str) -> float:
    return len(between) + 25 * len(re.findall(r"[,;:]|\b(?:and|but|while|with|which|leaves|leaving)\b", between))
