"""The parse of "S, X said, S" set right: X is who said it, and what follows belongs to S."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from briefing.nlp.quotes.draft import Draft

_RULES = frozenset({"sentence-then-cue", "parenthesis"})
_DEEPEST = 12


def mend(doc: Doc, drafts: Iterable[Draft]) -> None:
    """Change heads and labels where the rules, which read the commas, know better than the parser.

    Args:
        doc: The parse.
        drafts: The attributions found in it.
    """
    for draft in drafts:
        if draft.rule not in _RULES or not draft.cue or draft.via is not None:
            continue
        verb = draft.cue[-1]
        if verb.pos_ != "VERB" or verb.dep_ == "pcomp":
            continue
        if draft.subject is not None and draft.subject.sent_start != 1:
            _speaks(verb, draft.subject)
        rest = draft.content[-1].start
        if rest > verb.idx:
            _goes_on(verb, rest)


def _speaks(verb: Token, speaker: Token) -> None:
    """Make the speaker the subject of a cue that has none: ", her lawyer, Ann Tan, said"."""
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) or speaker.i > verb.i:
        return
    if not speaker.is_ancestor(verb):
        speaker.head, speaker.dep_ = verb, "nsubj"


def _goes_on(verb: Token, start: int) -> None:
    """Hang what follows the cue on the clause before it: "They came at dawn, she said, and burned it"."""
    main = verb.head if verb.dep_ == "parataxis" else next((c for c in verb.lefts if c.dep_ == "ccomp"), None)
    if main is None or main.i > verb.i:
        return
    for child in list(verb.rights):
        if child.left_edge.idx >= start or (child.dep_ == "cc" and child.idx >= start):
            child.head = main
