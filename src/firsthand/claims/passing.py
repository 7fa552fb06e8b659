"""Clauses that tell what was done with words: "She read it to the Herald, which ran it", "in a post that the mission shared and Aln Radio translated".

A clause of passing on has a verb of handling (publish, read, hand, copy, …), the words as its object (a letter, her warning, "it") and hands:
its subject, and whom it was handed to. Each clause gives its hands in the order the words took; what was said stands elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.claims.cues import verb_group_start
from firsthand.claims.draft import Link
from firsthand.claims.givers import can_speak
from firsthand.claims.lexicon import DOCUMENT, VENUE, WORDS_NOUN, words
from firsthand.claims.parties import is_party, party_at
from firsthand.claims.stretches import Range, is_noun_phrase, noun_phrase_end, segments, subject_before
from firsthand.claims.view import FINITE, Line, View
from firsthand.text.person_nouns import is_person_noun

# What is done only with words: "it" after these is what was said.
_WORDED = words(
    """publish print reprint republish broadcast air translate subtitle transcribe repost retweet copy relay phone telephone wire cable
    screenshot tell repeat dictate reproduce summarise summarize paraphrase read leak circulate"""
)
# What is also done with things: the object must be called words, or a paper must have been named.
_HANDLED = words(
    """quote report run carry post obtain collect gather release distribute forward share record film give pass hand send bring show play get
    receive take pick write upload supply submit put smuggle deliver email fax sell find save keep"""
)
# What is done to bring words to somebody: without him nothing is passed on.
_TO_SOMEBODY = words(
    "give pass hand send bring tell show submit supply deliver dictate email fax put write get take report receive sell phone telephone wire keep"
)
_ONWARD = _TO_SOMEBODY - words("put write get take report receive keep") | words(
    "read forward relay leak share play smuggle repeat"
)
_PARTICLES = words("on out over down up aloud along back online through")
_PRONOUNS = words("it them this that")
_CALLED_WORDS = (
    DOCUMENT | WORDS_NOUN | (VENUE - {"call", "talk", "answer"}) | words(
        """joke quote quotation sentence screenshot copy copies note voicemail tape cassette testimony details photograph lines text verse word
        tip rumour answer reply plea appeal list ledger notebook diary words translation sermon"""
    )
)  # fmt: skip
_COPIES = words("copy screenshot photograph recording translation transcript")
_OF_OUTLETS = words("report carry run quote")
_INTERPRETS = words("translate interpret")
_ASIDE = words("aloud later first then also promptly once yesterday today again in full")


@dataclass(frozen=True, slots=True)
class Passed:
    """Hands that a clause names, in order: their ranges, the clause's words, whether it tells of a time before the words came on ("had collected")."""

    hands: tuple[Range, ...]
    clause: Range
    early: bool
    bare: bool  # the object is a mere pronoun after a verb that things are handled by, too
    beside: bool  # the clause hangs on a noun of its sentence: "a post that the mission shared"
    owner: int | None  # the token of "her" in "her warning"
    paper: str = ""  # the noun of "the footage", which must be one that was spoken of


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb of handling with its subject and the end of its object, which are words; `gap` where those stand before a relative."""

    verb: int
    group: int
    subject: Range | None
    gap: int | None
    end: int


def passings(view: View, line: Line) -> list[Passed]:
    """Gives the clauses of a sentence that tell what was done with words, in text order."""
    found: list[Passed] = []
    before: Clause | None = None
    for i in range(len(line.tokens)):
        clause = _clause(line, i, before) if not line.quoted[i] else None
        passed = _passed(view, line, clause, known=any(not p.bare for p in found)) if clause is not None else None
        before = clause or before
        if passed is not None:
            found.append(passed)
    return found


def links_of_passing(line: Line, passed: Passed) -> tuple[Link, ...]:
    """Gives the links of a clause."""
    said = (line.span_of(*passed.clause),)
    return tuple(
        Link(party=line.span_of(*hand), kind="relays", words=said, rule="what was done with the words")
        for hand in passed.hands
    )


# --- the clause -----------------------------------------------------------------------------------------------------


def _clause(line: Line, i: int, before: Clause | None) -> Clause | None:
    """Gives the clause whose verb stands here, None where nothing is done with words."""
    verb = _verb(line, i)
    if verb not in _WORDED | _HANDLED | {"have"} or not line.tag(i).startswith("VB"):
        return None
    goes_on = before is not None and _goes_on(line, before, i)  # "wrote it down and | read it out"
    if line.tag(i) in ("VB", "VBG") and not goes_on:
        return None
    if verb == "have" and not (line.word(i + 1) in _PRONOUNS and line.word(i + 2) == "from"):
        return None
    group = verb_group_start(line, i)
    subject = before.subject if before is not None and goes_on else _subject(line, segments(line), group)
    gap = before.gap if before is not None and goes_on and _object(line, i) is None else _gap(line, subject, i)
    negated = any(line.word(k) in ("not", "n't", "never") for k in range(group, i))
    passive = any(line.lemma(k) == "be" for k in range(group, i)) or (
        line.tag(i) == "VBN" and group == i and gap is None
    )
    if negated or (passive and not goes_on):
        return None  # the passive names its hand behind "by"
    end = _object(line, i)
    if end is None and verb in _INTERPRETS and line.word(i + 1) == ".":
        end = i + 1  # "Her sister Ada translated."
    if gap is None and (end is None or line.word(end) == "that"):
        return None  # "told the paper that …" is a statement
    return Clause(i, group, subject, gap, end if end is not None else i + 1)


def _goes_on(line: Line, before: Clause, i: int) -> bool:
    """Says whether a verb shares the subject of the clause before: nothing but "and" and an adverb stands before it."""
    k = i - 1
    while line.tag(k) == "RB":
        k -= 1
    between = range(before.end, k)
    return (
        line.word(k) == "and"
        and before.end <= k
        and not any(line.tag(n) in FINITE or line.tokens[n].text in (",", ";") for n in between)
    )


def _passed(view: View, line: Line, clause: Clause, *, known: bool) -> Passed | None:
    """Gives the hands of a clause; `known` says that a clause before it told of the words, so that "it" means them."""
    i, own, end = clause.verb, clause.subject, clause.end
    verb = _verb(line, i)
    to, whence = _recipient(view, line, i, end), _from(view, line, i, end)
    copied = any(line.lemma(k) in _COPIES for k in range(i + 1, end)) or {"down", "over"} & {
        line.word(k) for k in range(i + 1, end)
    }
    told_on = verb in _OF_OUTLETS and own is not None and _is_outlet(view, line, own)
    if to is None and whence is None and not (clause.gap is not None or copied or told_on) and verb in _TO_SOMEBODY:
        return None  # "gave it a month", "as she tells it"
    giver = own if own is not None and _is_hand(view, line, own) else None
    hands = tuple(h for h in (whence, giver, to, _aired(view, line, i, end)) if h is not None)
    if not hands:
        return None
    sure = verb in _WORDED or clause.gap is not None or known or told_on
    stop = max(end, to[1] if to else 0)
    while line.word(stop) in _ASIDE | _PARTICLES:
        stop += 1
    return Passed(
        hands=hands,
        clause=(min(own[0] if own else clause.group, i), max(stop, i + 1)),
        early=line.word(clause.group) == "had" and line.tag(i) == "VBN",
        bare=line.word(i + 1) in _PRONOUNS and not sure,
        beside=clause.gap is not None or line.word(clause.group - 1) in ("which", "who"),
        owner=i + 1 if line.tag(i + 1) == "PRP$" else None,
        paper=_paper(line, i) if clause.gap is None else line.lemma(clause.gap),
    )


def _paper(line: Line, i: int) -> str:
    """Gives the noun of an object like "the footage", "" for words as such ("the warning") and for what has no article."""
    k = i + 1
    while line.word(k) in _PARTICLES:
        k += 1  # "read | out | the letter"
    if line.word(k) not in ("the", "this", "that"):
        return ""
    noun = line.lemma(noun_phrase_end(line, k) - 1)
    return noun if noun in (DOCUMENT | _KEPT) - _AS_SUCH else ""


# What may be another's, or none of words: a judge reads out the sentence, a thief sells the tape.
_KEPT = words("tape cassette voicemail list ledger notebook diary sentence verse photograph")
_AS_SUCH = words(
    "statement remark comment message post text words verdict account tweet interview speech testimony complaint"
)


def _is_outlet(view: View, line: Line, own: Range) -> bool:
    """Says whether a name before "reported it" can be an outlet's: no person is called so in the article."""
    persons = any(m.kind == "person" and " " in m.name for m in view.mentions_in(line.span_of(*own)))
    return line.tag(own[1] - 1).startswith("NNP") and is_party(view, line, own) and not persons


