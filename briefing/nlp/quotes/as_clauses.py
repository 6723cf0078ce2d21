"""Clauses whose source stands in an aside: "as X said, S", "S, it follows from X", "S, AFP quoted X as saying"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.quotes.attribution import attribution, clause_runs
from briefing.nlp.quotes.chains import saying_of
from briefing.nlp.quotes.clauses import tail_speaker
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import stretches, subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, words
from briefing.nlp.quotes.reading import Reading

_ANYONE = frozenset(["it", "one", "we"])
_AFTERWARDS = words("sources", "afterwards")
"""Cues of a clause before them, in "S, as X admitted": without an object they do not tell a time."""
_VERBAL = ("VERB", "AUX")


def as_clause(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "As Olsen explained, the bridge is old"."""
    if "quotation" in frames and (noun := _as_noun(reading, verb)) is not None:
        clause = noun.head.head
        first, end = reading.sentence(verb)
        runs = stretches(reading.doc, range(first, end), lambda i: noun.head.i <= i <= verb.i)
        return attribution(reading, verb, runs, "as-clause", subject(verb) or noun) if clause.pos_ in _VERBAL else None
    if lemma(verb) in _AFTERWARDS and (confirmed := _afterwards(reading, verb)) is not None:
        return confirmed
    if (
        "quotation" not in frames
        or verb.dep_ != "advcl"
        or not any(c.lower_ == "as" and c.i < verb.i for c in verb.lefts)
    ):
        return None
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "advcl") for c in verb.rights) or verb.head.i < verb.i:
        return None
    speaker = subject(verb)
    if speaker is not None and speaker.lower_ in ("we", "i"):
        return None  # "As we reported": the paper itself
    return attribution(reading, verb, clause_runs(reading, verb.head, verb), "as-clause", speaker)


def _afterwards(reading: Reading, verb: Token) -> Draft | None:
    """As in "The bridge is old, as Olsen admitted"."""
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ == "mark"), None)
    if mark is None or verb.dep_ != "advcl" or verb.head.i > mark.i or reading.doc[mark.i - 1].text != ",":
        return None
    if any(c.dep_ not in ("punct", "npadvmod", "advmod", "prep", "prt") for c in verb.rights):
        return None
    speaker, main = subject(verb), verb.head
    if speaker is None or speaker.lower_ in ("we", "i", *_ANYONE) or main.pos_ not in _VERBAL or frames_of(main):
        return None
    start = reading.opening(reading.sentence(verb)[0], mark.i) if main.dep_ == "ROOT" else main.left_edge.i
    return attribution(reading, verb, [(start, mark.i - 1)], "as-clause", speaker)


def _as_noun(reading: Reading, verb: Token) -> Token | None:
    """The noun of "as the doctor of the hospital, Ann Tan, specified," that the parser took for "as a doctor"."""
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "pobj" or noun.head.lower_ != "as" or verb.tag_ not in ("VBD", "VBZ"):
        return None
    before, after = noun.head.i - 1, verb.i + 1
    opened = noun.head.is_sent_start or (before >= 0 and reading.doc[before].text == ",")
    closed = after < len(reading.doc) and reading.doc[after].text == "," and not any(verb.rights)
    return noun if opened and closed and any(c.dep_ == "nsubj" for c in verb.lefts) else None


def quoted_as_saying(reading: Reading, saying: Token, frames: frozenset[str]) -> Draft | None:
    """As in "S, AFP quoted X as saying" and "S, X was quoted as saying"."""
    if saying.dep_ != "pcomp" or saying.head.lower_ != "as" or saying_of(saying.head.head) != saying:
        return None
    _, comma = tail_speaker(reading, saying.head.head)
    start = reading.opening(reading.sentence(saying)[0], comma)
    if comma <= start or any(c.dep_ in ("ccomp", "dobj") for c in saying.rights):
        return None
    return attribution(reading, saying, [(start, comma)], "quoted-as-saying", subject(saying))


def follows_from(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "S, it follows from the statement of X", "S, one learns from a source"."""
    if lemma(verb) not in words("sources", "following") or (own := subject(verb)) is None or own.lower_ not in _ANYONE:
        return None
    of = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ == "from"), None)
    source = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    start, comma = reading.sentence(verb)[0], own.i - 1
    if source is None or comma <= start or reading.doc[comma].text != ",":
        return None
    draft = attribution(reading, verb, [(reading.opening(start, comma), comma)], "sentence-then-cue", source)
    if draft is not None and of is not None:
        draft.cue.append(of)
    return draft
