"""The attribution layer: who (source) said (cue) what (content), the outermost one at every place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.annotate.attribution.confidence import FACTS, facts_of, probability
from firsthand.annotate.attribution.decode import decode
from firsthand.annotate.attribution.group import Group, Piece
from firsthand.annotate.attribution.lines import names_no_speaker
from firsthand.models.encoder import Encoder, Encoding
from firsthand.models.words import WORD, Words
from firsthand.records import Attribution, Document, Span, Spans, derive
from firsthand.text.quotes import Quoted, quotations

DIRECT_SHARE = 0.9
LEAST = 0.3  # of the probability of an attribution that is given
# "NAME: statement" in a headline
_COLON = re.compile(r"^(?P<source>[^\W\d_][\w.’'&-]*(?: [\w.’'&-]+){0,4}): (?P<content>\S.*)$", re.S)


@dataclass(slots=True)
class AttributionTagger:
    """Finds attributions in a document; built once by `load()`, then called like a function."""

    encoder: Encoder

    @classmethod
    def load(cls) -> AttributionTagger:
        """Gives a tagger whose weights were checked; raises ModelDamaged."""
        return cls(Encoder.load())

    def __call__(self, document: Document) -> tuple[Attribution, ...]:
        """Gives the outermost attributions of a document, in text order."""
        encoding = self.encoder(document.text)
        if not len(encoding.words):
            return ()
        quoted = quotations(document.text)
        found = [
            made
            for group in decode(encoding)
            if is_likely(made := _attribution(document, encoding.words, group, quoted, self._chance(encoding, group)))
        ]
        found += _headline_colons(document, found)
        return tuple(sorted({a.id: a for a in found}.values(), key=lambda a: (a.content[0], a.cue, a.source)))

    def _chance(self, encoding: Encoding, group: Group) -> float | None:
        """Gives the probability that what the tagger found is right; None for what layout tells."""
        if "tagger" not in group.rules:
            return None
        weights = [self.encoder.confidence[fact] for fact in FACTS]
        return probability(facts_of(encoding.labels, group), weights)


def is_likely(attribution: Attribution) -> bool:
    """Says whether an attribution is given: all but the least sure ones, and every quotation, whose words at least are certain."""
    return attribution.score is None or attribution.score >= LEAST or attribution.kind == "direct"


def kind_of(text: str, content: Spans, quoted: tuple[Quoted, ...]) -> str:
    """Gives direct, mixed or indirect by the share of the content's words inside double quotation marks."""
    words = [
        match.start() + span.start
        for span in content
        for match in WORD.finditer(span.of(text))
        if match.group()[0].isalnum()
    ]
    near = [q for q in quoted if q.start < content[-1].end and content[0].start < q.end]
    inside = sum(any(q.covers(at) for q in near) for at in words)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * len(words) else "mixed"


def _attribution(
    document: Document, words: Words, group: Group, quoted: tuple[Quoted, ...], chance: float | None
) -> Attribution:
    content = _spans(words, group.content)
    kind = "headline" if _in_headline(document, content[0]) else kind_of(document.text, content, quoted)
    source, cue = _spans(words, group.source), _spans(words, group.cue)
    score = None if chance is None else round(chance, 3)
    return _made(document, source, cue, content, kind, score, group.rules)


def _made(
    document: Document, source: Spans, cue: Spans, content: Spans, kind: str, score: float | None, rules: list[str]
) -> Attribution:
    places = [place for span in (*content, *cue) for place in (span.start, span.end)]
    key = derive("a", document.article.id, *places)
    return Attribution(id=key, source=source, cue=cue, content=content, kind=kind, score=score, rules=tuple(rules))


def _spans(words: Words, pieces: list[Piece]) -> Spans:
    """Gives character spans of word ranges in text order; ranges with nothing but blanks between them become one."""
    found: list[Span] = []
    for first, last in sorted(set(pieces)):
        span = Span(words.spans[first][0], words.spans[last - 1][1])
        if found and not words.text[found[-1].end : span.start].strip():
            span = Span(found.pop().start, span.end)
        found.append(span)
    return tuple(found)


def _in_headline(document: Document, span: Span) -> bool:
    return any(block.kind == "headline" and block.span.overlaps(span) for block in document.article.blocks)


def _headline_colons(document: Document, found: list[Attribution]) -> list[Attribution]:
    """Gives "NAME: statement" headlines that the tagger left alone."""
    made = []
    for block in document.article.blocks:
        match = _COLON.match(block.span.of(document.text)) if block.kind == "headline" else None
        taken = any(block.span.overlaps(span) for a in found for span in a.content)
        if match is None or taken or names_no_speaker(match["source"]) or not match["source"][0].isupper():
            continue
        at = block.span.start
        source, content = (Span(at + match.start(name), at + match.end(name)) for name in ("source", "content"))
        made.append(_made(document, (source,), (), (content,), "headline", None, ["headline colon"]))
    return made
