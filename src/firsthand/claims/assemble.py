"""Document and annotations → claims: statements found, speakers resolved, chains built, status decided, figures given their claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.claims.content import overlap
from firsthand.claims.denials import link_denials
from firsthand.claims.details import figures_of, places_of, times_of
from firsthand.claims.draft import Draft, Link
from firsthand.claims.floating import add_quotations
from firsthand.claims.hops import chain_of
from firsthand.claims.identified import body_before, identified, is_office, one_before
from firsthand.claims.lexicon import UNNAMED
from firsthand.claims.relays import as_link, find_links
from firsthand.claims.restated import with_restated
from firsthand.claims.speakers import resolve
from firsthand.claims.standing import status_of
from firsthand.claims.statements import find_statements
from firsthand.claims.uncovered import add_uncovered
from firsthand.claims.view import View
from firsthand.claims.voice import add_voice
from firsthand.records import Annotations, Attribution, Claim, Document, Omission, Speaker, derive

Made = tuple[Draft, Speaker | None, tuple[Link, ...]]


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
    made = identified(view, _spoken(view, drafts))
    made = with_restated(view, made, notes.quantities, [status_of(view, m[0], notes.status_cues)[0] for m in made])
    made = _headlines(view, made)
    claims = _claims(view, made, notes)
    denied = link_denials(view, claims)
    claims = [replace(c, denies=denied.get(c.id)) for c in claims]
    return tuple(claims), _attributions(view, made, claims, notes), tuple(_omissions(document, made))


# --- who speaks, through whom ---------------------------------------------------------------------------------------


def _spoken(view: View, drafts: Sequence[Draft]) -> list[Made]:
    """Gives each draft with its speaker and links; a floating or carried one takes those of the turn it belongs to."""
    made: list[Made] = []
    for draft in drafts:
        if draft.source and not draft.inner:
            speaker = _of_those_before(view, draft, made) or resolve(view, draft.source)
            made.append((draft, speaker, draft.links or _continued(view, draft, speaker, made)))
        elif draft.inner:
            outer = next(
                (
                    m
                    for m in reversed(made)
                    if m[0].line <= draft.line and overlap(view, draft.content, m[0].content) > 0.9
                ),
                None,
            )
            made.append((draft, _inner_speaker(view, draft, outer), _through(view, outer) if outer else ()))
        elif draft.floating:
            made.append(_floated(view, draft, made))
        elif draft.carried:
            turn = next((m for m in reversed(made) if m[0].attributed), None)
            made.append((draft, turn[1] if turn else None, turn[2] if turn else ()))
        else:
            made.append((draft, None, ()))
    return made


def _of_those_before(view: View, draft: Draft, made: Sequence[Made]) -> Speaker | None:
    """Gives the speakers just before for "both", "neither" and "they", and one of them for "one of them"."""
    words = draft.source[0].of(view.text).lower()
    turn = made[-1][1] if made and made[-1][0].line == draft.line else None
    if words in ("he", "she") and turn is not None and turn.kind == "unnamed" and is_office(turn):
        return replace(turn, spans=draft.source, why=(f"{words}: who speaks in the same sentence",))
    if words in ("it", "he", "she") or words.startswith("the "):
        unresolved = resolve(view, draft.source)
        if (
            unresolved.candidates
            or unresolved.kind in ("person", "state", "outlet")
            or (unresolved.entity and unresolved.kind == "unnamed")
        ):
            return None
        if unresolved.kind == "unnamed":
            return body_before(view, draft, made) or one_before(view, draft, made)
        return None
    last = next((m for m in reversed(made) if m[1] is not None), None)
    before = last[1] if last is not None else None
    if before is None or last is None:
        return None
    if (
        words == "they"
        and draft.line - last[0].line <= 1
        and _is_plural(before)
        and resolve(view, draft.source).kind == "unnamed"
    ):
        return replace(before, spans=draft.source, why=("they: who speaks in the sentence before",))
    if words in ("both", "neither", "they", "the two", "the pair") and "; " in before.name:
        return replace(before, spans=draft.source, why=(f"{words}: the speakers before",))
    if words in ("one of them", "one", "another", "a second") and before.kind == "unnamed":
        head, rest = before.name.split(" (", 1)
        head = re.sub(r"^(?:two|three|four|five|several|some|many|\d+) ", "", head)
        return replace(
            before,
            name=f"{head.removesuffix('s')} ({rest}",
            number="one",
            spans=draft.source,
            why=("one of the speakers before",),
        )
    return None


def _is_plural(speaker: Speaker) -> bool:
    """Says whether several without a name speak: "two port officials"."""
    return speaker.kind == "unnamed" and speaker.name.split(" (")[0].endswith("s") and not is_office(speaker)


def _continued(view: View, draft: Draft, speaker: Speaker, made: Sequence[Made]) -> tuple[Link, ...]:
    """Gives the links of the statement just before, when the same speaker goes on and no new venue is named."""
    before = next((m for m in reversed(made) if m[0].attributed and m[0].kind != "headline"), None)
    if before is None or before[1] is None or before[1].name != speaker.name or not before[2]:
        return ()
    return before[2] if draft.line - before[0].line <= 2 and before[2][0].kind == "tells" else ()


def _floated(view: View, draft: Draft, made: Sequence[Made]) -> Made:
    """Gives a floating quotation with the speaker that the sentence before it announces, and the outlet he gave it to."""
    line = view.lines[max(draft.line - 1, 0)]
    announced = [m for m in view.mentions_in(line.span) if m.kind in ("person", "role") and m.entity]
    links = tuple(as_link(line, f) for f in find_links(view, line, [(0, len(line.tokens))])) if draft.line else ()
    before = next((m for m in reversed(made) if m[0].attributed and m[1] is not None), None)
    if announced and draft.line and (before is None or before[0].line < line.index):
        return draft, resolve(view, (announced[0].span,)), links
    if before is not None and draft.line - before[0].line <= 2:
        return draft, before[1], before[2]
    return draft, None, ()


def _inner_speaker(view: View, draft: Draft, outer: Made | None) -> Speaker:
    """Gives the speaker inside a quotation: "my commander" is the quoted speaker's own."""
    speaker = resolve(view, draft.source)
    words = draft.source[0].of(view.text)
    if outer and outer[1] and re.match(r"(?:my|our)\b", words, re.I):
        thing = words.split(None, 1)[-1]
        return replace(
            speaker,
            name=f"{thing} of {outer[1].name} (unnamed)",
            kind="unnamed",
            entity=None,
            why=("the quoted speaker's own",),
        )
    if outer and outer[1] and speaker.name == outer[1].name and words.lower() in ("he", "she", "they"):
        return replace(
            speaker, name=f"{words.lower()} (unnamed)", kind="unnamed", entity=None, why=("not the quoted speaker",)
        )
    return speaker


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


