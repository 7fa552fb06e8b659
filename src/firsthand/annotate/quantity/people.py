"""Nouns and verbs by which people are counted, shared by the rules that recover a missing noun."""

from __future__ import annotations

import re

from firsthand.annotate.quantity.lists import word_set

# People who are counted under another name: "the toll", "a crowd", "an 800-strong force".
MEMBERS = {
    "toll": "dead", "death toll": "dead", "crowd": "people", "population": "people", "workforce": "workers", "force": "troops", "army": "troops",
    "garrison": "troops", "contingent": "troops", "unit": "troops", "brigade": "troops", "battalion": "troops", "electorate": "voters", "audience": "people",
    "congregation": "people", "membership": "members", "delegation": "delegates", "crew": "crew", "fleet": "ships", "staff": "staff", "group": "people",
    "team": "members", "turnout": "turnout", "attendance": "people", "gathering": "people", "garrisons": "troops", "losses": "troops", "casualty toll": "casualties",
    "rally": "people", "march": "people", "queue": "people", "enrolment": "pupils", "headcount": "workers",
}  # fmt: skip
PERSON = word_set(
    "people person man men woman women child children soldier soldiers troop troops fighter fighters civilian civilians worker workers refugee refugees "
    "migrant migrants victim victims dead bodies body officer officers policeman policemen police protester protesters demonstrator demonstrators passenger "
    "passengers patient patients pupil pupils student students teacher teachers doctor doctors nurse nurses miner miners villager villagers resident residents "
    "hostage hostages prisoner prisoners captive captives inmate inmates detainee detainees militant militants insurgent insurgents rebel rebels recruit recruits "
    "member members sailor sailors fisherman fishermen crew staff employee employees family families voter voters candidate candidates adult adults girl girls boy "
    "boys schoolgirl schoolgirls schoolboy schoolboys skier skiers guard guards driver drivers foreigner foreigners casualties casualty deaths death fatalities "
    "fatality lives life survivors survivor suspect suspects accused infections cases conscripts conscript personnel servicemen pilots pilot farmers brothers "
    "sisters defendants defendant applicants applicant participants participant inhabitants inhabitant immigrants immigrant occupants combatants tenants "
    "agents clients parents scientists guests spectators visitors citizens nationals neighbours scouts cadets marines paramilitaries mercenaries monks nuns priests clerics "
    "journalists reporters bystanders attackers gunmen terrorists smugglers rescuers firefighters medics paramedics lawyers judges deputies mps lawmakers delegates "
    "deminers builders specialists engineers contractors labourers apprentices users customers subscribers members readers owners buyers sellers babies infants toddlers "
    "teenagers minors orphans widows pensioners elders clients caregivers nationals expatriates exiles settlers nomads herders peasants tourists tourist climbers hikers pilgrims worshippers commuters shoppers deportees evacuees returnees dockers strikers seamstresses"
)
PEOPLE_VERBS = re.compile(
    r"\b(?:kill|wound|injur|hurt|maim|arrest|detain|captur|abduct|kidnap|rescu|evacuat|displac|hospitali|infect|execut|shot|behead|drown|bur(?:y|ied)|mourn|"
    r"trap|strand|tak(?:e|ing) hostage|die|died|dying|dead|missing|homeless|fled|flee|sav(?:e|ed|ing)\b|treat|vaccinat|employ|hous(?:e|es|ed|ing)\b|built for|designed for|licensed for|"
    r"meant for|jail|imprison|convict|sentenc|charg|acquit|deport|freed|releas|accommodat|shelter|attract|drew|seat(?:s|ing)\b|carr(?:y|ied|ying))\w*",
    re.IGNORECASE,
)


DEAD = word_set("dead deaths death bodies body fatalities fatality lives life casualties casualty")


_PERSON_ENDING = re.compile(
    r"(?:[a-z]{3,}(?:ists?|ians?|smen|swomen|sman|workers?|keepers?))$|^(?:[A-Z][a-z]+(?:ians|ans|ese|is))$"
)


def counts_people(noun: str) -> bool:
    """Says whether a noun, in either number, counts people."""
    return noun in PERSON or noun + "s" in PERSON or _PERSON_ENDING.search(noun) is not None
