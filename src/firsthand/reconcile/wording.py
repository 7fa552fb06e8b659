"""Words that news uses for one thing: a small thesaurus, so that "pull the garrison out" meets "withdraw the soldiers".

Only everyday verbs and nouns; irregular forms stand here because a rough stem cannot find them. Two words of one line have one key.
"""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.reconcile.facts import facts_of, fold, stem, tells_something

_LINES = """
leave leaves leaving left quit quits departure depart departed withdraw withdraws withdrew withdrawn withdrawal withdrawing pulling pulled evacuate
meet meets met meeting meetings talks negotiate negotiated negotiating negotiation negotiations contact contacts encounter dialogue
kill killed killing killings dead die died dying death deaths fatal fatalities
hurt injure injured injury injuries wound wounded wounds
hit hits struck strike strikes striking beat beaten blow blows slap slapped punch punched collide collided collision rammed
shoot shot shooting fire fired firing gunfire shell shelled shelling shells mortar mortars
attack attacked attacks assault assaulted raid raids raided ambush ambushed bomb bombs bombed bombing bombings bombardment airstrike airstrikes
buy bought buys buying purchase purchased acquire acquired acquisition acquisitions
sell sold sells selling sale sales
pay paid pays paying payment payments fee fees
know knew known knowing knowledge aware told
see saw seen sees witness witnessed watched
take took taken takes steal stole stolen theft
order ordered orders instruct instructed instruction instructions command commanded
ask asked asks request requested requests
build built builds builder construct constructed construction
close closed closes closure shut shuts shutdown
fall fell fallen collapse collapsed
envoy envoys diplomat diplomats delegation delegations delegate delegates emissary emissaries
soldier soldiers troops forces garrison army military
storm cyclone hurricane typhoon
marry married wed wedding marriage
doctor doctors medic medics physician physicians
child children kids pupil pupils student students
leak leaked leaks spill spilled spilt spillage discharge discharged release released waste
car cars vehicle vehicles lorry lorries truck trucks
ship ships vessel vessels boat boats ferry ferries
plane planes aircraft jet jets warplane warplanes air
money cash funds
firm company companies business
staff workers employees workforce job jobs posts
cut cuts cutting reduce reduced reduction
price prices cost costs
send sent sends sending dispatch dispatched
test tests tested testing sample samples
forge forged forgery fake faked
ban banned bans prohibit prohibited forbid forbidden
threat threats threaten threatened threatening
win won winning victory
lose lost losing loss losses defeat
agree agreed agrees agreement accord pact treaty deal
arrest arrested detain detained detention custody
rise rose risen rising increase increased
plan planned plans planning prepare prepared preparing
hide hid hidden conceal concealed
speak spoke spoken speaking
write wrote written writing
give gave given
poison poisoned contaminate contaminated contamination pollute polluted pollution
sack sacked dismissed dismissal dismiss
""".strip()
_GROUP = {word: line.split()[0] for line in reversed(_LINES.splitlines()) for word in line.split()}
_LINKS = frozenset(  # words of place and time that link names to anything
    """aboard board across along amid among behind beneath beside besides between beyond inside outside near onto opposite toward
    within throughout despite against across according later earlier still again already""".split()
)
_SHORT = frozenset(
    """the and for was are not but his her its had has him who all any can did got may one our out own say see she too two use way you
    yet now new old off per put ran run set six ten how why let lot day nor via ago mrs few get yes""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTERS = 6  # of a stem that two forms of one word share: "withdrawal", "withdraw"


@lru_cache(maxsize=4096)  # the same claims are compared with many others
def keys_of(words: str) -> frozenset[str]:
    """Gives the keys of the telling words and numbers of a text: names as "@name", numbers as "#6", words by group or stem.

    >>> sorted(keys_of("It was pulling the garrison out of Ossby"))
    ['@ossb', 'leave', 'soldier']
    """
    found = {f for f in facts_of(f". {words}").first if f[0] in "#@"}
    names = {f[1:] for f in found}
    folded = (fold(word) for word in _WORD.findall(words))
    return frozenset(
        found | {key for word in folded if (key := _telling(word)) and (word in _GROUP or stem(word) not in names)}
    )


@lru_cache(maxsize=1 << 15)
def _telling(word: str) -> str | None:
    """Gives the key of a word that tells something; None for one that only links others."""
    if word in _LINKS:
        return None
    tells = word in _GROUP or _is_short(word) or tells_something(word)
    return key_of(word) if tells else None


def key_of(word: str) -> str:
    """Gives the key of one word in lower case: that of the words for the same thing, or the beginning of its stem.

    >>> key_of("died"), key_of("fatalities"), key_of("measured")
    ('kill', 'kill', 'measur')
    """
    return _GROUP.get(word) or stem(word)[:_LETTERS]


def _is_short(word: str) -> bool:
    """Says whether a word of three letters tells something ("gas", "tax")."""
    return len(word) == 3 and word.isalpha() and word not in _SHORT
