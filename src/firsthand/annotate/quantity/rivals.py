"""Rule for rival figures: two voices, one thing, two values."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.annotate.quantity.passage import Found, Passage
from firsthand.annotate.quantity.relating import HARM, HEDGE, related

_ASSERTS = (
    r"(?:says?|said|claim(?:s|ed)?|admit(?:s|ted)?|acknowledge[sd]?|puts?|list(?:s|ed)?|count(?:s|ed)?|knows? of|gave|gives|estimate[sd]?|insist(?:s|ed)?|"
    r"confirm(?:s|ed)?|report(?:s|ed)?|maintain(?:s|ed)?|shows?|concede[sd]?|speaks? of|spoke of|recorded|documented|has registered|registered|holds|had said|denied|"
    r"denies|recognis\w+|reckon(?:s|ed)?|talk(?:s|ed)? of)"
)
_LEVEL = (
    r"(?:\s(?:that\s)?(?:the\s(?:real\s|true\s|actual\s)?(?:crowd|toll|death toll|number|figure|total|count|loss)|it|that|there)"
    r"(?:\s(?:is|was|were|are|had been|stands?|stood|could be|of))?)?"
)
_OWN_ASSERTION = re.compile(
    rf"(?:^|[;.,]\s(?:but\s|while\s|and\s)?|\b(?:but|while|whereas|although)\s)(?P<who>(?:[\w’'-]+\s){{0,7}}?){_ASSERTS}{_LEVEL}\s?"
    rf"(?:closer to\s|nearer\s|more like\s|at\s|to\s|of\s)?(?:only\s|just\s)?{HEDGE}$",
    re.IGNORECASE,
)
_ANY_ASSERTION = re.compile(rf"\b{_ASSERTS}\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to (?:the\s)?(?P<who>[\w’'-]+)", re.IGNORECASE)
_SAME_VOICE = re.compile(r"^(?:he|she|it|they|his|her|its)\b", re.IGNORECASE)
_CONTRAST = re.compile(r"[;.]|,?\s(?:but|while|whereas|although|and)\s")
_OTHER_SCOPE = re.compile(
    r"\b(?:including|of whom|of them|another|a further|more|additional|earlier|later|rest|adding|himself|herself)\b"
)
_OWN_ADDITION = re.compile(r"\b(?:adding|himself|herself|themselves)\b")
_STATES = (
    ("killed", re.compile(r"kill|dead|death|die[ds]?\b|lives|toll|bodies|fatal", re.IGNORECASE)),
    ("wounded", re.compile(r"wound|injur|hurt", re.IGNORECASE)),
    ("captured", re.compile(r"captur|prisoner", re.IGNORECASE)),
    ("missing", re.compile(r"missing", re.IGNORECASE)),
    ("arrested", re.compile(r"arrest|detain", re.IGNORECASE)),
)


def rival_counts(passage: Passage, index: int) -> Iterator[Found]:
    """ "the club puts the attendance at 1,300; the stewards counted 900"."""
    rivals = [
        other
        for other in passage.earlier(index, 1)
        if _may_rival(passage, other, index) and _two_voices(passage, other, index)
    ]
    for other in rivals:
        if passage.sentence[other] == passage.sentence[index] or other == rivals[-1]:
            yield related(passage, other, index)


def _may_rival(passage: Passage, other: int, index: int) -> bool:
    """Says whether two figures can be rival counts: one thing in one state, neither a portion of the other nor added to it."""
    if passage.is_time(other) or not passage.same_thing(index, other) or passage.value(other) == passage.value(index):
        return False
    if _OWN_ADDITION.search(passage.lead(index)) or (
        other == index - 1 and _OTHER_SCOPE.search(passage.between(other, index))
    ):
        return False
    first, second = _state(passage, other), _state(passage, index)
    return not first or not second or first == second


def _two_voices(passage: Passage, other: int, index: int) -> bool:
    """Says whether each figure has an asserter of its own."""
    first, second = _ACCORDING.search(passage.rear(other)), _ACCORDING.search(passage.rear(index))
    if first and second and first["who"] != second["who"]:
        return True
    match = _OWN_ASSERTION.search(_clause_before(passage, index))
    if match is None or not match["who"].strip() or _SAME_VOICE.match(match["who"]):
        return False
    return _CONTRAST.search(passage.between(other, index)) is not None and _is_voiced(passage, other)


def _clause_before(passage: Passage, index: int) -> str:
    """Gives the words of the clause before a quantity."""
    return re.split(r"[;.]\s", passage.lead(index, 100))[-1]


def _is_voiced(passage: Passage, index: int) -> bool:
    """Says whether a figure stands in a sentence that somebody asserts, or is a plain toll that another voice then answers."""
    sentence = passage.words.sentences[passage.sentence[index]].of(passage.text)
    return _ANY_ASSERTION.search(sentence) is not None or HARM.search(sentence) is not None


def _state(passage: Passage, index: int) -> str:
    """Gives what was done to those counted (killed, wounded, …), or an empty string."""
    rear, lead = re.split(r"[,;.]", passage.rear(index, 40))[0], re.split(r"[,;.]", passage.lead(index, 40))[-1]
    near = f"{rear} {lead} {passage.quantities[index].counted or ''}"
    return next((name for name, pattern in _STATES if pattern.search(near)), "")
