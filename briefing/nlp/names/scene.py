"""The text as pronouns see it: who is mentioned where, as what, inside or outside quotation marks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.nlp.columns import texts_of
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import SUBJECTS, gender_of, is_aged, is_human
from briefing.nlp.names.context import is_dateline, kind_of
from briefing.nlp.names.referents import Referent

_PARTS = SUBJECTS | {"dobj", "pobj"}
LONGEST = 300
"""Tokens of a sentence."""
DEPTH = 12
"""Steps up the parse that a clause's subject is looked for."""
_OPEN, _CLOSE = frozenset("“„«"), frozenset("”»")


@dataclass(slots=True, eq=False)
class Stranger:
    """Somebody or something without a name ("a spokesman", "the deal"), who may be meant by a pronoun as well."""

    gender: lexicon.Gender | None
    human: bool


@dataclass(slots=True)
class Place:
    """One mention as a pronoun's possible antecedent: its head word and who is mentioned."""

    token: Token
    who: Referent | Stranger


class Scene:
    """Looks up mentions by token, sentences by number, and quotation marks.

    Args:
        doc: The parsed text.
        referents: Those with a name.
        others: Mentions already found that are no names: tokens from, to, who.
    """

    def __init__(self, doc: Doc, referents: Iterable[Referent], others: Iterable[tuple[int, int, Referent]]) -> None:
        self.doc = doc
        self.at: dict[int, Referent] = {}
        self.texts = texts_of(doc)
        self.quoted = quotation(self.texts)
        self.sentence = [0] * len(doc)
        self.narration = [0] * len(doc)
        self.paragraph = list(itertools.accumulate(["\n" in text for text in self.texts]))
        self.starts: list[int] = []
        told = 0
        for number, sent in enumerate(doc.sents):
            self.starts.append(sent.start)
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)
            told = told + (not self.quoted[sent.start] or not self.quoted[sent.end - 1])
            self.narration[sent.start : sent.end] = [told] * (sent.end - sent.start)
        self.places: list[Place] = []
        for who in referents:
            for name in who.names:
                if is_dateline(doc, name):
                    continue
                self._put(name.start, name.end, who)
        for start, end, who in others:
            self._put(start, end, who)
        self.places.extend(self._strangers())
        self.places.sort(key=lambda place: place.token.i)

    def _put(self, start: int, end: int, who: Referent) -> None:
        root = self.doc[start:end].root
        for i in range(start, end):
            self.at[i] = who
        self.places.append(Place(root, who))
        if root.dep_ == "appos" and root.head.i < start and root.head.pos_ == "NOUN":
            self.at.setdefault(root.head.i, who)
        described = root.dep_ == "compound" and root.head.i == end and root.head.tag_ == "NN"
        if described and kind_of(root.head) == who.label:
            self.at.setdefault(root.head.i, who)
        if (
            who.label == "PERSON"
            and root.dep_ == "pobj"
            and self.texts[max(0, start - 1)].lower() in lexicon.BODY_NOUNS
        ):
            office = root.head.head
            if office.i < start and office.pos_ in ("NOUN", "PROPN") and office.i not in self.at:
                self.at[office.i] = who
                self.places.append(Place(office, who))
        for child in root.children:
            if child.dep_ == "appos" and child.pos_ == "NOUN" and child.i >= end:
                self.at.setdefault(child.i, who)

    def _strangers(self) -> Iterator[Place]:
        """Common nouns in the singular that are nobody named."""
        for token in common_nouns(self.doc, self.texts):
            if token.i in self.at or token.dep_ in ("compound", "amod", "nmod", "attr"):
                continue
            human = is_human(token)
            if token.dep_ == "appos" and (not human or token.head.i in self.at or is_human(token.head)):
                continue
            if not human and token.dep_ not in _PARTS:
                continue
            yield Place(token, Stranger(gender_of(token) if human else None, human))

    def distance(self, mention: Token, pronoun: Token) -> int:
        """Sentences between the two; for a pronoun of the reporter's, sentences that are all quotation do not count."""
        if self.quoted[pronoun.i] or self.quoted[mention.i]:
            return self.sentence[pronoun.i] - self.sentence[mention.i]
        return self.narration[pronoun.i] - self.narration[mention.i]

    def governors(self, token: Token) -> Iterator[Token]:
        """Subjects of the clauses around ``token`` that stand before it, innermost first."""
        inner = token
        for verb in itertools.islice(token.ancestors, DEPTH):
            if verb.pos_ in ("VERB", "AUX"):
                for child in verb.children:
                    if child.dep_ in SUBJECTS and child.i < token.i and child != inner and not child.is_ancestor(token):
                        yield child
            inner = verb

    def is_endless(self, number: int) -> bool:
        """True for a table or a text without full stops, read as one sentence: nothing in it is near anything."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.doc)
        return end - self.starts[number] > LONGEST

    def fronted(self, token: Token) -> Token | None:
        """The subject to come of the clause that a fronted phrase or clause is part of: "Since his fall, Orlov has"."""
        inner = token
        for verb in itertools.islice(token.ancestors, DEPTH):
            if verb.pos_ in ("VERB", "AUX") and inner.dep_ in ("prep", "advcl") and inner.i < verb.i:
                for child in verb.lefts:
                    if child.dep_ in SUBJECTS and child.i > token.i:
                        return child
            inner = verb
        return None


def quotation(texts: list[str]) -> list[bool]:
    """For each token, whether it stands inside double quotation marks; a paragraph's end closes them."""
    inside, flags = False, []
    for text in texts:
        if text.isalnum():
            pass
        elif "\n" in text:
            inside = False
        elif text in _OPEN:
            inside = True
        elif text in _CLOSE:
            inside = False
        elif text in ('"', "``", "''"):
            inside = not inside
        flags.append(inside)
    return flags


def common_nouns(doc: Doc, texts: list[str]) -> Iterator[Token]:
    """Singular common nouns, the head of "the 34-year-old" included."""
    noun = doc.vocab.strings["NN"]
    for i, tag in enumerate(doc.to_array("TAG").tolist()):
        if tag == noun or (texts[i].endswith("old") and is_aged(doc[i])):
            yield doc[i]


def is_subject(token: Token) -> bool:
    """True for the head of a clause's subject, or what stands in apposition to it or is joined to it by "and"."""
    return token.dep_ in SUBJECTS or (token.dep_ in ("appos", "conj") and token.head.dep_ in SUBJECTS)
