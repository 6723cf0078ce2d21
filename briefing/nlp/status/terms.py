"""Conditions without a clause of their own: "subject to approval", "otherwise", "pay or be published"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.nlp.status.lexicon import StatusLexicon
from briefing.nlp.status.operators import Operator

_AHEAD = frozenset({"will", "'ll", "would", "'d", "may", "might", "could", "shall", "must", "can"})
_BIDDING = frozenset({"must", "should", "ought", "shall"})
_NEEDING = frozenset({"have", "need", "order", "tell", "require", "force", "warn", "urge", "ask"})
_SUFFERING = frozenset({"face", "lose", "risk", "forfeit", "suffer", "incur", "pay"})
_NO_SUBJECT = frozenset({"MD", "WRB", "IN", "WDT", "WP"})
_LONGEST_SUBJECT, _LONGEST_DEMAND = 8, 25
_COPULAS = frozenset({"be", "remain", "become", "make", "stay"})
_ALTERNATIVE = frozenset({"otherwise", "else", "or"})
_HANGING = {"subject": "to", "conditional": "on", "contingent": "on", "dependent": "on"}


def terms(verb: Token, children: Sequence[Token], cues: StatusLexicon) -> Iterator[Operator]:
    """What a verb's clause hangs on, where no clause says it."""
    ahead = any(child.dep_ == "aux" and child.lower_ in _AHEAD for child in children)
    if not ahead and verb.dep_ != "conj" and verb.lemma_ not in _COPULAS:
        return
    subject = next((child for child in children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    beside = (child for child in subject.rights if child.dep_ == "amod") if subject is not None else ()
    for child in (*children, *beside):
        if child.lower_ in _HANGING and (ahead or child.dep_ == "acomp") and _hangs(child, cues):
            yield Operator("conditional", f"{child.lower_}-{_HANGING[child.lower_]}")
    if verb.dep_ == "conj" and _is_penalty(verb, children):
        yield Operator("conditional", "or-face")
    if ahead and (_opens_otherwise(verb, children) or _is_threatened(verb, children)):
        yield Operator("conditional", "or-else")


def _hangs(adjective: Token, cues: StatusLexicon) -> bool:
    """True for "subject to approval", "conditional on a ceasefire"; not for "subject to attack"."""
    beside = (*adjective.rights, *adjective.head.rights)
    to = next((child for child in beside if child.lower_ == _HANGING[adjective.lower_]), None)
    if to is None or any(child.dep_ == "neg" for child in (*adjective.children, *adjective.head.children)):
        return False
    if adjective.lower_ != "subject":
        return True
    return any(child.lemma_.lower() in cues.assent for child in to.rights)


def _opens_otherwise(verb: Token, children: Sequence[Token]) -> bool:
    """True for "otherwise the bridge will close", "or else it will close"."""
    for child in children:
        if child.i > verb.i:
            return False
        if child.lower_ == "failing" or (child.lower_ in {"which", "that"} and child.nbor(-1).lower_ == "failing"):
            return True
        if child.lower_ in {"otherwise", "else"} and child.dep_ == "advmod":
            before = child.nbor(-1) if child.i > 0 else child
            return child.is_sent_start or before.is_punct or before.lower_ in _ALTERNATIVE | {"and"}
    return False


def _is_penalty(verb: Token, children: Sequence[Token]) -> bool:
    """True for the second of "told them to open the road or be fined", "has until Friday to pay or face trial"."""
    suffers = verb.tag_ == "VBN" and any(c.lower_ == "be" and c.dep_ == "auxpass" for c in children)
    if not suffers and (verb.tag_ != "VB" or verb.lemma_.lower() not in _SUFFERING):
        return False
    start = next((child for child in children if child.dep_ == "auxpass"), verb)
    before = start.nbor(-1) if start.i else start
    before = before.nbor(-1) if before.lower_ == "else" and before.i else before
    return before.lower_ == "or" and verb.head.tag_ == "VB"


def _is_threatened(verb: Token, children: Sequence[Token]) -> bool:
    """True for the second of "pay up or the files will be published", read off the words: parses differ."""
    doc = verb.doc
    at = next((child.i for child in children if child.dep_ == "aux"), verb.i) - 1
    least = max(0, at - _LONGEST_SUBJECT)
    while at > least and doc[at].pos_ not in {"VERB", "AUX", "PUNCT"} and doc[at].lower_ != "or":
        at -= 1
    if doc[at].lower_ != "or" or at == 0 or doc[at + 1].tag_ in _NO_SUBJECT:
        return False
    return _is_demanded(doc, at)


def _is_demanded(doc: Doc, end: int) -> bool:
    """True where the words before ``end`` bid somebody do something: "pay up", "must find a sponsor"."""
    for at in range(end - 1, max(-1, end - _LONGEST_DEMAND), -1):
        word = doc[at]
        if word.lower_ in _BIDDING or (word.lower_ == "to" and at > 0 and doc[at - 1].lemma_ in _NEEDING):
            return True
        opens = word.is_sent_start or doc[at - 1].is_quote
        if opens and word.tag_ == "VB" and word.dep_ != "aux":
            return True
        if word.is_sent_start or word.lower_ in {"whether", "either"}:
            return False
    return False
