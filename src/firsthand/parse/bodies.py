"""Bodies: those of states ("Norland's defence ministry"), acronyms explained in brackets, and "the agency" led back to its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.gazetteer import Entry
from firsthand.parse.name import TOLD, Name, is_people_of, root_of
from firsthand.parse.view import View
from firsthand.text.names import acronym_of, fold, is_acronym

# What a state may have, longest first, and the common key under which its spellings meet.
_ORGANS: tuple[tuple[str, str], ...] = (
    (r"armed forces|military|army|troops|forces", "military"),
    (r"navy|naval forces", "navy"),
    (r"air force|air forces", "air force"),
    (r"coast ?guard", "coast guard"),
    (r"border guards?|border service", "border guard"),
    (r"general staff", "general staff"),
    (r"(?:national )?police(?: force)?", "police"),
    (r"state(?:-run|-controlled|-owned)? (?:media|news outlets?|press)|official media", "state media"),
    (r"state(?:-run)? (?:television|tv|broadcaster)", "state television"),
    (r"state(?:-run)? news agency", "state news agency"),
    (r"parliament", "parliament"),
    (r"supreme court", "supreme court"),
    (r"constitutional court", "constitutional court"),
    (r"central bank", "central bank"),
    (r"security council", "security council"),
    (r"embassy", "embassy"),
    (r"presidential (?:office|administration)|president['’]s office", "presidential office"),
)
_ORGAN = re.compile("|".join(f"(?P<o{index}>{pattern})(?!\\w)" for index, (pattern, _) in enumerate(_ORGANS)), re.I)
_MINISTRY = re.compile(
    r"(?P<of>ministry (?:of|for) (?:the )?(?P<after>\w+(?:(?:,| and|,? &) \w+){0,2}"
    r"(?: (?:affairs|matters|security|development|resources|cooperation|situations|defen[cs]e|works|services|protection|health|safety|planning))?))|"
    r"(?P<before>(?:\w+ ){0,2}?(?:foreign|defen[cs]e|interior|health|finance|justice|energy|economy|transport|education|agriculture|environment|"
    r"culture|trade|labou?r|unification|emergenc(?:y|ies)|information|oil|petroleum|tourism|security|affairs|industry|housing|sports?))"
    r" (?:ministry|department)(?!\w)",
    re.I,
)
_GOVERNMENT = re.compile(
    r"(?:(?:federal|central|national|interim|transitional) )?(?:government|authorities|administration|leadership|side|cabinet)(?!\w)",
    re.I,
)
_AFFAIRS = re.compile(r"\s*(?:affairs|matters)$")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an organ is: the name of the people, the state's key, and the gazetteer's entry where it knows the state."""

    people: str
    key: str
    entry: Entry | None

    @property
    def organs(self) -> str:
        """Gives how the keys of this state's organs begin; those of a state that only pages tell of by the root of its name."""
        return self.key if self.entry else f"organ:{root_of(self.key.removeprefix('state:'))}"


def state_bodies(view: View, names: Sequence[Name]) -> Iterator[tuple[Name, str, str]]:
    """Gives (name, display name, entity) of each organ of a state: "Norlandish troops", "Norland's ministry of health".

    The government itself is the state ("the Norlandish government"); its name then has the entry of the state.
    """
    for name in names:
        owner = _owner(name, names)
        if owner is None:
            continue
        after = name.last
        if view.same_sentence(after, name.first) and view.tokens[after].tag == "POS":
            after += 1
        if not view.same_sentence(after, name.first):
            continue
        start = view.tokens[after].start
        end = view.sentences[view.sentence_of[after]].end
        found = _organ_at(view.article.text, start, min(end, start + 60), owner)
        if found is None:
            continue
        length, display, entity = found
        last = after
        while last < len(view.tokens) and view.tokens[last].end <= start + length:
            last += 1
        goes_on = view.same_sentence(last, after) and view.tokens[last].tag in ("NN", "NNS") if last > after else True
        if not goes_on:
            kind = "state" if entity == owner.key else "body"
            yield (
                Name(
                    name.first,
                    last,
                    kind,
                    view.words(name.first, last),
                    owner.entry if kind == "state" else None,
                    why="state body",
                ),
                display,
                entity,
            )


