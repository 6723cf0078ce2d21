"""Speakers that only the sentences before tell: "they said", "it added", "she warned", where the names do not know.

A pronoun that the mentions leave alone takes up the last subject that can speak: a person for "he" and "she", a body
for "it", several people or a body for "they". Where two may be meant, it stays alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec
from spacy.tokens import Token

from briefing.model import Entity, Quote
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import gender_of, is_body, is_expletive, is_human
from briefing.nlp.quotes import kinds
from briefing.nlp.quotes.draft import Draft
from briefing.nlp.quotes.grammar import root_of
from briefing.nlp.quotes.lexicon import words
from briefing.nlp.quotes.reading import Reading
from briefing.nlp.quotes.speakers import Speaker, Speakers
from briefing.nlp.quotes.unnamed import TAKEN_UP, Unnamed

CARRIED = "speaker as before"
BY_SUBJECT = "speaker as the last subject"

_GENDERS = {"he": "m", "she": "f"}
_SUBJECT_FORMS = {"him": "he", "his": "he", "her": "she", "its": "it", "them": "they", "their": "they"}
"""As in "according to him", "in their words"."""
_NEAR = 500
"""Code points from one source to the pronoun that takes it up."""
_BACK = 3
"""Sentences back to a subject that may be meant."""
_WALK = 12
"""Sentences that are looked through for them, those in quotation marks included."""
_CLIMB = 6
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})
_PEOPLE = ("er", "or", "ist", "ian", "ant", "ent", "man", "ee", "ive")
"""Endings of nouns for people, where a plural can speak."""
_NOBODY: Speaker = (None, None)

Attribution = tuple[Draft, Quote]


class Carrying:
    """Gives the quotes of one article the speakers that pronouns left open.

    Args:
        reading: The article.
        speakers: Resolves the words a pronoun takes up.
    """

    def __init__(self, reading: Reading, speakers: Speakers) -> None:
        self._reading = reading
        self._speakers = speakers
        self._unnamed = Unnamed()
        self._told: dict[int, Speaker] = {}
        self._subject: dict[int, Token | None] = {}

    def run(self, found: Iterable[Attribution]) -> Iterator[Attribution]:
        """The attributions in the order of the text, each speaker known to those that follow."""
        before: Quote | None = None
        voice: Token | None = None
        for draft, quote in found:
            inner = before is not None and self._within(before, quote)
            if quote.speaker is None and quote.source and draft.subject is not None:
                quote = self._resolved(draft.subject, quote, None if before is None else (before, voice))
            elif (
                before is not None
                and voice is not None
                and draft.subject is not None
                and self._overrules(before, voice, draft.subject, quote)
            ):
                quote = _given(quote, (before.speaker, before.entity), CARRIED)
            elif quote.source and quote.entity is None and draft.subject is not None and draft.described is None:
                words = self._unnamed.take_up(draft.subject, quote)
                quote = quote if words is None else _given(quote, (words, None), TAKEN_UP)
            if draft.subject is not None:
                self._told[draft.subject.i] = (quote.speaker, quote.entity)
            yield draft, quote
            if quote.speaker is not None and not inner:
                before, voice = quote, draft.subject

    def _overrules(self, before: Quote, voice: Token, pronoun: Token, quote: Quote) -> bool:
        """True where a pronoun means who was just the source, and the names take it for whom that does not tell of."""
        entity, word = self._speakers.entity(before.entity), pronoun.lower_
        if entity is None or quote.entity in (None, entity.id):
            return False
        if word in _GENDERS:
            taken = self._reading.sentence(voice)[1] == self._reading.sentence(pronoun)[0]
            known = _word(voice) not in _GENDERS or CARRIED in before.rule
            spoke = voice.dep_ in _SUBJECTS and known and _may_be(entity, word)
            if not (taken and spoke and not self._reading.quoted(voice)):
                return False
        elif word != "it" or not self._just_told(voice, entity, pronoun):
            return False
        start, end = self._reading.sentence(voice)
        return all(named.id != quote.entity for named in self._speakers.named(start, end))

    def _resolved(self, pronoun: Token, quote: Quote, last: tuple[Quote, Token | None] | None) -> Quote:
        if (topic := self._topic(pronoun)) is not None:
            return _given(quote, self._speakers.resolve(topic), BY_SUBJECT)
        if last is not None and self._follows(*last, quote, pronoun):
            return _given(quote, (last[0].speaker, last[0].entity), CARRIED)
        return _given(quote, self._by_subject(pronoun), BY_SUBJECT)

    def _topic(self, pronoun: Token) -> Token | None:
        """Who is named first, in "As for the president, he invited the losers"."""
        start, _ = self._reading.sentence(pronoun)
        opening = self._reading.doc[start : start + 2]
        if [token.lower_ for token in opening] != ["as", "for"]:
            return None
        topic = next((c for c in opening[1].children if c.dep_ == "pobj"), None)
        fits = (
            topic is not None and topic.i < pronoun.i and (is_human(topic) or topic.pos_ == "PROPN" or is_body(topic))
        )
        return topic if fits else None

    @staticmethod
    def _within(before: Quote, quote: Quote) -> bool:
        """True where the source of a quotation stands in what another reports."""
        return any(span.contains(source) for span in before.content for source in quote.source[:1])

    def _follows(self, before: Quote, voice: Token | None, quote: Quote, pronoun: Token) -> bool:
        """True where "he" or "she" comes shortly after a person, or "it" within what a body is reported to say."""
        if not before.source:
            return False
        word = _word(pronoun)
        entity = self._speakers.entity(before.entity)
        if word in ("it", "they"):
            inner = self._within(before, quote) and (entity is None or entity.type != "PERSON")
            return inner or (word == "it" and voice is not None and self._just_told(voice, entity, pronoun))
        near = 0 < quote.source[0].start - before.source[-1].end <= _NEAR
        if word not in _GENDERS or not near:
            return False
        if entity is not None and not (_may_be(entity, word) or _called_human(voice)):
            return False
        if entity is None and voice is not None and (_several(voice) or not _one(voice) or not _may_mean(voice, word)):
            return False
        return not self._comes_between(before, pronoun)

    def _just_told(self, voice: Token, entity: Entity | None, pronoun: Token) -> bool:
        """True where a body or a paper was the source of the sentence before: "S, according to Ofwat. It added"."""
        if self._reading.sentence(voice)[1] != self._reading.sentence(pronoun)[0] or _several(voice):
            return False
        if entity is not None:
            agency = any(lexicon.key_of(form) in lexicon.agencies() for form in entity.forms)
            return entity.type == "ORG" and not agency
        return _word(voice) == "it" or is_body(voice) or _document(voice)

    def _comes_between(self, before: Quote, pronoun: Token) -> bool:
        """True where somebody else named is the subject of a sentence between the last source and the pronoun."""
        for subject in self._subjects(pronoun):
            if subject.idx < before.source[-1].end:
                return False
            named = subject.pos_ == "PROPN" and self._speakers.resolve(subject)[1] != before.entity
            if named or (subject.pos_ == "NOUN" and is_human(subject) and self._speakers.resolve(subject)[1] is None):
                return self._speakers.resolve(subject)[0] != before.speaker
        return False

    def _by_subject(self, pronoun: Token) -> Speaker:
        """Whom the last subject that fits the pronoun names."""
        word, skipped = _word(pronoun), 0
        opening = self._reading.doc[self._reading.sentence(pronoun)[0]].idx
        for subject in self._subjects(pronoun):
            if _word(subject) == word:
                if (known := self._told.get(subject.i, _NOBODY))[0] is not None:
                    return known
                continue
            if subject.pos_ not in ("NOUN", "PROPN"):
                continue
            speaker = self._speakers.resolve(subject)
            beyond = subject.idx < opening
            if word == "they" and beyond and not _several(subject) and self._tells_of_people(subject):
                break
            if self._fits(subject, self._speakers.entity(speaker[1]), word):
                return speaker
            if word == "they" and not beyond and _is_person(self._speakers.entity(speaker[1])):
                break  # "Abe said he spoke to Trump and they agreed"
            if word == "it" and beyond and _document(subject) and not _several(subject):
                return speaker
            skipped += 1
            if skipped > 1 or (word in _GENDERS and subject.pos_ == "PROPN"):
                break
        return _NOBODY

    def _fits(self, subject: Token, entity: Entity | None, word: str) -> bool:
        several = _several(subject)
        if word in _GENDERS:
            person = _may_be(entity, word) if entity is not None else is_human(subject) and _may_mean(subject, word)
            return person and not several and self._alone(subject, entity)
        body = is_body(subject) if entity is None else entity.type == "ORG"
        if word == "it":
            return body and not several
        if word != "they":
            return False
        return body or (several and (entity is not None or _people(subject)))

    def _tells_of_people(self, subject: Token) -> bool:
        """True where the subject's sentence tells of several other people, whom "they" may mean as well."""
        own = range(subject.left_edge.i, subject.right_edge.i + 1)
        sentence = subject.doc[slice(*self._reading.sentence(subject))]
        return any(t.tag_ in _PLURAL and t.pos_ == "NOUN" and t.i not in own and _people(t) for t in sentence)

    def _alone(self, subject: Token, entity: Entity | None) -> bool:
        """True where the subject's sentence names no other person."""
        start, end = self._reading.sentence(subject)
        others = {other.id for other in self._speakers.named(start, end) if other.type == "PERSON"}
        return others <= ({entity.id} if entity is not None else set())

    def _subjects(self, pronoun: Token) -> Iterator[Token]:
        """Subjects before the pronoun: of the clauses around it, then of the sentences before that the writer tells."""
        reading = self._reading
        verb = pronoun.head
        if (
            _word(pronoun) not in _GENDERS
        ):  # "The bank will close, it said"; but he who is said to fit speaks of another
            told = (clause for clause in verb.lefts if clause.dep_ == "ccomp" and clause.i < pronoun.i)
            yield from (c for clause in told for c in clause.lefts if c.dep_ in _SUBJECTS and not reading.quoted(c))
        for _ in range(_CLIMB):
            if verb.dep_ == "relcl":  # "the drivers opposed the levy, which they said would ruin them"
                verb = next((up for up in islice(verb.ancestors, _CLIMB) if up.pos_ in ("VERB", "AUX")), verb)
                yield from (c for c in verb.lefts if c.dep_ in _SUBJECTS and not reading.quoted(c))
            if verb.dep_ not in ("conj", "advcl", "ccomp", "parataxis") or verb.head == verb:
                break
            inner = verb.dep_ == "parataxis" and _word(pronoun) in _GENDERS  # what he said is of somebody else
            verb = verb.head
            clauses = [verb, *(c for c in verb.lefts if c.dep_ == "ccomp")]
            subjects = (c for clause in clauses for c in clause.lefts if c.dep_ in _SUBJECTS)
            before = (c for c in subjects if c.i < pronoun.i and not reading.quoted(c))
            yield from (c for c in before if not inner or ":" in reading.text[c.idx : pronoun.idx])
        start, _ = reading.sentence(pronoun)
        passed = 0
        for _ in range(_WALK):
            if start == 0 or passed == _BACK or not reading.readable(reading.doc[start - 1]):
                return
            start, _ = reading.sentence(reading.doc[start - 1])
            if start not in self._subject:
                self._subject[start] = _main_subject(reading, start)
            subject = self._subject[start]
            if subject is not None:
                passed += 1
                yield subject


