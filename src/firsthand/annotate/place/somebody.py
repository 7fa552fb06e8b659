"""Whether a name may be somebody's rather than a place's, by its first word and by what follows it."""

from __future__ import annotations

import re

from firsthand.records import Document, Span
from firsthand.text.given_names import FEMALE, MALE

_GIVEN = MALE | FEMALE
_SAYS = re.compile(
    r"(?:, [^,.]{0,60},)? (?:said|says|told|added|adds|wrote|tweeted|thinks|believes|argued|insisted|warned|announced|denied|confirmed|was (?:born|arrested|charged|jailed|"
    r"appointed|elected)|who|whose|himself|herself|and (?:his|her)|’s (?:wife|husband|lawyer|family))\b"
)


def could_be_somebody(document: Document, span: Span) -> bool:
    """Says whether a name begins with a given name, or is followed by what only somebody does."""
    first = re.split(r"[ -]", span.of(document.text))[0].lower()
    return first in _GIVEN or bool(_SAYS.match(document.text, span.end))
