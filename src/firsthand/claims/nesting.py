"""Who reports whom: the reporting phrases of one sentence put inside one another.

"The Post reported that Lund had said P" is one statement P by Lund that came through the Post; so is "P, Lund told the Post, AFP reported".
A phrase is *outer* when what it reports is nothing but another phrase; an outer phrase gives a link, the innermost gives the statement.
"""

from __future__ import annotations

from dataclasses import replace

from firsthand.claims.citing import cited_source, citing_at, without_citing
from firsthand.claims.cues import verb_lemma
from firsthand.claims.draft import Draft, Link
from firsthand.claims.givers import can_speak
from firsthand.claims.hands import ordered_links, source_head
from firsthand.claims.lexicon import (
    CLAUSE_ONLY,
    DOCUMENT,
    FIGURE_OF_SPEECH,
    JUDGEMENT,
    NOBODY,
    OF_WORDS,
    RELAYABLE,
    SPEECH,
    UNNAMED,
    WORDS_NOUN,
    is_hearsay,
    words,
)
from firsthand.claims.phrases import find_reports
from firsthand.claims.relays import find_links
from firsthand.claims.report import Report
from firsthand.claims.stretches import Range, after_dateline, head_of, is_mark, is_nominal, noun_phrase_end
from firsthand.claims.trimmed import outside, trimmed
from firsthand.claims.view import FINITE, Line, View
from firsthand.records import Spans
from firsthand.text.person_nouns import is_person_noun

_ADMITS = words("hospital clinic ward infirmary school university college museum prison jail club department unit")
_BIDS = words("order instruct offer advise beg implore exhort counsel")  # words only with what is to be done
_MEASURES = words("custom need taste size age merit habit ability rank season wish mean weight height")
_AS_MEANT = words("plan schedule design law tradition type")
_POINTING = words("it this that these those")
_QUESTION = words("whether what how why when who where")
_THEN = words("earlier later before ago")  # "a day earlier | it had claimed 54"
_UNDERLINING = words("underline underscore highlight show signal")


def read_line(view: View, line: Line) -> list[Draft]:
    """Gives the statements that a sentence reports, with the hands it names, in text order."""
    if not line.tokens or line.kind in ("note", "credit", "caption"):
        return []
    reports = [r for r in find_reports(line) if _can_speak(view, line, r)]
    reports = without_citing(line, reports)
    outers = _outers(line, reports)
    inner = [r for r in reports if r not in outers and not _is_inside(r, reports, outers)]
    return [d for r in inner if (d := _draft(view, line, r, reports, [o for o in outers if _covers(o, r)])) is not None]


def _can_speak(view: View, line: Line, report: Report) -> bool:
    """Says whether the subject can make a statement: not nobody, not a clock or a law by a figure of speech."""
    if report.subject is None:
        return True
    head = head_of(line, report.subject)
    if report.subject[1] - report.subject[0] == 1 and line.word(head) in ("i", "we", "you") and not line.quoted[head]:
        return False  # outside quotation marks "I" is the writer, "you" the reader
    if is_hearsay(line.span_of(*report.subject).of(view.text)) or (
        line.word(report.subject[0]) == "what" and report.form == "after"
    ):
        return False
    if report.refused and line.word(report.cue[0] + 1) == "yet" and not can_speak(view, line, report.subject):
        return False  # "two sites have yet to report"
    if (
        line.lemma(head) in FIGURE_OF_SPEECH | NOBODY
        and not line.tag(head).startswith("NNP")
        and report.form != "according to"
        and line.word(head + 1) not in ("from", "by")
    ) or line.word(report.subject[0]) in NOBODY | {"no"}:
        return False
    if line.word(report.subject[0]) in ("this", "that", "these", "those", "it") and line.lemma(
        head
    ) not in DOCUMENT | UNNAMED | {"it"}:
        return False
    bare = report.subject[1] - report.subject[0] == 1 and line.word(head) in _AS_MEANT
    if report.form == "according to" and (line.lemma(head) in _MEASURES or bare):
        return False  # "treated according to the customs of the sea", "opened according to plan"
    if _weighs(view, line, report, report.subject):
        return False
    if verb_lemma(line, report.verb) == "ask" and not can_speak(view, line, report.subject):
        return False  # "the ship had asked for a berth"
    return _reports_words(line, report)