def _verb(line: Line, i: int) -> str:
    """Gives the lemma of a verb; "reposte" and the like are what the lemmatizer makes of forms it does not know."""
    lemma = line.lemma(i)
    return lemma if lemma in _WORDED | _HANDLED or lemma[-1:] != "e" else lemma[:-1]


def _gap(line: Line, subject: Range | None, verb: int) -> int | None:
    """Gives the noun that is the verb's object where it stands before its relative: "a | post | that the mission shared and Aln Radio translated"."""
    if subject is None:
        return None
    k = subject[0] - 1
    if line.word(k) == "and" and line.tag(k - 1).startswith("VB"):
        k = next((n for n in range(k - 1, 0, -1) if line.word(n) in ("that", "which")), 0)
    owned = next((n for n in range(k, max(k - 4, 0), -1) if line.word(n) == "whose"), 0)
    if owned:  # "a board, whose final report | the Herald has seen"
        named = all(line.tag(n).startswith(("NN", "JJ")) for n in range(owned + 1, k + 1))
        return k if named and line.lemma(k) in _CALLED_WORDS else None
    if (
        k > 0
        and line.lemma(k) in _CALLED_WORDS
        and line.tag(k) in ("NN", "NNS")
        and line.tag(subject[0]) in ("DT", "NNP", "PRP$")
    ):
        return (
            k if line.word(verb + 1) in (".", ",", "", "to", "on", "in") else None
        )  # "a transcript | the regulator published"
    if k <= 0 or line.word(k) not in ("that", "which"):
        return None
    n = k - 1
    while n > 0 and line.tokens[n].text == ",":
        n -= 1
    is_noun = line.tag(n).startswith("NN")  # not "reported | that he had told"
    return n if is_noun and line.lemma(n) in _CALLED_WORDS else None


