"""States, bodies, agencies, outlets and places: the compact authority file and its look-ups."""

from firsthand.gazetteer.entries import Entry, PlaceEntry, Tie
from firsthand.gazetteer.gazetteer import Gazetteer

__all__ = ["Entry", "Gazetteer", "PlaceEntry", "Tie"]
