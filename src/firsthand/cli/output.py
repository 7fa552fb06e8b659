"""Printing rows: a table for people, JSON, JSON lines or CSV for programs; the same fields under the same names everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from firsthand.export.as_csv import as_csv

if TYPE_CHECKING:
    from rich.console import Console

Row = Mapping[str, Any]
Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv")
_SQUEEZED = 7  # letters a line that a column of ratio 1 must at least have
_WIDEST = 24  # letters beyond which a column without a ratio folds
_LONG = 3  # the ratio from which a field is long: on a narrow terminal it has lines of its own


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

    console = Console()
    if not rows:
        console.print(empty, style="dim")
    elif console.width < _least_width(rows, columns):
        _print_blocks(console, rows, columns)
    else:
        _print_columns(console, rows, columns, title)


def _least_width(rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """Gives how wide a terminal must be for these columns to be read: a squeezed one of a few letters a line tells nothing."""
    fixed = (max(len(c.heading), *(len(_shown(row[c.field])) for row in rows)) for c in columns if c.ratio is None)
    return sum(min(width, _WIDEST) for width in fixed) + sum(_SQUEEZED * (c.ratio or 0) for c in columns) + len(columns)


def _print_columns(console: Console, rows: Sequence[Row], columns: Sequence[Column], title: str) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold", expand=True)
    for column in columns:
        table.add_column(
            column.heading, style=column.style, justify=column.justify, ratio=column.ratio, no_wrap=column.no_wrap, overflow="fold"  # type: ignore[arg-type]
        )  # fmt: skip
    for row in rows:
        table.add_row(*(Text(_shown(row[column.field])) for column in columns))
    console.print(table)


def _print_blocks(console: Console, rows: Sequence[Row], columns: Sequence[Column]) -> None:
    """Prints rows for a narrow terminal: the short fields in a line, each long one below it over the whole width."""
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        shown = {c: _shown(row[c.field]) for c in columns if row[c.field] not in (None, "", (), [])}
        short = [c for c in shown if (c.ratio or 0) < _LONG]
        line = (Text(f"{c.heading}: {shown[c]}" if c.justify == "right" else shown[c], style=c.style) for c in short)
        console.print(Text(" · ", style="dim").join(line))
        for column in shown:
            if column not in short:
                console.print(Padding(Text(shown[column], style=column.style), (0, 0, 0, 2)))
        console.print()


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return " → ".join(str(item) for item in value)
    return str(value)
