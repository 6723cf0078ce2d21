"""The spaCy component: finds the names, tells who is who, and writes the records."""

from __future__ import annotations

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Entity, Mention, MentionForm
from briefing.nlp import extensions
from briefing.nlp.names import lexicon, recovery
from briefing.nlp.names.candidates import recognised
from briefing.nlp.names.grouping import Grouping
from briefing.nlp.names.nominals import nominals
from briefing.nlp.names.pronouns import pronouns
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.roles import describe
from briefing.nlp.names.spans import Coverage, Name
from briefing.nlp.names.zones import in_title_case, zones


@Language.factory("briefing_names", assigns=["doc._.entities", "doc._.mentions"], requires=["doc.ents", "token.dep"])
def make_names(nlp: Language, name: str) -> Names:
    """The component; needs a tagger, a parser and an entity recogniser before it."""
    return Names()


class Names:
    """Sets ``doc._.entities`` and ``doc._.mentions``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of ``doc`` and all that refers to them."""
        extensions.register()
        kinds = zones(doc)
        referents = Grouping(doc, find(doc, kinds), kinds).run()
        describe(doc, referents)
        others = nominals(doc, referents)
        others += pronouns(doc, referents, others)
        doc._.entities, doc._.mentions = _records(doc, referents, others)
        return doc


def find(doc: Doc, kinds: list[str]) -> list[Name]:
    """Every name of the text, in order, none overlapping."""
    names: list[Name] = []
    cover = Coverage(doc)
    lower = frozenset(token.lower_ for token in doc if token.is_lower)
    for name in recognised(doc, kinds, lower):
        if cover.free(name.start, name.end):
            cover.take(name)
            names.append(name)
    names.extend(recovery.by_ministry(doc, kinds, cover))
    names.extend(recovery.by_gazetteer(doc, kinds, cover))
    names.extend(recovery.in_brackets(doc, names, cover))
    names.extend(recovery.by_capitals(doc, kinds, cover, lower))
    names.extend(recovery.repeats(doc, kinds, names, cover))
    return sorted(_trusted(doc, names, kinds), key=lambda name: name.start)


def _trusted(doc: Doc, names: list[Name], kinds: list[str]) -> list[Name]:
    """Without what only a headline names, unless it is listed, or the headline is written like a sentence."""
    body = {word for name in names if kinds[name.start] != "headline" for word in name.key}
    if not body:
        return names
    return [
        name
        for name in names
        if kinds[name.start] != "headline"
        or body.issuperset(name.key)
        or lexicon.listed_label(name.key)
        or not in_title_case(list(doc[name.start].sent))
    ]


Reference = tuple[int, int, Referent, MentionForm, str]
"""Tokens from, tokens to, who is meant, form and rule of a mention that is no name."""


def _records(
    doc: Doc, referents: list[Referent], others: list[Reference]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The records: entities in order of first mention, mentions in order of the text."""
    ids = {id(referent): f"e{i}" for i, referent in enumerate(referents, 1)}
    rows: list[Reference] = [
        (*name.chars(doc), who, _form(name, who), name.rule) for who in referents for name in who.names
    ]
    for start, end, who, form, rule in others:
        rows.append((doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), who, form, rule))
    rows.sort(key=lambda row: row[:2])
    mentions = tuple(
        Mention(
            id=f"m{i}",
            start=start,
            end=end,
            type=who.label,
            entity=ids[id(who)],
            form=form,
            rule=rule,
        )
        for i, (start, end, who, form, rule) in enumerate(rows, 1)
    )
    return tuple(_entity(doc, who, ids[id(who)]) for who in referents), mentions


def _entity(doc: Doc, who: Referent, name_id: str) -> Entity:
    spellings = Counter(name.text(doc) for name in who.names)
    fullest = max(spellings, key=lambda form: (len(form.split()), not form.isupper(), len(form), spellings[form]))
    return Entity(
        id=name_id,
        name=fullest,
        type=who.label,
        forms=tuple(form for form, _ in spellings.most_common()),
        roles=tuple(who.roles),
        gender=who.gender,
    )


def _form(name: Name, who: Referent) -> MentionForm:
    if len(name.key) == 1 and len(who.full) > 1:
        letters = name.key[0]
        return "acronym" if name.rule.startswith("acronym") or len(letters) < 2 else "short"
    return "short" if len(name.key) < len(who.full) else "name"
