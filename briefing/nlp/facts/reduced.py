"""Reduced relative clauses that the parser takes for the main clause: "A nurse found guilty has been struck off".

The parser has a nurse that found; the verb after it, which has no subject, is then its complement, or that clause the
subject of this verb.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Token

from briefing.nlp.columns import tokens_with
from briefing.nlp.facts.lexicon import Lexicon

_HUNG = frozenset({"ccomp", "advcl", "conj", "dep"})
_BEFORE = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PAST = frozenset({"VBD", "VBN"})
_BETWEEN = frozenset({"prep", "agent", "prt", "advmod", "npadvmod", "oprd", "acomp", "xcomp"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_WORD = 0xFFFFFFFFFFFFFFFF
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "it"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"WDT", "WP"})


def mend_reduced(doc: Doc, words: Lexicon) -> None:
    """Make the second verb the main one, and the first a participle that modifies its subject."""
    found: list[tuple[Token, Token]] = []
    for token in tokens_with(doc, "DEP", _HUNG | _BEFORE | {"amod"}):
        dep = token.dep_
        if dep in _HUNG and token.head.i < token.i and (first := _participle(token.head, token, words)) is not None:
            found.append((first, token))
        elif dep in _BEFORE and token.tag_ in _PAST and token.head.i > token.i:
            if _participle(token, token.head, words) is not None:
                found.append((token, token.head))
        elif dep == "amod" and token.tag_ == "VBN" and token.head.dep_ == "dobj":
            before = _participle(token.head.head, token, words)
            found += [(before, token)] if before is not None else []
    while found:
        found = _set_each_right(doc, found)


def _participle(first: Token, main: Token, words: Lexicon) -> Token | None:
    """The first verb if it must be a participle before the main verb; None if it is none."""
    if first.i >= main.i or first.tag_ not in _PAST or first.pos_ != "VERB" or main.pos_ not in {"VERB", "AUX"}:
        return None
    passive = False
    for child in main.lefts:
        if child == first:
            continue
        if child.dep_ in _SUBJECTS or child.dep_ in {"mark", "cc"} or child.tag_ in _RELATIVE:
            return None
        passive = passive or child.dep_ == "auxpass"
    finite = main.tag_ in _FINITE or any(c.dep_ in _AUXILIARIES and c.tag_ in _FINITE for c in main.lefts)
    if not finite or (main.dep_ == "amod" and not passive) or not _reduced(first, main):
        return None
    lemma = first.lemma_.lower()
    held = any(lemma in verbs for verbs in (words.takes_object, words.object_control, words.gives, words.makes))
    turned = any(child.dep_ in {"oprd", "agent"} and child.i < main.i for child in first.rights)
    return first if held or turned or passive else None


def _reduced(first: Token, main: Token) -> bool:
    """Whether a past form can be a participle after its subject, with nothing but its own phrases before ``main``."""
    lefts = list(first.lefts)
    if (
        not lefts
        or lefts[-1].dep_ not in {"nsubj", "nsubjpass"}
        or lefts[-1].pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}
    ):
        return False
    if any(child.dep_ in _AUXILIARIES for child in lefts) or lefts[-1].lower_ in {"he", "she", "they", "we", "i", "it"}:
        return False
    edge = next((child.i for child in main.lefts if child.i > first.i), main.i)
    between = [child for child in first.rights if child.i < edge]
    if main.dep_ == "amod":
        between = [child for child in between if child != main.head]
    if not between or any(child.dep_ not in _BETWEEN for child in between):
        return False
    before = first.doc[edge - 1]
    return not (before.is_punct or before.is_space or before.dep_ == "cc")


def _set_each_right(doc: Doc, found: list[tuple[Token, Token]]) -> list[tuple[Token, Token]]:
    """Set one a sentence right, all in one writing, since each goes through the whole Doc; those that are left."""
    steps, labels = doc.to_array([HEAD, DEP]).T.tolist()
    heads = [(index + step) & _WORD for index, step in enumerate(steps)]
    sentences: set[int] = set()
    left: list[tuple[Token, Token]] = []
    for first, main in found:
        sentence = first.sent.start
        if sentence in sentences:
            left.append((first, main))
        else:
            sentences.add(sentence)
            _set_right(first, main, heads, labels)
    _write(doc, heads, labels)
    return left


def _set_right(first: Token, main: Token, heads: list[int], labels: list[int]) -> None:
    subject = next((child for child in reversed(list(first.lefts)) if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return
    passive = any(child.dep_ == "auxpass" for child in main.lefts)
    strings = first.vocab.strings
    noun = main.head if main.dep_ == "amod" else None
    if first.head != main:
        heads[main.i] = main.i if first.head == first else first.head.i
        labels[main.i] = first.dep
    for child in [*first.lefts, *first.rights]:
        if child != main and (child.i > main.i or child.i < subject.i):
            heads[child.i] = main.i
    if noun is not None:
        heads[noun.i], labels[noun.i] = main.i, strings.add("dobj")
    heads[subject.i], labels[subject.i] = main.i, strings.add("nsubjpass" if passive else "nsubj")
    heads[first.i], labels[first.i] = subject.i, strings.add("acl")
    first.tag_ = "VBN"


def _write(doc: Doc, heads: list[int], labels: list[int]) -> None:
    steps = [(head - index) & _WORD for index, head in enumerate(heads)]
    array: Any = np.array([steps, labels], dtype=np.uint64).T
    doc.from_array([HEAD, DEP], array)
