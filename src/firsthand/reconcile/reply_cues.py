"""The words by which a claim answers another, a table a kind of answer, in the order in which they are asked.

A "did not deny" is asked before "deny", a "neither confirm nor deny" before both, and taking back one's word before saying something
else in its place. Longer patterns are put together from small word lists.
"""

from __future__ import annotations

import re

_ITS = r"(?:its|his|her|their|the|that|this|an?|my|our|what)"
_SAID = (  # what has been said, and can be rejected, taken back or put right
    r"(?:statements?|claims?|reports?|reporting|remarks?|accusations?|denials?|comments?|allegations?|articles?|notices?|story|stories|words?|posts?|"
    r"messages?|letters?|warnings?|accounts?|testimony|charges?|assurances?|announcements?|versions?|suggestions?|assertions?|forecasts?|rumou?rs?|"
    r"speculation|notions?|tales?|dispatch(?:es)?|items?|broadcasts?|tweets?|talk|complaints?|criticism|narrative|insinuations?|theory|theories)"
)
_COUNTED = r"(?:figures?|counts?|estimates?|tolls?|totals?|numbers?|amounts?|forecasts?|dates?|names?)"
_SAYING = (
    r"(?:comment|say|discuss|answer|assess|give|name|elaborate|be drawn|be interviewed|speculate|specify|confirm|respond|reply|explain|speak|talk|"
    r"react|go into|get into|disclose|provide|address|share|take questions|reveal|offer|return calls)"
)
_STATING = (  # what one does with a view, and stops doing where one takes it back
    r"(?:blam|say|claim|assert|maintain|stand(?:s|ing)? (?:by|behind)|accus|believ|hold|insist|attribut|describ|regard|consider|treat|suspect|argu|alleg|contend|think|"
    r"support|list|count|nam|identif|vouch|giv(?:e|es|ing) (?:an?|any|the|that)|put(?:s|ting)? (?:it|the)|speak(?:s|ing)? of|talk(?:s|ing)? of)(?:y|e|s|es|ies|ing|ying)?"
)
_ASKED = r"(?:questions?|requests?|calls|e-?mails|messages|interviews?|inquir(?:y|ies)|enquir(?:y|ies))"
_NOT = r"(?:not|n[’']t|never)"
_NEAR = r"(?:(?!(?:by|in|for|from|with|to|on|at|after|over)\b)[^\W\d][\w’'-]* |[“\"]){0,4}?"
_REJECT = (
    r"(?:reject|dismiss|refut|rebut|repudiat|rubbish|contradict|contest|disput|rebuff|debunk|disclaim|quash|scotch)(?:s|e|es|ed|ted|ing|ied)?"
    r"|(?:brush|wav|laugh|shrugg?|swatt?)(?:s|es|ed|ing)? (?:aside|away|off)|sho(?:t|ots?) down|pour(?:s|ed) cold water on|"
    r"push(?:es|ed)? back (?:against|on|at)|hit(?:s)? (?:back|out) at|t(?:ook|akes?) issue with|scoff(?:s|ed)? at"
)
_UNTRUE = (
    r"(?:untrue|false(?!\s+(?:alarm|start|name|papers))|falsehoods?|baseless|groundless|unfounded|fabricat(?:ed|ions?)|fictitious|fiction|inventions?|invented|made[- ]up|hoax|nonsense|"
    r"absurd|ridiculous|ludicrous|preposterous|lies|an? (?:\w+ )?lie|slander\w*|smear|rubbish|fantasy|fairy[- ]tales?|myth|inaccurate|a tale|convenient tale|malicious|"
    r"(?:far|further|wide) (?:from|of) the (?:truth|mark)|fake news|(?:pure|mere|idle|wild) speculation|gossip|doctored|staged|faked?|misleading|thin air\b|(?:out of|from) the air\b|outrageous|forger(?:y|ies))"
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.I)


