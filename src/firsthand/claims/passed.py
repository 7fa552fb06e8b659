"""Statements with the hands that clauses around them name: what was done with the words after they were said.

"Her warning went to the Herald", "They gave it to a judge, who played it on the air" state nothing of their own: they lengthen the chain of
the statement before them, in its own sentence or in one of the two after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.lexicon import DOCUMENT, UNNAMED_BODY, VENUE
from firsthand.claims.outlets import is_this_outlet
from firsthand.claims.passing import Passed, links_of_passing, passings
from firsthand.claims.stretches import noun_phrase_end
from firsthand.claims.venues import with_names
from firsthand.claims.view import Line, View
from firsthand.records import Span, Speaker
from firsthand.text.given_names import gender_of

_REACH = 2  # sentences from a statement to what was done with its words


def with_passed(view: View, made: Sequence[Made]) -> list[Made]:
    """Gives the statements with the hands of such clauses; a clause taken for a statement of its own is none."""
    found = list(made)
    for line in view.lines:
        if line.kind != "body":
            continue
        told = passings(view, line)
        clauses = [line.span_of(*passed.clause) for passed in told]
        before = found
        for passed in told:
            found = _handed(view, line, passed, found, clauses)
        if found is not before and _only_passes_on(line, told):
            found = [m for m in found if m[0].line != line.index or m[0].attributed]
    return found


def _only_passes_on(line: Line, told: Sequence[Passed]) -> bool:
    """Says whether a sentence tells nothing but what was done with words: it begins with such a clause and gives no figure."""
    return any(p.clause[0] == 0 and not p.beside for p in told) and not any(t.tag == "CD" for t in line.tokens)


def _handed(view: View, line: Line, passed: Passed, made: list[Made], told: Sequence[Span]) -> list[Made]:
    clause = line.span_of(*passed.clause)
    if any(
        s.contains(clause) for m in made if m[0].attributed and not _is_clause(view, m[0], told) for s in m[0].content
    ):
        return made  # inside what somebody says
    back = [
        k
        for k, m in enumerate(made)
        if m[0].attributed and m[1] is not None and m[0].kind != "headline" and 0 <= line.index - m[0].line <= _REACH
        and (m[0].start < clause.start or (passed.beside and m[0].line == line.index)) and not any(s.overlaps(clause) for s in m[0].content)
    ]  # fmt: skip
    if not back:
        return made
    last = made[back[-1]]
    if (passed.bare and "the sentence before" not in last[0].rules and not _on_paper(view, last[0])) or not _is_owner(
        view, line, passed, last
    ):
        return made
    own = passed.beside and last[0].line == line.index  # "in a post that the mission shared"
    if (
        passed.paper
        and not own
        and not _is_spoken_of(view, passed, last[0], line.span.start if passed.beside else clause.start)
    ):
        return made  # "Police released the footage": nobody told of any
    links = [_addressed(view, link, last[0]) for link in links_of_passing(line, passed)]
    here = view.document.article
    links = [
        link for link in links
        if not _is_speaker(view, link, last) and not is_this_outlet(here, link.party.of(view.text))
    ]  # fmt: skip
    links = list(with_names(view, last[0], links, made[: back[-1] + 1]))
    links = [link for link in links if link.name or view.text[link.party.start :].split()[0].lower() not in _PRONOUNS]
    if not links:
        return made
    meant = {k for k in back if made[k][0].line == last[0].line and made[k][1] == last[1]}
    meant |= {
        k for k in range(back[-1] + 1, len(made)) if last[2] and made[k][2] == last[2] and made[k][1] is not None
    }  # the venue held
    grown = [_grown(view, m, links, early=passed.early) if k in meant else m for k, m in enumerate(made)]
    return [m for m in grown if not _is_clause(view, m[0], told)]


_PRONOUNS = frozenset("it they he she which who we i".split())


def _is_spoken_of(view: View, passed: Passed, draft: Draft, before: int) -> bool:
    """Says whether the paper that a clause calls "the footage" was named before it, from the statement's sentence on."""
    start = view.lines[draft.line].span.start
    return before > start and any(
        t.lemma == passed.paper and t.tag.startswith("NN")
        for line in view.lines_over(Span(start, before)) for t in line.tokens if t.end <= before
    )  # fmt: skip


