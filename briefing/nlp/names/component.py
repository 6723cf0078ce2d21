"""The spaCy component: finds the names, tells who is who, and writes the records."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.model import Entity, Mention
from briefing.nlp import extensions
from briefing.nlp.names.candidates import recognised, zones


@Language.factory("briefing_names", assigns=["doc._.entities", "doc._.mentions"], requires=["doc.ents", "token.dep"])
def make_names(nlp: Language, name: str) -> Names:
    """The component; needs a tagger, a parser and an entity recogniser before it."""
    return Names()


class Names:
    """Sets ``doc._.entities`` and ``doc._.mentions``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of ``doc`` and all that refers to them."""
        extensions.register()
        found = list(recognised(doc, zones(doc)))
        ids = {key: f"e{i}" for i, key in enumerate(dict.fromkeys(name.key for name in found), 1)}
        doc._.mentions = tuple(
            Mention(
                id=f"m{i}",
                start=name.span(doc).start_char,
                end=name.span(doc).end_char,
                type=name.label,
                entity=ids[name.key],
                rule=name.rule,
            )
            for i, name in enumerate(found, 1)
        )
        first = {name.key: name for name in reversed(found)}
        doc._.entities = tuple(
            Entity(id=ids[key], name=first[key].text(doc), type=first[key].label, forms=(first[key].text(doc),))
            for key in ids
        )
        return doc
