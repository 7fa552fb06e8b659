"""Settling: which pages go back to which, which figures are one, how many origins stand behind them, who answers whom."""

from firsthand.reconcile.rows import figure_rows
from firsthand.reconcile.settling import settle

__all__ = ["figure_rows", "settle"]
