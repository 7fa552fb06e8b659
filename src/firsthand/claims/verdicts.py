"""Whether an attribution that the tagger found is a statement, and no attitude, act, thing or figure of speech: a table of verdicts.

Each row looks at one attribution and gives its verdict, or None to leave it to the rows after it; the first verdict holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.claims.content import is_title, word_set
from firsthand.claims.givers import can_speak
from firsthand.claims.lexicon import (
    DOCUMENT,
    FIGURE_OF_SPEECH,
    JUDGEMENT,
    NO_STATEMENT,
    NOBODY,
    SPEECH,
    STANCE,
    is_hearsay,
    words,
)
from firsthand.claims.nesting import reports_words
from firsthand.claims.stretches import after_dateline, noun_phrase_end
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Attribution, Span, Spans

LIGHT = words("express voice convey register issue deliver")
_UNSURE = 0.25  # a probability below which nothing is taken from it alone
_SURE = 0.6  # a probability above which an unknown cue is taken for a statement
_CERTAIN = 0.88  # a probability above which a verb of no list is taken to report its bare object
_POINTERS = words("it them him her so this that")
_REJECTS = words("deny reject dismiss confirm admit dispute")
_ANONYMITY = ("not to be named", "not to be identified", "that they not be", "anonymity")
_HEARSAY = re.compile(r"\b(?:reported|alleged|purported|supposed)ly\b")
_QUESTION = re.compile(r"(?:\w+ ){0,3}(?:whether|what|how|why|when|who|where)\b")


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a row sees: an attribution with its sentence and its pieces there, the source's head, how the content begins, and the cue's verb."""

    view: View
    line: Line
    attribution: Attribution
    content: Sequence[Span]
    source: str
    head: str
    begins: str
    lemma: str
    at: int

    @classmethod
    def of(cls, view: View, line: Line, attribution: Attribution, content: Sequence[Span]) -> Tagged:
        source = attribution.source[0].of(view.text).lower() if attribution.source else ""
        heads = re.split(r" (?:on|of|in|at|from|with|by|as) |,", source)[0].split()
        begins = view.text[content[0].start : content[0].end].lower()
        lemma, at = main_verb(line, attribution.cue)
        return cls(view, line, attribution, content, source, heads[-1] if heads else "", begins, lemma, at)

    @property
    def score(self) -> float:
        return self.attribution.score or 0.0

    @property
    def cue(self) -> str:
        return " ".join(s.of(self.view.text) for s in self.attribution.cue)

    def tag(self, offset: int = 0) -> str:
        return self.line.tag(self.at + offset)

    def word(self, offset: int = 0) -> str:
        return self.line.word(self.at + offset)


Verdict = bool | None


def is_statement(tagged: Tagged) -> bool:
    """Says whether a tagged attribution is a statement."""
    return next((found for _, row in VERDICTS if (found := row(tagged)) is not None), False)


def _writer(t: Tagged) -> Verdict:
    return False if t.source in ("i", "we") and not t.view.is_quoted(t.attribution.source[0].start) else None


def _anonymity(t: Tagged) -> Verdict:
    return False if t.begins.startswith(_ANONYMITY) else None


def _rumour(t: Tagged) -> Verdict:
    cues = [s.of(t.view.text) for s in t.attribution.cue]
    return False if is_hearsay(t.source) or any(is_hearsay(c) or _HEARSAY.search(c) for c in cues) else None


def _nobody(t: Tagged) -> Verdict:
    none = set(t.source.split()[:1]) & (NOBODY | {"no"}) or {t.head, t.head.removesuffix("s")} & FIGURE_OF_SPEECH
    return False if none else None


def _no_noun(t: Tagged) -> Verdict:
    """A source without a noun, name or pronoun names nobody."""
    named = [k for s in t.attribution.source for k in t.line.tokens if s.start <= k.start < s.end]
    nouns = (k.tag.startswith(("NN", "PRP", "CD", "WP", "JJ")) or k.text.lower() in ("both", "neither") for k in named)
    return False if named and not any(nouns) else None


