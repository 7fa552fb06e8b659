"""The rules of places, numbered as the reference lists them: how a name was found, and what decided or limits its reading."""

from __future__ import annotations

from firsthand.text.rule_numbers import numbered

LISTED = numbered(
    "P",
    (
        ("name", "the parser marked it as a place or state", ""),
        ("seat of government", "a capital or palace that stands for a government", ""),
        ("possessor", "the state whose possessive begins a body", "Norland’s coast guard"),
        ("demonym", "the state of a demonym; only on request", "Norlandish"),
        ("name after a word of place", "taken for somebody, but a word of place stands before it, and the article's country has such a place",
         "in, at, near, west of, the governor of, shelled …"),
        ("name explained as a place", "taken for somebody, but an apposition calls it a place", ", a town in the hills"),
        ("name before a word of place", "taken for somebody, but a word of place follows", "… district, valley, dam, refugee camp"),
        ("name of a river, lake or range", "bears the word for its sort, or has banks; it need not be in the gazetteer", "the Alder River, the Tolna burst its banks"),
        ("river or range with its article", "“the” and the name of a river, lake or range of the article's countries", "the Tolna"),
        ("name listed with places", "stands in a list with a place, or at the other end of a way", "Tolna, Orva and Malden; from Orva to Malden"),
        ("name after a preposition, of a town of the article's country", "a weak preposition before the name of a larger town", "from, to, for, on, of …"),
        ("name of a town of the article's country", "not a person; a larger town or division of the article's country has the name", ""),
        ("name called a village", "called a village, town or settlement, or near, outside, in control of which something is; it need not be in the gazetteer", "the village of …, near …"),
        ("not in the gazetteer", "no entry: no point", ""),
        ("placed by the place written beside it", "not in the gazetteer: country and division of the place written beside it", "Alder, in Tolna province"),
        ("in the one country of its sentence", "not in the gazetteer: the one country of all places of its sentence, and their one division where they are several", ""),
        ("in the one country of the article", "not in the gazetteer: the one country of all places of the article", ""),
        ("readings come close", "several readings that nothing tells apart: no point; country and division only where they agree", ""),
    ),
)  # fmt: skip
