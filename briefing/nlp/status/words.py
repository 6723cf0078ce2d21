"""What is read off a word and its dependents."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.status.lexicon import StatusLexicon

_ASIDE = frozenset({"aside", "away", "off"})
_DAYS = frozenset({"DATE", "TIME"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


def governor(head: Token) -> str:
    """The word by which a governor is listed: a verb's lemma with its particle, an adjective as written."""
    if head.pos_ == "ADJ":
        return str(head.lower_)
    particle = next((f" {child.lower_}" for child in head.children if child.dep_ == "prt"), "")
    return f"{head.lemma_.lower()}{particle}"


def is_definite(noun: Token) -> bool:
    """True for "the deal", "this deal", "Iran's deal"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in noun.children)


def is_marked(word: Token) -> bool:
    """True for a clause with a conjunction, "that" and "for ... to" included."""
    return any(child.dep_ == "mark" for child in word.children)


def is_passive(verb: Token) -> bool:
    """True for "was seen", "the ship seen"."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def rejects(verb: Token, cues: StatusLexicon) -> bool:
    """True for "denied", "brushed aside", "waved away" and their like, of what others say."""
    lemma = verb.lemma_.lower()
    if lemma in cues.rejecting:
        return True
    return lemma in cues.brushing and any(child.lower_ in _ASIDE for child in verb.rights)


def is_called_for_a_day(verb: Token, cues: StatusLexicon) -> bool:
    """True for "called a strike for Thursday", "announced for Sunday a protest", "the vote was set for 9 May"."""
    if verb.lemma_.lower() not in cues.calling_for_a_day:
        return False
    return any(child.lower_ == "for" and _names_a_day(child) for child in verb.rights)


def _names_a_day(preposition: Token) -> bool:
    return any(noun.dep_ == "pobj" and noun.ent_type_ in _DAYS for noun in preposition.rights)


def is_contrasted(word: Token, head: Token) -> bool:
    """True for the second of "not X but Y"."""
    return any(child.dep_ == "cc" and child.lower_ == "but" and child.i < word.i for child in head.children)
