"""What the text calls a person or body beside the name: titles in front, appositions, "X, who is the ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.context import is_office, office_above
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.spans import Name

LONGEST = 10
"""Words of a role; a longer description is cut before its first clause."""

_DESCRIBES = (
    lexicon.OFFICES | lexicon.BODY_NOUNS | lexicon.COMPANY | lexicon.PLACE_NOUNS | lexicon.AREAS | lexicon.FACILITIES
)


def describe(doc: Doc, referents: list[Referent]) -> None:
    """Fill in roles and genders."""
    for referent in referents:
        for name in referent.names:
            for role in roles_of(doc, name):
                if role and _suits(role, referent) and role.lower() not in {known.lower() for known in referent.roles}:
                    referent.roles.append(role)
        if referent.label == "PERSON":
            referent.gender = _gender(referent)


def _suits(role: str, referent: Referent) -> bool:
    """False for an office of anything but a person, and for what a role's head says is of another kind."""
    head = _head(role)
    if head in lexicon.OFFICES or head in lexicon.TITLES:
        return referent.label == "PERSON"
    kind = lexicon.kinds().get(head)
    return kind is None or kind == referent.label or {kind, referent.label} <= {"GPE", "LOC", "FAC"}


def _head(role: str) -> str:
    """The noun of a role: ``spokeswoman`` of "spokeswoman for the firm"."""
    return re.split(r" (?:of|for|to|in|at|from) ", role)[0].split()[-1].lower()


def roles_of(doc: Doc, name: Name) -> Iterator[str]:
    """What stands beside one mention: its titles and the words in front, its appositions, what it is said to be."""
    if name.label == "NORP":
        return
    title = name.title.strip(" -")
    before = _before(doc, name)
    words = " ".join(part for part in (before, title) if part)
    if words and (before or title.lower().rstrip(".") not in lexicon.COURTESY):
        yield words
    root = name.span(doc).root
    if root.dep_ == "appos" and root.head.i < name.start:
        noun = office_above(name, root.head)
        if noun.tag_ == "NN" or (noun.tag_ == "NNP" and is_office(noun) and doc[name.start - 1].text == ","):
            yield _phrase(noun, until=name.start)
    for child in root.children:
        joined = any(other.dep_ == "conj" and other.i < child.i for other in root.children)
        if (
            child.dep_ == "appos"
            and child.i >= name.end
            and not joined
            and child.tag_ in ("NN", "NNP")
            and _is_described(child)
        ):
            yield _phrase(child)
    if root.dep_ == "nsubj" and root.head.lemma_ in ("be", "become"):
        for child in root.head.children:
            if child.dep_ == "attr" and child.tag_ == "NN" and _is_described(child):
                yield _phrase(child)


def _is_described(token: Token) -> bool:
    return token.lemma_.lower() in _DESCRIBES or token.lower_ in _DESCRIBES


def _before(doc: Doc, name: Name) -> str:
    """Words of the same noun phrase in front of the name: "French news agency" before AFP."""
    if name.title and set(name.title.lower().replace(".", " ").split()) <= lexicon.COURTESY:
        return ""
    first = name.start - (len(name.title.split()) if name.title else 0)
    start = first
    while start > 0 and _premodifies(doc[start - 1], first - start):
        start -= 1
    while start < first and not doc[start].is_alpha:
        start += 1
    words = doc[start:first]
    nouns = [token for token in words if token.is_alpha]
    described = bool(nouns) and (bool(name.title) or (_is_described(nouns[-1]) and nouns[-1].tag_ != "NNS"))
    return " ".join(words.text.split()) if described else ""


def _premodifies(token: Token, length: int) -> bool:
    if length >= LONGEST or (token.is_sent_start and token.lower_ in ("the", "a")):
        return False
    return (token.pos_ in ("NOUN", "PROPN", "ADJ") and token.dep_ not in ("ROOT", "appos")) or token.text in (
        "-",
        "'s",
        "’s",
    )


def _phrase(head: Token, until: int | None = None) -> str:
    """A noun and what belongs to it up to the first clause, comma or bracket, without its article."""
    start = max(head.left_edge.i, head.i - LONGEST)
    end = head.i + 1
    limit = until if until is not None else head.right_edge.i + 1
    while end < limit and end - start < LONGEST:
        token = head.doc[end]
        if (token.is_punct and token.text != "-") or token.dep_ in ("relcl", "acl") or token.pos_ in ("SCONJ", "VERB"):
            break
        if token.tag_ in ("WDT", "WP", "PRP", "PRP$") or token.is_space:
            break
        if token.pos_ == "ADP" and token.lower_ not in _KEPT:
            break
        end += 1
    words = head.doc[start:end]
    while len(words) > 1 and (words[0].pos_ == "DET" or words[0].is_punct or words[0].tag_ == "PRP$"):
        words = words[1:]
    return " ".join(words.text.split())


_KEPT = frozenset({"of", "for", "in", "at", "to", "from", "on"})
"""Prepositions that go on with a role: "envoy to the region", not "envoy after the war"."""


def _gender(referent: Referent) -> Gender | None:
    """From titles first, then the given name, then role words."""
    titles = {word.lower().rstrip(".") for name in referent.names for word in name.title.split()}
    if gender := gender_shown(titles):
        return gender
    full = referent.full
    given = lexicon.gender_of_given(full[0]) if len(full) > 1 or titles else None
    return given or gender_shown({_head(role) for role in referent.roles})


def gender_shown(words: set[str]) -> Gender | None:
    """The sex that titles or role words show; None where they show none or both."""
    man = bool(words & (lexicon.MEN_TITLES | lexicon.MEN_ROLES))
    woman = bool(words & (lexicon.WOMEN_TITLES | lexicon.WOMEN_ROLES))
    return None if man == woman else "m" if man else "f"
