"""How ids are derived: from content, so that running twice changes nothing.

An id is a short prefix that names the kind of record and sixteen hexadecimal digits of a SHA-256 over
its identifying parts. Parts are joined with a unit separator, so ("ab", "c") and ("a", "bc") differ.
"""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"


def derive(prefix: str, *parts: object) -> str:
    """Gives the id of a record from the parts that identify it.

    >>> derive("c", "article", 3, 9) == derive("c", "article", 3, 9)
    True
    >>> derive("c", "ab", "c") == derive("c", "a", "bc")
    False
    """
    joined = _SEPARATOR.join(str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def digest_of(body: bytes) -> str:
    """Gives the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()
