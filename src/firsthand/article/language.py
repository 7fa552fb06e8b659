"""Which language an article is written in: its words decide, the page's own label helps where there are few."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_SAMPLE = 3000  # characters
_FEW = 120  # characters under which the page's label is believed
_SURE = 0.9


def language_of(text: str, label: str | None = None) -> str | None:
    """Gives an ISO 639-1 code, or None where nothing can be said.

    >>> language_of("The ferry was late again, and nobody on the quay could say why it had not left.")
    'en'
    """
    stated = (label or "").strip().lower().replace("_", "-").partition("-")[0][:3] or None
    sample = text[:_SAMPLE]
    if not any(c.isalpha() for c in sample):
        return stated
    code, probability = _identifier().classify(sample)
    if stated and (len(sample) < _FEW or probability < _SURE):
        return stated
    return str(code)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
