"""Who acts: common nouns for people, verbs and possessions of people and bodies, and the "it" that means nothing."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

from spacy.tokens import Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.lexicon import Gender

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_EMPTY = frozenset({"seem", "appear", "rain", "snow", "happen", "turn", "remain", "take", "become"})
"""Verbs whose "it" means nothing where a clause follows."""


@functools.cache
def _words(name: str) -> frozenset[str]:
    table = tomllib.loads(files(__package__).joinpath("agents.toml").read_text("utf-8"))
    return frozenset(table[name].split())


def is_human(noun: Token) -> bool:
    """True for a common noun that means one person: "minister", "gunman", "the 34-year-old"."""
    word, lemma = noun.lower_, noun.lemma_.lower()
    if word in lexicon.OFFICES or lemma in lexicon.OFFICES or lemma in _words("people") or word in _words("men"):
        return True
    return is_aged(noun)


def is_aged(token: Token) -> bool:
    """True for the head of "the 34-year-old" that is a noun by itself."""
    word = token.lower_
    if word.endswith("year-old"):
        return token.dep_ not in ("amod", "compound", "nmod")
    if word != "old" or token.i < 3 or token.dep_ in ("amod", "compound", "nmod"):
        return False
    return token.nbor(-2).lower_ in ("year", "years") and token.nbor(-1).text == "-"


def gender_of(noun: Token) -> Gender | None:
    """The sex that a common noun shows."""
    word = noun.lower_
    if word in lexicon.MEN_ROLES or word in _words("men"):
        return "m"
    return "f" if word in lexicon.WOMEN_ROLES or word in _words("women") else None


def is_body(noun: Token) -> bool:
    """True for a common noun for a body or a state, which acts like a person: "the company", "the ministry"."""
    lemma = noun.lemma_.lower()
    known = lexicon.BODY_NOUNS | lexicon.COMPANY | lexicon.ANY_COMPANY | lexicon.PLACE_NOUNS | lexicon.BODY_HEADS
    return lemma in known


def judges(verb: Token) -> bool:
    """True for a verb whose reason lies with its object: "criticised Holt for his questions"."""
    return verb.lemma_.lower() in _words("judging")


def affects(verb: Token) -> bool:
    """True for a verb whose clause may be about its object as well: "fired Petrov after he refused"."""
    return judges(verb) or verb.lemma_.lower() in _words("affecting")


def asks(verb: Token) -> bool:
    """True for a verb whose question is about the one who is asked."""
    return verb.lemma_.lower() in _words("asking")


def commits(verb: Token) -> bool:
    """True for a verb whose infinitive is its subject's own: "promised Holt to bring his papers"."""
    return verb.lemma_.lower() in _words("committing")


def acts(token: Token) -> bool:
    """True for an "it" or "its" that is a person's or a body's by its verb or by what it owns."""
    if token.dep_ == "poss":
        noun = token.head
        return noun.lemma_.lower() in _words("owned") or is_human(noun)
    if token.dep_ != "nsubj":
        return False
    verb = token.head
    if verb.lemma_ in ("be", "have") or any(child.dep_ == "acomp" for child in verb.children):
        return any(child.dep_ == "acomp" and child.lower_ in _words("willing") for child in verb.children)
    return verb.lemma_ in lexicon.SPEECH or verb.lemma_.lower() in _words("acts")


def is_expletive(token: Token) -> bool:
    """True for an "it" that means nothing or an event: "it was not feasible to ...", "it seems that ..."."""
    if token.dep_ == "expl":
        return True
    if token.dep_ not in SUBJECTS:
        return False
    verb = token.head
    if verb.pos_ == "ADJ":
        return True
    clause = any(child.dep_ in ("ccomp", "csubj") and child.i > verb.i for child in verb.children)
    infinitive = any(child.dep_ in ("xcomp", "advcl") and child.i > verb.i for child in verb.children)
    if token.dep_ == "nsubjpass" and clause:
        return True
    if verb.lemma_ != "be":
        return verb.lemma_ in _EMPTY and (clause or infinitive)
    told = [child for child in verb.children if child.dep_ in ("acomp", "attr", "oprd") and child.i > verb.i]
    if not told:
        return clause or infinitive or not any(child.dep_ == "prep" for child in verb.children)
    if clause or any(child.dep_ == "attr" and not _names_a_kind(child) for child in told):
        return True
    adjective = told[0].lower_
    if any(grand.dep_ in ("ccomp", "relcl", "acl") for grand in told[0].children) and told[0].dep_ == "acomp":
        return adjective not in _words("willing")
    return adjective in _words("evaluative") and (infinitive or any(c.dep_ == "xcomp" for c in told[0].children))


def _names_a_kind(noun: Token) -> bool:
    """True for "it is a bank", false for "it was the third flight", "it is time"."""
    return is_body(noun) or noun.lower_ in lexicon.kinds()
