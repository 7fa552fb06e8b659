"""The fixed phrases. Everything else in a brief is verbatim from a page, a name read from one, or a number as read."""

from __future__ import annotations

from firsthand.records import Release

HEADINGS = {
    "figures": "Figures and who gave them",
    "claims": "What is claimed, by whom",
    "origins": "Origins, folded",
    "conflicts": "Disputes, denials and changes of scope",
    "gaps": "What is not established, and what was checked",
}
RELATIONS = {
    "updates": " updates ",
    "disputes": " stands against ",
    "different scope": " counts something else than ",
    "part of": " is part of ",
    "denies": " denies ",
    "corrects": " corrects ",
    "repeats": " repeats ",
}
SAME_DAY = "; the same day, in an order that is not known, "
NO_DAY = "; in an order that is not known, "
AT_ONCE = "; published at the same time, "
NOBODY = "a source that is not established"


def pages(count: int) -> str:
    """Gives a count of pages in words that fit a sentence."""
    return f"{count} page{'s' if count != 1 else ''}"


def day(release: Release) -> str:
    """Gives the day a release holds for, or says that no page dates it; an earlier figure is said to be only told again."""
    return f" ({release.when}{', told again as an earlier figure' if release.told_again else ''})"
