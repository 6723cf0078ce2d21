"""Reported clauses: "X said that S", "S, X said", "S1, X said, S2"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.names.agents import is_aged
from briefing.nlp.quotes.attribution import attribution, clause_runs
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import BREAKS, hears, noun_phrase_at, phrase, stretches, subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.voices import voice_before

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBORDINATE = ("pcomp", "relcl", "acl", "advcl", "csubj")
_RESUMING = frozenset(["whether", "if", "because", "since", "unless", "until"])
_COUNTING = frozenset(["all", "both", "half", "most", "none", "nearly", "almost", "about", "some", "many", "several"])
_JOINING = frozenset(["and", "but"])
_NAMING_WORDS = frozenset(["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART"])
_CONTRASTING = frozenset(["although", "though", "while", "whereas"])
_TIMING = frozenset(["after", "ago", "before", "since", "when"])
_DASHES = frozenset(["–", "—", "-", "--"])
_TELLING = frozenset(["assure", "inform", "notify", "remind", "tell"])
"""Cues after which a name is who hears: "S, its spokeswoman, Ida Lund, told reporters"."""
_LONG_DASHES = frozenset(["–", "—", "--"])
_DAYS = frozenset(["DATE", "TIME"])
_SPEAKER_WORDS = 16
"""Tokens of the longest name with its description between a clause and its cue."""
_AFTER = 45
"""Tokens that may follow such a cue: a day, a place, an apposition."""


def after_cue(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "X said that S"; a belief that may be or shall be is nobody's."""
    bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in verb.lefts)
    if "quotation" not in frames and (bare or any(c.tag_ in ("MD", "TO") for c in verb.lefts)):
        return None
    if lemma(verb) in ("ask", "request", "insist") and _nameless(verb):
        return None
    for child in verb.children:
        if lemma(verb) == "hold" and not any(c.lower_ == "that" for c in child.lefts):
            continue  # "holds the title", not "held that parliament was not asked"
        if child.i > verb.i and (child.dep_ == "ccomp" or (child.dep_ == "advcl" and _that(child, frames))):
            bare = child.tag_ in ("VB", "VBG") and not any(c.dep_ == "mark" for c in child.children)
            if bare and frames & {"addressed", "infinitive"} and any(c.lower_ == "to" for c in child.lefts):
                return attribution(reading, verb, clause_runs(reading, child, verb), "verb-addressed", subject(verb))
            if "clause" in frames and (split := _around(reading, verb, child)) is not None:
                return split
            if "clause" in frames:
                runs = _whole(verb, child) or clause_runs(reading, child, verb)
                return attribution(reading, verb, runs, "verb-clause", _speaker(reading, verb))
    if "clause" in frames and (lost := _lost_clause(verb)) is not None:
        return attribution(reading, verb, clause_runs(reading, lost, verb), "verb-clause", subject(verb))
    return None


def _nameless(verb: Token) -> bool:
    """True in "asked that her name be withheld"."""
    told = (c for c in verb.rights if c.dep_ == "ccomp")
    return any(s.lower_ in ("name", "names", "identity") for c in told for s in c.lefts if s.dep_ == "nsubjpass")


