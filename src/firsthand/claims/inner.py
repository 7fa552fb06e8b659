"""Speakers inside a quotation: "my commander said …" in another one's words."""

from __future__ import annotations

import re
from dataclasses import replace

from firsthand.claims.asked import sort_of
from firsthand.claims.draft import Draft, Made
from firsthand.claims.speakers import resolve
from firsthand.claims.view import View
from firsthand.records import Mention, Speaker
from firsthand.text.given_names import gender_of
from firsthand.text.names import fold


def inner_speaker(view: View, draft: Draft, outer: Made | None) -> Speaker:
    """Gives the speaker inside another one's words: "my commander" is the quoted speaker's own, "he" is somebody else."""
    speaker = resolve(view, draft.source)
    who = outer[1] if outer else None
    words_ = draft.source[0].of(view.text)
    if who is None:
        return speaker
    if re.match(r"(?:my|our)\b", words_, re.I):
        thing = words_.split(None, 1)[-1]
        why = ("the quoted speaker's own",)
        return replace(speaker, name=f"{thing} of {who.name} (unnamed)", kind="unnamed", entity=None, why=why)
    if words_.lower() == "they" or (
        words_.lower() in ("he", "she") and (speaker.kind == "unnamed" or speaker.name == who.name)
    ):
        other = _other_person(view, draft, who) if words_.lower() != "they" else None
        nobody = replace(
            speaker, name=f"{words_.lower()} (unnamed)", kind="unnamed", entity=None, why=("not the quoted speaker",)
        )
        return replace(other, spans=draft.source) if other else nobody
    return speaker


def _other_person(view: View, draft: Draft, who: Speaker) -> Speaker | None:
    """Gives the one person named in the article who is not the one quoted, where there is exactly one whom the pronoun fits."""
    wanted = "m" if draft.source[0].of(view.text).lower() == "he" else "f"
    named: list[Mention] = [m for m in view.document.mentions if m.kind == "person" and m.entity]
    others = {
        m.name: m for m in named if m.name != who.name and gender_of(m.name) in ("", wanted) and m.text not in who.name
    }
    if len(others) != 1:
        return None
    mention = next(iter(others.values()))
    why = ("the one person named beside the quoted speaker",)
    return Speaker(name=mention.name, kind=sort_of(mention.kind), entity=mention.entry or fold(mention.name), why=why)
