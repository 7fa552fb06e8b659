"""Printing rows: a table for people, JSON, JSON lines or CSV for programs; the same fields under the same names everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from firsthand.export.as_csv import as_csv

Row = Mapping[str, Any]
Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: the field it shows, its heading, and how it may be squeezed."""

    field: str
    heading: str
    style: str = ""
    justify: str = "left"
    ratio: int | None = None
    no_wrap: bool = False


def format_options(command: Command) -> Command:
    """Adds --json, --jsonl and --csv to a command; it receives `shape`, one of FORMATS."""
    for name in ("csv", "jsonl", "json"):
        command = click.option(f"--{name}", "shape", flag_value=name, help=f"Print {name.upper()} instead of a table.")(
            command
        )
    return command


def print_rows(
    rows: Iterable[Row], shape: str | None, columns: Sequence[Column], *, title: str = "", empty: str = "nothing found"
) -> None:
    """Prints rows in the asked-for shape (None is the table)."""
    if shape == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    elif shape == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
    elif shape == "csv":
        click.echo(as_csv(list(rows)), nl=False)
    else:
        _print_table(list(rows), columns, title, empty)


def _print_table(rows: Sequence[Row], columns: Sequence[Column], title: str, empty: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not rows:
        console.print(empty, style="dim")
        return
    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold", expand=True)
    for column in columns:
        table.add_column(
            column.heading, style=column.style, justify=column.justify, ratio=column.ratio, no_wrap=column.no_wrap, overflow="fold"  # type: ignore[arg-type]
        )  # fmt: skip
    for row in rows:
        table.add_row(*(Text(_shown(row[column.field])) for column in columns))
    console.print(table)


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return " → ".join(str(item) for item in value)
    return str(value)
