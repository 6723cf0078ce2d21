"""A verb's lemma and voice."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon


def verb_part(verb: Token, words: Lexicon) -> Token | None:
    """The particle, adverb or object that makes one word with the verb: "carry out", "hit back", "take part"."""
    for child in verb.rights:
        if child.dep_ == "prt":
            return child
        if child.dep_ == "advmod" and child.i == verb.i + 1 and child.lower_ in words.adverbs:
            return child
        if child.dep_ == "prep" and child.i == verb.i + 1 and child.lower_ in {"out", "up", "away"}:
            if any(further.dep_ == "prep" for further in child.children):
                return child
        elif child.dep_ == "dobj" and f"{verb.lemma_.lower()} {child.lower_}" in words.idioms:
            return child
    return None


def verb_lemma(verb: Token, words: Lexicon) -> str:
    """The verb's lemma, in lower case, with what makes one word with it."""
    part = verb_part(verb, words)
    lemma = verb.lemma_.lower()
    lemma = words.lemmas.get(lemma, lemma)
    return f"{lemma} {part.lower_}" if part is not None else lemma


def is_passive(verb: Token) -> bool:
    """True for a passive form, the participle after a noun included ("music sold online")."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children if child.lemma_ != "have"}
    if deps & {"auxpass", "agent"}:
        return True
    if any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.children):
        return False
    if "nsubjpass" in deps:
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head) if verb.head.dep_ != "conj" else "dobj" not in deps
    return verb.dep_ in {"acl", "relcl", "amod", "advcl", "prep", "xcomp", "oprd", "ROOT"}


def is_infinitive(verb: Token) -> bool:
    """True for "to hire", "to be flying", "to have been signed"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
