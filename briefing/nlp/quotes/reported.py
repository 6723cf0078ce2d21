"""Who said what in reported speech: each cue verb by the first rule whose frame it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.symbols import VERB
from spacy.tokens import Token

from briefing.nlp.quotes.as_clauses import as_clause, follows_from, quoted_as_saying
from briefing.nlp.quotes.clauses import after_cue, around_cue, before_cue
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import beside, passive
from briefing.nlp.quotes.lexicon import frames_of, lemma, words
from briefing.nlp.quotes.passives import of_passive
from briefing.nlp.quotes.phrases import (
    ESTIMATING,
    addressed,
    charge,
    estimate,
    infinitive,
    named,
    not_excluded,
    object_phrase,
    prepositional,
)
from briefing.nlp.quotes.reading import Reading

_RULES = (
    follows_from,
    after_cue,
    before_cue,
    quoted_as_saying,
    around_cue,
    as_clause,
    not_excluded,
    infinitive,
    addressed,
    named,
    charge,
    estimate,
    prepositional,
    object_phrase,
)


_BESIDE = ESTIMATING | words("sources", "following") | {"draw"}
"""Verbs that attribute in one build only: "put the damage at", "would not be drawn on"."""
_UNSAID = words("refusals", "unsaid")
_NOBODY = frozenset(["nobody", "none", "noone", "nothing"])


def reported_speech(reading: Reading) -> Iterator[Draft]:
    """The attributions by verbs outside quotation marks, in order of the verbs."""
    for verb in reading.doc:
        frames = frames_of(verb)
        if (
            not (frames or (verb.pos == VERB and lemma(verb) in _BESIDE))
            or reading.quoted(verb)
            or verb.dep_ in ("amod", "compound", "aux")
        ):
            continue
        if not reading.readable(verb) or _only_supposed(verb):
            continue
        draft = of_passive(reading, verb, frames) if passive(verb) else _of_active(reading, verb, frames)
        if draft is not None:
            yield draft


def _only_supposed(verb: Token) -> bool:
    """True in "if he says that S", "it is not clear who said that S" and "Asked whether S, he nodded"."""
    if verb.is_sent_start and verb.lower_ == "asked":
        told = any(child.dep_ in ("agent", "prep", "xcomp") for child in verb.rights)
        return not told or any(child.lower_ in ("if", "whether") for child in verb.doc[verb.i + 1 : verb.i + 2])
    return any(
        (child.dep_ == "mark" and child.lower_ in ("if", "unless"))
        or (child.dep_ == "nsubj" and child.tag_ == "WP" and verb.dep_ == "ccomp")
        for child in verb.lefts
    )


def _of_the_paper(subject: Token | None) -> bool:
    return subject is not None and subject.lower_ == "we"


def _none_of(subject: Token) -> bool:
    """True for "neither side", "no official"."""
    return any(c.lower_ in ("neither", "no", "not") for c in subject.lefts)


def _asked_of_another(verb: Token) -> bool:
    """True in "urged collectors to report any offer": who is asked to say it has not said it."""
    if verb.dep_ != "xcomp" or "addressed" not in frames_of(verb.head) or verb.tag_ != "VB":
        return False
    return any(c.dep_ in ("dobj", "dative") and c.i < verb.i for c in verb.head.rights)


def _of_active(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    if _asked_of_another(verb):
        return None
    for rule in _RULES:
        draft = rule(reading, verb, frames)
        if draft is not None:
            draft.subject = draft.subject or beside(verb)
            unsaid = verb.tag_ in ("VB", "VBP") if draft.subject is None else draft.subject.lower_ in _NOBODY
            unsaid = unsaid or (draft.subject is not None and _none_of(draft.subject))
            unsaid = unsaid or (_of_the_paper(draft.subject) and lemma(verb) in words("passives", "reminding"))
            unsaid = unsaid or (lemma(verb) in _UNSAID and any(c.dep_ == "neg" for c in verb.lefts))
            return None if unsaid else draft
    return None
