"""The writer's own voice: what is asserted without a source, hearsay, judgements, and sentences that stay with the speaker before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from firsthand.claims.content import clean
from firsthand.claims.draft import Draft
from firsthand.claims.lexicon import JUDGEMENT, words
from firsthand.claims.placed import Placed
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Span, StatusCue

_NOTICE = re.compile(
    r"(?P<word>Correction|Clarification|Corrections|Editor['’]s note|Erratum)(?: \([^)]*\)|, [^:\n]{3,40})?: (?=\S)",
    re.I,
)
# Words by which a writer weighs instead of telling; each row is a name that `explain` prints.
_JUDGEMENTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("seems", re.compile(r"\b(?:seems?|appears?) (?!to have been (?:shot|killed|hit))(?:\w+ ){0,2}\w+", re.I)),
    ("likely", re.compile(r"\b(?:is|are|will|would|most|very|seems?) (?:also |most |very |quite )?(?:un)?likely\b(?! to be charged)", re.I)),
    ("weighs", re.compile(r"\b(?:significant|notable|remarkable|crucial|pivotal|unprecedented|ominous|inevitabl[ey])\b", re.I)),
    ("remains to be seen", re.compile(r"\b(?:remains to be seen|only time will tell|no wonder|of course|to be sure|little doubt)\b", re.I)),
    ("speaks for itself", re.compile(r"\bspeaks? (?:for (?:itself|themselves)|volumes)\b", re.I)),
    ("says by a figure of speech", re.compile(r"^The (?:law|rule|silence|constitution) (?:says|speaks|tells)\b", re.I)),
    ("a sort of", re.compile(r"\b(?:of sorts|something of an?|nothing short of|little more than|chiefly|scarcely|hardly)\b", re.I)),
    ("an aside of the writer's", re.compile(r"^(?:needless to say|so much for|say what you like)\b|\b(?:as it happens|time will tell|the saying goes|sa(?:ys|id) it all|than (?:it|he|she|they) (?:looks?|seems?|sounds?))\b", re.I)),
    ("in summary", re.compile(r"^(?:In summary|In conclusion|Overall|All in all|Clearly|Evidently)\b", re.I)),
)  # fmt: skip
_ABSTRACT = words(
    "this that these it development cooperation collaboration move step decision shift episode trend partnership plan announcement deal alliance"
)
_CARRY_SUBJECTS = words("he she they it")
_CARRY_VERBS = words("had will would 'd 'll")
# Words by which an account goes on in time: "Then the gate was shut", told by whoever told what came before.
_TELLS_ON = re.compile(r"(?:Then|By then|Among them|After that|Afterwards|At that point|Moments later)\b,?(?! on\b)")
_LEAD_INS = re.compile(
    r"(?:In addition|Meanwhile|However|Moreover|Furthermore|In total|In all|But|And|Also|Still|Separately), ", re.I
)


def add_voice(view: View, drafts: Sequence[Draft], cues: Sequence[StatusCue]) -> list[Draft]:
    """Gives a draft for every sentence that asserts something and is not taken by a speaker."""
    found: list[Draft] = []
    announced = {_line_before(view, d) for d in drafts if d.floating}
    notices = notice_blocks(view)
    found += [_notice(view, block) for block in sorted(notices)]
    placed = Placed(view, drafts)
    told: dict[int, list[Draft]] = defaultdict(list)
    for draft in (*drafts, *found):
        told[draft.line].append(draft)
    hearsay = [c for c in cues if c.status == "reported"]
    for line in view.lines:
        if (
            line.kind not in ("body", "standfirst", "headline")
            or not _asserts(line, hearsay)
            or line.index in announced
            or line.block in notices
        ):
            continue
        here = [d for at in placed.near((line.span,)) if (d := drafts[at]).attributed and _touches(d, line)]
        if not here:
            made = _voiced(view, line, hearsay, told[line.index - 1])
        elif (rest := _main_clause_beside(view, line, here)) is not None:
            made = _unattributed(view, line, rest, hearsay, "main clause beside a report")
        else:
            continue
        found.append(made)
        told[line.index].append(made)
    return found


def notice_blocks(view: View) -> frozenset[int]:
    """Gives the blocks that are correction notices: one statement of the page each, whatever they quote."""
    blocks = view.document.article.blocks
    return frozenset(
        i
        for i, b in enumerate(blocks)
        if b.kind in ("body", "note") and _NOTICE.match(view.text, b.span.start, b.span.end)
    )


def _notice(view: View, block: int) -> Draft:
    span = view.document.article.blocks[block].span
    match = _NOTICE.match(view.text, span.start, span.end)
    assert match is not None
    line = next(line.index for line in view.lines if line.block == block)
    return Draft(
        content=(Span(match.end(), span.end),), kind="unattributed", line=line, cue=(Span(match.start("word"), match.end("word")),), status="corrected",
        status_rule="correction notice", rules=("correction notice",),
    )  # fmt: skip


def _line_before(view: View, draft: Draft) -> int:
    """Gives the sentence that announces a floating quotation: the one before it, in the paragraph before."""
    first = view.line_at(draft.content[0].start)
    index = first.index - 1 if first else -1
    return (
        index
        if index >= 0 and view.lines[index].kind == "body" and view.lines[index].block != view.lines[index + 1].block
        else -1
    )


def _touches(draft: Draft, line: Line) -> bool:
    return any(line.span.overlaps(span) for span in (*draft.content, *draft.cue))


def _asserts(line: Line, hearsay: Sequence[StatusCue]) -> bool:
    """Says whether a sentence asserts anything: it has a verb (a headline or a rumour need not) and is no question."""
    if not line.tokens or all(line.quoted) or line.tokens[-1].text == "?":
        return False
    if line.kind == "headline":
        return len(line.tokens) >= 3
    rumoured = any(line.span.contains(c.span) for c in hearsay)
    said = (
        rumoured
        or line.words[:3] == ("so", "much", "for")
        or any(t.tag in FINITE or t.tag == "VB" for t in line.tokens)
    )
    return len(line.tokens) >= 4 and said


def _voiced(view: View, line: Line, hearsay: Sequence[StatusCue], before: Sequence[Draft]) -> Draft:
    """Gives the statement of a whole sentence; `before` are those of the sentence before it."""
    span = _sentence(view, line)
    carried = _carried_from(view, line, before)
    if carried is not None:
        return Draft(
            content=clean(view, (span,)),
            kind="indirect",
            line=line.index,
            carried=True,
            rules=("carried over from the speaker before",),
        )
    return _unattributed(view, line, span, hearsay, "no source in the sentence")


def _unattributed(view: View, line: Line, span: Span, hearsay: Sequence[StatusCue], rule: str) -> Draft:
    content = clean(view, (span,))
    rumour = next((c for c in hearsay if span.contains(c.span)), None)
    if line.kind == "headline":
        return Draft(content=content, kind="headline", line=line.index, rules=("headline without a speaker",))
    if rumour is not None:
        return Draft(
            content=content,
            kind="unattributed",
            line=line.index,
            cue=(rumour.span,),
            rules=(rule, f"hearsay: {rumour.rule}"),
        )
    judged = judgement_cue(view, line, span)
    if judged is not None:
        return Draft(
            content=content, kind="writer's own judgement", line=line.index, rules=(rule, f"judgement: {judged}")
        )
    return Draft(content=content, kind="unattributed", line=line.index, rules=(rule,))


def judgement_cue(view: View, line: Line, span: Span) -> str | None:
    """Gives the name of the rule by which a sentence is the writer's own judgement, or None."""
    text = span.of(view.text)
    found = next((name for name, pattern in _JUDGEMENTS if pattern.search(text)), None)
    if found:
        return found
    verb = next(
        (
            i
            for i, t in enumerate(line.tokens)
            if t.tag in ("VBZ", "VBP") and t.lemma in JUDGEMENT and span.contains(t.span)
        ),
        None,
    )
    if verb is not None and {line.word(k) for k in range(verb)} & _ABSTRACT:
        return line.word(verb)
    return None


