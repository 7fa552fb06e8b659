"""Which verbs of a sentence report: verbs of saying and thinking in a form that can, also where the tagger took them for another word."""

from __future__ import annotations

from firsthand.claims.lexicon import DOCUMENT, REFUSAL, SPEECH, STANCE, UNNAMED, words
from firsthand.claims.stretches import NOMINATIVE
from firsthand.claims.view import FINITE, Line

_AUXILIARIES = words(
    "be have do will would can could may might shall should must is are was were been has had does did 's 've 'd wo ca"
)
_PHRASAL = {
    "rule": ("out",), "let": ("slip",), "shoot": ("back",), "hit": ("back", "out"), "fire": ("back",), "laugh": ("off",),
    "brush": ("off", "aside"), "play": ("down",), "wave": ("away", "off"), "shrug": ("off",), "speak": ("of",), "call": ("for",),
    "point": ("out",), "go": ("public",), "back": ("away",),
}  # fmt: skip
_REPORTING = SPEECH | STANCE
_REFUSING = words(
    "reach contact return decline refuse make give issue offer have hang name identify mention interview want wish agree"
)
_FORMS = frozenset(verb + end for verb in _REPORTING for end in ("", "ed", "d", "s", "es"))
# The words and lemmas at which a cue may stand: all others are passed over.
CUES = _REPORTING | _FORMS | _REFUSING | frozenset(_PHRASAL) | {"forecast", "drawn", "continue"}
_PUTS_UP = words("up off on down")
_WILLING = words("want wish agree")
_CLOSING = words("show shows suggest suggests say says claim claims report reports state states")


def is_cue(line: Line, i: int) -> bool:
    """Says whether the token is a verb of saying or thinking in a form that can report."""
    if line.word(i) == "forecast" and line.tag(i - 1).startswith("NNP") and line.word(i + 1) in ("", ".", ","):
        return True  # the taggers take the verb at the end of a sentence for the noun
    if line.lemma(i) == "fear" and line.tag(i + 1) in ("JJ", "VBN", "VBG") and line.kind == "headline":
        return False  # "Child feared missing"
    if line.lemma(i) == "put" and line.word(i + 1) in _PUTS_UP:
        return False  # "put up with it"
    if not (is_known(line, i) or is_phrasal(line, i) or is_refusing(line, i)):
        return False
    if _mistagged(line, i) or (line.tag(i) == "VB" and _is_yet_to(line, i)):
        return True
    if not line.tag(i).startswith("VB") or (line.word(i) == "asked" and line.word(i + 1) == "not"):
        return False
    aux = aux_before(line, i)
    if (
        aux is not None
        and line.lemma(aux) == "have"
        and aux_before(line, aux) is not None
        and line.tag(aux_before(line, aux) or 0) == "MD"
    ):
        return is_refused(line, verb_group_start(line, i), i)
    if line.tag(i) == "VB" and aux is None:
        return line.tag(i - 1).startswith("NN") and line.word(i - 1) not in _AUXILIARIES
    if aux is not None and (line.tag(aux) == "MD" or is_refusing(line, i)):
        return is_refused(line, verb_group_start(line, i), i)
    if line.tag(i) == "VBN":
        return line.lemma(aux) == "have" if aux is not None else _stands_for_past(line, i)
    return line.word(i - 1) not in ("to", "of", "for", "by", "without", "from", "in", "on") or line.tag(i) != "VBG"


def _is_yet_to(line: Line, i: int) -> bool:
    """Says whether a verb stands in "has yet to confirm"."""
    return line.word(i - 1) == "to" and line.word(i - 2) == "yet" and line.lemma(i - 3) == "have"


def is_known(line: Line, i: int) -> bool:
    """Says whether the word is a form of a verb of saying or thinking, also where the tagger gave it no verb's lemma."""
    return verb_lemma(line, i) in SPEECH or line.lemma(i) in STANCE or _goes_on(line, i)


def _goes_on(line: Line, i: int) -> bool:
    """Says whether somebody goes on speaking: "…, the message goes on", "the letter continues:", "…, he went on", "…, Lund continued."."""
    goes = line.lemma(i) == "continue" or (line.lemma(i) == "go" and line.word(i + 1) == "on")
    after = i + 1 + (line.lemma(i) == "go")
    if not goes or line.word(after) not in (".", ",", ":", ""):
        return False
    start = i
    while start > 0 and (line.tag(start - 1).startswith("NNP") or line.word(start - 1) in NOMINATIVE):
        start -= 1
    put_in = 0 < start < i and (line.tokens[start - 1].text == "," or line.quoted[start - 1])
    return put_in or line.lemma(i - 1) in DOCUMENT


