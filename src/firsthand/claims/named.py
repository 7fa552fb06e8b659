"""Speakers with a name: in the words, in apposition, behind a role, a pronoun or a capital."""

from __future__ import annotations

import re

from firsthand.claims.asked import DETERMINER, OWNED, Asked, key_of, of_mention, owns, sort_of
from firsthand.claims.lexicon import INSTITUTION, OFFICES, UNNAMED, words
from firsthand.claims.outlets import is_this_outlet, plain_name
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Speaker, SpeakerKind
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold
from firsthand.text.outlet_words import HEADS
from firsthand.text.person_nouns import is_person_noun

_BY_NAME = re.compile(r"(?:,|identified(?: only)? as|named|known as|called)\s*$")
_AGENT = re.compile(
    r"\b(?:by|through|via|from|to) "
)  # "the board in a letter read out by its secretary, Ada Lund": another one
_CALLING = re.compile(
    r"\w{2,}(?:er|or|ist|ant|man|woman|lord|lady|ian|eer|ess|mate|rate|smith|keeper|chief)|boss|head|chair|coach|chief|mum|mother|dad|father|star|ace|queen"
    r"|king|vet|cook|chef|guide|host|heir|judge|nurse|captain|champion|veteran|host|architect|resident|student|agent|expert|midwife|clerk|priest",
    re.I,
)


_BELONGS = re.compile(r" (?:of|from|for|at|with) ")  # "Ada Lund of the fire brigade"


def this_outlet(asked: Asked) -> Speaker | None:
    """ "The Courier" in the Lakeside Courier: the page's own outlet speaks."""
    article = asked.view.document.article
    if (
        article.outlet
        and re.match(r"(?:the |this )?[A-Z]|this ", asked.words)
        and is_this_outlet(article, re.sub(r"^The ", "the ", asked.words))
    ):
        return Speaker(
            name=article.outlet,
            kind="outlet",
            entity=fold(article.outlet),
            spans=asked.spans,
            why=("the page's own outlet",),
        )
    return None


def it_of_sentence_before(asked: Asked) -> Speaker | None:
    """ "It" after a sentence that begins with a body's name."""
    if asked.words.lower() != "it" or any(m.entity for m in asked.mentions):
        return None
    line = asked.view.line_at(asked.spans[0].start)
    if line is None or line.index == 0:
        return None
    before = asked.view.lines[line.index - 1]
    words_ = [i for i in range(len(before.tokens)) if before.tokens[i].text[:1].isupper()]
    run = next((k for k in range(len(before.tokens)) if k not in words_), 0)
    subject = not before.tag(run).startswith(("NN", "JJ"))  # "Chief executive …" is no name
    if run and subject and all(before.tag(k).startswith("NNP") for k in range(run)) and before.block == line.block:
        name = before.span_of(0, run).of(asked.view.text)
        return Speaker(
            name=name, kind="body", entity=fold(name), spans=asked.spans, why=("subject of the sentence before",)
        )
    return None


_OWNER = re.compile(r"^[A-Z][\w-]*(?: [A-Z][\w-]*)*['’]s ")
_OUTLET_HEADS = HEADS | {"star", "express"}  # behind an owner these name outlets too: "Norland's Bay Star"


_GOVERNED = "region|republic|state|province|territory|enclave|district|canton|emirate|kingdom|statelet"


def seat_told(asked: Asked) -> Speaker | None:
    """ "Aln" where the page says "Aln, the capital of Norland", "Aln, the seat of the breakaway region of Norland": the state speaks."""
    city = asked.head.split(",")[0]
    if not re.fullmatch(r"[A-Z][\w-]+(?: [A-Z][\w-]+)?", city):
        return None
    told = re.compile(
        rf"\b{re.escape(city)}, (?:the |its )?(?:[a-z]+ )?(?:capital(?: city)? of (?:the )?(?:[a-z-]+ )*|seat of (?:the )?(?:[a-z-]+ )*(?:{_GOVERNED}) (?:of )?)"
        r"(?:of )?(?P<state>[A-Z][\w-]+(?: [A-Z][\w-]+)*)"
    )
    found = {m["state"] for m in told.finditer(asked.view.text)}
    if len(found) != 1:
        return None
    name = found.pop()
    known = [e for e in Gazetteer.load().entries(name) if e.kind == "state"]
    key, name = (known[0].id, known[0].name) if len(known) == 1 else (fold(name), name)
    return Speaker(
        name=name, kind="state", entity=key, spans=asked.spans, why=(f"{city} speaks for {name}, the page says",)
    )


