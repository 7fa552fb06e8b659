"""A hand-off file read back: is it as it was written, and what does it say stands where?"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

_SEAL = re.compile(r"<!-- sha256 ([0-9a-f]{64}) -->\n?\Z")
_NOTE = re.compile(
    r'<li id="n(\d+)" data-claim="([^"]*)" data-start="(\d+)" data-end="(\d+)" data-text="([0-9a-f]{64})" data-words="([0-9a-f]{64})">'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A footnote of a hand-off: its number, the claim, where its words stand in the text with this digest, and the digest of the words."""

    number: int
    claim: str
    start: int
    end: int
    text_digest: str
    words_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a file says of itself. `sealed` is False when it carries no hash, `unchanged` when its bytes no longer have it."""

    sealed: bool
    unchanged: bool
    notes: tuple[Cited, ...]


def read_handed(text: str) -> Handed:
    """Gives what a hand-off file says of itself."""
    seal = _SEAL.search(text)
    notes = tuple(
        Cited(number=int(n), claim=claim, start=int(start), end=int(end), text_digest=digest, words_digest=words)
        for n, claim, start, end, digest, words in _NOTE.findall(text)
    )
    if seal is None:
        return Handed(sealed=False, unchanged=False, notes=notes)
    written = text[: seal.start()].encode("utf-8", "surrogatepass")
    return Handed(sealed=True, unchanged=hashlib.sha256(written).hexdigest() == seal.group(1), notes=notes)
