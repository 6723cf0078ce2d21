"""The speaker behind the words that name a source: a name, or the description where nobody is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from briefing.model import Entity, Mention, Span
from briefing.nlp.extensions import text_of
from briefing.nlp.facts.relatives import antecedent
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import is_human
from briefing.nlp.quotes import kinds
from briefing.nlp.quotes.descriptions import Descriptions
from briefing.nlp.quotes.grammar import chars, phrase
from briefing.nlp.quotes.issuers import Issuers, is_paper
from briefing.nlp.quotes.lexicon import words

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "him", "her", "them", "us", "me", "his", "its", "their"}
)
_WORD = 40
"""Code points before a name in which the word before it is read."""

_ASIDES = frozenset({",", "–", "—", "--"})
"""Where the words that say who speaks are interrupted."""

_NAMING = frozenset({"call", "give", "identify", "know", "name", "nickname"})
"""Verbs that tell a name: "known as", "who gave his name as"."""

Speaker = tuple[str | None, str | None]
"""Name or description, and entity."""


class Speakers:
    """Resolves sources by the mentions and entities of the names component; without them, by description.

    Attributes:
        described: Name of the rule that told whom the last description means, if one did.
    """

    def __init__(self, doc: Doc) -> None:
        self.described = ""
        self._doc = doc
        self._text: str = text_of(doc)
        self._mentions: Sequence[Mention] = sorted(doc._.mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._entities: dict[str, Entity] = {entity.id: entity for entity in doc._.entities}
        self._issuers = Issuers(doc)
        self._descriptions = Descriptions(doc, self._mentions, self._entities)

    def resolve(self, head: Token) -> Speaker:
        """Name and entity of the speaker whose source's head is ``head``."""
        self.described = ""
        if head.lower_ in _RELATIVE and head.head.dep_ == "relcl":
            noun = antecedent(head, head.head)
            head = noun if noun != head else head.head.head
        named = self._named(head)
        if named is None and (owner := self._owner(head)) is not None:
            return owner.name, owner.id
        if named is None and (alias := self._alias(head)) is not None:
            return alias.name, alias.id
        if named is None and (issuer := self._issuers.of(head)) is not None:
            name, entity = self.resolve(issuer)
            return (name, entity) if name is not None else (_description(self._doc, head), None)
        if named is not None and named.type == "NORP":  # "the Dane"
            person = self._descriptions.one_of_a_people(head)
            self.described = self._descriptions.rule if person is not None else ""
            named = person or named
            if person is None and head.tag_ in ("NN", "NNP") and head.left_edge.lower_ == "the":
                return _description(self._doc, head), None
        if named is not None and named.name.lower() == "government":
            state = self._descriptions.of(head)  # "the Government in Belgrade"
            self.described = self._descriptions.rule if state is not None else ""
            named = state or named
        if named is not None:
            if named.type == "PERSON" and self._entity(self._at(head)) is not named:
                self._descriptions.holds(head.lemma_.lower(), named.id)
            state = self._descriptions.state(named.name) if named.type == "GPE" else None
            return (named.name, named.id) if state is None else (state.name, state.id)
        if head.lower_ in _PRONOUNS or head.lower_ in _RELATIVE:
            return None, None
        holder = self._descriptions.of(head)
        self.described = self._descriptions.rule if holder is not None else ""
        return (holder.name, holder.id) if holder is not None else (_description(self._doc, head), None)

    def entity(self, number: str | None) -> Entity | None:
        """The entity of that id."""
        return self._entities.get(number) if number else None

    def named(self, start: int, end: int) -> Iterator[Entity]:
        """The entities that tokens ``[start, end)`` mention by name."""
        since, until = self._doc[start].idx, self._doc[end - 1].idx
        for index in range(bisect_left(self._starts, since), len(self._mentions)):
            if self._mentions[index].start > until:
                return
            entity = self._entity(self._mentions[index])
            if entity is not None and self._mentions[index].form != "pronoun":
                yield entity

    def _named(self, head: Token) -> Entity | None:
        """The entity that the source's words name; the person before the office or the body."""
        own = self._entity(self._at(head))
        if own is not None and own.type == "PERSON":
            return own
        for child in head.children:
            entity = self._entity(self._at(child)) if child.dep_ == "appos" else None
            if entity is not None and (entity.type == "PERSON" or (own is None and _may_be_body(head))):
                return entity
        return own or self._beside(head) or self._after_comma(head)

    def _beside(self, head: Token) -> Entity | None:
        """The name right after its noun that the parser took for another subject: "the daily Vest wrote"."""
        after = head.nbor(1) if head.i + 1 < len(self._doc) and head.pos_ == "NOUN" else head
        joined = after.dep_ == head.dep_ and after.head == head.head and after.pos_ == "PROPN"
        return self._entity(self._at(after)) if joined and after.i > head.i else None

    def _owner(self, head: Token) -> Entity | None:
        """Whose statement it is, in "its statement said", and the body in "the Clearwater coalition said"."""
        for child in head.lefts:
            if child.dep_ == "poss" and child.pos_ == "PRON" and is_paper(head):
                return self._entity(self._at(child))
            if (
                child.dep_ == "compound"
                and child.i + 1 == head.i
                and head.lemma_.lower() in words("descriptions", "bodies")
            ):
                entity = self._entity(self._at(child))
                return entity if entity is not None and entity.type in ("ORG", "FAC", "PRODUCT", "WORK") else None
        return None

    def _alias(self, head: Token) -> Entity | None:
        """The name that is told of somebody: "a guest, who gave her name as Marie", "a rebel known as Colonel Wolf"."""
        for clause in head.rights:
            if clause.dep_ not in ("relcl", "acl"):
                continue
            naming = next((v for v in (clause, *clause.rights) if v.lemma_ in _NAMING), None)
            for word in naming.rights if naming is not None else ():
                names = (word, *(c for c in word.rights if c.dep_ == "pobj"))
                found = next((e for n in names if (e := self._entity(self._at(n))) and e.type == "PERSON"), None)
                if found is not None and word.dep_ in ("prep", "oprd", "dobj"):
                    return found
        return None

    def _after_comma(self, head: Token) -> Entity | None:
        """The person named in the source's words after an office: "the chairman of the region, X"."""
        if head.pos_ == "PRON":
            return None
        end = chars(self._doc, *phrase(head)).end
        for index in range(bisect_left(self._starts, head.idx), len(self._mentions)):
            mention = self._mentions[index]
            if mention.start >= end:
                return self._entity(mention) if self._told_after(head, mention, end) else None
            if mention.type == "PERSON" and self._text[mention.start - 2 : mention.start] == ", ":
                return self._entity(mention)
            if mention.type == "PERSON" and mention.end == end and self._follows_body(mention):
                return self._entity(mention)
        return None

    def _told_after(self, head: Token, mention: Mention, end: int) -> bool:
        """True for the name between commas after an office, where the parse has it elsewhere: "its spokesman, X,"."""
        between = self._text[end : mention.start] == ", " and self._text[mention.end : mention.end + 1] in (",", ".")
        return between and mention.type == "PERSON" and is_human(head) and head.tag_ == "NN"

    def _follows_body(self, mention: Mention) -> bool:
        """True for a name right after a body's: "the chairman of the Defence Committee Franz Klint"."""
        before = self._text[max(0, mention.start - _WORD) : mention.start].split()
        return bool(before) and before[-1].lower() in lexicon.BODY_NOUNS

    def _entity(self, mention: Mention | None) -> Entity | None:
        return self._entities.get(mention.entity) if mention is not None else None

    def _at(self, token: Token) -> Mention | None:
        """The mention that holds the token."""
        index = bisect_left(self._starts, token.idx + 1) - 1
        for mention in reversed(self._mentions[max(0, index - 3) : index + 1]):
            if mention.span.contains((token.idx, token.idx + len(token))):
                return mention
        return None


def _may_be_body(head: Token) -> bool:
    """True for a noun whose apposition names a body: "the regulator, Ofgem", "its owner, Nordlys Lines"."""
    return not is_human(head) or bool(kinds.called(head.lemma_.lower()))


def source_span(doc: Doc, head: Token) -> Span:
    """Code points of the words that name the source."""
    return chars(doc, *phrase(head))


def _description(doc: Doc, head: Token) -> str:
    """The words that describe a source without a name, in the lower case of running text."""
    start, end = phrase(head)
    stop = next((i for i in range(head.i + 1, end) if doc[i].text in _ASIDES), end)
    described: str = doc[start:stop].text.replace("\n", " ")
    first = doc[start]
    common = first.pos_ in ("DET", "NUM", "NOUN", "PRON") and first.is_title and first.ent_type_ not in _NAMED
    return described[0].lower() + described[1:] if common else described


_NAMED = frozenset({"NORP", "GPE", "LOC", "ORG", "PERSON", "FAC"})
"""Labels of the recogniser for words that keep their capital in mid-sentence: "Slav neighbours"."""