def _whole(verb: Token, clause: Token) -> list[tuple[int, int]] | None:
    """As in "told her that 35 crowns, then worth little, were paid": one clause that the parser cut at the comma."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)
    if clause.pos_ in ("VERB", "AUX") or not marked or any(c.dep_ in ("nsubj", "cop") for c in clause.lefts):
        return None
    rest = [c for c in verb.rights if c.dep_ == "ccomp" and c.i > clause.i and c.pos_ in ("VERB", "AUX")]
    return [(clause.left_edge.i, rest[-1].right_edge.i + 1)] if rest else None


def _that(clause: Token, frames: frozenset[str]) -> bool:
    """True for a reported clause the parser took for a circumstance: "said only that"."""
    return "quotation" in frames and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)


def _around(reading: Reading, verb: Token, clause: Token) -> Draft | None:
    """As in "Unless it rains, she warned, half of the wheat will be lost": what stands before the cue belongs to it."""
    if reading.doc[clause.left_edge.i - 1].text != "," or any(c.lower_ == "that" for c in clause.lefts):
        return None
    speaker, comma = tail_speaker(reading, verb)
    first, _ = reading.sentence(verb)
    if speaker is None or speaker.i > verb.i or comma <= first or reading.quoted(reading.doc[comma - 1]):
        return None
    start = reading.opening(first, comma)
    if not _has_verb(reading, start, comma):
        return None
    return attribution(reading, verb, [(start, comma), *clause_runs(reading, clause, verb)], "parenthesis", speaker)


def _speaker(reading: Reading, verb: Token) -> Token | None:
    """The subject, or the name that begins the sentence where the parser lost it: "Olsen, whose term ended, said"."""
    speaker = subject(verb)
    if speaker is not None and speaker.ent_type_ in _DAYS and not is_aged(speaker):
        speaker = None  # "said yesterday that"
    aside = before_aside(reading, verb)
    if aside is not None and (speaker is None or aside[0].i < speaker.i < aside[1]):
        return aside[0]
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
    if closed and head is not None and head.i >= first and reading.doc[first].pos_ in _NAMING_WORDS:
        return head
    voice = voice_before(reading, verb)
    return voice.head if voice is not None else None


def before_aside(reading: Reading, verb: Token) -> tuple[Token, int] | None:
    """Head of the words that begin the sentence before an aside between dashes, and the dash that ends it.

    "The mayor – a Liberal and, her friends say, a gambler – told the council": what stands in the aside is no subject.
    """
    doc, (first, _) = reading.doc, reading.sentence(verb)
    closing = verb.i - 1
    while closing > first and doc[closing].dep_ in ("aux", "advmod", "neg"):
        closing -= 1
    if doc[closing].text not in _DASHES:
        return None
    opening = first + 1
    while opening < closing and doc[opening].pos_ in _NAMING_WORDS:
        opening += 1
    head = noun_phrase_at(doc, first)
    if opening == closing or doc[opening].text not in _DASHES or head is None or head.i >= opening:
        return None
    return head, closing


_IN = frozenset(["in", "on", "during", "via", "through", "at"])
"""Before a statement in which something is said: "said in a statement that"."""


def _lost_clause(verb: Token) -> Token | None:
    """The clause the parser hung on a noun, in "told analysts on a call that S": its "that" is no relative pronoun."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _SPEAKER_WORDS, verb.right_edge.i + 1)]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.dep_ in ("relcl", "acl"):
            noun = token.head.head
            in_it = noun.dep_ == "pobj" and noun.head.lower_ in _IN and noun.head.head == verb
            said_by_noun = not in_it and "clause" in noun_frames().get(lemma(noun), ())
            return token.head if noun.i > verb.i and noun.pos_ != "VERB" and not said_by_noun else None
    return None


