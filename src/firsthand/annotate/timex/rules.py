"""The table of time expressions. A row is a name that `explain` prints, the words one of which must be there, a pattern, a reader.

Where a costly pattern needs more, a plain one of small letters that must be there too follows the words behind "&". Patterns run over a block's text; case does not matter, but for months and weekdays. Where two rows match the same words the longer match wins, then the upper row. "#" stands for a digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from firsthand.annotate.timex import days, lengths, periods, quarters
from firsthand.annotate.timex.calendar import Reading
from firsthand.annotate.timex.context import Context
from firsthand.annotate.timex.found import Found, Pattern, compile_words
from firsthand.annotate.timex.words import (
    ABOUT,
    CALENDAR_UNIT,
    COUNT,
    DAY,
    DAY_NUMBER,
    EARLY_LATE,
    EDGE,
    EXACT,
    MONTH,
    MONTHS,
    ORDINAL,
    PART,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAY_ANY,
    WEEKDAYS,
    YEAR,
)
from firsthand.annotate.timex.words import (
    ONES as _ONES,
)
from firsthand.annotate.timex.words import (
    TENS as _TENS,
)

Reader = Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row; `needs` are words (lower case, "#" for any digit) of which a block must hold one, `sign` is what its small letters must hold
    besides."""

    name: str
    needs: frozenset[str]
    sign: re.Pattern[str] | None
    pattern: Pattern
    reader: Reader


_MONTH_WORDS = " ".join(MONTHS)
_DAY_WORDS = " ".join(f"{name} {name}s" for name in WEEKDAYS)
_UNIT_WORDS = " ".join(f"{unit} {unit}s" for unit in UNITS)
_OF_UNITS = " & (?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie|millenni|weekend)"
_SEASON_WORDS = " ".join(SEASONS)
_ZONE = r"(?: ?(?P<zone>(?-i:{z})\b|local time|eastern time|pacific time)| ?\((?P<zone>(?-i:{z})\b|local time)(?: ?[+-] ?\d{{1,2}})?\))?".format(
    z="UTC|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|CET|CEST|BST|IST|JST|MSK|Z"
)
_CLOCK = (
    r"(?:(?P<named>(?<!high )noon|midday|midnight)|(?P<military>[0-2]\d[0-5]\d)(?: hours)?(?= (?:UTC|GMT|local|hours))|(?P<hour>\d{1,2})"
    r"(?:(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)? ?(?P<half>[ap]\.?m\b\.?)|:(?P<minute>[0-5]\d)(?::[0-5]\d)?(?! ?[ap]\.?m)|(?: o'clock)?(?: in the (?P<part>morning|afternoon|evening)| at (?P<part>night))))"
)
_WHICH_YEAR = r"(?P<of_which>last year|this year|next year|the previous year)"
_PAST = "the past|past|the last|last|the previous|the preceding|the latest|the most recent|this past|these past"
_AHEAD = "the next|next|the coming|coming|the following"

