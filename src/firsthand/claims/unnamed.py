"""Speakers without a name: typed by number, role and body, never dropped and never given one."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.claims.asked import DETERMINER, OWNED, POST, Asked, head_of, of_mention
from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, UNNAMED, UNNAMED_BODY
from firsthand.claims.owners import KIN, leading_role, owned_by
from firsthand.claims.stretches import noun_phrase_end
from firsthand.records import Speaker
from firsthand.text.names import fold
from firsthand.text.person_nouns import is_person_noun

_NUMBER = re.compile(
    r"^(?P<number>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|dozens of|a dozen|some|many|both)\b",
    re.I,
)


_HOLDERS = frozenset(["head", "chief", "director", "boss", "chairman", "chairwoman", "president", "manager", "leader", "commander", "spokesman",
                     "spokeswoman", "spokesperson", "member", "members", "secretary", "deputy"])  # fmt: skip
_MADE = r"(?:(?:led|kept|written|conducted|commissioned|compiled|prepared|issued|drafted|drawn up|carried out) )?"
_OF_A_PLACE = frozenset(["governor", "mayor", "prefect", "bishop", "archbishop", "mp", "senator", "lawmaker"])
_FIGURES = frozenset(["figures", "data", "numbers", "statistics", "records", "estimates"])


_INSIDE = re.compile(r"(?:an?|the|one|another) (?:[\w-]+ ){0,2}?(?P<who>[\w-]+) (?:inside|within|in|at|from) ", re.I)


def owned(asked: Asked) -> Speaker | None:
    """ "his office", "my commander": somebody or something of somebody known."""
    match = OWNED.match(asked.words)
    persons = [m for m in asked.mentions if m.kind == "person"]
    if persons and ("," in asked.words or persons[-1].span.end == asked.spans[-1].end):
        return None  # "his manager, Ada Lund", "her brother Bo Lund"
    if match is None:
        return None
    if any(
        m.entity and ((m.kind == "person" and m.span.end == asked.spans[-1].end) or m.kind == "role")
        for m in asked.mentions
    ):
        return None  # "his manager Ada Lund", or "its director" whom the article names
    thing = POST.split(match["thing"])[0].strip()
    noun = thing.rpartition(" ")[2].lower()
    owner = next((m for m in asked.mentions if m.kind == "pronoun" and m.entity), None)
    role = (
        leading_role(asked.view, asked.spans[0], owner.name if owner else "")
        if match["owner"].lower() in ("his", "her")
        else None
    )
    if role is not None:
        name = f"{thing} of the {role}"
        return Speaker(
            name=name,
            kind="body",
            role=thing,
            entity=fold(name),
            spans=asked.spans,
            why=("owned by whom the sentence begins with",),
        )
    name = f"{thing} of {owner.name}" if owner else thing
    if owner is not None and " " in thing and (owner.entity or "").startswith("state:"):
        return replace(owned_by(owner.name, thing, asked.spans[0], "owned by somebody named"), spans=asked.spans)
    if noun in KIN and owner is not None and not (owner.entity or "").startswith("person:"):
        owner, name = None, thing  # "their families" are those of people, whatever body was named last
    typed = (noun in UNNAMED | KIN or is_person_noun(noun)) and noun not in INSTITUTION
    return Speaker(
        name=f"{name} (unnamed)" if typed else name, kind="unnamed" if typed else "body", role=thing, body=owner.name if owner else None,
        entity=None if typed else fold(name), spans=asked.spans, why=("owned by somebody named" if owner else "owner not resolved",),
    )  # fmt: skip


def document(asked: Asked) -> Speaker | None:
    """A report, letter or poll: it speaks for its maker where one is named, else it is a document without a named author."""
    inside = _INSIDE.match(asked.words)
    if inside is not None and (inside["who"] in UNNAMED or is_person_noun(inside["who"])):
        return None  # "a man inside the inquiry"
    noun = asked.head.split(" of ")[0].split()[-1].lower() if asked.head.split() else ""
    if not {asked.noun.rstrip("s"), asked.noun, noun} & DOCUMENT:
        return None
    head = DETERMINER.sub("", asked.head)
    head = head if _starts_with_name(asked, head) else head[:1].lower() + head[1:]
    after = asked.spans[0].start + len(asked.head)
    makers = [
        m for m in asked.mentions
        if m.kind in ("body", "outlet", "person", "other", *(("place", "state") if asked.noun in _FIGURES else ())) and re.fullmatch(rf" {_MADE}(?:by|of|from|in) (?:the )?", asked.view.text[after : m.span.start])
    ]  # fmt: skip
    if makers and asked.noun in _FIGURES:
        maker = makers[0]
        tail = asked.view.text[maker.span.start : asked.spans[-1].end].split(",")[0].strip()
        owned_ = re.match(r"^.+?['’]s (?:\w+ ){0,3}(?P<noun>\w+)$", tail)
        name = tail if owned_ and owned_["noun"].lower() in INSTITUTION else maker.name
        return Speaker(
            name=name,
            kind="body",
            role=asked.noun,
            entity=fold(name),
            spans=asked.spans,
            why=("whose figures they are",),
        )
    by_role = _maker_of(asked, after)
    if by_role is not None and not makers:
        return Speaker(
            name=by_role, kind="body", role=head, entity=fold(by_role), spans=asked.spans, why=("a document speaks for its maker",)
        )  # fmt: skip
    if makers and re.search(r"\bby (?:the )?$", asked.view.text[after : makers[0].span.start]):
        return of_mention(asked, makers[0], "a document speaks for its maker")
    if makers:
        detail = asked.view.text[makers[0].span.start : makers[0].span.end]
        return Speaker(
            name=f"{head} ({detail})",
            kind="document",
            body=makers[0].name,
            role=head,
            entity=fold(f"{head} {detail}"),
            spans=asked.spans,
            why=("a document with its maker",),
        )
    return Speaker(
        name=f"{head} (unnamed author)",
        kind="document",
        role=head,
        spans=asked.spans,
        why=("a document without a named author",),
    )


def _maker_of(asked: Asked, after: int) -> str | None:
    """Gives the institution or role that a document is said to be by: "a finding by the transport safety committee"."""
    rest = asked.view.text[after : asked.spans[-1].end]
    match = re.match(rf" {_MADE}(?:by|of|from) (?:the )?(?P<maker>[\w’'-]+(?: [\w’'-]+)*)", rest)
    noun = match["maker"].split()[-1].lower() if match else ""
    if match is None or noun not in INSTITUTION | UNNAMED:
        return None
    return match["maker"] if noun in INSTITUTION else f"{match['maker']} (unnamed)"


def institution(asked: Asked) -> Speaker | None:
    """An organ of state or its like: its role name is enough."""
    noun = asked.noun
    if noun in UNNAMED and (noun not in INSTITUTION or re.match(r"(?:an?|one|another) ", asked.words, re.I)):
        return None  # "a guard" is a person, "the guard" may be a body of them
    holder = re.match(r"^(?:the |an? )?(?:\w+ )*?(?P<office>\w+) of (?:the |an? )?[a-z]", asked.head, re.I)
    if holder and (holder["office"].lower() in _HOLDERS or is_person_noun(holder["office"].lower())):
        return None  # "the head of the rescue office" is a person
    if (
        noun not in INSTITUTION
        and not re.match(r"(?:the )?(?:[a-z-]+ )?(?:ministry|department) of [a-z]+(?: [a-z]+){0,3}$", asked.head, re.I)
        and fold(asked.head).rpartition(" ")[2] not in INSTITUTION
        and fold(asked.head) not in INSTITUTION
    ):
        return None
    name = DETERMINER.sub("", asked.head)
    name = re.sub(r"^neither ", "", name, flags=re.I)
    return Speaker(
        name=name,
        kind="body",
        role=asked.role if " of " in asked.head else noun,
        entity=fold(name),
        spans=asked.spans,
        why=("an institution by its role",),
    )


_ASIDE = re.compile(r"(?:^|,? )(?:who|which|that|whose|whom)\b|,(?!\d)")
# What is put in behind a comma tells how the words came, not who: "the club, in a comment to the Herald,", "the widow, asked about the fire,".
_PUT_IN = re.compile(
    r"\s*, (?:asked\b|(?:in|on|through|via|during) (?:an?|his|her|its|their) )|\s*,? (?:quoted|cited) by\b"
)


def unnamed(asked: Asked) -> Speaker | None:
    """Somebody without a name: typed by number, role and the body they belong to."""
    nameless = _without_name(asked)
    if nameless:
        return nameless
    if asked.words.lower() in ("he", "she", "it", "they", "i", "we", "who", "his", "her"):
        return Speaker(
            name=f"{asked.words.lower()} (unnamed)",
            kind="unnamed",
            spans=asked.spans,
            why=("a pronoun that names nobody known",),
        )
    number = _NUMBER.match(asked.words)
    head = re.sub(
        r"^(?:two|three|four|five|several|some|many|most) of the ",
        lambda m: m.group().split()[0] + " ",
        asked.words,
        flags=re.I,
    )
    apposed = re.match(r"^(?:one|another) of (?:them|(?:the|these|those) [^,]+), (?P<who>an? [^,]+)$", head, re.I)
    head = apposed["who"] if apposed else re.sub(r"^one of (?:them|the)\b", "one", head, flags=re.I)
    who = head_of(head)
    put_in = _PUT_IN.match(head[len(who) :])
    detail = "" if put_in else _ASIDE.split(head[len(who) :].strip(" ,"))[0]
    bare = DETERMINER.sub("", who).strip()
    bare = re.sub(r" (?:there|here)$", "", bare)
    if (there := _body_there(asked)) is not None:
        bare = f"{bare} of the {there}"
    proper = [w for w in bare.split()[1:] if w[:1].isupper()]
    known = asked.noun in UNNAMED or asked.noun in UNNAMED_BODY or asked.noun.rstrip("s") in UNNAMED
    if bare == "one" or not bare:
        bare = "one of several"
    if not known and (
        bare[:1].isupper()
        and asked.head[:1].isupper()
        and asked.head.split()[0].lower() not in ("a", "an", "the", "some", "other")
        and len(bare.split()) > 1
        and proper
    ):
        return None
    if (
        bare[:1].isupper()
        and bare.split()[-1][:1].isupper()
        and (not known or len(bare.split()) > 1)
        and _is_proper(asked)
    ):
        return None
    name = bare if _starts_with_name(asked, bare) or _keeps_capital(asked, bare) else bare[:1].lower() + bare[1:]
    state = re.match(r"^(?P<owner>[A-Z][\w-]+)['’]s (?P<role>[a-z].*)$", name)
    if state and not detail:
        name, detail = state["role"], state["owner"]
    label = f"{name} (unnamed, {detail})" if detail else f"{name} (unnamed)"
    own = asked.spans[0].start + asked.words.find(who) + len(who) if put_in else asked.spans[-1].end
    bodies = (m.name for m in asked.mentions if m.kind in ("body", "state") and m.span.start < own)
    body = next(bodies, None) or _body_of(asked, bare)
    if asked.role in _OF_A_PLACE:
        body = None  # "the governor of Aln" holds an office; Aln is no body that speaks through him
    return Speaker(
        name=label,
        kind="unnamed",
        number=number["number"] if number else None,
        role=_role_in(bare) or asked.role,
        body=body,
        spans=asked.spans,
        why=("a source without a name",),
    )


def _role_in(words_: str) -> str:
    """Gives the noun that says what somebody is: "official" of "official of the interior ministry"."""
    head = re.split(r" (?:of|for|at|in|from) ", words_)[0].split()
    return head[-1].lower() if head and head[-1].isalpha() else ""


_OF_BODY = re.compile(r"[a-z-]+(?: [a-z-]+)? of the (?P<body>(?:[\w’'-]+ ){0,4}(?P<noun>[a-z]+))$")


def _body_of(asked: Asked, words_: str) -> str | None:
    """Gives whose somebody is: "interior ministry" of "official of the interior ministry"."""
    match = _OF_BODY.match(words_)
    return match["body"] if match is not None and match["noun"] in INSTITUTION | UNNAMED_BODY else None


def _body_there(asked: Asked) -> str | None:
    """Gives the body that "there" means in "an official there": the one that the sentence or the one before it begins with."""
    behind = asked.view.text[asked.spans[-1].end : asked.spans[-1].end + 7]
    if not asked.head.endswith(" there") and not re.match(r" there\b", behind):
        return None
    line = asked.view.line_at(asked.spans[0].start)
    for near in (line, asked.view.lines[line.index - 1] if line is not None and line.index else None):
        end = noun_phrase_end(near, 0) if near is not None and near.tokens else 0
        if near is not None and end > 1 and near.lemma(end - 1).lower() in INSTITUTION | UNNAMED_BODY:
            phrase = near.span_of(0, end)
            if phrase.end <= asked.spans[0].start:
                return DETERMINER.sub("", phrase.of(asked.view.text))
    return None


def _without_name(asked: Asked) -> Speaker | None:
    """ "She" after "a survivor of the Aln boat", "neither" of "two companies": somebody spoken of before, by their own words."""
    mention = next(
        (m for m in asked.mentions if m.kind in ("pronoun", "group") and not m.entity and len(m.candidates) == 1), None
    )
    if mention is None or mention.span.end < asked.spans[-1].end:
        return None
    words_ = mention.candidates[0]
    number = _NUMBER.match(words_)
    return Speaker(
        name=f"{words_} (unnamed)", kind="unnamed", number=number["number"] if number else None, role=words_.split()[-1],
        spans=asked.spans, why=(mention.why,),
    )  # fmt: skip


def _starts_with_name(asked: Asked, bare: str) -> bool:
    """Says whether the first word is a name or a capital letter's own ("Oslo team", "UN aide"), not a sentence's first word."""
    line = asked.view.line_at(asked.spans[0].start)
    at = asked.view.text.find(bare.split()[0], asked.spans[0].start)
    token = line.token_at(at) if line is not None and at >= 0 else -1
    return (
        line is not None
        and 0 <= token < len(line.tokens)
        and (line.tag(token).startswith("NNP") or line.tokens[token].text.isupper())
    )


def _keeps_capital(asked: Asked, bare: str) -> bool:
    """Says whether a capital is the word's own: it stands inside a sentence, here or elsewhere in the article ("Norlandish sources")."""
    first = bare.split()[0]
    if not first[:1].isupper():
        return False
    inside = re.compile(rf"[\w,;] {re.escape(first)}\b")
    line = asked.view.line_at(asked.spans[0].start)
    if line is not None and line.kind == "headline":
        return not re.search(rf"\b{re.escape(first.lower())}\b", asked.view.text) and bool(
            inside.search(asked.view.text, line.span.end)
        )
    return inside.search(asked.view.text, line.span.start if line is not None else 0) is not None and not re.search(
        rf"\b{re.escape(first.lower())}\b", asked.view.text
    )


def _is_proper(asked: Asked) -> bool:
    """Says whether the head's last word is written and tagged as a name."""
    line = asked.view.line_at(asked.spans[0].start)
    last = line.token_at(asked.spans[0].start + max(len(asked.head) - 1, 0)) if line else 0
    return line is not None and line.tag(last).startswith("NNP")
