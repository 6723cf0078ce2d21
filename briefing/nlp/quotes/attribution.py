"""How a verb's attribution is put together: its content without the cue, its cue words, who passed it on."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.model import Span
from briefing.nlp.quotes.chains import passed_on, via
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import auxiliaries, shared_cue, stretches
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading

_REASONS = frozenset({"because", "if", "unless", "until"})
"""What opens a clause that belongs to what was said, where the parser hung it on the cue."""
_BACKSHIFTED = frozenset({"would", "could", "might"})
"""Auxiliaries of what was said to be going to happen, in a report of the past."""


def attribution(
    reading: Reading, verb: Token, runs: list[tuple[int, int]], rule: str, speaker: Token | None
) -> Draft | None:
    """The draft of a verb's attribution.

    Args:
        reading: The article.
        verb: The cue.
        runs: Tokens ``[start, end)`` of the content, in as many stretches as it has.
        rule: Name of the rule.
        speaker: Head of the words that name the source.

    Returns:
        The draft; None where the runs hold nothing but punctuation.
    """
    content = [span for run in runs if (span := reading.words(*run)) is not None]
    if not content:
        return None
    draft = Draft(_merged(content), cue_words(verb), speaker, rule, via=via(verb))
    passed_on(draft)
    return draft


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].hull(span)
        else:
            merged.append(span)
    return merged


def cue_words(verb: Token) -> list[Token]:
    """The verb with what it hangs on: "declined to say", "quoted as saying"."""
    words = auxiliaries(verb)
    if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        words = [verb.head, *words]
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.pos_ == "VERB":
        words = [verb.head.head, verb.head, *words]
    if any(word.dep_ == "neg" for word in words):
        return words
    return [word for word in words if word.dep_ not in ("aux", "auxpass") or word.lower_ == "to"]


def clause_runs(reading: Reading, head: Token, verb: Token, first: int | None = None) -> list[tuple[int, int]]:
    """The clause of ``head`` without the cue, its subject and what belongs to them."""
    own: set[int] = set()
    if head.is_ancestor(verb):
        own = {t.i for t in verb.subtree}
    else:
        speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if speaker is not None:
            own = set(range(speaker.left_edge.i, speaker.right_edge.i + 1))
        own |= {t.i for t in auxiliaries(verb)}
    start = head.left_edge.i if first is None else first
    tokens = {t.i for t in head.subtree} | set(range(start, head.left_edge.i))
    if head.i > verb.i:
        tokens |= _resumed(verb, head)
    if head.i > verb.i:
        end = min(_comment(reading, head, verb), _semicolon(reading, head))
        tokens = {i for i in tokens if i < end and not (i == end - 1 and reading.doc[i].dep_ == "cc")}
    return stretches(reading.doc, tokens, lambda i: i in own)


def _resumed(verb: Token, clause: Token) -> set[int]:
    """What goes on after the clause in its own tense, where the parser joined it to the cue.

    "It said it was surprised and would read the ruling": what would be done is a part of what was said.
    """
    if verb.tag_ != "VBD" or "quotation" not in frames_of(verb):
        return set()
    for child in verb.rights:
        marks = {c.lower_ for c in child.lefts if c.dep_ == "mark"}
        if child.dep_ == "advcl" and child.i > clause.right_edge.i and marks & _REASONS:
            return set(range(clause.right_edge.i + 1, child.right_edge.i + 1))
        if child.dep_ == "conj" and child.i > clause.right_edge.i and child.tag_ == "VB":
            marks = {c.dep_ for c in child.lefts}
            would = any(c.tag_ == "MD" and c.lower_ in _BACKSHIFTED for c in child.lefts)
            if would and not marks & {"nsubj", "nsubjpass", "expl"}:
                return set(range(clause.right_edge.i + 1, child.right_edge.i + 1))
    return set()


def _semicolon(reading: Reading, clause: Token) -> int:
    """The semicolon that ends a reported clause."""
    for i in range(clause.i, clause.right_edge.i):
        if reading.doc[i].text == ";" and reading.inside[i] < 0:
            return i
    return len(reading.doc)


def _comment(reading: Reading, clause: Token, verb: Token) -> int:
    """First token of what the writer adds to a reported clause: "…, while others said", "… and criticised Y"."""
    for child in sorted((*clause.rights, *(c for conj in clause.conjuncts for c in conj.rights)), key=lambda t: t.i):
        comma = reading.doc[child.left_edge.i - 1].text == ","
        if child.dep_ == "advcl" and comma:
            if (
                child.tag_ == "VBG"
                and frames_of(child)
                and not any(c.dep_ in ("mark", "nsubj") for c in child.children)
            ):
                return child.left_edge.i
            if any(c.dep_ == "mark" and _contrasts(c.lower_, child) for c in child.lefts):
                return child.left_edge.i
        if child.dep_ == "conj" and child.head == clause and (shared_cue(child) or _done_besides(child, clause, verb)):
            return child.left_edge.i
        if child.dep_ == "conj" and child.head == clause and _of_another(child):
            return child.left_edge.i
        if child.dep_ in ("appos", "npadvmod") and comma and _remark(child):
            return child.left_edge.i
        if comma and child.dep_ in ("prep", "advmod", "npadvmod") and _days_apart(child):
            return child.left_edge.i
    return len(reading.doc)


def _days_apart(word: Token) -> bool:
    """True for the writer's reckoning of time at the end: "…, two days after the release of its engineers"."""
    if word.lower_ not in ("after", "before") or word.left_edge.pos_ != "NUM":
        return False
    return any(t.lemma_ in ("day", "week", "month", "year", "hour") for t in word.doc[word.left_edge.i : word.i])


def _done_besides(verb: Token, clause: Token, cue: Token) -> bool:
    """True for what was done besides what was asked: "demanded that it refund them, and gave it ten days"."""
    told = verb.tag_ == cue.tag_ == "VBD" and clause.tag_ == "VB" and verb.lower_ != lemma(verb)
    return told and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") for c in verb.lefts)


def _of_another(verb: Token) -> bool:
    """True for another's words that the parser joined: "warned of floods, and the union has said that S"."""
    if "quotation" not in frames_of(verb) or not any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.rights):
        return False
    own = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    joint = verb.left_edge.i - 1
    apart = own is not None and own.pos_ in ("NOUN", "PROPN") and joint > 0 and verb.doc[joint].dep_ == "cc"
    return apart and verb.doc[joint - 1].text == ","


def _contrasts(mark: str, clause: Token) -> bool:
    """True for a clause of the writer's: "…, while others left", "…, though they warn of floods"."""
    return mark in ("while", "whereas") or (mark in ("though", "although") and bool(frames_of(clause)))


def _remark(noun: Token) -> bool:
    """True for what the writer calls the words: "…, a charge they deny"."""
    told = lemma(noun) in noun_frames() or lemma(noun) in words("sources", "remarks")
    return noun.left_edge.lower_ in ("a", "an") and told
