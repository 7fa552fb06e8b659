"""Houses: pages that a body issues itself (a coastguard's bulletin, a union's statement). What such a page counts, and gives to nobody
else, is the body's own word. Who issues a page is read with the page, from its words.
"""

from __future__ import annotations

from collections.abc import Collection

from firsthand.records import Article


def house_of(article: Article, places: Collection[str] = ()) -> str | None:
    """Gives the name of the body that issues a page, as the page has it; None for every other page. `places` are the names of places in the
    text: a site named after its town is no body's.
    """
    return None if article.issuer in places else article.issuer
