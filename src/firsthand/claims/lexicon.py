"""The word lists that the rules of this room read. Lemmas, lower case; every list says what it decides."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """Gives the words of a list written as running text; an underscore stands for a blank."""
    return frozenset(word.replace("_", " ") for word in text.split())


# "Early reports", "word in the bazaar", "rumours going round": nobody who could be asked. Reports that somebody owns are no hearsay.
_HEARSAY_SOURCE = re.compile(
    r"(?:(?:unconfirmed|unverified|conflicting|persistent|widespread|initial|early|first|various|several|some|many|other|sketchy|fresh|local) )*"
    r"(?:reports|accounts|rumou?rs?|hearsay|gossip|word|talk|whispers|speculation|chatter|legend|tradition|stories)"
    r"(?: (?:(?:that|which|circulating|reaching|emerging|swirling|in|on|at|around|going|doing|here)\b.*"
    r"|from (?:the |inside the )?(?:scene|spot|area|region|ground|front|field|city|town|village|valley|coast|border|capital|province|island)\b.*))?"
)


def is_hearsay(source: str) -> bool:
    """Says whether words that stand where a speaker would are only a rumour's ("Hearsay has it that …")."""
    return _HEARSAY_SOURCE.fullmatch(source.lower()) is not None


# Verbs that report a statement: kept whatever their content is.
SPEECH = words(
    """say tell add announce report claim argue insist note explain suggest warn stress emphasise emphasize declare maintain assert allege
    contend reveal disclose write tweet post reply respond answer testify recall admit concede acknowledge confirm deny reject dismiss
    dispute refute rebut accuse blame praise criticise criticize condemn denounce describe predict forecast estimate promise pledge vow
    threaten urge request propose recommend advise caution hint imply indicate boast joke quip lament complain remark observe comment
    clarify correct retract withdraw revise reiterate repeat conclude find float cite quote read understand learn inform assure
    state affirm swear plead counter retort contradict question decry deplore hail brand label dub protest
    sniff guarantee mutter whisper shout yell snap scoff muse concur opine stipulate specify elaborate recount narrate
    underline underscore highlight show document warn_of notify attest certify vouch reassure apologise apologize accept
    blurt blab gush fume moan groan confide gripe grumble rant wail enthuse bemoan lambast splutter
    guess hold authenticate disagree object speculate reckon calculate infer deduce venture volunteer agree argue signal verify corroborate order instruct appeal
    confess divulge exclaim foresee proclaim profess reaffirm reassert restate repudiate intimate theorise theorize posit postulate
    surmise mention advocate counsel exhort implore beg alert disavow liken remember recollect cry scream roar sigh sob chuckle growl
    snarl bark bellow stammer mumble shriek hiss marvel fret mock deride ridicule rebuke castigate scold slam radio cable"""
)
# Verbs of thinking and intending: reported stances, kept when somebody is named for them.
STANCE = words(
    "believe think suspect expect hope fear see understand plan aim intend offer project anticipate bet call put record ask demand pray"
)
# Verbs that are acts unless a clause or a quotation follows ("accepted a watch", "recalled its envoy", "showed her the note").
CLAUSE_ONLY = words(
    """accept recall observe maintain conclude document post learn read write hold see show answer volunteer understand venture infer deduce
    guess gush fume moan groan grumble rant wail splutter bemoan lambast certify register express advise agree disagree grant signal verify corroborate
    mention remember recollect cry scream roar sigh sob chuckle growl snarl bark bellow stammer mumble shriek hiss marvel fret mock
    deride ridicule rebuke castigate scold slam alert restate advocate foresee proclaim"""
)
# Verbs that take back or turn down words only where their object is words ("withdrew its report", not "withdrew its troops").
OF_WORDS = words("withdraw revise dismiss reject dispute repeat retract")
# Verbs by which somebody passes on what another one said.
RELAYABLE = words(
    """say tell state report claim indicate announce write add note warn confirm deny allege argue insist admit acknowledge suggest
    testify declare reveal disclose explain predict forecast tweet concede contend assert recall describe estimate hint remark quote
    reject dispute dismiss stress emphasise emphasize insist swear vow complain call put see reckon believe think count inform signal mention assure promise pledge answer reply respond joke allege"""
)
WORDS_NOUN = words(
    """statement report claim allegation accusation figure remark comment story assertion estimate testimony confession suggestion account
    charge idea notion forecast toll count number warning notice reports claims figures allegations accusations charges rumour rumours
    rumors criticism proposal demand version article denial plan offer motion appeal call"""
)
# Attitudes and acts that the tagger finds and a ledger of statements does not want, unless quoted words or a that-clause follow.
NO_STATEMENT = words(
    """want seek support endorse back oppose like love hate prefer anger adjourn sing sign strike consider follow include raise illustrate
    need try attempt favour favor enjoy regret enter join vote approve adopt order direct allow permit ban block refuse fail succeed
    make take give get hold keep lead run begin start continue stop launch pass veto file sue win lose hit attack visit meet show_up
    appear seem look feel hear watch listen sound mean welcome embrace celebrate mourn honour honor downgrade upgrade acquire buy sell
    reflect represent signal signify suggest_to underlie showcase mark bring cause create spark prompt trigger fuel provoke draw attract"""
)
# Documents and bodies that "show", "find", "read"; other things that "tell" or "speak" are figures of speech.
DOCUMENT = words(
    """report study survey poll paper letter email e-mail memo memorandum minute minutes document indictment complaint statement filing
    transcript article mail communique communiqué bulletin note text message post tweet book diary dossier audit review analysis research
    leaflet petition resolution ruling verdict judgment judgement affidavit cable notice account assessment data figures census video
    sheet recording record file log manifest finding page pages extract extracts excerpt excerpts passage copy draft footage image images release commentary editorial declaration deal agreement interview speech testimony index lecture count tally inquiry investigation probe correspondence circular dossier caption order talk op-ed column blog thread"""
)
FIGURE_OF_SPEECH = words(
    """clock crack law treaty constitution figure figures number numbers statistic statistics fact facts silence sky wall map history
    experience evidence logic tradition face eye eyes smile body heart rule rules story name picture pictures result results scar
    price prices share placard plaque ruin weather legend myth proverb saying sign trace wreckage chart graph calendar scoreboard thermometer gauge compass banner"""
)
NOBODY = words("nobody none no-one nothing")