def _owner(name: Name, names: Sequence[Name]) -> Owner | None:
    """Gives the state that a name means, the gazetteer's or one that only the page tells of."""
    if name.kind not in ("state", "people"):
        return None
    if name.entry is not None:
        people = name.entry.demonyms[0] if name.entry.demonyms else name.entry.name
        return Owner(people, name.entry.id, name.entry) if name.entry.kind == "state" else None
    if not name.why.startswith(TOLD):
        return None
    told = [other for other in names if other.kind in ("state", "people") and other.why.startswith(TOLD)]
    state = next((o for o in told if o.key == name.key or is_people_of(name.key, o.key)), name)
    people = next((o.text for o in told if is_people_of(o.key, state.key)), state.text)
    return Owner(people, f"state:{state.key}", None)


def organ_words(view: View, at: int) -> str:
    """Gives the words of the organ of state that begins at this token ("army", "health ministry"), or ""."""
    start = view.tokens[at].start
    end = min(view.sentences[view.sentence_of[at]].end, start + 60)
    found = _ORGAN.match(view.article.text, start, end) or _MINISTRY.match(view.article.text, start, end)
    return found.group() if found else ""


def _organ_at(text: str, start: int, end: int, owner: Owner) -> tuple[int, str, str] | None:
    """Gives (length, display name, entity) of the organ whose words begin at `start`, or None."""
    organ = _ORGAN.match(text, start, end)
    if organ:
        key = next(name for index, (_, name) in enumerate(_ORGANS) if organ[f"o{index}"])
        return organ.end() - start, f"{owner.people} {key if owner.entry else organ.group()}", f"{owner.organs}/{key}"
    ministry = _MINISTRY.match(text, start, end)
    if ministry:
        subject = _subject(ministry["after"] or ministry["before"])
        called = f"{subject.title() if subject.islower() else subject} Ministry" if owner.entry else ministry.group()
        return ministry.end() - start, f"{owner.people} {called}", f"{owner.organs}/{subject.lower()} ministry"
    government = _GOVERNMENT.match(text, start, end)
    if government is None:
        return None
    return government.end() - start, owner.entry.name if owner.entry else owner.people, owner.key


def _subject(words: str) -> str:
    """Gives the normal form of what a ministry is for: "Foreign Affairs" and "foreign" are one, "defence" is "defense"."""
    subject = _AFFAIRS.sub("", words.lower().replace("defence", "defense").replace("labour", "labor")).strip()
    return subject or words.lower()


def acronyms(view: View, names: Sequence[Name]) -> dict[str, Name]:
    """Gives, by folded acronym, the name it was explained with: "National Survey Office (NSO)" or "NSO (National Survey Office)"."""
    found: dict[str, Name] = {}
    by_first = {name.first: name for name in names}
    for name in names:
        inner = name.last + 1
        if not (view.same_sentence(inner, name.first) and view.tokens[name.last].text == "("):
            continue
        word = view.tokens[inner].text
        if is_acronym(word) and _explains(name.text, word):
            found[fold(word)] = name
        elif is_acronym(name.text) and inner in by_first and _explains(by_first[inner].text, name.text):
            found[fold(name.text)] = by_first[inner]
    return {**_by_initials(view, names, found), **found}


def _by_initials(view: View, names: Sequence[Name], known: dict[str, Name]) -> dict[str, Name]:
    """Gives the one body or outlet named before for each acronym of three letters or more with just its initials, where nothing explains it."""
    bodies = [name for name in names if name.kind in ("body", "outlet") and " " in name.text]
    found: dict[str, Name] = {}
    for index, token in enumerate(view.tokens):
        key = fold(token.text)
        letters = "".join(char for char in token.text if char.isalpha())
        open_ = is_acronym(token.text) and len(letters) > 2 and key not in known and key not in found
        if not open_ or view.sentence_of[index] in view.title_case or view.gazetteer.entries(token.text):
            continue
        fits = {
            name.key: name
            for name in reversed(bodies)
            if name.first < index and acronym_of(name.text).upper() == letters
        }
        if len(fits) == 1:
            found[key] = next(iter(fits.values()))
    return found