def _weighs(view: View, line: Line, report: Report, subject: Range) -> bool:
    """Says whether the writer weighs a thing: "it shows how close …", "the offer signals …", "…, underlining the ties"; quoted words are
    somebody's own."""
    if any(line.quoted[k] for part in report.content for k in range(*part)):
        return False
    lemma = verb_lemma(line, report.verb)
    alone = subject[1] - subject[0] == 1 and line.word(subject[0]) in ("it", "this", "that", "which")
    participle = report.form == "participle" and lemma in _UNDERLINING and line.word(report.end) != "that"
    weighing = lemma in JUDGEMENT | {"show"}
    speaks = can_speak(view, line, subject) or is_person_noun(line.word(head_of(line, subject)))  # "a dentist in Aln"
    return (weighing and (alone or not speaks)) or participle


def _reports_words(line: Line, report: Report) -> bool:
    """Says whether what follows the verb are words at all: acts by the same verbs ("withdrew its troops") are left out."""
    if report.refused or not report.content or report.content[0][0] < report.start:
        return True
    places = [k for part in report.content for k in range(*part)]
    return reports_words(line, report.verb, report.subject or (0, 1), places)


def reports_words(line: Line, verb: int, assumed: Range, places: list[int]) -> bool:
    """Says whether the tokens at `places`, after a verb of many uses with the subject `assumed`, are words it reports."""
    lemma = verb_lemma(line, verb)
    if lemma == "ask" and any(line.word(k) in _QUESTION for k in places[:4]):
        return False  # a question states nothing
    that = line.word(places[0] - 1) == "that" and (
        line.tag(places[0] - 1) != "DT" or line.tag(places[0]) == "CD"
    )  # "screamed that night" says nothing
    clause = _is_clause(line, places) or that
    if lemma in _BIDS:
        told = any(line.quoted[k] for k in places) or that or (clause and lemma == "advise")
        first = next((k for k in places if line.tag(k) in FINITE or line.tag(k) == "TO"), None)
        return told or (first is not None and line.tag(first) == "TO")
    if lemma == "appeal":
        # "Appealed the ruling" and "appeals to children" report no words.
        asks = any(line.tag(k) == "TO" and line.tag(k + 1) == "VB" for k in places)
        return clause or asks or line.word(verb + 1) == "for"
    if lemma == "find":
        if line.lemma(head_of(line, assumed)) in WORDS_NOUN:
            return False  # "that version finds no support"
        return (
            clause
            or line.lemma(head_of(line, assumed)) in DOCUMENT
            or line.word(places[0]) in ("no", "little", "evidence", "fault")
        )
    if lemma in CLAUSE_ONLY or (lemma in ("put", "take") and line.tag(assumed[0]) == "PRP"):
        document = line.lemma(head_of(line, assumed)) in DOCUMENT
        return (
            clause
            or document
            or (lemma == "see" and line.tag(verb) in ("VBZ", "VBP") and any(line.tag(k) == "CD" for k in places))
            or (lemma == "agree" and line.tag(places[0]) == "TO")
        )
    if lemma == "admit" and line.lemma(head_of(line, assumed)) in _ADMITS:
        return line.word(places[0] - 1) == "that"  # "the hospital admitted 84 people"
    if line.word(places[0]) in _POINTING and (lemma in OF_WORDS or lemma == "deny"):
        return True  # "disputes this", "denied it in court"
    if lemma == "deny" and line.tag(places[0]) in ("NNP", "PRP") and len(places) > 1:
        return clause
    if lemma in OF_WORDS:
        return (
            clause
            or any(line.lemma(k) in WORDS_NOUN or line.word(k) in WORDS_NOUN for k in places)
            or line.tag(places[0]) == "PRP"
        )
    return True


