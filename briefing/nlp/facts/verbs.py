"""A verb's lemma and voice."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import Lexicon
from briefing.nlp.facts.relatives import lost_object

_ENDINGS = ("ed", "es", "ing", "er")
_VOWELS = frozenset("aeiou")
_COMPLEMENTS = frozenset({"dobj", "iobj", "dative", "ccomp", "xcomp", "oprd", "attr", "acomp", "prt"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OWN = frozenset({"nsubj", "nsubjpass", "dobj"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


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
        elif child.dep_ == "dobj" and f"{plain_lemma(verb, words)} {child.lower_}" in words.idioms:
            return child
    return None


def verb_lemma(verb: Token, part: Token | None, words: Lexicon) -> str:
    """The verb's lemma, in lower case, with the ``part`` that makes one word with it."""
    lemma = plain_lemma(verb, words)
    return f"{lemma} {part.lower_}" if part is not None else lemma


def plain_lemma(verb: Token, words: Lexicon) -> str:
    """The lemma of the verb alone, mended where the model has "hop" for "hoped" (it would be "hopped")."""
    lemma = verb.lemma_.lower()
    if lemma in words.lemmas:
        return words.lemmas[lemma]
    if len(lemma) > 2 and lemma[-2] in _VOWELS and lemma[-1] not in "aeiouwxy" and lemma[-3] not in _VOWELS:
        form = verb.lower_
        if form.startswith(lemma) and form[len(lemma) :] in _ENDINGS and not _VOWELS & set(lemma[:-2]):
            return f"{lemma}e"
    return lemma


def is_passive(verb: Token, words: Lexicon) -> bool:
    """True for a passive, also of the participle after a noun ("music sold online") and of headlines ("Ten jailed")."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    deps = {child.dep_ for child in verb.children if child.lemma_ != "have"}
    if verb.dep_ == "ccomp" and _is_caused(verb, deps, words):
        return True
    if verb.tag_ == "VBD":
        if verb.dep_ == "acl" and "nsubj" not in deps:
            lemma = plain_lemma(verb, words)
            goes = lemma in words.undergoes or lemma in words.undergoes_alone or lemma in words.motion
            return not goes and lost_object(verb) is None
        if verb.dep_ == "conj" and verb.head.dep_ == "acl" and not deps & _OWN:
            return is_passive(verb.head, words)
        return _lacks_auxiliary(verb, deps, words)
    if deps & {"auxpass", "agent"}:
        return True
    if verb.dep_ == "acl" and lost_object(verb) is not None:
        return False
    if any(child.dep_ in {"aux", "auxpass", "nsubj"} for child in verb.children):
        return "aux" not in deps and _lacks_auxiliary(verb, deps, words)
    if "nsubjpass" in deps:
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return is_passive(verb.head, words) if verb.head.dep_ != "conj" else "dobj" not in deps
    return verb.dep_ in {"acl", "relcl", "amod", "advcl", "prep", "xcomp", "oprd", "acomp", "ROOT"}


def _is_caused(verb: Token, deps: set[str], words: Lexicon) -> bool:
    """Whether somebody has it done: "had his house searched", "want their wages raised"."""
    if "nsubj" not in deps or deps & {"aux", "mark", "dobj", "prt"}:
        return False
    return plain_lemma(verb.head, words) in words.causing


def _lacks_auxiliary(verb: Token, deps: set[str], words: Lexicon) -> bool:
    """Whether a past form that must have an object has none: "Mayor arrested in raid"."""
    if deps & _COMPLEMENTS or "agent" in deps:
        if "agent" in deps:
            return "dobj" not in deps
        if deps & _COMPLEMENTS != {"xcomp"} or not deps & SUBJECTS or verb.dep_ not in _CLAUSES:
            return False
        lemma = plain_lemma(verb, words)
        return lemma in words.takes_object or (lemma in words.object_control and lemma not in words.wishes)
    if "nsubj" not in deps and "nsubjpass" not in deps:
        return False
    if verb.dep_ not in _CLAUSES or plain_lemma(verb, words) not in words.takes_object:
        return False
    return not any(child.dep_ == "conj" and child.tag_ == verb.tag_ for child in verb.rights)


def is_infinitive(verb: Token) -> bool:
    """True for "to hire", "to be flying", "to have been signed"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)
