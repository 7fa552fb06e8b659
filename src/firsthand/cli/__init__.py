"""The command line: one module a verb. Commands parse arguments, call the pipeline and the reading side of the ledger, and print."""

from firsthand.cli.group import main

__all__ = ["main"]