def _sentence(view: View, line: Line) -> Span:
    start, end = line.span.start, line.span.end
    lead = _LEAD_INS.match(view.text, start, end)
    return Span(lead.end() if lead and lead.end() < end else start, end)


def _carried_from(view: View, line: Line, before: Sequence[Draft]) -> Draft | None:
    """Gives the indirect statement just before that this sentence goes on with: "He had bought …", "They will rebuild …"."""
    previous = [d for d in before if (d.source or d.carried) and d.kind in ("direct", "indirect", "mixed")]
    if not previous or view.lines[line.index - 1].block != line.block or line.kind == "headline":
        return None
    turn = max(previous, key=lambda d: d.start)
    if turn.refused:
        return None
    if turn.kind == "indirect" and (_counts_on(view, line, turn) or _TELLS_ON.match(view.text, line.span.start)):
        return turn
    first = next((k for k, t in enumerate(line.tokens) if t.tag in FINITE), 0)
    had = line.word(first) == "had" and any(line.tag(k) == "VBN" for k in range(first + 1, first + 4))
    passive = line.word(first + 1) == "been" and line.tag(first + 2) == "VBN"
    if turn.kind == "direct" and (not had or passive or turn.inner or line.word(0) not in _CARRY_SUBJECTS):
        return None
    if had and line.word(0) in ("the", "he", "she", "they", "it", "his", "her", "their") and turn.kind != "mixed":
        return turn
    at = 1 if line.word(0) in ("now", "then", "later", "instead") else 0
    if line.word(at) not in _CARRY_SUBJECTS or (turn.kind == "direct" and not had):
        return None
    verbs = {line.word(k) for k in (at + 1, at + 2)}
    if verbs & {"will", "'ll"} and turn.kind != "indirect":
        return None  # what is to come after a quotation the writer tells
    return turn if verbs & _CARRY_VERBS else None