def _explains(name: str, acronym: str) -> bool:
    """Says whether an acronym can stand for a name: its letters are the name's initials, small words left out or not."""
    letters = "".join(char for char in acronym if char.isalpha())
    every = "".join(word[0] for word in re.split(r"[\s\-]+", name) if word).upper()
    return len(name.split()) > 1 and (
        acronym_of(name).upper().endswith(letters) or every.endswith(letters) or every.startswith(letters)
    )


# "the agency" and what it may lead back to: pattern of names, sorts of the gazetteer.
DEFINITE: dict[str, tuple[str, frozenset[str]]] = {
    "agency": (r"\b(?:agency|bureau|service|office)\b", frozenset({"agency", "intelligence", "international", "science", "emergency", "humanitarian"})),
    "service": (r"\b(?:service|directorate)\b", frozenset({"intelligence", "emergency"})),
    "directorate": (r"\bdirectorate\b", frozenset()),
    "news agency": (r"\bnews agency\b", frozenset({"agency"})),
    "ministry": (r"\bministry\b", frozenset({"ministry"})),
    "department": (r"\bdepartment\b", frozenset({"ministry", "police"})),
    "company": (r"\b(?:inc|corp|ltd|llc|plc|company|group|holdings|co|airlines?|motors|industries)\b", frozenset({"company", "platform"})),
    "firm": (r"\b(?:inc|corp|ltd|llc|plc|company|group|holdings|partners|co)\b", frozenset({"company"})),
    "carmaker": (r"\b(?:motors?|auto\w*|cars)\b", frozenset()),
    "airline": (r"\b(?:airlines?|airways|air)\b", frozenset()),
    "carrier": (r"\b(?:airlines?|airways|air)\b", frozenset()),
    "insurer": (r"\b(?:insurance|assurance)\b", frozenset()),
    "lender": (r"\bbank\b", frozenset()),
    "brewer": (r"\b(?:brewer(?:y|ies|s)?|brewing)\b", frozenset()),
    "group": (r"\b(?:group|front|movement|party|army|brigades?|forces)\b", frozenset({"armed group", "watchdog", "humanitarian"})),
    "organization": (r"\b(?:organi[sz]ation|association|federation|union|society|committee)\b", frozenset({"international", "watchdog", "humanitarian"})),
    "organisation": (r"\b(?:organi[sz]ation|association|federation|union|society|committee)\b", frozenset({"international", "watchdog", "humanitarian"})),
    "newspaper": (r"\b(?:times|post|news|herald|gazette|tribune|daily|journal|courier)\b", frozenset({"newspaper"})),
    "paper": (r"\b(?:times|post|herald|gazette|tribune|daily|journal|courier)\b", frozenset({"newspaper"})),
    "broadcaster": (r"\b(?:tv|television|radio|channel|broadcasting)\b", frozenset({"broadcaster"})),
    "channel": (r"\b(?:tv|television|channel)\b", frozenset({"broadcaster"})),
    "network": (r"\b(?:tv|television|network)\b", frozenset({"broadcaster"})),
    "magazine": (r"\bmagazine\b", frozenset({"magazine"})),
    "station": (r"\b(?:tv|television|radio|fm)\b|^[KW][A-Z]{2,3}$", frozenset({"broadcaster"})),
    "website": (r"\.\w{2,3}$", frozenset({"website", "aggregator"})),
    "outlet": (r"\b(?:times|post|news)\b", frozenset({"newspaper", "broadcaster", "website", "magazine"})),
    "watchdog": (r"\b(?:agency|watch|observatory)\b", frozenset({"watchdog", "international"})),
    "observatory": (r"\bobservatory\b", frozenset()),
    "institute": (r"\binstitute\b", frozenset()),
    "centre": (r"\bcent(?:re|er)\b", frozenset()),
    "center": (r"\bcent(?:re|er)\b", frozenset()),
    "commission": (r"\bcommission\b", frozenset()),
    "committee": (r"\bcommittee\b", frozenset()),
    "council": (r"\bcouncil\b", frozenset()),
    "court": (r"\bcourt\b", frozenset({"court"})),
    "bank": (r"\bbank\b", frozenset({"regulator"})),
    "university": (r"\buniversity\b", frozenset({"university"})),
    "hospital": (r"\b(?:hospital|infirmary|clinic)\b", frozenset()),
    "charity": (r"\b(?:trust|foundation|relief|aid)\b", frozenset({"humanitarian"})),
    "union": (r"\bunion\b", frozenset()),
    "authority": (r"\bauthority\b", frozenset({"regulator"})),
    "regulator": (r"\b(?:authority|commission|agency)\b", frozenset({"regulator"})),
    "office": (r"\boffice\b", frozenset()),
    "police force": (r"\bpolice\b", frozenset({"police"})),
    "party": (r"\bparty\b", frozenset({"party"})),
    "bloc": (r"\bunion\b", frozenset({"international"})),
    "alliance": (r"\balliance\b", frozenset({"international"})),
    "embassy": (r"\bembassy\b", frozenset()),
    "intelligence service": (r"\bintelligence\b", frozenset({"intelligence"})),
    "spy agency": (r"\b(?:intelligence|security) (?:service|agency)\b", frozenset({"intelligence"})),
    "intelligence agency": (r"\bintelligence\b", frozenset({"intelligence"})),
}  # fmt: skip