NON_DENIAL = _any(
    r"\b(?:did|do|does|has|have|had|would)(?:\s+not|n[’']t)\s+(?:\w+\s+)?(?:deny|denied|rule (?:\w+ )?out|ruled (?:\w+ )?out|dispute|disputed|contest|reject|rejected|challenge|take issue)\b",
    r"\b(?:could|can)(?:\s+not|n[’']t)\s+deny\b|\bno longer (?:den|disput|contest|reject)\w+|\b(?:stopped|fell) short of (?:a denial|denying|rejecting)\b|\bwithout denying\b",
)
NEITHER = _any(
    r"\b(?:neither|not)\s+(?:to\s+)?confirm(?:ed|s|ing)?\s+n?or\s+(?:to\s+)?den(?:y|ied|ies|ying)",
    r"\b(?:confirm|deny) or (?:deny|confirm)\b",
)
POLICY = _any(
    r"\b(?:rules|laws?|policy|confidentiality|privacy|code)\b[^.]{0,40}\b(?:not (?:to )?(?:allow|permit|let)|forb(?:ids?|ade)|prevent(?:s|ed)?|bar(?:s|red)?)\b|\bpolicy (?:is )?not to\b",
)
RETRACTS = _any(
    r"\b(?:retract|rescind|revok|recant|disown|disavow|annul|unpublish)(?:s|e|es|ed|led|ing|ion)?\b(?! (?:\w+ )?\w+ as (?:a |an )?(?:forger|fake|false))",
    rf"\b(?:(?:took|taken|takes?|taking) back|withdr(?:ew|awn|aws|awing)|ate|eats?) (?:every|each|all|most) (?:single )?(?:of )?(?:its|his|her|their|the|my|our)? ?(?:words?|syllables?|{_SAID})\b|\b(?:took|taken|takes?|taking) (?:it|that|this|them|everything|what [^.;]{{3,30}}) (?:all )?back\b|\b(?:took|taken|takes?) {_ITS} (?:\w+ )?{_SAID} back\b|\bkill(?:s|ed) the (?:story|item|report|dispatch)\b|\bdeclar(?:es|ed) [^.;]{{0,40}}\bvoid\b",
    rf"\b(?:(?:tak(?:e|es|ing|en)|took|pull(?:s|ed|ing)?) (?:back|down)|withdr(?:aw|ew|awn|aws|awing)|pull(?:s|ed|ing)?|recall(?:s|ed|ing)?|remov(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|scrap(?:s|ped)?|drop(?:s|ped)?|void(?:s|ed)?|unsa(?:y|id)) (?:from \w+ \w+ )?{_ITS} (?:[\w’'-]+ ){{0,2}}{_SAID}\b",
    r"\b(?:withdr(?:ew|awn|aws|awing)|took back) (?:what )?(?:he|she|they|we|it) (?:had )?(?:said|written|claimed)",
    rf"\bno longer {_STATING}\b(?! (?:who|what|whether|how|why|where)\b)",
    rf"\b{_ITS} (?:[\w’'-]+ ){{0,2}}?{_SAID}\b[^.;]{{0,80}}\b(?:(?:has|have|had|was|were) (?:since |now |also )?(?:been )?(?:removed|taken (?:down|off)|withdrawn|deleted|pulled)|(?:has|have|had) (?:gone|disappeared|vanished) from)\b",
    rf"\b(?:his|her|their|its|my) (?:own )?{_SAID}\b[^.;]{{0,40}}\b(?:was|were|been) (?:invented|made up|fabricated|untrue)\b",
    r"\b(?:he|she|they|we|i) (?:had )?(?:invented|made (?:it |this |that |the \w+ )?up|fabricated)\b",
    r"\b(?:declared?|is|was|are) (?:it )?(?:null and )?void\b",
    r"\b(?:issued|published|released|printed|posted|(?:sent|put|given|gone|went) out|made public) (?:\w+ )?(?:by mistake|in error|by accident|in haste|without (?:\w+ )?(?:checks?|checking|authori[sz]ation|approval))\b|"
    r"\btak(?:es|ing|en) [^.;]{1,40}\boff (?:its|the|his|her|their) (?:web)?(?:site|page)\b|\btook [^.;]{1,40}\boff (?:its|the|his|her|their) (?:web)?(?:site|page)\b",
    rf"\b{_SAID}\b[^.;]{{0,40}}\b(?:be|to be) (?:disregarded|ignored|struck|set aside|expunged|deleted|treated as)\b",
    r"\b(?:no longer|not|never) (?:to )?(?:be )?(?:relied (?:up)?on|regarded as|treated as)\b|\b(?:be )?(?:struck|expunged|deleted|removed|erased) from the (?:file|record|minutes|transcript)\b|\btreated as never\b",
)
CORRECTS = _any(
    rf"\bcorrect(?:s|ed|ing) (?:{_ITS}|itself|himself|herself|themselves)\b|\bcorrections?\b|\bcorrected (?:figure|version|statement|count|toll)\b|\berratum\b|\bmade (?:a|an) (?:mistake|error)\b|\bput right\b|\babout-(?:turn|face)\b|\bu-turn\b|\bchang(?:es|ed) (?:its|his|her|their) (?:account|story|version|tune)\b",
    rf"\breplac(?:e|es|ed|ing) {_ITS} (?:\w+ )?(?:{_SAID}|{_COUNTED})\b",
    r"\b(?:gave|give|giving|printed|named|identified|quoted|carried|used|stated) (?:the|a) wrong\b|\bby mistake (?:named|called|gave|said)\b|\beditors?[’']s? note\b|\b(?:decimal point|comma|zero|word)\b[^.;]{0,30}\b(?:slipped|went (?:astray|missing)|was (?:left out|lost|misplaced))|\bin place of\b|\binstead of\b|\brather than\b",
    r"\bwrongly (?:named|gave|said|reported|stated|identified|attributed|put|called|described)\b|\b[\w’'-]+, (?:and )?not (?!us\b|me\b|ours\b|mine\b)(?:\w+ ){0,3}[\w’'-]+(?:,|\W*$)|\b\d[\d,.]* (?:[\w’'-]+ )?and not \d",
    rf"\b(?:revis(?:es|ed|ing)|amend(?:s|ed|ing)|lower(?:s|ed|ing)|rais(?:es|ed|ing)|updat(?:es|ed|ing)) (?:{_ITS} )?(?:\w+ )?(?:{_SAID}|{_COUNTED})\b|\brevised (?:down|up|the|its (?:figure|count|toll|estimate))\b|\b(?:down|up) from (?:\d|[a-z]+(?:teen|ty|ve|n|t|ne|o|ree|ur|x)\b)",
    r"\b(?:was|were|been|be) (?:wrong|mistaken|in error|inaccurate)(?:ly)?\b|\bwe (?:misstated|misreported|misspoke|erred)|\bmissp(?:oke|oken)\b|\bmiscount(?:ed|ing)?\b|\b(?:clerical|typing|counting|translation|arithmetical) (?:error|mistake|slip)\b",
    r"\b(?:ought to|should) have (?:said|told|admitted|owned) (?:so|you|it|this|that|them|up|everyone|people)\b|\b(?:had|was|is) in (?:fact|truth)\b|\b(?:based|rested) on (?:an? )?(?:wrong|false|mistaken|faulty)\b|\brevers(?:ed|es) (?:itself|himself|herself|course|its (?:position|account|stance))\b",
)
QUALIFIES = _any(
    r"\bshould have (?:only )?(?:read|written|said|spoken|put|called|been|made clear|stressed|added)\b|\bclarif(?:y|ies|ied|ying)\b",
    rf"\b(?:limit|narrow|soften|qualif|temper|moderat|ton|water|play|scal|walk)(?:s|y|ies|ied|ed|e|es|ing)? (?:down |back )?(?:its|his|her|their|my|our) (?:\w+ )?{_SAID}\b|\b(?:toned|watered|scaled|walked|backed) (?:down|back|away)\b|\bnarrow(?:s|ed)\b",
    r"\bnow (?:says?|speaks? (?:only )?of|puts?|talks? of|claims?|accuses?|describes?|calls?)\b",
    r"\b(?:had |have )?(?:only )?meant\b|\b(?:had|have) (?:only )?been (?:speaking|talking|thinking|referring)\b|\breferred only to\b|\bhad covered\b",
    r"\b(?:was|were|had been) (?:too (?:strong|high|low|broad|sweeping)|an exaggeration|exaggerated|overstated|put too (?:strongly|bluntly)|loosely worded|imprecise)\b|\b(?:overstated|exaggerated)\b|\btaken too literally\b|\b(?:preliminary|provisional)\b",
    r"\b(?:fairer|more (?:accurate|precise|exact|correct|honest)|closer to the truth) (?:would be )?to (?:say|speak|call|put)\b|\btrying to (?:say|get across|explain|convey)\b|\b(?:carried away|chosen? (?:my|his|her|their|our) words (?:badly|poorly))\b",
    r"\bcould not speak for\b|\bbest estimate\b|\bwhich we should have\b|\bnot all\b|\bwith (?:a )?few exceptions\b|\bin general terms\b",
    r"[\"“][\w ]+, not [\w ]+[\"”]",
)
DECLINES = _any(
    r"\bno(?:t| immediate| further| official| public)* (?:comment|reply|response|answer)\b",
    rf"\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|unwilling)(?: \w+)? to {_SAYING}\b",
    rf"\b(?:would|will|do|does|did|could|can){_NOT.replace('not', ' ?not')} (?:\w+ )?{_SAYING}\b(?! (?:who|what|where|whether|how|if|why|when) (?!it)(?:[^.;]*\b(?:caus|laid|respons|came)))",
    r"\b(?:will|would|going to) (?:never )?not (?:be )?(?:discussing|commenting|talking|speaking)\b",
    rf"\b(?:not|n[’']t) (?:wish|want|care|choose) to {_SAYING}\b|\bno (?:wish|desire|intention|appetite|plans?|mood) (?:to|of|for) {_SAYING}",
    r"\bdid(?: not|n[’']t) (?:respond|reply|answer|return (?:[\w-]+ ){0,3}(?:calls?|messages?|e-?mails?|inquiries|requests?)|comment|pick up|call back)\b|\bunanswered\b|\bwithout (?:answering|comment(?:ing)?|replying|a word)\b|\bhung up\b|\bput the (?:phone|receiver) down\b",
    r"\b(?:nothing|no more|not a word|little) (?:more |further )?to (?:add|say|tell)\b",
    rf"\b(?:ignored|turned (?:down|away)|waved (?:away|aside)|brushed (?:aside|off)|refused|declined|dodged|avoided) (?:all |repeated |several |a |an |the |any |our )*(?:\w+ )?{_ASKED}\b|\b{_ASKED}\b[^.;]{{0,40}}\b(?:unanswered|no (?:reply|answer)|unsuccessful)\b|\b(?:reach|contact) (?:\w+ ){{1,3}}(?:were|was|proved) unsuccessful\b|\bunsuccessful\b",
    r"\b(?:has|have|had)(?: not|n[’']t) (?:yet )?(?:responded|replied|answered|commented|returned (?:[\w-]+ ){0,3}(?:calls?|messages?|e-?mails?|requests?))\b|\byet to (?:comment|respond|reply|answer|say)\b|\b(?:next|another) question\b|\bchanged the subject\b|\bwould not be drawn\b|\bwalked (?:off|away|on) without\b|\bnot (?:going to )?get(?:ting)? into (?:that|it|this)\b|\bcit(?:ed|ing) [^.;]{0,30}(?:confidentiality|privacy|policy|inquiry|investigation|proceedings|security)\b|\b(?:advised|told|instructed) (?:\w+ )?not to (?:speak|comment|talk)\b",
    r"\b(?:not|never) (?:going to )?(?:discuss|comment|talk about|speak about)\b|\bg(?:ave|ive|iving) no (?:details?|comment|answers?|reply|reasons?|information|interviews?|names?|further)\b",
    r"\b(?:are|is|was|were|remain\w*|stayed|kept|keeps?) (?:mum|quiet|confidential|private|silent|silence|tight-lipped|under seal|a private matter)\b|\bprivate (?:life|matters?|affairs?)\b[^.;]{0,30}\bown\b|\bown affair\b|\b(?:nobody|no one|none of \w+)[’']?s? business\b|\bmatter for the courts?\b",
    r"\bnever comments?\b|\brefused (?:point-blank|flatly|again) to\b|\bno statement to make\b|\bhave to ask (?:the|my|his|her|their|our)\b|\bwould comment (?:in|at|when|once|later)\b|\bgave (?:reporters|journalists|them) the slip\b|\b(?:is|was) (?:a )?private(?: matter)?\b|\bplead(?:s|ed) (?:confidentiality|privacy)\b",
    r"\bprefer(?:s|red)? (?:not to|to say (?:nothing|no)|to (?:keep|stay|remain) (?:silent|quiet)|silence)|\bwould rather not\b|\bchose (?:not to|to say nothing|silence)\b|\bkept (?:his|her|its|their) (?:own )?counsel\b",
    r"\bnothing (?:\w+ )?for (?:the )?(?:press|reporters|journalists|papers|media|cameras|you)\b|\b(?:said|saying|says) nothing (?:about|on|of|beyond|more)\b|\b(?:could|can|may|must|will|would) ?not be (?:discussed|commented|disclosed|talked about|made public|aired)\b",
    r"\bprevents? (?:us|it|them|him|her|me) from (?:speaking|commenting|saying|discussing)\b",
    r"\bwould (?:say only|only say)\b|\bthat (?:is|was) all (?:\w+ )?(?:shall|will|would|can|could) say\b|\breferred (?:all )?(?:questions|callers|inquiries|reporters|journalists)\b|\bunavailable for\b|\bcould not be reached\b",
    r"\bcannot (?:comment|discuss) (?:on )?(?:individual|ongoing|pending|clients|patients|operational)?",
)
UNCONFIRMED = _any(
    r"\b(?:could|can|cannot|can[’']t|was|were|is|are|has|have|had|be|been)\b[^.;]{0,40}\b(?:not|cannot|unable|never|neither|no means|no way|impossible|hard)\b[^.;]{0,40}\b(?:confirm|verif|establish|corroborat|substantiat|check)\w*",
    r"\b(?:not|cannot|neither|nor|unable to|hard to|impossible to)\b[^.;]{0,25}\b(?:confirm\w*|verif\w+|establish|corroborat\w+|say (?:who|what|whether|where|how|if|why|with)|rule (?:it )?out|exclude|judge|tell (?:who|what|whether|where|how|if))\b",
    r"\bneither\b[^.;]{0,50}\bcould be (?:verified|confirmed|checked)\b|\bno (?:means|way) of (?:knowing|checking|verifying|confirming|telling)\b",
    r"\btoo (?:early|soon)\b|\bremains? (?:unclear|to be seen|unknown)\b|\bunclear\b|\bunconfirmed\b|\bawait(?:s|ing|ed)\b|\bwait(?:s|ing|ed)? for (?:an?|the|its|his|her|their|more|further) (?:\w+ )?(?:reports?|results?|findings|inquiry|confirmation|word|information|news|details)\b|\byet to (?:send|inspect|check|reach|see|hear|receive|examine|visit|read|study|be told)\b|\bstill (?:being |be )?(?:check|examin|investigat|look|establish|stud|assess|collect|gather|count|verif|review|compil)\w+",
    r"\b(?:holds?|has|had|have|found|kept) no (?:files?|documents?|papers|entry)\b|\bno (?:information|knowledge|records?|data|recollection|evidence|proof|indications?|signs?|memory)\b",
    rf"\b(?:do(?:es)?|did|could|can) ?{_NOT} (?:yet |now |clearly )?(?:know|recall|remember|tell|exclude|say (?:yet|so|for))\b|\bknew nothing\b|\bhad heard (?:nothing|of it only)\b",
    rf"\b(?:has|have|had|was|were|been) (?:yet )?{_NOT} (?:yet |so far |itself |been )*(?:seen|received|told|notified|informed|shown|heard|had sight|reached|reviewed|examined)\b(?! a word)",
    r"\bnot (?:yet |immediately |at once )*(?:known|clear)\b|\bno (?:immediate )?(?:word|figures|complaints?|report of)\b|\blooking into\b|\b(?:was|were|is|are|still) (?:still )?(?:(?:checking|examining|establishing) (?:the|that|this|whether|what|if)\b|(?:gathering|collecting) (?:information|facts|evidence))|\bno reports\b|\bdid not (?:yet )?have (?:the|any|all the) (?:details|facts|figures|information)\b|\bpremature\b|\bstill pending\b|\bnothing (?:had|has) (?:yet )?been (?:proved|proven|established|confirmed)\b|\b(?:has|have|had)(?: not|n[’']t) (?:yet )?been briefed\b|\bnot in a position to\b",
    r"\bwould (?:first )?(?:have|need) to (?:examine|check|see|study|look|verify)\b|\b(?:inquiry|investigation|review)\b[^.;]{0,20}\b(?:under way|underway|been (?:opened|launched|ordered))\b|\bfirst (?:read|heard|learned|learnt) (?:about|of)\b|\btrying to (?:verify|establish|find out|confirm|learn)\b",
    r"\b(?:told|notified|informed|shown|heard|seen|received)(?: \w+)? (?:nothing|no sign|no proof)\b|\b(?:of|with) nothing so far\b|\bunaware\b|\bno idea\b|\b(?:beyond|outside) (?:its|his|her|their|our|my) (?:own )?knowledge\b|\b(?:couldn|can|could)(?:[’']t| ?not) tell you\b|\bnot (?:yet )?(?:been )?able to (?:say|tell|confirm|verify|establish|speak|reach|see|check|judge)\b|\bnot aware of\b|\bcontains? no record\b",
)
DENIES = _any(
    r"\bden(?:y|ies|ied|ials?|ying)\b",
    rf"\b(?:{_REJECT}) {_NEAR}(?:{_SAID}\b|(?:it|them|this|that) as\b|as (?:an? |the |pure |mere |plain |so much )?(?:[\w-]+ )?{_UNTRUE})|\bruled out that\b|\brefut(?:es|ed|ing)\b|\b(?:dismiss|reject)(?:es|s|ed|ing) (?:it|that|this|them)\b",
    rf"\b{_UNTRUE}",
    r"\b(?:made|making|makes|make|dreamt|dreamed|thought|cooked) (?:(?:it|this|that|them|the|whole|thing|story|all|everything|claims?) ){0,3}up\b",
    rf"\b(?:gave|give|giving) the lie to\b|\bridicul(?:es|ed|ing) (?:the|this|that|any|all)\b|\b{_SAID} (?:is|was|were|are) (?:\w+ )?without (?:any |all )?\w+\b|\bnot a (?:word of|shred of|single|grain of)\b|\bnowhere near\b|\bdid nothing (?:wrong|of)\b|\b(?:insist(?:s|ed|ing)|maintain(?:s|ed|ing)|swears?|swore) (?:that )?(?:\w+ )?(?:never|no|not|nobody|nothing)\b|\binsist(?:s|ed|ing) (?:that )?(?:he|she|it|they|we|i) (?:had |has |have )?(?:never|not)\b",
    r"\bthe (?:wrong way (?:round|around)|other way (?:round|around)|very opposite|exact opposite)\b|\bnothing (?:to|in) (?:it|the (?:talk|claims?|stor(?:y|ies)|rumou?rs?|reports?|allegations?|suggestions?))\b|\bnot (?:a|one) (?:cent|penny|dollar|euro|shred|scrap|jot|iota|syllable)\b",
    r"\bnothing of the (?:sort|kind)\b|\bno (?:such|truth|question of|basis|foundation|substance)\b|\bnot (?:true|so|correct|the case|right)\b|\b(?:never|n[’']t|not) happen(?:ed)?\b|\bat no (?:time|point|stage|moment)\b|\bnot one of (?:them|us|the|our|its|his|her)\b|\brefused to accept\b|\bwithout (?:any )?(?:foundation|basis|substance)\b|\b(?:simply|plain) wrong\b|\bnot (?:us|me|ours|mine)\b",
)
CONFIRMS = _any(
    r"\b(?<!un)(?<!\d )confirm(?:s|ed|ing)?\b(?! (?:as|deaths?|cases?|dead|fatalities|tolls?|victims|infections|figures?|reports?|kills?)\b)",
    r"\backnowledg(?:e|es|ed|ing)\b|(?<!were )(?<!was )(?<!been )(?<!patient )(?<!patients )(?<!people )(?<!those )(?<!children )(?<!anyone )\badmit(?:s|ted|ting)?\b(?! (?:to|into) (?:the )?(?:\w+ )?(?:hospital|ward|intensive)| (?:about |some |more than |at least )?(?:\d|(?:\w+ )?(?:patients|people|guests|members|visitors|victims|wounded|injured|children|men|women)))|\bconced(?:e|es|ed|ing)\b|\bown(?:s|ed) up\b|\bgrant(?:s|ed) that\b",
    rf"\bverified that\b|\bconfess(?:es|ed)\b|\btestif(?:ies|ied) that\b|[\"“]that[’']s right\b|\bpleaded guilty\b|\baccept(?:s|ed) (?:responsibility|blame|that|full)\b|\bdid not hide\b|\bmade no secret\b|\brecogni[sz]e[sd] that\b|\b{_SAID} (?:is|was|were|are) (?:accurate|correct|true|right)\b",
    r"[\"“]yes,|^yes,|\b(?:is|was) (?:quite |perfectly )?true(?: that)?\b(?<!not true)|\bcorroborat(?:es|ed)\b|\bbore? out\b|\bbears? out\b|\bvouch(?:es|ed) for\b|\bapologi[sz](?:es|ed) for\b|\btook responsibility\b",
)
# For or against what is told, and no word on whether it is so.
OPPOSES = _any(
    rf"\b(?:{_REJECT}) (?:the|this|that|these|those|an?|its|his|her|their) (?:[\w’'-]+ ){{1,5}}?as\b",
    r"\b(?:oppos|condemn|denounc|criticis|criticiz|deplor|welcom|applaud)(?:es|ed|e|s)\b",
)

CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("responds", NON_DENIAL),
    ("declines to comment", NEITHER),
    ("declines to comment", POLICY),
    ("retracts", RETRACTS),
    ("corrects", CORRECTS),
    ("qualifies", QUALIFIES),
    ("does not confirm", UNCONFIRMED),
    ("declines to comment", DECLINES),
    ("denies", DENIES),
    ("confirms", CONFIRMS),
    ("responds", OPPOSES),
)


def _alternatives(pattern: str) -> list[str]:
    """Gives the alternatives of a pattern: the parts between its bars, but for bars in brackets.

    >>> _alternatives("a(?:b|c)|[|]d")
    ['a(?:b|c)', '[|]d']
    """
    found, depth, start = [], 0, 0
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", pattern):
        depth += (token[0] == "(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            found.append(pattern[start : token.start()])
            start = token.end()
    return [*found, pattern[start:]]


# All of them at once without regard to case, for words in small letters: most claims carry none. Those that begin where a word does stand by
# themselves, because they are looked for at such places alone.
_EACH = [part for _, pattern in CUES for part in _alternatives(pattern.pattern)]
ANY_CUE: tuple[re.Pattern[str], ...] = tuple(
    re.compile("|".join(part for part in _EACH if part.startswith(r"\b") is at_a_word)) for at_a_word in (True, False)
)

# Another sense of the word: something is withheld, somebody put in office, a proposal turned down, a number gone down.
OTHER_SENSE = _any(
    r"\bden(?:y|ies|ied|ying)\b (?:it|him|her|them|us|me|(?:(?-i:[A-Z])[\w-]+ ?){1,3}|the (?!(?:claims?|reports?|accus|alleg|charges?|rumou?r|existence|story|account|suggest))[\w-]+(?: [\w-]+)?) (?:a|an|the|any|bail|entry|access|asylum|entrance|permission|a (?:new )?(?:permit|visa|licence|license))\b",
    r"\bden(?:y|ies|ied)\b[^.;]{0,40}\b(?:bail|entry|access|a (?:new )?(?:permit|visa|licence|license)|the request|a request|asylum)\b",
    r"\bden(?:y|ies|ied|ying) (?:a|an|the|any|its|his|her|their) (?:\w+ )?(?:motions?|requests?|appeals?|bids?|applications?|petitions?|permits?|licences?|visas?)\b",
    r"\b(?:was|were|been|being|is|are) (?:also |again |twice |\w+ly )?denied (?:an?|any|the|his|her|its|their|all|entry|access|bail|visas?|asylum|permission|treatment|parole|leave|food|water)\b",
    r"\bdeclined by\b|\bconfirmed in office\b|\bconfirm(?:s|ed) (?:her|him|them) as\b|\bconfirm(?:s|ed) (?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)* as\b",
    r"\breject(?:s|ed|ing)? (?:a|an|the|its|his|her|their|that|this) (?:[\w’'-]+ ){0,2}?(?:plans?|offers?|proposals?|bids?|requests?|applications?|amendments?|motions?|budget|appeal|demand|deal|draft|compromise|candidates?)\b",
)
# "It is not true that nobody …" affirms; so does a negated negation under a denial verb.
AFFIRMING = _any(
    r"\bnot true that\b[^.;]{0,80}\b(?:never|no|not|nobody|none)\b",
    r"\bdenie[sd] that\b[^.;]{0,60}\b(?:never|nobody|none)\b",
)
# Words passed on, or one's own word stood by: no new knowledge.
RELAYED = _any(
    r"\bconfirm(?:s|ed)? [^.;]{0,40}\b(?:receiv(?:ed|ing)|seen|seeing|read|reading|got|getting|hear(?:d|ing)|been (?:sent|handed|given|told|shown))\b[^.;]{0,50}\b(?:in which|saying|stating|alleging|claiming|that (?:says?|said|claim\w*|alleg\w*))\b",
    r"\bconfirm(?:s|ed)? [^.;]{0,80}\b(?:letters?|messages?|e-?mails?|reports?|complaints?|statements?|calls?|papers?|posts?|notes?|leaflets?) [^.;]{0,20}?\b(?:in which|saying|stating|alleging|claiming|that (?:says?|said|claim\w*|alleg\w*))\b",
    r"\bconfirm(?:s|ed)? [^.;]{0,50}\b(?:g(?:iven|ave|iving) (?:\w+ ){0,3}(?:evidence|testimony|a statement)|testified|complained|report(?:ed)? to (?:it|him|her|them)|lodged a complaint|(?:letter|message|report|complaint|statement|e-?mail)s? (?:had |has )?(?:reached|arrived|come in))\b[^.;]{0,30}\b(?:that|in which|saying|to the effect)\b",
    r"\bconfirm(?:s|ed)? (?:\w+ ){0,4}that\s+(?!he\b|she\b|it\b|they\b)[^.;]{0,60}\b(?:said|announced|stated|claimed|issued|told|denie[sd]|had denied)\b",
    r"(?<!no longer )\b(?:stands?|stood|standing) (?:by|behind) (?:its|the|our|his|her|their|what)\b",
)
CONDITIONAL = _any(r"^\W*(?:if|should|were)\b", r"\b(?:said|says)(?: that)? if\b")
# The claim is spoken of without being told anew.
REFERS = _any(
    r"\b(?:the|this|that|these|those|such|any|all|his|her|its|their|[\w-]+[’']s?) (?:[\w-]+ )?(?:claims?|reports?|reporting|charges?|accusations?|allegations?|suggestions?|assertions?|statements?|accounts?|story|stories|version|rumou?rs?|tale|article|denial)\b",
    r"\b(?:as|was|were|is|are|it|called|calling|that)\b[^.;]{0,25}" + _UNTRUE,
    r"\bnothing of the (?:sort|kind)\b|\bnot (?:true|so|the case)\b|\bthat is (?:false|wrong)\b",
)
# The asserter is said to speak to what was put to him.
IN_REPLY = _any(
    r"\b(?:asked|questioned|pressed|challenged|quizzed) (?:again |repeatedly )?(?:about|whether|if|on|why|again|by)\b|\bwhen asked\b|^asked\b|\bput to (?:him|her|it|them)\b",
    rf"\bsaid (?:of|about|on) {_ITS} (?:\w+ )?{_SAID}\b|\b(?:in )?(?:response|reply|answer|responding|replying|reacting) to\b|\bcommenting on\b|\b(?:retorted|countered|repl(?:ied|ies)|react(?:ed|s|ing)|responded|shot back|hit back|answered back)\b|\bgot back to us\b|\bsees? it differently\b",
    r"\b(?:when|after|as) (?:we|reporters?|journalists|a reporter|our reporter) (?:told|asked|showed|read|put)\b|\?[\"”]?\s+[\"“]",
    r"\b(?:insist|protest|sw(?:ear|ore))(?:s|ed)?\b|\b(?:told|wrote to|assured) (?:supporters|reporters|journalists|members|followers)\b",
)
NEGATION = re.compile(
    r"\b(?:not(?! only| least| just)|never|no(?! (?:fewer|less|more|later|longer|doubt|matter)\b)|none|nobody|no one|nothing|neither|nor|nowhere)\b|n[’']t\b",
    re.I,
)