def _main_subject(reading: Reading, start: int) -> Token | None:
    """The subject of a sentence, where the writer tells it."""
    root = root_of(reading.doc[start])
    if reading.quoted(root):
        return None
    subject = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    if subject is None and root.is_sent_start and root.tag_ in ("VBN", "VBG"):  # "Asked about it, the coach shrugged"
        main = next((c for c in root.rights if c.dep_ in ("ccomp", "parataxis")), root)
        subject = next((c for c in main.children if c.dep_ in _SUBJECTS), None)
    return None if subject is None or reading.quoted(subject) or _means_nothing(subject) else subject


def _is_person(entity: Entity | None) -> bool:
    return entity is not None and entity.type == "PERSON"


def _called_human(voice: Token | None) -> bool:
    """True for a name, whatever it was taken for, with a calling beside it: "Masao Okonogi, a professor"."""
    return voice is not None and any(c.dep_ == "appos" and is_human(c) for c in voice.rights)


def _means_nothing(subject: Token) -> bool:
    return subject.lower_ in ("it", "there") and is_expletive(subject)


def _word(pronoun: Token) -> str:
    """The pronoun as it is where it is a subject."""
    word = pronoun.lower_
    return _SUBJECT_FORMS.get(word, word)


def _one(noun: Token) -> bool:
    """True for a word that may be said of a person: no body, no thing, "the diocese"."""
    return noun.pos_ != "NOUN" or is_human(noun) or noun.lemma_.lower().endswith(_PEOPLE)


def _several(noun: Token) -> bool:
    return noun.tag_ in _PLURAL or any(child.dep_ == "conj" for child in noun.children)


def _people(noun: Token) -> bool:
    """True for a noun that means people, known or by its ending."""
    return is_human(noun) or noun.lemma_.lower().endswith(_PEOPLE)


def _document(noun: Token) -> bool:
    """True for a report, a memo, a ruling: what says things without being a body."""
    word = noun.lemma_.lower()
    papers = words("sources", "papers") | words("sources", "issued") | kinds.listed("documents")
    return word in papers | words("sources", "evidence")


def _may_mean(noun: Token, word: str) -> bool:
    """False for a noun that shows the other sex: "a spokeswoman … he"."""
    return gender_of(noun) in (None, _GENDERS[word])


def _may_be(entity: Entity, word: str) -> bool:
    return entity.type == "PERSON" and entity.gender in (None, _GENDERS[word])


def _given(quote: Quote, speaker: Speaker, how: str) -> Quote:
    if speaker[0] is None:
        return quote
    return msgspec.structs.replace(quote, speaker=speaker[0], entity=speaker[1], rule=f"{quote.rule}, {how}")
