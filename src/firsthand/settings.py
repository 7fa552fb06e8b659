"""Settings: one frozen record, read in one place, from `firsthand.toml` beside the case and from the environment.

The environment wins over the file, and the command line over both. Names are the field names; in the environment upper-cased with
FIRSTHAND_ before them (FIRSTHAND_CASE, FIRSTHAND_PAGE_SECONDS …).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from firsthand.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set, with its default.

    case: the SQLite file that is the case. language: the language that is read (pages in another become Omissions).
    page_seconds: CPU and wall limit for extracting one page. page_bytes: largest page that is read.
    reviewer: the name that people's entries are signed with. authority: a file of the case's own states, bodies and outlets.
    """

    case: str = "case.db"
    language: str = "en"
    page_seconds: float = 10.0
    page_bytes: int = 20_000_000
    reviewer: str = ""
    authority: str = ""


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Gives the settings in force. Raises UsageError for an unknown name or a value of the wrong kind, naming where it stands."""
    environment = os.environ if environment is None else environment
    found: dict[str, object] = {}
    path = (folder or Path.cwd()) / "firsthand.toml"
    if path.is_file():
        try:
            table = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} cannot be read: {error}") from error
        for name, value in table.items():
            found[name] = _convert(name, value, str(path))
    for field in fields(Settings):
        value = environment.get(f"FIRSTHAND_{field.name.upper()}")
        if value is not None:
            found[field.name] = _convert(field.name, value, f"FIRSTHAND_{field.name.upper()}")
    return Settings(**found)  # type: ignore[arg-type]


def _convert(name: str, value: object, where: str) -> object:
    kinds: dict[str, type[str] | type[float] | type[int]] = {
        "case": str,
        "language": str,
        "page_seconds": float,
        "page_bytes": int,
        "reviewer": str,
        "authority": str,
    }
    if name not in kinds:
        raise UsageError(f"{where}: unknown setting {name!r}; the settings are {', '.join(kinds)}")
    try:
        return kinds[name](str(value))
    except (TypeError, ValueError) as error:
        raise UsageError(f"{where}: {name} must be a {kinds[name].__name__}, not {value!r}") from error
