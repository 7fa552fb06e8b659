"""Invented pages for these tests: a wire, its copies and rewrites, rivals and look-alikes."""

from __future__ import annotations

from firsthand.records import Article
from tests.reconcile.builders import make_article

WIRE_TEXT = (
    "NORRVIK, June 3 (Fell Wire) - At least 47 people drowned when the car ferry Solveig capsized in the Kalm sound off Norrvik, the "
    "harbour master said on Tuesday.\n\nThe ferry had left Norrvik at 6.20 p.m. with 183 passengers and 28 lorries for the island of Hessel, "
    "16 nautical miles away, harbour master Ragna Tveit told Fell Wire by telephone.\n\n“She was 39 years old and had been "
    "refused a licence in April. The owner sailed all the same,” Tveit said, adding that 64 people were missing.\n\nFour tugs and a "
    "helicopter from Bergholm searched the sound. The captain has been detained.\n\nIn 1987 the sinking of another ferry in the Kalm sound cost 112 lives."
)
REWRITE_TEXT = (
    "Forty-seven lives were lost as a vessel carrying cars rolled over between Norrvik and the isle of Hessel, according to the official in charge of "
    "the port.\n\nSome 183 travellers and twenty-eight trucks were on her when she put out at 6.20 in the evening for a crossing of sixteen sea miles.\n\n"
    "At 39 she was an old ship, and papers had been denied to her in spring; her proprietor did not care, the official complained. There is no "
    "trace of sixty-four who were on her.\n\nA quartet of tugs is combing the waters, helped by an aircraft sent from Bergholm. "
    "Police hold the skipper.\n\nIt is not the first such calamity in the Kalm: 112 perished in 1987."
)
RIVAL_TEXT = (
    "NORRVIK, June 3 (Ostlund Press) - Volunteers pulled 51 bodies from the Kalm sound after the ferry Solveig capsized, Frode Aas of the Norrvik "
    "lifeboat told Ostlund Press on the quay.\n\n“We laid them in the fish hall and I wrote each one down,” Aas said. He had gone out with nine men "
    "in three boats before the tugs came.\n\nThe ferry was bound for Hessel. In the hall, Liv Borg was looking for a brother of 22."
)
LOOKALIKE_TEXT = (
    "NORRVIK, May 9 (Fell Wire) - At least 12 people drowned when the car ferry Astrid capsized in the Kalm sound off Norrvik, the harbour master "
    "said on Monday.\n\nThe ferry had left Hessel at 7.45 a.m. with 95 passengers and 11 lorries for Norrvik, harbour master Olaf Rist told Fell "
    "Wire.\n\nTwo tugs searched the sound. The captain has been detained. In 1987 the sinking of another ferry in the Kalm sound cost 112 lives."
)
BULLETIN_TEXT = (
    "Ferries this week: the Bergholm line carries no cars until Friday. Foot passengers can use the early boat, which leaves from the "
    "northern quay.\n\nThe Solveig has sunk. Tickets for Hessel are given back at the office in Harbour Street between nine and five."
)


def wire() -> Article:
    return make_article(
        WIRE_TEXT, url="https://fellwire.example/ferry", published="2031-06-03", title="Ferry capsizes, 47 drown"
    )


def copy_of_wire() -> Article:
    text = WIRE_TEXT.split(" - ", 1)[1].replace(" told Fell Wire by telephone", " said by telephone")
    return make_article(text, url="https://kalmtimes.example/47", published="2031-06-03", title="47 die in the sound")


def edited_copy() -> Article:
    paragraphs = WIRE_TEXT.split(" - ", 1)[1].split("\n\n")
    own = (
        "The Kalm Society is collecting blankets in the hall of St Olaf's and asks for drivers. Ring the parish office, not the police. "
        "The choir's concert on Friday will not be held, and tickets bought for it will be taken back at the door of the church all week."
    )
    text = "\n\n".join([*paragraphs[:3], own, "With inputs from Fell Wire."])
    return make_article(
        text, url="https://hesselparish.example/news", published="2031-06-04", title="Ferry: how to help"
    )


def rewrite() -> Article:
    return make_article(
        REWRITE_TEXT,
        url="https://seadisasters.example/solveig",
        published="2031-06-04",
        title="Ship rolls over, dozens lost",
    )


def rival() -> Article:
    return make_article(
        RIVAL_TEXT,
        url="https://ostlundpress.example/bodies",
        published="2031-06-03",
        title="Lifeboatman counts 51 bodies",
    )


def lookalike() -> Article:
    return make_article(
        LOOKALIKE_TEXT, url="https://fellwire.example/astrid", published="2027-05-09", title="Ferry capsizes, 12 drown"
    )


def bulletin() -> Article:
    return make_article(BULLETIN_TEXT, url="https://timetable.example/week", title="Ferries this week")


def all_pages() -> list[Article]:
    return [wire(), copy_of_wire(), edited_copy(), rewrite(), rival(), lookalike(), bulletin()]