_ROWS: tuple[tuple[str, str, str, Reader], ...] = (
    # --- written dates
    ("iso date", "#", r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month_number>\d\d)-(?P<day>\d\d)(?![\d-])", days.iso_date),
    ("numeric date", "#", r"(?<![\d./])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark_0)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/])", days.numeric_date),
    ("day, month and year", _MONTH_WORDS, rf"(?:{WEEKDAY_ANY},? )?(?:the )?{DAY}(?: of)? {MONTH},? {YEAR}", days.full_date),
    ("month, day and year", _MONTH_WORDS, rf"(?:{WEEKDAY_ANY},? )?{MONTH} {DAY},? {YEAR}", days.full_date),
    ("days of a month", _MONTH_WORDS, rf"(?P<night>(?:the )?night (?:of|from) )?(?:(?<=(?P<between>between) )|(?<=from )|(?<!\w))(?P<day>{DAY_NUMBER})(?:st|nd|rd|th)?(?P<link> ?[-–—] ?| and | to | or )"
     rf"(?P<last_day>{DAY_NUMBER})(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? {YEAR})?", days.day_range),
    ("month and days", _MONTH_WORDS, rf"(?P<night>(?:the )?night (?:of|from) )?{MONTH} (?P<day>{DAY_NUMBER})(?P<link> ?[-–—] ?| and | to )(?P<last_day>{DAY_NUMBER})(?![\d:%]|[.,]\d)(?:,? {YEAR})?", days.day_range),
    ("day and month", _MONTH_WORDS, rf"(?:{WEEKDAY_ANY},? )?(?:the )?(?<![\d.,$-]){DAY}(?: of)? {MONTH}", days.day_and_month),
    ("month and day", _MONTH_WORDS, rf"(?:{WEEKDAY_ANY},? )?{MONTH} (?P<day>{DAY_NUMBER}(?:st|nd|rd|th)?|{ORDINAL})(?![\d%/]|[.,:]\d|-year| (?:percent|per cent|million))", days.day_and_month),
    ("month and year", _MONTH_WORDS, rf"(?<!\w){EARLY_LATE}{MONTH}(?: of|,)? {YEAR}", periods.month_and_year),
    ("edge of a month and year", _MONTH_WORDS, rf"{EDGE}{MONTH}(?: of|,)? {YEAR}", periods.month_and_year),
    ("week of a date", "week", rf"the week (?:of|ending|ended|beginning) {MONTH} {DAY}(?:,? {YEAR})?", periods.week_of),
    ("week of a month", "week", rf"the (?P<rank>first|second|third|fourth|last) week (?:of|in) {MONTH}(?:,? {YEAR})?", periods.week_of),
    ("month", _MONTH_WORDS, rf"(?<!\w)(?:{EARLY_LATE}|{EDGE})(?:(?P<which>last|next|this past|this coming|this|coming|the previous) )?{MONTH}(?! (?:\d|(?-i:for|of the|on) (?-i:[A-Z])))(?:(?: of)? {_WHICH_YEAR})?", periods.month_alone),
    ("day of the month", "on", r"(?<=on )the (?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?= ?[.,;)]|$| (?:and|but|at|in|by|after|when|of (?:the|this|last) month)\b)", days.day_of_month),
    # --- weekdays and near days
    ("weekday", _DAY_WORDS, rf"(?:(?P<when>late|early|the early hours of|the small hours of|the night of)(?: on)? )?"
     rf"(?:(?P<which>last|next|this coming|this past|this|coming|the following|the previous|the next) )?{WEEKDAY}(?!,? (?:{MONTH} \d|\d\d? {MONTH}))(?: {PART}\b(?!s))?", days.weekday),
    ("day beside a weekday", _DAY_WORDS, rf"(?:the )?day (?P<beside>before|after) (?:(?P<which>last|next|this) )?{WEEKDAY}", days.day_beside),
    ("near day", "today yesterday tomorrow tonight night morning afternoon evening",
     r"(?:the day (?:before|after) (?:yesterday|tomorrow)|(?:(?:late|early|earlier|later) )?(?:(?:yesterday|tomorrow|today(?![’']s (?:world|youth|young|society|generation|standards|age)))(?: (?P<part>morning|afternoon|evening|night))?|tonight|last night|this (?P<part>morning|afternoon|evening)))(?!\w)", days.near_day),
    ("overnight", "overnight", rf"(?<![\w-])overnight(?: (?P<link>into|to|on) {WEEKDAY})?\b(?! (?:stay|train|bus|flight|camp|rate|delivery|success|shift|star|sensation))", days.overnight),
    ("told day", "day morning evening night afternoon", rf"(?:(?:later|earlier) )?(?:(?:the|that) same|that|the next|the following|the previous) (?:day|{PART})(?! (?:before|after)\b)|the day (?:before|after)(?= ?[.,;]|$)", days.told_day),
    ("day of trading or work", "day", r"(?:(?<=end )|(?<=ends )|(?<=ended )|(?<=ending )|(?<=finish )|(?<=finished )|(?<=close )|(?<=closed )|(?<=later in ))the day\b|the (?:start|end|close|beginning) of the day\b"
     rf"|(?:a |the )?{ORDINAL} (?:straight|consecutive|successive) day\b", days.day_at_hand),
    ("part of the day at hand", "morning afternoon evening", r"(?:(?<=by )|(?<=at )|(?<=until )|(?<=since )|(?<=in )|(?<=during ))(?:mid|late|early)[- ](?P<part>morning|afternoon|evening)(?: (?P<near>yesterday|today|tomorrow))?\b", days.part_at_hand),
    ("holiday", "christmas boxing year valentine halloween thanksgiving easter friday day",
     rf"(?:(?P<which>last|next|this) )?(?P<holiday>(?-i:Christmas Eve|Christmas(?: Day)?|Boxing Day|New Year[’']s (?:Eve|Day)|Valentine[’']s Day|Halloween|Thanksgiving(?: Day)?|Good Friday|Easter(?: Sunday| Monday)?"
     rf"|Independence Day|Labor Day|Memorial Day|Columbus Day|Martin Luther King(?: Jr\.?)? Day|Bastille Day|May Day)\b)(?: {YEAR})?(?! (?-i:[A-Z]))", days.holiday),
    ("clock", "# noon midday midnight", rf"(?<![\d:.,$-])(?:(?:around|about|shortly (?:before|after)|just (?:before|after)) )?{_CLOCK}{_ZONE}"
     rf"(?:,? (?:{WEEKDAY}|(?P<near>yesterday|tomorrow|today)|{MONTH} (?P<day>{DAY_NUMBER})(?!\d))|(?= (?:on )?(?:\([^)]{{3,20}}\) )?(?:on )?{WEEKDAY}))?(?!\w)", days.clock),
    # --- quarters, halves, seasons
    ("quarter of a year", "quarter half quarters", rf"(?:(?P<whose>this year|last year|next year|the previous year|the year-ago|the year-earlier)(?:[’']s)? |(?:the|its|their|our) (?!(?:\w+ )?\w+-))?(?:(?P<year>(?:19|20)\d\d) )?"
     rf"(?:year-ago |year-earlier |fiscal[- ]|latest )?(?P<ordinal>first|second|third|fourth|final|last)[- ](?:fiscal[- ])?(?:(?P<halfword>half)|quarter)s?\b(?![- ]hour| (?:final|century|of an|time|back))"
     rf"(?: of (?:{_WHICH_YEAR}|(?:fiscal )?(?P<year>(?:19|20)\d\d)(?!\d))|,? (?P<year>(?:19|20)\d\d)(?!\d))?", quarters.quarter_named),
    ("numbered quarter", "#", r"(?<![\w])(?-i:(?P<halfword>H(?=[12]\b))|Q(?=[1-4]\b)|FQ(?=[1-4]\b))(?P<digit>[1-4])(?:,? (?:of )?(?P<year>(?:19|20)\d\d))?(?!\w)", quarters.quarter_named),
    ("told quarter", "quarter period", rf"the (?:comparable |corresponding |same )?(?:latest|year-ago|year-earlier|previous|preceding|following|next)? ?(?:quarter|(?<=ago )period|(?<=earlier )period|(?<=latest )period)\b(?:(?= (?:ended|ending) {MONTH} \d))?(?![- ](?:of|point|century|hour|final|mile|million|percent|finals))|that quarter\b", quarters.quarter_told),
    ("season", _SEASON_WORDS, rf"(?:(?:early |late |mid-?)?(?:(?P<which>last|next|this past|this coming|this|coming|past) )(?:early |late |mid-?)?{SEASON}(?! (?:camp|training|break|school))|(?:the )?(?:early |late |mid-?)?{SEASON}(?: of|,)? (?P<year>(?:19|20)\d\d)(?!\d)"
     rf"|(?:(?<=in )|(?<=by )|(?<=during )|(?<=until )|(?<=since )|(?<=into )|(?<=before )|(?<=after )|(?<=levels of ))(?:the )?(?:early |late |mid-?)?(?P<season>spring|summer|autumn|winter)(?! (?:of|camp|training|break|school|olympic)))\b", periods.season_named),
    # --- relative periods
    ("relative period", "last this next past coming current present & week|month|quarter|year|decade|century", rf"(?:(?:earlier|later|early|late) )?(?:{EDGE})?(?P<which>last|this past|this coming|this|next|the last|the past|past|the next|the coming|the current|the present|current|coming)(?: (?:full|fiscal|financial|calendar|whole))? {CALENDAR_UNIT}\b(?<!past decade)(?<!last decade)(?<!past century)(?<!last century)(?! (?:ago|earlier|and))", periods.relative_period),
    ("told period", "following previous preceding same that prior before after", r"(?P<which>the following|the previous|the preceding|the same|that same|that|the prior)(?: fiscal)? (?P<unit>week|weekend|month|year|decade|century)\b|the (?P<unit>year|month|week) (?P<which>previous|before|after|following)(?= ?[.,;]|$| (?:and|but))", periods.told_period),
    ("told time", "time", r"(?:(?<=by )|(?<=until )|(?<=during )|(?<=since )|(?<=before )|(?<=after ))that time\b", periods.told_time),
    ("this one", "weekend year month week", rf"(?:{EDGE}(?P<unit>year|month|week|decade|century)\b|the weekend\b|(?:the )?year[- ]end\b|year[’']s end|the (?:(?P<whole>full|whole|entire)|current|fiscal|latest fiscal) year\b(?! (?:ended|ending))|(?<=for )the (?P<unit>week|month)(?= ?[.,;])|(?:(?<=for )|(?<=during )|(?<=of )|(?<=in )|(?<=through ))the (?P<unit>year)\b(?! (?:of|in|to|that|when|ended|ending|before|after|ago|earlier|previous|through)))", periods.this_one),
    ("year ended", "year", r"the (?:fiscal |financial )?(?P<unit>year)(?= (?:ended|ending)\b)", lengths.unit_length),
    ("counted from", "ago earlier later previously now hence" + _OF_UNITS + r"\w*[-\s]+(?:or|and|ago|earlier|later|previously|from|hence)", rf"(?:{ABOUT}{COUNT} {UNIT}s?(?: or so| and a half)?|(?P<count>year)[- ](?=ago|earlier)) (?P<how>ago|earlier|later|previously|from now|hence)(?: (?P<weekday>(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?\b(?! than)", periods.counted_back),
    ("units ago", "ago", r"(?<!\w)(?P<unit>minute|hour|day|week|month|year|decade|centurie)s ago\b", lengths.past_ref),
    ("counted from the told", "before after afterward afterwards" + _OF_UNITS + r"\w* (?:before|after\w*)\s*(?:[.,;:]|\Z)", rf"{ABOUT}{COUNT} {UNIT}s? (?P<how>before|after|afterwards?)(?= ?[.,;:]|$)", periods.counted_back),
    ("year-earlier", "year", r"(?<![\w-])(?P<unit>year)-(?P<how>ago|earlier)(?! (?:quarter|period|third|first|second|fourth))\b", periods.counted_back),
    # --- years, decades, centuries
    ("fiscal year", "fiscal financial", rf"(?:the )?(?:fiscal|financial)(?: year)? {YEAR}(?:[-/]\d\d)?", periods.fiscal_year),
    ("edge of a year", "# & end|beginning|start|middle|close|turn|part|half|rest|remainder|early|late|mid", rf"(?:{EDGE}(?:year )?|(?:early|late|mid)[- ](?:in )?){YEAR}(?!s|[’']s)", periods.year_written),
    ("year's period", "#", rf"the {YEAR} (?:period|quarter)\b", quarters.years_period),
    ("year", "#", rf"(?<![\w$€£¥.,/:#+-]){YEAR}(?!s\b|[’']s\b|[-–]\d|/\d|\.\d|[-–]?[a-z]|-[A-Z])(?! (?:people|points|feet|pounds|dollars|miles|troops|soldiers|jobs|men|women|years|votes|meters|metres|kilometers|tons|tonnes|shares|percent|employees|workers|copies|times|cars|hours|days))", periods.year_bare),
    ("year, spelt", "nineteen eighteen seventeen twenty", rf"(?P<century>nineteen|eighteen|seventeen|sixteen|twenty) (?P<rest>(?:{_TENS})(?:[- ](?:{_ONES}))?|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)\b", periods.year_spelt),
    ("period of last year", "period quarter", r"the (?:same|corresponding|comparable|year-ago)? ?(?:period|quarter|month)(?: of)? (?:last year|a year (?:ago|earlier|before)|the (?:previous|prior) year|the year before)|last year[’']s quarter", quarters.period_last_year),
    ("year in a compound", "#", r"(?<=pre-|mid-)(?P<year>(?:19|20)\d\d)(?!\d)|(?<=post-)(?P<year>(?:19|20)\d\d)(?!\d)|(?<![\w$.,-])(?P<year>(?:19|20)\d\d)(?=[’']s\b)|(?<![\w$.,-])(?P<year>(?:19|20)\d\d)(?=[-–](?:19|20)\d\d(?!\d))|(?<=\d[-–])(?P<year>(?:19|20)\d\d)(?!\d)", periods.year_written),
    ("decade", "# twenties thirties forties fifties sixties seventies eighties nineties & 0[’']?s|ties",
     r"(?:(?:the )?(?:early|late|mid|mid to late)[- ])?(?:the )?(?:early |late |mid-?)?(?:(?P<decade>(?:1[5-9]|20)\d0|(?<=[’'])[2-9]0)[’']?s\b|(?<=the )(?P<decade_word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)", periods.decade_written),
    ("century", "century", rf"(?:the )?(?:early |late |mid-?)?{ORDINAL}[- ]century\b", periods.century_written),
    # --- lengths
    ("length around now", "last past next coming previous preceding latest recent following" + _OF_UNITS, rf"(?P<which>{_PAST}|{_AHEAD}) {ABOUT}{COUNT} (?:more |full |consecutive |fiscal )?{UNIT}s?(?: or so)?(?! ago)\b", lengths.length_around),
    ("past decade", "past last", r"(?:the )?(?:past|last) (?P<unit>decade|century)\b", lengths.unit_length),
    ("first stretch", "first last final opening initial latest year" + _OF_UNITS, rf"(?:the )?(?:first|last|final|opening|initial|latest|year-earlier) {COUNT} {UNIT}s\b", lengths.first_stretch),
    ("length", _UNIT_WORDS, rf"(?<![\w$.,-])(?:the (?!an? |second |quarter |few |many ))?{ABOUT}(?:(?P<least>{EXACT}) (?:to|or) )?{COUNT}[- ](?:more |additional |full |straight |consecutive |successive |trading |business |working |long )?{UNIT}s?(?P<and_half> and a half)?\b(?![- ]olds?\b|(?<=second) (?:place|time|half|quarter)|(?:-(?:ago|earlier))| (?:ago|old|end)\b)", lengths.length),
    ("bare length", "minutes hours days weeks months years decades centuries", r"(?:(?<=for )|(?<=over )|(?<=within )|(?<=in )|(?<=in just )|(?<=in only )|(?<=lasted )|(?<=lasting )|(?<=took )|(?<=takes )|(?<=take )|(?<=after )|(?<=spent ))(?:many |the )?(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b(?! (?:of age|before|after|since|leading))", lengths.vague_length),
    ("long", "long", r"(?P<unit>minute|hour|day|week|month|year|decade|centurie)s-long\b", lengths.vague_length),
    ("age of a thing", "day week month & old", rf"(?<![\w$.,-]){COUNT}-(?P<unit>day|week|month)-old\b(?! (?:baby|babies|boy|girl|son|daughter|infant|child|twin|puppy|calf|cub|newborn|foetus|fetus|(?-i:[A-Z])))", lengths.length),
    ("unit-long", _UNIT_WORDS + " & long|single", r"(?P<unit>minute|hour|day|week|month|year|decade)[- ]?long\b|single[- ](?P<unit>day)\b", lengths.unit_length),
    ("recent units", "recent", r"(?<!\w)recent (?P<unit>minute|hour|day|week|month|quarter|year|decade)s\b", lengths.recent_units),
    # --- what recurs
    ("every", _UNIT_WORDS + " each every " + _DAY_WORDS, rf"(?:each|every) (?:(?P<count>other|{COUNT[len('(?P<count>'):]} )?(?:{UNIT}s?|{WEEKDAY}(?P<part> (?:morning|afternoon|evening|night))?|{MONTH}|{PART})\b", lengths.every),
    ("weekdays", _DAY_WORDS, r"(?P<weekday>(?-i:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:s| (?P<part>mornings|afternoons|evenings|nights))\b", lengths.every),
    ("habit", "daily nightly hourly weekly monthly yearly annual annually biweekly fortnightly", r"(?<![\w-])(?P<habit>daily|nightly|hourly|weekly|monthly|yearly|annually|annual|biweekly|fortnightly)(?![\w-])(?! (?-i:[A-Z]))", lengths.habit),
    ("times a", "once twice times", r"(?:once|twice|(?:two|three|four|five|six|several|\d+) times) (?:a|an|per|each|every) (?P<unit>hour|day|week|month|year|decade)\b", lengths.times_a),
    # --- vague references
    ("past", "past recently", r"(?<=in )the (?:recent |distant )?past\b(?! (?:\d|(?:few|several|many|couple|two|three|four|five|six|seven|eight|nine|ten|twelve|century|decade|year|month|week|weekend|day|season|summer|winter|spring|autumn|fall)\b))|(?<=of )the (?:recent |distant )?past(?= ?[.,;])|(?:more |most )?recently\b|(?<=the )recent past", lengths.past_ref),
    ("recent", "recent", r"(?<!most )(?<!\w)recent\b(?! (?:minute|hour|day|week|month|quarter|year|decade))", lengths.past_ref),
    ("present", "now current currently nowadays days moment present presently", r"(?<![\w-])(?:right now|now(?![\w-])(?! that)|currently|nowadays|these days|at (?:the moment|present)|current(?! (?:fiscal|year|quarter|month|week|account|affairs)))\b", lengths.present_ref),
    ("soon", "soon", r"(?:as soon as possible|(?:very |quite )?soon(?! (?:after|before|as)\b))(?![\w-])", lengths.soon),
    ("future", "future term coming", r"the (?:near |distant |not-too-distant |immediate )?future\b(?! (?:of|for))|(?:the )?(?:near|short|long|medium)[- ]term(?= ?[.,;])|(?:the )?coming (?:days|weeks|months|years|quarters|decades)\b|future (?:years|quarters|months)\b", lengths.future_ref),
)  # fmt: skip


def _rule(name: str, needs: str, source: str, reader: Reader) -> Rule:
    words, _, sign = needs.partition(" & ")
    plain = re.compile(sign.replace(" ", r"\s+")) if sign else None
    return Rule(name, frozenset(words.split()), plain, compile_words(source), reader)


RULES: tuple[Rule, ...] = tuple(_rule(*row) for row in _ROWS)
