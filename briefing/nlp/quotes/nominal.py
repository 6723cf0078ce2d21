"""Attribution without a verb: "according to X", "the claim that S", "confident that S"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.symbols import ADJ, NOUN, VERB
from spacy.tokens import Doc, Token

from briefing.nlp.quotes.chains import passed_on, source_cited
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import agent, noun_phrase_at, passive, phrase, root_of, stretches, subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading

_OPENING = 12
"""Tokens from "poll" to the comma that ends "In a poll of a thousand voters last week,"."""
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_PERSUADED = frozenset(["convinced", "persuaded", "worried", "concerned"])
_OWN = frozenset(["nsubj", "nsubjpass"])
_OPENERS = frozenset(["because", "since", "as", "and", "but", "so", "while", "although", "which", "if"])
_NOBODY = frozenset(["it", "that", "which", "this", "there", "what"])


def nominal_attributions(reading: Reading) -> Iterator[Draft]:
    """The attributions by prepositions, nouns and adjectives."""
    for token in reading.doc:
        rule = _rule_of(token)
        if rule is None or reading.quoted(token) or not reading.readable(token):
            continue
        draft = rule(reading, token)
        if draft is not None:
            yield draft


def _rule_of(token: Token) -> Callable[[Reading, Token], Draft | None] | None:
    """How to read an attribution by the token, if it is a cue."""
    word = token.lower_
    if word == "according" or (word in ("accordance", "judging", "going") and _by_what(token)):
        return _according
    if word in ("in", "per", "by") and token.is_sent_start:
        return _opening
    if word in ("in", "by") and token.i and token.nbor(-1).text == ",":
        return _woven_view
    if word == "in" and token.i and token.nbor(-1).lower_ in _OPENERS:
        return _inner_view
    if token.pos == NOUN and lemma(token) in words("provocations", "grounds") and token.head.lower_ in ("on", "under"):
        return _grounds
    if token.pos == NOUN and lemma(token) in noun_frames():
        return _noun
    if word in _PERSUADED and token.pos == VERB and any(c.dep_ == "auxpass" for c in token.lefts):
        return _persuaded
    return _of_adjective if token.pos == ADJ else None


def _of_adjective(reading: Reading, token: Token) -> Draft | None:
    return _adjective(reading, token) or _attitude(reading, token)


def _persuaded(reading: Reading, verb: Token) -> Draft | None:
    """As in "X is convinced that S", where the parser sees a passive."""
    speaker = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.rights if c.dep_ == "ccomp"), None)
    if speaker is None or clause is None or any(c.dep_ in ("agent", "dobj") for c in verb.rights):
        return None
    content = reading.words(clause.left_edge.i, clause.right_edge.i + 1)
    return Draft([content], [verb], speaker, "adjective-clause") if content else None


def _according(reading: Reading, according: Token) -> Draft | None:
    """The clause that "according to X" stands in, without the phrase itself."""
    doc = reading.doc
    to = doc[according.i + 1] if according.i + 1 < len(doc) else None
    if to is None or to.lower_ not in ("to", "with", "by"):
        return None
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    _hang_citing(source)
    own = {t.i for t in according.subtree} | {according.i, to.i}
    if according.lower_ == "accordance":
        according = doc[according.i - 1]
        own.add(according.i)
    clause = according.head
    start, end = reading.sentence(according)
    while clause.dep_ not in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis") and clause.head != clause:
        clause = clause.head
    if clause == according:
        return None
    if clause.dep_ == "conj" and clause.i < according.i and according.nbor(-1).text == ",":
        clause = _joined(clause)
    tokens: set[int] = {t.i for t in clause.subtree}
    if clause.dep_ == "ROOT":
        tokens = set(range(reading.opening(start, according.i), end))
    tokens = {i for i in tokens if i < _added(clause, according)}
    if (counted := _counted(according, source)) is not None:
        tokens = set(range(*counted))
    if according.i == start and source is not None and (after := _after_source(reading, source, end)) is not None:
        tokens, own = set(range(after, end)), set()
    runs = stretches(doc, tokens, lambda i: i in own)
    content = [span for run in runs if (span := reading.words(*run)) is not None]
    if not content:
        return None
    draft = Draft(content, [according, to], source, "according-to")
    passed_on(draft)
    return draft


def _after_source(reading: Reading, source: Token, end: int) -> int | None:
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


def _by_what(cue: Token) -> bool:
    """True for "in accordance with the bulletin", "judging by the minister's words", not for what is done by a law."""
    to = cue.nbor(1) if cue.i + 1 < len(cue.doc) else cue
    if to.lower_ != ("with" if cue.lower_ == "accordance" else "by") or (cue.lower_ == "accordance" and not cue.i):
        return False
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    told = words("sources", "papers") | words("sources", "evidence") | words("sources", "issued") | {"word", "bulletin"}
    return source is not None and lemma(source) in told


def _joined(clause: Token) -> Token:
    """The first of the clauses that "S1, and S2, according to X" joins."""
    first = clause
    while first.dep_ == "conj":
        first = first.head
    return first if first.pos_ in ("VERB", "AUX") else clause


def _added(clause: Token, according: Token) -> int:
    """Where the writer goes on with a subject of its own: "S1, according to X, and S2"."""
    for child in clause.rights:
        if child.dep_ == "conj" and child.i > according.i and any(c.dep_ in _OWN for c in child.lefts):
            joint = next((c for c in clause.rights if c.dep_ == "cc" and according.i < c.i < child.i), None)
            return child.left_edge.i if joint is None else joint.i
    return len(clause.doc)


def _counted(according: Token, source: Token | None) -> tuple[int, int] | None:
    """The words counted, in "Some 300 people, according to a police estimate, came": their coming is no estimate."""
    doc, before = according.doc, according.i - 1
    if source is None or before < 1 or doc[before].text != "," or lemma(source) not in words("sources", "counts"):
        return None
    noun = next((c for c in according.head.lefts if c.dep_ in _OWN and c.right_edge.i in (before, before - 1)), None)
    if noun is None or not any(c.dep_ == "nummod" for c in noun.lefts):
        return None
    return noun.left_edge.i, before


def _hang_citing(source: Token | None) -> None:
    """Hang ", citing two officials," on the source before it, where the parser has it of the whole sentence."""
    if source is None or source.right_edge.i + 2 >= len(source.doc):
        return
    verb = source.doc[source.right_edge.i + 2]
    if verb.tag_ == "VBG" and verb.nbor(-1).text == "," and source_cited(verb) is not None:
        verb.head, verb.dep_ = source, "acl"


def _opening(reading: Reading, preposition: Token) -> Draft | None:
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


def _inner_view(reading: Reading, preposition: Token) -> Draft | None:
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


def _view(preposition: Token, noun: Token) -> tuple[list[Token], Token] | None:
    """The cue and whose view it is, in "in her view", "in the view of Holt", "by the commission's own count"."""
    if lemma(noun) not in words("sources", "views" if preposition.lower_ == "in" else "counts"):
        return None
    own = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if own is not None:
        return [preposition, noun], own
    of = next((c for c in noun.rights if c.lower_ == "of"), None) if preposition.lower_ == "in" else None
    whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return None if of is None or whose is None else ([preposition, noun, of], whose)


def _woven_view(reading: Reading, preposition: Token) -> Draft | None:
    """As in "The driver, in the view of Holt, had a helper" and "22,600 are registered, by the commission's count"."""
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
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


def _noun(reading: Reading, noun: Token) -> Draft | None:
    """As in "The claim that S", "his promise to V"."""
    frames = noun_frames()[lemma(noun)]
    for child in noun.rights:
        if child.dep_ not in ("acl", "ccomp", "relcl"):
            continue
        marks = {c.lower_ for c in child.lefts if c.dep_ in ("mark", "aux")} | {child.left_edge.lower_}
        if child.dep_ == "acl" and _gapped(child):
            continue  # "an accusation that the governor rejects"
        if not ("clause" in frames and "that" in marks and child.dep_ != "relcl") and not (
            "infinitive" in frames and "to" in marks and child.dep_ == "acl"
        ):
            continue
        content = reading.words(child.left_edge.i, child.right_edge.i + 1)
        if content is not None:
            cue = [noun.head, noun] if noun.dep_ == "dobj" and frames_of(noun.head) else [noun]
            return Draft([content], cue, _holder(noun), "noun-clause")
    return None


def _gapped(verb: Token) -> bool:
    """True for a verb that does something to the noun its clause hangs on: it has no object of its own."""
    about = {"object"} & frames_of(verb) and not any(c.dep_ in ("neg", "auxpass") for c in verb.lefts)
    return bool(about) and verb.tag_ in _FINITE and not any(c.dep_ not in ("punct", "npadvmod") for c in verb.rights)


def _attitude(reading: Reading, adjective: Token) -> Draft | None:
    """As in "X is critical of Y", "X is worried about Y"."""
    if adjective.dep_ != "acomp" or (speaker := subject(adjective.head)) is None or speaker.lower_ in _NOBODY:
        return None
    for child in adjective.rights:
        if child.dep_ == "prep" and adjective.lower_ in words("attitudes", child.lower_):
            content = reading.words(child.i + 1, child.right_edge.i + 1)
            return Draft([content], [adjective, child], speaker, "adjective-preposition") if content else None
    return None


def _holder(noun: Token) -> Token | None:
    """Whose claim it is: "made the claim that", "defended his plan to", "X's claim", "the claim by X"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    owner = owner or next((c for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    doer = subject(governor) if governor.pos_ == "VERB" and noun.dep_ in ("dobj", "attr", "pobj") else None
    if doer is not None and (doer.lower_ in _NOBODY or lemma(governor) in words("provocations", "verbs")):
        doer = None
    if doer is not None and (owner.pos_ == "PRON" if owner is not None else noun.dep_ != "pobj"):
        return doer
    if owner is not None:
        return owner
    if noun.dep_ in _OWN and (voicing := _voiced_by(governor)) is not None:
        return voicing
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "of", "from", "among"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "acl" and (doer := agent(child)) is not None:
            return doer
    return None


def _voiced_by(verb: Token) -> Token | None:
    """Whose claim it is by its verb: "The claim that S came from X", "The view that S is shared by X"."""
    if lemma(verb) in words("provocations", "origins"):
        source = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("from", "with")), None)
        return next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None
    if lemma(verb) in words("provocations", "voicing") and passive(verb):
        return agent(verb)
    return None


def _grounds(reading: Reading, noun: Token) -> Draft | None:
    """As in "refused bail on the ground that S", "closed it under the pretext that S"."""
    doc, mark = reading.doc, noun.i + 1
    if noun.dep_ != "pobj" or mark >= len(doc) or doc[mark].lower_ != "that":
        return None
    clause, governor = doc[mark].head, noun.head.head
    if clause.i <= mark or governor.pos_ != "VERB":
        return None
    content = reading.words(mark + 1, clause.right_edge.i + 1)
    speaker = agent(governor) if passive(governor) else subject(governor)
    return Draft([content], [noun.head, noun], speaker, "on-the-ground") if content else None


def _adjective(reading: Reading, adjective: Token) -> Draft | None:
    """As in "X is confident that S"."""
    clause = next((c for c in adjective.children if c.dep_ == "ccomp" and c.i > adjective.i), None)
    if clause is None or adjective.dep_ != "acomp" or adjective.lower_ not in words("adjectives", "conviction"):
        return None
    content = reading.words(clause.left_edge.i, clause.right_edge.i + 1)
    speaker = subject(adjective.head)
    if content is None or speaker is None:
        return None
    return Draft([content], [adjective], speaker, "adjective-clause")
