"""What somebody tells without a clause of reporting: "told of soldiers burning it", "in the ministry's version"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import NONE, Operator, Operators
from briefing.nlp.status.words import is_passive

_BY = frozenset({"in", "by", "on"})
_OF = frozenset({"of", "about", "to"})
_FOR = frozenset({"for", "of", "over", "with"})


_MUSING = frozenset({"speak", "talk"})
"""With a gerund alone these tell of what is thought of: "spoke of resigning"."""


def in_a_version(preposition: Token, cues: StatusLexicon) -> Operators:
    """The status in "in the ministry's version", "by the account of the survivors", "in her view"."""
    if preposition.lower_ not in _BY:
        return NONE
    for noun in preposition.rights:
        if noun.dep_ != "pobj" or noun.lemma_.lower() not in cues.versions:
            continue
        if any(child.dep_ == "poss" for child in noun.lefts) or any(child.lower_ == "of" for child in noun.rights):
            return frozenset({Operator("attributed", f"{preposition.lower_}-{noun.lemma_.lower()}")})
    return NONE


def as_somebody_said(clause: Token, cues: StatusLexicon) -> Operators:
    """The status of what is told "as its agents confirmed", "as the harbourmaster tells it"."""
    if clause.dep_ != "advcl" or clause.lemma_.lower() not in cues.reporting or clause.left_edge.lower_ != "as":
        return NONE
    if clause.doc[clause.left_edge.i + 1].lower_ in {"if", "though", "soon", "long"} or is_passive(clause):
        return NONE
    parts = [child.dep_ for child in clause.children if child.lower_ != "it"]
    subject = any(dep == "nsubj" for dep in parts)
    content = any(dep in {"dobj", "ccomp", "xcomp", "dative"} for dep in parts)
    return frozenset({Operator("attributed", f"as-{clause.lemma_.lower()}")}) if subject and not content else NONE


def told_of(word: Token, cues: StatusLexicon) -> Operators:
    """The status of a gerund that somebody tells: "told of being beaten", "described soldiers burning it"."""
    if word.tag_ != "VBG" or any(child.dep_ in {"mark", "aux"} for child in word.lefts):
        return NONE
    bearer = word.head
    if word.dep_ == "pcomp" and bearer.lower_ in _OF:
        return _told(bearer.head, bearer, cues) if bearer.head.lemma_.lower() not in _MUSING else NONE
    if word.dep_ == "xcomp":
        preposition = next((child for child in bearer.rights if child.lower_ in _OF and child.i < word.i), None)
        return _told(bearer, preposition, cues)
    if word.dep_ == "acl" and bearer.dep_ == "pobj" and bearer.head.lower_ in _OF:
        return _told(bearer.head.head, bearer.head, cues)
    if word.dep_ in {"acl", "ccomp"} and bearer.dep_ in {"dobj", "ROOT"}:
        return _told(bearer.head if bearer.dep_ == "dobj" else bearer, None, cues)
    return NONE


def _told(verb: Token, preposition: Token | None, cues: StatusLexicon) -> Operators:
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or is_passive(verb) or lemma not in (cues.telling if preposition else cues.describing):
        return NONE
    return frozenset({Operator("attributed", f"{lemma}-{preposition.lower_ if preposition else 'doing'}")})


def blamed_for(verb: Token, preposition: Token, cues: StatusLexicon) -> Operators:
    """The status of what somebody is accused of or blamed for: hedged, attributed where the accuser is told."""
    lemma = verb.lemma_.lower()
    named = lemma in {"accuse", "blame"} and not is_passive(verb) and any(c.dep_ == "nsubj" for c in verb.lefts)
    if (lemma in cues.accusing and preposition.lower_ in _FOR) or (lemma == "blame" and preposition.lower_ == "for"):
        return frozenset({Operator("attributed" if named else "hedged", f"{lemma}-{preposition.lower_}")})
    return NONE