def around_cue(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "The tests, he said, were clean"."""
    if "quotation" not in frames or verb.dep_ != "parataxis" or verb.head == verb:
        return None
    runs = clause_runs(reading, verb.head, verb)
    if verb.head.pos_ not in ("VERB", "AUX", "ADJ") and (both := _both_sides(reading, verb)) is not None:
        runs = both
    speaker = subject(verb)
    if speaker is None and (inverted := noun_phrase_at(reading.doc, verb.i + 1)) is not None and _may_speak(inverted):
        speaker, own = inverted, range(verb.i, inverted.right_edge.i + 1)
        runs = stretches(reading.doc, (i for run in runs for i in range(*run)), lambda i: i in own)
    start, end = _within_dashes(reading, verb)
    start = max(start, reading.opening(reading.sentence(verb)[0], verb.i))
    runs = [(max(a, start), min(b, end)) for a, b in runs if start < b and a < end and not _aside(reading, a, verb)]
    return attribution(reading, verb, runs, "parenthesis", speaker)


def _both_sides(reading: Reading, verb: Token) -> list[tuple[int, int]] | None:
    """The sentence before and after a cue between commas, where the parser lost what it hangs on."""
    speaker, comma = tail_speaker(reading, verb)
    start, end = reading.sentence(verb)
    after = verb.right_edge.i if reading.doc[verb.right_edge.i].text == "," else verb.right_edge.i + 1
    if speaker is None or speaker.i > verb.i or comma <= start or after >= end - 1 or reading.doc[after].text != ",":
        return None
    both = _has_verb(reading, start, comma) and _has_verb(reading, after, end)
    return [(start, comma), (after, end)] if both else None


def _has_verb(reading: Reading, start: int, end: int) -> bool:
    return any(token.tag_ in _FINITE for token in reading.doc[start:end])


def _within_dashes(reading: Reading, verb: Token) -> tuple[int, int]:
    """The tokens ``[start, end)`` of the aside between dashes that a cue stands in, else of the sentence.

    "The mayor – a former teacher and, her friends say, a gambler – lost": only the aside is what they say.
    """
    doc, (first, end) = reading.doc, reading.sentence(verb)
    before = [i for i in range(first + 1, verb.left_edge.i) if doc[i].text in _LONG_DASHES]
    after = next((i for i in range(verb.i + 1, end) if doc[i].text in _LONG_DASHES), None)
    told = (
        len(before) % 2 == 1 and after is not None and any(doc[i].is_alpha for i in range(before[-1], verb.left_edge.i))
    )
    return (before[-1] + 1, after) if told and after is not None else (first, end)


def _aside(reading: Reading, start: int, verb: Token) -> bool:
    """True for what the speaker is told to do besides: "…, she said, going on to compare it with"."""
    while start < len(reading.doc) - 1 and (reading.doc[start].is_punct or reading.doc[start].pos_ == "ADV"):
        start += 1
    return start > verb.i and reading.doc[start].tag_ == "VBG" and reading.doc[start].dep_ == "advcl"


def before_cue(reading: Reading, verb: Token, frames: frozenset[str]) -> Draft | None:
    """As in "S, X said on Monday." and "S, said X.", read from the tokens: the parser often takes X for a part of S."""
    if "clause" not in frames or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") for c in verb.children):
        return None
    doc, (first, end) = reading.doc, reading.sentence(verb)
    speaker, comma = tail_speaker(reading, verb)
    if speaker is None or (speaker.i > verb.i and "quotation" not in frames):
        return None
    if comma <= first or (reading.quoted(doc[comma - 1]) and reading.quoted(doc[first])):
        return None
    start = reading.opening(first, comma)
    if verb.dep_ == "parataxis" and verb.head.dep_ == "relcl" and verb.head.left_edge.i < comma:
        start = max(start, verb.head.left_edge.i + 1)  # "papers which, he says, prove that": only what the papers do
    rest = _goes_on(reading, verb, speaker, comma)
    if rest is not None:
        return attribution(reading, verb, [(start, comma), (rest, end)], "parenthesis", speaker)
    if not any(_main(doc[i], verb) for i in range(start, comma)):
        start = first
    if not _ends_soon(reading, verb, max(verb.i, speaker.i)) or not any(
        _main(doc[i], verb) for i in range(start, comma)
    ):
        return None
    runs = stretches(doc, range(start, comma), lambda i: doc[i].dep_ == "cc" and i == start)
    return attribution(reading, verb, runs, "sentence-then-cue", speaker)


def _goes_on(reading: Reading, verb: Token, speaker: Token, comma: int) -> int | None:
    """Where the clause goes on after "he said,": at a verb without subject, a conjunction, a preposition or a count.

    "The tests, he said, were clean"; "They came at dawn, she said, and burned it"; "It began, he said, in a kitchen";
    "Six died, he said, two of them at sea".
    """
    doc, (_, end) = reading.doc, reading.sentence(verb)
    i = max(verb.i, phrase(speaker)[1] - 1) + 1
    while i < end - 1 and doc[i].text != "," and i - verb.i < _SPEAKER_WORDS:
        i += 1
    if i >= end - 2 or doc[i].text != ",":
        return None
    first = doc[i + 1]
    if comma > 0 and (doc[comma - 1].pos_ == "AUX" or doc[comma - 1].lower_ in ("that", "because")):
        return i + 1  # "It is, she believes, the worst drought"
    if first.lower_ in _CONTRASTING or (first.tag_ == "IN" and doc[i + 2].tag_ == "WP"):
        return None  # "…, although police found", "…, in what its head called an attack"
    if first.tag_ in _FINITE or first.lower_ in _RESUMING or first.tag_ == "IN":
        return i + 1
    if speaker.i < verb.i and (first.tag_ in ("CD", "JJR") or first.lower_ in _COUNTING):
        timed = any(token.lower_ in _TIMING for token in doc[i + 1 : i + _SPEAKER_WORDS])
        return None if timed else i + 1  # "…, less than a month after the minister called it"
    return i + 1 if first.lower_ in _JOINING and _same_matter(reading, i + 2, end) else None


def _told_besides(reading: Reading, start: int, end: int) -> bool:
    """True where the writer sets somebody else's words against those told: "…, she says, although police found"."""
    return any(
        "clause" in frames_of(token) and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in token.lefts)
        for token in reading.doc[start:end]
    )