def _is_clause(line: Line, places: list[int]) -> bool:
    """Says whether words are a clause or a quotation: the first finite verb is not that of a relative ("the case against a man who …")."""
    if any(line.quoted[k] for k in places):
        return True
    first = next((k for k in places if line.tag(k) in FINITE), None)
    if first is not None and _begins_anew(line, places[0], first):
        return False  # "held a licence | and was inspected", "held the guard, and the gate was gone"
    return first is not None and not any(line.tag(k) in ("WP", "WDT") for k in places if k < first)


def _begins_anew(line: Line, start: int, verb: int) -> bool:
    """Says whether a verb belongs to a clause that is added to an object: right behind "and", or with a comma before that."""
    added = (k for k in range(start + 1, verb) if line.tokens[k].text == "," and line.word(k + 1) in ("and", "but"))
    return line.word(verb - 1) in ("and", "or", "but") or any(added)


def _outers(line: Line, reports: list[Report]) -> list[Report]:
    """Gives the phrases whose content is nothing but another phrase."""
    return [
        r
        for r in reports
        if r.form != "noun"
        and any(
            _covers(r, other) and other.form != "noun" and _says_only(r, other, line)
            for other in reports
            if other is not r
        )
    ]


def _covers(outer: Report, inner: Report) -> bool:
    return any(start <= inner.verb < end for start, end in outer.content) and outer is not inner


def _says_only(outer: Report, inner: Report, line: Line) -> bool:
    lemma = line.lemma(inner.verb)
    if (
        outer.form == "according to"
        and outer.subject
        and line.lemma(head_of(line, outer.subject)) in DOCUMENT
        and lemma in SPEECH
    ):
        lemma = "say"  # "Lund blamed the weather, according to a note": the note passes on his words
    phrasal = inner.cue[1] - inner.verb > 1
    asked = lemma == "ask" and line.word(inner.cue[0]) == "had"  # "his daughter said he had asked for no flowers"
    credited = inner.form == "according to" and outer.form == "as by"
    if lemma == "promise" and not any(
        line.tag(k) in (*FINITE, "TO") or line.quoted[k] for part in inner.content for k in range(*part)
    ):
        return False  # "said a guard promised him $40"
    if not inner.content or not (phrasal or asked or credited or lemma in RELAYABLE) or inner.refused or outer.refused:
        return False
    if inner.form in ("participle", "second verb"):
        return True
    start = outer.content[0][0]
    begin = min(inner.start, inner.content[0][0])
    return (
        begin <= start
        or all(line.tag(k) in ("RB", "CC", ",") for k in range(start, begin))
        or line.word(start) in ("in", "on")
        or (line.word(begin - 1) in _THEN and all(is_nominal(line, k) for k in range(start, begin - 1)))
    )


def _is_inside(report: Report, reports: list[Report], outers: list[Report]) -> bool:
    """Says whether a phrase lies in the words of another one that is kept whole."""
    return report.form != "noun" and any(_covers(other, report) and other not in outers for other in reports)


def _draft(view: View, line: Line, report: Report, reports: list[Report], outers: list[Report]) -> Draft | None:
    source = report.subject or _inherited(line, report, reports)
    content = _refusal(line, report) if report.refused else trimmed(view, line, report)
    if source is None or not content or not _can_speak(view, line, replace(report, subject=source)):
        return None
    if report.form == "relative" and any(r.addressee and r.addressee[0] <= source[0] < r.addressee[1] for r in reports):
        return None  # "told his sister, who alerted the Post": a hand, not a statement
    found = find_links(view, line, outside(line, content))
    links = ordered_links(view, line, report, outers, found)
    cited = cited_source(view, line, report, reports)
    if cited is not None and any(o.start > report.start for o in outers):
        links, cited = _with_cited(line, links, cited[0]), None
    if cited is not None:
        source, links = cited[0], [*cited[1], *links]
    elif report.form in ("according to", "as by"):
        source = source_head(line, source)
    return Draft(
        content=tuple(line.span_of(*part) for part in content),
        kind="headline" if line.kind == "headline" else "indirect",
        line=line.index,
        source=(line.span_of(*source),),
        cue=_cues(line, report, source, cited is not None),
        links=tuple(links),
        refused=report.refused,
        lemma=verb_lemma(line, report.verb),
        rules=(f"phrase {report.form}", *(("outer phrase",) if outers else ()), *(link.rule for link in links)),
    )