# Speakers that are roles: typed as unnamed when no name can be found for them.
UNNAMED = words(
    """official officials source sources person people man woman men women boy girl child children witness witnesses survivor survivors
    resident residents villager villagers relative relatives insider insiders adviser advisers advisor advisors aide aides diplomat
    diplomats analyst analysts economist economists expert experts researcher researchers scientist scientists spokesman spokeswoman
    spokesperson spokespeople representative representatives lawyer lawyers solicitor solicitors attorney attorneys barrister interpreter translator employee employees worker workers manager managers executive
    executives colleague colleagues negotiator negotiators mediator mediators recruiter attendant doctor doctors nurse nurses soldier
    soldiers officer officers commander prisoner prisoners player players fan fans voter voters trader traders critic critics activist
    activists neighbour neighbours neighbor neighbors friend friends member members lawmaker lawmakers minister ministers governor
    president marshal clerk defendant selector editor team company firm hospital club union board bank outlet media newspaper
    student students teacher teachers farmer farmers driver drivers passenger passengers patient patients victim victims parent parents
    mother father brother sister son daughter wife husband widow widower uncle aunt grandmother grandfather cousin crew
    informant negotiators fighter fighters rebel rebels militant militants protester protesters refugee refugees migrant migrants
    envoy envoys ambassador ambassadors consultant consultants investor investors banker bankers shareholder shareholders
    respondents parliamentarians observers monitors rescuers firefighters medics pilots sailors fishermen miners engineers
    mayor premier chancellor senator senators judge coach captain priest bishop general colonel sheriff deputy ombudsman auditor treasurer
    secretary officer goalkeeper referee surgeon nurse midwife shepherd fisherman fishermen sailor pilot chairman chairwoman director
    investigator investigators inspector inspectors guard guards leader leaders monarch king queen prince princess chief"""
)
# Words of office before a name, beside those above.
OFFICES = words(
    """prime vice interior foreign defence defense finance health justice transport police fire harbourmaster harbormaster superintendent
    constable lieutenant major admiral brigadier commissioner sheriff chief officer brother sister father councillor councilor judge
    farmer sprinter prosecutor captain colonel general mayor senator inspector sergeant deputy sir dr mr mrs ms professor reverend
    bishop rep sen gov lt col capt sgt maj gen insp supt cllr rev hon ranger commodore cmdr cpl corporal private garda const pc det detective prof
    doña don lady lord dame fr rabbi imam sheikh canon rear wing squadron marshal cardinal archbishop advocate"""
)
# Organs of state and their like: a role name is enough, they are not "unnamed".
INSTITUTION = words(
    """army navy police ministry ministries government parliament regulator court prosecutor prosecutors opposition cabinet senate congress
    treasury bureau agency authority authorities commission committee council department office bank_of central_bank coalition
    state military force forces staff administration presidency embassy service fire_brigade coastguard coast_guard council assembly
    party police_force prosecution tribunal jury defence defense nation nations country countries kingdom republic union_of city left right
    junta regime leadership militia general_staff brigade ombudsman_office
    association federation union_of watchdog inspectorate intelligence guard command palace panel"""
)
UNNAMED_BODY = words(
    "company firm hospital club union board carmaker bank school church charity factory group university team airline operator"
)
# Heads that are spoken to and pass nothing on.
AUDIENCE = words(
    """reporter reporters journalist journalists parliament congress senate court courts jury juror jurors judge judges council assembly
    committee inquest inquiry hearing conference lawmakers deputies cadets crowd audience supporters students analysts investors
    shareholders meeting rally summit briefing interviewer prosecutors residents voters members staff colleagues police officers
    them him her us me you it people everyone mp mps msps meps tds aldermen councillors house tribunal world nation public viewers readers listeners security_council"""
)
# Nouns that make what is told an outlet or a channel of news.
OUTLET_NOUN = words(
    """newspaper paper daily weekly magazine journal outlet agency station channel broadcaster website portal network radio television tv
    newswire wire medium site blog tabloid podcast service programme program media press publisher monitor"""
)
# Participles after which "by PARTY" names who had the words in hand.
PASSED_ON = words(
    """report carry publish post obtain see cite quote republish relay translate monitor broadcast air distribute leak share describe
    release transmit print run issue circulate subtitle translate summarise summarize repost tender gather pick repeat review view hear read reproduce disseminate translate_and record
    reported carried published posted obtained seen cited quoted republished relayed translated monitored broadcast aired distributed
    leaked shared described released transmitted printed run issued circulated gathered picked repeated reviewed viewed"""
)
# Nouns of occasions on which somebody speaks to an outlet.
VENUE = words("interview comments remarks statement conversation email message letter talk briefing answer call words")
REFUSAL = words(
    "comment say reply respond answer confirm disclose elaborate recommend deny specify reveal discuss verify speak name identify mention interview talk explain"
)
JUDGEMENT = words(
    """underline underscore showcase highlight signify signal reflect illustrate demonstrate symbolise symbolize exemplify epitomise mark
    testify suggest indicate cement reinforce"""
)
