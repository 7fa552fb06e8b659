"""What a site asks of programs in its robots.txt, read once a site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.ingest.refusals import Refusal

if TYPE_CHECKING:
    from protego import Protego

_LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Robots:
    """A site's rules: `rules` None means it has none; `trouble` is why they could not be had (RFC 9309: then nothing may be read)."""

    rules: Protego | None = None
    trouble: Refusal | None = None


class RobotsBook:
    """The rules of the sites met so far. `get` fetches a robots.txt: status and text."""

    def __init__(self, agent: str, get: Callable[[str], tuple[int, str]]) -> None:
        self._agent, self._get = agent, get
        self._sites: dict[str, Robots] = {}

    def check(self, site: str, url: str) -> None:
        """Refuses an address its site does not want read."""
        robots = self._of(site)
        if robots.trouble:
            raise robots.trouble
        if robots.rules is not None and not robots.rules.can_fetch(url, self._agent):
            raise Refusal("robots refuses", f"{site}/robots.txt")

    def pause(self, site: str) -> float:
        """Gives the seconds the site asks for between two requests, within reason."""
        robots = self._sites.get(site)
        asked = robots.rules.crawl_delay(self._agent) if robots and robots.rules is not None else None
        return min(asked or 0.0, _LONGEST_PAUSE)

    def _of(self, site: str) -> Robots:
        if site not in self._sites:
            self._sites[site] = self._read(site)
        return self._sites[site]

    def _read(self, site: str) -> Robots:
        from protego import Protego

        try:
            status, text = self._get(f"{site}/robots.txt")
        except Refusal as refusal:
            return Robots(trouble=Refusal(refusal.reason, f"{site}/robots.txt: {refusal.what}".rstrip(": ")))
        if status >= 500 or status == 429:
            return Robots(trouble=Refusal("robots unreachable", f"{site}/robots.txt answered {status}"))
        return Robots(rules=Protego.parse(text) if 200 <= status < 300 else None)
