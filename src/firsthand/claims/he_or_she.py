"""Who "he" and "she" are after a statement: the person who spoke last, whom the sentence or the words themselves tell of, or who passed them on."""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import UNNAMED_BODY
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.turn import Turn, is_plural, is_thing, noun_of
from firsthand.claims.view import FINITE, View
from firsthand.records import Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.person_nouns import is_person_noun


def he_or_she(turn: Turn) -> Speaker | None:
    """ "He" is the person who spoke last, unless somebody else who fits is named in between."""
    if turn.words == "who":
        before = turn.view.text[: turn.draft.source[0].start].rstrip()
        return (
            turn.within(0) if before.endswith((" and", " but")) else None
        )  # "said Ada Lund, who …, and who promised …"
    subject = _subject_before(turn) if turn.words in ("he", "she") else None
    if subject is not None:
        return replace(subject, why=(*subject.why, f"{turn.words}: whom the sentence before is about"))
    outer = _outer_speaker(turn) if turn.words in ("he", "she") else None
    if outer is not None:
        return replace(outer, why=(f"{turn.words}: who passed on the words before",))
    who = _subject_of_words(turn) if turn.words in ("he", "she") and turn.alone.kind == "unnamed" else None
    if who is not None:
        return replace(who, why=(*who.why, f"{turn.words}: whom the words are about"))
    who = turn.within(2) if turn.words in ("he", "she") else None
    if who is None or who.candidates or not _is_one_person(turn, who):
        return None
    told = gender_of(who.name) if who.kind == "person" else _gender_of_noun(noun_of(who))
    other = "she" if turn.words == "he" else "he"
    called = any(m[1] is not None and m[1].name == who.name and _pronoun(turn.view, m[0]) == other for m in turn.before)
    if called or (told and told != ("m" if turn.words == "he" else "f")):
        return None
    if turn.alone.kind == "person" and (turn.named_between() or turn.alone.candidates):
        return None
    return replace(who, why=(f"{turn.words}: who spoke before",))


def _gender_of_noun(noun: str) -> str:
    """Gives "m" or "f" for a role that tells it: "the foreman", "a spokeswoman", "his daughter"."""
    if noun.endswith("woman"):
        return "f"
    return "m" if noun.endswith("man") and noun not in ("human", "german") else gender_of("", (noun,)) if noun else ""


def _gender_called(view: View, name: str) -> str:
    """Gives "m" or "f" where the parse gives a person pronouns of one kind only."""
    called = {m.text.lower() for m in view.document.mentions if m.kind == "pronoun" and m.name == name}
    he, she = called & {"he", "him", "his", "himself"}, called & {"she", "her", "hers", "herself"}
    return "" if bool(he) == bool(she) else "m" if he else "f"


def _pronoun(view: View, draft: Draft) -> str:
    return draft.source[0].of(view.text).lower() if draft.source else ""


def _subject_of_words(turn: Turn) -> Speaker | None:
    """Gives the person with whom reported words begin: "A guard from Aln is well, he wrote"."""
    line = turn.view.lines[turn.draft.line]
    first = line.token_at(turn.draft.content[0].start)
    if (
        turn.draft.content[0].start > turn.draft.source[0].start
        or turn.draft.content[0].start < line.span.start
        or line.quoted[first]
    ):
        return None
    end = noun_phrase_end(line, first)
    noun = line.word(end - 1)
    if (
        line.tag(first) != "DT"
        or not is_person_noun(noun)
        or _gender_of_noun(noun) not in ("", "m" if turn.words == "he" else "f")
    ):
        return None
    if line.tag(end) == "IN" and noun_phrase_end(line, end + 1) > end + 1:
        end = noun_phrase_end(line, end + 1)  # "a guard | from Aln"
    return resolve(turn.view, (line.span_of(first, end),))


def _subject_before(turn: Turn) -> Speaker | None:
    """Gives whom the sentence before tells of, where nobody speaks in it: "The boy's father wept. “We had bought the shoes,” he said"."""
    own = turn.view.line_at(turn.draft.content[0].start)
    line = (
        turn.view.lines[own.index - 1]
        if own is not None and own.index and turn.draft.start < turn.draft.source[0].start
        else None
    )
    if line is None or line.kind != "body" or any(m[0].line == line.index and m[0].attributed for m in turn.before):
        return None
    start = after_dateline(line)
    end = noun_phrase_end(line, start)
    if end <= start or line.tag(start) == "PRP" or line.tag(end) not in FINITE | {",", "WP"}:
        return None
    noun = line.word(end - 1)
    person = next((m for m in turn.view.mentions_in(line.span_of(start, end)) if m.kind == "person" and m.entity), None)
    apposed = line.tokens[end + 1 : end + 2] if line.word(end) == "," else ()
    if apposed and any(
        m.kind == "person" and m.span.start == apposed[0].start for m in turn.view.mentions_in(apposed[0].span)
    ):
        end = noun_phrase_end(line, end + 1)  # "His wife, Ada Lund,"
    elif person is None and not is_person_noun(noun):
        return None
    who = resolve(turn.view, (line.span_of(start, end),))
    told = gender_of(who.name, line.words[start:end]) if who.kind == "person" else gender_of("", (noun,))
    fits = told in ("", "m" if turn.words == "he" else "f") and who.kind in ("person", "unnamed") and not who.candidates
    return who if fits and not is_plural(who) and "; " not in who.name else None


def _outer_speaker(turn: Turn) -> Speaker | None:
    """Gives the person whose sentence the one before was: after "Lund said a driver had told her that P", "she said" is Lund again."""
    if turn.last is None or turn.draft.line - turn.last[0].line > 1 or turn.named_between():
        return None
    hand = next((link for link in turn.last[2] if link.rule in ("outer phrase", "quoted by the outer speaker")), None)
    mention = (
        next((m for m in turn.view.mentions_in(hand.party) if m.kind in ("person", "role")), None) if hand else None
    )
    if hand is None or mention is None or not mention.entity:
        return None
    who = resolve(turn.view, (hand.party,))
    told = gender_of(who.name) or _gender_called(turn.view, who.name)
    return who if who.kind == "person" and told in ("", "m" if turn.words == "he" else "f") else None


def _is_one_person(turn: Turn, who: Speaker) -> bool:
    if who.kind == "person":
        return not (turn.last and is_thing(turn.view, turn.last[0], who))
    return who.kind == "unnamed" and not who.number and not is_plural(who) and noun_of(who) not in UNNAMED_BODY
