"""Rules that tell who gives a number by whose it is said to be: an owner before it, a claim or a paper that holds it, what the next sentence says.

"The company's 45", "the army's talk of 12", "the claim of the rebels that 40 fell", "It is the list of the committee": asked of one number in one
sentence, as the rules of `counted_by` are.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.lexicon import DOCUMENT, words
from firsthand.claims.stretches import Range, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.claims.whose import PAPERS, Beside, is_possessive, named_by, owned_by, subject_of

_SHORT = words("dead wounded injured missing killed hurt percent")  # what a number may be called by one adjective
_CARRIED = words("carry print reprint broadcast relay republish")
_UNITS = words("percent per % tonne ton million billion thousand")
_ISSUED = words("circulate issue publish release spread distribute post leak")
_PRINTED = PAPERS | words("statement leaflet pamphlet poster figure")
_SAID_OF = words(
    "claim report boast figure count tally estimate toll list total assertion allegation talk finding announcement forecast admission statement"
)
_TOTALS = words("own count figure tally estimate list total number toll")
_WEIGHING = words("keep stick hold stand dispute doubt question contradict")  # what is done to a number
_VERDICT = words("call dismiss reject dispute doubt deny question contradict ridicule mock brush")
_AGAINST = words("against than beside")
_TURNED_DOWN = _VERDICT | words("accept check believe share recognise recognize")
_ROUND = words("own latest official earlier first initial claimed")
_SECRET = words("leaked secret confidential internal stolen unpublished classified restricted")
_WHEN = words("hour day night evening morning afternoon week month year")
_REACH = 14  # tokens from a claim to the number in it


def said_of(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The rebels' claim of 46 was a fairy tale", "the army's talk of 12": whose claim it is."""
    if line.word(first - 1) != "of" or line.lemma(first - 2) not in _SAID_OF:
        return None
    owner = next((k for k in range(first - 3, max(first - 6, -1), -1) if is_possessive(line, k)), None)
    found = owned_by(view, line, owner, (first - 2, first), "whose count it is") if owner is not None else None
    return found and replace(found, hand=_carrier(line, end, len(line.tokens)))


def _carrier(line: Line, start: int, end: int) -> Range | None:
    """Gives the outlet that a claim "has been carried by" or is "also reported by", named right behind."""
    by = next((k for k in range(start, end) if line.word(k) == "by" and line.lemma(k - 1) in _CARRIED), None)
    if by is None or any(line.tag(k) == "CD" for k in range(start, by)):
        return None
    stop = noun_phrase_end(line, by + 1)
    return (by + 1, stop) if stop > by + 1 and line.tokens[stop - 1].text[:1].isupper() else None


