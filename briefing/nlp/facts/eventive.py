"""Which nouns tell of an event: by a list, by their ending, or by where they stand in the sentence."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.verbs import verb_lemma, verb_part

_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_NO_EVENTS = frozenset({"PERSON", "GPE", "NORP", "DATE"})
_LONGEST_NUMERAL = 3
_DURING = frozenset({"during", "after", "before", "since", "until", "following", "amid", "pending", "despite"})
_OPPOSED = frozenset({"against", "between"})
_LEAST_GERUND = 6


def event_noun(token: Token, words: Lexicon) -> str | None:
    """The rule by which a noun is an event, or None where it is none."""
    if token.dep_ in _MODIFIERS:
        return None
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN":
        if token.ent_type_ in _NO_EVENTS:
            return None
        acronym = token.ent_type_ == "EVENT" and token.text.isupper() and len(token.text) > _LONGEST_NUMERAL
        return "named-event" if lemma in words.named or acronym else None
    if lemma in words.prepositional_nouns and token.i > 0 and token.nbor(-1).lower_ == "in":
        return None
    if token.dep_ == "dobj" and f"{token.head.lemma_.lower()} {token.lower_}" in words.idioms:
        return "event-noun" if lemma in words.nouns and token.head.lemma_.lower() in words.light else None
    if lemma in words.nouns:
        return "event-noun"
    if words.noun_class(lemma):
        return "derived-noun"
    if lemma in words.sometimes:
        return "noun-in-event-position" if _shown(token, words) else None
    return "gerund-noun" if _is_gerund(token, lemma, words) else None


def _shown(noun: Token, words: Lexicon) -> bool:
    """Whether what stands around a noun shows that it happens: "made a call", "after the show", "the hit by rebels"."""
    governor = noun.head
    if noun.dep_ == "pobj":
        if governor.lower_ in _DURING:
            return True
    elif noun.dep_ in {"dobj", "nsubjpass", "nsubj"} and governor.pos_ == "VERB":
        lemma = verb_lemma(governor, verb_part(governor, words), words)
        if lemma in words.bounding:
            return True
        if noun.dep_ != "nsubj" and (lemma in words.light or lemma in words.light_undergone):
            return True
    return _has_parties(noun)


def _has_parties(noun: Token) -> bool:
    """Whether a noun has a doer after "by", an opponent, or both possessor and "of" phrase."""
    after = {child.lower_ for child in noun.rights if child.dep_ in {"prep", "agent"}}
    if "by" in after or after & _OPPOSED:
        return True
    return "of" in after and any(child.dep_ == "poss" for child in noun.lefts)


def _is_gerund(noun: Token, lemma: str, words: Lexicon) -> bool:
    """A noun in "-ing" with what is done after "of": "the widening of the canal"."""
    if not lemma.endswith("ing") or len(lemma) < _LEAST_GERUND or lemma in words.not_gerunds:
        return False
    return any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.rights)
