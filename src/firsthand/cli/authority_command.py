"""`firsthand authority NAME`: which states, bodies and outlets go by a name, and what is known of them."""

from __future__ import annotations

from dataclasses import asdict

import click

from firsthand.cli.output import Column, format_options, print_rows

_COLUMNS = (
    Column(field="id", heading="id", ratio=2),
    Column(field="name", heading="name", ratio=2),
    Column(field="known", heading="known of it", ratio=4),
)
_KNOWN = ("sort", "aliases", "seats", "capitals", "speaks_for", "hosts", "family")


@click.command(name="authority")
@click.argument("name")
@format_options
def command(name: str, shape: str | None) -> None:
    """Show what goes by NAME: a name, an alias, a capital or palace, a demonym, a host or an id.

    Entries of your own are read from the file that the setting `authority` names; one with the id of a shipped entry replaces it.
    """
    from firsthand.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    by_id = gazetteer.entry(name)
    by_host = gazetteer.outlet_of_host(name) if "." in name else None
    found = (
        *gazetteer.entries(name),
        *gazetteer.seat(name),
        *gazetteer.demonym(name),
        *(e for e in (by_id, by_host) if e),
    )
    rows = [asdict(entry) for entry in dict.fromkeys(found)]
    if shape is None:
        rows = [
            {**row, "known": "; ".join(f"{key.replace('_', ' ')}: {_listed(row[key])}" for key in _KNOWN if row[key])}
            for row in rows
        ]
    print_rows(
        rows,
        shape,
        _COLUMNS,
        empty=f"nothing is known under {name!r}: add it to a file of your own (setting `authority`)",
    )


def _listed(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else ", ".join(value)