def verb_lemma(line: Line, i: int) -> str:
    """Gives the lemma of a verb; a form that was tagged as another word is cut by hand."""
    lemma, word = line.lemma(i), line.word(i)
    if lemma in _REPORTING or word not in _FORMS or line.tag(i).startswith("VB"):
        return lemma
    return next(guess for end in ("ed", "d", "s", "es") if (guess := word.removesuffix(end)) in _REPORTING)


def _mistagged(line: Line, i: int) -> bool:
    """Says whether a reporting verb was taken for a noun or adjective: after a quotation, or closing the sentence after a name."""
    word, tag = line.word(i), line.tag(i)
    if (
        tag in ("JJ", "NN", "VBN")
        and word.endswith("ed")
        and i > 0
        and line.quoted[i - 1]
        and line.tag(i + 1).startswith(("NN", "DT", "PRP", "JJ"))
    ):
        return True
    if tag == "NNS" and line.tag(i - 1).startswith("NNP") and line.tokens[i + 1 : i + 2] and line.word(i + 1) == ".":
        return True
    if (
        tag.startswith("NN")
        and word in _CLOSING
        and line.word(i + 1) in (".", "")
        and any(line.word(k) == "," for k in range(i))
    ):
        comma = max(k for k in range(i) if line.word(k) == ",")
        known = any(line.lemma(k) in DOCUMENT | UNNAMED | {"figure"} for k in range(comma, i)) or line.tag(
            comma + 1
        ) in (
            "DT",
            "PRP$",
        )
        return known and i - comma >= 3 and not any(line.tag(k) in FINITE for k in range(comma, i))
    return (
        tag == "NN"
        and i > 0
        and line.tag(i - 1) in ("NNS", "NNPS")
        and i == 1
        and line.tag(i + 1) in ("DT", "IN", "PRP")
    )


def _stands_for_past(line: Line, i: int) -> bool:
    """Says whether a form tagged as a participle must be the past tense: after a quotation, or between a name and the end of its stretch."""
    if i > 0 and (line.quoted[i - 1] or line.word(i - 1) in ("shot", "hit")):
        return True
    if line.word(i - 1) == "," and (not any(t.tag in FINITE for t in line.tokens) or _closes_after_apposition(line, i)):
        return True
    if line.word(i - 1) in ("named", "identified", "quoted") and line.word(i - 2) == "be":
        return line.word(i + 1) not in ("by", "in", "as", "")  # "who would not be named wrote …"
    return (
        line.tag(i - 1).startswith("NN")
        and line.word(i + 1) in (".", ",", "in", "on", "that", "")
        and line.word(i + 2) != "by"
    )


def _closes_after_apposition(line: Line, i: int) -> bool:
    """Says whether a form closes the sentence after a name and its apposition: "…, Infonor, a state agency, reported on Tuesday."."""
    if line.word(i + 1) not in ("on", "in", "late", "earlier", "to", ".") and not line.tag(i + 1).startswith("NNP"):
        return False
    commas = [k for k in range(i) if line.tokens[k].text == "," and not line.quoted[k]]
    if len(commas) < 3 or any(line.tag(k) in FINITE for k in range(commas[-3], i)):
        return False
    if any(line.tokens[k].text == "," for k in range(i, len(line.tokens))):
        return False
    named = line.tag(commas[-2] - 1).startswith("NNP") and line.tag(commas[-3] + 1) in ("NNP", "NNPS", "DT")
    holder = line.tag(commas[-3] + 1) in ("DT", "PRP$") and all(
        line.tag(k).startswith("NNP") for k in range(commas[-2] + 1, commas[-1])
    )  # "their pilot, Ada Lund, radioed"
    return (named and line.tag(commas[-2] + 1) == "DT") or holder


def is_phrasal(line: Line, i: int) -> bool:
    return line.word(i + 1) in _PHRASAL.get(line.lemma(i), ())


