"""Mentions and coreference, in the order in which each step needs the ones before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from firsthand.parse.anaphora import body_drafts, role_drafts
from firsthand.parse.draft import Draft, add_free
from firsthand.parse.groups import group_drafts, unnamed_drafts
from firsthand.parse.named import named_drafts
from firsthand.parse.pronouns import pronoun_drafts
from firsthand.parse.view import View
from firsthand.records import Mention, Span, Spans


def find_mentions(view: View) -> tuple[Mention, ...]:
    """Gives the mentions in text order. Groups and roles may hold a name inside them ("Norland's president"); nothing else overlaps."""
    names, persons = named_drafts(view)
    bodies = add_free(names, list(body_drafts(view, names)))
    groups = list(group_drafts(view, bodies))
    drafts = add_free(bodies, groups)
    roles = list(role_drafts(view, drafts, persons))
    drafts = _sorted([*drafts, *roles])
    drafts = _sorted([*drafts, *pronoun_drafts(view, drafts)])
    drafts = _sorted([*drafts, *_not_inside(unnamed_drafts(view, names), drafts)])
    return tuple(draft.finish(view) for draft in drafts)


def _sorted(drafts: Iterable[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft.first, -draft.last, draft.kind))


def _not_inside(groups: Iterable[Draft], drafts: list[Draft]) -> list[Draft]:
    """Gives the groups that no resolved group or role already covers, or cuts through."""
    covered = {
        index
        for draft in drafts
        if draft.kind in ("role", "group") or draft.kind == "body"
        for index in range(draft.first, draft.last)
    }
    return [group for group in groups if group.last - 1 not in covered]


def coreference(mentions: Iterable[Mention]) -> tuple[tuple[str, Spans], ...]:
    """Gives for each entity the spans of its mentions, entities in the order of their first mention."""
    found: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        if mention.entity:
            found[mention.entity].append(mention.span)
    return tuple((entity, tuple(spans)) for entity, spans in found.items())
