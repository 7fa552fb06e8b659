"""Two accounts of which neither carries the words of an answer: the same again, another number, the opposite, a witness's, or side by side.

What is told by those who were there, or by the party itself, may confirm; what the party says against it may deny; without such a sign
two accounts only stand beside each other.
"""

from __future__ import annotations

import re

from firsthand.reconcile.opposites import say_opposites
from firsthand.reconcile.parties import Turn, is_party, names_asserter, same_asserter
from firsthand.reconcile.replies import is_negated, is_other_sense, is_relay, read_reply
from firsthand.reconcile.reply_cues import IN_REPLY, NEGATION
from firsthand.reconcile.taking_up import (
    MOSTLY,
    MUCH,
    figures_in,
    holds,
    names_matter,
    negates,
    negates_noun,
    other_numbers,
    refers_to,
    shares,
    speaks_of,
    speaks_of_things,
    takes_up,
    touches,
)
from firsthand.reconcile.wording import keys_of
from firsthand.text.sentences import sentence_ends

_FIRST_HAND = re.compile(
    r"\b(?:himself|herself|themselves|myself|ourselves|saw|seen|watched|witnessed|filmed|counted|in front of (?:him|her|them|me|us)|"
    r"samples|recorded|measured|found|asked me|told me|our (?:reporter|correspondent)|hosted|testified|showed|established|determined|detected|discovered|photographed|"
    r"(?:who|which) (?:was|were|ran|took part|served|worked|attended|lives|lived|owns|owned|filmed|treated|led|drove|stood|saw|handled))\b",
    re.I,
)
# One who tells what he did or what was done to him was there; who hopes or fears was not.
_OWN_DEED = re.compile(
    r"^\W*(?:said |says )?(?:that )?(?:he|she|I|we)\b(?! (?:think|thought|believe|hope|expect|want|wish|fear|doubt|talk|ha(?:d|s|ve) no))",
    re.I,
)
_AGAIN = re.compile(
    r"\b(?:again|renewed|reiterat\w+|repeat(?:s|ed)|once more|maintain(?:s|ed)|denial:|timeline|what we know|(?:did|does|do|would|will) not (?:budge|waver|back down)|stuck to|sticks to|(?:stood|stands|held|holds) firm|unmoved)\b",
    re.I,
)
_OWN_EYES = re.compile(
    r"\b(?:our|this (?:news)?paper[’']s|[A-Z]\w+) (?:reporter|correspondent|photographer|team|journalist)s?\b"
)
_EVERY = re.compile(r"^\W*(?:every\w*|all|each|always)\b", re.I)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|never|nothing|not (?:a|one|any)\b|no\b)", re.I)
_WISH = re.compile(r"\b(?:should|ought|must)\b", re.I)
_EXCEPT = re.compile(
    r"\b(?:not (?:counting|including)|apart from|aside from|other than|but for|except(?:ing)?(?: for)?|excluding|with the exception of|leaving (?:aside|out)|short of)\b",
    re.I,
)
# What ought to be, will never be, or is so in general: no word about what has happened.
_OPINION = re.compile(
    r"\b(?:should|ought|must|would|will|right to|in accordance|all applicable|expects?|unusual|usual|standards|rules|law|policy)\b",
    re.I,
)


def without_cue(answer: Turn, other: Turn) -> tuple[str, str]:
    if is_other_sense(answer.passage):
        return "unrelated", "another sense of the word"
    if is_relay(answer.passage):
        return "repeats", "another's words passed on"
    same = same_asserter(answer, other)
    if same and _AGAIN.search(f"{answer.passage.frame} {answer.passage.words}") and names_matter(answer, other):
        return "repeats", "the same asserter, and said to be told again"
    theirs = read_reply(other.passage)
    denied = theirs.relation == "denies" if theirs else is_negated(other.passage.words)
    if (is_negated(answer.passage.words) != denied) != say_opposites(answer.passage.words, other.passage.words):
        return _opposed(answer, other, same)
    if same and denied:
        return "repeats", "the same asserter denies again"
    if same:
        again = shares(answer, other) or (other.is_hearsay and speaks_of(answer, other))
        return _again(answer, other) if again else _else(answer, other)
    return _beside_or_same(answer, other, same)


