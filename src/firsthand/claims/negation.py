"""What a statement negates: the verb or the thing right under its "not", "never", "no", "nobody", and the words of that clause.

Only the main clause counts: "it is sad that nobody came" negates nothing, and neither does "does not say whether". Whether the same is
stated elsewhere is asked in `denials`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.claims.content import stem
from firsthand.claims.lexicon import words
from firsthand.claims.view import FINITE, View
from firsthand.records import Claim, Token

_OPENING = 90  # characters of a statement in which a negation is about the whole
_NOT = words("not n't never")
_NOBODY = words("nobody none nothing no-one")
_ENDS = words(
    "because if whether when who which whom whose while after before since although though unless until but that as than except"
)
_SKIPPED_AFTER = {  # "no longer", "not only", "no doubt": these negate something else or nothing
    "no": words("longer doubt matter more less fewer better later sooner one"),
    "not": words("only just merely simply least all every everyone always necessarily yet sure certain clear"),
    "nothing": words("but short more less"),
    "never": words("mind"),
}  # fmt: skip
_UNKNOWN = words(
    "know say show tell understand remember recall comment confirm deny clarify specify think believe expect want see hear care mind mean"
)
_AUXILIARIES = words("be have do will would can could may might shall should must get")
# One deed or thing under several words, for the comparison of two statements; the first stands for all.
_GROUPS = (
    "ask request", "buy purchase acquire", "sell sale", "decide decision", "die death dead kill fatality", "fly flight", "deal agreement accord pact",
    "plane jet aircraft warplane", "ship vessel boat", "steal theft", "lose loss", "choose choice", "strike raid attack", "shoot shot gunfire",
    "start begin launch", "stop end halt cease", "leave depart departure", "fighter combatant militant", "wound injure hurt injury",
    "meet meeting talk conversation", "arrest detain detention", "pay payment", "allow permit permission", "hide conceal", "promise pledge vow",
    "delay postpone", "close shut closure", "exclude expel", "reject refuse", "money cash fund", "know knowledge",
)  # fmt: skip
_ONE_WORD = {other: group.split()[0] for group in _GROUPS for other in group.split()[1:]}
_PARTICLES = {
    "put off": "delay",
    "call off": "cancel",
    "turn down": "reject",
    "shut out": "exclude",
    "leave out": "exclude",
    "give up": "abandon",
}
_EMPTY = words("be have do get make take thing anything something anyone anybody happen exist occur place say")


@dataclass(frozen=True, slots=True)
class Negation:
    """`heads` are the stems right under the negations of the main clause, `near` all its words; `absolute` tells "no", "never", "nobody" and a "Not" at the start from a plain "not"; `ahead` tells that "will" or "would"
    stands before it."""

    heads: frozenset[str]
    near: frozenset[str]
    absolute: bool
    ahead: bool


def negation_of(view: View, claim: Claim, names: frozenset[str]) -> Negation | None:
    """Gives what the main clause of a claim negates, None where it negates nothing; `names` are stems that do not count."""
    tokens = _main_clause(_opening(view, claim))
    at = [i for i, t in enumerate(tokens) if t.start - tokens[0].start <= _OPENING and _is_negation(tokens, i)]
    found = [head for i in at for head in _heads(tokens, i)]
    if not found or not any(t.tag.startswith(("VB", "MD")) for t in tokens) or any(t.lemma in _UNKNOWN for t in found):
        return None
    absolute = at[0] == 0 or any(_word(tokens[i]) not in ("not", "n't") for i in at)
    ahead = any(_word(t) in ("will", "would", "'d", "'ll", "wo") for t in tokens[max(0, at[0] - 2) : at[0]])
    return Negation(_stems(found) - names, _stems(tokens) - names, absolute, ahead)


def _stems(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(w for w in stems_of(tokens) if w is not None)


def stems_of(tokens: Sequence[Token]) -> list[str | None]:
    """Gives for each token the stem by which it is compared with those of another statement, None for one that says nothing by itself."""
    return [stem_of(t, _word(tokens[i + 1]) if i + 1 < len(tokens) else "") for i, t in enumerate(tokens)]


def stem_of(token: Token, after: str = "") -> str | None:
    """Gives the stem of one token, read with a particle right after it ("put off")."""
    lemma = token.lemma.lower()
    if not token.tag.startswith(("NN", "VB", "JJ")) or lemma in _EMPTY or len(lemma) < 3 or not lemma.isalpha():
        return None
    return stem(_PARTICLES.get(f"{lemma} {after}", _ONE_WORD.get(lemma, lemma)))


def _opening(view: View, claim: Claim) -> list[Token]:
    """Gives the tokens of the first sentence of a claim's first piece that holds a verb."""
    line = view.line_at(claim.content[0].start)
    if line is None:
        return []
    return line.tokens_in(claim.content)


def _main_clause(tokens: Sequence[Token]) -> list[Token]:
    """Gives the tokens up to where another clause begins after the first verb; none where the whole stands under "if" or "when"."""
    kept: list[Token] = []
    verb = False
    for i, token in enumerate(tokens):
        word = _word(token)
        aside = token.text == "," and i + 1 < len(tokens) and tokens[i + 1].tag == "VBG"
        if token.text in (";", ":", "—", "–") or aside or (verb and word in _ENDS) or (kept and word in ("as", "than")):
            break
        verb = verb or token.tag in FINITE or token.tag == "VBN"
        kept.append(token)
    return [] if kept and _word(kept[0]) in _ENDS - {"that"} else kept


def _is_negation(tokens: Sequence[Token], i: int) -> bool:
    word = _word(tokens[i])
    after = _word(tokens[i + 1]) if i + 1 < len(tokens) else ""
    if word == "no" and after == "one" and (i + 2 >= len(tokens) or tokens[i + 2].tag[:2] in ("VB", "MD")):
        return True
    return (word in _NOT or word in _NOBODY or word == "no") and after not in _SKIPPED_AFTER.get(
        word.replace("n't", "not"), ()
    )


def _heads(tokens: Sequence[Token], i: int) -> list[Token]:
    """Gives the words a negation rests on: after "no" the noun; after "not" the verb or what is said to be; of a passive under "never" or
    "nobody" also the one it was done to."""
    rest, word = tokens[i + 1 :], _word(tokens[i])
    if word == "no" and rest and _word(rest[0]) != "one":
        return [noun] if (noun := _noun(rest[:5])) is not None else []
    at = next(
        (k for k, t in enumerate(rest[:6]) if t.tag[:2] in ("VB", "JJ", "NN") and t.lemma not in _AUXILIARIES), None
    )
    if at is None:
        return []
    passive = rest[at].tag == "VBN" and any(t.lemma == "be" for t in (*tokens[max(0, i - 2) : i], *rest[:at]))
    if word in ("not", "n't") or not passive:
        return [rest[at]]
    return [rest[at], *(t for t in (*tokens[max(0, i - 4) : i], *rest[at + 1 : at + 3]) if t.tag in ("NN", "NNS"))]


def _noun(tokens: Sequence[Token]) -> Token | None:
    """Gives the head of a noun phrase: of "no border deal" the deal."""
    found = None
    for token in tokens:
        if token.tag.startswith("NN"):
            found = token
        elif found is not None or not token.tag.startswith(("JJ", "VB", "RB", "CD")):
            break
    return found


def _word(token: Token) -> str:
    return token.text.lower().replace("’", "'")
