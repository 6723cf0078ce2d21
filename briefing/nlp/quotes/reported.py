"""Who said what in reported speech: verbs with a clause, an infinitive, an object or a name for something."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from briefing.model import Span
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import (
    agent,
    auxiliaries,
    noun_phrase_at,
    passive,
    phrase,
    shared_cue,
    stretches,
    subject,
)
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading

_RUMOUR = words("passives", "rumour")
"""Passives that name nobody and attribute to nobody: "is said to", "it is thought that"."""
_BREAKS = frozenset([",", "—", "–", "-", "--", "”", '"', "’", "?", "!"])
"""What stands between a clause and the cue after it."""
_NAMING_WORDS = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART"])
_SPEAKER_WORDS = 16
_AFTER = 45
_EVIDENCE = words("sources", "evidence")
_REFUSALS = words("refusals", "verbs")
_NO_ANSWER = words("refusals", "no_answer")
"""What is declined without saying anything: "declined to comment"."""


def reported_speech(reading: Reading) -> Iterator[Draft]:
    """The attributions by verbs outside quotation marks, in order of the verbs."""
    for verb in reading.doc:
        frames = frames_of(verb)
        if not frames or reading.quoted(verb) or verb.dep_ in ("amod", "compound", "aux"):
            continue
        if not reading.readable(verb):
            continue
        draft = _of_passive(reading, verb, frames) if passive(verb) else _of_active(reading, verb, frames)
        if draft is not None:
            yield draft


def _of_active(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    for rule in (
        _clause,
        _tail,
        _parenthesis,
        _as_clause,
        _infinitive,
        _addressed,
        _named,
        _charge,
        _prepositional,
        _object,
    ):
        draft = rule(reading, verb, frames)
        if draft is not None:
            return draft
    return None


def _of_passive(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    by = agent(verb)
    patient = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if patient is None:
        asked = clause is not None and lemma(verb) in ("ask", "tell")
        return _draft(reading, verb, [_runs(reading, clause, verb)], "passive-clause", by) if clause and asked else None
    if clause is not None and "clause" in frames and (by is not None or lemma(verb) not in _RUMOUR):
        return _draft(reading, verb, [_runs(reading, clause, verb)], "passive-clause", by)
    if by is None or not frames & {"object", "charge", "named"}:
        return None
    parts = [phrase(patient)]
    tail = next(
        (c for c in verb.children if c.dep_ in ("oprd", "prep") and c.lower_ not in ("by", "in", "on", "at")), None
    )
    if tail is not None and tail.i > verb.i and (tail.dep_ == "oprd" or tail.lower_ in ("of", "for", "as")):
        parts.append((tail.left_edge.i, tail.right_edge.i + 1))
    return _draft(reading, verb, [parts], "passive-by", by)


def _draft(
    reading: Reading, verb: Token, parts: list[list[tuple[int, int]]], rule: str, speaker: Token | None
) -> Draft | None:
    content = [span for runs in parts for run in runs if (span := reading.words(*run)) is not None]
    if not content:
        return None
    return Draft(_merged(content), _cue_words(verb), speaker, rule, via=_via(verb))


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].hull(span)
        else:
            merged.append(span)
    return merged


def _cue_words(verb: Token) -> list[Token]:
    """The verb with what it hangs on: "declined to say", "quoted as saying"."""
    words = auxiliaries(verb)
    if verb.dep_ == "xcomp" and verb.head.pos_ == "VERB":
        words = [verb.head, *words]
    elif verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.pos_ == "VERB":
        words = [verb.head.head, verb.head, *words]
    return [word for word in words if word.dep_ not in ("aux", "auxpass") or word.lower_ == "to"]


def _via(verb: Token) -> Token | None:
    """Who quotes, in "AFP quoted X as saying" and "X was quoted by AFP as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.head.head.pos_ != "VERB":
        return None
    quoting = verb.head.head
    if passive(quoting):
        return agent(quoting)
    if any(c.dep_ == "dobj" for c in quoting.children):
        return subject(quoting)
    return None


def _runs(reading: Reading, head: Token, verb: Token, first: int | None = None) -> list[tuple[int, int]]:
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
        end = _comment(reading, head, verb)
        tokens = {i for i in tokens if i < end and not (i == end - 1 and reading.doc[i].dep_ == "cc")}
    return stretches(reading.doc, tokens, lambda i: i in own)


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
            if any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in child.lefts):
                return child.left_edge.i
        if child.dep_ == "conj" and child.head == clause and shared_cue(child):
            return child.left_edge.i
    return len(reading.doc)


# ------------------------------------------------------------------ clauses


