"""Attributions by verbs in the passive: "X was told that S", "the plan was criticised by X", "as was announced, S"."""

from __future__ import annotations

import itertools

from spacy.tokens import Token

from briefing.nlp.quotes.attribution import attribution, clause_runs
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import agent, chars, phrase, stretches, subject
from briefing.nlp.quotes.lexicon import lemma, words
from briefing.nlp.quotes.reading import Reading

_RUMOUR = words("passives", "rumour")
"""Passives that name nobody and attribute to nobody: "is said to", "it is thought that"."""
_MADE_KNOWN = words("passives", "made_known")
_ASKED = frozenset({"ask", "press", "question", "quiz"})
_NO_ANSWER = words("refusals", "no_answer")
"""What is declined without saying anything: "declined to comment"."""


def of_passive(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X was told that S", "the plan was criticised by X", "Y was accused by X of Z"."""
    by = agent(verb)
    patient = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if by is None and patient is None and verb.dep_ == "advcl" and lemma(verb) in _ASKED:
        return None  # "Asked whether he would stay, Berg": who asks is nobody
    if lemma(verb) in _MADE_KNOWN and (draft := _made_known(reading, verb, patient, by)) is not None:
        return draft
    if patient is not None and patient.lower_ in ("this", "that"):
        return None  # "This was announced by X": what was is in the sentence before
    if lemma(verb) == "draw" and any(c.dep_ == "neg" for c in verb.lefts):
        topic = _topic(verb)
        return attribution(reading, verb, [topic], "verb-unsaid", patient) if topic is not None else None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is not None and lemma(verb) == "know" and lemma(verb.head) == "let" and verb.dep_ == "ccomp":
        draft = attribution(reading, verb, clause_runs(reading, clause, verb), "verb-clause", subject(verb.head))
        if draft is not None:
            draft.cue.insert(0, verb.head)  # "let it be known that S"
        return draft
    if clause is not None and ("clause" in frames if patient is not None else lemma(verb) in ("ask", "tell")):
        if by is None and patient is not None and (lemma(verb) in _RUMOUR or _reminds(verb, patient)):
            return None
        return attribution(reading, verb, clause_runs(reading, clause, verb), "passive-clause", by)
    if patient is not None and (asked := _addressed_by(reading, verb, by, frames)) is not None:
        return asked
    if lemma(verb) in _ASKED and (topic := _topic(verb)) is not None:
        draft = attribution(reading, verb, [topic], "passive-clause", by)
        if draft is not None and topic[0] > verb.i + 1 and reading.doc[topic[0] - 1].head == verb:
            draft.cue.append(reading.doc[topic[0] - 1])
        return draft
    if by is None or patient is None or patient.tag_ in ("WDT", "WP") or not frames & {"object", "charge", "named"}:
        return None
    own = (c for c in verb.rights if c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ in ("of", "for", "as")))
    after_agent = (c for c in by.children if c.dep_ == "prep" and c.lower_ == "of" and "charge" in frames)
    tail = next(itertools.chain(own, after_agent), None)
    parts = [phrase(patient)]
    if tail is not None:
        parts.append((tail.left_edge.i, tail.right_edge.i + 1))
    if tail is None and not frames & {"object", "charge"}:
        return None
    draft = attribution(reading, verb, parts, "passive-by", by)
    if draft is not None and tail is not None and tail.head == by:
        draft.described = chars(reading.doc, by.left_edge.i, tail.i)
    return draft


def _made_known(reading: Reading, verb: Token, patient: Token | None, by: Token | None) -> Draft | None:
    """As in "As was announced, S" and "S, it was specified"."""
    if verb.dep_ == "advcl" and patient is None and any(c.lower_ == "as" for c in verb.lefts):
        return attribution(reading, verb, clause_runs(reading, verb.head, verb), "as-clause", by)
    if (
        patient is None
        or patient.lower_ != "it"
        or any(c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.rights)
    ):
        return None
    first, end = reading.sentence(verb)
    comma, last = patient.i - 1, verb.right_edge.i
    if comma <= first or reading.doc[comma].text != ",":
        return None
    runs = [(reading.opening(first, comma), comma)]
    rest = last if reading.doc[last].text == "," else last + 1
    if rest < end - 2 and reading.doc[rest].text == ",":
        return attribution(reading, verb, [*runs, (rest, end)], "parenthesis", by)
    return attribution(reading, verb, runs, "sentence-then-cue", by) if rest + 1 >= end else None


def _reminds(verb: Token, patient: Token) -> bool:
    """True where the paper itself calls to mind: "It will be recalled that"."""
    return patient.lower_ == "it" and lemma(verb) in words("passives", "reminding")


def _addressed_by(reading: Reading, verb: Token, by: Token | None, frames: frozenset[str]) -> Draft | None:
    """As in "X was told by Y to V"."""
    action = next((c for c in verb.rights if c.dep_ == "xcomp"), None) if "addressed" in frames else None
    if by is None or action is None or lemma(action) in _NO_ANSWER or not any(c.lower_ == "to" for c in action.lefts):
        return None
    runs = stretches(reading.doc, range(action.left_edge.i, action.right_edge.i + 1), lambda i: by.head.i <= i <= by.i)
    return attribution(reading, verb, runs, "passive-addressed", by)


def _topic(verb: Token) -> tuple[int, int] | None:
    """What was asked, in "asked about the bridge" and "asked to explain it"."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in ("about", "on"):
            return child.i + 1, child.right_edge.i + 1
        if child.dep_ == "xcomp" and lemma(child) not in _NO_ANSWER and any(c.tag_ == "TO" for c in child.lefts):
            return child.left_edge.i, child.right_edge.i + 1
    return None
