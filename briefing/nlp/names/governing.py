"""Which mentions govern a pronoun: subjects of the clauses around it, what "who" stands for, objects under control.

"Trump accused Holt of being late": the one who was late is Holt. "Lauer, who took heat for his questions": the
subject of the pronoun's clause is Lauer, not whoever the sentence is about.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from briefing.nlp.names.agents import SUBJECTS, affects, asks, commits, judges
from briefing.nlp.names.scene import DEPTH

_OBJECTS = frozenset({"dobj", "dative"})
_CONTROLLING = frozenset({"of", "for", "with", "from", "into", "about", "over"})
_REASONS = frozenset({"because", "since", "though", "although", "for"})
_RELATIVE = frozenset({"who", "that"})


def governing(token: Token) -> list[Token]:
    """Heads of the mentions that govern ``token`` and stand before it, the nearest first."""
    found: list[Token] = []
    inner = token
    for verb in itertools.islice(token.ancestors, DEPTH):
        if verb.pos_ in ("VERB", "AUX"):
            subjects = [
                _meant(child)
                for child in verb.lefts
                if child.dep_ in SUBJECTS and child.i < token.i and child != inner and not child.is_ancestor(token)
            ]
            judged = _judged(verb, inner)
            if judged is not None and judged.i < token.i:
                found.append(judged)
            found += subjects
            controlled = None if subjects or (inner == token and _is_subject_of(token, verb)) else _controlled(verb)
            if controlled is not None and controlled.i < token.i:
                found.append(controlled)
        inner = verb
    return found


def acting(token: Token) -> list[Token]:
    """Who acts in the clause whose object ``token`` is, and so is not meant by it: "vowed not to vote for him"."""
    verb = token.head if token.dep_ != "pobj" else token.head.head
    for _ in range(DEPTH):
        subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        if subjects or verb.pos_ not in ("VERB", "AUX"):
            return [_meant(subject) for subject in subjects]
        controlled = _controlled(verb)
        if controlled is not None:
            return [controlled]
        if verb.dep_ not in ("xcomp", "conj"):
            return []
        verb = verb.head
    return []


def contested(token: Token) -> Token | None:
    """The object that may be meant as well as the subject that governs: "Orlov fired Petrov after he refused"."""
    inner = token
    for verb in itertools.islice(token.ancestors, DEPTH):
        subjects = verb.lefts if verb.pos_ in ("VERB", "AUX") else ()
        if any(child.dep_ in SUBJECTS and child != inner and child.i < token.i for child in subjects):
            return _object(verb) if inner.dep_ in ("advcl", "ccomp") and affects(verb) else None
        inner = verb
    return None


def speakers(token: Token, quoted: list[bool]) -> Iterator[Token]:
    """Subjects of the clause outside the quotation marks whose words ``token`` is part of."""
    clause = next((up for up in itertools.islice(token.ancestors, DEPTH) if up.pos_ in ("VERB", "AUX")), None)
    if clause is None or not quoted[clause.i]:
        return
    for verb in itertools.islice(clause.ancestors, DEPTH):
        if verb.pos_ not in ("VERB", "AUX") or quoted[verb.i]:
            continue
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        yield from subjects
        if subjects:
            return


def is_inverted(token: Token) -> bool:
    """True for a subject that comes last: "making it harder for Cruz is Rubio"."""
    return token.dep_ == "attr" and any(child.dep_ == "csubj" for child in token.head.lefts)


def _is_subject_of(token: Token, verb: Token) -> bool:
    return token.dep_ in SUBJECTS and token.head == verb


def _meant(subject: Token) -> Token:
    """What a subject stands for: of "who" and "that", what the clause hangs on."""
    relative = subject.head.dep_ == "relcl" and subject.lower_ in _RELATIVE
    return subject.head.head if relative else subject


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.rights if child.dep_ in _OBJECTS), None)


def _controlled(verb: Token) -> Token | None:
    """The object that acts in a clause without a subject: "told Holt to bring his papers"."""
    above = verb.head
    if verb.dep_ == "xcomp":
        return None if commits(above) else _object(above)
    if verb.dep_ == "pcomp" and above.lower_ in _CONTROLLING:
        return _object(above.head)
    return None


def _judged(verb: Token, inner: Token) -> Token | None:
    """The object that a reason or a question is about: "criticised Holt for his", "asked Rubio which ... he"."""
    if inner.dep_ == "ccomp" and asks(verb):
        return _object(verb)
    if not judges(verb):
        return None
    if inner.dep_ == "prep":
        reason = inner.lower_ in _CONTROLLING
    else:
        reason = inner.dep_ == "advcl" and any(child.lower_ in _REASONS for child in inner.lefts)
    return _object(verb) if reason else None
