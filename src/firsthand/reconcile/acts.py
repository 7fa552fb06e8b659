"""What was done with those counted, and how the count was made: stages and bases of which two numbers cannot be of one.

Each row is one course of things (a journey, a case in court, a grant); a number at one of its stages says nothing of another stage:
lorries that set out are not lorries that arrived. Where a sentence shows no stage, or both show a common one, nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_ROWS: dict[str, dict[str, str]] = {
    "journey": {
        "sent": r"sen[dt]|sends|sending|launche[ds]|fired|set (?:out|off)|departed|left for|under way to",
        "arrived": r"reached (?!\d)|arriv(?:ed|es|ing)|landed|got through|pulled in|docked",
        "stopped": r"shot down|brought down|downed|intercepted|destroyed|failed to reach|turned (?:back|away)|sunk|sank",
    },
    "forces": {
        "called up": r"called up|drafted|conscripted|mobili[sz]ed", "fallen": r"died|fallen|(?:was|were|been) killed", "trained": r"trained|training|drilled", "took part": r"tak(?:e|es|en|ing) part|took part|join(?:s|ed|ing)? the (?:exercise|drill)",
        "posted": r"stationed|deployed|posted|garrisoned|at the front|to the front|brought|sent",
    },
    "court": {
        "suspected": r"(?:under )?investigat(?:ion|ed|ing)|suspect(?:ed|s)|looking into|opened (?:proceedings|an? \w+|inquiries)|questioned|(?:provisionally )?suspended",
        "detained": r"detain(?:ed|s)|arrest(?:ed|s)|rounded up|taken away|in custody|remanded|picked up", "charged": r"charged|charges? (?:with|against|of)|(?:bring|brought|press(?:ed)?|filed?|drop(?:ped)?) charges|indicted|faces? charges|(?:put |go |went )?on trial|trials? (?:begin|start|open)s?|prosecuted|arraigned",
        "sentenced": r"sentenced|convicted|jailed|found guilty|fine[ds]?|bans?|banned|punished|expelled|jail terms?", "freed": r"released|freed|let go|set free|acquitted|pardoned|cleared|amnestied",
    },
    "grant": {
        "asked": r"ask(?:ed|s|ing)? for|request(?:ed|s)|appeal(?:ed|s)? for|sought|seeks|applied for|needs|needed|wants|demand(?:s|ed)",
        "pledged": r"pledged?s?|promised?s?|committed|offered|will get|agreed", "granted": r"grant(?:ed|s)|order(?:ed|s) [^.;]{0,40}?to pay|approv(?:ed|es)|allotted|allocated|awarded|earmarked|set aside|budgeted",
        "paid": r"paid|spent|received|has (?:so far )?reached|handed over|disbursed|transferred|come in",
    },
    "escape": {"got away": r"got away|got out|escaped|broke out|fled", "at large": r"at large|on the run", "caught": r"caught|recaptured|rounded up again|back behind bars"},
    "property": {
        "taken": r"stole|stolen|robbed|looted|made off|got away with|left with|is gone|are gone|haul|burgl\w+", "found again": r"recovered|found|turned up|retrieved|given back|seized|tracked down", "insured": r"insured|valued"
    },
    "spill": {"let out": r"spill(?:ed|s|age)?|spilt|leak(?:ed|s)?|ran into|went into|got into|poured|gushed|seeped|flowed", "taken up": r"skimmed|skimmers|scooped|pumped out|(?:taken|took|take)\b[^.]{0,40}\bout of|taken out|took out|mopped up|cleaned up"},
    "supply": {"lost": r"lost (?:power|electricity|water|gas)|cut|plunged|knocked out|blacked out|went dark", "still without": r"still|remain(?:s|ed)?|waiting", "back": r"restored|reconnected|back on"},
    "homes": {"to go": r"must (?:leave|move|go)|(?:told|ordered|urged|advised|asked) to (?:leave|go|move|evacuate)|will (?:lose|be driven|be moved|have to|drive)|eviction", "gone": r"(?:has|have|had|were) (?:been |actually |already |in fact |really )?(?:moved|left|driven|resettled|rehoused|evicted)|moved out", "back": r"return(?:ed|ing)|went back|come back|gone home"},
    "jobs": {
        "to go": r"will (?:go|lose|disappear|be (?:cut|shed|lost))|(?:to|will|would) (?:shed|cut|axe|slash|do without|lay off)|on the block|at risk", "gone": r"(?:has|have|had) (?:already )?(?:taken|left|been laid off|gone)|(?:were|was) (?:laid off|sacked)|severance",
        "new": r"creat(?:e|es|ed|ing)|hire[ds]?|hiring|vacant|vacancies",
    },
    "done": {"to be done": r"will|(?:is|are) to|plans? to|plann(?:ed|ing)|must|intends?|wants? to", "so far": r"so far|already|to date|up to now|by now"},
    "bill": {"cost": r"costs?|will cost|worth|price tag", "paid towards it": r"towards|contribut(?:es|ed)|its share", "put by": r"set aside|earmarked|budgeted", "insured": r"insured"},
    "accounts": {
        "profit": r"profits?|earn(?:ed|ings)|surplus", "turnover": r"turnover|revenues?|sales|takings", "debt": r"debts?|owe[sd]?|liabilities", "value": r"valued?|valuation|market value", "raised": r"raised|funding round",
        "dividend": r"dividends?", "fine": r"fines?|fined|penalt(?:y|ies)",
    },
    "on board": {"crew": r"crew|crewmen", "passengers": r"passengers"}, "school": {"pupils": r"pupils|students", "teachers": r"teachers|teaching"},
    "doors": {"closed": r"closed|shut", "open": r"(?:is|are|stay|stayed|remain|remained) open|reopened"},
    "crop": {"harvested": r"harvest(?:ed)?|brought in|reaped", "sold": r"sold|exported"},
    "appeal": {"aimed at": r"aims? (?:at|for)|hopes? for|target of|goal of", "raised": r"has raised|have raised|collected|brought in so far"},
    "event": {"invited": r"invited", "sold": r"tickets?|booked|bookings", "came": r"came|in their seats|through the (?:gates?|turnstiles?|doors?)|in the (?:stands?|stadium|hall)|turned (?:up|out)|showed up|attended|drew", "treated": r"treated"},
    "vote": {
        "seats": r"seats", "votes": r"of (?:the )?votes?|of ballots|backed|voted for", "turnout": r"turnout|of (?:the )?(?:electorate|(?:registered |eligible )?(?:voters|electors)) [^.;]{0,20}?(?:voted|turned out)|cast (?:a|their|his|her) (?:ballots?|votes?)", "stood": r"stood for|ran for|running for|candidates",
        "elected": r"(?:was|were|been) elected", "asked": r"surveys?|opinion polls?|polls? (?:by|puts?|shows?)|would vote",
    },
    "damage": {"damaged": r"damaged", "destroyed": r"destroyed|levelled|flattened|razed"},
    "works": {"planned": r"to be built|will build|planned", "begun": r"under construction|work (?:has )?(?:begun|started)", "finished": r"completed|finished|handed over|moved into"},
    "extent": {
        "one side": r"(?:our|one|each|his|her|their) side", "all": r"in all|altogether|both sides|combined|a total of",
        "by name": r"by name|by their names", "true number": r"(?:real|true|actual) (?:number|toll|figure|count)",
    },
    "moment": {"still": r"(?:is|are) still|still (?:inside|there)|remain(?:s)? (?:inside|there)", "then": r"had been|(?:was|were) (?:inside|there) when|at the time of"},
    "pit": {"at work": r"(?:were|was) (?:below|under)ground|at the time of", "cut off": r"trapped|cut off|buried alive|entombed", "out": r"hauled up|brought (?:up|out|to the surface)|reached the surface|winched"},
    "sea and land": {"at sea": r"at sea|offshore", "on land": r"on land|ashore|inland"},
    "dose": {"one dose": r"(?:one|first|single) (?:\w+ )?(?:dose|jab|shot|injection)", "both": r"(?:both|two) (?:\w+ )?(?:doses|jabs|shots|injections)|(?:second|booster) (?:\w+ )?(?:dose|jab|shot)|fully"},
    "base": {
        "on the month": r"(?:over|on) the month|month on month|than (?:a|the) month (?:before|earlier)|monthly", "on the year": r"(?:on|over) the year|year on year|a year (?:before|earlier|ago)|annual(?:ly)?|(?:twelve|12) months (?:before|earlier)|in the year to"
    },
    "limit": {"allowed": r"limits?|ceiling|permitted|allowed|threshold", "measured": r"measured|found|holds|contains?|shows?"},
    "home and abroad": {"at home": r"(?:with)?in(?:side)? the country|at home|inside the borders", "abroad": r"(?:from|to|by|of) (?:citizens |nationals |voters |people )?(?:abroad|overseas)|embass(?:y|ies)|consulates?|expatriates?|the diaspora"},
    "trade": {"exports": r"exports?|exported", "imports": r"imports?|imported"},
    "part of the land": {"north": r"north(?:ern)?", "south": r"south(?:ern)?", "east": r"east(?:ern)?", "west": r"west(?:ern)?"},
}  # fmt: skip
ANY_COURSE = frozenset({"done", "moment", "supply", "limit", "extent"})  # rows that fit any course of things
STAGES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (row, name, re.compile(rf"\b(?:{words})\b", re.I))
    for row, stages in _ROWS.items()
    for name, words in stages.items()
)

_IN_SMALL_LETTERS = tuple((row, name, re.compile(pattern.pattern)) for row, name, pattern in STAGES)  # twice as fast
# Where a stage begins, whichever it is: at most words none does, and only at the others is each asked for by itself.
_BEGINS = re.compile(rf"\b(?=(?:{'|'.join(words for stages in _ROWS.values() for words in stages.values())})\b)")


@lru_cache(maxsize=512)  # a sentence stands on a page and its copies, and its number is laid beside many others
def stages_of(sentence: str) -> frozenset[tuple[str, str]]:
    """Gives (course, stage) for every stage a sentence shows.

    >>> sorted(stages_of("Only 12 lorries arrived."))
    [('journey', 'arrived')]
    """
    small = sentence.lower()
    places = [match.start() for match in _BEGINS.finditer(small)]
    return frozenset((row, name) for at in places for row, name, pattern in _IN_SMALL_LETTERS if pattern.match(small, at))  # fmt: skip


def other_stage(a: Iterable[tuple[str, str]], b: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """Gives the stages by which two sentences part: both show the same course, and no stage of it in common; None for no such course."""
    return next(_partings(tuple(a), tuple(b)), None)


def _partings(a: tuple[tuple[str, str], ...], b: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for row in _ROWS:
        mine, theirs = ({name for r, name in stages if r == row} for stages in (a, b))
        if mine and theirs and not mine & theirs:
            yield min(mine), min(theirs)
