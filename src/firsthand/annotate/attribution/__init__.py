"""Attribution: who said what, by which cue. Only the outermost one is emitted; nesting is built on it in `claims/`."""

from firsthand.annotate.attribution.confidence import words_of_role
from firsthand.annotate.attribution.tagger import AttributionTagger

__all__ = ["AttributionTagger", "words_of_role"]
