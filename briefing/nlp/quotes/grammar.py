"""What the quotation rules ask of the parse: who is the subject, how far a phrase reaches, what a clause holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from briefing.model import Span
from briefing.nlp.names.agents import is_body, is_human
from briefing.nlp.quotes.lexicon import frames_of, words

_SUBJECTS = ("nsubj", "csubj")
_EDGE = " \t\n\r,;:–—-"
_END = _EDGE + "."
_DASHES = frozenset(["-", "–", "—", "--"])
_WHEN = frozenset(["afterwards", "also", "earlier", "later", "meanwhile", "then"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_NOMINAL = frozenset(["DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"])
_PHRASE = 20
OWN_DEED = frozenset(["promise", "threaten", "spend", "waste", "begin", "start", "have", "use"])
"""Verbs whose infinitive or participle is done by their subject, whatever their object is."""
BREAKS = frozenset([",", "—", "–", "-", "--", "”", '"', "’", "?", "!"])
"""What stands between a clause and the cue after it."""
_DEEPEST = 60
"""Governors up to the head of a sentence."""
_CLIMB = 8
"""How many governors are asked for a subject; deeper is never right and costs time."""


def subject(verb: Token, *, passive: bool = False) -> Token | None:
    """Head of the verb's subject: its own, or that of the verb it hangs on.

    "X declined to say", "X left, saying", "after X was seen, adding", "a statement saying", "quoted X as saying".

    Args:
        verb: The verb.
        passive: Whether a passive subject of the verb itself counts.
    """
    token = _commented(verb)
    for _ in range(_CLIMB):
        own = _own_subject(token, passive or token != verb)
        if own is not None:
            return None if token != verb and _impersonal(own) else own
        if token.dep_ in ("ROOT", "ccomp", "relcl", "parataxis") or token.head == token:
            if token != verb:
                return _taken_for_time(token)
            return beside(token) or _inverted(token) or _taken_for_time(token)
        if token.dep_ == "acl":
            return _bearer(token)
        if token.dep_ == "xcomp":
            hearer = next((c for c in token.head.children if c.dep_ in ("dobj", "dative") and c.i < token.i), None)
            if hearer is not None and token.head.lemma_ not in OWN_DEED:
                return hearer
        if token.dep_ == "conj" and token.head.dep_ == "ccomp" and shared_cue(token):
            token = token.head.head
            continue
        if token.dep_ == "conj" and token.tag_ in _FINITE and token.head.dep_ == "acl" and token.head.tag_ == "VBN":
            token = token.head.head  # "called the reports “invented” and blamed": the verbs are joined, no participle
        if token.dep_ == "pcomp" and token.head.lower_ == "as" and (quoted := quoting(token)) is not None:
            return quoted
        token = token.head
    return None


def _commented(verb: Token) -> Token:
    """The verb, or the cue of the clause it comments on: "X said he was outraged, arguing that"."""
    clause = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or clause.dep_ != "ccomp" or verb.i < clause.i:
        return verb
    told = verb.doc[verb.left_edge.i - 1].text == "," and "quotation" in frames_of(verb) and frames_of(clause.head)
    if not told or clause.head.i > clause.i or any(t.is_quote for t in verb.doc[clause.head.i : clause.i]):
        return verb  # "“Nobody answered,” Berg pointed out, adding": the parser took the quotation for the cue
    return clause.head


def beside(verb: Token) -> Token | None:
    """Head of the words that end just before a finite verb, where the parser lost its subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("relcl", "acl", "advcl"):
        return None
    before = verb.i - 1
    while before > 0 and (verb.doc[before].dep_ in ("aux", "advmod") or verb.doc[before].text == ")"):
        before -= 1
    token = verb.doc[max(before, 0)]
    for _ in range(_CLIMB):
        if token.head == token or token.head.i >= verb.i or token.head.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    named = token.pos_ in ("NOUN", "PROPN", "PRON") and token.i < verb.i and not token.is_sent_end
    return token if named and token.dep_ not in ("pobj", "dobj", "npadvmod") else None


