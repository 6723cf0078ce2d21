"""Attribution without a verb: "according to X", "the claim that S", "confident that S"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.symbols import ADJ, NOUN, VERB
from spacy.tokens import Token

from briefing.nlp.quotes.chains import passed_on, source_cited
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import agent, passive, stretches, subject
from briefing.nlp.quotes.lexicon import frames_of, lemma, noun_frames, words
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.views import after_source, for_whom, inner_view, opening, woven_view

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_PERSUADED = frozenset(["convinced", "persuaded", "worried", "concerned"])
_PREPOSITIONS = frozenset(["for", "in", "per", "by"])
_JUDGING = frozenset(["judging", "going"])
_GROUNDS = words("provocations", "grounds")
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
    kind = token.pos
    if kind == NOUN:
        return _rule_of_noun(token)
    if kind == ADJ:
        return _of_adjective
    word = token.lower_
    if word in _PREPOSITIONS:
        return _rule_of_preposition(token, word)
    if word == "according" or (word in _JUDGING and _by_what(token)):
        return _according
    if word in _PERSUADED and kind == VERB and any(c.dep_ == "auxpass" for c in token.lefts):
        return _persuaded
    return None


def _rule_of_noun(noun: Token) -> Callable[[Reading, Token], Draft | None] | None:
    base = lemma(noun)
    if base in noun_frames():
        return _noun
    if base in _GROUNDS and noun.head.lower_ in ("on", "under"):
        return _grounds
    return _according if base == "accordance" and _by_what(noun) else None


def _rule_of_preposition(token: Token, word: str) -> Callable[[Reading, Token], Draft | None] | None:
    if token.is_sent_start:
        return for_whom if word == "for" else opening
    if word == "for" or word == "per":
        return None
    before = token.nbor(-1).lower_
    if before == ",":
        return woven_view
    return inner_view if word == "in" and before in _OPENERS else None


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
    while clause.dep_ == "advcl" and _circumstance(clause) and according.i > clause.head.i:
        clause = clause.head  # "S because T, according to X"
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
    if according.i == start and source is not None and (after := after_source(reading, source, end)) is not None:
        stop = next((i for i in range(after, end) if doc[i].text == ";" and reading.inside[i] < 0), end)
        tokens, own = set(range(after, stop)), set()
    runs = stretches(doc, tokens, lambda i: i in own)
    content = [span for run in runs if (span := reading.words(*run)) is not None]
    if not content:
        return None
    draft = Draft(content, [according, to], source, "according-to")
    passed_on(draft)
    return draft


def _by_what(cue: Token) -> bool:
    """True for "in accordance with the bulletin", "judging by the minister's words", not for what is done by a law."""
    to = cue.nbor(1) if cue.i + 1 < len(cue.doc) else cue
    if to.lower_ != ("with" if cue.lower_ == "accordance" else "by") or (cue.lower_ == "accordance" and not cue.i):
        return False
    source = next((c for c in to.children if c.dep_ == "pobj"), None)
    told = words("sources", "papers") | words("sources", "evidence") | words("sources", "issued") | {"word", "bulletin"}
    return source is not None and lemma(source) in told


def _circumstance(clause: Token) -> bool:
    """True for a reason or a time that belongs to the clause before it, with no comma between."""
    mark = clause.left_edge
    return mark.lower_ in _REASONS and mark.i > clause.head.i and mark.nbor(-1).text != ","


_REASONS = frozenset({"because", "since", "after", "when", "before", "as", "if", "unless", "until", "once", "so"})


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
        if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "on") and "clause" in frames_of(noun.head.head):
            continue  # "said in a statement that"
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
    if doer is None and noun.dep_ == "pobj" and noun.head.lower_ == "of" and governor.lemma_ == "be":
        return subject(governor)  # "are of the opinion that"
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
