"""The table of status rules. A row is a name that `explain` prints, the status, the words, and how far they reach.

Rows are grouped by status; where two cues are equally long the upper row wins, so refusals and denials stand above the
plain verbs they contain. A status of None is a stated future: `control` says whether it is planned or forecast. A row
with the status "asserted" gives no cue: it only keeps another rule off its words ("asked if").
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.annotate.status.patterns import Pattern, compile_pattern
from firsthand.annotate.status.scope import Scope
from firsthand.records import Status


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: `pattern` finds the cue, `scope` says which words it governs."""

    name: str
    status: Status | None
    scope: Scope
    pattern: Pattern
    headline_only: bool = False


_VOUCH = "confirm|verify|corroborate|authenticate|substantiate|acknowledge"
_TELL = "comment|respond|reply|answer|say|disclose|elaborate|specify|reveal|divulge"
_CLAIM_NOUN = "statement|report|claim|allegation|accusation|figure|remark|comment|story|assertion|estimate|testimony|confession|suggestion|account|charge|idea|notion"
_COUNT_NOUN = "toll|figure|figures|count|number|estimate|tally|total|statement|account|version|forecast"
_FALSE = "false|untrue|baseless|unfounded|fabricated|inaccurate|groundless|fictitious"
_SLUR = "false|fake|lie|lies|nonsense|fabrication|baseless|untrue|fantasy|unfounded|absurd|disinformation|propaganda|slander|rubbish"
_HEARSAY = "said|reported|rumoured|rumored|alleged|believed|understood|thought|reputed"
_DENY = "deny|refute|rebut|repudiate|disavow|debunk|disown"
_AUX = "be|have|do|will|would|can|could|may|might|must|shall|should"
_DATED = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next|january|february|march|april|june|july|august|september|october|november|december"

