"""Document → places: toponyms with coordinates, country and first-level region."""

from firsthand.annotate.place.finder import PlaceFinder

__all__ = ["PlaceFinder"]