def _question(t: Tagged) -> Verdict:
    """ "Asked whether …, the minister …", "asked what it cost": a question states nothing."""
    opens = t.word() == "asked" and t.at == 0
    return False if opens or (t.lemma == "ask" and _QUESTION.match(t.begins)) else None


def _feared(t: Tagged) -> Verdict:
    """ "Child feared missing"."""
    return False if t.lemma == "fear" and t.line.kind == "headline" and t.tag(1) in ("JJ", "VBN", "VBG") else None


def _without_cue(t: Tagged) -> Verdict:
    """Words without a cue are somebody's, but the rules read a headline's colon."""
    bare = not t.attribution.cue or t.attribution.cue[0].of(t.view.text).strip() == ":"
    return t.line.kind != "headline" if bare else None


def _unsure(t: Tagged) -> Verdict:
    return False if t.score < _UNSURE and "phrase" not in "".join(t.attribution.rules) else None


def _passive(t: Tagged) -> Verdict:
    """ "was asked what …": the subject is not the speaker, unless "by" names him."""
    passive = any(t.line.lemma(t.at - k) == "be" for k in (1, 2)) and t.tag() == "VBN"
    return t.word(1) == "by" if passive and t.lemma not in ("quote", "confirm", "deny", "verify") else None


def _not_yet(t: Tagged) -> Verdict:
    """ "will propose", "to say": no words yet."""
    bare = t.tag() == "MD" or (t.word(-1) == "to" and t.tag() == "VB")
    ahead = t.tag() == "VB" and t.tag(-1) == "MD" and not is_negated(t.line, t.attribution.cue)
    return False if bare or ahead else None


def _accused(t: Tagged) -> Verdict:
    """ "…, accused of theft": the subject is not the speaker."""
    behind = t.tag() == "VBN" and t.word(-1) == "," and t.word(1) in ("of", "by", "in", "for", "with", "as")
    return False if behind and t.lemma not in ("quote", "cite") else None


def _act(t: Tagged) -> Verdict:
    return None if _reports(t.line, t.at, t.attribution, t.content) else False


def _no_verb(t: Tagged) -> Verdict:
    """A cue without a verb reports where it is "according to", or in a headline."""
    verbs = (t.line.tag(i).startswith("VB") for i in t.line.places_in(t.attribution.cue))
    return (
        None
        if any(verbs)
        else "according to" in t.attribution.cue[0].of(t.view.text).lower() or t.line.kind == "headline"
    )


def _handed(t: Tagged) -> Verdict:
    """ "offered it to her sister": a thing handed over, no words; nor is a bare "it" behind most verbs."""
    given = t.lemma in ("promise", "offer", "give", "tell") and re.match(r"(?:it|them|him|her)\b(?! to )", t.begins)
    return False if given or (t.begins in _POINTERS and t.lemma not in _REJECTS) else None


def _participle(t: Tagged) -> Verdict:
    return False if t.tag() == "VBG" and not _is_said_by_subject(t.view, t.line, t.content) else None


def _weighing(t: Tagged) -> Verdict:
    return False if t.lemma in JUDGEMENT | {"show"} and not _is_speaker(t.view, t.line, t.attribution) else None


def _known_verb(t: Tagged) -> Verdict:
    pointing = t.source.split()[0] in ("this", "that", "these", "those") and t.head not in DOCUMENT
    return not pointing if t.lemma in SPEECH or t.lemma in STANCE else None


def _quoted_words(t: Tagged) -> Verdict:
    places = word_set(t.view, t.content)
    quoted = sum(t.view.is_quoted(at) for at in places)
    if quoted < 3 or quoted < 0.6 * len(places):
        return None
    said = t.view.text[t.content[0].start : t.content[-1].end]
    return not is_title(re.findall(r"[^\W\d_]+", said))


