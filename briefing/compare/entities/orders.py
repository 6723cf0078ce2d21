"""The person's word on entities: what is one, what is not, and what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import cast, get_args

from briefing.compare.entities.evidence import Candidate
from briefing.compare.entities.local import Local
from briefing.compare.names.folding import key
from briefing.model import Article, Correction, EntityType, Mention, StoryEntity, Suggestion

Key = tuple[str, ...]


class Orders:
    """Corrections of the kinds merge, split, rename and retype; of two on the same names the later holds.

    Entities are meant by name form, whatever their spelling of capitals and marks.
    """

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._joined: dict[frozenset[Key], Correction] = {}
        self._divided: dict[frozenset[Key], Correction] = {}
        self._names: dict[Key, str] = {}
        self._types: dict[Key, EntityType] = {}
        for correction in sorted(corrections, key=lambda c: (c.created, c.id)):
            self._take(correction)

    def _take(self, correction: Correction) -> None:
        subject = key(correction.subject)
        pair = frozenset((subject, key(correction.value)))
        if correction.kind == "merge":
            self._divided.pop(pair, None)
            self._joined[pair] = correction
        elif correction.kind == "split":
            self._joined.pop(pair, None)
            self._divided[pair] = correction
        elif correction.kind == "rename":
            self._names[subject] = correction.value
        elif correction.kind == "retype" and correction.value in get_args(EntityType):
            self._types[subject] = cast(EntityType, correction.value)

    def divided(self, articles: Sequence[Article], found: Sequence[Local]) -> list[Local]:
        """Locals without any that holds two forms which the person told apart: such a one becomes two."""
        texts = {article.id: article.text for article in articles}
        pending = list(found)
        for pair, correction in self._divided.items():
            if len(pair) == 2:
                one = key(correction.subject)
                pending = [
                    part
                    for local in pending
                    for part in (_divide(local, one, texts[local.article]) if self._holds(local, pair) else [local])
                ]
        return pending

    @property
    def merges(self) -> tuple[frozenset[Key], ...]:
        """Sets of forms that the person made one."""
        return tuple(self._joined)

    def apart(self, a: Candidate, b: Candidate) -> bool:
        """True where the person told two candidates apart."""
        return any(
            (x in a.spelled and y in b.spelled) or (y in a.spelled and x in b.spelled)
            for pair in self._divided
            if len(pair) == 2
            for x, y in [tuple(sorted(pair))]
        )

    def name_of(self, candidate: Candidate) -> str | None:
        """The name that the person gave it."""
        return next((name for form, name in self._names.items() if form in candidate.spelled), None)

    def type_of(self, candidate: Candidate) -> EntityType | None:
        """The type that the person gave it."""
        return next((type_ for form, type_ in self._types.items() if form in candidate.spelled), None)

    def decided(self, suggestion: Suggestion, entities: Sequence[StoryEntity]) -> bool:
        """True where the person already told the two entities of a suggestion apart."""
        forms = {e.id: {key(form) for _, form, _ in e.forms} for e in entities if e.id in (suggestion.a, suggestion.b)}
        one, other = forms[suggestion.a], forms[suggestion.b]
        return any(pair & one and pair & other and pair <= one | other for pair in self._divided if len(pair) == 2)

    def _holds(self, local: Local, pair: frozenset[Key]) -> bool:
        return pair <= {key(form) for form in local.forms}


def _divide(local: Local, form: Key, text: str) -> list[Local]:
    """A local as two: mentions by ``form`` with the pronouns that follow them, and the others."""
    ours: list[Mention] = []
    others: list[Mention] = []
    last = others
    for mention in sorted(local.mentions, key=lambda m: m.start):
        if mention.form in ("name", "short", "acronym"):
            last = ours if key(text[mention.start : mention.end]) == form else others
        last.append(mention)
    parts = []
    for mentions, wanted in ((ours, True), (others, False)):
        forms = Counter({name: count for name, count in local.forms.items() if (key(name) == form) is wanted})
        if mentions and forms:
            parts.append(replace(local, mentions=tuple(mentions), forms=forms))
    return parts if len(parts) == 2 else [local]