# Nouns that say the same of a body.
_SAME_SORT: tuple[frozenset[str], ...] = tuple(
    frozenset(nouns.split())
    for nouns in (
        "newspaper paper daily weekly tabloid broadsheet",
        "broadcaster station channel network radio television",
        "website site portal blog",
        "magazine weekly monthly journal",
        "company firm group manufacturer maker exporter importer producer supplier developer retailer operator chipmaker carmaker "
        "drugmaker planemaker shipbuilder builder contractor airline carrier utility brewer miner insurer lender startup business",
        "bank lender",
        "charity ngo organisation organization foundation",
        "agency newswire wire",
    )
)
_BUSINESS = frozenset(["company", "firm", "business", "manufacturer", "operator"])
_TRADES = frozenset(
    """cement marine freight semiconductor semiconductors capital partners airways shipping lines steel foods energy oil gas mining insurance
    logistics pharma pharmaceuticals systems technologies organics chemicals cells power water telecom textiles fisheries properties homes
    stores brewery breweries farms dairy dairies works mills yards railways terminals electronics robotics labs software rail motor""".split()
)
_OUTLET_NOUNS = frozenset(noun for nouns in (*_SAME_SORT[:4], _SAME_SORT[7]) for noun in nouns) | {"outlet"}


def same_sort(noun: str, called: frozenset[str]) -> bool:
    """Says whether "the `noun`" may mean a body that the article calls by these nouns.

    >>> same_sort("company", frozenset({"exporter"})), same_sort("paper", frozenset({"station"}))
    (True, False)
    """
    return (
        noun in called
        or any(noun in sort and called & sort for sort in _SAME_SORT)
        or (noun == "outlet" and bool(called & _OUTLET_NOUNS))
    )


def contradicts(noun: str, called: frozenset[str], kind: str) -> bool:
    """Says whether a body that is called by these nouns is something else than a `noun`."""
    if noun in _OUTLET_NOUNS and noun != "agency" and kind == "body" and called and not called & _OUTLET_NOUNS:
        return True
    sorts = [sort for sort in _SAME_SORT if noun in sort]
    others = [sort for sort in _SAME_SORT if noun not in sort and called & sort]
    return bool(sorts and others) and not any(called & sort for sort in sorts)


def is_unmarked(noun: str, name: str, kind: str, called: frozenset[str]) -> bool:
    """Says whether a body of which neither the article nor its name tells the sort may be "the paper", "the company"."""
    if called & frozenset().union(*_SAME_SORT) or any(
        re.search(pattern, name.lower()) for pattern, _ in DEFINITE.values()
    ):
        return False
    if noun in _OUTLET_NOUNS:
        return kind == "outlet"
    return noun in _BUSINESS and kind == "body" and name.lower().split()[-1] in _TRADES


def fits_definite(noun: str, name: str, sort: str) -> bool:
    """Says whether "the `noun`" may mean a body of this name and gazetteer sort; a noun not in the table must end the name."""
    pattern, sorts = DEFINITE.get(noun, (rf"\b{re.escape(noun)}$", frozenset()))
    return sort in sorts or re.search(pattern, name.lower()) is not None