def named(asked: Asked) -> Speaker | None:
    """A person named in the words, or a body, outlet or state that is their head; the first row of the table that fits."""
    if _is_role_of(asked):
        return None
    persons = _persons(asked)
    for row in (_whole_name, _called_only, _person_named):
        if (found := row(asked, persons)) is not None:
            return found
    start = asked.spans[0].start
    end = start + len(asked.head)
    for mention in reversed(asked.mentions):
        heads = mention.kind in ("body", "outlet", "state") and mention.span.start < end <= mention.span.end + 1
        if heads and not owns(asked.view.text, mention) and not _only_where(asked, mention):
            rows = (row(asked, mention) for row in (_owned_outlet, _longer_than_mention, _owned_organ))
            return next((found for found in rows if found is not None), None) or of_mention(
                asked, mention, "named in the words"
            )
    return None


_ROLE_OF = re.compile(
    r"(?:an?|one|another|two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens of|\d+) (?:[\w-]+ )*?(?P<noun>[a-z-]+)(?P<of> (?:of|for|at|in|from) .*)?",
    re.I,
)


def _is_role_of(asked: Asked) -> bool:
    """Says whether the words are a role without a name, its names only telling whose or where: "an Aln pensioner", "two officials of the Treasury"."""
    match = _ROLE_OF.fullmatch(asked.head)
    noun = match["noun"].lower() if match else ""
    person = is_person_noun(noun) or is_person_noun(noun.removesuffix("s"))
    holder = re.fullmatch(r"the (?:[a-z-]+ )*(?P<noun>[a-z-]+) of (?:the )?[A-Z].*", asked.head, re.I)
    if (
        holder
        and is_person_noun(holder["noun"])
        and "," not in asked.words
        and any(m.kind in ("body", "outlet") for m in asked.mentions)
    ):
        return True  # "the chairman of Aln Gears" is not Aln Gears
    several = re.fullmatch(r"the (?:[a-z-]+ )*(?P<noun>[a-z-]+s) (?:of|at|in|from) [A-Z].*", asked.head, re.I)
    if several and is_person_noun(several["noun"].removesuffix("s")) and "," not in asked.words:
        return True  # "the nurses of Aln"
    return (
        bool(match)
        and person
        and (noun not in INSTITUTION)
        and "," not in asked.words
        and not _CALLED_ONLY.search(asked.words)
    )


def _persons(asked: Asked) -> list[Mention]:
    """Gives the persons that the words may name: in the head or behind "named", and not as an owner or before a role ("an Orlo spokeswoman")."""
    text, start = asked.view.text, asked.spans[0].start
    end = start + len(asked.head)
    return [
        m
        for m in asked.mentions
        if m.kind == "person"
        and (not owns(text, m) or m.span.end == asked.spans[-1].end)
        and (
            m.span.start < end
            or (_BY_NAME.search(text[start : m.span.start]) and not _AGENT.search(text[end : m.span.start]))
        )
        and not (m.span.end < end and asked.noun in UNNAMED | INSTITUTION and not _BELONGS.match(text, m.span.end))
    ]


_CALLED_ONLY = re.compile(r"(?:identified(?: only)? as|named|known as) (?P<name>[A-Z][\w’'-]+)")


def _called_only(asked: Asked, persons: list[Mention]) -> Speaker | None:
    """ "A woman identified only as Ada": a name that the parse took for none."""
    match = _CALLED_ONLY.search(asked.words) if not persons else None
    return _in_words(asked, match["name"], "person") if match else None


def _person_named(asked: Asked, persons: list[Mention]) -> Speaker | None:
    """The last person of the words, or the first where the last only tells where she belongs ("Ada Lund of the brokerage Aln Holt")."""
    closing = bool(persons) and persons[-1].span.end == asked.spans[-1].end
    if not persons or (OWNED.match(asked.words) and "," not in asked.words and not closing):
        return None
    first, last, start = persons[0], persons[-1], asked.spans[0].start
    of = re.search(r" of (?:the |an? )?(?:[a-z-]+ )*$", asked.view.text[start : last.span.start])
    fuller = len(last.name.split()) >= len(first.name.split()) and not (first.span.start == start and of)
    return of_mention(asked, last if fuller else first, "named in the words")


