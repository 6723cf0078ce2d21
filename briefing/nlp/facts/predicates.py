"""Which words predicate: verbs, event nouns, adjectives and nouns with a copula."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal

import msgspec
from spacy.tokens import Doc, Token

from briefing.nlp.columns import tokens_with
from briefing.nlp.facts.appositions import described
from briefing.nlp.facts.eventive import event_noun
from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.phrases import is_word
from briefing.nlp.facts.verbs import verb_lemma, verb_part

Kind = Literal["verb", "copula", "noun", "apposition", "attribution"]

COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear", "look", "prove"})
_LONGEST_PREFIX = 3
_GUIDING = frozenset(
    ["plan", "schedule", "custom", "tradition", "size", "age", "need", "taste", "rank", "type", "ability"]
)
"""What a thing is done by and nobody says: "according to plan"."""
_PREDICATING = frozenset({"VERB", "AUX", "NOUN", "PROPN"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_HALF_AUXILIARY = frozenset({"going", "used", "have", "had", "has"})


class Predication(msgspec.Struct, frozen=True, kw_only=True):
    """A word that predicates, before its arguments are found.

    Attributes:
        token: The verb, the copula, the event noun, the adjective, or "according".
        first, last: Indexes of the first and last token of the predicate's span.
        lemma: Lower case, with particle ("carry out") or adjective ("be profitable").
        name: Of what an apposition says it.
    """

    token: Token
    kind: Kind
    first: int
    last: int
    lemma: str
    rule: str
    name: Token | None = None


def predications(doc: Doc, words: Lexicon, without: Container[int]) -> Iterator[Predication]:
    """The predicating words of ``doc``, in order, but those at the indexes ``without``."""
    for token in tokens_with(doc, "POS", _PREDICATING):
        pos = token.pos_
        if token.i in without or not is_word(token):
            continue
        if pos in {"VERB", "AUX"}:
            if _is_copula(token, words):
                yield _copula(token, words)
            elif _predicates(token, words):
                yield _verb(token, words)
            elif _attributes(token):
                yield Predication(
                    token=token,
                    kind="attribution",
                    first=token.i,
                    last=token.i + 1,
                    lemma="accord",
                    rule="according-to",
                )
        else:
            if token.dep_ == "appos":
                pair = described(token, words)
                if pair is not None and pair[1].i not in without:
                    yield _apposition(*pair)
                    if pair[0] == token:
                        continue
            rule = event_noun(token, words)
            if rule:
                yield Predication(
                    token=token, kind="noun", first=token.i, last=token.i, lemma=token.lemma_.lower(), rule=rule
                )


def _apposition(description: Token, name: Token) -> Predication:
    """What a name is said to be: the noun with what is compounded to it ("chief executive officer")."""
    first = description
    while first.i > description.left_edge.i and first.nbor(-1).dep_ == "compound" and first.nbor(-1).pos_ != "PROPN":
        first = first.nbor(-1)
    lemma = " ".join(token.lower_ for token in description.doc[first.i : description.i + 1])
    return Predication(
        token=description,
        kind="apposition",
        first=first.i,
        last=description.i,
        lemma=lemma,
        rule="noun-in-apposition",
        name=name,
    )


def _predicates(token: Token, words: Lexicon) -> bool:
    """Whether a verb tells of an event, and is no auxiliary, preposition or mere modifier."""
    if token.dep_ in _AUXILIARY or token.tag_ == "MD" or _is_prefix(token):
        return False
    lemma = token.lemma_.lower()
    if token.dep_ == "prep":
        return lemma not in words.prepositional and any(child.dep_ in {"dobj", "agent"} for child in token.children)
    if token.lower_ in words.prepositional_forms and token.dep_ in {"advcl", "acl", "pcomp"}:
        return False
    if token.dep_ == "amod":
        told = any(child.dep_ == "advmod" and child.lower_.endswith("ly") for child in token.children)
        return token.lower_ in words.participles or told
    if token.dep_ in {"compound", "nmod", "punct", "case", "mark"}:
        return False
    return not _half_auxiliary(token)


def _attributes(token: Token) -> bool:
    """Whether a word opens "according to the police", which tells who says it as "the police say" does."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc):
        return False
    to = token.nbor(1)
    source = next((child for child in to.rights if child.dep_ == "pobj"), None)
    return to.lower_ == "to" and source is not None and source.lower_ not in _GUIDING


def _attribution(token: Token) -> Predication:
    rule = "according-to"
    return Predication(token=token, kind="attribution", first=token.i, last=token.i + 1, lemma="accord", rule=rule)


def _is_prefix(token: Token) -> bool:
    """Whether a token is the first part of a hyphenated verb: "re" of "re-established"."""
    if len(token) > _LONGEST_PREFIX or token.whitespace_ or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).text == "-" and not token.nbor(1).whitespace_


def _half_auxiliary(token: Token) -> bool:
    """Whether a verb only tells when or whether: "going to", "have to" before an infinitive."""
    if token.lower_ not in _HALF_AUXILIARY:
        return False
    infinitive = next((child for child in token.children if child.dep_ == "xcomp"), None)
    if infinitive is None or infinitive.i < token.i or not any(c.lower_ == "to" for c in infinitive.lefts):
        return False
    return not any(child.dep_ == "dobj" for child in token.children)


def _verb(token: Token, words: Lexicon) -> Predication:
    """A verb with its particle, adverb or object where that is a part of it: "carry out", "hit back", "take part"."""
    part = verb_part(token, words)
    last = part.i if part is not None and part.i == token.i + 1 else token.i
    return Predication(
        token=token, kind="verb", first=token.i, last=last, lemma=verb_lemma(token, part, words), rule="verb"
    )


def _is_copula(token: Token, words: Lexicon) -> bool:
    if token.dep_ in _AUXILIARY or token.tag_ == "MD":
        return False
    lemma = words.lemmas.get(token.lemma_, token.lemma_.lower())
    if lemma == "be":
        return True
    return lemma in COPULAS and any(child.dep_ in {"acomp", "attr"} for child in token.children)


def _copula(token: Token, words: Lexicon) -> Predication:
    """The copula with its adjective where that follows at once but for adverbs; else alone."""
    lemma, last, rule = words.lemmas.get(token.lemma_, token.lemma_.lower()), token.i, "copula"
    adjective = next((child for child in token.children if child.dep_ == "acomp" and child.i > token.i), None)
    if adjective is not None:
        lemma = f"{lemma} {adjective.lemma_.lower()}"
        rule = "copula-adjective"
        between = token.doc[token.i + 1 : adjective.i]
        if all(other.pos_ in {"ADV", "PART"} for other in between) and len(between) <= 2:
            last = adjective.i
    return Predication(token=token, kind="copula", first=token.i, last=last, lemma=lemma, rule=rule)