def _taken_for_time(verb: Token) -> Token | None:
    """The subject before an aside that the parser took for an adverbial: "The rector, for his part, deplored"."""
    first = next(iter(verb.lefts), None)
    if first is None or first.dep_ != "npadvmod" or verb.tag_ not in ("VBD", "VBN"):
        return None
    return first if first.ent_type_ in ("PERSON", "ORG") or is_human(first) or is_body(first) else None


def _impersonal(own: Token) -> bool:
    """True for the subject of "it is hard to say"."""
    return own.lower_ in ("it", "there") and any(c.dep_ in ("acomp", "attr") for c in own.head.rights)


def _bearer(verb: Token) -> Token | None:
    """Who does what hangs on a noun: "her refusal to say", "issued a statement saying", "a man shouting"."""
    noun = verb.head
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") and not any(c.dep_ == "appos" for c in noun.rights):
        return None
    if verb.tag_ == "VBG" and noun.dep_ == "dobj" and noun.lemma_.lower() in words("sources", "papers"):
        return subject(noun.head) or noun
    if verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.lower_ == "to" and frames_of(noun.head.head):
        return subject(noun.head.head)  # "wrote to the regulator demanding an inquiry"
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if infinitive and owner is None and noun.dep_ == "dobj":
        return subject(noun.head)  # "reserves the right to appeal"
    return owner if infinitive and owner is not None else noun


def shared_cue(verb: Token) -> bool:
    """True where a cue was parsed into the clause before it: "said S and criticised Y", two deeds of one speaker."""
    outer = verb.head.head
    if not frames_of(verb) or outer.pos_ != "VERB" or _own_subject(verb, True) or _wishes_too(verb):
        return False
    done = next((c for c in verb.lefts if c.dep_ == "aux" and c.lemma_ == "do"), verb)
    plain = done.tag_ == "VB" and all(c.dep_ != "aux" for c in verb.lefts)
    return bool(done.tag_ == outer.tag_ or (plain and outer.tag_ == "VBP"))


def _wishes_too(verb: Token) -> bool:
    """True in "says that it is leaving and hopes to return": what the speaker hopes is told in the report."""
    own = next((c for c in verb.head.lefts if c.dep_ == "nsubj"), None)
    now = verb.head.head.tag_ in ("VBZ", "VBP")
    return now and verb.lemma_ in _WISHES and own is not None and own.tag_ == "PRP" and own.lower_ not in ("you", "i")


_WISHES = frozenset({"hope", "want", "wish", "expect", "plan", "intend", "need", "fear", "prefer"})


def quoting(saying: Token) -> Token | None:
    """Who is quoted in "quoted X as saying" and "X was quoted as saying"."""
    verb = saying.head.head
    if verb.pos_ != "VERB":
        return None
    for dep in ("dobj", "nsubjpass"):
        for child in verb.children:
            if child.dep_ == dep:
                return child
    return subject(verb)


def _own_subject(verb: Token, passive: bool) -> Token | None:
    """The subject; the last before the verb, where a name beside its noun is one of its own: "the daily Vest wrote"."""
    found: Token | None = None
    for child in verb.children:
        named = child.pos_ == "PROPN" and child.i < verb.i and found is not None and child.left_edge.i == found.i + 1
        if (found is None or named) and (child.dep_ in _SUBJECTS or (passive and child.dep_ == "nsubjpass")):
            found = child
    if found is not None and found.is_upper and found.is_sent_start and found.nbor(1).text in _DASHES:
        return next((c for c in found.rights if c.dep_ == "appos"), found)  # "OSLO - The ministry said"
    return None if found is None or found.tag_ == "EX" else found


