"""Signs in a page's text and host that a newsroom writes it, or that somebody says "we" for himself."""

from __future__ import annotations

import re

# Words of hosts that pass on what others say.
PRESS_HOST = re.compile(
    r"news|times|post|herald|daily|press|wire|radio|radyo|tele(?!com)|tv|star(?![a-z])|digest|courier|courrier|journal|gazette|tribune|observer|chronicle|"
    r"zeitung|blatt|kurier|mirror|echo|standard|mail|express|globe|magazine|review|weekly|today|live|online|media|blog|brief(?!ing)|report(?!s)|bulletin|feed|agency|dispatch|argus|sentinel|"
    r"examiner|telegra(?:ph|m)|advocate|enquirer|inquirer|mercury|reporter|broadcast|notebook|"
    r"guardian|leader|banner|independent(?!s)|channel|presse|gazeta|gazzetta|diario|jornal|giornale|corriere|nouvelles|noticias|nachrichten|rundschau|tidning|(?:arbeider|dag|tag|tage)bla[dt]",
    re.I,
)
AS_PRESS = re.compile(
    r"\bI\b(?!\.)|\b(?:told|asked by|seen by|reached by) (?:us|this|our (?:own )?(?:station|reporters?|correspondents?|newspaper|paper|desk|newsroom|programme))\b|\bthis (?:news)?paper\b|\b[Oo]ur (?:own )?(?:editors?|editorial|reviewers?|testers?|testing|readers|newsletter|podcast|reporting|coverage|columnists?|subscribers|picks)\b|"
    r"\b[Ww]e (?:can (?:now )?reveal|understand (?:that|an?|the)|publish (?:it|the|his|her|their)|translate|will update this|will report (?:more|on))\b|\bhas learned that\b|\b(?:declined to|available (?:to|for)|requests? for) comment\b|"
    r"\b(?:is|are|am) (?:an?|the) (?:[\w’'-]+ ){0,4}(?:newspaper|newsroom|news ?(?:site|website|agency|portal|service)|magazine|blog|site about)\b|"
    r"^[^\n]{2,60}\([A-Z][^()\n]{1,28}\)\s?[-–—]|^[^\n]{2,60}/[A-Z]{3,}/",
    re.M,
)
AS_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur(?! (?:own )?(?:correspondents?|reporters?|station|newspaper|paper|desk|readers?|digest|sister|newsroom|website|programme)\b))\b"
)
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"")


def unquoted(text: str) -> str:
    """Gives a text, as long as it was, with blanks for its quotations.

    >>> unquoted('Lund said “we won” twice.')
    'Lund said          twice.'
    """
    return _QUOTED.sub(lambda m: " " * len(m.group()), text)