def _clause(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X said that S"."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            bare = child.tag_ in ("VB", "VBG") and not any(c.dep_ == "mark" for c in child.children)
            if bare and frames & {"addressed", "infinitive"} and any(c.lower_ == "to" for c in child.lefts):
                return _draft(reading, verb, [_runs(reading, child, verb)], "verb-addressed", subject(verb))
            if "clause" in frames:
                return _draft(reading, verb, [_runs(reading, child, verb)], "verb-clause", _speaker(reading, verb))
    if "clause" in frames and (lost := _lost_clause(verb)) is not None:
        return _draft(reading, verb, [_runs(reading, lost, verb)], "verb-clause", subject(verb))
    return None


def _speaker(reading: Reading, verb: Token) -> Token | None:
    """The subject, or the name that begins the sentence where the parser lost it: "Olsen, whose term ended, said"."""
    speaker = subject(verb)
    if (
        speaker is not None
        or verb.dep_ not in ("ROOT", "ccomp", "conj")
        or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
    ):
        return speaker
    first, _ = reading.sentence(verb)
    head = noun_phrase_at(reading.doc, first)
    before = verb.i - 1
    while before > first and reading.doc[before].dep_ in ("aux", "advmod"):
        before -= 1
    closed = head is not None and head.i < verb.i and (reading.doc[before].text == "," or head.i == before)
    return head if closed else None


def _lost_clause(verb: Token) -> Token | None:
    """The clause the parser hung on a noun, in "told analysts on a call that S": its "that" is no relative pronoun."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _SPEAKER_WORDS, verb.right_edge.i + 1)]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.dep_ in ("relcl", "acl"):
            return token.head if token.head.head.i > verb.i and token.head.head.pos_ != "VERB" else None
    return None


def _parenthesis(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "The tests, he said, were clean"."""
    if "quotation" not in frames or verb.dep_ != "parataxis" or verb.head == verb:
        return None
    runs = _runs(reading, verb.head, verb)
    start = reading.opening(reading.sentence(verb)[0], verb.i)
    return _draft(reading, verb, [[(max(a, start), b) for a, b in runs if b > start]], "parenthesis", subject(verb))


def _as_clause(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "As Olsen explained, the bridge is old"."""
    if (
        "quotation" not in frames
        or verb.dep_ != "advcl"
        or not any(c.lower_ == "as" and c.i < verb.i for c in verb.lefts)
    ):
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "advcl") for c in verb.rights) or verb.head.i < verb.i:
        return None
    return _draft(reading, verb, [_runs(reading, verb.head, verb)], "as-clause", subject(verb))


def _tail(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "S, X said on Monday." and "S, said X.", read from the tokens: the parser often takes X for a part of S."""
    if not {"clause", "quotation"} <= frames or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in verb.children):
        return None
    doc, (first, end) = reading.doc, reading.sentence(verb)
    speaker, comma = _tail_speaker(reading, verb)
    if speaker is None or comma <= first or reading.quoted(doc[comma - 1]):
        return None
    start = reading.opening(first, comma)
    rest = _goes_on(reading, verb, speaker)
    if rest is not None:
        return _draft(reading, verb, [[(start, comma), (rest, end)]], "parenthesis", speaker)
    if not any(_main(doc[i], verb) for i in range(start, comma)):
        start = first
    if not _ends_soon(reading, verb, max(verb.i, speaker.i)) or not any(
        _main(doc[i], verb) for i in range(start, comma)
    ):
        return None
    runs = stretches(doc, range(start, comma), lambda i: doc[i].dep_ == "cc" and i == start)
    return _draft(reading, verb, [runs], "sentence-then-cue", speaker)


def _goes_on(reading: Reading, verb: Token, speaker: Token) -> int | None:
    """Where the clause goes on after "he said", in "The tests, he said, were clean": at a verb without a subject."""
    doc, (_, end) = reading.doc, reading.sentence(verb)
    i = max(verb.i, phrase(speaker)[1] - 1) + 1
    while i < end - 1 and doc[i].text != "," and i - verb.i < _SPEAKER_WORDS:
        i += 1
    if i >= end - 1 or doc[i].text != "," or doc[i + 1].tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return None
    return i + 1


def _tail_speaker(reading: Reading, verb: Token) -> tuple[Token | None, int]:
    """Head of the speaker's words and the comma before the cue and them; (None, 0) where the words do not lie so."""
    doc, (first, _) = reading.doc, reading.sentence(verb)
    before = verb.i - 1
    while before > first and doc[before].dep_ in ("aux", "advmod"):
        before -= 1
    if doc[before].text in _BREAKS and not reading.quoted(doc[before]):
        return noun_phrase_at(doc, verb.i + 1), before
    start = before
    while start > first and before - start < _SPEAKER_WORDS and doc[start].pos_ in _NAMING_WORDS:
        start -= 1
    if doc[start].text not in _BREAKS or reading.quoted(doc[start]):
        return None, 0
    head = noun_phrase_at(doc, start + 1)
    return (head, start) if head is not None and head.i < verb.i else (None, 0)


def _main(token: Token, cue: Token) -> bool:
    """True for a finite verb with its subject that is not of a subordinate clause opened before the cue."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("advcl", "relcl", "acl", "pcomp", "csubj"):
        return False
    if token.dep_ == "ccomp" and token.head == cue:
        return True
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "attr") and c.i < cue.i for c in token.children)


def _ends_soon(reading: Reading, verb: Token, last: int) -> bool:
    """True where the sentence has no further clause after the cue and the speaker."""
    end = reading.sentence(verb)[1]
    return end - last <= _AFTER and not any(
        token.dep_ in ("ccomp", "xcomp", "dobj") and token.head == verb for token in verb.doc[last + 1 : end]
    )


# ------------------------------------------------------------------ infinitives and objects


def _infinitive(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X pledged to V", "X denied V-ing"."""
    child = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if child is None:
        return None
    to = any(c.lower_ == "to" and c.dep_ == "aux" for c in child.lefts)
    if not ("infinitive" in frames and to) and not ("gerund" in frames and child.tag_ == "VBG"):
        return None
    if to and any(c.dep_ == "dobj" and c.i < child.i for c in verb.children):
        return None
    if lemma(verb) in _REFUSALS and (lemma(child) in _NO_ANSWER or "quotation" in frames_of(child)):
        return None
    return _draft(reading, verb, [_runs(reading, child, verb)], "verb-infinitive", subject(verb))


def _addressed(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X urged Y to V"."""
    if "addressed" not in frames:
        return None
    hearer = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
    action = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    if action is None or lemma(action) in _NO_ANSWER or not any(c.lower_ == "to" for c in action.lefts):
        return None
    runs = _runs(reading, action, verb)
    if hearer is not None:
        runs = [(hearer.left_edge.i, runs[-1][1])]
    return _draft(reading, verb, [runs], "verb-addressed", subject(verb))


def _named(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X called the move a fraud", "X described it as a fraud"."""
    if "named" not in frames:
        return None
    if any(c.dep_ == "prt" for c in verb.children):
        return None
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "ccomp") and c.i > verb.i), None)
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return None
    name = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    name = name or next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None and thing is not None:
        name = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None and (thing is None or thing.dep_ != "ccomp"):
        return None
    heads = [head for head in (thing, name) if head is not None]
    start = min(head.left_edge.i for head in heads)
    end = max(head.right_edge.i for head in heads) + 1
    return _draft(reading, verb, [[(start, end)]], "verb-naming", subject(verb)) if start > verb.i else None