def _same_matter(reading: Reading, i: int, end: int) -> bool:
    """True where what is joined is of the same things as the clause: "and burned it", "but they left".

    Not where it has a subject of its own, or is what the speaker did besides: "…, he said, and added that".
    """
    doc = reading.doc
    while i < end - 1 and (doc[i].pos_ == "ADV" or (doc[i].tag_ == "IN" and doc[i].right_edge.i < end - 2)):
        i = doc[i].right_edge.i + 1 if doc[i].tag_ == "IN" else i + 1
    if doc[i].tag_ == "IN" and i + 2 < end and doc[i + 2].tag_ in ("VBD", "VBN") and not frames_of(doc[i + 2]):
        return True  # "and in return made sure"
    if doc[i].tag_ == "PRP" or (doc[i].tag_ in _FINITE and not frames_of(doc[i])):
        return True
    return _foretold(reading, i, end)


def _foretold(reading: Reading, i: int, end: int) -> bool:
    """True where what is joined tells, like the clause, what will be: "but wages will be paid"."""
    head = noun_phrase_at(reading.doc, i)
    verb = head.head if head is not None and head.dep_ in ("nsubj", "nsubjpass") else None
    if verb is None or not i < verb.i < end or frames_of(verb):
        return False
    return any(c.tag_ == "MD" for c in verb.lefts)


def tail_speaker(reading: Reading, verb: Token) -> tuple[Token | None, int]:
    """Head of the speaker's words and the comma before the cue and them; (None, 0) where the words do not lie so."""
    doc, (first, _) = reading.doc, reading.sentence(verb)
    before = verb.i - 1
    while before > first and (doc[before].dep_ in ("aux", "advmod") or doc[before].is_space):
        before -= 1
    own = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if own is not None and (start := _past_spaces(reading, own.left_edge.i - 1, first)) >= first:
        closed = _past_spaces(reading, before if doc[before].text != "," else before - 1, first)
        if doc[start].text in BREAKS and closed <= own.right_edge.i < verb.i and not reading.quoted(doc[start]):
            return own, start
    if doc[before].text in BREAKS and not reading.quoted(doc[before]):
        named = verb.i + 1
        while named < len(doc) - 1 and doc[named].dep_ == "npadvmod" and doc[named].ent_type_ in _DAYS:
            named += 1  # "said yesterday the entity"
        after = noun_phrase_at(doc, named)
        if after is not None and after.dep_ == "dobj" and not _may_speak(after) and _counted(after):
            after = None  # "the flood, years ago, claimed 57 lives"
        heard = after is not None and lemma(verb) in _TELLING and after.dep_ in ("dobj", "dative")
        voice = voice_before(reading, verb) if after is None or heard else None
        opening = voice.first - 1 if voice is not None else 0
        if voice is not None and opening > first and doc[opening].text == ",":
            return voice.head, opening
        return (after, before) if after is not None else (None, 0)
    start = before
    while (
        start > first and before - start < _SPEAKER_WORDS and (doc[start].pos_ in _NAMING_WORDS or doc[start].is_space)
    ):
        start -= 1
    if doc[start].text not in BREAKS or reading.quoted(doc[start]):
        return None, 0
    if own is not None and own.left_edge.i > start + 1 and verb.dep_ in _SUBORDINATE:
        return None, 0
    head = noun_phrase_at(doc, start + 1)
    return (head, start) if head is not None and head.i < verb.i else (None, 0)


def _may_speak(noun: Token) -> bool:
    """True for who or what can say something: people, bodies, papers."""
    papers = words("sources", "papers") | words("sources", "issued") | words("sources", "evidence")
    return hears(noun) or lemma(noun) in papers | words("headlines", "speakers")


def _counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.lefts)


def _past_spaces(reading: Reading, i: int, first: int) -> int:
    """The last token up to ``i`` that is no white space, such as a tag or a sign left between two words."""
    while i > first and reading.doc[i].is_space:
        i -= 1
    return i


def _main(token: Token, cue: Token) -> bool:
    """True for a finite verb with its subject that is not of a subordinate clause opened before the cue."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("advcl", "relcl", "acl", "pcomp", "csubj"):
        return False
    if token.dep_ == "ccomp":
        return bool(token.head == cue)
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "attr") and c.i < cue.i for c in token.children)


def _ends_soon(reading: Reading, verb: Token, last: int) -> bool:
    """True where the sentence has no further clause after the cue and the speaker."""
    end = reading.sentence(verb)[1]
    own = ("ccomp", "xcomp") if "addressed" in frames_of(verb) else ("ccomp", "xcomp", "dobj")
    return end - last <= _AFTER and not any(
        token.dep_ in own and token.head == verb and token.tag_ != "PRP" for token in verb.doc[last + 1 : end]
    )