def _else(answer: Turn, other: Turn) -> tuple[str, str]:
    """The same asserter says little of what was said before: on a later day, of one matter, it takes its place."""
    if day_of(answer) > day_of(other) and names_matter(answer, other) and not _WISH.search(answer.passage.words):
        return "corrects", "the same asserter, later, says something else of it"
    return "unrelated", "another statement"


def _again(answer: Turn, other: Turn) -> tuple[str, str]:
    """The same asserter says much the same: once more, with an exception, or with another number."""
    if _EXCEPT.search(answer.passage.words) and not _EXCEPT.search(other.passage.words):
        return "qualifies", "the same asserter makes an exception"
    mine, theirs = (figures_in(turn.passage.words) for turn in (answer, other))
    if mine and theirs and not mine & theirs:
        return "corrects", "the same asserter gives another number"
    if answer.day > other.day and not is_negated(answer.passage.words) and not holds(answer, other, MUCH):
        return "corrects", "the same asserter, later, says something else of it"
    return "repeats", "the same asserter again"


def _beside_or_same(answer: Turn, other: Turn, same: bool | None) -> tuple[str, str]:
    """Two statements of one polarity by two asserters, or by two that may be one."""
    frame = f"{answer.passage.frame} {answer.passage.words}"
    is_opinion = bool(_OPINION.search(answer.passage.words))
    told_own = bool(_OWN_DEED.search(answer.passage.words)) and not (
        answer.is_hearsay or is_negated(answer.passage.words)
    )
    # Words of nobody who is known to speak are no witness's, unless the page says that it was there itself.
    has_witness = answer.speaker is not None or bool(_OWN_EYES.search(frame))
    is_first_hand = has_witness and (told_own or bool(_FIRST_HAND.search(frame)))
    if _AGAIN.search(frame) and (shares(answer, other) or (same is not False and names_matter(answer, other))):
        return "repeats", "told again"
    if other_numbers(answer, other) and is_first_hand and speaks_of(answer, other):
        return "contradicts", "another asserter gives another number"
    if not is_opinion and same is False and is_party(answer, other) and holds(answer, other, MOSTLY):
        return "confirms", "a party to the matter says the same"
    speaks_of_itself = is_party(answer, other) and bool(_FIRST_PERSON.search(answer.passage.words))
    if (
        speaks_of_itself
        and not is_opinion
        and same is False
        and takes_up(answer, other)
        and touches(answer, other)
        and not _negates_more(answer, other)
    ):
        return "confirms", "a party to the matter tells its own part in it"
    if is_opinion or not shares(answer, other):
        if (
            is_first_hand
            and not is_opinion
            and _stands_for(answer, other, told_own)
            and not _negates_more(answer, other)
        ):
            return "confirms", "another asserter who was there or measured it"
        return beside(answer, other, "little in common")
    if same is None and _EXCEPT.search(answer.passage.words) and not _EXCEPT.search(other.passage.words):
        return "qualifies", "perhaps the same asserter, who makes an exception"
    if (same is None or answer.is_hearsay) and not is_first_hand:
        return "repeats", "perhaps the same asserter; none that shows knowledge of its own"
    if is_first_hand and not _negates_more(answer, other):
        return "confirms", "another asserter who was there or measured it"
    if _is_rejected_beside(answer, other):
        return "denies", "another account, and the page says beside it that the other's is rejected"
    return "contradicts", "another account of the same matter"


