"""Speakers with a name: in the words, in apposition, behind a role, a pronoun or a capital."""

from __future__ import annotations

import re

from firsthand.claims.asked import DETERMINER, OWNED, Asked, of_mention, owns, sort_of
from firsthand.claims.lexicon import INSTITUTION, OFFICES, UNNAMED, UNNAMED_BODY, words
from firsthand.claims.outlets import is_this_outlet, plain_name
from firsthand.gazetteer import Gazetteer
from firsthand.records import Mention, Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold
from firsthand.text.outlet_words import HEADS

_BY_NAME = re.compile(r"(?:,|identified(?: only)? as|named|known as|called)\s*$")
_NAME = re.compile(
    r"^(?P<role>.*[a-z)’']), (?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|el|bin|da|del|der|la))*)$"
)
_CALLING = re.compile(
    r"\w{2,}(?:er|or|ist|ant|man|woman|lord|lady|ian|eer|ess|mate|rate|smith|keeper|chief)|boss|head|chair|coach|chief|mum|mother|dad|father|star|ace|queen"
    r"|king|vet|cook|chef|guide|host|heir|judge|nurse|captain|champion|veteran|host|architect|resident|student|agent|expert|midwife|clerk|priest",
    re.I,
)
_ARTICLES = words("the a an his her its their my our former")


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


