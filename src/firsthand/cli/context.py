"""What every command shares: the case, the settings and the clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.settings import Settings, load_settings

if TYPE_CHECKING:
    from firsthand.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The settings in force; the command line's --case wins."""

    settings: Settings

    @classmethod
    def of(cls, case: str | None) -> Context:
        settings = load_settings()
        if settings.authority:
            from firsthand.gazetteer import Gazetteer

            Gazetteer.use(Path(settings.authority))
        return cls(settings=replace(settings, case=case) if case else settings)

    def open(self, *, create: bool = False) -> Ledger:
        """Gives the open case."""
        from firsthand.ledger import Ledger

        return Ledger(Path(self.settings.case), create=create)


CONTEXT = click.make_pass_decorator(Context)


def clock() -> datetime:
    """Gives the time in UTC. The only clock there is."""
    return datetime.now(UTC)


def now() -> str:
    """Gives the time in UTC, to the second, as ISO 8601."""
    return clock().strftime("%Y-%m-%dT%H:%M:%SZ")
