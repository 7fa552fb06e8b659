"""Speakers known from the sentences around: a role whose name comes next, a figure that somebody "gave", the reporter on the scene."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from firsthand.claims.draft import Draft, Link, Made
from firsthand.claims.lexicon import words
from firsthand.claims.speakers import resolve
from firsthand.claims.stretches import phrase_end, segments, subject_before
from firsthand.claims.view import Line, View
from firsthand.records import Span, Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold
from firsthand.text.person_nouns import is_person_noun

_COUNT = words("figure number tally count toll total estimate")
_GAVE = words("give release announce provide issue disclose keep compile make publish share quote cite offer")
_I_SAW = re.compile(
    r"(?<![\w“\"'’])(?:I|[Tt]his (?:reporter|correspondent|journalist)|[Yy]our correspondent)(?: (?:myself|personally|have|had|also))* "
    r"(?:counted|saw|watched|tallied|noted|logged|recorded|photographed|seen)\b"
)
_STAFF = re.compile(
    r"\b(?:staff|desk|editors?|editorial|newsroom|team|wire|agenc(?:y|ies)|reports?|correspondents)\b|[/\d]", re.I
)
_OFFICE = words(
    """minister governor mayor chief boss director head manager chairman chairwoman chair president premier secretary commissioner
    superintendent commander captain lawmaker senator lawyer prosecutor matron surgeon coroner owner founder leader official officer
    spokesman spokeswoman spokesperson executive doctor master harbourmaster harbormaster keeper warden"""
)
_SOLE = words(
    """executive minister governor mayor chief boss director head manager chairman chairwoman chair president premier commissioner superintendent matron
    owner founder harbourmaster harbormaster"""
)
_KIN = words("wife husband mother father son daughter brother sister widow widower")
_RUNS = words("run head lead chair direct manage command own found oversee sit serve")
_REACH = 3  # sentences after a role in which the name may come


def identified(view: View, made: Sequence[Made]) -> list[Made]:
    """Gives the statements with the speakers that the sentences around them name."""
    found = [_told_me(view, _on_the_scene(view, m)) for m in made]
    found = _read_from(view, _figure_given(view, found))
    return _named_next(view, found)


# --- the reporter on the scene --------------------------------------------------------------------------------------


def _on_the_scene(view: View, item: Made) -> Made:
    """ "I counted 15 boats" over one reporter's name: he is the one who counted."""
    draft, speaker, links = item
    byline = (view.document.article.byline or "").split(",")[0].strip()
    byline = re.sub(r"^[Bb]y\s+|\s+in\s+[A-Z]\w+$", "", byline)
    if (
        speaker is not None
        or draft.kind != "unattributed"
        or not re.fullmatch(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}", byline)
    ):
        return item
    if " and " in byline or _STAFF.search(byline):
        return item
    saw = next(
        (m for s in draft.content if (m := _I_SAW.search(view.text, s.start, s.end)) and not view.is_quoted(m.start())),
        None,
    )
    if saw is None:
        return item
    who = Speaker(
        name=byline,
        kind="person",
        entity=fold(byline),
        spans=(Span(saw.start(), saw.end()),),
        why=("the reporter on the scene", "byline"),
    )
    return replace(draft, rules=(*draft.rules, "reporter on the scene")), who, links


# --- "X gave the figure" --------------------------------------------------------------------------------------------


def _figure_given(view: View, made: Sequence[Made]) -> list[Made]:
    """ "Forty died. The port gave the number on Monday": the figure of the sentence before is the port's."""
    found = list(made)
    for line in view.lines:
        source = _giver_of_figure(view, line)
        if source is None:
            continue
        attributed = any(m[0].line == line.index - 1 and m[1] is not None and _has_number(view, m[0]) for m in found)
        for at, (draft, speaker, links) in enumerate(found):
            in_reach = speaker is not None or not attributed
            before = draft.line == line.index - 1 and draft.kind != "headline" and in_reach
            if not before or not _has_number(view, draft) or not (speaker is None or speaker.kind == "unnamed"):
                continue
            who = resolve(view, (source,))
            if who.kind == "unnamed" or who.candidates:
                continue
            hands = links or _employer(view, line, source)
            found[at] = (
                replace(draft, rules=(*draft.rules, "gave the figure")),
                replace(who, why=(*who.why, "gave the figure, says the next sentence")),
                hands,
            )
    return found


def _giver_of_figure(view: View, line: Line) -> Span | None:
    for i in range(1, len(line.tokens)):
        if line.quoted[i] or line.lemma(i) not in _GAVE or not line.tag(i).startswith("VB"):
            continue
        if line.lemma(i - 1) == "be" and line.word(i + 1) == "by":
            subject = range(max(0, i - 5), i - 1)
            if line.word(0) in ("the", "that", "this") and any(line.lemma(k) in _COUNT for k in subject):
                end = phrase_end(line, segments(line), i + 2)
                return line.span_of(i + 2, end) if end > i + 2 else None
        elif (
            line.word(i + 1) in ("the", "that", "this")
            and line.lemma(i + 2) in _COUNT
            and line.word(i + 3) not in ("of", "as")
        ):
            subject_ = subject_before(line, segments(line), i)
            return line.span_of(*subject_) if subject_ else None
    return None


