"""How a claim answers: denial, non-confirmation, refusal, confirmation, correction, retraction, qualification, or a mere response.

Read from the claim's own words and the words that frame them in its sentence; what the rest of the page says does not count. Tables of
cues in the order in which they are asked: a "did not deny" is asked before "deny", a "neither confirm nor deny" before both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from firsthand.text.sentences import sentence_ends


@lru_cache(maxsize=4)  # every claim of a page asks for the sentences of one text
def _ends(text: str) -> tuple[int, ...]:
    return tuple(sentence_ends(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A marked claim in its text: code points, end exclusive."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def sentence(self) -> tuple[int, int]:
        """Gives the bounds of the sentences that hold the marked words."""
        ends = _ends(self.text)
        start = max((e for e in ends if e <= self.start), default=0)
        end = min((e for e in ends if e >= self.end), default=len(self.text))
        return start, end

    @property
    def frame(self) -> str:
        """Gives the words of its sentence round the marked ones, with " … " in their place."""
        start, end = self.sentence
        return f"{self.text[start : self.start]} … {self.text[self.end : end]}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How a claim answers another: the relation, the words that show it."""

    relation: str
    cue: str

    @property
    def is_own_word(self) -> bool:
        """Says whether only the one who made the answered claim can answer so."""
        return self.relation in ("corrects", "retracts", "qualifies")


