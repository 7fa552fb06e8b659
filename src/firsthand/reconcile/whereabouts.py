"""Where a number is of: the place that its words name, the one that "there" points to, or the land of the state that gives it."""

from __future__ import annotations

import re

from firsthand.reconcile.facts import fold
from firsthand.reconcile.kinds import Kind
from firsthand.records import Quantity, Speaker

# "in Orsa", "hit the market of Orsa", "off Orsa": a capitalised word that a word of place leads to.
_SCENE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Oo]ff|[Nn]ear|[Oo]utside|[Ii]nside|(?P<blow>hit|struck))\s(?:the\s(?:\w+\s)?(?:village|town|city|port|island|district|province|market|region)\sof\s)?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?P<where>[A-ZÀ-Þ][\w-]{2,})(?![\w’']*['’]s)(?![\w-]* [A-ZÀ-Þ][a-zß-ÿ])"  # "at Orsa Cold Storage": no town
)
_SEAT = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*|officials?|authorities|ministry|government|office|embassy|spokes\w+|reporters?|journalists?|said|told|speaking|spoke|briefing|conference|newsroom|court|army|military|police|command|parliament)\s$"
)
# "In Orsa, Colonel Oda Lind said", "In Orsa, the ministry reported": who speaks sits there, at the head of the sentence.
_SITS = re.compile(
    r"(?:\s[A-ZÀ-Þ][\w-]+)?,?\s(?:[A-ZÀ-Þ]|(?:the|its|a)\s(?:[\w’'-]+\s){0,3}?(?:ministry|army|military|government|office|presidency|agency|authority|minister|president|spokes\w+|police|staff|command)\b|"
    # those who live or work there tell of what they know: "in Orsa, doctors said"
    r"(?=(?:(?!officials?\b|residents|villagers|witnesses|neighbou?rs|doctors|medics|nurses|rescuers|local\b|survivors|relatives)[a-z][\w’'-]*\s){1,3}(?:said|say|told|reported|put|spoke|gave|claimed)\b))"
    r"[^.;]{0,60}?\b(?:said|says|told|reported|announced|spoke|insisted|claimed|put|puts|called|gave|confirmed|stood by|stuck to|maintained|admitted|wrote|warned|denied)\b"
)
_BACK = 240  # characters of what stands before that "there" may point to
_SEATED = 16  # characters between an asserter and the place where he sits
_ONLY_THERE = re.compile(
    r"\b(?:counts?|figures?|numbers?|tolls?|totals?) (?:(?:is|are|was|were) )?(?:for|of|from|in|covers?|covering|limited to) (?:the )?"
    r"(?P<where>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*(?: (?:region|province|city|town|district|county|state|area))?) (?:only|alone)\b"
)
_ITS_LAND = re.compile(r"\bon (?:its|their|our) (?:own )?(?:territory|soil|side of the border)\b", re.I)
# "two men died there": where the sentence before says.
_THERE = re.compile(r"[^.,;:]{0,50}?\bthere\b(?!\s(?:is|are|was|were|had|has|have|will|would|may|could|seems?)\b)")
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ff|[Oo]f) (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)(?P<where>[A-ZÀ-Þ][\w-]{2,})"
)
_OPENING = re.compile(r"\W*In [A-ZÀ-Þ][\w-]+,")
# "Cases by district: Orsa, 181; Lower Vale, 74": what stands before a number of a list is where it is of.
_LISTED = re.compile(
    r"(?:[:;])\s+(?:the )?(?P<where>[A-ZÀ-Þ][\w’'-]*(?: (?:of |the )*[\w’'-]+){0,3})(?:,|:| [-–—])?\s+$"
)
_LIST = re.compile(r";\s+(?:the )?[A-ZÀ-Þ][^;.]{1,40}?\d")
_BEFALLEN = frozenset({"killed", "injured", "missing", "in care", "detained", "released"})


_EVENT = r"(?:floods?|fires?|quake|earthquake|storm|cyclone|blast|explosion|crash|crush|collapse|disaster|siege|attack|massacre|riots?|shipwreck|sinking|landslide|avalanche|outbreak)\b"


def place_of(quantity: Quantity, kind: Kind, speaker: Speaker | None, text: str, span: tuple[int, int]) -> str | None:
    """Gives the place of a number: where its sentence says, or "there" points to."""
    place = _said_place(quantity, speaker, text[span[0] : span[1]])
    if (
        place
        and quantity.place
        and re.search(rf"\b[Tt]he (?:\w+ )?{re.escape(quantity.place)} {_EVENT}", text[span[0] : span[1]])
    ):
        return None  # "31 dead in the Orsa flood": the flood's name
    if quantity.place and kind.name in _BEFALLEN and quantity.counted and not quantity.elided:
        noun = re.escape(quantity.counted.split()[-1])
        if re.search(rf"\b{noun} from (?:the )?{re.escape(quantity.place)}", text[quantity.span.end : span[1]]):
            return None  # where the killed came from is not where they were killed
    if place is None and (listed := _LISTED.search(text, span[0], quantity.span.start)) and _LIST.search(text, *span):
        return " ".join(fold(w) for w in re.findall(r"\w+", listed["where"]))
    if (
        place is None
        and (opening := _OPENING.match(text, *span))
        and (scenes := scenes_in(text, span[0], opening.end()))
    ):
        return scenes[0]  # "In Orsa, searched on Friday, the guard counted nine"
    if place or not _THERE.match(text, quantity.span.end, span[1]):
        return place
    before = [m["where"] for m in _WHERE.finditer(text, max(0, span[0] - _BACK), quantity.span.start)]
    return fold(before[-1]) if before else None


def _said_place(quantity: Quantity, speaker: Speaker | None, sentence: str) -> str | None:
    """Gives where: the figure's own place, the one its sentence limits the count to, or the state that gives it, which counts at home
    unless it says otherwise."""
    limit = _ONLY_THERE.search(sentence)
    is_home = speaker and ((speaker.entity or "").startswith("state:") or _ITS_LAND.search(sentence))
    at_home = speaker.name if speaker and is_home else None
    own = speaker is not None and bool(quantity.place) and _is_seat(quantity, speaker)
    place = (None if own else quantity.place) or (limit["where"] if limit else at_home)
    return " ".join(fold(w) for w in re.findall(r"\w+", place)) if place else None


def _is_seat(quantity: Quantity, speaker: Speaker) -> bool:
    """Says whether the place of a number is that of its asserter: "61 dead, said the health office in Orsa"."""
    named = fold(quantity.place or "") in fold(speaker.name).split()
    spans = [span for name, span in quantity.slot_spans if name == "place"]
    return named or any(0 <= p.start - s.end <= _SEATED for p in spans for s in speaker.spans)


def scenes_in(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Gives the places that a stretch of a text names as where something happened; where somebody sits or speaks is no scene.

    >>> scenes_in("Nine died in Orsa, the Health Office in Tarn told reporters in Tarn.")
    ['orsa']
    """
    found = _SCENE.finditer(text, start, len(text) if end is None else end)
    return [fold(m["where"]) for m in found if m["blow"] or not _sits_there(text, m)]


def _sits_there(text: str, scene: re.Match[str]) -> bool:
    if _SEAT.search(text, max(0, scene.start() - 40), scene.start()):
        return True
    opens = scene[0][:1].isupper()
    return opens and _SITS.match(text, scene.end()) is not None