def _stands_for(answer: Turn, other: Turn, told_own: bool) -> bool:
    """Says whether what somebody saw or did may be what the other says: of a bystander, where they have a word in common; of a party,
    who may tell another story, only where it names a third one whom the other names, or most of it."""
    if not is_party(answer, other):
        return touches(answer, other) or (told_own and speaks_of_things(answer, other))
    names = {k for k in keys_of(answer.passage.words) & keys_of(other.passage.words) if k[0] == "@"}
    return bool(names - keys_of(answer.who)) or holds(answer, other, MOSTLY)


def _negates_more(answer: Turn, other: Turn) -> bool:
    """Says whether only one of two statements says of anything that it was not so."""
    words = answer.passage.words, other.passage.words
    one, two = (sum(len(p.findall(w)) for p in (NEGATION, _WITHOUT)) % 2 for w in words)
    return (one != two) != say_opposites(*words)


_FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our|us)\b")
_WITHOUT = re.compile(r"\bwithout\b", re.I)


def _opposed(answer: Turn, other: Turn, same: bool | None) -> tuple[str, str]:
    """One side negates, the other does not, and neither names the other's words."""
    if same:
        if _EXCEPT.search(answer.passage.words):
            return "qualifies", "the same asserter makes an exception"
        if touches(answer, other):
            return "corrects", "the same asserter says the opposite"
        return _else(answer, other)
    if not is_negated(answer.passage.words):
        if (
            _EVERY.search(answer.passage.words)
            and _NOBODY.search(other.passage.words)
            and read_reply(other.passage) is None
            and _is_concerned(answer, other)
        ):
            return "denies", "says of all what was said of none"
        is_reply = not answer.is_hearsay and (is_party(answer, other) or names_asserter(answer, other))
        if (
            read_reply(other.passage) is None
            and same is False
            and is_reply
            and touches(answer, other)
            and not _is_before(answer, other)
        ):
            return "denies", "a party to it says the opposite of what was said not to be"
        if _is_rejected_beside(answer, other):
            return "denies", "the opposite, and the page says beside it that the other's is rejected"
        return (
            ("contradicts", "says what the other denies")
            if touches(answer, other)
            else beside(answer, other, "little in common")
        )
    is_it = (takes_up(answer, other) and negates(answer, other)) or (
        is_party(answer, other) and negates_noun(answer, other)
    )
    if _OPINION.search(answer.passage.words) or not is_it:
        return beside(answer, other, "a denial of a stronger or a neighbouring thing")
    return (
        "denies" if _is_concerned(answer, other) and not _is_before(answer, other) else "contradicts"
    ), "plain negation"


def _is_before(answer: Turn, other: Turn) -> bool:
    return day_of(answer) < day_of(other) and not other.is_hearsay


def beside(answer: Turn, other: Turn, reason: str) -> tuple[str, str]:
    """What takes up nothing of the other side: a denial where the page says so beside it, a response by a party to it or by one who was
    asked, else no relation."""
    if _is_rejected_beside(answer, other) and same_asserter(answer, other) is not True:
        return "denies", "another account, and the page says beside it that the other's is rejected"
    if _answers_the_charge(answer, other) and same_asserter(answer, other) is not True:
        return "denies", "what a party says of its own in reply to what is said of it"
    return ("responds" if _is_concerned(answer, other) else "unrelated"), reason


def _answers_the_charge(answer: Turn, other: Turn) -> bool:
    """Says whether a party, in reply to what is said of it, tells in the first person how things were, or that they never were."""
    words = answer.passage.words
    return (
        is_party(answer, other)
        and bool(_FIRST_PERSON.search(words))
        and bool(_OF_OWN.search(words))
        and bool(_REPLY_TO.search(f"{_before(answer)} {answer.passage.frame}"))
        and not _OPINION.search(words)
        and not _ASSURES.search(words)
    )