def _addressed(view: View, link: Link, draft: Draft) -> Link:
    """Gives the link of "She" with the one it stands for after "a guard told his sister"; other links as they are."""
    pronoun = link.party.of(view.text).lower()
    line = view.lines[draft.line]
    verb = next((k for k in line.places_in(draft.cue) if line.lemma(k) in ("tell", "assure", "inform")), None)
    if pronoun not in ("he", "she") or verb is None:
        return link
    end = noun_phrase_end(line, verb + 1)
    told = gender_of("", (line.word(end - 1),))
    return (
        replace(link, party=line.span_of(verb + 1, end))
        if end > verb + 1 and told == ("f" if pronoun == "she" else "m")
        else link
    )


def _is_clause(view: View, draft: Draft, told: Sequence[Span]) -> bool:
    """Says whether a draft has the verb of such a clause for its cue, or was taken for a carried-over sentence: it states nothing."""
    if draft.carried:
        opens = [c.of(view.text).split()[0].lower() for c in told if any(s.contains(c) for s in draft.content)]
        return bool(opens) and not set(opens) & _PRONOUNS
    return bool(draft.cue) and all(any(clause.contains(s) for clause in told) for s in draft.cue)


def _grown(view: View, item: Made, links: Sequence[Link], *, early: bool) -> Made:
    """Gives a statement with the hands of a clause put beside those it has: before one that the clause names as a later hand."""
    draft, speaker, own = item
    known = [next((n for n, o in enumerate(own) if o.party.overlaps(link.party)), None) for link in links]
    grown, at = list(own), 0 if early else len(own)
    first = next((n for n in known if n is not None), None)
    at = first if first is not None else at
    for link, place in zip(links, known, strict=True):
        if place is None:
            grown.insert(at, link)
            at += 1
        else:
            at = grown.index(own[place]) + 1
    return draft, speaker, tuple(grown)


def _is_owner(view: View, line: Line, passed: Passed, item: Made) -> bool:
    """Says whether the words that a clause calls somebody's are those of the statement's speaker ("her warning")."""
    who = item[1]
    if passed.owner is None or who is None:
        return True
    mention = next((m for m in view.mentions_in(line.tokens[passed.owner].span) if m.kind == "pronoun"), None)
    if mention is not None and mention.entity and " " in mention.name:
        return mention.name == who.name or who.kind == "unnamed"
    return line.word(passed.owner) == "their" or (line.word(passed.owner) == "its") == (
        who.kind in ("body", "state", "outlet")
    )


def _on_paper(view: View, draft: Draft) -> bool:
    """Says whether the sentence tells that the words were written or recorded: "in a petition", "in a voice note"."""
    line = view.lines[draft.line]
    inside = set(line.places_in(draft.content))
    return any(
        line.lemma(k) in DOCUMENT | VENUE and line.tag(k).startswith("NN") and k not in inside
        for k in range(len(line.tokens))
    )


def _is_speaker(view: View, link: Link, item: Made) -> bool:
    who: Speaker | None = item[1]
    words_ = link.party.of(view.text)
    if who is None:
        return False
    role = words_.lower().removeprefix("the ")
    told = [o for o in item[2] if o.kind == "tells"]
    if len(told) == 1 and words_.lower() != role and role in UNNAMED_BODY and view.text[told[0].party.start].isupper():
        return True  # "the charity" after "Aln Aid was told": it has the words already
    return words_.lower() in _PRONOUNS or (words_.lower() != role and who.name.lower().endswith(f" {role}"))