def _employer(view: View, line: Line, source: Span) -> tuple[Link, ...]:
    """Gives the outlet before "reporter NAME": "Bay Courier reporter Ada Lund" counts for the Bay Courier."""
    first = line.token_at(source.start)
    role = next(
        (
            k
            for k in range(first, line.token_at(source.end))
            if line.lemma(k) in ("reporter", "correspondent", "journalist")
        ),
        None,
    )
    if role is None or role == first or not line.tag(role - 1).startswith("NNP"):
        return ()
    party = line.span_of(first + (line.tag(first) == "DT"), role)
    return (Link(party=party, kind="relays", words=(party,), rule="reporter of"),)


_READ_FROM = re.compile(r"\b(?:reading|quoting|citing|repeating|reading out)(?: out)?(?: from)? (?=(?:the |a )?[A-Z])")


def _read_from(view: View, made: Sequence[Made]) -> list[Made]:
    """ "The mayor said 12. He was reading from the port's list": the figure is the port's, passed on by the mayor."""
    found = list(made)
    for line in view.lines:
        match = _READ_FROM.search(view.text, line.span.start, line.span.end)
        if match is None or view.is_quoted(match.start()):
            continue
        at = line.token_at(match.end())
        owner = next((k for k in range(at, min(at + 8, len(line.tokens))) if line.tag(k) == "POS"), None)
        if owner is None or line.lemma(owner + 1) not in _COUNT | {"list", "data", "record"}:
            continue
        for k, (draft, speaker, links) in enumerate(found):
            if draft.line == line.index - 1 and speaker is not None and draft.source and _has_number(view, draft):
                source = line.span_of(at, owner)
                link = Link(
                    party=draft.source[0], kind="relays", words=(*draft.source, *draft.cue), rule="read from a list"
                )
                who = resolve(view, (source,))
                found[k] = (
                    replace(draft, rules=(*draft.rules, "read from a list")),
                    replace(who, why=(*who.why, "whose list was read from")),
                    (link, *links),
                )
    return found


_INFORMS = re.compile(
    r"(?P<who>(?:[Tt]he |[Mm]y |[Oo]ur )?[\w ’'-]{3,40}?) (?:informs|informed|tells|told|has informed|has told) (?:me|us)\b"
)


def _told_me(view: View, item: Made) -> Made:
    """ "The mayor told reporters: "the port tells me of 12 dead"": the port's words through the mayor."""
    draft, speaker, links = item
    if draft.kind not in ("direct", "mixed") or speaker is None or not draft.source:
        return item
    match = _INFORMS.match(view.text, draft.content[0].start, draft.content[0].end)
    if match is None or match["who"].split()[0].lower() in (
        "he",
        "she",
        "they",
        "it",
        "you",
        "who",
        "what",
        "nobody",
        "no one",
    ):
        return item
    who = resolve(view, (Span(match.start("who"), match.end("who")),))
    link = Link(party=draft.source[0], kind="relays", words=(*draft.source, *draft.cue), rule="told the outer speaker")
    return (
        replace(draft, rules=(*draft.rules, "told the outer speaker")),
        replace(who, why=(*who.why, "told the one who speaks")),
        (link, *links),
    )


def _has_number(view: View, draft: Draft) -> bool:
    return any(
        t.tag == "CD" and t.lemma != "one"
        for t in view.lines[draft.line].tokens
        if any(s.contains(t.span) for s in draft.content)
    )


# --- the name comes next --------------------------------------------------------------------------------------------


def _named_next(view: View, made: Sequence[Made]) -> list[Made]:
    """Gives a role that speaks before its holder is named ("The head of the clinic said …"; then "…," Ada Lund said) that name.

    A reporter introduces everybody; a bare new name right after a role is its holder. With an office of its own it is somebody else's.
    """
    named: dict[str, Speaker] = {}
    found: list[Made] = []
    for at, (draft, speaker, links) in enumerate(made):
        if speaker is not None and is_office(speaker) and draft.kind != "headline":
            holder = (
                named.get(speaker.name)
                or _same_head(named, speaker)
                or _holder(view, draft, speaker, islice(made, at + 1, None))
            )
            if holder is not None:
                named[speaker.name] = holder
                links = links or next((o[2] for o in made if o[1] is not None and o[1].name == holder.name), ())
                why = (*holder.why, f"{speaker.name.split(' (')[0]}: named in the next sentences")
                speaker = replace(holder, spans=speaker.spans, role=speaker.role, why=why)
        found.append((draft, speaker, links))
    return found


def is_office(speaker: Speaker) -> bool:
    """Says whether a speaker is one holder of an office without a name ("the matron (unnamed)")."""
    if speaker.name in ("he (unnamed)", "she (unnamed)"):
        return True  # "A driver survived on radiator water, he said": his name comes next
    office = _office(speaker)
    return speaker.kind == "unnamed" and (office in _OFFICE | _KIN or is_person_noun(office)) and not speaker.number


