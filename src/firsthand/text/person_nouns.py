"""Nouns that people are called by: offices, kinship, trades. A word list and the endings of trades; what is as often a body is left out."""

from __future__ import annotations

HEADS = frozenset(
    """
    president minister premier chancellor king queen prince princess emir sultan pope governor mayor senator lawmaker congressman
    congresswoman ambassador envoy diplomat spokesman spokeswoman spokesperson chief leader head director chairman chairwoman chairperson
    chair commander general admiral colonel captain marshal secretary adviser advisor official officer prosecutor judge lawyer attorney
    professor scientist epidemiologist economist analyst expert researcher coordinator representative commissioner manager ceo founder owner
    editor reporter journalist correspondent author activist doctor physician surgeon coroner seismologist inspector sheriff superintendent
    constable politician candidate deputy undersecretary speaker mp archbishop bishop cardinal priest rabbi imam ayatollah cleric executive
    entrepreneur veteran negotiator administrator veterinarian virologist lieutenant sergeant major brigadier dictator monarch ruler warlord
    rebel militant gunman suspect teacher farmer resident witness survivor fisherman driver pilot coach
    """.split()
)
KIN = frozenset(
    "father mother son daughter brother sister wife husband widow widower partner uncle aunt nephew niece cousin grandfather grandmother".split()
)
_ENDINGS = tuple("er or ist man woman ian ant ent eer mate lord lady person ee star".split())
# People whose noun has no such ending, and nouns with one that are no people, or as often a company.
_PEOPLE = frozenset(
    "boss nurse aide guard cook clerk chef pal mum dad architect advocate candidate delegate magnate tycoon poet monk nun champion hero "
    "athlete cyclist novelist medic mechanic critic cleric friend colleague neighbour neighbor bride groom heir guide ace vet".split()
)
_NO_PEOPLE = frozenset(
    """newspaper paper newsletter broadcaster publisher carrier operator exporter importer retailer manufacturer lender insurer brewer developer
    supplier producer provider maker builder miner lessor contractor broker chapter river tower water weather winter summer october september
    november december letter number matter order border answer corner chamber cluster disaster quarter poster folder offer power error
    terror factor sector motor tractor corridor vector plant event talent percent accident incident continent giant dinner supper shower
    flower under after over former other another either neither whether never ever later earlier rather however together forever computer
    helicopter trailer tanker cruiser freighter steamer charter master-plan committee coffee fee""".split()
)


_MAKERS = frozenset("lawmaker policymaker filmmaker peacemaker dressmaker shoemaker watchmaker bookmaker".split())


def is_person_noun(word: str) -> bool:
    """Says whether a small-letter noun is what a person is called by: an office, a kinship, or a word that ends like a trade."""
    word = word.lower()
    if word.endswith("maker") and word not in _MAKERS:
        return False  # "chipmaker", "carmaker": a company
    trade = len(word) > 4 and word.endswith(_ENDINGS) and not word.endswith("ment") and word not in _NO_PEOPLE
    return trade or word in HEADS or word in KIN or word in _PEOPLE