def claimed(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The claim of the rebels that 46 fell", "the ministry's claim, also carried by radio, that 46 are at home": whose claim it is."""
    reach = range(first - 1, max(first - _REACH, 1), -1)
    that = next(
        (k for k in reach if (line.word(k) == "that" and line.tag(k) in ("IN", "WDT")) or _to_have(line, k)), None
    )
    if that is None or any(
        line.tag(k) in FINITE and line.word(k - 1) not in ("who", "which") for k in range(that, first)
    ):
        return None
    noun = that - 1
    if line.word(noun) == ",":  # over ", also carried by radio,"
        noun = next((k for k in range(noun - 1, max(noun - 9, 0), -1) if line.word(k) == ","), 0) - 1
    opens = next((k for k in range(noun, max(noun - 9, -1), -1) if line.lemma(k) in _SAID_OF), None)
    if opens is None or line.tag(opens) in FINITE:
        return None
    if opens == noun:
        owner = next((k for k in range(opens - 1, max(opens - 4, -1), -1) if is_possessive(line, k)), None)
        found = owned_by(view, line, owner, (opens, that), "whose claim it is") if owner is not None else None
        return found and replace(found, hand=_carrier(line, noun + 1, that))
    stop = noun_phrase_end(line, opens + 2)
    whole = line.word(opens + 1) in ("of", "by", "from") and stop == noun + 1
    return named_by(view, line, (opens + 2, stop), (opens, opens + 2), "whose claim it is") if whole else None


def _to_have(line: Line, k: int) -> bool:
    """Says whether "to have" begins here behind a claim: "the enemy's claim to have destroyed 12"."""
    return line.word(k) == "to" and line.word(k + 1) == "have" and line.lemma(k - 1) in _SAID_OF


def own_count(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "its count is 30", "The army's own figure is 17", "the board's toll, issued later, is 40", "The ministry's is 122": whose count is so many."""
    verb = next((k for k in range(first - 1, max(first - 4, 0), -1) if line.tag(k) in FINITE), None)
    if line.word(first - 1) == ",":  # "the board's first number, 110, …"
        return _named_total(view, line, first - 2, (first - 2, first))
    if verb is None or line.lemma(verb) not in ("be", "stand", "remain"):
        return None
    noun = verb - 1
    if line.word(noun) == ",":
        noun = next((k for k in range(noun - 1, max(noun - 7, 0), -1) if line.word(k) == ","), 0) - 1
    if is_possessive(line, noun) and line.tag(noun) != "PRP$" and noun == verb - 1 and _is_bare(line, end):
        return owned_by(view, line, noun, (verb, verb + 1), "whose count it is")
    return _named_total(view, line, noun, (noun, verb + 1))


def _named_total(view: View, line: Line, noun: int, cue: Range) -> Beside | None:
    if noun <= 0 or line.lemma(noun) not in _TOTALS:
        return None
    if line.lemma(noun) == "number" and line.word(noun - 1) not in _ROUND:
        return None  # "the club's number is 7"
    owner = next((k for k in range(noun - 1, max(noun - 4, -1), -1) if is_possessive(line, k)), None)
    return owned_by(view, line, owner, cue, "whose count it is") if owner is not None else None


def _is_bare(line: Line, end: int) -> bool:
    return line.tag(end) in ("", ".", ",", ":", "CC")


def owned(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "called the company's 45 missing a lie", "Until then its 11 dead is all there is", "their 197 holds …": a number that somebody gave."""
    k = first
    while k > 1 and line.word(k - 1) in _ROUND:
        k -= 1
    if not is_possessive(line, k - 1) or not _is_given(line, end, k - 1):
        return None
    return owned_by(view, line, k - 1, (k - 1, k), "whose number it is")


def _is_given(line: Line, end: int, owner: int) -> bool:
    """Says whether an owned number is a number that was given and no belonging: nothing counted stands behind it, or it is weighed."""
    while line.word(end) in _UNITS:
        end += 1
    short = line.word(end) in _SHORT
    after = end + short
    if line.word(after) == "of" and line.word(after + 1) == "the" and not short:
        behind = noun_phrase_end(line, after + 1)
        after = behind if line.lemma(behind - 1) in _WHEN else after  # "the front's 50,000 of the first night"
    if line.tag(after).startswith(("NN", "JJ")) and line.word(after) not in ("a", "an"):
        return any(line.lemma(k) in _WEIGHING for k in range(max(owner - 4, 0), owner))
    if not short:
        return line.tag(after) in FINITE | {"", ".", ",", ":", "CC", "RB", "''"} or line.word(after) in (
            "a",
            "an",
            "as",
            "and",
            "seriously",
        )
    one = line.tag(after) == "VBZ" or line.word(after) == "was"  # "its 11 dead is": the number, not the people
    verdict = any(line.lemma(k) in _VERDICT for k in range(max(owner - 6, 0), owner))
    against = any(line.word(k) in _AGAINST for k in range(max(owner - 4, 0), owner))
    dead = line.tag(after) == "VBP" and line.lemma(after) == "exist"  # "the ministry's 19 dead exist on paper only"
    return one or verdict or dead or (against and line.tag(after) not in FINITE)


def of_somebody(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "against the 1,400 of the relief office", "…, and the 12 of the police", "would not accept the 37 dead of the governor": a number set
    against another or weighed, and whose it is."""
    of = end + (line.word(end) in _SHORT)
    if line.word(of) != "of" or line.word(first - 1) != "the":
        return None
    weighed = any(line.lemma(k) in _TURNED_DOWN for k in (first - 2, first - 3))
    set_against = line.word(first - 2) in _AGAINST | {"not", "to"}
    beside = line.word(first - 2) in ("and", "or", "nor", ",") and any(
        line.tag(k) == "CD" and is_possessive(line, k - 1) and _is_given(line, k + 1, k - 1)
        for k in range(1, first - 2)
    )
    stop = noun_phrase_end(line, of + 1)
    if not (set_against or beside or weighed) or stop == of + 1:
        return None
    return named_by(view, line, (of + 1, stop), (of, of + 1), "whose number it is")


def listed_by(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "The lists circulated by the League, with the names of 23 drivers, …", "Lists under the name of the union, with 41 dead": who put out the
    paper that holds the number."""
    reach = range(first - 1, max(first - 14, 0), -1)
    by = next((k for k in reach if _puts_out(line, k)), None)
    if by is None or not any(line.lemma(k) in _PRINTED for k in range(max(by - 8, 0), by)):
        return None
    so_called = [line.word(k) for k in range(by + 2, by + 5)] == ["so", "-", "called"]
    stop = noun_phrase_end(line, by + 5 if so_called else by + 1)
    holds = any(line.word(k) in ("with", "of", "giving", "naming", "putting") for k in range(stop, first))
    if stop <= by + 1 or not holds or any(line.tag(k) in FINITE for k in range(stop, first)):
        return None
    return named_by(view, line, (by + 1, stop), (by - 1, by + 1), "who put out the paper")


def _puts_out(line: Line, k: int) -> bool:
    issued = line.word(k) == "by" and line.lemma(k - 1) in _ISSUED | {"sign"}
    return issued or (line.word(k) == "of" and line.word(k - 1) == "name" and line.word(k - 2) == "the")


def next_says(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "… gave 160 as the ministry's count. That is the figure of the union.", "a sheet with 41 names. It is the list of the committee": what
    the next sentence says of the number or the paper."""
    there, k, until = _next_sentence(view, line, end)
    if there is None or there.word(k) not in ("that", "it", "this") or there.lemma(k + 1) != "be":
        return None
    what = there.lemma(k + 3)
    if (
        there.word(k + 2) not in ("the", "a")
        or what not in PAPERS | _TOTALS - {"number", "toll"}
        or there.word(k + 4) != "of"
    ):
        return None
    numbers = sum(line.tag(n) == "CD" and not line.tag(n + 1).startswith("NNP") for n in range(until))
    paper = any(line.lemma(n) in PAPERS | {"sheet"} for n in range(first))
    if numbers != 1 or (what in PAPERS - _TOTALS and not paper):
        return None
    stop = noun_phrase_end(there, k + 5)
    found = (
        named_by(view, there, (k + 5, stop), (k + 3, k + 5), "whose the next sentence says it is")
        if stop > k + 5
        else None
    )
    return found and replace(found, there=there)


def _next_sentence(view: View, line: Line, end: int) -> tuple[Line | None, int, int]:
    """Gives the line and the token where the sentence after a number's begins, and where its own ends; a note stands in one line."""
    inside = next((k + 1 for k in range(end, len(line.tokens) - 1) if line.tokens[k].text == "."), None)
    if inside is not None:
        return line, inside, inside
    after = view.lines[line.index + 1] if line.index + 1 < len(view.lines) else None
    same = after is not None and after.block == line.block
    return (after if same else None), 0, len(line.tokens)


def under_paper(view: View, line: Line, first: int, end: int) -> Beside | None:
    """ "published a leaked contract under which 9,000 would go": the paper that says so, through whoever published it."""
    reach = range(first - 1, max(first - 4, 2), -1)
    which = next((k for k in reach if line.word(k) == "which" and line.word(k - 1) in ("under", "by", "to")), None)
    if which is None:
        return None
    stop = which - (2 if [line.word(which - 2), line.word(which - 1)] == ["according", "to"] else 1)
    start = stop - (line.word(stop - 1) == ",")
    opens = start - 1
    while line.tag(opens - 1).startswith(("JJ", "VBN", "NN")) or line.tag(opens - 1) == "DT":
        opens -= 1
    part = (opens, start)
    if line.lemma(start - 1) not in DOCUMENT | {"contract", "plan", "decree", "law"}:
        return None
    verb = part[0] - 1
    gave = line.tag(verb) in FINITE and line.lemma(verb) in ("publish", "obtain", "see", "release", "leak")
    if gave and line.lemma(verb) in ("publish", "release") and not any(line.word(k) in _SECRET for k in range(*part)):
        return None  # whoever publishes a plan may have made it
    return Beside(part, (stop, which + 1), "the paper that says so", hand=subject_of(line, verb) if gave else None)


OWNED = (said_of, claimed, own_count, owned, of_somebody, listed_by, next_says, under_paper)
