"""The repository's invented stories: quotations, times, quantities, and the status of what is stated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Quote
from briefing.nlp.pipeline import docs
from tests.bench.accuracy import gold, sets
from tests.bench.accuracy.gold import Annotated, StoryGold

UNNAMED = "unnamed"
_EMPTY = frozenset(["a", "an", "the", "of", "unnamed", "in", "at", "for", "and", "who", "to"])


def rows(nlp: Language, folder: Path, called: str) -> list[sets.Row]:
    """The figures of the stories below ``folder``, and what they are called."""
    told = list(gold.stories(folder))
    against = f"{len(told)} articles of {called}"
    right, stated = 0, 0
    for (doc, _), each in zip(docs(nlp, [story.article for story in told]), told, strict=True):
        right += sum(_has(doc, place.start, place.end, status) for place, status in each.statuses)
        stated += len(each.statuses)
    found = {
        **_scores(nlp, told, "briefing_times", "times"),
        **_scores(nlp, told, "briefing_quantities", "quantities"),
        **_quotes(nlp, told),
    }
    shown = {
        "quotations": "quotes_found_f",
        "quotations with the right speaker": "quotes_speaker_f",
        "times: share with the right TIMEX3 value": "times_value_r",
        "quantities: value": "quantities_value_f",
    }
    return [
        *((what, f"{found[name]:.3f}", against) for what, name in shown.items()),
        ("status, share right", f"{right / stated:.3f}", f"{stated} clauses of {called}"),
    ]


def _scores(nlp: Language, told: list[StoryGold], component: str, field: str) -> dict[str, float]:
    items = [Annotated(each.article, getattr(each, field)) for each in told]
    scores: dict[str, float] = nlp.get_pipe(component).score(sets.examples(nlp, items, field))  # type: ignore[attr-defined]
    return scores


def _quotes(nlp: Language, told: list[StoryGold]) -> dict[str, float]:
    """Quotations, where any form of a speaker's name will do, and any word of a description."""
    items = [Annotated(each.article, tuple(_anonymous(quote) for quote in each.quotes)) for each in told]
    made = sets.examples(nlp, items, "quotes")
    for example, each in zip(made, told, strict=True):
        unnamed = {word for quote in each.quotes if _is_unnamed(quote) for word in _words(quote.speaker)} - _EMPTY
        named = (_by_gold(quote, each.forms, unnamed) for quote in example.predicted._.quotes)
        example.predicted._.quotes = tuple(named)
    scores: dict[str, float] = nlp.get_pipe("briefing_quotes").score(made)  # type: ignore[attr-defined]
    return scores


def _is_unnamed(quote: Quote) -> bool:
    return (quote.speaker or "").startswith(UNNAMED)


def _anonymous(quote: Quote) -> Quote:
    return msgspec.structs.replace(quote, speaker=UNNAMED) if _is_unnamed(quote) else quote


def _by_gold(quote: Quote, forms: Mapping[str, tuple[str, ...]], unnamed: set[str]) -> Quote:
    """The quotation under the name that the gold gives its speaker."""
    said, last = quote.speaker or "", _words(quote.speaker)[-1:]
    exact = [name for name, known in forms.items() if said in (name, *known)]
    loose = [name for name, known in forms.items() if last and last in [_words(each)[-1:] for each in (name, *known)]]
    if not exact and (not said or unnamed & set(_words(said))):
        return msgspec.structs.replace(quote, speaker=UNNAMED)
    return msgspec.structs.replace(quote, speaker=next(iter(exact + loose), said))


def _words(name: str | None) -> list[str]:
    return re.findall(r"\w+", (name or "").lower())


def _has(doc: Doc, start: int, end: int, status: str) -> bool:
    """Whether a fact with this status has its predicate inside the stretch."""
    inside = (fact for fact in doc._.facts if start <= fact.predicate.start and fact.predicate.end <= end)
    return any(fact.status == status for fact in inside)