def _subject(line: Line, parts: list[Range], group: int) -> Range | None:
    """Gives who handles the words: the noun phrase before the verb, or the one before "which" or "who"."""
    k = group - 1
    while k > 0 and line.tag(k) == "RB":
        k -= 1
    if line.word(k) in ("which", "who") and line.tag(k).startswith("W"):
        end = k
        while end > 0 and line.tokens[end - 1].text in (",", "—", "–"):
            end -= 1
        return _phrase_before(line, end)
    while line.tag(group - 1) == "RB":
        group -= 1
    found = subject_before(line, parts, group)
    if found is not None and line.word(found[0]) == "whose":
        noun = next((k for k in range(found[1] - 2, found[0], -1) if line.lemma(k) in _CALLED_WORDS), None)
        return (noun + 1, found[1]) if noun is not None else None
    relative = next(
        (
            n
            for n in range(group - 1, max(group - 10, -1), -1)
            if line.tag(n) in FINITE or line.word(n) in ("that", "which")
        ),
        0,
    )
    if (
        relative
        and relative + 1 < group
        and line.word(relative) in ("that", "which")
        and is_noun_phrase(line, (relative + 1, group))
        and not any(line.tokens[n].text == "," or line.tag(n) == "VBN" for n in range(relative + 1, group))
    ):
        return relative + 1, group  # "a post that | the Norland mission in Aln | shared"
    return found


def _phrase_before(line: Line, end: int) -> Range | None:
    """Gives the noun phrase that ends here, with its name or role in apposition: "the district judge, Ada Lund"."""
    start = _start_of(line, end)
    if start is None:
        return None
    comma = start - 1
    named = all(line.tag(k).startswith("NNP") for k in range(start, end))
    if named and comma > 0 and line.tokens[comma].text == "," and is_person_noun(line.word(comma - 1)):
        role = _start_of(line, comma)
        if role is not None:
            return role, end
    return start, end


def _start_of(line: Line, end: int) -> int | None:
    k = end
    while (
        k > 0
        and not line.quoted[k - 1]
        and (
            line.tag(k - 1).startswith(("NN", "JJ", "POS", "HYPH", "CD", "DT", "PRP$", "FW", "ADD"))
            or line.word(k - 1) == "of"
            or (line.tokens[k - 1].text[:1].isupper() and line.tag(k - 1) not in ("IN", "TO"))
        )
    ):
        k -= 1
        if line.tag(k) in ("DT", "PRP$") and line.word(k - 1) != "of":
            break
    while k < end and line.word(k) == "of":
        k += 1
    return k if k < end else None


