"""Places by name, read from files mapped into memory: nothing is loaded until it is looked up.

Three files, built by scripts/build_gazetteer.py from GeoNames data (CC BY 4.0):

names.txt   one line a spelling, "Name<TAB>record numbers in hexadecimal", sorted by the folded name, so that a look-up is a
            binary search over bytes. places.bin holds fixed records (`RECORD`): latitude, longitude, population, GeoNames id,
            label number, sort, and the offset of the place's own line in names.txt. labels.tsv gives for each label number the
            division's code ("GB.ENG") and the name of its first-level division.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from firsthand.gazetteer.entries import PlaceEntry
from firsthand.text.names import fold

RECORD = struct.Struct("<ffIIHBI")
NO_LABEL = 0xFFFF
SORTS = ("town", "capital", "region", "county")
_DATA = Path(__file__).parent / "data"


class PlaceFile:
    """Gives places by folded name. Opening it costs two file mappings."""

    def __init__(self, folder: Path = _DATA) -> None:
        self._folder = folder
        self._names = _map(folder / "names.txt")
        self._records = _map(folder / "places.bin")

    @cached_property
    def _labels(self) -> list[tuple[str, str]]:
        lines = (self._folder / "labels.tsv").read_text("utf-8").splitlines()
        return [(code, name) for code, name in (line.split("\t") for line in lines)]

    def find(self, name: str) -> tuple[PlaceEntry, ...]:
        """Gives every place that goes by this name, the most populous first."""
        key = fold(name)
        numbers = {int(number, 16) for line in self._lines(key) for number in line.split("\t")[1].split(" ")}
        found = [self._entry(number) for number in sorted(numbers)]
        return tuple(sorted(found, key=lambda place: (-place.population, place.id)))

    def _lines(self, key: str) -> Iterator[str]:
        """Gives the lines whose folded name is `key`."""
        at = self._first(key)
        while at < len(self._names):
            line = self._line(at)
            if fold(line.split("\t", 1)[0]) != key:
                return
            yield line
            at += len(line.encode()) + 1

    def _first(self, key: str) -> int:
        """Gives the offset of the first line whose folded name is not below `key`."""
        low, high = 0, len(self._names)
        while low < high:
            middle = self._names.rfind(b"\n", low, (low + high) // 2) + 1 or low
            middle = max(middle, low)
            line = self._line(middle)
            if fold(line.split("\t", 1)[0]) < key:
                low = middle + len(line.encode()) + 1
            else:
                high = middle
        return low

    def _line(self, start: int) -> str:
        return self._names[start : self._names.find(b"\n", start)].decode()

    def _entry(self, number: int) -> PlaceEntry:
        lat, lon, population, geonames, label, sort, at = RECORD.unpack_from(self._records, number * RECORD.size)
        code, region = self._labels[label] if label != NO_LABEL else ("", "")
        return PlaceEntry(
            id=f"geonames:{geonames or code}", name=self._line(at).split("\t", 1)[0], sort=SORTS[sort],
            point=(round(lat, 5), round(lon, 5)), country=code[:2], region=region, population=population,
        )  # fmt: skip


def _map(path: Path) -> mmap.mmap:
    with path.open("rb") as handle:
        return mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
