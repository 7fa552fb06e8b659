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
    source: str
    headline_only: bool = False


_VOUCH = "confirm|verify|corroborate|authenticate|substantiate|acknowledge"
_TELL = "comment|respond|reply|answer|say|disclose|elaborate|specify|reveal|divulge|discuss|speak|talk"
_CLAIM_NOUN = "statement|report|claim|allegation|accusation|figure|remark|comment|story|assertion|estimate|testimony|confession|suggestion|account|charge|idea|notion"
_PUBLISHED = "photograph|photo|picture|image|video|footage|caption|article|story|post|study|paper"
_COUNT_NOUN = "toll|figure|figures|count|number|estimate|tally|total|statement|account|version|forecast"
_MESSAGE = "call|calls|phone|telephone|message|messages|email|emails|request|requests|question|questions|inquiries|door"
_FALSE = "false|untrue|baseless|unfounded|fabricated|inaccurate|groundless|fictitious"
_SLUR = "false|fake|lie|lies|nonsense|fabrication|baseless|untrue|fantasy|unfounded|absurd|disinformation|propaganda|slander|rubbish"
_HEARSAY = "said|reported|rumoured|rumored|alleged|believed|understood|thought|reputed|learnt|learned"
_DENY = "deny|refute|rebut|repudiate|disavow|debunk|disown"
_AUX = "be|have|do|will|would|can|could|may|might|must|shall|should"
_DATED = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next|january|february|march|april|june|july|august|september|october|november|december"
# What is done on a set day, so that the present tense with a day to come tells of a plan ("ministers meet on Friday").
_SET = (
    "open|reopen|begin|start|resume|close|launch|air|depart|meet|vote|return|finish|end|expire|arrive|play|face|fly|leave|travel|visit|host|hear|decide|debate|"
    "sit|take|convene|gather|retire|sail|step|stand|move|join|go|land|premiere|stage|appear"
)

HEARSAY = "hearsay adverb"

