"""Words that say the opposite of each other without a negation: within the limits and above them, to stay and to resign, by itself and shot down.

A row is one question with two answers; two statements of which each gives one of them say opposite things, unless one of them negates it.
"""

from __future__ import annotations

import re

_ROWS: tuple[tuple[str, str], ...] = (
    (r"(?:within|below|under|kept to|met) (?:its |the |their |all |legal |safe )*(?:limits?|thresholds?|norms?|standards)", r"(?:over|above|beyond) (?:its |the |their |all |legal |safe )*(?:limits?|thresholds?|norms?)|exceed\w*|breach\w*"),
    (r"stay(?:s|ed|ing)?(?: on)?|remain(?:s|ed|ing)? in (?:office|his|her|the)|keep(?:s|ing)? (?:his|her) (?:post|job|seat)|(?:will|shall) still be", r"resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)? down|quit(?:s|ting)?|le(?:ave|aves|aving|ft) (?:office|for|the (?:club|party|post|job))|g(?:ave|ive|iving) up (?:\w+ )?(?:office|post|job)"),
    (r"(?:is|was|are|were|stay\w*|remain\w*|kept) open|reopen\w*|open(?:s|ed|ing) (?:the|its|their|a)|were opened|ran (?:day|all|without|through)|(?:is|was|are|were) running|in operation", r"clos(?:ed|es|ing)|(?:remain\w*|stay\w*|is|was|are|were|kept) shut|shut down|switched off|out of service|stood still|(?:is|was|are|were|lay|lies) idle"),
    (r"(?:is|are|was|were|perfectly|completely|quite) (?:safe|sound|clean|harmless|healthy|unhurt|unharmed)|in (?:excellent|good|perfect) (?:health|order|condition)", r"leak(?:s|ed|ing|age)?|poison\w*|contaminat\w*|pollut\w*|unsafe|dangerous|(?:over|above|beyond) (?:its |the |their |all |legal |safe )*limits?|seriously ill|fallen ill|stroke"),
    (r"r(?:ise|ises|ose|isen|ising)|increas\w+|gr(?:ew|own|ows)|climb\w*", r"fell|fallen|drop(?:s|ped|ping)?|declin\w+|decreas\w+|shr(?:ank|unk|inks?)"),
    (r"won|wins?|victory", r"lost|loses?|defeat(?:ed)?"),
    (r"captured|seized|overr(?:an|un)|taken (?:over|by)|had fallen to|in (?:its|their|rebel|enemy) hands", r"repelled|beaten back|driven (?:off|back)|still h(?:eld|olds?|olding)|held out|in our hands"),
    (r"genuine|authentic|an original|painted by", r"forg(?:ed|ery)|fakes?|faked|a copy|counterfeit"),
    (r"by (?:itself|themselves)|automatically|accident(?:al|ally)?|mechanical (?:fault|failure)|natural causes|lightning", r"shot (?:down|it|at|dead)|bomb(?:s|ed|ing)?|attack(?:s|ed|ers)?|sabotage\w*|murder(?:ed)?|deliberate(?:ly)?|set (?:alight|on fire)|arson\w*"),
    (r"innocent|acquitted|cleared of", r"guilty|convicted"),
)  # fmt: skip
OPPOSITES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{one})\b", re.I), re.compile(rf"\b(?:{other})\b", re.I)) for one, other in _ROWS
)


def say_opposites(a: str, b: str) -> bool:
    """Says whether two statements give opposite answers to one question, negations left aside.

    >>> say_opposites("the gates remained shut all night", "the board opened the gates"), say_opposites("it rained", "it rose")
    (True, False)
    """
    for one, other in OPPOSITES:
        mine, theirs = ((bool(one.search(words)), bool(other.search(words))) for words in (a, b))
        if mine != theirs and True in mine and True in theirs and not all(mine) and not all(theirs):
            return True
    return False