def _only_where(asked: Asked, mention: Mention) -> bool:
    """Says whether a state only tells where: "the Bay Courier of Norland" is no state."""
    at = mention.span.start - asked.spans[0].start
    owner = re.search(r"[A-Z]\w+ of (?:the )?$", asked.head[: max(at, 0)])
    return mention.kind == "state" and bool(owner or (at > 0 and asked.noun not in fold(mention.text)))


def _owned_outlet(asked: Asked, mention: Mention) -> Speaker | None:
    """ "Norland's Bay Courier": the outlet's own name."""
    longer = DETERMINER.sub("", asked.head)
    outlet = mention.kind == "outlet" or longer.split()[-1].lower() in _OUTLET_HEADS
    if not outlet or not _OWNER.match(longer) or _OWNER.match(mention.text):
        return None
    return _in_words(asked, _OWNER.sub("", longer), "outlet", mention.entry)


def _longer_than_mention(asked: Asked, mention: Mention) -> Speaker | None:
    """ "The Dockers' Union" where only "Union" was taken for a name; not "Norlandish battery maker Aln Cells"."""
    longer, start = DETERMINER.sub("", asked.head), asked.spans[0].start
    line = asked.view.line_at(start)
    # "Brokerage Aln Securities" at the start of a sentence: the parse knows that the capital is the sentence's.
    opens = line is not None and line.span.start == start and not _OWNER.match(longer)
    called = opens and longer.split(" ", 1)[-1] == mention.text
    capitals = longer[:1].isupper() and longer.split()[-1][:1].isupper()
    more = len(longer.split()) > len(mention.text.split()) + mention.text.lower().startswith("the ")
    described = re.search(r" (?!of |for |and |the |de |del |la |du )[a-z]\w+ ", longer)
    if mention.kind == "state" or called or not capitals or not more or described:
        return None
    return _in_words(asked, _of_state(asked, longer), sort_of(mention.kind), mention.entry)


def _owned_organ(asked: Asked, mention: Mention) -> Speaker | None:
    """ "Norland's foreign ministry" as it stands, known by the gazetteer's id."""
    if mention.kind != "body" or not re.match(r"(?:[A-Z]\w+ )*[A-Z]\w+(?:['’]s|s['’]) [a-z]", asked.head):
        return None
    return Speaker(
        name=plain_name(asked.head),
        kind="body",
        entity=key_of(mention),
        spans=asked.spans,
        why=("named in the words", mention.name),
    )


def _in_words(asked: Asked, name: str, kind: SpeakerKind, entry: str | None = None) -> Speaker:
    return Speaker(name=name, kind=kind, entity=entry or fold(name), spans=asked.spans, why=("named in the words",))


_ORGANS = INSTITUTION | words(
    "office service directorate centre center institute union bank museum ministry school university"
)


def _of_state(asked: Asked, name: str) -> str:
    """Gives "Norland's Grain Office" as "Norlandish Grain Office", where the page writes so, else as "Norland Grain Office"."""
    match = re.match(r"^(?P<owner>[A-Z][\w-]+)['’]s (?P<body>[A-Z].*)$", name)
    if match is None:
        return name
    if match["body"].split()[-1].lower() not in _ORGANS or Gazetteer.load().seat(match["owner"]):
        return match["body"]  # "Norland's Aln Gears" is known by its own name
    stem = re.sub(r"[aeiouy]+$", "", match["owner"])
    demonym = (
        re.search(rf"\b{re.escape(stem)}\w{{0,2}}(?:n|ish|ese|i|ic)\b", asked.view.text) if len(stem) > 2 else None
    )
    return f"{demonym.group() if demonym else match['owner']} {match['body']}"