def _light_verb(t: Tagged) -> Verdict:
    return True if t.lemma in LIGHT else None


def _unknown_verb(t: Tagged) -> Verdict:
    """A verb of no list reports a that-clause the tagger is sure of, and a bare object it is certain of."""
    verb = t.tag().startswith("VB") and t.lemma not in ("be", "have", "do")
    clause = t.begins.startswith("that ") or (verb and t.score > _CERTAIN)
    return t.lemma not in NO_STATEMENT and clause and t.score > _SURE


VERDICTS: tuple[tuple[str, Callable[[Tagged], Verdict]], ...] = (
    ("outside quotation marks “I” is the writer", _writer), ("a condition of anonymity", _anonymity), ("a rumour", _rumour),
    ("nobody, or a figure of speech", _nobody), ("a source without a noun", _no_noun), ("a question", _question), ("a headline's fear", _feared),
    ("words without a cue", _without_cue), ("the tagger is unsure", _unsure), ("a passive", _passive), ("no words yet", _not_yet),
    ("accused, not accusing", _accused), ("an act by a verb of many uses", _act), ("a cue without a verb", _no_verb), ("a thing handed over", _handed),
    ("a participle of nobody's", _participle), ("the writer weighs", _weighing), ("a verb of saying or thinking", _known_verb),
    ("words in quotation marks", _quoted_words), ("a light verb", _light_verb), ("a verb of no list", _unknown_verb),
)  # fmt: skip


# --- what the rows look at ------------------------------------------------------------------------------------------


def main_verb(line: Line, cue: Spans) -> tuple[str, int]:
    """Gives the lemma and place of the last verb of the cue, or of its last word."""
    inside = [i for i, t in enumerate(line.tokens) if any(s.start <= t.start < s.end for s in cue)]
    verbs = [i for i in inside if line.tag(i).startswith("VB") and line.lemma(i) not in ("be", "have", "do")]
    first = next((i for i in verbs if line.lemma(i) in SPEECH or line.lemma(i) in STANCE), None)
    at = first if first is not None else verbs[-1] if verbs else inside[-1] if inside else -1
    return (line.lemma(at), at) if at >= 0 else ("", -1)


def is_negated(line: Line, cue: Spans) -> bool:
    return any(
        t.text.lower() in ("not", "n't", "n’t", "never") for t in line.tokens for s in cue if s.start <= t.start < s.end
    )


def _is_said_by_subject(view: View, line: Line, content: Sequence[Span]) -> bool:
    """Says whether a participle's words may be somebody's: a clause, a quotation, or a sentence whose subject can speak."""
    start = after_dateline(line)
    end = noun_phrase_end(line, start) if start < len(line.tokens) else start
    words_in = line.places_in(content)
    clause = any(line.quoted[i] or line.tag(i) in FINITE for i in words_in)
    return clause or end <= start or can_speak(view, line, (start, end))


def _reports(line: Line, at: int, attribution: Attribution, content: Sequence[Span]) -> bool:
    """Says whether a tagged verb of many uses reports words here ("dismissed the case" does not)."""
    places, subject = line.places_in(content), line.places_in(attribution.source)
    if not places or places[0] < at or not subject or line.lemma(at) in LIGHT:
        return True
    return reports_words(line, at, (subject[0], subject[-1] + 1), places)


def _is_speaker(view: View, line: Line, attribution: Attribution) -> bool:
    """Says whether a tagged source can speak at all: "the offer shows …" is the writer's weighing."""
    if not attribution.source:
        return True
    span = attribution.source[0]
    part = (line.token_at(span.start), line.token_at(span.end - 1) + 1)
    quoted = any(view.is_quoted(s.start + 1) for s in attribution.content)
    alone = span.of(view.text).lower() in ("it", "this", "that", "which")
    return quoted or part[1] > len(line.tokens) or part[1] <= part[0] or (not alone and can_speak(view, line, part))
