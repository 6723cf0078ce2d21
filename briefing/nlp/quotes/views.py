"""Whose words or view a sentence opens with: "In the words of X, S", "In a poll, S", "For X, “S”"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.nlp.names.agents import is_body, is_human
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import noun_phrase_at, phrase, root_of
from briefing.nlp.quotes.lexicon import frames_of, lemma, words
from briefing.nlp.quotes.reading import Reading

_OPENING = 12
"""Tokens from "poll" to the comma that ends "In a poll of a thousand voters last week,"."""
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_OWN = frozenset(["nsubj", "nsubjpass"])


def opening(reading: Reading, preposition: Token) -> Draft | None:
    """As in "In a poll last week, half were undecided", "In the words of an aide, he was finished"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    rule, cue, source = "in-survey", [preposition], noun
    if (view := _view(preposition, noun)) is not None:
        rule, (cue, source) = "in-the-view-of", view
    elif preposition.lower_ == "by":
        return None
    elif noun.lower_ == "words" and (of := next((c for c in noun.rights if c.lower_ == "of"), None)) is not None:
        rule, cue = "in-the-words-of", [preposition, noun, of]
        source = next((c for c in of.children if c.dep_ == "pobj"), noun)
    elif preposition.lower_ == "per":
        rule = "according-to"
        if noun.pos_ == "NOUN" and noun.left_edge == noun:
            return None
    elif lemma(noun) not in words("sources", "surveys"):
        return None
    _, end = reading.sentence(preposition)
    comma = next((i for i in range(source.i, min(end, source.i + _OPENING)) if reading.doc[i].text == ","), None)
    if rule == "in-the-view-of" and preposition.lower_ == "in" and source.i < noun.i and noun.right_edge == noun:
        comma = noun.i  # "In her opinion the damage is small"
    if comma is not None and reading.doc[comma + 1].pos_ == "PROPN":
        comma = _past_name(reading, comma, end)  # "In the words of its director, Per Aas, S"
    if rule == "in-the-view-of" and comma is None:
        comma = phrase(source)[1] - 1
    content = reading.words(comma + 1, end) if comma is not None else None
    return Draft([content], cue, source, rule) if content else None


def _past_name(reading: Reading, comma: int, end: int) -> int:
    """The comma after a name that stands between two; the first where other words do."""
    i = comma + 1
    while i < end - 1 and reading.doc[i].pos_ == "PROPN":
        i += 1
    return i if reading.doc[i].text == "," else comma


def inner_view(reading: Reading, preposition: Token) -> Draft | None:
    """As in "He was fined because in the opinion of the jury he had hidden the letters"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    view = _view(preposition, noun) if noun is not None else None
    if view is None or view[1].i < preposition.i or "clause" in frames_of(root_of(preposition)):
        return None
    start, end = phrase(view[1])[1], reading.sentence(preposition)[1]
    start += reading.doc[min(start, end - 1)].text == ","
    told = any(t.dep_ in _OWN for t in reading.doc[start : start + _OPENING])
    content = reading.words(start, end) if told else None
    return Draft([content], *view, "in-the-view-of") if content else None


def for_whom(reading: Reading, preposition: Token) -> Draft | None:
    """As in "For the governor, “order reigns”", where a sentence in marks is somebody's view."""
    who = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    _, end = reading.sentence(preposition)
    if who is None or not (is_human(who) or is_body(who) or who.ent_type_ in ("PERSON", "ORG")):
        return None
    after = after_source(reading, who, end)
    if after is None or not reading.quoted(reading.doc[after]) or reading.quoted(preposition):
        return None
    inside = (t for t in reading.doc[after:end] if reading.inside[t.i] == reading.inside[after])
    content = reading.words(after, end) if any(t.dep_ in _OWN for t in inside) else None
    return Draft([content], [preposition], who, "for-whom") if content else None


def _view(preposition: Token, noun: Token) -> tuple[list[Token], Token] | None:
    """The cue and whose view it is, in "in her view", "in the view of Holt", "by the commission's own count"."""
    if lemma(noun) not in words("sources", "views" if preposition.lower_ == "in" else "counts"):
        return None
    own = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if own is not None:
        return [preposition, noun], own
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return None if of is None or whose is None else ([preposition, noun, of], whose)


def _woven_words(reading: Reading, preposition: Token, noun: Token) -> Draft | None:
    """As in "The copy is, in the words of its owner, “a rag”": only what stands in marks are the words."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None) if noun.lower_ == "words" else None
    source = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    own = next((c for c in noun.lefts if c.dep_ == "poss"), None) if noun.lower_ == "words" else None
    if source is None and own is None:
        return None
    after = noun.right_edge.i + 1
    after += after < len(reading.doc) and reading.doc[after].text == ","
    if after >= len(reading.doc) or reading.inside[after] < 0:
        return None
    cue = [preposition, noun] if source is None or of is None else [preposition, noun, of]
    outer = reading.quotations[reading.inside[after]].outer
    return Draft([outer], cue, source or own, "in-the-words-of", quoted=True)


def woven_view(reading: Reading, preposition: Token) -> Draft | None:
    """As in "The driver, in the view of Holt, had a helper" and "22,600 are registered, by the commission's count"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is not None and (words_of := _woven_words(reading, preposition, noun)) is not None:
        return words_of
    if noun is None or (view := _view(preposition, noun)) is None:
        return None
    doc, (first, end), after = reading.doc, reading.sentence(preposition), noun.right_edge.i + 1
    if after < end - 1 and doc[after].text != ",":
        return None
    if doc[preposition.i - 2].dep_ == "cc" or "clause" in frames_of(root_of(preposition)):
        return None
    start = reading.opening(first, preposition.i)
    content = [span for run in ((start, preposition.i - 1), (after, end)) if (span := reading.words(*run)) is not None]
    told = any(t.tag_ in _FINITE for i in ((start, preposition.i), (after, end)) for t in doc[slice(*i)])
    return Draft(content, *view, "in-the-view-of") if content and told else None


def after_source(reading: Reading, source: Token, end: int) -> int | None:
    """Where a sentence goes on after its opening "According to its spokeswoman, Anna Berg,"."""
    doc, comma = reading.doc, phrase(source)[1]
    near = next((i for i in range(source.i, comma) if doc[i].text == "," and doc[i].ent_iob_ != "I"), comma)
    if near + 1 < end and (doc[near + 1].tag_ in ("WDT", "WP", "VBN", "VBG", "IN") or _beside(doc, near, source)):
        comma = max(comma, source.right_edge.i)
        comma += doc[min(comma, end - 1)].text != ","
    else:
        comma = near
    if comma >= end - 1 or doc[comma].text != ",":
        return None
    return _past_name(reading, comma, end) + 1


def _beside(doc: Doc, comma: int, source: Token) -> bool:
    """True where an apposition follows, closed by a comma: "Anna Berg, a lawyer for the victims,"."""
    head = noun_phrase_at(doc, comma + 1)
    if head is None or head.dep_ not in ("appos", "conj"):
        return False
    last = head.right_edge.i + 1
    return head.head == source and last < len(doc) and "," in (doc[last].text, doc[last - 1].text)
