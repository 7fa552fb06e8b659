"""Set forms of reporting, one rule each: "according to X", "as X put it", "X was quoted as saying", "told by X", "in the view of X"."""

from __future__ import annotations

from firsthand.claims.cues import verb_group_start
from firsthand.claims.lexicon import FIGURE_OF_SPEECH, UNNAMED, words
from firsthand.claims.report import Report
from firsthand.claims.stretches import Range, head_of, is_noun_phrase, noun_phrase_end, phrase_end, subject_before
from firsthand.claims.view import FINITE, Line
from firsthand.text.person_nouns import is_person_noun

WITH_ADDRESSEE = words("tell inform assure remind warn notify advise reassure")
ADDRESSING = WITH_ADDRESSEE | words("ask urge order instruct request beg implore")
SHOWING = words("show film record capture catch hear air broadcast feature")
_SAID_ON = words(
    "say tell shout warn urge claim promise declare insist admit boast joke threaten order announce explain deny"
)
CLAIMS = words("claim allegation accusation assertion suggestion statement warning charge")
_FIRST = words("report reveal disclose publish write announce")
_VIEWS = words(
    "view phrase opinion words eyes telling account reckoning judgment judgement estimation version figures count tally data numbers estimate records"
)


def according_to(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "according to X", "in the words of X"."""
    if (line.word(i), line.word(i + 1)) == ("according", "to"):
        end = with_apposed_name(line, parts, i + 2, phrase_end(line, parts, i + 2))
        return (
            Report(form="according to", subject=(i + 2, end), cue=(i, i + 2), verb=i + 1, start=i, end=end)
            if end > i + 2 and line.word(i + 2) not in ("which", "whom")
            else None
        )
    if line.word(i) == "in" and line.words[i : i + 4] == ("in", "the", "words", "of"):
        end = phrase_end(line, parts, i + 4)
        return (
            Report(form="according to", subject=(i + 4, end), cue=(i, i + 4), verb=i + 2, start=i, end=end)
            if end > i + 4
            else None
        )
    return None


def in_the_view_of(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "in the view of X", "by X's own account", "in X's telling", "per X": whose words the clause beside it are."""
    if line.word(i) == "per" and line.tag(i + 1) in ("DT", "NNP", "NNPS"):
        end = phrase_end(line, parts, i + 1)
        return (
            Report(form="according to", subject=(i + 1, end), cue=(i, i + 1), verb=i, start=i, end=end)
            if end > i + 1
            else None
        )
    if line.word(i) not in ("in", "by", "on") or (i and line.word(i - 1) not in (",", ";", "and", "but")):
        return None
    noun = next((k for k in range(i + 1, min(i + 9, len(line.tokens))) if line.word(k) in _VIEWS), None)
    if noun is None or not all(line.tag(k).startswith(("DT", "JJ", "PRP", "NN", "POS")) for k in range(i + 1, noun)):
        return None
    if line.word(noun + 1) == "of":
        end = phrase_end(line, parts, noun + 2)
        if end > noun + 2 and line.lemma(head_of(line, (noun + 2, end))) not in FIGURE_OF_SPEECH:
            return Report(form="according to", subject=(noun + 2, end), cue=(i, noun + 2), verb=noun, start=i, end=end)
        return None
    if (
        line.tag(i + 1) == "PRP$" and line.word(noun + 1) == "," and line.tag(noun + 2).startswith(("NNP", "PRP", "DT"))
    ):  # "By her own account, Ada Lund …"
        end = noun_phrase_end(line, noun + 2)
        return (
            Report(form="according to", subject=(noun + 2, end), cue=(i, noun + 1), verb=noun, start=i, end=noun + 1)
            if end > noun + 2
            else None
        )
    owner = next((k for k in range(i + 1, noun) if line.tag(k) == "POS"), None)
    if owner is not None and owner > i + 1 and noun - owner <= 2:
        return Report(
            form="according to", subject=(i + 1, owner), cue=(owner, noun + 1), verb=noun, start=i, end=noun + 1
        )
    return None


def told_by(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "the court was told by Lund that P", "people are urged by the mayor to P": the passive names the speaker behind "by"."""
    if (
        line.lemma(i) not in ADDRESSING
        or line.tag(i) != "VBN"
        or not any(line.lemma(k) == "be" for k in range(max(i - 3, 0), i))
    ):
        return None
    by = next((k for k in range(i + 1, min(i + 6, len(line.tokens))) if line.word(k) == "by"), None)
    if by is None or any(line.tokens[k].text == "," or line.word(k) in ("that", "to") for k in range(i, by)):
        return None
    end = with_apposed_name(line, parts, by + 1, noun_phrase_end(line, by + 1))
    apposed = next((p for p in parts if p[0] == end + 1 and line.word(end) == ","), None)
    if (
        apposed
        and line.word(by + 1) in ("the", "its", "his", "her", "their")
        and all(line.tag(k).startswith("NNP") or line.word(k) == "." for k in range(*apposed))
    ):
        end = phrase_end(line, parts, apposed[0])
    after = next((k for k in range(end, min(end + 4, len(line.tokens))) if line.word(k) in ("that", "to", "not")), None)
    group = verb_group_start(line, i)
    told = subject_before(line, parts, group)
    if end <= by + 1:
        return None
    while after is None and line.tag(end) == "IN" and noun_phrase_end(line, end + 1) > end + 1:
        end = noun_phrase_end(line, end + 1)  # "by a nurse | in Aln"
    if after is None:  # "P, the charity was told by Lund."
        closes = told is not None and line.word(told[0] - 1) == "," and line.word(end) in (".", "")
        return (
            Report(
                form="before", subject=(by + 1, end), cue=(group, i + 1), verb=i, start=told[0], end=end, addressee=told
            )
            if closes and told is not None
            else None
        )
    return Report(
        form="before", subject=(by + 1, end), cue=(group, i + 1), verb=i, start=group, end=after, addressee=told
    )


def word_from(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "Word from the palace is that P", "the message of the mayor was that P"."""
    if (
        i > 1
        or line.word(i) not in ("word", "view", "message", "line", "verdict", "argument", "advice")
        or line.word(i + 1) not in ("from", "of")
    ):
        return None
    end = noun_phrase_end(line, i + 2)
    if end <= i + 2 or line.lemma(end) != "be" or line.word(end + 1) not in ("that", "to"):
        return None
    return Report(form="before", subject=(i + 2, end), cue=(end, end + 1), verb=end, start=0, end=end + 1)


def learned_from(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "The Post has learned from two aides that P": the aides speak through the Post."""
    if (
        line.lemma(i) not in ("learn", "hear", "understand")
        or line.word(i + 1) != "from"
        or not line.tag(i).startswith("VB")
    ):
        return None
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    that = next((k for k in range(i + 3, min(i + 12, len(line.tokens))) if line.word(k) == "that"), None)
    if subject is None or that is None or not is_noun_phrase(line, (i + 2, that)):
        return None
    return Report(
        form="before", subject=(i + 2, that), cue=(group, i + 2), verb=i, start=subject[0], end=that, through=subject
    )


def as_by(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "as reported by X", "as X put it"."""
    if line.word(i) != "as":
        return None
    put = next((k for k in range(i + 2, min(i + 9, len(line.tokens))) if line.lemma(k) == "put"), 0)
    if put and line.word(put + 1) == "it" and noun_phrase_end(line, i + 1) in (put, put - 1):
        return Report(
            form="as by",
            subject=(i + 1, noun_phrase_end(line, i + 1)),
            cue=(i, put + 2),
            verb=put,
            start=i,
            end=put + 2,
        )
    verb = i + 1 + (line.tag(i + 1) == "RB")  # "as first reported by"
    if line.tag(verb) in ("VBN", "VBD") and line.word(verb + 1) == "by" and line.lemma(verb) != "illustrate":
        end = phrase_end(line, parts, verb + 2)
        if end > verb + 2:
            return Report(form="as by", subject=(verb + 2, end), cue=(i, verb + 2), verb=verb, start=i, end=end)
    return None


def first_to_report(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "P, X was the first to report"."""
    if line.words[i : i + 3] != ("the", "first", "to") or line.lemma(i + 3) not in _FIRST or line.lemma(i - 1) != "be":
        return None
    subject = subject_before(line, parts, i - 1)
    if subject is None or line.tokens[min(i + 4, len(line.tokens) - 1)].text not in (".", ","):
        return None
    return Report(form="before", subject=subject, cue=(i - 1, i + 4), verb=i + 3, start=subject[0], end=i + 4)


def heard_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X is heard to say", "X can be heard saying": the speaker on a recording."""
    if line.lemma(i) not in ("hear", "see", "record", "film") or line.tag(i) != "VBN" or line.lemma(i - 1) != "be":
        return None
    verb = i + 1 + (line.word(i + 1) == "to")
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    if subject is None or line.lemma(verb) not in ("say", "tell", "shout", "ask", "order"):
        return None
    return Report(form="before", subject=subject, cue=(group, verb + 1), verb=verb, start=subject[0], end=verb + 1)


def claim_by(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "a claim by X that P": P is X's statement, whatever is done with it."""
    if line.lemma(i) not in CLAIMS or not line.tag(i).startswith("NN") or line.word(i + 1) not in ("by", "from"):
        return None
    end = noun_phrase_end(line, i + 2)
    if end == i + 2 or line.word(end) != "that":
        return None
    return Report(form="noun", subject=(i + 2, end), cue=(i, i + 1), verb=i, start=i, end=end)


def cited_who_said(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X cited the keeper, who said P": the keeper speaks through X."""
    if line.lemma(i) not in ("cite", "quote") or line.tag(i) not in FINITE:
        return None
    subject = subject_before(line, parts, verb_group_start(line, i))
    who = next((k for k in range(i + 2, min(i + 16, len(line.tokens) - 1)) if line.word(k) in ("who", "which")), None)
    if subject is None or who is None or line.lemma(who + 1) not in ("say", "tell") or line.quoted[who]:
        return None
    end = who - (line.tokens[who - 1].text == ",")
    return Report(
        form="before", subject=(i + 1, end), cue=(who + 1, who + 2), verb=who + 1, start=subject[0], end=who + 2, through=subject
    )  # fmt: skip


def shown_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "The station showed the minister, Ada Lund, telling miners that P", "footage shows a guard saying P": who is shown speaks through who shows."""
    if line.lemma(i) not in SHOWING or line.tag(i) not in FINITE:
        return None
    subject = subject_before(line, parts, verb_group_start(line, i))
    verb = next(
        (k for k in range(i + 2, min(i + 16, len(line.tokens))) if line.tag(k) == "VBG" and line.lemma(k) in _SAID_ON),
        0,
    )
    if (
        subject is None
        or not verb
        or line.word(verb - 1) in ("and", "while", "when", "or")
        or line.quoted[i + 1]
        or any(line.tag(k) in FINITE for k in range(i + 1, verb))
    ):
        return None
    shown = (i + 1, verb - (line.word(verb - 1) == ","))
    if not is_noun_phrase(line, (i + 1, noun_phrase_end(line, i + 1))) or line.word(i + 1) in ("that", "how"):
        return None
    told = line.lemma(verb) in WITH_ADDRESSEE
    end = noun_phrase_end(line, verb + 1) if told else verb + 1
    while told and line.tag(end) == "IN" and line.word(end) != "that" and noun_phrase_end(line, end + 1) > end + 1:
        end = noun_phrase_end(line, end + 1)  # "telling miners in Aln that"
    return Report(
        form="before", subject=shown, cue=(verb, verb + 1), verb=verb, start=subject[0], end=end, through=subject
    )


def quoted_as_saying(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "X was quoted (by OUTLET) as saying": the passive names the speaker first. "OUTLET quoted X as saying": X speaks through it."""
    mistagged = line.tag(i) == "NNS" and line.tag(i - 1).startswith("NNP") and line.tag(i + 1) in ("DT", "NNP")
    if line.lemma(i) not in ("quote", "cite") or not (line.tag(i) in ("VBN", "VBD", "VBZ", "VBP") or mistagged):
        return None
    effect = next(
        (
            k
            for k in range(i + 2, min(i + 16, len(line.tokens) - 4))
            if line.words[k : k + 4] == ("to", "the", "effect", "that")
        ),
        0,
    )
    if effect and (subject := subject_before(line, parts, verb_group_start(line, i))) is not None:
        return Report(
            form="before",
            subject=(i + 1, effect),
            cue=(effect, effect + 3),
            verb=i,
            start=subject[0],
            end=effect + 3,
            through=subject,
        )
    as_ = next((k for k in range(i + 1, min(i + 16, len(line.tokens))) if line.word(k) == "as"), 0)
    if not as_ or line.tag(as_ + 1) != "VBG" or any(line.tokens[k].text == ";" for k in range(i, as_)):
        return None
    group = verb_group_start(line, i)
    subject = subject_before(line, parts, group)
    if subject is None:
        return None
    if any(line.lemma(k) == "be" for k in range(group, i)):
        if as_ != i + 1 and line.word(i + 1) != "by":
            return None
        return Report(form="before", subject=subject, cue=(group, i + 1), verb=as_ + 1, start=subject[0], end=as_ + 2)
    quoted = (i + 1, as_)
    if as_ == i + 1 or not is_noun_phrase(line, (i + 1, noun_phrase_end(line, i + 1))):
        return None
    return Report(
        form="before", subject=quoted, cue=(as_, as_ + 2), verb=as_ + 1, start=subject[0], end=as_ + 2, through=subject
    )


def for_somebody(line: Line, parts: list[Range], i: int, _: list[Report]) -> Report | None:
    """ "For X, the port is "a sieve"": the quotation marks say that the view is X's own."""
    if (
        i != 0
        or line.word(0) != "for"
        or len(parts) < 2
        or not any(line.quoted)
        or not any(line.tag(k).startswith("NNP") for k in range(*parts[0]))
    ):
        return None
    return Report(form="according to", subject=(1, parts[0][1]), cue=(0, 1), verb=0, start=0, end=parts[0][1])


def with_apposed_name(line: Line, parts: list[Range], start: int, end: int) -> int:
    """Gives the end of a source with the name after its comma: "the country's farm minister, Ada Lund"; only an office takes one."""
    if (
        end <= start
        or line.word(end) != ","
        or not (line.lemma(end - 1) in UNNAMED or is_person_noun(line.lemma(end - 1)))
        or line.tag(end - 1).startswith("NNP")
    ):
        return end
    following = next((p for p in parts if p[0] == end + 1), None)
    if following is None or not all(line.tag(k).startswith("NNP") or line.word(k) == "." for k in range(*following)):
        return end
    return phrase_end(line, parts, following[0])