def _counts_on(view: View, line: Line, turn: Draft) -> bool:
    """Says whether a sentence goes on with the count that a speaker gives before it: it begins with a number that stands alone, and what is
    counted was said there ("The toll is 14, the port said. Two of them are pilots")."""
    taken_in = line.word(0) in ("counting", "including")  # "Counting those who died since, seven of …"
    at = next((k + 1 for k, t in enumerate(line.tokens[:14]) if t.text == ","), 0) if taken_in else 0
    at += line.word(at) in ("another", "about", "some", "only")
    while line.tag(at) == "CD" or (line.word(at) in ("and", "hundred", "-") and line.tag(at + 1) == "CD"):
        at += 1
    alone = at and (
        line.lemma(at) == "be" or line.word(at) in ("of", "more", "others", "were", "are", "remain", "had", "have")
    )
    held = any(t.tag == "CD" for t in view.lines[turn.line].tokens if any(s.contains(t.span) for s in turn.content))
    return bool(alone) and line.tag(at - 1) == "CD" and held


def _main_clause_beside(view: View, line: Line, here: Sequence[Draft]) -> Span | None:
    """Gives the writer's own clause before ", with X saying …", ", as shown by X, which says …" in one sentence."""
    if any(d.start <= line.span.start + 3 for d in here) or not any(
        "participle" in r or "relative" in r or "tagger" in r for d in here for r in d.rules
    ):
        return None
    commas = [i for i, t in enumerate(line.tokens) if t.text == "," and not line.quoted[i]]
    first = min(d.start for d in here)
    for i in reversed(commas):
        if line.tokens[i].start >= first:
            continue
        opens = line.word(i + 1)
        main = (0, i)
        if opens in ("with", "as", "which", "according") and _is_main(line, main):
            earlier = [k for k in commas if k < i and line.word(k + 1) in ("as", "with")]
            end = earlier[0] if earlier and _is_main(line, (0, earlier[0])) else i
            return line.span_of(0, end)
    return None


def _is_main(line: Line, part: tuple[int, int]) -> bool:
    lead = line.word(0) in ("while", "although", "though", "after", "when", "as", "if", "because", "since")
    return not lead and part[1] - part[0] >= 5 and any(line.tag(k) in FINITE for k in range(*part))