def _headlines(view: View, made: list[Made]) -> list[Made]:
    """Gives headline statements the speaker who speaks in the body, where the headline names only a role, a capital or "sources"."""
    return [_headline(view, m, made) if m[0].kind == "headline" else m for m in made]


def _headline(view: View, item: Made, made: Sequence[Made]) -> Made:
    draft, speaker, links = item
    if "figure restated" in draft.rules:
        return item
    body = [m for m in made if m[0].kind not in ("headline", "scare quote") and m[0].attributed and m[1] is not None]
    if speaker is None:
        text = " ".join(s.of(view.text) for s in draft.content).strip("‘’'\" ").lower()
        quoted = [m for m in body if len(text) > 8 and text in " ".join(s.of(view.text) for s in m[0].content).lower()]
        return (replace(draft, floating=True), quoted[0][1], quoted[0][2]) if quoted else item
    if body and speaker.kind in ("unnamed", "state", "document", "body") and _stands_for(draft, speaker, body[0]):
        return (
            draft,
            replace(body[0][1] or speaker, spans=draft.source, why=("headline: whoever speaks in the text",)),
            links or body[0][2],
        )
    return item


def _stands_for(draft: Draft, speaker: Speaker, body: Made) -> bool:
    first = body[1]
    if first is None or body[0].line > draft.line + 2:
        return False
    role = speaker.name.split(" (")[0].lower().split()[-1]
    return speaker.kind in ("unnamed", "document", "state") or role in UNNAMED or role in first.name.lower()


# --- from drafts to records -----------------------------------------------------------------------------------------


def _claims(view: View, made: Sequence[Made], notes: Annotations) -> list[Claim]:
    drafts = [m[0] for m in made]
    figures = figures_of(view, drafts, notes.quantities)
    claims: dict[str, Claim] = {}
    for (draft, speaker, links), quantities in zip(made, figures, strict=True):
        status, rule = status_of(view, draft, notes.status_cues)
        article = view.document.article.id
        key = derive(
            "c",
            article,
            *(p for s in (*draft.content, *draft.cue) for p in (s.start, s.end)),
            "inner" if draft.inner else "",
        )
        claims[key] = Claim(
            id=key, article=article, content=draft.content, kind=draft.kind, hops=chain_of(view, draft, speaker, links), status=status,  # type: ignore[arg-type]
            source=draft.source, cue=draft.cue, speaker=speaker, quantities=quantities, times=times_of(view, draft, notes.timexes),
            places=places_of(draft, notes.places), attribution=_attribution_id(view, draft), status_rule=rule, rules=draft.rules,
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
