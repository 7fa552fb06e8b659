"""What was done with those counted, and how the count was made: stages and bases of which two numbers cannot be of one.

Each row is one course of things (a journey, a case in court, a grant); a number at one of its stages says nothing of another stage:
lorries that set out are not lorries that arrived. Where a sentence shows no stage, or both show a common one, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ROWS: dict[str, dict[str, str]] = {
    "journey": {
        "sent": r"sen[dt]|sends|sending|launche[ds]|fired|set (?:out|off)|departed|left for|under way to",
        "arrived": r"reached (?!\d)|arriv(?:ed|es|ing)|landed|got through|pulled in|docked",
        "stopped": r"shot down|brought down|downed|intercepted|turned (?:back|away)|sunk|sank",
    },
    "forces": {
        "called up": r"called up|drafted|conscripted|mobili[sz]ed", "fallen": r"died|fallen|(?:was|were|been) killed", "trained": r"trained|training|drilled", "took part": r"tak(?:e|es|en|ing) part|took part|join(?:s|ed|ing)? the (?:exercise|drill)",
        "posted": r"stationed|deployed|posted|garrisoned|at the front|to the front|brought|sent",
    },
    "court": {
        "detained": r"detain(?:ed|s)|arrest(?:ed|s)|rounded up|taken away|in custody|remanded", "charged": r"charged|indicted|faces? charges|put on trial",
        "sentenced": r"sentenced|convicted|jailed|found guilty|fined", "freed": r"released|freed|let go|set free|acquitted|pardoned",
    },
    "grant": {
        "asked": r"ask(?:ed|s|ing)? for|request(?:ed|s)|appeal(?:ed|s)? for|sought|seeks|applied for|needs|needed",
        "pledged": r"pledged?s?|promised?s?|committed|offered", "granted": r"grant(?:ed|s)|approv(?:ed|es)|allotted|allocated|awarded|earmarked",
        "paid": r"paid|spent|received|has (?:so far )?reached|handed over|disbursed|transferred|come in",
    },
    "escape": {"got away": r"got away|escaped|broke out|on the run", "caught": r"caught|recaptured|rounded up again"},
    "bill": {"cost": r"costs?|will cost|worth", "paid towards it": r"towards|contribut(?:es|ed)|its share"},
    "on board": {"crew": r"crew|crewmen", "passengers": r"passengers"}, "school": {"pupils": r"pupils|students", "teachers": r"teachers"},
    "doors": {"closed": r"closed|shut", "open": r"(?:is|are|stay|stayed|remain|remained) open|reopened"},
    "crop": {"harvested": r"harvest(?:ed)?|brought in|reaped", "sold": r"sold|exported"},
    "appeal": {"aimed at": r"aims? (?:at|for)|hopes? for|target of|goal of", "raised": r"has raised|have raised|collected|brought in so far"},
    "event": {"invited": r"invited", "came": r"came|turned up|showed up|attended"},
    "vote": {"seats": r"seats", "votes": r"of (?:the )?votes?|of ballots", "stood": r"stood for|ran for|running for|candidates", "elected": r"(?:was|were|been) elected"},
    "damage": {"damaged": r"damaged", "destroyed": r"destroyed|levelled|flattened|razed"},
    "extent": {
        "one side": r"(?:our|one|each|his|her|their) side", "all": r"in all|altogether|both sides|combined|a total of",
        "by name": r"by name|by their names", "true number": r"(?:real|true|actual) (?:number|toll|figure|count)",
    },
    "moment": {"still": r"(?:is|are) still|still (?:inside|there)|remain(?:s)? (?:inside|there)", "then": r"had been|(?:was|were) (?:inside|there) when"},
    "sea and land": {"at sea": r"at sea|offshore", "on land": r"on land|ashore|inland"}, "dose": {"one dose": r"one dose|first dose", "both": r"both doses|second dose|fully"},
    "trade": {"exports": r"exports?|exported", "imports": r"imports?|imported"},
    "part of the land": {"north": r"north(?:ern)?", "south": r"south(?:ern)?", "east": r"east(?:ern)?", "west": r"west(?:ern)?"},
}  # fmt: skip
STAGES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (row, name, re.compile(rf"\b(?:{words})\b", re.I))
    for row, stages in _ROWS.items()
    for name, words in stages.items()
)


def stages_of(sentence: str) -> frozenset[tuple[str, str]]:
    """Gives (course, stage) for every stage a sentence shows.

    >>> sorted(stages_of("Only 12 lorries arrived."))
    [('journey', 'arrived')]
    """
    return frozenset((row, name) for row, name, pattern in STAGES if pattern.search(sentence))


def other_stage(a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Gives the stages by which two sentences part: both show the same course, and no stage of it in common; None for no such course."""
    return next(_partings(tuple(a), tuple(b)), None)


def _partings(a: tuple[tuple[str, str], ...], b: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for row in _ROWS:
        mine, theirs = ({name for r, name in stages if r == row} for stages in (a, b))
        if mine and theirs and not mine & theirs:
            yield min(mine), min(theirs)
