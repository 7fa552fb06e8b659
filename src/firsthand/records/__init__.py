"""The nouns of the project: frozen records that are right by construction."""

from firsthand.records.annotations import Annotations, GiverMark
from firsthand.records.article import BLOCK_KINDS, Article, Block, BlockKind, Evidence, Link
from firsthand.records.attribution import Attribution
from firsthand.records.brief import Brief, Chart, Finding, Footnote, Part, Section
from firsthand.records.claim import (
    CLAIM_KINDS,
    HOP_KINDS,
    POINTED_AT,
    THE_WRITER,
    THIS_PAGE,
    Claim,
    ClaimKind,
    ClaimTime,
    Hop,
    HopKind,
    Speaker,
    SpeakerKind,
)
from firsthand.records.document import Document, Mention, Token
from firsthand.records.entry import Entry, Run
from firsthand.records.grade import GRADES, Grade, GradeScale
from firsthand.records.ids import derive, digest_of
from firsthand.records.judgement import (
    COPIED,
    MADE_FROM,
    NO_GIVER,
    RELATIONS,
    SYMMETRIC,
    Judgement,
    Origin,
    Release,
    Series,
    Settlement,
    Story,
)
from firsthand.records.note import NOTE_TOPICS, Note, NoteTopic
from firsthand.records.omission import Omission
from firsthand.records.page import Page
from firsthand.records.quantity import COMPARATORS, Comparator, Quantity, QuantityRelation, QuantityRelationKind
from firsthand.records.reading import Reading
from firsthand.records.review import (
    REVIEW_ACTIONS,
    REVIEW_RELATIONS,
    REVIEW_SLOTS,
    Review,
    ReviewAction,
    ReviewSlot,
    pair_key,
)
from firsthand.records.rows import ClaimRow, FigureRow
from firsthand.records.saved import SavedView
from firsthand.records.span import Span, Spans, hull
from firsthand.records.status import STATUSES, Status, StatusCue
from firsthand.records.time_place import Place, Timex

__all__ = [
    "BLOCK_KINDS", "CLAIM_KINDS", "COMPARATORS", "COPIED", "GRADES", "HOP_KINDS", "MADE_FROM", "NOTE_TOPICS", "NO_GIVER", "POINTED_AT", "RELATIONS", "REVIEW_ACTIONS", "REVIEW_RELATIONS", "REVIEW_SLOTS",
    "STATUSES", "SYMMETRIC", "THE_WRITER", "THIS_PAGE", "Annotations", "Article", "Attribution", "Block", "BlockKind", "Brief", "Chart", "Claim", "ClaimKind",
    "ClaimRow", "ClaimTime", "Comparator", "Document", "Entry", "Evidence", "FigureRow", "Finding", "Footnote", "GiverMark", "Grade", "GradeScale", "Hop", "HopKind",
    "Judgement", "Link", "Mention", "Note", "NoteTopic", "Omission", "Origin", "Page", "Part", "Place", "Quantity", "QuantityRelation", "QuantityRelationKind",
    "Reading", "Release", "Review", "ReviewAction", "ReviewSlot", "Run", "SavedView", "Section", "Series", "Settlement", "Span", "Spans", "Speaker",
    "SpeakerKind", "Status", "StatusCue", "Story", "Timex", "Token", "derive", "digest_of", "hull", "pair_key",
]  # fmt: skip
