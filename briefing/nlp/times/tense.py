"""Past, present or future: of the verb that a time belongs to.

"Said on Tuesday" is the Tuesday before, "will meet on Tuesday" the one to come.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from briefing.nlp.times.context import Tense

_MOST_STEPS = 12


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("tense.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def tense_of(token: Token) -> Tense:
    """The tense of the nearest verb above ``token``; past where none is found, as most news is."""
    words = _words()
    at = _phrase_head(token)
    if at.dep_ == "pobj" and (at.head.lower_ in words["towards"] or _lies_ahead(at.head) or _set_for(at.head)):
        return "future"
    if at is not token and at.dep_ not in ("nsubj", "nsubjpass"):
        taking_part = at.dep_ == "dobj" or (at.dep_ == "pobj" and at.head.lower_ in words["taking_part"])
        return "future" if taking_part and _above(at) == "future" else "past"
    return _above(at)


def _above(at: Token) -> Tense:
    """The tense of the nearest verb over a word."""
    words = _words()
    for _ in range(_MOST_STEPS):
        if at.head.i == at.i:
            break
        at = at.head
        if at.lemma_.lower() in words["foretelling"] and at.pos_ != "NOUN":
            return "future"
        if _is_verb(at):
            return _verb_tense(at)
    return _verb_tense(at) if _is_verb(at) else "past"


def _is_verb(token: Token) -> bool:
    """Not the "am" of a clock time, which a parser takes for one."""
    if token.lower_ == "am" and token.i > 0 and token.doc[token.i - 1].text[0].isdecimal():
        return False
    return token.pos_ in ("VERB", "AUX")


def _lies_ahead(preposition: Token) -> bool:
    """As in "ahead of Monday's meeting"."""
    before = preposition.i - 1
    return preposition.lower_ == "of" and before >= 0 and preposition.doc[before].lower_ == "ahead"


def _set_for(preposition: Token) -> bool:
    """As in "announced for Sunday", "called for Thursday"; what was sought or blamed "for Sunday" has no verb there."""
    return preposition.lower_ == "for" and preposition.head.lemma_.lower() in _words()["setting"]


def of_an_event(token: Token) -> bool:
    """As in "Monday night's debate": the time belongs to a noun, of whose time the verb says nothing."""
    return _phrase_head(token) is not token


def _phrase_head(token: Token) -> Token:
    """The noun that a possessive stands before ("Friday's price"); else the word itself."""
    possessive = token.dep_ == "poss" and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"
    return token.head if possessive else token


def _verb_tense(verb: Token) -> Tense:
    words = _words()
    particles = (child for child in verb.children if child.tag_ == "TO" and child.i < verb.i)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    helpers.update(child.lower_ for child in particles)
    if helpers & words["future"]:
        return "future"
    if "to" in helpers:
        return _infinitive_tense(verb, helpers)
    if verb.dep_ == "advcl" and _supposed(verb):
        return "future"
    if verb.tag_ in ("VBD", "VBN"):
        past_helper = helpers & words["past"]
        if verb.tag_ == "VBN" and verb.dep_ in ("conj", "acl", "relcl") and not past_helper:
            return "past"
        return "past" if verb.tag_ == "VBD" or past_helper or not helpers else "present"
    if helpers & words["past"]:
        return "past"
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and verb.head.tag_ == "VB")
    if verb.dep_ in ("conj", "advcl") and bare and verb.head.i != verb.i:
        return _verb_tense(verb.head) if verb.head.pos_ in ("VERB", "AUX") else "present"
    if verb.tag_ == "VBG" and not helpers:
        return _verb_tense(verb.head) if verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i else "past"
    if verb.lemma_.lower() in words["telling"]:
        return "past"
    return "future" if _in_a_clause_of_time(verb) else "present"


def _supposed(verb: Token) -> bool:
    """As in "if he did not resign by Friday, they would strike": a past tense that is none."""
    marked = any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in verb.children)
    helpers = {child.lower_ for child in verb.head.children if child.dep_ == "aux"}
    return marked and not helpers.isdisjoint(_words()["future"])


def _in_a_clause_of_time(verb: Token) -> bool:
    """As in "before the weekend is out", "until the market opens": the present tense of what is to come."""
    return any(child.dep_ in ("mark", "prep") and child.lower_ in _words()["until"] for child in verb.children)


def _infinitive_tense(verb: Token, helpers: set[str]) -> Tense:
    """As in "Is to meet", "plans to meet", "agreed to meet" look ahead; "to have met" and "managed to meet" do not."""
    words = _words()
    above = verb.head
    if helpers & {"have", "had"}:
        return "present" if above.lemma_ == "be" and above.i < verb.i else "past"
    if above.i != verb.i and above.lemma_.lower() in words["achieving"] and above.tag_ in ("VBD", "VBN"):
        return "past"
    return "future"
