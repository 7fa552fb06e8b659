"""What can go wrong, as a tree.

    FirsthandError
    ├── UsageError            the caller asked for something that cannot be
    │   ├── UnknownId         no record has that id in this case
    │   ├── NotACase          the file is not a firsthand case
    │   └── Overtaken         somebody else decided in the meantime
    ├── BrokenSurroundings    the machine, not the input: disk full, model file damaged
    │   ├── ModelDamaged      a weight file does not match its recorded hash
    │   └── CaseBusy          another process holds the case for longer than we wait
    └── Tampered              stored bytes no longer match their hashes

What is wrong with an *input* (a page that cannot be read, a date that cannot be resolved) is not an
exception: it is an `Omission` beside the records that could be made.
"""

from __future__ import annotations


class FirsthandError(Exception):
    """Anything this package raises on purpose."""


class UsageError(FirsthandError):
    """The caller's mistake; the message names the value and the way out."""


class UnknownId(UsageError):
    """No record in this case has that id."""


class NotACase(UsageError):
    """The file exists but is not a firsthand case."""


class Overtaken(UsageError):
    """The record was decided on after the caller looked at it; look again, then decide."""


class BrokenSurroundings(FirsthandError):
    """The machine's fault, not the input's."""


class ModelDamaged(BrokenSurroundings):
    """A weight file does not match the hash it was shipped with."""


class CaseBusy(BrokenSurroundings):
    """Another process is writing to the case."""


class Tampered(FirsthandError):
    """Stored bytes no longer match their recorded hash."""