def _whole_name(asked: Asked, persons: list[Mention]) -> Speaker | None:
    """Gives a person whose name the parse cut short or left out: capitals to the end of the head, an office or title before it dropped."""
    bare = asked.head.split()
    given = re.match(
        r"^(?:the )?(?P<office>[A-Za-z]+) of (?:the )?[A-Z].* (?P<name>(?P<first>[A-Z][\w’'-]+) [A-Z][\w’'-]+)$",
        asked.head,
        re.I,
    )
    if given and given["office"].lower() in UNNAMED and gender_of(given["name"]):
        bare = given["name"].split()  # "Governor of Lower Aln Ada Lund"
        return Speaker(
            name=given["name"],
            kind="person",
            role=given["office"],
            entity=fold(given["name"]),
            spans=asked.spans,
            why=("name after an office",),
        )
    while len(bare) > 1 and (
        bare[0].lower().rstrip(".") in UNNAMED | OFFICES or bare[0].lower() in ("the", "a", "an", "former", "acting")
    ):
        bare = bare[1:]
    small = max((k for k, w in enumerate(bare) if w[:1].islower()), default=-1)
    if 0 <= small < len(bare) - 1 and bare[small].lower() in UNNAMED:
        bare = bare[small + 1 :]  # "junta spokesman Ada Lund": the capitals after the role
    if (
        len(bare) < 2
        or not all(
            w[:1].isupper() and w.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha()
            for w in bare
        )
        or len(bare) > 4
    ):
        return None
    name = " ".join(bare)
    whole = next(
        (m for m in persons if " " in m.name and m.name == m.text and name.endswith(m.text) and m.name != name), None
    )
    lead = name[: -len(whole.name)].split()[-1] if whole is not None else ""
    if whole is not None and (_CALLING.fullmatch(lead) or lead.endswith(("'s", "’s"))) and not gender_of(name):
        return of_mention(
            asked, whole, "named in the words"
        )  # "Landlord Ada Lund": what stands before is no given name
    suffix = any(name.endswith(m.text) and len(m.name.split()) < len(bare) for m in persons)
    if any(m.name.endswith(name) and m.name != name and not m.name.startswith(name) for m in persons) and len(bare) > 1:
        suffix = True  # the parse took an office into the name
    opened = re.match(rf"{re.escape(asked.head)}, (?:the |a |an |who )?[a-z]", asked.words) is not None
    known = any(m.name == name or m.kind in ("body", "outlet", "state") for m in asked.mentions)
    titled = (
        len(bare) < len(asked.head.split())
        and bare[-1][-2:] not in ("’s", "'s")
        and asked.head.split()[0].lower() not in ("the", "a", "an")
    )
    if suffix or (not known and not persons and (opened or titled)):
        return Speaker(
            name=name, kind="person", entity=fold(name), spans=asked.spans, why=("name read from the words",)
        )
    return None


def metonym(asked: Asked) -> Speaker | None:
    """A capital or seat that speaks is its state; an institution named by its seat is that institution."""
    bare = re.sub(r"^the ", "", asked.words, flags=re.I)
    if not bare[:1].isupper() or len(bare.split()) > 3:
        return None
    gazetteer = Gazetteer.load()
    entries = gazetteer.seat(bare) or gazetteer.entries(bare)
    if len(entries) == 1:
        kind = entries[0].kind
        if kind == "state" and gazetteer.seat(bare) and not any(fold(bare) == fold(c) for c in entries[0].capitals):
            return Speaker(
                name=bare,
                kind="body",
                entity=entries[0].id,
                spans=asked.spans,
                why=(f"{bare} speaks for {entries[0].name}",),
            )
        return Speaker(
            name=entries[0].name,
            kind=sort_of(kind),
            entity=entries[0].id,
            spans=asked.spans,
            why=(f"{bare} speaks for {entries[0].name}",),
        )
    return None


def role_or_pronoun(asked: Asked) -> Speaker | None:
    """A role or pronoun that the parse resolved."""
    for mention in asked.mentions:
        if (
            mention.kind in ("role", "pronoun", "group")
            and mention.entity
            and mention.span.start <= asked.spans[0].start + 4
        ):
            owned = OWNED.match(asked.words)
            if (owned and mention.kind == "pronoun") or (mention.kind == "role" and owns(asked.view.text, mention)):
                continue  # "his office", "the mayor's office"
            if fold(mention.name) == fold(mention.text) and mention.kind != "pronoun":
                continue
            return of_mention(asked, mention, f"{mention.text} resolved")
    return None
