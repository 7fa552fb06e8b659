"""A reading: everything one page yielded, in one record."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.records.article import Article
from firsthand.records.attribution import Attribution
from firsthand.records.claim import Claim
from firsthand.records.omission import Omission
from firsthand.records.quantity import Quantity, QuantityRelation
from firsthand.records.time_place import Place, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What `read(page)` gives back, beside the page itself (`page` is its id).

    `article` is None when no article was found; then `omissions` says why. `attributions` holds the nested ones too.
    """

    page: str
    article: Article | None = None
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quantity_relations: tuple[QuantityRelation, ...] = ()
    timexes: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    omissions: tuple[Omission, ...] = ()

    def __post_init__(self) -> None:
        if self.article is None and not self.omissions:
            raise ValueError(f"page {self.page} gave no article and no reason")