def is_refusing(line: Line, i: int) -> bool:
    """Says whether the verb refuses words: "declined to comment", "hung up"."""
    if line.lemma(i) not in _REFUSING and line.word(i) != "drawn":
        return False
    if line.lemma(i) in ("reach", "contact") and line.tag(i) == "VBN" and line.word(i - 1) == "be":
        return any(line.word(k) in ("not", "n't") for k in range(max(0, i - 4), i))
    if line.word(i) == "drawn" and line.word(i - 1) == "be":
        return any(line.word(k) in ("not", "n't") for k in range(max(0, i - 3), i))
    if line.lemma(i) == "return" and {line.word(i + 1), line.word(i + 2)} & {"calls", "requests", "messages"}:
        return any(line.word(k) in ("not", "n't") for k in range(max(0, i - 3), i))
    if line.lemma(i) in ("decline", "refuse"):
        speech = line.lemma(i) == "decline" or line.lemma(i + 2) in REFUSAL | {
            "accept",
            "answer",
            "give",
            "provide",
            "name",
            "put",
            "take",
        }
        return line.word(i + 1) in ("comment", "further", "requests") or (line.word(i + 1) == "to" and speech)
    if line.lemma(i) in _WILLING:  # "did not want to speak"
        return line.word(i + 1) == "to" and line.lemma(i + 2) in REFUSAL and _is_negative(line, i)
    if line.lemma(i) in ("name", "identify", "mention"):
        return line.tag(i) == "VB" and _is_negative(line, i) and line.word(i + 1) not in (",", ".", "")
    if line.lemma(i) == "interview":
        return line.tag(i) == "VBN" and line.word(i - 1) == "be" and _is_negative(line, i)
    if line.lemma(i) in ("make", "give", "issue", "offer") and line.word(i + 1) == "no":
        return any(
            line.word(k)
            in ("comment", "statement", "reason", "details", "answer", "reply", "response", "explanation", "mention")
            for k in (i + 2, i + 3)
        )
    if line.lemma(i) == "have" and line.word(i + 1) == "no":
        return any(line.word(k) in ("comment", "knowledge", "information") for k in (i + 2, i + 3, i + 4))
    return line.lemma(i) == "hang" and line.word(i + 1) == "up"


def _is_negative(line: Line, i: int) -> bool:
    return any(line.word(k) in ("not", "n't", "n’t", "never") for k in range(max(0, i - 3), i))


def is_refused(line: Line, group: int, i: int) -> bool:
    """Says whether the cue itself is negated: "has not commented", "declined to say", "would not confirm", "has yet to confirm"."""
    if is_refusing(line, i) or _is_yet_to(line, i):
        return True
    negated = (
        any(line.word(k) in ("not", "n't", "never") for k in range(group, i))
        or line.word(group) == "no"
        or line.word(group - 1) == "neither"
        or (any(line.word(k) == "neither" for k in range(max(0, group - 4), group)))
    )
    nothing = line.word(i + 1) == "nothing" and line.tag(i + 2) not in FINITE  # "said nothing was there" says something
    return (negated or nothing) and (line.lemma(i) in REFUSAL or line.lemma(i) in SPEECH)


def cue_end(line: Line, i: int) -> int:
    if line.lemma(i) in ("decline", "refuse") or (line.lemma(i) in _WILLING and is_refusing(line, i)):
        return i + 3 if line.word(i + 1) == "to" else i + 2
    return i + 2 if is_phrasal(line, i) or line.lemma(i) == "hang" else i + 1


def verb_group_start(line: Line, i: int) -> int:
    """Gives the first token of the verb group: auxiliaries, negation and adverbs before the verb belong to it."""
    start = i - 2 if _is_yet_to(line, i) else i
    while (
        start > 0
        and not line.quoted[start - 1]
        and (
            line.word(start - 1) in _AUXILIARIES
            or line.tag(start - 1) == "MD"
            or line.word(start - 1) == "longer"
            or (
                line.tag(start - 1).startswith("RB")
                and (
                    line.word(start - 1) not in ("then", "also", "only", "even") or line.word(start - 2) in _AUXILIARIES
                )
            )
        )
    ):
        start -= 1
    while start < i and line.tag(start).startswith("RB") and line.word(start) not in ("not", "never", "no"):
        start += 1
    return start - 1 if line.word(start) == "longer" and line.word(start - 1) == "no" else start


def aux_before(line: Line, i: int) -> int | None:
    for k in range(i - 1, max(-1, i - 4), -1):
        if line.word(k) in _AUXILIARIES or line.tag(k) == "MD":
            return k
        if not line.tag(k).startswith("RB"):
            return None
    return None