def _inverted(verb: Token) -> Token | None:
    """The subject after the verb that the parser took for an object: ``said Betts``."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    for child in verb.rights:
        taken_for_object = child.dep_ in ("dobj", "attr", "oprd", "npadvmod", "dep")
        if taken_for_object and child.pos_ in ("PROPN", "NOUN", "PRON") and after == child.left_edge:
            return child
    return None


def phrase(head: Token) -> tuple[int, int]:
    """First token and end of the words that name ``head``, without a relative clause or a closing comma."""
    start, end = head.i, head.i + 1
    for child in head.lefts:
        if child.dep_ not in ("relcl", "ccomp", "advcl", "cc", "preconj") and child.lower_ not in _WHEN:
            start = min(start, child.left_edge.i)
    for child in head.rights:
        if child.dep_ == "relcl" or (
            child.dep_ == "acl" and child.i > end and head.doc[child.left_edge.i - 1].text == ","
        ):
            break
        if child.dep_ in ("advcl", "ccomp", "parataxis") or child.right_edge.lower_ == "part":
            break  # "the observers, for their part"
        end = max(end, child.right_edge.i + 1)
    if end > head.i + 1 and head.dep_ == "poss" and head.doc[end - 1].tag_ == "POS":
        end -= 1
    while end > head.i + 1 and head.doc[end - 1].is_punct and head.doc[end - 1].text not in ('"', "”", "’", ")"):
        end -= 1
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return start, end


def root_of(token: Token) -> Token:
    """The head of the token's sentence."""
    for _ in range(_DEEPEST):
        if token.head == token:
            break
        token = token.head
    return token


def hears(noun: Token) -> bool:
    """True for who can be told something: people, bodies, places that stand for them; no thing."""
    if noun.pos_ in ("PRON", "PROPN") or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return is_human(noun) or is_body(noun) or (noun.tag_ == "NNS" and noun.lemma_.endswith(("er", "or", "ist", "ian")))


def chars(doc: Doc, start: int, end: int) -> Span:
    """Code points of the tokens ``[start, end)``."""
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space and punctuation at its edges; None where nothing is left."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _END:
        if text[end - 1] == "." and _abbreviated(text, start, end):
            break
        end -= 1
    return Span(start, end) if start < end else None


def _abbreviated(text: str, start: int, end: int) -> bool:
    """True where the full stop at the end belongs to an abbreviation with inner stops, as in ``U.S.`` or ``a.m.``."""
    return end - start >= 4 and text[end - 3] == "." and text[end - 2].isalpha()


def stretches(doc: Doc, tokens: Iterable[int], leave_out: Callable[[int], bool]) -> list[tuple[int, int]]:
    """Runs ``[start, end)`` of neighbouring tokens without those to be left out; no run is punctuation alone."""
    runs: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if leave_out(i):
            continue
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return [run for run in runs if any(doc[i].is_alpha or doc[i].like_num for i in range(*run))]


def auxiliaries(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation and particle, in order."""
    parts = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg")]
    parts += [
        c for c in verb.rights if c.dep_ == "prt" or (c.dep_ == "neg" and c.i == verb.i + 1 and c.lower_ == "not")
    ]
    return sorted([verb, *parts], key=lambda token: token.i)


def passive(verb: Token) -> bool:
    """True where the verb is a passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    reduced = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl")
    return reduced and all(c.dep_ not in ("aux", "nsubj") for c in verb.children)


def agent(verb: Token) -> Token | None:
    """Head of the phrase after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def noun_phrase_at(doc: Doc, i: int) -> Token | None:
    """Head of the noun phrase that begins at token ``i``; None where none begins there."""
    if i >= len(doc) or doc[i].pos_ not in _NOMINAL:
        return None
    token = doc[i]
    while token.pos_ not in ("NOUN", "PROPN", "PRON") or token.dep_ in ("compound", "amod", "nmod", "poss"):
        if token.head.i <= token.i or token.head.i - i > _PHRASE or token.head.pos_ not in _NOMINAL:
            break
        token = token.head
    return token if token.pos_ != "ADJ" and token.dep_ != "npadvmod" else None