def _object(line: Line, i: int) -> int | None:
    """Gives the end of the object where it is words: "it", "the letter", "her warning"; None where it is something else."""
    k = i + 1
    while line.word(k) in _PARTICLES:
        k += 1
    if (
        line.word(k) in _PRONOUNS
        and line.tag(k) in ("PRP", "DT")
        and not line.tag(k + 1).startswith(("NN", "JJ", "VB", "MD"))
    ):
        k += 1
    elif line.tag(k) in ("DT", "PRP$", "PDT") and not line.quoted[min(k, len(line.tokens) - 1)]:
        end = noun_phrase_end(line, k)
        if line.word(k) in ("a", "an") and line.lemma(end - 1) not in _COPIES:
            return None  # "published a letter": other words than those before
        while end > k + 1 and line.word(end - 1) in _PARTICLES:
            end -= 1
        if end <= k + 1 or line.lemma(end - 1) not in _CALLED_WORDS | {"it"} or line.tag(end - 1).startswith("NNP"):
            return None
        k = end
    else:
        return None
    while line.word(k) in _PARTICLES and not (
        line.word(k) == "on"
        and (line.tag(k + 1) in ("DT", "PRP$") or line.tokens[min(k + 1, len(line.tokens) - 1)].text[:1].isupper())
    ):
        k += 1
    return k


def _recipient(view: View, line: Line, i: int, end: int) -> Range | None:
    """Gives whom the words were handed to: "to the district judge, Ada Lund"."""
    if _verb(line, i) not in _ONWARD | {"copy", "write", "report"}:
        return None
    to = next((k for k in range(end, min(end + 3, len(line.tokens))) if line.word(k) in ("to", "with", "for")), None)
    if to is None or any(line.tokens[k].text in (",", ".") for k in range(end, to)):
        return None
    if line.word(to) == "for" and _verb(line, i) not in ("copy", "write"):
        return None
    if line.word(to) == "with" and _verb(line, i) != "share":
        return None
    return _party(view, line, to + 1)


def _aired(view: View, line: Line, i: int, end: int) -> Range | None:
    """Gives the station on which the words were read or played: "read it aloud on Radio Aln"."""
    if line.word(end) != "on" or _verb(line, i) not in ("read", "play", "show", "repeat", "tell"):
        return None
    found = party_at(view, line, end + 1)
    named = found is not None and any(m.kind in ("outlet", "body") for m in view.mentions_in(line.span_of(*found)))
    return found if named else None


def _from(view: View, line: Line, i: int, end: int) -> Range | None:
    """Gives who had the words before: "which had it from a shareholder", "obtained them from a clerk"."""
    if line.word(end) != "from" or _verb(line, i) not in ("have", "get", "obtain", "receive", "take", "copy"):
        return None
    return _party(view, line, end + 1)


def _party(view: View, line: Line, start: int) -> Range | None:
    """Gives an outlet, a body or a person that a noun phrase names, its apposed name taken in; None for an audience."""
    found = party_at(view, line, start, persons=True)
    end = found[1] if found else noun_phrase_end(line, start)
    if end <= start:
        return None
    if found is None and not (is_person_noun(line.word(end - 1)) and _one(line, (start, end))):
        return None
    if line.word(end) == "," and line.tag(end + 1).startswith("NNP") and is_person_noun(line.word(end - 1)):
        end = noun_phrase_end(line, end + 1)
    return start, end


def _one(line: Line, phrase: Range) -> bool:
    """Says whether a noun phrase is one person: "a guard", "the bishop"; an audience is several."""
    return line.tag(phrase[1] - 1) in ("NN", "NNP") and line.tag(phrase[0]) in ("DT", "PRP$")


def _is_hand(view: View, line: Line, subject: Range) -> bool:
    if line.tag(subject[0]) == "PRP":
        return subject[1] - subject[0] == 1
    head = line.tokens[subject[0] : subject[1]]
    if any(t.tag in FINITE for t in head) or not is_noun_phrase(line, subject):
        return False
    named = any(t.text[:1].isupper() and t.tag.startswith("NNP") for t in head)
    comma = next((k for k in range(*subject) if line.tokens[k].text == ","), subject[1])
    noun = line.word(comma - 1)
    return (
        is_party(view, line, (subject[0], comma), persons=True)
        or named
        or is_person_noun(noun.removesuffix("s"))
        or can_speak(view, line, (subject[0], comma))
    )