_ROWS: tuple[tuple[str, Status | None, Scope, str], ...] = (
    # --- corrected
    ("correction notice", "corrected", "sentence", "^ correction|clarification|corrigendum|erratum $"),
    ("corrects", "corrected", "complement", "correct|retract|recant|rescind|misstate|misreport|misquote|clarify/VB"),
    ("was corrected", "corrected", "clause", "be|have ~ be? ~ correct|retract|recant|withdraw/VBN|VBD $"),
    ("walks back", "corrected", "complement", "walk|take/VB ..4 back"),
    ("issues a correction", "corrected", "clause", "issue|publish|print|append|run ..3 correction|retraction|clarification"),
    ("backing away", "corrected", "complement", "^ { back|row|climb|walk/VBG away|back|down ~ from }"),
    ("backing away", "corrected", "complement", ", ~ { back|row|climb|walk|correct|revise/VBG away|back|down? ~ from? }"),
    ("withdraws a statement", "corrected", "complement", f"{{ withdraw|amend|revise/VB }} ..4 {_CLAIM_NOUN}|{_PUBLISHED}"),
    ("not as it said", "corrected", "sentence", ", not|rather ..4 { as ..3 state|say|report|announce|claim|publish|give|print|write/VBD|VBN }"),
    ("misspeaks", "corrected", "clause", "misspeak|misspoke|misspoken/VBD|VBN|VBZ"),
    ("revises a count", "corrected", "complement", f"{{ revise|amend/VB }} ..4 {_COUNT_NOUN}"),
    ("a count brought down", "corrected", "clause", f"{_COUNT_NOUN} {{ be|have ~ be? ~ brought|scaled|marked|cut|reduced|lowered|taken down|downward|downwards|back? to|from|by }}"),
    ("a revised count", "corrected", "clause", f"{_COUNT_NOUN} {{ be|have ~ be? ~ revised|amended }}"),
    ("reverses a statement", "corrected", "complement", f"{{ reverse|disown/VB }} ..4 {_CLAIM_NOUN}"),
    ("takes back", "corrected", "complement", "{ backtrack|backpedal|row|climb|roll/VB } back? on|from"),
    ("corrects itself", "corrected", "clause", "correct itself|themselves|himself|herself"),
    ("this page was amended", "corrected", "sentence", "this|the story|article|page|report|piece|post|caption|headline|item ..3 be ~ updated|amended|corrected|edited|changed to|after|because|on"),
    ("lowers an estimate", "corrected", "complement", "{ lower|downgrade|adjust|restate|cut|trim/VBD|VBN|VBZ } its|their|his|her|the|a|an ..3 estimate|figure|toll|count|tally|forecast|total ..6 to|from|by"),
    ("scales back a count", "corrected", "complement", "{ scale|revise|bring|mark|adjust/VBD|VBN|VBZ back|down|up? its|their|his|her|the|a|an ..3 estimate|figure|toll|count|tally|forecast|total } ..8 to|from|by"),
    ("was mistaken", "corrected", "clause", "have|had ~ been ~ mistaken|wrong|misinformed|misled|misquoted"),
    ("was in error", "corrected", "clause", "be|have ~ be? ~ in error"),
    ("sets the record straight", "corrected", "clause", "set the record straight"),
    ("apologises for an error", "corrected", "clause", "apologise|apologize|regret ..3 error|mistake|inaccuracy|misreport|misstate|wrongly|incorrectly"),
    ("apologises and says", "corrected", "clause", "{ apologise|apologize/VBD } and ~ say|state|explain|clarify"),
    ("an earlier version", "corrected", "sentence", "{ earlier|previous|original|initial version|report|statement|figure|account|article|story|caption|headline|edition|map|graphic|post } ..8 "
     "wrong|incorrect|incomplete|misstate|mistaken|say|state|misspell|erroneous|incorrectly|wrongly|misidentify"),
    ("contrary to an earlier report", "corrected", "sentence", "contrary to earlier|previous|initial|our report|reports|statement|claim|figure|account"),
    ("wrongly said", "corrected", "sentence", "incorrectly|wrongly|erroneously|mistakenly say|state|report|identify|quote|attribute|give|spell|describe|put"),
    # --- not confirmed
    ("neither confirms nor denies", "not confirmed", "clause", f"neither|not|nor ~ {_VOUCH} ~ or|nor ~ {_DENY}|dispute"),
    ("does not confirm", "not confirmed", "clause", f"{_AUX}? not|never ~ have|be? be? ~ {_VOUCH}/VB"),
    ("does not say", "not confirmed", "clause", f"{_AUX}? not|never ~ have? ~ {_TELL}/VB -it|to|with"),
    ("will not name", "not confirmed", "clause", "do|will|would not|n't ~ name|identify"),
    ("will not go further", "not confirmed", "clause", "will|would not|n't ~ go ~ further|beyond|into"),
    ("makes no statement", "not confirmed", "clause", "issue|make|give|publish|release no ..1 statement|announcement"),
    ("nobody confirms", "not confirmed", "clause", f"neither|no|none|nobody|nothing ..7 {{ {_AUX} ~ be? ~ {_VOUCH}|comment|say|respond|reply|answer/VB }}"),
    ("does not deny", "not confirmed", "clause", f"{_AUX}? not|never ~ {_DENY}/VB"),
    ("declines to say", "not confirmed", "clause", f"decline|refuse to ~ {_VOUCH}|{_TELL}|discuss|give|provide|name|identify|speak|talk|be"),
    ("declines", "not confirmed", "clause", "decline|refuse any|further|all|a|an? comment|request|requests|interview"),
    ("could not be reached", "not confirmed", "clause", "could|can not|never ~ be ~ reached|contacted|verified|confirmed|established|authenticated|corroborated|determined|ascertained"),
    ("not possible to verify", "not confirmed", "clause", f"not ~ be? ~ possible|able to ~ {_VOUCH}|determine|establish|reach|assess|check|say|tell"),
    ("unable to verify", "not confirmed", "clause", f"unable|impossible to ~ {_VOUCH}|determine|establish|reach|assess|check"),
    ("not available for comment", "not confirmed", "clause", "not ~ available|reachable ..2 comment|interview"),
    ("unavailable for comment", "not confirmed", "clause", "unavailable|unreachable for comment|interview"),
    ("no comment", "not confirmed", "clause", "no immediate|official|independent|further|public|formal? comment|response|reply|confirmation|word|answer"),
    ("gives no details", "not confirmed", "clause", "give|offer|provide|make no further|other|immediate? detail|details|comment|explanation|reason|evidence|timetable|reply"),
    ("says nothing", "not confirmed", "clause", "say|reveal|disclose nothing -of"),
    ("not aware", "not confirmed", "clause", "not ~ aware of"),
    ("unaware", "not confirmed", "clause", "unaware of"),
    ("no knowledge", "not confirmed", "clause", "no ' knowledge|information|indication|record|trace|memory|recollection <''>? of|about|on"),
    ("leaves calls unanswered", "not confirmed", "clause", f"{_AUX}? not|never ~ have? ~ return|answer|take|pick ..4 {_MESSAGE}"),
    ("nobody answers", "not confirmed", "clause", f"nobody|no|none ..7 answer|pick|return/VBD|VBZ|VB ..4 {_MESSAGE}"),
    ("not announced", "not confirmed", "clause", "have|be ~ not|never ~ be? ~ announced|disclosed|revealed|published|released|explained|made"),
    ("not clear", "not confirmed", "clause", "be not ~ clear|known whether|if|who|what|how|when|where|why|$"),
    ("not yet clear", "not confirmed", "clause", "not ~ clear|known"),
    ("unclear", "not confirmed", "clause", "be|remain|stay ~ unclear|unknown|unconfirmed|unverified|undisclosed"),
    ("goes unanswered", "not confirmed", "clause", "go|remain|leave unanswered"),
    ("without an answer", "not confirmed", "clause", "without a|an|any? answer|reply|response|explanation|comment"),
    ("in the dark", "not confirmed", "clause", "be|remain|keep|leave|stay ~ in the dark"),
    ("at a loss", "not confirmed", "clause", "at a loss to <VB>"),
    ("stays silent", "not confirmed", "clause", "be|remain|stay|keep|fall silent|tight-lipped on|about|over?"),
    ("hangs up", "not confirmed", "clause", "hang/VB up"),
    ("does not know", "not confirmed", "clause", "do|could|can|have ~ not|never ~ be? ~ know|understood|known/VB|VBN yet? who|what|when|where|why|how|whether|if|of|about|anything|the|$"),
    ("knows nothing", "not confirmed", "clause", "know|hear nothing|little about|of|$"),
    ("nobody knows", "not confirmed", "clause", "no one|nobody|none ..4 know|say|explain|tell/VBZ|VBP|VB|VBD|MD who|what|when|where|why|how|whether|if|$"),
    ("no one knows", "not confirmed", "clause", "no one ~ know|can|could"),
    ("has yet to confirm", "not confirmed", "clause", f"have|be ~ yet|still ~ to ~ {_VOUCH}|{_TELL}|announce|name|identify|release|publish|issue|give|establish|determine|explain"),
    ("will not be drawn", "not confirmed", "clause", "not ~ be ~ drawn on|about|$"),
    ("refuses to be drawn", "not confirmed", "clause", "refuse|decline to be drawn"),
    ("refuses to say", "not confirmed", "clause", f"refuse|decline ~ to ~ {_VOUCH}|{_TELL}|explain"),
    ("stops short of confirming", "not confirmed", "clause", "stop short of <VBG>"),
    ("without confirming", "not confirmed", "phrase", f"without {_VOUCH}/VBG"),
    ("dodges the question", "not confirmed", "clause", "dodge|sidestep|evade|duck|deflect/VB question|questions|a|the|all"),
    ("is vague about", "not confirmed", "clause", "be|remain|stay ~ vague|evasive|coy|guarded|noncommittal|non-committal|cagey|sketchy about|on|over"),
    ("keeps mum", "not confirmed", "clause", "keep|stay|remain ~ mum|quiet|tight-lipped|silent|noncommittal|non-committal"),
    ("has nothing to say", "not confirmed", "clause", "have ~ nothing to say|add|report|disclose|announce"),
    ("no evidence", "not confirmed", "complement", "no|little|scant|any ..1 evidence|proof|indication that|of"),
    ("is checking", "not confirmed", "clause", f"be ~ checking|verifying|reviewing|investigating|assessing|examining ..3 {_CLAIM_NOUN}|footage|video"),
    ("no word", "not confirmed", "clause", "be|come ~ no ~ immediate? word|sign|news|details|information on|from|about|of|as"),
    ("details are scarce", "not confirmed", "clause", "details|information ~ be|remain ~ scarce|sketchy|scant|patchy|limited|unclear"),
    ("could not be checked", "not confirmed", "clause", "neither|none|nothing ..5 could|can ~ be ~ verified|checked|confirmed|corroborated|authenticated|established|substantiated"),
    ("could not be checked", "not confirmed", "clause", "could|can ~ not|never ~ be ~ checked|proved|proven|substantiated|tested|reviewed|cross-checked"),
    ("has not been verified", "not confirmed", "clause", "have ~ not|never ~ be? ~ verified|confirmed|authenticated|established|corroborated|substantiated|proven|proved|identified|determined"),
    ("remains unknown", "not confirmed", "clause", "be|remain|stay ~ a|an? ~ mystery|unanswered|unexplained|unproven|unproved|unsubstantiated|uncertain"),
    ("an open question", "not confirmed", "clause", "be|remain ~ an open question"),
    ("remains to be seen", "not confirmed", "clause", "remain ~ to be ~ seen|established|determined|confirmed|proven"),
    ("impossible to say", "not confirmed", "clause", "impossible|difficult|hard|unable|early to ~ say|tell|know|verify|establish"),
    # --- denied
    ("does not rule out", "possible", "complement", f"{_AUX}? not|never ~ rule|exclude out?"),
    ("rejecting a charge", "denied", "complement", "^ { deny|reject|dismiss|dispute|refute|rebut|contradict|contest/VBG }"),
    ("rejecting a charge", "denied", "complement", ", ~ { deny|reject|dismiss|dispute|refute|rebut|contradict|contest/VBG }"),
    ("denies", "denied", "complement", f"{_DENY}/VBD|VBZ|VBP|VBG -access|entry|bail|asylum|permission|treatment|him|her|them|us|me|you|visa|visas"),
    ("to deny", "denied", "complement", f"to|{_AUX} ~ {_DENY}/VB|VBN -access|entry|bail|asylum|permission|treatment|him|them|a|the|visas"),
    ("was denied by", "denied", "clause", f"be ~ {_DENY}/VBN|VBD by|$"),
    ("rejects", "denied", "complement", "reject|dispute|contest/VBD|VBZ|VBP|VBG"),
    ("has rejected", "denied", "complement", "have|to|will|would ~ reject|dispute/VB"),
    ("was rejected", "denied", "clause", "be ~ reject|dispute|dismiss/VBN|VBD as|by|$"),
    ("dismisses as", "denied", "complement", "{ dismiss/VB } ..10 as"),
    ("dismisses a claim", "denied", "complement", f"{{ dismiss/VB }} ..4 {_CLAIM_NOUN}"),
    ("rules out", "denied", "complement", "rule/VB ..3 out"),
    ("laughs off", "denied", "complement", "laugh|brush|shrug|wave|bat|swat|push|sweep off|aside|away"),
    ("laughs a claim off", "denied", "complement", f"laugh|brush|shrug|wave|bat|swat|push|sweep|knock|shoot|slap/VB ..4 {_CLAIM_NOUN}|talk|rumour|rumor|speculation off|aside|away|down"),
    ("throws out", "denied", "complement", f"throw|shoot|knock|slap/VB out|down ..4 {_CLAIM_NOUN}|talk|rumour|rumor|speculation"),
    ("gives the lie to", "denied", "complement", "give the lie to"),
    ("distances itself", "denied", "complement", f"disclaim|disavow|spurn/VBD|VBZ|VBP|VBG|VBN ..4 {_CLAIM_NOUN}|responsibility|knowledge"),
    ("does not accept", "denied", "complement", "do not ~ accept ..3 that|claim|version|account|finding|findings|allegation|allegations"),
    ("scoffs at", "denied", "complement", "scoff|sneer|jeer|bristle|balk at"),
    ("pours scorn on", "denied", "complement", "pour|heap ..1 scorn|cold ..1 water? on"),
    ("pushes back", "denied", "complement", f"push|hit|fire/VB back at|against|on ..4 {_CLAIM_NOUN}|talk|suggestion|narrative"),
    ("quashes a rumour", "denied", "complement", "quash|scotch|dispel|squash|shoot/VB down? ..3 rumour|rumor|speculation|talk|suggestion|report|claim|idea|notion"),
    ("contradicts", "denied", "complement", "contradict|gainsay|rubbish|disprove/VB -themselves|itself|himself|herself|each"),
    ("nothing wrong", "denied", "clause", "do nothing|no ~ wrong|improper|illegal|untoward"),
    ("is a lie", "denied", "clause", "be a|an|pure|outright|all|sheer|complete|total ..1 lie|lies|fabrication|nonsense|fake|fiction|invention|slander|hoax|smear|falsehood"),
    ("is pure invention", "denied", "clause", "be ~ pure|sheer|utter|complete|total|plain|outright ..1 invention|fiction|fantasy|fabrication|nonsense|malice|lies|slander"),
    ("talk is nonsense", "denied", "clause", f"{_CLAIM_NOUN}|talk|rumour|rumor|rumours|rumors|speculation|story ..6 {{ be ~ nonsense|rubbish|fiction|fantasy|hogwash|bunk|malicious|invented|lies|slander|absurd|ridiculous|laughable }}"),
    ("is made up", "denied", "clause", "be ~ made up|<IN> $"),
    ("nothing of the kind", "denied", "clause", "nothing|anything of the kind|sort"),
    ("no such thing", "denied", "clause", "no such <NN>"),
    ("is not the case", "denied", "clause", "be ~ not ~ the case|truth"),
    ("far from the truth", "denied", "clause", "far|further|farther from the? truth|true|reality"),
    ("never happened", "denied", "clause", "never ~ happen|occur|exist $"),
    ("takes issue with", "denied", "complement", "take issue with"),
    ("bears no relation", "denied", "clause", "bear no relation|resemblance to ..3 truth|facts|reality"),
    ("pleads not guilty", "denied", "clause", "plead? ~ not guilty"),
    ("protests innocence", "denied", "clause", "maintain|protest|insist ..3 innocence|innocent"),
    ("calls it false", "denied", "complement", f"{{ call|brand|label|describe|denounce|condemn/VB }} ..8 {_SLUR}"),
    ("is false", "denied", "clause", f"be ~ {_FALSE}"),
    ("nothing to hide", "denied", "clause", "nothing to hide"),
    ("is not true", "denied", "clause", "be ' not ~ true|correct|accurate|so"),
    ("no truth", "denied", "clause", "no|any truth|substance|basis to|in|for|$"),
    ("elliptical denial", "denied", "clause", f"<PRP|NN|EX|DT> {{ {_AUX} not }} $"),
    ("elliptical never", "denied", "clause", f"<PRP|NN|EX> ' {{ never {_AUX} }} $"),
    # --- confirmed
    ("confirms", "confirmed", "complement", f"{_VOUCH}|concede|admit/VBD|VBZ|VBP|VBG -to"),
    ("to confirm", "confirmed", "complement", f"to|will|would|can ~ {_VOUCH}|concede|admit/VB"),
    ("has confirmed", "confirmed", "complement", f"have ~ {_VOUCH}|concede|admit/VBN -to"),
    ("was confirmed", "confirmed", "clause", f"be ~ {_VOUCH}|concede/VBN|VBD"),
    ("admits to", "confirmed", "complement", "admit to <VBG|PRP$>"),
    ("accepts that", "confirmed", "complement", "accept/VB that|\"|“|``"),
    ("owns up to", "confirmed", "complement", "own|fess/VB up ~ to?"),
    ("comes clean", "confirmed", "complement", "come clean about|on|over"),
    ("in an admission", "confirmed", "sentence", "in a|an? ..3 admission|acknowledgement|acknowledgment|concession|confession of?"),
    ("makes no secret", "confirmed", "complement", "make no secret of"),
    ("recognises its part", "confirmed", "complement", "recognise|recognize/VBD|VBZ|VBP|VBN its|their|his|her|that|there ~ own? part|role|responsibility|mistake|error|fault|failing|failure|be"),
    ("proves", "confirmed", "complement", "prove|establish|validate|ascertain/VBD|VBZ|VBN that"),
    ("beyond doubt", "confirmed", "clause", "beyond ..1 doubt|question|dispute"),
    ("bears out", "confirmed", "complement", "bear/VBD|VBZ|VBN out"),
    ("vouches for", "confirmed", "complement", "vouch for"),
    # --- reported
    (HEARSAY, "reported", "clause", "reportedly|allegedly|purportedly|supposedly|rumouredly|rumoredly|ostensibly|apparently -not|unaware|unhurt"),
    ("reports that", "reported", "complement", "report|reports|rumours|rumors|talk|gossip|whispers|accounts/NN <VBD|VBP|VBZ|VBN>? ~ <IN>? <DT>? <NN>? that/IN"),
    ("reports reach", "reported", "complement", "reports|rumours|rumors|accounts|stories|word/NNS|NN reach|come|trickle|arrive|filter ..6 that|of"),
    ("there are reports", "reported", "complement", "there be|have ~ be? ~ ..2 reports|rumours|rumors|talk|suggestions|claims|accounts that|of"),
    ("reports circulate", "reported", "sentence", "reports|rumours|rumors|accounts|claims|stories|gossip ..2 circulate|emerge|surface|swirl|spread|abound|suggest|speak"),
    ("rumour is that", "reported", "sentence", "rumour|rumor|gossip|talk|word ..4 be|go|run ~ that"),
    ("it is being reported", "reported", "sentence", "it be ~ being|widely ~ said|rumoured|rumored|whispered|alleged|reported|claimed|believed that"),
    ("it is said, aside", "reported", "sentence", "{ , it|so be|have|go? ~ said|rumoured|rumored|reported|alleged|claimed|whispered|believed|thought|the? story? , }"),
    ("is claimed to", "reported", "clause", "be ~ claimed|presumed|suspected|held|deemed|reckoned|supposed to ~ have|be"),
    ("is said to", "reported", "clause", f"be ~ {_HEARSAY} to ~ <VB>"),
    ("said to", "reported", "infinitive", "reported|rumoured|rumored|alleged|believed|understood|thought|reputed/VBN to ~ <VB>"),
    ("is reported dead", "reported", "clause", "be ~ reported|rumoured|rumored|believed|presumed|thought <VBN|JJ>"),
    ("it is said that", "reported", "sentence", "it be ~ said|rumoured|rumored|whispered|alleged|reported|believed|understood that"),
    ("rumour", "reported", "complement", "rumour|rumor|hearsay|speculation that|of|about"),
    ("rumour has it", "reported", "sentence", "rumour|rumor|word|legend|story|gossip|hearsay|tradition|talk|accounts|reports|rumours|rumors|whispers have|go it"),
    ("or so they say", "reported", "sentence", "{ , or so ..8 , }"),
    ("as anyone will tell you", "asserted", "clause", "will|would|can ~ tell|inform|assure you"),
    ("so the story goes", "reported", "sentence", "so the? story|legend|rumour|rumor|gossip|tale go"),
    ("by some accounts", "reported", "clause", "by some|many|most|several|all accounts"),
    ("according to reports", "reported", "sentence", "according to unconfirmed|unverified|conflicting|early|initial|first|local|some|several|various|many|other? reports|accounts|rumours|rumors|hearsay|gossip -by|from|of"),
    ("unconfirmed reports", "reported", "sentence", "unconfirmed|unverified report|reports|account|accounts|claim|claims|rumour|rumours"),
    ("unverified", "not confirmed", "phrase", "unconfirmed|unverified <NN>"),
    ("alleged", "reported", "phrase", "alleged|purported|supposed|reputed/JJ|VBN <NN|JJ>"),
    # --- possible
    ("if believed", "reported", "sentence", "if ..5 be ~ to ~ be believed|trusted"),
    ("would say only", "asserted", "clause", "will|would|could/MD ~ say ~ only"),
    ("you may", "asserted", "clause", "you may/MD"),
    ("may", "possible", "clause", "may|might/MD"),
    ("could", "possible", "clause", "could/MD -not|n't|never|hear|see|feel|smell|barely|hardly|only"),
    ("would have", "possible", "clause", "would/MD ~ not? ~ have ~ <VBN|VBD|VB>"),
    ("if", "possible", "sentence", "if|unless/IN"),
    ("whether", "asserted", "clause", "ask|wonder|know|see|say|tell|doubt|check|determine|decide|question|sure|even|as|only ..2 if/IN"),
    ("condition", "possible", "sentence", "provided|assuming that"),
    ("as long as", "possible", "sentence", "as long as <DT|PRP|NN>"),
    ("in the event of", "possible", "sentence", "in the event of|that"),
    ("should, inverted", "possible", "sentence", "^ { should } <DT|PRP|NN|JJ>"),
    ("had, inverted", "possible", "sentence", "^ { had/VBD } <DT|PRP|NN|JJ> ..12 would|might|could"),
    ("is weighing", "possible", "clause", "consider|weigh|mull|contemplate|explore|ponder|eye|study|debate/VBG"),
    ("toys with", "possible", "complement", "toy|flirt|play/VBG|VBD|VBZ|VBP with"),
    ("is thinking of", "possible", "complement", "be ~ thinking|looking of|about|at|into <VBG|DT|NN|PRP$>"),
    ("is open to", "possible", "complement", "be|remain ~ open to <VBG|DT|NN|JJ>"),
    ("considers doing", "possible", "complement", "consider|weigh|mull|contemplate|explore|ponder/VBD|VBZ|VBP <VBG>"),
    ("floats", "possible", "complement", "float|moot|mull/VBD|VBZ|VBN -in|on|down|past|away|off|ashore|across"),
    ("possibly", "possible", "clause", "potentially|possibly|perhaps|maybe|conceivably|probably|presumably|arguably|seemingly"),
    ("it seems that", "possible", "sentence", "it|there ~ appear|seem|look/VBZ|VBD|VBP|VB|MD ~ that|as|likely|possible|to"),
    ("seems to have", "possible", "clause", "appear|seem/VBZ|VBP|VBD ~ not? ~ to ~ have|be"),
    ("would without", "possible", "sentence", "would/MD ..9 without"),
    ("without, would", "possible", "sentence", "^ without|otherwise ..9 would/MD"),
    ("is not ruled out", "possible", "sentence", "not|never ~ be? ~ ruled|excluded|discounted out?"),
    ("leaves open", "possible", "complement", "leave/VBD|VBZ|VBP|VB|VBN open/JJ|RB|RP|VB <DT|NN|NNP|PRP$|IN|JJ>"),
    ("discusses whether", "possible", "complement", "discuss|debate|examine|explore|consider|study|assess|review|deliberate|weigh|investigate|probe|check|look ~ on|at|into? ~ whether|if|options|how"),
    ("suspects", "possible", "complement", "suspect/VBD|VBZ|VBP <DT|PRP|PRP$|NNP|NNS>"),
    ("suspects that", "possible", "complement", "suspect|surmise|speculate|hypothesise|hypothesize|presume/VBD|VBZ|VBP|VBN that"),
    ("raises the possibility", "possible", "complement", "raise|suggest|admit|see ..2 possibility|prospect|chance"),
    ("risks", "possible", "complement", "risk|danger|threat that"),
    ("is on the table", "possible", "clause", "be|remain ~ on the table"),
    ("under consideration", "possible", "clause", "be|remain ~ under consideration|discussion|review"),
    ("is an option", "possible", "clause", "be|remain ~ an option|possibility"),
    ("hints at", "possible", "complement", "hint at|that"),
    ("it is possible", "possible", "sentence", "be ~ possible|conceivable|plausible that"),
    ("possibility", "possible", "complement", "possibility|chance|likelihood|prospect that|of"),
    ("feared dead", "possible", "clause", "feared|suspected|presumed|believed dead|killed|drowned|lost|trapped|injured|missing"),
    # --- forecast
    ("will likely", "forecast", "clause", "will|would|shall/MD ~ likely|probably|inevitably|surely|undoubtedly"),
    ("is expected to", "forecast", "clause", "be|seem|appear|look|remain ~ not? ~ expected|projected|forecast|forecasted|predicted|anticipated|likely|unlikely|tipped|certain|bound|poised to"),
    ("is likely", "forecast", "clause", "be|seem|look ~ likely|unlikely|inevitable|expected that|$"),
    ("is likelier", "forecast", "clause", "be|seem|look ~ likelier|likeliest"),
    ("is expected on", "forecast", "clause", "be ~ expected on|in|by|next|tomorrow|today|later|this"),
    ("likely to", "forecast", "infinitive", "expected|projected|predicted|likely|unlikely|certain|bound|poised to ~ <VB>"),
    ("expects", "forecast", "complement", "expect|predict|forecast|project|anticipate|foresee/VBD|VBZ|VBP|VBG"),
    ("should by then", "forecast", "clause", "should/MD -have ~ <VB> ..7 by|within|before <DT|NN|CD|JJ|PRP$>"),
    ("looms", "forecast", "clause", "loom/VBZ|VBP|VBD"),
    ("is seen rising", "forecast", "clause", "be/VBZ|VBP ~ seen ~ <VBG>"),
    ("sees rising", "forecast", "complement", "see|foresee|envisage|envision/VBZ|VBP|VBD|VBN ..4 <VBG>"),
    ("on present trends", "forecast", "sentence", "on|at current|present trends|trend|rate|form|pace"),
    ("is heading for", "forecast", "clause", "be ~ heading|headed|braced|bracing for|towards|toward"),
    ("is forecast", "forecast", "clause", "be ~ forecast|projected|predicted|estimated at|for|that|from|on|until|over"),
    ("sees at", "forecast", "complement", "see/VBP|VBZ|VBD ..4 at <CD>"),
    ("has forecast", "forecast", "complement", "have ~ predicted|forecast|projected|anticipated"),
    ("bets on", "forecast", "complement", "bet on"),
    ("on course", "forecast", "clause", "on course|track|pace to|for"),
    # --- planned, and futures that are one or the other
    ("agrees to", "planned", "clause", "agree ~ to -continue|keep|maintain|remain|carry|differ|disagree <VB>"),
    ("plans to", "planned", "clause", "plan|intend|aim|decide|commit|undertake|opt|resolve|prepare|threaten|vow|pledge|promise/VB ~ not? ~ to ~ <VB>"),
    ("had meant to", "asserted", "clause", "had ~ meant|planned|intended|hoped|wanted ~ to ~ <VB>"),
    ("wants to", "planned", "clause", "want|seek|mean|propose/VBZ|VBP|VBD|VBG|VBN ~ to ~ <VB>"),
    ("is preparing to", "planned", "clause", "be ~ preparing|planning|getting|readying|gearing|moving|working|seeking ready|up? ~ to ~ <VB>"),
    ("stands ready to", "planned", "clause", "stand|be ~ ready|prepared|determined|poised|willing to ~ <VB>"),
    ("in talks to", "planned", "clause", "in ..1 talks|negotiations|discussions to <VB>"),
    ("calls a strike", "planned", "clause", "call ..2 strike|election|vote|rally|protest|meeting|referendum|walkout for|on"),
    ("decides on", "planned", "complement", "decide|settle|agree/VBD|VBZ|VBN on|against|upon"),
    ("approves", "planned", "complement", "approve|authorise|authorize|greenlight/VBD|VBZ|VBN <DT|PRP$|NN|JJ|CD>"),
    ("plans on", "planned", "clause", "plan on <VBG>"),
    ("vows", "planned", "complement", "vow|pledge|promise|undertake/VBD|VBZ|VBP|VBG"),
    ("has vowed", "planned", "complement", "have ~ vowed|pledged|promised"),
    ("plan to", "planned", "infinitive", "plan|decision|intention|agreement|promise|pledge|vow|commitment|intent/NN to ~ <VB>"),
    ("pencils in", "planned", "complement", "pencil|line/VBD|VBN|VBZ in|up <DT|PRP$|NN|CD|JJ>"),
    ("arranges", "planned", "complement", "schedule|arrange|earmark|slate/VBD|VBN|VBZ <DT|PRP$|NN|CD|JJ>"),
    ("is out to", "planned", "clause", "be ~ out to <VB>"),
    ("scheduled", "planned", "clause", "be ~ scheduled|slated|timetabled|due|planned|earmarked|pencilled to|for|on|in|at|next|by"),
    ("set for", "planned", "clause", "be ~ set for"),
    ("is on a day", "planned", "clause", f"{{ be/VBZ|VBP }} on|next {_DATED}"),
    ("timetable", "planned", "clause", f"{{ {_SET}/VBZ|VBP }} ..6 on|in|next|from|until|by|tomorrow? {_DATED}"),
    ("timetable", "planned", "clause", f"{{ {_SET}/VBZ|VBP }} ..6 on|from|until|by <CD> {_DATED}"),
    ("is doing on a day", "planned", "clause", f"{{ be/VBZ|VBP ~ <VBG> }} ..5 on|from|next|tomorrow? {_DATED}"),
    ("put off until", "planned", "clause", f"put|postpone|adjourn|defer|delay|move|bring/VBN off|back|forward? to|until|till ..1 {_DATED}"),
    ("is set to", None, "clause", "be|look ~ set|about|going to ~ <VB>"),
    ("is to", None, "clause", "be/VBZ|VBP|VBD ~ not? ~ to ~ -blame <VB>"),
    ("will", None, "clause", "will|would|shall|wo/MD -rather ~ not? ~ ' -have|like|love|prefer|rather|welcome <VB>"),
)  # fmt: skip

# "City to close baths": noun phrase, no finite verb, infinitive; at the start or after "Sources:".
_HEADLINE_NOUNS = "<NN|JJ|CD> " + "<NN|JJ|CD|POS|IN|DT|CC>? " * 5

_HEADLINE_ROWS: tuple[tuple[str, Status | None, Scope, str], ...] = (
    ("headline infinitive", None, "clause", f"^ -how|what|where|when|who|why|reason|way {_HEADLINE_NOUNS} {{ to <VB> }}"),
    ("headline infinitive", None, "clause", f": ' -how|what|where|when|who|why|reason|way {_HEADLINE_NOUNS} {{ to <VB> }}"),
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    Rule(name, status, scope, compile_pattern(source), source, headline_only)
    for rows, headline_only in ((_ROWS, False), (_HEADLINE_ROWS, True))
    for name, status, scope, source in rows
)