def _rows(*rows: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((relation, re.compile(pattern, re.I)) for relation, pattern in rows)


# Asked of the marked words and of what stands before them in the sentence.
CUES = _rows(
    ("responds", r"\b(?:did|do|does|has|have|would|could)(?:\s+not|n[’']t)\s+(?:\w+\s+)?(?:deny|denied|rule out|dispute)\b|\bno longer den(?:y|ies|ied)\b|\bstopped short of denying\b"),
    ("declines to comment", r"\bneither\s+confirm(?:ed|s)?\s+nor\s+den(?:y|ied|ies)|\b(?:confirm|deny) or (?:deny|confirm)\b"),
    ("retracts", r"\bretract(?:s|ed|ing|ion)?\b|\bresc(?:ind|inds|inded|inding)\b|\b(?:tak(?:e|es|ing|en)|took) back\b|\b(?:tak(?:e|es|ing|en)|took|pull(?:s|ed)?) down (?:its|his|her|their|the)\b|\bwithdr(?:aw|ew|awn|aws|awing) (?:its|his|her|their|the|what|a) (?:\w+ )?(?:statement|claim|report|remark|accusation|denial|comment|allegation|article|notice|story|words?|he had|she had|they had|we had|it had)?|\brecall(?:s|ed|ing) (?:its|his|her|their|the) (?:notice|statement|report|letter|claim)|\bno longer (?:blames?|says?|claims?|asserts?|maintains?|stands? by|accuses?|believes?|holds?)|\bhad (?:been )?(?:invented|made (?:it )?up|fabricated)\b|\bhas removed its\b|\bdeclared? (?:it )?void\b|\bissued (?:by|in) (?:mistake|error)\b|\bnobody (?:\w+ )?(?:struck|hit|beat|touched) h(?:im|er)\b"),
    ("corrects", r"\bcorrect(?:s|ed|ing|ion)\b|\breplac(?:e|es|ed|ing) (?:its|his|her|the|their)\b|\binstead of\b|\bgave the wrong\b|\b\w+, not \w+,|\brevis(?:es|ed|ing)\b|\bwas wrong(?:ly)?\b|\bwe (?:misstated|misreported)|\b(?:had|was) in (?:fact|truth)\b"),
    ("qualifies", r"\bshould have (?:read|written|said|been)\b|\bclarif(?:y|ies|ied|ying)\b|\blimit(?:s|ed|ing) (?:its|his|her|their|the)\b|\bnow says?\b|\bnow speaks? (?:only )?of\b|\b(?:had )?meant\b|\bbut for (?:a|some|one|two)\b|\bcould not speak for\b|\bbest estimate\b|\bhad covered\b|\bin (?:most|some) (?:cases|trials)\b|\bnarrow(?:s|ed)\b|\bbacked away\b|\bsoften(?:s|ed)\b|\bwhich we should have\b|\bpersonally had not\b|\bnot all\b|\bwith (?:a )?few exceptions\b|\bin general terms\b|\bconsider(?:ed)?\"|\bto [\"“]consider[\"”]"),
    ("declines to comment", r"\bno(?:t| immediate| further)? comment\b|\bdeclin(?:e|es|ed|ing)(?: \w+)? to (?:comment|say|discuss|answer|assess|give|name|elaborate|be drawn|be interviewed|speculate|specify|confirm|respond|explain|speak)\b|\brefus(?:e|es|ed|ing) to (?:comment|say|discuss|answer|elaborate|be drawn|give details|speak|name)\b|\bwould not (?:say|be drawn|discuss|comment|talk|elaborate|answer|give|name|speak)\b|\bnothing (?:more )?to (?:add|say)\b|\bdid(?: not|n[’']t) (?:respond|reply|answer|return|comment)\b|\b(?:not|never) (?:going to )?(?:discuss|comment|talk about|speak about)\b|\bdoes not comment\b|\bprevents? (?:us|it|them|him|her|me) from (?:speaking|commenting|saying|discussing)\b|\b(?:rules|law|policy|confidentiality|privacy)\b[^.]{0,40}\b(?:not allow|forbids?|prevents?|bars?|do not permit|does not permit)\b|\bwould say only\b|\b(?:are|is|remain) confidential\b|\bremained silent\b|\bpolicy not to\b|\bcannot (?:comment|discuss) (?:on )?(?:individual|ongoing|pending|clients|patients|operational)"),
    ("does not confirm", r"\b(?:could|can|cannot|can[’']t|was|were|is|are|has|have|had|be|been)\b[^.;]{0,40}\b(?:not|cannot|unable|never|neither)\b[^.;]{0,40}\b(?:confirm|verif|establish|corroborat|substantiat|check)\w*|\b(?:not|cannot|neither|nor|unable to)\b[^.;]{0,25}\b(?:confirm\w*|verif\w+|establish|corroborat\w+|say (?:who|what|whether|where|how|if)|rule (?:it )?out|exclude)\b|\bneither\b[^.;]{0,50}\bcould be (?:verified|confirmed|checked)\b|\btoo early\b|\bno (?:information|knowledge|record|data|recollection|evidence|proof|indication|way of knowing)\b|\bdo(?:es)? not (?:know|recall|remember)\b|\bdid not (?:know|recall|remember|exclude)\b|\bcould not (?:yet )?(?:say|tell|recall|remember)\b|\bhad been told nothing\b|\bcontains? no record\b|\bunaware\b|\bnot aware of\b|\bunconfirmed\b|\bawait(?:s|ing)\b"),
    ("denies", r"\bden(?:y|ies|ied|ial|ying)\b|\breject(?:s|ed|ing)? (?:the|that|this|his|her|its|their|any|a|claims?|reports?|accusations?|allegations?|suggestions?)\b|\bdismiss(?:es|ed|ing)? (?:the|that|this|any|as|it|claims?|reports?|allegations?|suggestions?)\b|\bdisput(?:es|ed|ing)\b|\buntrue\b|\bfabricat(?:ed|ion|ions)\b|\bnothing of the sort\b|\bno such\b|\bnot true\b|\b(?:a|an|pure|complete|outright) (?:lies?|invention|hoax|fiction|fantasy|nonsense|slander)\b|\blies\b|\bfalse(?:hood|ly)?\b|\bbaseless\b|\bgroundless\b|\bunfounded\b|\brefut(?:es|ed|ing)\b|\brebut(?:s|ted)\b|\brefused to accept\b|\bcontested\b|\brepudiat(?:es|ed)\b|\brebuff(?:s|ed)\b|\bdebunk(?:s|ed)\b|\bat no time\b|\bnot one of (?:them|us|the|our|its|his|her)\b"),
    ("confirms", r"\b(?<!un)confirm(?:s|ed|ing)?\b|\backnowledg(?:e|es|ed|ing)\b|\badmit(?:s|ted|ting)?\b|\bconced(?:e|es|ed|ing)\b|[\"“]yes,|\bcorroborat(?:es|ed)\b|\bbore out\b|\bbears? out\b"),
)  # fmt: skip
# Asked where no cue decides: the marked words themselves negate.
NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|no one|nothing|neither|nor|without)\b|n[’']t\b", re.I)
# "It is not true that nobody …" affirms; so does a negated negation under a denial verb.
_AFFIRMING = re.compile(
    r"\bnot true that\b[^.;]{0,80}\b(?:never|no|not|nobody|none)\b|\bdenie[sd] that\b[^.;]{0,60}\b(?:never|nobody|none)\b",
    re.I,
)
_RELAYED = re.compile(
    r"\bconfirm(?:s|ed)? that\s+(?!he\b|she\b|it\b|they\b)[^.;]{0,60}\b(?:said|announced|stated|claimed|issued)\b|\bstands? by (?:its|the|our) (?:story|report)",
    re.I,
)
_OTHER_SENSE = re.compile(
    r"\bden(?:y|ies|ied)\b[^.;]{0,40}\b(?:bail|entry|access|a (?:new )?(?:permit|visa|licence|license)|it a|him a|her a|them a|the request|a request|asylum)\b|\bdeclined by\b|\bconfirmed in office\b",
    re.I,
)
_CONDITIONAL = re.compile(r"^\W*(?:if|should|were)\b|\b(?:said|says)(?: that)? if\b", re.I)


def read_reply(passage: Passage) -> Reply | None:
    """Gives how a marked claim answers, or None when it only states something.

    >>> text = "The mill denied that it had dumped the dye."
    >>> read_reply(Passage(text=text, start=9, end=42)).relation
    'denies'
    """
    near = _near(passage)
    if _OTHER_SENSE.search(near) or _RELAYED.search(near):
        return None
    if match := _AFFIRMING.search(near):
        return Reply(relation="confirms", cue=match.group())
    for stretch in (passage.words, near):
        for relation, pattern in CUES:
            if match := pattern.search(stretch):
                if _is_condition(passage):
                    return Reply(relation="responds", cue=match.group())
                return Reply(relation=relation, cue=match.group().strip())
    return Reply(relation="responds", cue="if") if _is_condition(passage) else None


def is_negated(words: str) -> bool:
    """Says whether words deny by plain negation: an odd number of negations in their first clause.

    >>> is_negated("nobody had been dismissed"), is_negated("contracts had ended")
    (True, False)
    """
    return len(NEGATION.findall(re.split(r"[;:]", words)[0])) % 2 == 1


def _near(passage: Passage) -> str:
    """Gives the marked words with the clause of their sentence that governs them: what stands before them, and a short tail."""
    start, end = passage.sentence
    before = re.split(r"[;]|[\"”]\s", passage.text[start : passage.start])[-1]
    after = re.split(r"[;.]", passage.text[passage.end : end])[0]
    tail = (
        after
        if re.match(r"^[,\"”]*\s*(?:\w+\s+){0,6}(?:confirm|admit|conced|acknowledg|said when|den(?:y|ie))", after)
        else ""
    )
    return f"{before}{passage.words}{tail}"


def _is_condition(passage: Passage) -> bool:
    return bool(_CONDITIONAL.search(passage.text[passage.sentence[0] : passage.end]))
