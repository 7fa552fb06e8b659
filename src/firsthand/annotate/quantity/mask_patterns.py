"""Shapes, seen in the text alone, whose numbers are no quantities: (the reason that `explain` prints, a pattern)."""

from __future__ import annotations

import re

from firsthand.text.numbers import CURRENCY_CODES

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_STREET = (
    r"Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Row|Square|Sq|Drive|Dr|Way|Boulevard|Blvd|Place|Pl|Court|Crescent|Terrace|Close|Gardens|"
    r"Quay|Embankment|Highway|Parkway|Alley|Wharf|Mews|Hill|Plaza|Ranch\sRoad"
)
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("web address", re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[#@]\w+")),
    ("date", re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})\b")),
    ("date", re.compile(rf"\b{_DAY}(?:(?:\s?[-–]\s?|,\s|\s(?:and|to|or|until)\s){_DAY}){{0,12}}\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?")),
    ("date", re.compile(rf"(?<!\b[Ii]n\s)(?<!\d\s){_MONTH}\s{_DAY}(?:(?:\s?[-–]\s?|(?:,\s|\s(?:and|to|or)\s)(?={_DAY}(?:\s*[.,;)]|\s*$)))(?:{_MONTH}\s)?{_DAY})*(?:,?\s\d{{4}}\b)?(?![,.]?\d|\s?%|\s(?:million|billion|thousand|hundred|per\s?cent))")),
    ("date", re.compile(rf"{_MONTH},?\s(?:of\s)?(?:1[0-9]|20)\d\d\b")),
    ("date", re.compile(rf"{_WEEKDAY},?\s(?:the\s)?{_DAY}(?=[,.;)](?!\d)|$)")),
    ("date", re.compile(r"\b9/11\b|\b24/7\b")),
    ("time", re.compile(r"\b\d{1,2}(?:[:.]\d{2})?(?:\s?[-–]\s?\d{1,2}(?:[:.]\d{2})?)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o['’]clock)")),
    ("time", re.compile(r"\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?\b|\b(?:[01]\d|2[0-4])[0-5]\d\s?(?:GMT|UTC|hours|hrs|h|local time)\b|\b(?:[01]?\d|2[0-4])[.h][0-5]\d\s?(?:GMT|UTC|hours|hrs)\b")),
    ("time", re.compile(r"\b(?:[01]\d|2[0-4])[0-5]\dH\b|\bat\s(?:about\s|around\s|nearly\s)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\sin\sthe\s(?:morning|afternoon|evening)\b")),
    ("time", re.compile(r"\b(?:half[-\s]past|quarter[-\s](?:past|to)|(?:a\s)?quarter\s(?:past|to))\s(?:\w+)\b|\b\w+\s(?:a\.m\.|p\.m\.|o['’]clock)", re.I)),
    ("time", re.compile(r"(?:opens?|opened|starts?|started|begins?|began|close[sd]?|resume[sd]?|meets?|met|due|arrive[sd]?|leaves?|left|ends?|ended|land(?:s|ed)|kicks? off|due)(?:\s\w+)?\s(?:at|by|until|before|after)\s(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;)](?!\d)|\s(?:on|tomorrow|today|sharp|in the (?:morning|evening|afternoon))\b|\s*$)", re.I)),
    ("phone number", re.compile(r"\+\d[\d\s()-]{7,}\d|\b0\d{1,4}[\s-]\d{3,4}[\s-]\d{3,4}\b|\(?\b\d{3}\)?[-.\s]\d{3}[-.]\d{4}\b|\b0\d{9,10}\b|\b(?:call|dial|phone|tel|telephone|hotline|helpline|text)\b[:.]?\s(?:on\s)?\+?\d[\d\s-]{2,}\d|\b(?:call|dial|ring)\s\d{3}\b", re.I)),
    ("phone number", re.compile(r"\b(?:phone|telephone|call|number|hotline|helpline|mobile)\b[^.;\d]{0,25}\d{3}[- ]\d{4}\b", re.I)),
    ("address", re.compile(rf"\b(?:P\.?\s?O\.?\s)?(?:Box|BOX)\s\d+|\b\d{{1,5}}[A-Za-z]?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w'’.]*\s){{1,3}}(?:{_STREET})\b|\b\d{{1,4}}\s(?:Rue|Avenue|Ave|Via|Calle|Boulevard)\s[A-Z]\w+|\b\d{{5}}\sZIP\b|\bZIP\s[Cc]ode\s\d{{5}}")),
    ("decade or class", re.compile(r"(?<![\d$€£])(?:(?:1[5-9]|20)\d0|['’]?[2-9]0)['’]?s\b|\b(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b")),
    ("designation", re.compile(r"\bYears?\s\d{1,2}\b(?:\s(?:and|to)\s\d{1,2}\b)?")),
    ("designation", re.compile(
        r"\b(?:junctions|gates|platforms|exits|chapters|pages|articles|sections|rooms|lanes|floors|verses|reactors|units|lines)\s\d+(?:,\s\d+)*(?:\s(?:and|to|or)\s|\s?[-–]\s?)\d+\b", re.I)),
    ("list mark", re.compile(r"^\s*\d{1,2}[.)]\s(?=[A-Z])", re.M)),
    ("designation", re.compile(r"\b\d+\(\w{1,4}\)")),
    ("note mark", re.compile(r"\[\d{1,3}\]")),
    ("era", re.compile(r"\b(?:A\.D\.|AD|BC|BCE|CE)\s\d+(?:\s(?:and|to)\s\d+)?|\b\d+\s(?:A\.D\.|AD|BC|BCE|CE)\b|\bin the year \d+")),
    ("score", re.compile(r"\b\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\s(?:win|victory|defeat|loss|lead|draw|tie|down|up|ahead|aggregate|thrashing|rout|triumph|record|scoreline|after|against|over|in extra)\b|"
                         r"\b(?:won|win|wins|beat|beats|beating|lost|lose|drew|draw|leads?|led|leading|trailed|trailing|defeated|ahead|up|game|match|final|vot(?:ed?|es|ing)|ruled|ruling|decision|score[ds]?|scoreline|tied?|at|set|by|finished|ended|series|stalemate)\s(?:\w+\s){0,3}?\d{1,2}[-–]\d{1,2}(?:,\s\d{1,2}[-–]\d{1,2})*(?![-–]?\d|\s?%)(?!\s(?:million|billion|people|per\s?cent|years?|months?|days?))")),
    ("designation", re.compile(rf"(?<!\$)\b(?:[A-Z][A-Za-z]*[-–]\d+(?:\.\d+)?[A-Za-z]*|(?!(?:{'|'.join(sorted(CURRENCY_CODES))})\d)[A-Z]{{1,4}}\d+[A-Za-z]*|\d+[A-Z][a-z]?\d\w*|\d[GD]|[A-Z]{{2,}}\s-?\d+-\d+|[A-Z]{{3,}}\s-\d+)\b(?![,.]\d)(?!\s?%)")),
    ("rank", re.compile(r"(?<!could )(?<!would )(?<!might )(?<!may )(?<!will )(?<!can )(?<!to )\b(?:[Tt]op|[Bb]ottom|[Bb]ig|ranked|[Ff]ortune|Group of|ranking|seeded|seed)[\s-](?:No\.?\s)?(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b(?!\s?%|\s(?:percent|per\s?cent))")),
    ("age", re.compile(r"\b(?:aged?|ages|age of|aging)\s(?:(?:between|from|under|over|about|around|just|only)\s)*(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?:\s?(?:[-–]|to|and|or)\s?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?!\s(?:people|men|women|children)))?(?:,\s\d{1,3}|\sand\s\d{1,3}(?=[\s.,;]))*(?:\syears?)?\b")),
    ("age", re.compile(r"\b(?:\d{1,3}|\w+(?:-\w+)?)(?:\s?-\s?|\s)(?:years?|months?|weeks?|days?)(?:\s?-\s?|\s)olds?\b(?!\s(?:building|church|bridge|skull|site|fossil|war|conflict|company|record|rock|temple|house))", re.I)),
    ("age", re.compile(r"\b(?:children|people|those|them|men|women|girls|boys|adults|anyone|residents|pupils|persons|patients|pensioners|drivers|workers|players|was|is|were|are|be|kids|youths?)\s(?:aged\s|all\s)?(?:under|over|below|above)\s(?:five|six|seven|eight|12|13|14|15|16|17|18|19|21|25|30|35|40|45|5|50|55|60|65|70|75|80|85|90)(?=[.,;:)]|\s(?:and|or|were|was|are|is|who|have|had|in|when|at)\b|\s*$)")),
    ("age", re.compile(r"\b(?:retir(?:e|es|ed|ing)|die[sd]?|marr(?:y|ies|ied)|orphaned|widowed|enlist(?:s|ed)|draft(?:ed)?|emigrated|debuted)\sat\s(?:just\s|only\s)?\d{1,2}(?=[.,;)]|\s*$|\s(?:and|in|after|of|with)\b)")),
    ("age", re.compile(r"(?:^|[.!?;:,]\s|[“\"])(?:At|at|Now|now|Just|Aged)\s(?:just\s|only\s)?\d{2}(?=,)")),
    ("age", re.compile(r"\b(?:[Ww]hen|[Ww]hile)\s(?:I|he|she|they|we)\s(?:was|were)\s(?:just\s|only\s|still\s)?\d{1,2}(?=[,.;])")),
    ("calibre", re.compile(r"\b\d{2,3}(?:\.\d+)?(?:\s?-\s?|\s)?mm\s(?=(?:rocket|howitzer|shell|mortar|gun|cannon|round|artillery|munition|projectile|ammunition)s?\b)")),
    ("time ago", re.compile(r"\b(?:about\s|some\s|around\s)?(?:\d+|\w+(?:-\w+)?)\s(?:(?:and a half|or \w+|to \w+)\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centuries|century|summers?|winters?|springs?|autumns?|seasons?|weekends?)\sago\b", re.I)),
    ("dimension or odds", re.compile(r"\b\d+\s?[x×]\s?\d+\b|\b\d{1,3}/\d{1,3}\b(?!\s(?:of|cent))|\b\d+:\d+\b")),
    ("law", re.compile(r"\b(?:Act|Amendment|Law|Decree|Order)\s(?:No\.?\s)?\d+(?:/\d+)?")),
    ("half of a match or year", re.compile(r"\b(?:first|second|other|better|opening|latter|top|bottom|northern|southern|eastern|western|left|right|lower|upper|early|this|each)\s(?:half|quarter|third)\b|\bhalf(?=[-\s](?:time|back|way|brother|sister|mast|staff|term|hearted|price|year\b))|\bhalf-\w+|\b(?:a|the|last|this|next|per|each|every|full|fiscal)\s(?:half-)?(?:quarter|third)(?=\s(?:of\s(?:19|20)\d\d|ended|ending|ago))", re.I)),
    ("race", re.compile(r"\bthe (?:men[’']s |women[’']s )?\d[\d,]{1,5}\s?(?:m|metres|meters)\b(?=[.,;)]|\s(?:final|race|title|relay|hurdles|freestyle|butterfly|backstroke|champion|record|sprint|heats?)\b|\s*$)")),
    ("one of", re.compile(r"\bone of(?!\s(?:them|those|whom|which)\b)(?!\s(?:the\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)", re.I)),
    ("one", re.compile(r"\bone of\b(?=\s(?:the\s)?(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b)|\b(?:no|any|each|every|this|that|the|which|another|only) one\b(?!\s(?:\w+\s)?(?:was|were|has|had) (?:hurt|killed|injured|wounded|harmed))|\bone(?:['’]s| another|self|-off|-time|-way|-to-one|-sided|-on-one)|\bone (?:day|morning|night|evening|afternoon|time|thing|way|reason|must|can|should|could|may|might|would|cannot|is|has|that|who|which|by one|or the other|or another|and the same|side|hand|and only|needs?)\b|\bday one\b|\bone more (?:sign|step|reason|example|proof|indication|instance|case|way|thing|time|point|chapter|blow|setback|attempt|chance|question)\b|\bone-(?!half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth)", re.I)),
)  # fmt: skip