_ROWS: tuple[tuple[str, Status | None, Scope, str], ...] = (
    # --- corrected
    ("correction notice", "corrected", "sentence", "^ correction|clarification|corrigendum|erratum $"),
    ("corrects", "corrected", "complement", "correct|retract|recant|rescind|misstate|misreport|misquote|clarify/VB"),
    ("was corrected", "corrected", "clause", "be|have ~ be? ~ correct|retract|recant|withdraw/VBN $"),
    ("walks back", "corrected", "complement", "walk|take/VB ..4 back"),
    ("issues a correction", "corrected", "clause", "issue|publish|print|append|run ..3 correction|retraction|clarification"),
    ("withdraws a statement", "corrected", "complement", f"{{ withdraw|amend|revise/VB }} ..4 {_CLAIM_NOUN}"),
    ("revises a count", "corrected", "complement", f"{{ revise|amend/VB }} ..4 {_COUNT_NOUN}"),
    ("a revised count", "corrected", "clause", f"{_COUNT_NOUN} {{ be|have ~ be? ~ revised|amended }}"),
    ("an earlier version", "corrected", "sentence", "{ earlier|previous|original|initial version|report|statement|figure|account|article|story } ..8 "
     "wrong|incorrect|incomplete|misstate|mistaken|say|state|misspell|erroneous|incorrectly|wrongly|misidentify"),
    ("wrongly said", "corrected", "sentence", "incorrectly|wrongly|erroneously|mistakenly say|state|report|identify|quote|attribute|give|spell|describe|put"),
    # --- not confirmed
    ("neither confirms nor denies", "not confirmed", "clause", f"neither|not|nor ~ {_VOUCH} ~ or|nor ~ {_DENY}|dispute"),
    ("does not confirm", "not confirmed", "clause", f"{_AUX}? not|never ~ have|be? be? ~ {_VOUCH}/VB"),
    ("does not say", "not confirmed", "clause", f"{_AUX}? not|never ~ have? ~ {_TELL}/VB -it"),
    ("nobody confirms", "not confirmed", "clause", f"neither|no|none|nobody|nothing ..7 {{ {_AUX} ~ be? ~ {_VOUCH}|comment|say|respond|reply|answer/VB }}"),
    ("does not deny", "not confirmed", "clause", f"{_AUX}? not|never ~ {_DENY}/VB"),
    ("declines to say", "not confirmed", "clause", f"decline|refuse to ~ {_VOUCH}|{_TELL}|discuss|give|provide|name|identify|speak|talk|be"),
    ("declines", "not confirmed", "clause", "decline|refuse any|further|all|a|an? comment|request|requests|interview"),
    ("could not be reached", "not confirmed", "clause", "could|can not ~ be ~ reached|contacted|verified|confirmed|established|authenticated|corroborated|determined|ascertained"),
    ("unable to verify", "not confirmed", "clause", f"unable|impossible to ~ {_VOUCH}|determine|establish|reach|assess|check"),
    ("not available for comment", "not confirmed", "clause", "not ~ available|reachable ..2 comment|interview"),
    ("unavailable for comment", "not confirmed", "clause", "unavailable|unreachable for comment|interview"),
    ("no comment", "not confirmed", "clause", "no immediate|official|independent|further|public|formal? comment|response|reply|confirmation|word|answer"),
    ("gives no details", "not confirmed", "clause", "give|offer|provide|make no further|other|immediate? detail|details|comment|explanation|reason|evidence|timetable|reply"),
    ("says nothing", "not confirmed", "clause", "say|reveal|disclose nothing -of"),
    ("not aware", "not confirmed", "clause", "not ~ aware of"),
    ("unaware", "not confirmed", "clause", "unaware of"),
    ("no knowledge", "not confirmed", "clause", "no knowledge|information|indication of|about|on"),
    ("not clear", "not confirmed", "clause", "be not ~ clear|known whether|if|who|what|how|when|where|why|$"),
    ("not yet clear", "not confirmed", "clause", "not ~ clear|known"),
    ("unclear", "not confirmed", "clause", "be|remain|stay ~ unclear|unknown|unconfirmed|unverified|undisclosed"),
    ("goes unanswered", "not confirmed", "clause", "go|remain unanswered"),
    ("stays silent", "not confirmed", "clause", "be|remain|stay|keep|fall silent|tight-lipped on|about|over?"),
    ("hangs up", "not confirmed", "clause", "hang/VB up"),
    # --- denied
    ("does not rule out", "possible", "complement", f"{_AUX}? not|never ~ rule|exclude out?"),
    ("denies", "denied", "complement", f"{_DENY}/VBD|VBZ|VBP|VBG -access|entry|bail|asylum|permission|treatment|him|her|them|us|me|you|visa|visas"),
    ("to deny", "denied", "complement", f"to|{_AUX} ~ {_DENY}/VB|VBN -access|entry|bail|asylum|permission|treatment|him|them|a|the|visas"),
    ("was denied by", "denied", "clause", f"be ~ {_DENY}/VBN by|$"),
    ("rejects", "denied", "complement", "reject|dispute|contest/VBD|VBZ|VBP|VBG"),
    ("has rejected", "denied", "complement", "have|to|will|would ~ reject|dispute|contest/VB"),
    ("was rejected", "denied", "clause", "be ~ reject|dispute|dismiss/VBN as|by|$"),
    ("dismisses as", "denied", "complement", "{ dismiss/VB } ..10 as"),
    ("dismisses a claim", "denied", "complement", f"{{ dismiss/VB }} ..4 {_CLAIM_NOUN}"),
    ("rules out", "denied", "complement", "rule/VB ..3 out"),
    ("laughs off", "denied", "complement", "laugh|brush|shrug|wave|bat|swat off|aside|away"),
    ("pleads not guilty", "denied", "clause", "plead? ~ not guilty"),
    ("protests innocence", "denied", "clause", "maintain|protest|insist ..3 innocence|innocent"),
    ("calls it false", "denied", "complement", f"{{ call|brand|label|describe|denounce|condemn/VB }} ..8 {_SLUR}"),
    ("is false", "denied", "clause", f"be ~ {_FALSE}"),
    ("is not true", "denied", "clause", "be ' not ~ true|correct|accurate|so"),
    ("no truth", "denied", "clause", "no|any truth|substance|basis to|in|for|$"),
    ("elliptical denial", "denied", "clause", f"<PRP|NN|EX|DT> {{ {_AUX} not }} $"),
    ("elliptical never", "denied", "clause", f"<PRP|NN|EX> ' {{ never {_AUX} }} $"),
    # --- confirmed
    ("confirms", "confirmed", "complement", f"{_VOUCH}|concede|admit/VBD|VBZ|VBP|VBG -to"),
    ("to confirm", "confirmed", "complement", f"to|will|would|can ~ {_VOUCH}|concede|admit/VB"),
    ("has confirmed", "confirmed", "complement", f"have ~ {_VOUCH}|concede|admit/VBN -to"),
    ("was confirmed", "confirmed", "clause", f"be ~ {_VOUCH}|concede/VBN"),
    ("admits to", "confirmed", "complement", "admit to <VBG|PRP$>"),
    ("accepts that", "confirmed", "complement", "accept/VB that|\"|“|``"),
    ("vouches for", "confirmed", "complement", "vouch for"),
    # --- reported
    ("hearsay adverb", "reported", "clause", "reportedly|allegedly|purportedly|supposedly|rumouredly"),
    ("is said to", "reported", "clause", f"be ~ {_HEARSAY} to ~ <VB>"),
    ("said to", "reported", "infinitive", "reported|rumoured|rumored|alleged|believed|understood|thought|reputed/VBN to ~ <VB>"),
    ("is reported dead", "reported", "clause", "be ~ reported|rumoured|rumored|believed|presumed|thought <VBN|JJ>"),
    ("it is said that", "reported", "sentence", "it be ~ said|rumoured|rumored|whispered|alleged|reported|believed|understood that"),
    ("rumour", "reported", "complement", "rumour|rumor|hearsay|speculation that|of|about"),
    ("rumour has it", "reported", "sentence", "rumour|rumor|word|legend|story have|go it?"),
    ("by some accounts", "reported", "clause", "by some|many|most|several|all accounts"),
    ("unconfirmed reports", "reported", "sentence", "unconfirmed|unverified report|reports|account|accounts|claim|claims|rumour|rumours"),
    ("unverified", "not confirmed", "phrase", "unconfirmed|unverified <NN>"),
    ("alleged", "reported", "phrase", "alleged|purported|supposed|reputed/JJ|VBN <NN|JJ>"),
    # --- possible
    ("may", "possible", "clause", "may|might/MD"),
    ("could", "possible", "clause", "could/MD -not|n't|never|hear|see|feel|smell|barely|hardly|only"),
    ("would have", "possible", "clause", "would/MD ~ not? ~ have ~ <VBN>"),
    ("if", "possible", "sentence", "if|unless/IN"),
    ("whether", "asserted", "clause", "ask|wonder|know|see|say|tell|doubt|check|determine|decide|question|sure|even|as|only ..2 if/IN"),
    ("condition", "possible", "sentence", "provided|assuming that"),
    ("in the event of", "possible", "sentence", "in the event of|that"),
    ("should, inverted", "possible", "sentence", "^ { should/MD } <DT|PRP|NN|JJ>"),
    ("had, inverted", "possible", "sentence", "^ { had/VBD } <DT|PRP|NN|JJ> ..12 would|might|could"),
    ("is weighing", "possible", "clause", "consider|weigh|mull|contemplate|explore|ponder|eye|study|debate/VBG"),
    ("considers doing", "possible", "complement", "consider|weigh|mull|contemplate|explore|ponder/VBD|VBZ|VBP <VBG>"),
    ("floats", "possible", "complement", "float|moot|mull/VBD|VBZ|VBN -in|on|down|past|away|off|ashore|across"),
    ("possibly", "possible", "clause", "potentially|possibly|perhaps|maybe|conceivably|probably"),
    ("it is possible", "possible", "sentence", "be ~ possible|conceivable|plausible that"),
    ("possibility", "possible", "complement", "possibility|chance|likelihood|prospect that|of"),
    ("feared dead", "possible", "clause", "feared|suspected dead|killed|drowned|lost|trapped|injured|missing"),
    # --- forecast
    ("will likely", "forecast", "clause", "will|would|shall/MD ~ likely|probably|inevitably|surely|undoubtedly"),
    ("is expected to", "forecast", "clause", "be|seem|appear|look|remain ~ not? ~ expected|projected|forecast|forecasted|predicted|anticipated|likely|unlikely|tipped|certain|bound|poised to"),
    ("is likely", "forecast", "clause", "be|seem|look ~ likely|unlikely|inevitable|expected that|$"),
    ("is expected on", "forecast", "clause", "be ~ expected on|in|by|next|tomorrow|today|later|this"),
    ("likely to", "forecast", "infinitive", "expected|projected|predicted|likely|unlikely|certain|bound|poised to ~ <VB>"),
    ("expects", "forecast", "complement", "expect|predict|forecast|project|anticipate|foresee/VBD|VBZ|VBP|VBG"),
    ("sees at", "forecast", "complement", "see/VBP|VBZ|VBD ..4 at <CD>"),
    ("has forecast", "forecast", "complement", "have ~ predicted|forecast|projected|anticipated"),
    ("bets on", "forecast", "complement", "bet on"),
    ("on course", "forecast", "clause", "on course|track|pace to|for"),
    # --- planned, and futures that are one or the other
    ("agrees to", "planned", "clause", "agree ~ to -continue|keep|maintain|remain|carry|differ|disagree <VB>"),
    ("plans to", "planned", "clause", "plan|intend|aim|decide|commit|undertake|opt|resolve|prepare|threaten|vow|pledge|promise/VB ~ not? ~ to ~ <VB>"),
    ("plans on", "planned", "clause", "plan on <VBG>"),
    ("vows", "planned", "complement", "vow|pledge|promise|undertake/VBD|VBZ|VBP|VBG"),
    ("has vowed", "planned", "complement", "have ~ vowed|pledged|promised"),
    ("plan to", "planned", "infinitive", "plan|decision|intention|agreement|promise|pledge|vow|commitment|intent/NN to ~ <VB>"),
    ("scheduled", "planned", "clause", "be ~ scheduled|slated|timetabled|due|planned|earmarked|pencilled to|for|on|in|at|next|by"),
    ("set for", "planned", "clause", "be ~ set for"),
    ("timetable", "planned", "clause", f"{{ open|begin|start|resume|close|launch|air|depart/VBZ|VBP }} ..5 on|in|next|tomorrow {_DATED}"),
    ("is set to", None, "clause", "be|look ~ set|about|going to ~ <VB>"),
    ("is to", None, "clause", "be/VBZ|VBP|VBD ~ not? ~ to ~ -blame <VB>"),
    ("will", None, "clause", "will|would|shall|wo/MD ~ not? ~ ' -have|like|love|prefer|rather|welcome <VB>"),
)  # fmt: skip

# "City to close baths": noun phrase, no finite verb, infinitive; at the start or after "Sources:".
_HEADLINE_NOUNS = "<NN|JJ|CD> " + "<NN|JJ|CD|POS|IN|DT|CC>? " * 5

_HEADLINE_ROWS: tuple[tuple[str, Status | None, Scope, str], ...] = (
    ("headline infinitive", None, "clause", f"^ -how|what|where|when|who|why|reason|way {_HEADLINE_NOUNS} {{ to <VB> }}"),
    ("headline infinitive", None, "clause", f": ' -how|what|where|when|who|why|reason|way {_HEADLINE_NOUNS} {{ to <VB> }}"),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(name, status, scope, compile_pattern(source), headline_only)
    for rows, headline_only in ((_ROWS, False), (_HEADLINE_ROWS, True))
    for name, status, scope, source in rows
)
