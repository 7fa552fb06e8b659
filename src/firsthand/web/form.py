"""A submitted form: fields with the names a person sees, and the sentence that says which one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from firsthand.errors import UsageError

LONGEST = 1_000_000  # bytes of a submitted form: a draft of a long article, and not a disk full


class Incomplete(UsageError):
    """Fields that a form needs are empty; `fields` are their names."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.fields = tuple(labels)
        super().__init__(f"Still needed: {', '.join(labels.values())}.")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form. A field that was not sent is empty."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, body: bytes) -> Form:
        """Reads a urlencoded body; raises UsageError when it is too long or not one."""
        if len(body) > LONGEST:
            raise UsageError(f"The form is longer than {LONGEST:,} bytes.")
        try:
            found = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=5000)
        except (UnicodeDecodeError, ValueError) as error:
            raise UsageError("The form cannot be read.") from error
        return cls({name: tuple(v.replace("\r\n", "\n") for v in values) for name, values in found.items()})

    def get(self, name: str) -> str:
        """Gives a field without the space around it; "" when it was not sent."""
        return (self.values.get(name) or ("",))[-1].strip()

    def all(self, name: str) -> tuple[str, ...]:
        """Gives every value sent under a name."""
        return self.values.get(name, ())

    def need(self, **labels: str) -> None:
        """Raises Incomplete, naming every field that is empty by its label."""
        missing = {name: label for name, label in labels.items() if not self.get(name)}
        if missing:
            raise Incomplete(missing)

    def number(self, name: str) -> int | None:
        """Gives a field as a whole number; None when it is empty or is not one."""
        value = self.get(name)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else None
