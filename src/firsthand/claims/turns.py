"""Who goes on speaking: a pronoun, a role or "both" after a statement.

News prose introduces a speaker and then says "he", "the official", "the paper". Who spoke last is the best reading of such words unless
somebody fitting is named between. Each step gives a speaker with its reason, or leaves the words to the step after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from firsthand.claims.authors import author_of, head_noun, papers_in
from firsthand.claims.draft import Draft, Made
from firsthand.claims.he_or_she import he_or_she
from firsthand.claims.lexicon import DOCUMENT, INSTITUTION, OUTLET_NOUN, UNNAMED, UNNAMED_BODY
from firsthand.claims.outlets import outlet_name
from firsthand.claims.owners import with_owner
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.turn import REACH, Turn, is_noun, is_plural, is_thing, noun_of
from firsthand.claims.view import FINITE, View
from firsthand.records import Mention, Span, Speaker
from firsthand.text.names import fold

_THING = re.compile(
    r"it|the (?:company|firm|group|manufacturer|operator|maker|organi[sz]ation|charity|utility|carrier|airline|bank)",
    re.I,
)
_ANYBODY = frozenset("people persons men women".split())
_ONE_OF = re.compile(
    r"(?:one|another|a second|a third|the other)(?: of (?:them|the (?:two|three)|(?:the|these|those) (?P<those>[a-z-]+)))?(?: (?P<noun>[a-z-]+))?",
    re.I,
)
_SEVERAL = re.compile(r"(?:both|neither|they|the two|the pair)(?: (?:of (?:them|the) ?)?(?P<noun>[a-z]+)?)?")


def speaker_of(view: View, draft: Draft, made: Sequence[Made]) -> Speaker:
    """Gives the speaker of a draft with a source: whom the words name, or whom they take up."""
    turn = Turn(view, draft, resolve(view, draft.source), tuple(reversed(made)))
    for step in _STEPS:
        found = step(turn)
        if found is not None:
            return replace(found, spans=draft.source)
    return turn.alone


def _it(turn: Turn) -> Speaker | None:
    """ "It" and "the company" go on with the body that spoke last, or with the one that the sentence before begins with."""
    if not _THING.fullmatch(turn.words):
        return None
    author = author_of(turn, "it") if turn.words == "it" and turn.is_open() else None
    if author is not None:
        return author
    subject = _common_subject(turn.view, turn.draft) if turn.words == "it" and turn.is_open() else None
    if subject is not None:
        return subject
    who = turn.within(3)
    if who is None or turn.last is None:
        if turn.words != "it":
            return _the_one_body(turn)
        return _own_subject(turn) or _paper_before(turn) if turn.is_open() else None
    if not turn.is_open() and (turn.words != "it" or turn.named_between()):
        return None
    organ = who.name.split()[-1].lower()
    if turn.words != "it" and organ in INSTITUTION and not turn.words.endswith(f" {organ}"):
        return _the_one_body(turn)  # the police are no "charity"
    if (
        who.kind in ("body", "state", "document")
        or (who.kind == "outlet" and turn.words == "it")
        or is_thing(turn.view, turn.last[0], who)
    ):
        return replace(who, why=(f"{turn.words}: the body that spoke before",))
    if (
        turn.words == "it"
        and turn.is_open()
        and who.kind == "unnamed"
        and not who.number
        and noun_of(who) in UNNAMED_BODY
    ):
        return replace(who, why=(f"{turn.words}: the body that spoke before",))
    if turn.words == "it":
        return _own_subject(turn) or _outlet_before(turn) if turn.is_open() else None
    return _the_one_body(turn)


def _own_subject(turn: Turn) -> Speaker | None:
    """Gives the body with which the sentence itself begins: "The nurses' union has other numbers: nine hurt, it said"."""
    line = turn.view.line_at(turn.draft.source[0].start)
    end = noun_phrase_end(line, 0) if line is not None and line.tokens else 0
    if line is None or end < 2 or line.span_of(0, end).end >= turn.draft.source[0].start:
        return None
    body = line.lemma(end - 1) in INSTITUTION | UNNAMED_BODY and line.tag(end) in FINITE and not line.quoted[0]
    return replace(resolve(turn.view, (line.span_of(0, end),)), why=("it: subject of the sentence",)) if body else None


def _paper_before(turn: Turn) -> Speaker | None:
    """Gives the one letter, report or the like that the sentence before tells of: "An unsigned letter came in May. It accused …"."""
    line = turn.view.lines[turn.draft.line - 1] if turn.draft.line else None
    if line is None:
        return None
    found = [
        k
        for k in range(1, len(line.tokens))
        if line.lemma(k) in DOCUMENT and line.tag(k) == "NN" and not line.quoted[k]
    ]
    start = found[0] if found else 0
    while start > 0 and line.tag(start - 1) in ("JJ", "NN", "VBN", "HYPH"):
        start -= 1
    if len(found) != 1 or line.tag(start - 1) != "DT":
        return None
    return resolve(turn.view, (line.span_of(start - 1, found[0] + 1),))


def _the_one_body(turn: Turn) -> Speaker | None:
    """ "The company" where one body alone, no outlet and no organ of state, was named before."""
    before = turn.view.mentions_before(turn.draft.source[0].start)
    names = {
        m.name
        for m in before
        if m.kind == "body"
        and m.entity
        and m.name.split()[-1].lower() not in INSTITUTION
        and not _is_owned(turn.view, m)
        and not any(link.party.overlaps(m.span) for link in turn.draft.links)
    }
    if len(names) != 1 or not turn.is_open():
        return None
    name = names.pop()
    return Speaker(name=name, kind="body", entity=fold(name), why=(f"{turn.words}: the one body named before",))


def _is_owned(view: View, mention: Mention) -> bool:
    """Says whether a body is only where something is ("at its Aln works", "the Aln bourse"): a small-letter noun goes on with it."""
    return (
        re.match(r" [a-z]+", view.text[mention.span.end : mention.span.end + 12]) is not None
        and re.search(r"\b(?:its|the|at|in|to) $", view.text[max(mention.span.start - 4, 0) : mention.span.start])
        is not None
    )


def _the_paper(turn: Turn) -> Speaker | None:
    """ "The paper", "the station": the outlet that the words came through last."""
    match = turn.role
    named = turn.alone.kind == "outlet"
    plain = match is not None and (
        len(match.group().split()) == 2 or " same " in match.group() or match["noun"] not in _ALSO_BODIES
    )
    return _outlet_before(turn) if match and plain and match["noun"] in OUTLET_NOUN and not named else None


# Words for an outlet that with another word before them are as often a body ("the prison service", "the space agency").
_ALSO_BODIES = frozenset("service network programme program agency press monitor site wire media".split())


def _outlet_before(turn: Turn) -> Speaker | None:
    for draft, speaker, links in turn.before:
        if turn.draft.line - draft.line > REACH:
            return None
        if speaker is not None and speaker.kind == "outlet":
            return speaker
        parties = [link.party for link in links if link.kind in ("tells", "cites", "relays")]
        for party in parties:
            name = outlet_name(turn.view, party)
            outlet = any(m.kind in ("outlet", "body") for m in turn.view.mentions_in(party)) or name[:1].isupper()
            if outlet and not any(m.kind == "person" and m.name == name for m in turn.view.mentions_in(party)):
                return Speaker(
                    name=name, kind="outlet", entity=fold(name), why=(f"{turn.words}: the outlet named last",)
                )
    return None


def _one_of_them(turn: Turn) -> Speaker | None:
    """ "One", "one official": one of those without a name who spoke before."""
    who_of_them = re.split(r", (?!an? |the )", turn.words)[0]  # "a third, reached by telephone"
    match = _ONE_OF.fullmatch(who_of_them)
    if match is None:
        return None
    noun = match["noun"] or (match["those"] if match["those"] not in _ANYBODY else None)
    for _, who, _ in turn.before:
        if who is not None and who.kind == "unnamed" and (noun is None or is_noun(who, noun)):
            head, rest = who.name.split(" (", 1)
            head = re.sub(r"^(?:two|three|four|five|several|some|many|\d+) ", "", head)
            name = f"{re.sub(r'^people$', 'person', re.sub(r's(?= of |$)', '', head, count=1))} ({rest}"
            told = "one of the speakers before" if who_of_them == turn.words else "another than spoke before"
            return replace(who, name=name, number="one", why=(told,))
        if who is not None and noun is None and " of " not in turn.words:
            return None
    return None


_AGED = re.compile(r"the (?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old(?: (?P<noun>[a-z]+))?(?: (?:from|of) [\w ]+)?")


def _of_that_age(turn: Turn) -> Speaker | None:
    """ "The 54-year-old": the person who spoke last, else the one person named in the sentences before."""
    match = _AGED.fullmatch(turn.words)
    if match is None or (turn.alone.kind == "person" and turn.alone.entity):
        return None
    who = turn.within(2)
    if who is not None and who.kind == "person" and "; " not in who.name:
        return replace(who, why=(f"{turn.words}: who spoke before",))
    start = turn.view.lines[max(turn.draft.line - 2, 0)].span.start
    near = {
        m.name
        for m in turn.view.mentions_in(Span(start, turn.draft.source[0].start))
        if m.kind == "person" and m.entity
    }
    if len(near) != 1:
        return None
    name = near.pop()
    return Speaker(name=name, kind="person", entity=fold(name), why=(f"{turn.words}: the one person named before",))


def _fuller_body(turn: Turn) -> Speaker | None:
    """ "The service" after "the fire service": the body that spoke before under a fuller name with that noun."""
    match = turn.role
    if match is None or turn.alone.kind != "body" or turn.alone.name.lower() != match["noun"]:
        return None
    known = (m[1] for m in turn.before if m[1] is not None and m[1].kind == "body")
    who = next((w for w in known if w.name.lower().endswith(f" {match['noun']}")), None)
    return replace(who, why=(f"{turn.words}: in full before",)) if who is not None else None


def _this_person(turn: Turn) -> Speaker | None:
    """ "This person", "the source": the one without a name who spoke last."""
    if (
        re.fullmatch(r"(?:this|that|the same) (?:person|source|official|man|woman)|the (?:person|source)", turn.words)
        is None
    ):
        return None
    who = turn.within(2)
    if who is None or who.kind != "unnamed" or "; " in who.name:
        return None
    other = turn.words.endswith("official") and not is_noun(who, "official") and not is_noun(who, "source")
    return None if other else replace(who, why=(f"{turn.words}: who spoke before",))


def _same_role(turn: Turn) -> Speaker | None:
    """ "The official" after "an official at the port": the one without a name who spoke before under that noun."""
    match = turn.role
    if match is None or not turn.is_open():
        return None
    for _, who, _ in turn.before:
        for name in who.name.split("; ") if who is not None and who.kind == "unnamed" else ():
            one = replace(who, name=name) if who is not None else turn.alone
            if name != turn.alone.name and noun_of(one) == match["noun"]:
                return replace(one, why=(f"{turn.words}: who spoke before without a name",))
    if (author := author_of(turn, match["noun"])) is not None:
        return author
    for draft, who, _ in turn.before:
        source = draft.source[0].of(turn.view.text) if draft.source else ""
        if who is not None and (head_noun(source) == match["noun"] or match["noun"] in papers_in(source)):
            return replace(who, why=(*who.why, f"{turn.words}: whose words these were before"))
    return None


def _they(turn: Turn) -> Speaker | None:
    """ "They" and "both" are the several who spoke last; "neither" also the one pair that the sentence before tells of."""
    match = _SEVERAL.fullmatch(turn.words)
    if match is None or (match["noun"] and match["noun"] not in UNNAMED):
        return None
    near_ = (
        m[1]
        for m in turn.before
        if m[1] is not None and turn.draft.line - m[0].line <= REACH and m[0].kind != "headline"
    )
    who = (
        next((w for w in near_ if "; " in w.name), None)
        if turn.words != "they"
        else turn.last[1]
        if turn.last
        else None
    )
    if who is not None and "; " in who.name:
        return replace(who, why=(f"{turn.words}: the speakers before",))
    near = turn.within(1)
    if turn.words != "neither" and near is not None and is_plural(near) and "; " not in turn.alone.name:
        return replace(near, why=(f"{turn.words}: who speaks in the sentence before",))
    if turn.words in ("both", "neither") and turn.is_open():
        return _two_before(turn)
    return None


def _two_before(turn: Turn) -> Speaker | None:
    """Gives "two companies" where the sentence before tells of one such pair."""
    if not turn.draft.line:
        return None
    line = turn.view.lines[turn.draft.line - 1]
    starts = [k for k in range(len(line.tokens)) if line.word(k) == "two" and line.tag(k + 1).startswith(("NN", "JJ"))]
    end = noun_phrase_end(line, starts[0]) if len(starts) == 1 else 0
    return resolve(turn.view, (line.span_of(starts[0], end),)) if end else None


def _bare_subject_before(turn: Turn) -> Speaker | None:
    """Gives the body without a name with which the sentence before begins: "The hospital in Aln took in nine. Its director …"."""
    line = turn.view.lines[turn.draft.line - 1] if turn.draft.line else None
    end = noun_phrase_end(line, 0) if line is not None and line.tokens else 0
    if line is None or end != 2 or line.word(0) != "the" or line.lemma(1) not in INSTITUTION | UNNAMED_BODY:
        return None
    return Speaker(name=line.word(1), kind="body", why=("the sentence before begins with it",))


def _its_own(turn: Turn) -> Speaker | None:
    """ "Its spokesman" where the parse leaves "its" open: of the body that spoke last, or with which the sentence before begins."""
    if (
        turn.alone.kind not in ("unnamed", "body")
        or turn.alone.body is not None
        or "owner not resolved" not in turn.alone.why
    ):
        return None
    owner = turn.within(1) or _common_subject(turn.view, turn.draft) or _bare_subject_before(turn)
    return with_owner(turn.alone, owner, turn.words) if owner is not None else None


_STEPS: tuple[Callable[[Turn], Speaker | None], ...] = (
    he_or_she,
    _of_that_age,
    _the_paper,
    _it,
    _one_of_them,
    _they,
    _this_person,
    _fuller_body,
    _same_role,
    _its_own,
)


def _common_subject(view: View, draft: Draft) -> Speaker | None:
    """Gives the body that the sentence before begins with: "The regional hospital treated 12. It said …"."""
    if draft.line == 0 or view.lines[draft.line - 1].block != view.lines[draft.line].block:
        return None
    line = view.lines[draft.line - 1]
    end = noun_phrase_end(line, 0) if line.tokens else 0
    if end < 2 or line.word(0) != "the" or line.lemma(end - 1) not in INSTITUTION | UNNAMED_BODY:
        return None
    who = resolve(view, (line.span_of(0, end),))
    if who.kind == "unnamed" and end == 2:
        return None  # "the company" itself stands for a name
    return replace(who, why=(*who.why, "it: subject of the sentence before"))
