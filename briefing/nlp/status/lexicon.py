"""The cues beside this package, read once."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from briefing.model import Status

Cues = dict[str, Status]
"""Lemma or written form -> the status it gives."""


class StatusLexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Cues by the place they stand in; each field is a table of ``cues.toml``, where its case is told."""

    auxiliaries: Cues
    adverbs: Cues
    determiners: Cues
    adjectives: Cues
    infinitives: Cues
    gerunds: Cues
    clauses: Cues
    infinitive_nouns: Cues
    clause_nouns: Cues
    objects: Cues
    prepositions: Cues
    nouns_of: Cues
    conditions: frozenset[str]
    conditions_with_modal: frozenset[str]
    condition_nouns: frozenset[str]
    condition_phrases: tuple[tuple[str, ...], ...]
    insisting: frozenset[str]
    reporting: frozenset[str]
    rejecting: frozenset[str]
    brushing: frozenset[str]
    certain: frozenset[str]
    taking_place: frozenset[str]
    scheduled: frozenset[str]
    guessing: frozenset[str]
    seeming: frozenset[str]
    shifting: frozenset[str]
    preventing: frozenset[str]
    accusing: frozenset[str]
    calling: frozenset[str]
    making: frozenset[str]
    lacking: frozenset[str]
    clearing: frozenset[str]
    denials: frozenset[str]
    adding: frozenset[str]
    sure: frozenset[str]
    baseless: frozenset[str]
    false: frozenset[str]
    aspects: frozenset[str]
    hearsay: frozenset[str]
    presupposing: frozenset[str]
    asking: frozenset[str]
    mandating: frozenset[str]
    proving: frozenset[str]
    suggesting: frozenset[str]
    almost: frozenset[str]
    multiplying: frozenset[str]
    occasions: frozenset[str]
    odds: frozenset[str]
    predicates: Cues
    calling_for_a_day: frozenset[str]
    promising: frozenset[str]
    granting: frozenset[str]
    pronouns: frozenset[str]
    untrue: frozenset[str]
    brinks: frozenset[str]
    times: frozenset[str]
    evidential: frozenset[str]
    scraping: frozenset[str]
    bare_verbs: frozenset[str]
    accounts: frozenset[str]
    assent: frozenset[str]
    telling: frozenset[str]
    describing: frozenset[str]
    versions: frozenset[str]
    scoffing: frozenset[str]
    labelling: frozenset[str]
    presuming: frozenset[str]
    weighing: frozenset[str]
    admitting: frozenset[str]
    wrongs: frozenset[str]


@functools.cache
def status_lexicon() -> StatusLexicon:
    """The lists of ``cues.toml``."""
    text = (resources.files("briefing.nlp.status") / "cues.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    conditions, cues = tables.pop("conditions"), tables.pop("cues")
    by_place = {
        name: {word.replace("_", " "): status for status, words in table.items() for word in words.split()}
        for name, table in tables.items()
    }
    listed = {
        "conditions": conditions["always"].split(),
        "conditions_with_modal": conditions["with_modal"].split(),
        "condition_nouns": conditions["nouns"].split(),
        "condition_phrases": [phrase.split() for phrase in conditions["phrases"]],
    }
    alone = {name: words.split() for name, words in cues.items()}
    return msgspec.convert({**by_place, **listed, **alone}, StatusLexicon)
