"""Why an input gave no page: fixed phrases, each with the way out a reader is shown.

Only this module decides how a refusal is worded. Readers raise `Refusal` where they must stop,
or yield `omit(...)` where they can go on.
"""

from __future__ import annotations

import os

from firsthand.records import Omission

# reason -> the way out. Reasons are counted and filtered by users: keep them short and stable.
WAYS_OUT: dict[str, str] = {
    "not found": "check the spelling; a web address starts with https://",
    "nothing matches": "check the pattern, or name the folder",
    "empty folder": "name a folder that holds saved pages; hidden files are not read",
    "empty": "save the page again",
    "unreadable": "check the permissions of the file, or copy it to where it can be read",
    "not a regular file": "name a file, a folder, a web address or - for standard input",
    "unsupported kind": "save the page as HTML, MHTML, WARC or WACZ, or paste its text with -",
    "too large": "raise the size limit if you trust this input",
    "decompression bomb": "do not open it; if you trust it, unpack it yourself and add what is inside",
    "damaged archive": "get the archive again; the pages before the damage were kept",
    "hash mismatch": "the bytes are not those that were archived; get the archive again",
    "cut short": "the page is kept as it is; get a whole copy if words are missing",
    "undecodable": "save the page again without compression",
    "archive without pages": "check that the archive holds responses of type text/html",
    "malformed row": "write one JSON object a line",
    "row without text": 'give the row a "text" or an "html"',
    "too many bad lines": "check the file: it may not be one JSON object a line",
    "not an address": "write one http:// or https:// address a line; # starts a comment",
    "malformed feed": "check that the file is RSS, Atom or JSON Feed",
    "feed without entries": "check that this is the feed you meant",
    "feed entry without full text": "add the linked page, or give --follow-links to fetch it",
    "malformed message": "save the page again as MHTML or as HTML",
    "not fetched": "the network is used only when asked for: name the address itself, or list it in a file that ends in .urls",
    "address refused": "only public http and https addresses are fetched; save the page and add the file",
    "robots refuses": "the site asks programs not to read this address; open it yourself, save it and add the file",
    "robots unreachable": "the site could not say whether it may be read; try later",
    "too many redirects": "give the address the page ends at",
    "timed out": "try later, or save the page and add the file",
    "connection failed": "check the address and the connection",
    "not a page": "give the address of an article; download a file and add it from disk",
    "page gone": "look for an archived copy and add that",
    "access refused": "open it yourself, save it and add the file",
    "too many requests": "the site asks for a pause; try later",
    "server error": "try later",
    "unexpected answer": "open it yourself, save it and add the file",
    "could not be read": "save the page in another form; the other inputs were read",
}  # fmt: skip


class Refusal(Exception):
    """One input cannot be read (further); carries the reason and what exactly was met. Becomes an `Omission`."""

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(reason, what)
        self.reason = reason
        self.what = what


def omit(subject: str, reason: str, what: str = "") -> Omission:
    """Gives the omission for one input: what was met, then the way out."""
    detail = "; ".join(part for part in (shown(what), WAYS_OUT[reason]) if part)
    return Omission(stage="ingest", subject=shown(subject) or "(no name)", reason=reason, detail=detail)


def shown(name: str) -> str:
    """Gives a name that can be stored and printed: bytes of a file name that are no UTF-8 come out as \\xNN."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name).decode("utf-8", "backslashreplace") if _is_escaped(name) else ascii(name)[1:-1]
    return name


def _is_escaped(name: str) -> bool:
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return True
