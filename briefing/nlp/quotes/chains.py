"""Words passed on: "AFP quoted X as saying S", "S, X was quoted as saying", "Interfax, citing X, reported that S"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.names.agents import is_human
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import agent, passive, subject
from briefing.nlp.quotes.lexicon import lemma, words

_CITING = frozenset({"cite", "quote"})
_NAMED = frozenset({"PERSON", "ORG"})


def saying_of(quoting: Token) -> Token | None:
    """The "saying" of "quoted X as saying", where ``quoting`` is its verb."""
    if lemma(quoting) not in _CITING or quoting.pos_ != "VERB":
        return None
    for child in quoting.rights:
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG"), None)
    return None


def via(verb: Token) -> Token | None:
    """Who quotes, in "AFP quoted X as saying" and "X was quoted by AFP as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.pos_ != "VERB":
        return None
    quoting = verb.head.head
    if passive(quoting):
        return agent(quoting) or _by(verb)
    if any(c.dep_ == "dobj" for c in quoting.children):
        return subject(quoting)
    return None


def _by(verb: Token) -> Token | None:
    """The outlet of "was quoted as saying by AFP", which the parser hangs on the saying."""
    by = next((c for c in verb.rights if c.lower_ == "by"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def passed_on(draft: Draft) -> None:
    """Make whom the outlet cites the source of the draft, and the outlet who passed it on."""
    outlet = draft.subject
    if outlet is None or draft.via is not None or draft.described is not None or not draft.cue:
        return
    hosts = [draft.cue[0], outlet] if draft.cue[0].pos_ == "VERB" else [outlet]
    for host in hosts:
        for child in host.children:
            cited = source_cited(child)
            if cited is not None and cited != outlet:
                draft.subject, draft.via = cited, outlet
                return


def source_cited(verb: Token) -> Token | None:
    """Whom a verb, or "with reference to", cites as the source: no reason, as in "citing the weather"."""
    if verb.lower_ == "with" and verb.dep_ == "prep":
        return _source(_referred_to(next((c for c in verb.rights if c.lower_ == "reference"), None)))
    if verb.pos_ != "VERB" or verb.dep_ not in ("advcl", "acl", "relcl"):
        return None
    if lemma(verb) == "refer":
        return _source(_referred_to(verb))
    if lemma(verb) not in _CITING:
        return None
    cited = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    return None if saying_of(verb) is not None else _source(cited)


def _referred_to(word: Token | None) -> Token | None:
    """What is referred to, in "referring to two officials" and "with reference to the lawyer"."""
    to = next((c for c in word.rights if c.lower_ == "to"), None) if word is not None else None
    return next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None


def _source(cited: Token | None) -> Token | None:
    if cited is None:
        return None
    known = words("headlines", "speakers") | words("sources", "evidence") | words("sources", "papers")
    return cited if cited.ent_type_ in _NAMED or lemma(cited) in known or is_human(cited) else None
