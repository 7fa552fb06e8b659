"""Quantities: every number that measures or counts, what it counts, how it is bounded, and how numbers belong together."""

from firsthand.annotate.quantity.find import find_quantities, refused_numbers
from firsthand.annotate.quantity.relations import relate_quantities

__all__ = ["find_quantities", "refused_numbers", "relate_quantities"]
