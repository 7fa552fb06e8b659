"""Web addresses: what counts as one, and the form in which it identifies a page."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

_LONGEST = 4096
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def as_address(text: str) -> str | None:
    """Gives the http(s) address in its stored form, or None when the text is none.

    A #fragment names a place on a page, not another page, and is dropped, save for the #! and #/ of script-driven sites.

    >>> as_address(" https://harbour.example/a?b=1#comments ")
    'https://harbour.example/a?b=1'
    >>> as_address("mailto:desk@harbour.example") is None
    True
    """
    text = text.strip()
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        if not parts.hostname or (parts.port is not None and not 0 < parts.port < 65536):
            return None
        text.encode("utf-8")
    except ValueError:
        return None
    return text if parts.fragment[:1] in ("!", "/") else text.partition("#")[0]


def as_markup_address(value: str, base: str = "") -> str | None:
    """Gives the address written in markup (entities undone), resolved against `base` when it is relative."""
    value = html.unescape(value).strip()
    if base and not _SCHEME.match(value):
        try:
            value = urljoin(base, value)
        except ValueError:
            return None
    return as_address(value)


def has_scheme(name: str) -> bool:
    """Says whether a name is written like a web address of any scheme (ftp://, HTTPS://)."""
    return _SCHEME.match(name) is not None
