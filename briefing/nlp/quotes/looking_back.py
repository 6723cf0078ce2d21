"""Sentences that say who said the one before: "Such is the view of X", "This was announced by X", "So says X".

Common in news translated from languages that set the speaker last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import agent, noun_phrase_at, passive, root_of
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading

_POINTING = frozenset({"this", "that", "such", "so", "these", "those"})
_OPENING = 3
"""Tokens of a sentence among which the word that points back stands: "And that, at least,"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOBODY = frozenset({"nobody", "none", "no-one"})
_SHORTEST = 4
"""Tokens of the shortest sentence that can have been said."""


def looking_back(reading: Reading, attributed: Iterable[Draft]) -> Iterator[Draft]:
    """The attributions of sentences that nobody is said to have said where they stand.

    Args:
        reading: The article.
        attributed: What other rules found; a sentence with a cue of its own is not attributed again.
    """
    taken: set[int] | None = None
    first = reading.sentence(reading.doc[0])[1] if len(reading.doc) else 0
    while first < len(reading.doc):
        start, end = reading.sentence(reading.doc[first])
        first = end
        pointing = next((t for t in reading.doc[start : min(end, start + _OPENING)] if t.lower_ in _POINTING), None)
        if pointing is None or reading.quoted(pointing) or not reading.readable(pointing):
            continue
        quoted = start > 0 and reading.quoted(reading.doc[start - 1])
        told = _told(reading, pointing, end) or (_after_words(pointing) if quoted else None)
        if told is None:
            continue
        before = reading.sentence(reading.doc[start - 1])
        if (marked := reading.inside[before[0]]) >= 0:
            outer = reading.quotations[marked].outer
            alone = reading.tokens[marked][0] == before[0] and reading.tokens[marked][1] == start
            if alone and not any(outer.overlaps(span) for draft in attributed for span in draft.content):
                yield Draft([outer], told[0], told[1], "sentence-before", quoted=True)
            continue
        if taken is None:
            taken = {reading.sentence(word)[0] for draft in attributed for word in draft.cue}
        if before[0] in taken or not _statement(reading, *before):
            continue
        content = reading.words(*before)
        if content is not None:
            cue, speaker = told
            yield Draft([content], cue, speaker, "sentence-before")


def _statement(reading: Reading, start: int, end: int) -> bool:
    """True for a sentence with a verb of its own that the writer tells."""
    first = reading.doc[start]
    if end - start < _SHORTEST or not reading.readable(first) or first.idx < reading.headline:
        return False
    return not reading.quoted(first) and any(token.tag_ in _FINITE for token in reading.doc[start:end])


def _told(reading: Reading, pointing: Token, end: int) -> tuple[list[Token], Token] | None:
    """The cue and whose words they were, if the sentence tells nothing else."""
    root = root_of(pointing)
    if reading.quoted(root) or any(c.dep_ in ("neg", "ccomp") for c in root.children):
        return None
    if pointing.lower_ == "so":
        beside = root.i == pointing.i + 1 < end - 1 and "clause" in frames_of(root)
        speaker = noun_phrase_at(reading.doc, root.i + 1) if beside else None
        return None if speaker is None else ([root], speaker)
    if pointing.dep_ == "nsubjpass" and passive(root) and "clause" in frames_of(root):
        by = agent(root)
        return None if by is None else ([root], by)
    if root.lemma_ != "be":
        return None
    return next((said for noun in root.children if (said := _whose(noun)) is not None), None)


def _after_words(pointing: Token) -> tuple[list[Token], Token] | None:
    """Whose words stood before: "With those words X closed it", "That promise came from X", "So X explained it"."""
    noun, root = pointing.head, root_of(pointing)
    doer = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if pointing.lower_ == "so":
        return ([root], doer) if doer is not None and "clause" in frames_of(root) else None
    known = "clause" in noun_frames().get(lemma(noun), ()) or lemma(noun) in words("sources", "said") | _SPOKEN
    if pointing.dep_ != "det" or not known:
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ == "with":
        return ([noun], doer) if doer is not None else None
    if noun != doer or lemma(root) not in ("come", "be", "belong"):
        return None
    of = next((c for c in root.rights if c.lower_ in ("from", "of", "to")), None)
    owner = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    return None if owner is None else ([noun], owner)


_SPOKEN = frozenset({"word", "phrase", "sentence", "remark"})


def _whose(noun: Token) -> tuple[list[Token], Token] | None:
    """Whose view it was, in "That is the view of X" and "This was X's conclusion"."""
    known = "clause" in noun_frames().get(lemma(noun), ()) or lemma(noun) in words("sources", "said")
    own = any(c.lower_ in ("that", "to") and c.dep_ in ("mark", "aux") for clause in noun.rights for c in clause.lefts)
    if noun.dep_ not in ("attr", "nsubj") or not known or own:
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ != "PRON"), None)
    of = next((c for c in noun.rights if c.lower_ in ("of", "by", "from")), None)
    owner = owner or (next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None)
    return None if owner is None or owner.lower_ in _NOBODY else ([noun], owner)
