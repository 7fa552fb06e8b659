"""A visit: everything a page is made from. Pages are functions of it and keep nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from firsthand.ledger import Ledger
from firsthand.settings import Settings
from firsthand.web.form import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request to one page, with the case open. `now` is the time in UTC, `reviewer` the name this browser signs with.

    `ticket` gives a new way in for another browser; `busy` says that the case is being settled."""

    ledger: Ledger
    address: str
    names: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Form = field(default_factory=Form)
    reviewer: str = ""
    form_token: str = ""
    now: str = ""
    host: str = ""
    ticket: Callable[[], str] = str
    busy: bool = False
    settings: Settings = field(default_factory=Settings)

    def asked(self, name: str) -> str:
        """Gives a field of the address without the space around it; "" for none."""
        return self.query.get(name, "").strip()