def _charge(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X accused Y of V-ing", "X blamed Y for Z"."""
    if "charge" not in frames:
        return None
    who = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if who is None:
        return None
    end = who.right_edge.i + 1
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "over", "on", "as") and child.i >= end:
            end = child.right_edge.i + 1
    return _draft(reading, verb, [[(who.left_edge.i, end)]], "verb-charge", subject(verb))


def _prepositional(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X called for Z", "X warned of Z"."""
    if verb.dep_ == "xcomp" and lemma(verb.head) in _REFUSALS:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and f"prep:{child.lower_}" in frames and child.i > verb.i:
            end = child.right_edge.i + 1
            if child.lower_ in ("on", "upon"):
                end = max([end, *(c.right_edge.i + 1 for c in verb.rights if c.dep_ == "xcomp")])
            draft = _draft(reading, verb, [[(child.i + 1, end)]], "verb-preposition", subject(verb))
            if draft is not None:
                draft.cue.append(child)
            return draft
    return None


def _object(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X denied any link"."""
    if not frames & {"object", "evidence"} or any(c.tag_ == "MD" for c in verb.children):
        return None
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None or thing.pos_ == "PRON" or (speaker := subject(verb)) is None:
        return None
    if "object" not in frames and lemma(speaker) not in _EVIDENCE:
        return None
    if "clause" in noun_frames().get(lemma(thing), ()) and any(c.dep_ in ("acl", "ccomp") for c in thing.rights):
        return None
    return _draft(reading, verb, [[(thing.left_edge.i, thing.right_edge.i + 1)]], "verb-object", speaker)
