"""Givers: for every figure the words on the page that may name who gives it, as a network points at them; `claims` decides what comes of it."""

from firsthand.annotate.giver.finder import GiverFinder

__all__ = ["GiverFinder"]
