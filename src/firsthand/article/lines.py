"""What a single line of a page is, by its words alone: furniture, a credit, a correction, a comment count.

Pasted text and web pages share these tables. Each row is a name that the evidence shows, and a pattern on the whole line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_I = re.I


class Rule(NamedTuple):
    """A named pattern."""

    name: str
    pattern: re.Pattern[str]


# Whole lines that belong to the site and not to the story.
FURNITURE: tuple[Rule, ...] = tuple(
    Rule(name, re.compile(pattern, _I))
    for name, pattern in (
        ("comment form", r"leave a (reply|comment)( cancel reply)?|(post|write|add|submit) (a |your )?comments?|cancel reply"),
        ("comment form", r"your email address will not be published\b.*|required fields are marked\b.*|save my name, email,? .*"),
        ("comment form", r"(please )?(log|sign) ?in to (leave a |post a |your |add a )?(comment|reply|account|continue).*|you must be logged in to .*"),
        ("comment form", r"(join the |start the )(conversation|discussion)\W*|comments? (are|is) (now )?(closed|disabled|off|moderated)\b.*"),
        ("comment form", r"(view|show|read|see|load|hide) (all |more )?(\d+ )?comments?\W*(\(\d+\))?|be the first to (comment|reply|leave).*"),
        ("newsletter box", r"(sign up|subscribe|register)\b.{0,80}\b(newsletter|e-?mail|updates|inbox|bulletin|briefing|alerts|digest|podcast)\b.{0,80}"),
        ("newsletter box", r"(get|receive)\b.{0,80}\b(delivered|straight|direct(ly)?|sent) (in)?to your (e-?mail|inbox)\b.{0,60}|subscribe( now| here| today)?\W*|sign up( now| here| today)?\W*"),
        ("newsletter box", r"(enter )?your e-?mail( address)?\W*|e-?mail address\W*\*?|thank(s| you) for (subscribing|signing up)\b.*"),
        ("share bar", r"(share|tweet|post|pin|email|print|bookmark) (this|it|on|via)( (article|story|post|page|entry|item|news|with .{1,30}|facebook|twitter|linkedin|whatsapp|x|reddit|social media|link|on|via|email|e-mail)){0,5}\W*|\d+ shares?|(link )?copied( to clipboard)?\W*|follow (us|me|him|her|them)\b.{0,80}"),
        ("share word", r"(like|share|tweet|pin|email|e-?mail|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram|x|pinterest|messenger|bluesky|threads|copy|link|flipboard|comment)([\s,|/·•&+]+(like|comment|share|tweet|pin|e-?mail|print|save|copy link|whatsapp|facebook|twitter|linkedin|reddit|telegram|x|pinterest|messenger|copy|link|bluesky|threads|flipboard|on|via|this|article|story|by|to|with|friends))*\W*"),
        ("read more", r"(read|see|watch|hear|listen|find out|learn|continue)( more| also| next| on| reading| further)\W*"),
        ("read more", r"(more (on|from|about) (this|the) \w+|(related|recommended|popular|trending|latest|more|other|top|similar|further|suggested|you (may|might) also like|don'?t miss|up next|in this (article|story)|what to read next|most (read|popular|viewed)|editor'?s'? (picks?|choice))( (stories|articles|posts|news|topics|reading|content|links|coverage|videos|headlines|reads|now|this week|today))*)\W*"),
        ("read more", r"(read (more|also|next|this)|also read|see also|related( story| article| news| content)?|recommended|more on this|watch( now| more)?|don'?t miss|in pictures|you may also like)\s*[:|–—-]\s*.{3,200}"),
        ("house line", r"our standards\s*:.{0,120}|disclaimer\s*:.{0,240}|(the )?(website of the )?webmaster\b.{0,120}|(you are )?visitor (no|number|#).{0,40}"),
        ("house line", r"(were you|are you|did you|have you) .{3,80}\? (send|email|e-mail|call|contact|tell|let|get in touch).{3,120}"),
        ("advertisement", r"(advertisement|advertisements|ad|ads|sponsored( content)?|promoted( content)?|story continues below( advertisement| this ad)?|article continues below( advertisement| this ad)?|continue reading below|scroll to continue( with content)?|skip (to (main )?content|ad(vertisement)?|advert)|continue reading( the main story)?|- ?advertisement ?-)\W*( - .{0,40})?"),
        ("cookie banner", r"(we|this (web)?site) uses? cookies\b.*|(accept|reject|manage)( all)? (cookies|preferences)\W*|by (continuing to (use|browse)|using) (this|our) (web)?site\b.*"),
        ("site footer", r"(©|\(c\)|copyright\b).{0,160}|all rights reserved\W*.{0,80}"),
        ("site word", r"(terms (of (use|service))?|privacy policy|contact us|about us|home|menu|search|close|back to top|skip|login|log in|sign in|sign out|register|more|up next)\W*"),
        ("tags", r"(tags?|topics?|categories|category|filed under|posted in|keywords)\s*:.{0,200}"),
        ("reading time", r"(estimated )?(reading time|read time)\W*.{0,30}|\d+[ -]?min(ute)?s?\.? read\W*|\d+ min\W*"),
        ("player", r"(play|pause|mute|unmute|loading|video player is loading|listen to (this )?article|listen|\d+:\d\d(\s*/\s*\d+:\d\d)?|media error.*|audio player)\W*"),
    )
)  # fmt: skip
# Words that are furniture in a pasted page, but may be a heading or a cell where a page's markup says that they are of the article.
WEAK = frozenset(["share word", "site word", "tags", "player", "reading time", "site footer"])

COMMENT_COUNT = re.compile(
    r"(?:comments?\s*[:(\[]?\s*(?P<after>\d[\d,]*)\s*[)\]]?|(?P<before>\d[\d,]*)\s+(?:comments?|repl(?:y|ies)|responses?|thoughts on\b.*)|(?P<none>no comments?(?: yet)?))\W*",
    _I,
)
LONE_NUMBER = re.compile(r"\(?(\d{1,5})\)?")

_AGENCY = r"[\w&.'’+-]+(?:[ /][\w&.'’+-]+){0,6}"
# Lines that name whose words or work the page is made of. The first group is the name.
CREDITS: tuple[Rule, ...] = tuple(
    Rule(name, re.compile(pattern))
    for name, pattern in (
        ("agency in brackets", r"[(\[]((?:[A-Z][\w&.'’-]*)(?:[ /,&-]+(?:[A-Z&][\w&.'’-]*|and|with|of|the)){0,6})[)\]]"),
        ("with reporting", rf"[(\[]?(?i:with|additional|includes|including)(?i: additional| further)?(?i: reporting| material| inputs?| information| files?| contributions?)(?i: from| by| of)? (?i:the )?({_AGENCY}.{{0,80}}?)[)\].]*"),
        ("with agencies", r"[(\[]?(?i:with|from) (?i:news |wire |our )?(?i:the )?((?:(?i:news |wire )?(?i:agenc(?:y|ies)|wires?|wire services?|correspondents?))|[A-Z]{2,6}(?:(?:, | and | & |/)[A-Z][\w]*)*)[)\].]*"),
        ("from an agency", r"[(\[]?[Ff]rom (?i:the )?((?:[A-Z][\w&.'’-]* ){1,3}(?i:newswire|wire|presse?|news agency|agency|wire service)|Reuters)[)\].]*"),
        ("reporting by", rf"[(\[]?(?i:(?:additional |writing and )?(?:reporting|writing)) by ({_AGENCY}.{{0,200}}?)[)\].]*"),
        ("source line", r"(?i:sources?|credits?|via)\s*:\s*(.{2,80}?)\.?"),
        ("first published", r"[(\[]?(?i:this|the) (?i:article|story|report|piece|post|text|item) (?i:was |has been |is |had been )?(?i:originally |first |previously )*(?i:published|appeared|posted|reported|ran|produced|written|provided|supplied|distributed|republished|syndicated)(?i: here)?(?i: originally| first)? (?i:by|in|on|at|from) (?i:the )?(.{2,100}?)(?:[,;]? (?i:and (?:is|was|has|it|can)|under|with (?:the )?(?:permission|kind)|on \w+ \d|as part)\b.*|[,;] .*)?[)\].]*"),
        ("first published", r"(?i:first|originally) (?i:published|appeared|posted) (?i:by|in|on|at|as) (.{2,100}?)\.?"),
        ("republished", r"(?i:republished|reprinted|reproduced|syndicated|distributed) (?i:with permission )?(?i:from|by|via|courtesy of) (.{2,100}?)\.?"),
        ("appeared first", r"(?i:the post) .{3,200}? (?i:appeared first on|first appeared on) (.{2,80}?)\.?"),
        ("copyright agency", r"(?i:copyright|©|\(c\))\s*(?:\d{4})?\s*(?i:by |the )?(.{2,60}?)\. (?i:all rights reserved).*"),
    )
)  # fmt: skip

ORIGINAL_SOURCE = re.compile(
    r"(?:read (?:the )?)?(?:original(?:ly)?|primary|news|article|story)\s+(?:source|article|story|post|link|published (?:on|at|by|in)|from|report)\s*[:–—-]\s*(?P<name>\S.{0,200}?)\s*",
    _I,
)
_SOURCE_ADDRESS = re.compile(
    r"(?:source|via|read (?:the )?original(?: article)?(?: at| on)?|link)\s*:\s*(?P<name>(?:https?://|www\.)\S+)", _I
)

CORRECTION = re.compile(
    r"[(\[*]*\s*(?:(?:(?:editor|ed)(?:s|['’]s|s['’])?['’]? ?(?:note|correction|clarification)|corrections?|clarifications?|corrections and clarifications|erratum|amendment)"
    r"(?:[,:]? (?:on |of )?(?:\w+\.? \d+|\d+ \w+)(?:,? \d{4})?)?\s*[:–—-]"
    r"|(?:update[^:.]{0,40}[:–—-]\s*)?this (?:article|story|report|post|piece|page|version|headline|item)(?:['’]s \w+)? (?:was|has been|is|had been) (?:\w+ ){0,2}?(?:corrected|amended|updated|edited|revised|clarified|changed|modified)\b"
    r"|(?:update[^:.]{0,40}[:–—-]\s*)?(?:an|a|the) (?:earlier|previous|prior|original) version of this (?:article|story|report|post|piece)\b"
    r"|(?:corrects?|recasts?|updates?|adds?|refiles?)\b[^.]{0,120}\bparagraphs?\b)",
    _I,
)


def furniture(line: str) -> str | None:
    """Gives the name of the furniture rule that a whole line fulfils, or None.

    >>> furniture("Leave a Reply")
    'comment form'
    """
    words = line.strip()
    if not words:
        return "empty"
    if not any(c.isalnum() for c in words):
        return "ornament"
    if len(words) > 260:
        return None
    return next((rule.name for rule in FURNITURE if rule.pattern.fullmatch(words)), None)


def comment_count(line: str) -> int | None:
    """Gives the number of comments a line states: "Comments (3)", "12 comments", "No comments yet"."""
    match = COMMENT_COUNT.fullmatch(line.strip()) if len(line) < 80 else None
    if match is None:
        return None
    if match["none"]:
        return 0
    return int((match["after"] or match["before"]).replace(",", ""))


def credit(line: str) -> tuple[str, int, int] | None:
    """Gives (rule, start, end) for a line that names whose work this is; the offsets are the name's in the line."""
    words = line.strip()
    if len(words) > 320:
        return None
    lead = line.index(words) if words else 0
    for rule in CREDITS:
        if match := rule.pattern.fullmatch(words):
            end = match.start(1) + len(match.group(1).rstrip(" .,;)]"))
            return rule.name, lead + match.start(1), lead + end
    return None


def original_source(line: str) -> tuple[int, int] | None:
    """Gives where in the line an "Original source:" line names it."""
    lead = len(line) - len(line.lstrip())
    words = line.strip()
    if len(words) > 240:
        return None
    match = ORIGINAL_SOURCE.fullmatch(words) or _SOURCE_ADDRESS.fullmatch(words)
    return (lead + match.start("name"), lead + match.end("name")) if match else None


def is_correction(line: str) -> bool:
    """Says whether a paragraph is the editors' note on the page and no part of the story."""
    return CORRECTION.match(line.strip()) is not None
