"""Document and annotations → claims: statements found, speakers resolved, chains built, status decided, figures given their claim.

Who speaks is answered in this order, each step seeing what the ones before it found: `speakers` (whom the words alone name), `turns` (whom they
take up), `supplied` and `passed` (what other sentences say of how the words came and what was done with them), `identified` (names that come
later), `venues` (hands that hold on), `restated` (figures given elsewhere) and `headlines`. In each module a table gives the steps; the first that answers holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.beside import with_beside
from firsthand.claims.content import overlap
from firsthand.claims.denials import with_denials
from firsthand.claims.details import figures_of, places_of, times_of
from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.floating import add_quotations
from firsthand.claims.headlines import with_speakers
from firsthand.claims.hops import chain_of, page_nodes
from firsthand.claims.identified import identified
from firsthand.claims.inner import inner_speaker
from firsthand.claims.nobody import is_nobody
from firsthand.claims.passed import with_passed
from firsthand.claims.restated import with_restated
from firsthand.claims.standing import status_of
from firsthand.claims.statements import find_statements
from firsthand.claims.supplied import with_supplied
from firsthand.claims.turns import speaker_of
from firsthand.claims.uncovered import add_uncovered
from firsthand.claims.venues import floated, links_of, with_names, with_venues
from firsthand.claims.view import View
from firsthand.claims.voice import add_voice
from firsthand.records import Annotations, Attribution, Claim, Document, Omission, StatusCue, derive
from firsthand.text.ordered import Ordered


def assemble(
    document: Document, notes: Annotations
) -> tuple[tuple[Claim, ...], tuple[Attribution, ...], tuple[Omission, ...]]:
    """Gives the claims of a document in text order, all its attributions with the nested ones, and what could not be attributed."""
    view = View.of(document)
    drafts = add_quotations(view, find_statements(view, notes.attributions))
    drafts = [*drafts, *add_voice(view, drafts, notes.status_cues)]
    drafts = sorted(
        [*drafts, *add_uncovered(view, drafts, notes.quantities)], key=lambda d: (d.start, d.content, d.inner)
    )
    made = with_venues(view, identified(view, with_passed(view, with_supplied(view, _spoken(view, drafts)))))
    made = with_beside(view, made, notes)
    cues = Ordered(notes.status_cues, lambda cue: (cue.span.start, cue.span.end))
    made = with_restated(view, made, notes.quantities, lambda draft: status_of(view, draft, cues)[0])
    made = with_speakers(view, made)
    claims = _claims(view, made, notes, cues)
    claims = with_denials(view, claims)
    return tuple(claims), _attributions(view, made, claims, notes), tuple(_omissions(document, made))


# --- who speaks, through whom ---------------------------------------------------------------------------------------


def _spoken(view: View, drafts: Sequence[Draft]) -> list[Made]:
    """Gives each draft with its speaker and links; a floating or carried one takes those of the turn it belongs to."""
    made: list[Made] = []
    for draft in drafts:
        if draft.source and not draft.inner:
            speaker = speaker_of(view, draft, made)
            if is_nobody(view, draft.source, speaker):
                made.append(
                    (replace(draft, source=(), rules=(*draft.rules, "the source's words name nobody")), None, ())
                )
                continue
            links = with_names(view, draft, links_of(view, draft, speaker, made), made)
            made.append((draft, speaker, links))
        elif draft.inner:
            outer = next(
                (
                    m
                    for m in reversed(made)
                    if m[0].line <= draft.line and overlap(view, draft.content, m[0].content) > 0.9
                ),
                None,
            )
            made.append((draft, inner_speaker(view, draft, outer), _through(view, outer) if outer else ()))
        elif draft.floating:
            made.append(floated(view, draft, made))
        elif draft.carried:
            turn = next((m for m in reversed(made) if m[0].attributed), None)
            made.append((draft, turn[1] if turn else None, turn[2] if turn else ()))
        else:
            made.append((draft, None, ()))
    return made


def _through(view: View, outer: Made) -> tuple[Link, ...]:
    draft, speaker, links = outer
    if speaker is None or not draft.source:
        return links
    return (
        Link(
            party=draft.source[0], kind="relays", words=(*draft.source, *draft.cue), rule="quoted by the outer speaker"
        ),
        *links,
    )


# --- from drafts to records -----------------------------------------------------------------------------------------


def _claims(view: View, made: Sequence[Made], notes: Annotations, cues: Ordered[StatusCue]) -> list[Claim]:
    figures = figures_of(view, [m[0] for m in made], notes.quantities)
    timexes = Ordered(notes.timexes, lambda timex: (timex.span.start, timex.span.end))
    places = Ordered(notes.places, lambda place: (place.span.start, place.span.end))
    page = page_nodes(view)
    claims: dict[str, Claim] = {}
    for (draft, speaker, links), quantities in zip(made, figures, strict=True):
        status, rule = status_of(view, draft, cues)
        article = view.document.article.id
        key = derive(
            "c",
            article,
            *(p for s in (*draft.content, *draft.cue) for p in (s.start, s.end)),
            "inner" if draft.inner else "",
        )
        claims[key] = Claim(
            id=key, article=article, content=draft.content, kind=draft.kind, hops=chain_of(view, draft, speaker, links, page), status=status,  # type: ignore[arg-type]
            source=draft.source, cue=draft.cue, speaker=speaker, quantities=quantities, times=times_of(view, draft, timexes),
            places=places_of(draft, places), attribution=_attribution_id(view, draft), status_rule=rule, rules=draft.rules,
        )  # fmt: skip
    return list(claims.values())


def _attribution_id(view: View, draft: Draft) -> str | None:
    if draft.attribution or not draft.attributed:
        return draft.attribution
    return derive("a", view.document.article.id, *(p for s in (*draft.content, *draft.cue) for p in (s.start, s.end)))


def _attributions(
    view: View, made: Sequence[Made], claims: Sequence[Claim], notes: Annotations
) -> tuple[Attribution, ...]:
    """Gives the tagger's attributions and those that rules found, each nested one pointing at the one that holds it."""
    found = {a.id: a for a in notes.attributions}
    for draft, _, _ in made:
        key = _attribution_id(view, draft)
        if key is None or key in found:
            continue
        holders = [a for a in notes.attributions if all(any(s.contains(c) for s in a.content) for c in draft.content)]
        within = min(holders, key=lambda a: sum(s.end - s.start for s in a.content)).id if holders else None
        found[key] = Attribution(
            id=key,
            source=draft.source,
            cue=draft.cue,
            content=draft.content,
            kind=draft.kind,
            within=within,
            rules=draft.rules,
        )
    return tuple(sorted(found.values(), key=lambda a: (a.content[0], a.cue, a.source)))


def _omissions(document: Document, made: Sequence[Made]) -> list[Omission]:
    """Gives one omission for each quotation whose speaker could not be found."""
    return [
        Omission(
            stage="claims",
            subject=f"{document.article.id}:{draft.content[0].start}:{draft.content[-1].end}",
            reason="quotation without a speaker",
            detail="nobody is named in the sentence or announced just before it; add the speaker by review",
        )
        for draft, speaker, _ in made
        if draft.floating and speaker is None and draft.kind != "headline"
    ]