def _office(speaker: Speaker) -> str:
    """Gives the office's noun: "director" of "director of the port (unnamed)"; "one" of several stays what it is."""
    words_ = speaker.name.split(" (")[0].split(" of ")[0].split()
    if speaker.name.startswith("one of"):
        words_ = re.sub(
            r"s\b", "", speaker.name.removeprefix("one of ").removeprefix("the ").split(" (")[0].split(" present")[0]
        ).split()
    return words_[-1].lower() if words_ else ""


_HEADS = words("chief boss director head manager")


def _same_head(named: dict[str, Speaker], speaker: Speaker) -> Speaker | None:
    """Gives the holder of the one office found so far, for "the clinic chief" after "the boss of the clinic"."""
    heads = {name: who for name, who in named.items() if _office(replace(speaker, name=name)) in _HEADS}
    return next(iter(heads.values())) if len(heads) == 1 and _office(speaker) in _HEADS else None


def _holder(view: View, draft: Draft, role: Speaker, later: Iterable[Made]) -> Speaker | None:
    """Gives the person first named in the next few sentences without an office of its own, as the speaker of the next statement."""
    for other, speaker, _ in later:
        if other.line > draft.line + _REACH:
            return None
        if speaker is None or speaker.kind != "person" or not other.source:
            if (
                speaker is not None
                and speaker.kind == "unnamed"
                and speaker.name != role.name
                and other.line > draft.line
            ):
                return None
            continue
        introduced = _introduces(other.source[0].of(view.text), speaker, role)
        return speaker if introduced or _is_bare_and_new(view, other.source[0], speaker, role) else None
    return None


def _introduces(words_: str, speaker: Speaker, role: Speaker) -> bool:
    """Says whether a later source gives the same office with the name: "The director, Ada Lund" after "its managing director"."""
    match = re.fullmatch(
        rf"(?P<before>.*?)\b{re.escape(_office(role))},? {re.escape(speaker.name)}.*", words_, re.I | re.S
    )
    own = {w.lower() for w in re.findall(r"\w+", role.name)} | {"the", "its", "his", "her", "their", "a", "an"}
    return match is not None and {w.lower() for w in re.findall(r"\w+", match["before"])} <= own


def _first_new(view: View, speaker: Speaker, source: Span) -> bool:
    """Says whether nobody else was named between: the first person of the article who is named by given name and surname."""
    named = {
        m.name for m in view.document.mentions if m.kind == "person" and " " in m.text and m.span.end <= source.start
    }
    return not named - {speaker.name}


def _is_bare_and_new(view: View, source: Span, speaker: Speaker, role: Speaker) -> bool:
    text = view.text
    surname = speaker.name.split()[-1]
    if role.name in ("he (unnamed)", "she (unnamed)") and gender_of(speaker.name) not in (
        "",
        "m" if role.name.startswith("he") else "f",
    ):
        return False
    if (
        _office(role) in _KIN
        and surname in (role.body or "").replace("-", " ").split()
        and text[source.start : source.end].startswith(speaker.name)
    ):
        return True
    first = re.search(rf"\b{re.escape(surname)}\b", text)
    if first is None or not (source.start <= first.start() < source.end) or len(speaker.name.split()) < 2:
        return False
    if not text[source.start : source.end].startswith(speaker.name) or speaker.name.split()[0].lower() in _OFFICE | {
        "prime",
        "deputy",
        "vice",
    }:
        return False  # a title or an office before the name
    if re.search(r"[a-z] $", text[max(source.start - 2, 0) : source.start]) and re.search(
        r"\b(?:\w+(?:er|or|ist|man|woman|ant|ent)|clerk|nurse|judge|cook|guard|guide) $",
        text[max(source.start - 20, 0) : source.start],
    ):
        return False  # "resident | Ada Lund"
    after = text[first.end() : first.end() + 60]
    here = view.line_at(source.start)
    told = view.line_at(role.spans[0].start) if role.spans else None
    near = here is not None and told is not None and here.block == told.block
    aged = re.match(r", \d{2}\b", after) is not None
    spoke = re.match(r" (?:said|says|told|added|recalled|wrote|explained)\b|[.,]?[”\"]?$", after) is not None
    if (aged or (near and spoke)) and _first_new(view, speaker, source):
        return True  # whom a reporter names without saying who it is was introduced before
    if not after.startswith(","):
        return _office(role) in _SOLE or re.match(r"(?:chief|managing|head) ", role.name) is not None
    clause = re.match(r", who (?P<verb>\w+) (?P<rest>[^,.]*)", after)
    words_ = {w.rstrip("s").lower() for w in re.findall(r"\w+", " ".join(role.name.split()))} | {
        "committee",
        "parliament",
    }
    line = view.line_at(first.end())
    if clause is None or line is None:
        return _office(role) in _SOLE and re.match(r",[”\"]? (?:said|told|in|on)\b", after) is not None
    verb = line.token_at(first.end() + clause.start("verb"))
    return line.lemma(verb) in _RUNS and bool(
        words_ & {w.rstrip("s").lower() for w in re.findall(r"\w+", clause["rest"])}
    )