_REPLY_TO = re.compile(
    r"\b(?:said|says|wrote) of (?:the|this|that|them|it|these|those)\b|\b(?:in )?(?:response|reply|answer(?:ing|ed)?|responding|replying|repl(?:ied|ies)|react(?:ed|s|ing)?) to (?:the|this|that|these|those|what|[A-Z])|\basked about [^.;]{0,30}\b(?:remarks?|claims?|reports?|story|accusations?|allegations?|words|charges?|complaints?)\b"
)
_OF_OWN = re.compile(
    r"^\W*(?:I|we|my|our|nobody|no one|none|not|never|every\w*|all)\b", re.I
)  # who attacks a motive speaks of others
_ASSURES = re.compile(
    r"\b(?:first (?:concern|priority)|seriously|confidence|regret|sorry|committed|always (?:been )?(?:open|ready)|cooperat\w+|co-operat\w+|proud|believe|think|hope|trust)\b",
    re.I,
)


def _is_rejected_beside(answer: Turn, other: Turn) -> bool:
    """Says whether the sentence before the marked words, or their own, turns down what the other side's asserter or outlet says, by name
    or as a story or forecast; a denial of something that is named there is of that."""
    _, end = answer.passage.sentence
    text = answer.passage.text
    after = min((e for e in sentence_ends(text) if e > end), default=len(text))
    round_it = f"{_before(answer)} {answer.passage.frame} {text[end:after]}"
    is_meant = is_party(answer, other) or names_asserter(answer, other) or refers_to(round_it, other)
    return is_meant and bool(_SEES_OTHERWISE.search(round_it))


def _before(turn: Turn) -> str:
    """Gives the sentence before that of the marked words."""
    lead = turn.passage.text[: turn.passage.sentence[0]].rstrip()
    return lead[max((e for e in sentence_ends(lead) if e < len(lead)), default=0) :]


# The page says in the sentence before that it put the other's words to him.
_TOLD_OF_IT = re.compile(
    r"\b(?:when|after|as|asked|until) (?:we|reporters?|journalists|a reporter|our reporter) (?:told|asked|showed|read|put|confronted)\b|\breact(?:s|ed|ing) [^.;]{0,40}\bto what\b",
    re.I,
)
_SEES_OTHERWISE = re.compile(
    r"\b(?:wrong way (?:round|around)|sees? (?:it|things|the matter) differently|(?:ha(?:s|ve|d)|having) none of (?:it|what)|(?:shook|shakes?|shaking) (?:its|his|her|their) heads?|tells? a (?:very |quite )?different (?:story|tale)|counter(?:s|ed)\b(?! (?:attack|act))|retort(?:s|ed)|(?:hit|hits|shot|shoots|fired|fires) back|beg(?:s|ged) to differ|"
    r"(?:laugh|brush|wav|shrugg?)(?:s|ed) (?:off|aside|away) (?:the|that|this|any|all|talk|\w+[’']s) (?:[\w’'-]+ ){0,2}?(?:claims?|reports?|story|stories|rumou?rs?|predictions?|forecasts?|suggestions?|accusations?|charges?|talk|accounts?|version))",
    re.I,
)


def _is_concerned(answer: Turn, other: Turn) -> bool:
    """Says whether the answering side is a party to the other's matter, was asked about it, or speaks of its asserter."""
    asked = IN_REPLY.search(answer.passage.frame) or _TOLD_OF_IT.search(_before(answer))
    return is_party(answer, other) or bool(asked) or names_asserter(answer, other)


def day_of(turn: Turn) -> str:
    """Gives the day on which the words were spoken: that which a page names for them ("said on 14 May"), else the page's."""
    match = _TOLD_ON.search(turn.passage.words) or _TOLD_ON.search(turn.passage.frame)
    if match is None or len(turn.day) < 10:
        return turn.day
    day = f"{_MONTHS.index(match['month'][:3].lower()) + 1:02d}-{int(match['day']):02d}"
    year = int(turn.day[:4]) - (day > turn.day[5:10])  # a page of January tells what was said in December
    return f"{year:04d}-{day}"


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOLD_ON = re.compile(
    r"\b(?:said|denied|announced|stated) on (?P<day>\d\d?) (?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)"
)