_OUTLET = re.compile(
    r"^(?:[Tt]he |[Aa]n? )?(?:[A-Z][a-z]+['’]s )?(?P<name>(?!(?:The|An?|This|That|His|Her|Its|Their|One|Another|Both|Two) )[A-Z][\w.’'-]*(?: (?:[A-Z0-9][\w.’'-]*|de|la|el|of|the))*) "
    r"(?:newspaper|daily|weekly|magazine|broadcaster|(?:news |state )?agency|news site|newswire|website|channel|network|tabloid)$"
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
    match = _NAME.match(asked.words)
    if match is None or (match["role"][:1].isupper() and match["role"].split()[0].lower() not in _ARTICLES):
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


_ONE_NAMED = re.compile(
    r"^(?:one|another|the (?:first|second|third|last|other)) of (?:the|these|those|its|his|her|their) [^,]+, (?P<name>[A-Z][^,]*)$",
    re.I,
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


_TITLES = (("Prof", "professor"), ("Dr", "doctor"), ("Gen", "general"), ("Col", "colonel"), ("Capt", "captain"), ("Sgt", "sergeant"), ("Sen", "senator"),
           ("Gov", "governor"), ("Lt", "lieutenant"), ("Insp", "inspector"), ("Supt", "superintendent"), ("Cllr", "councillor"), ("Rev", "reverend"))  # fmt: skip


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
    found = {m["name"] for m in named.finditer(text, 0, asked.spans[0].start)}
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
    found = {n for n in found if not any(o != n and o.endswith(n) for o in found)}
    if len(found) != 1:
        return None
    name = found.pop()
    why = f"the one {noun.lower()} named in the article"
    return Speaker(name=name, kind="body", entity=fold(name), spans=asked.spans, why=(why,))


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
    if run and all(before.tag(k).startswith("NNP") for k in range(run)) and before.block == line.block:
        name = before.span_of(0, run).of(asked.view.text)
        return Speaker(
            name=name, kind="body", entity=fold(name), spans=asked.spans, why=("subject of the sentence before",)
        )
    return None


_OWNER = re.compile(r"^[A-Z][\w-]*(?: [A-Z][\w-]*)*['’]s ")
_OUTLET_HEADS = HEADS | {"star", "express"}  # behind an owner these name outlets too: "Norland's Bay Star"


def named(asked: Asked) -> Speaker | None:
    """A person named in the words, or a body, outlet or state that is their head."""
    text, start = asked.view.text, asked.spans[0].start
    end = start + len(asked.head)
    persons = [
        m
        for m in asked.mentions
        if m.kind == "person"
        and (not owns(text, m) or m.span.end == asked.spans[-1].end)
        and (m.span.start < end or _BY_NAME.search(text[start : m.span.start]))
        and not (m.span.end < end and asked.noun in UNNAMED)  # "an Orlo spokeswoman"
    ]
    whole = _whole_name(asked, persons)
    if whole is not None:
        return whole
    if not persons and (
        only := re.search(r"(?:identified(?: only)? as|named|known as) (?P<name>[A-Z][\w’'-]+)", asked.words)
    ):
        return Speaker(
            name=only["name"], kind="person", entity=fold(only["name"]), spans=asked.spans, why=("named in the words",)
        )
    closing = bool(persons) and persons[-1].span.end == asked.spans[-1].end
    if persons and (not OWNED.match(asked.words) or "," in asked.words or closing):
        return of_mention(
            asked,
            persons[-1] if len(persons[-1].name.split()) >= len(persons[0].name.split()) else persons[0],
            "named in the words",
        )
    for mention in reversed(asked.mentions):
        covers_head = mention.span.start < end <= mention.span.end + 1
        if mention.kind in ("body", "outlet", "state") and covers_head and not owns(text, mention):
            owner = re.search(r"[A-Z]\w+ of (?:the )?$", asked.head[: max(mention.span.start - start, 0)])
            inside = mention.span.start > start and asked.noun not in fold(mention.text)
            if mention.kind == "state" and (owner or inside):
                continue  # "the Bay Courier of Norland" is no state
            longer = DETERMINER.sub("", asked.head)
            if (
                _OWNER.match(longer)
                and not _OWNER.match(mention.text)
                and (mention.kind == "outlet" or longer.split()[-1].lower() in _OUTLET_HEADS)
            ):
                bare = _OWNER.sub("", longer)  # "Norland's Bay Courier"
                return Speaker(
                    name=bare,
                    kind="outlet",
                    entity=mention.entry or fold(bare),
                    spans=asked.spans,
                    why=("named in the words",),
                )
            line = asked.view.line_at(start)
            # "Brokerage Aln Securities" at the start of a sentence: the parse knows that the capital is the sentence's.
            called = (
                line is not None
                and line.span.start == start
                and longer.split(" ", 1)[-1] == mention.text
                and not _OWNER.match(longer)
            )
            if (
                mention.kind in ("body", "outlet")
                and not called
                and longer[:1].isupper()
                and longer.split()[-1][:1].isupper()
                and len(longer.split()) > len(mention.text.split()) + mention.text.lower().startswith("the ")
                and not re.search(
                    r" (?!of |for |and |the |de |del |la |du )[a-z]\w+ ", longer
                )  # "Norlandish battery maker Aln Cells"
            ):
                name = _of_state(asked, longer)  # "the Dockers' Union" where only "Union" was taken for a name
                return Speaker(
                    name=name,
                    kind=sort_of(mention.kind),
                    entity=mention.entry or fold(name),
                    spans=asked.spans,
                    why=("named in the words",),
                )
            if mention.kind == "body" and re.match(r"(?:[A-Z]\w+ )*[A-Z]\w+(?:['’]s|s['’]) [a-z]", asked.head):
                name = plain_name(asked.head)  # "Norland's foreign ministry" as it stands, known by the gazetteer's id
                return Speaker(
                    name=name,
                    kind="body",
                    entity=mention.entry or fold(mention.name),
                    spans=asked.spans,
                    why=("named in the words", mention.name),
                )
            return of_mention(asked, mention, "named in the words")
    return None


def _of_state(asked: Asked, name: str) -> str:
    """Gives "Norland's Grain Office" as "Norlandish Grain Office", where the page writes so, else as "Norland Grain Office"."""
    match = re.match(r"^(?P<owner>[A-Z][\w-]+)['’]s (?P<body>[A-Z].*)$", name)
    if match is None:
        return name
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
            if owned and mention.kind == "pronoun":
                continue
            if fold(mention.name) == fold(mention.text) and mention.kind != "pronoun":
                continue
            return of_mention(asked, mention, f"{mention.text} resolved")
    return None
