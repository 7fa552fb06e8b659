"""Names found by what somebody is called: in apposition, behind a common noun, before "newspaper", or behind the same role earlier on."""

from __future__ import annotations

import re

from firsthand.claims.asked import Asked, of_mention, sort_of
from firsthand.claims.lexicon import INSTITUTION, OUTLET_NOUN, UNNAMED_BODY, words
from firsthand.claims.outlets import plain_name
from firsthand.records import Speaker
from firsthand.text.names import fold
from firsthand.text.person_nouns import is_person_noun

_NAME = re.compile(
    r"^(?P<role>.*[a-z)’']), (?:(?:the |an? )?(?:(?!(?:of|in|by|at|to|for|from|on|with|and|who|which|that) )[a-z][\w-]* )*?(?P<calling>[a-z-]+) )?(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|el|bin|da|del|der|la|&))*)$"
)
_BODY_NAME = re.compile(
    r"^(?P<role>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ne) (?:[\w’'-]+ ){0,4}(?P<noun>[a-z]+)), (?:the )(?P<name>[A-Z][\w’'&-]*(?: (?:of |for |and )?[A-Z][\w’'&-]*){0,6})$"
)
_ARTICLES = words("the a an his her its their my our former")
_OUTLET = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?(?:[A-Z][a-z]+['’]s )?(?P<name>(?!(?:The|An?|This|That|His|Her|Its|Their|One|Another|Both|Two) )[A-Z][\w.’'-]*(?: (?:[A-Z0-9][\w.’'-]*|de|la|el|of|the))*) "
    r"(?:newspaper|daily|weekly|magazine|broadcaster|(?:news |state )?agency|news site|newswire|website|channel|network|tabloid)$"
)
_ONE_NAMED = re.compile(
    r"^(?:one|another|the (?:first|second|third|last|other)) of (?:them|(?:the|these|those|its|his|her|their) [^,]+), (?:(?:the |an? )?(?:(?-i:[a-z])[\w-]* )+)?(?P<name>(?-i:[A-Z])[^,]*)$",
    re.I,
)
_TITLES = (("Prof", "professor"), ("Dr", "doctor"), ("Gen", "general"), ("Col", "colonel"), ("Capt", "captain"), ("Sgt", "sergeant"), ("Sen", "senator"),
           ("Gov", "governor"), ("Lt", "lieutenant"), ("Insp", "inspector"), ("Supt", "superintendent"), ("Cllr", "councillor"), ("Rev", "reverend"))  # fmt: skip
_CLASSED = re.compile(
    r"^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur) )?(?P<nouns>(?:(?!of |for |in |at |on |from |by |and |who |which |that )[a-z][\w’'-]* )+)"
    r"(?P<name>[A-Z][\w.’'&-]*(?: (?:(?:of|de|la|du|and|&) )?[A-Z0-9][\w.’'&-]*)*)$"
)


def described_outlet(asked: Asked) -> Speaker | None:
    """ "The Aln newspaper": an outlet by name and noun."""
    match = _OUTLET.match(asked.head)
    if match is None:
        return None
    at = asked.spans[0].start + match.start("name")
    line = asked.view.line_at(at)
    known = any(m.span.start == at and m.kind in ("outlet", "body", "other", "place", "person") for m in asked.mentions)
    if line is None or not (known or (line.token_at(at) > 0 and line.tag(line.token_at(at)).startswith("NNP"))):
        return None  # "State news agency", "Local newspaper": the capital is the sentence's
    found = next((m for m in asked.mentions if m.kind == "outlet" and m.text == match["name"]), None)
    if found is not None:
        return of_mention(asked, found, "an outlet by name and noun")
    return Speaker(
        name=match["name"],
        kind="outlet",
        entity=fold(match["name"]),
        spans=asked.spans,
        why=("an outlet by name and noun",),
    )


def apposition(asked: Asked) -> Speaker | None:
    """ "The harbour master, Ada Lund": the name after the comma."""
    if (body := _body_apposed(asked)) is not None:
        return body
    match = _NAME.match(asked.words)
    if match is None or (match["role"][:1].isupper() and match["role"].split()[0].lower() not in _ARTICLES):
        return None
    if match["calling"] and not is_person_noun(match["calling"]):
        return None
    start = asked.spans[0].start + match.start("name")
    person = next((m for m in asked.mentions if m.kind == "person" and m.span.end > start), None)
    if person is not None:
        return of_mention(asked, person, "named in apposition")
    return Speaker(
        name=match["name"],
        kind="person",
        role=match["role"],
        entity=fold(match["name"]),
        spans=asked.spans,
        why=("named in apposition",),
    )


def _body_apposed(asked: Asked) -> Speaker | None:
    """ "A Marenian rights group, the LRO": the name after the comma, of a body."""
    match = _BODY_NAME.match(asked.words)
    if match is None or match["noun"] not in INSTITUTION | UNNAMED_BODY | OUTLET_NOUN:
        return None
    return Speaker(
        name=match["name"],
        kind="outlet" if match["noun"] in OUTLET_NOUN - {"monitor", "service", "agency"} else "body",
        role=match["role"],
        entity=fold(match["name"]),
        spans=asked.spans,
        why=("named in apposition",),
    )


def one_of_them_named(asked: Asked) -> Speaker | None:
    """ "One of the yards, Aln Marine": the name after the comma."""
    match = _ONE_NAMED.match(asked.words)
    if match is None or not match["name"][:1].isupper():
        return None
    start = asked.spans[0].start + match.start("name")
    mention = next(
        (m for m in asked.mentions if m.span.end > start and m.kind in ("person", "body", "outlet", "state")), None
    )
    if mention is not None and mention.kind == "person":
        return of_mention(asked, mention, "named in apposition")
    return Speaker(
        name=plain_name(match["name"]),
        kind=sort_of(mention.kind) if mention else "body",
        entity=fold(match["name"]),
        spans=asked.spans,
        why=("named in apposition",),
    )


def role_named_before(asked: Asked) -> Speaker | None:
    """ "The goalkeeper" after "Goalkeeper Ada Lund": the one person whose name the same word stood before."""
    match = re.match(r"^the (?P<noun>[a-z]+)$", asked.words, re.I)
    if match is None:
        return None
    text = asked.view.text
    title = next((short for short, full in _TITLES if full == match["noun"].lower()), "")
    named = re.compile(
        rf"\b(?:(?i:{re.escape(match['noun'])})|{title or '(?!)'}\.?) (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)"
    )
    found = {m["name"] for m in named.finditer(text, 0, asked.spans[0].start) if not m["name"].isupper()}
    if len(found) != 1:
        return None
    name = found.pop()
    mention = next((m for m in asked.view.document.mentions if m.kind == "person" and m.name == name), None)
    if mention is not None:
        return of_mention(asked, mention, f"{match['noun']} named before")
    return Speaker(
        name=name,
        kind="person",
        role=match["noun"],
        entity=fold(name),
        spans=asked.spans,
        why=(f"{match['noun']} named before",),
    )


def body_named_once(asked: Asked) -> Speaker | None:
    """ "The inspectorate" in an article of one "… Inspectorate": the body whose name ends in the noun."""
    match = re.match(r"^the (?P<noun>[a-z]+)$", asked.words, re.I)
    if match is None or match["noun"].lower() not in INSTITUTION | UNNAMED_BODY:
        return None
    noun = match["noun"].capitalize()
    ends = re.compile(rf"\b(?P<name>(?:[A-Z][\w’'-]+ ){{1,9}}{re.escape(noun)})\b")
    found = {re.sub(r"^The ", "", m["name"]) for m in ends.finditer(asked.view.text)} - {noun}
    found = {n for n in found if not any(o != n and o.endswith(n) for o in found)} or _of_something(asked, noun)
    found = found or _in_small_letters(asked, noun.lower())
    if len(found) != 1:
        return None
    name = found.pop()
    why = f"the one {noun.lower()} named in the article"
    return Speaker(name=name, kind="body", entity=fold(name), spans=asked.spans, why=(why,))


def _of_something(asked: Asked, noun: str) -> set[str]:
    """Gives the names that begin with the noun, those of headings in capitals as prose writes them: "Ministry of Health of Norland"."""
    of = re.compile(rf"\b{re.escape(noun)} (?:of|for) (?:the )?[A-Z][\w’'-]+(?: (?:of |and )?(?:the )?[A-Z][\w’'-]+)*")
    heading = re.compile(rf"\b{noun.upper()} (?:OF|FOR) (?:THE )?[A-Z’'-]+(?: [A-Z’'-]+)*")
    found = {m.group() for m in of.finditer(asked.view.text, 0, asked.spans[0].start)}
    if not found:
        found = {_as_prose(m.group()) for m in heading.finditer(asked.view.text, 0, asked.spans[0].start)}
    return {n for n in found if not any(o != n and o.startswith(n) for o in found)}


def _as_prose(heading: str) -> str:
    return " ".join(w.lower() if w in ("OF", "FOR", "THE", "AND") else w.capitalize() for w in heading.split())


def _in_small_letters(asked: Asked, noun: str) -> set[str]:
    """Gives the longer names in small letters that the same noun has had before: "the fire brigade" for "the brigade"."""
    longer = re.compile(
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|own|'s|’s|[Aa]n?) (?P<first>[a-z]+) {re.escape(noun)}\b(?! of\b)"
    )
    view = asked.view
    return {
        f"{m['first']} {noun}"
        for m in longer.finditer(view.text, 0, asked.spans[0].start)
        if (line := view.line_at(m.start("first"))) is not None
        and line.tag(line.token_at(m.start("first"))) in ("NN", "NNS")
    }


def classed(asked: Asked) -> Speaker | None:
    """ "The power company Aln", "the drivers' club ADC": the name behind the common noun that says what it is."""
    match = _CLASSED.match(asked.head)
    if match is None or match["name"].endswith(("'s", "’s")) or match["name"] == "I":
        return None
    noun = match["nouns"].split()[-1]
    if noun == "the" and (fuller := body_named_once(asked)) is not None:
        return fuller  # "the Bureau"
    person = is_person_noun(noun)
    return Speaker(
        name=match["name"],
        kind="person" if person else "outlet" if noun in OUTLET_NOUN else "body",
        entity=fold(match["name"]),
        spans=asked.spans,
        why=(f"the name behind “{noun}”",),
    )