def _with_cited(line: Line, links: list[Link], cited: Range) -> list[Link]:
    """Gives the links with whom the outer party cites: "Lund told the court that P, the Post reported, citing two clerks" came to the
    Post through the clerks; a paper it cites is no hand."""
    if line.lemma(head_of(line, cited)) in DOCUMENT:
        return links
    party = line.span_of(*cited)
    at = next((k for k, link in enumerate(links) if link.rule == "outer phrase"), len(links))
    return [*links[:at], Link(party=party, kind="relays", words=(party,), rule="citing"), *links[at:]]


def _cues(line: Line, report: Report, source: Range, cited: bool) -> Spans:
    """Gives the cue's spans: two for "the agency | quoted | the port | as saying", so that the tagger's "quoted" is no cue of its own."""
    own = line.span_of(*_cue(line, report, cited))
    if report.through is None or report.through[1] >= source[0]:
        return (own,)
    return (line.span_of(report.through[1], source[0]), own)


def _cue(line: Line, report: Report, cited: bool) -> Range:
    if cited:
        at = citing_at(line) or 0
        return (at, at + 1)
    return report.cue


def _refusal(line: Line, report: Report) -> list[Range]:
    """Gives the words of a negated cue from the cue on, so that they cannot be read the wrong way round."""
    end = max((part[1] for part in report.content), default=0)
    turn = next((k for k in range(report.cue[1], end - 2) if line.tokens[k].text == "," and line.word(k + 1) in ("and", "but", "while")
                 and not line.quoted[k] and line.tag(k + 2) not in FINITE), None)  # fmt: skip
    if turn is not None and any(line.tag(k) in FINITE for k in range(turn + 2, end)):
        end = turn
    if end <= report.cue[1]:
        end = next(
            (
                k
                for k in range(report.cue[1], len(line.tokens))
                if is_mark(line, k) or line.tokens[k].text in (".", "!", "?")
            ),
            len(line.tokens),
        )
    return [(report.cue[0], end)]


def _inherited(line: Line, report: Report, reports: list[Report]) -> Range | None:
    """Gives the subject of a participle, a second verb or a relative clause."""
    if report.form == "relative":
        return _antecedent(line, report.cue[0] - 1)
    earlier = [
        r.subject
        for r in reports
        if r.subject is not None and r.verb < report.verb and r.form not in ("according to", "as by")
    ]
    if earlier:
        return earlier[-1]
    opens = after_dateline(line)
    start = next((k for k in range(opens, len(line.tokens)) if line.tag(k).startswith(("NN", "PRP", "DT"))), None)
    if start is None or any(line.tag(k) == "IN" for k in range(opens, start)):
        return None
    end = noun_phrase_end(line, start)
    return (start, end) if start < end < report.cue[0] else None


def _antecedent(line: Line, relative: int) -> Range | None:
    end = relative
    while end > 0 and (line.tokens[end - 1].text == "," or line.quoted[end - 1]):
        end -= 1
    start = end
    while start > 0 and (
        line.tag(start - 1).startswith(("NN", "JJ", "POS", "CD", "PRP$"))
        or line.word(start - 1) in ("of", "the", "a", "an")
    ):
        start -= 1
    return (start, end) if start < end else None
