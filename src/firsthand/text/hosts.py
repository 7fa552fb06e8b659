"""Hosts: addresses without what does not name their site."""

from __future__ import annotations

import re

_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")


def is_host(name: str) -> bool:
    """Says whether a name is a host or an address rather than a name.

    >>> is_host("www.paper.example"), is_host("The Paper")
    (True, False)
    """
    return bool(_HOST.fullmatch(name))


def bare_host(address: str) -> str:
    """Gives the host of an address, in lower case, without "www.".

    >>> bare_host("https://www.Paper.example/a?b#c")
    'paper.example'
    """
    return re.sub(r"^(?:https?://)?(?:www\.)?|[/?#:].*$", "", address.lower())


_GENERAL = ("co", "com", "org", "net", "gov", "ac")


def label_of(host: str) -> str:
    """Gives the telling part of a host; "" for none.

    >>> label_of("www.harbour-post.co.uk"), label_of("harbour-post.example"), label_of("tips.harbour-post.com")
    ('harbour-post', 'harbour-post', 'harbour-post')
    """
    parts = host.lower().removeprefix("www.").split(".")[:-1]
    while len(parts) > 1 and parts[-1] in _GENERAL:
        parts.pop()
    return parts[-1] if parts else ""
