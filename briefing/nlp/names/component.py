"""The spaCy component, in four steps: find names, bring them together, describe them, resolve what is no name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from briefing.model import Entity, Mention, MentionForm
from briefing.nlp import extensions
from briefing.nlp.names import recovery
from briefing.nlp.names.candidates import recognised
from briefing.nlp.names.datelines import by_dateline
from briefing.nlp.names.grouping import Grouping
from briefing.nlp.names.growing import take_in_offshoot
from briefing.nlp.names.halves import put_together
from briefing.nlp.names.letters import in_own_letters, is_latin
from briefing.nlp.names.months import by_month
from briefing.nlp.names.nominals import nominals
from briefing.nlp.names.pronouns import pronouns
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.roles import describe
from briefing.nlp.names.scoring import score_names
from briefing.nlp.names.spans import Coverage, Name
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import in_title_case, zones


@Language.factory(
    "briefing_names",
    assigns=["doc._.entities", "doc._.mentions"],
    requires=["doc.ents", "token.dep", "token.tag", "token.lemma"],
    default_config={"scorer": {"@scorers": "briefing.names_scorer.v1"}},
    default_score_weights={"mentions_f": 0.5, "entities_f": 0.5, "mentions_p": None, "mentions_r": None},
)
def make_names(nlp: Language, name: str, scorer: Callable[..., dict[str, float]] = score_names) -> Names:
    """The component; needs a tagger, a parser, a lemmatizer and an entity recogniser before it."""
    return Names(scorer)


class Names:
    """Sets ``doc._.entities`` and ``doc._.mentions``.

    Args:
        scorer: Compares predicted Docs with references, see ``score_names``.
    """

    def __init__(self, scorer: Callable[..., dict[str, float]] = score_names) -> None:
        self._scorer = scorer

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, float]:
        """The component's figures, for ``nlp.evaluate``."""
        return self._scorer(examples, **settings)

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of ``doc`` and all that refers to them."""
        extensions.register()
        words = Words.of(doc)
        kinds = zones(doc, words)
        referents = Grouping(doc, find(doc, kinds, words), kinds).run()
        describe(doc, referents)
        others = nominals(doc, referents)
        others += pronouns(doc, referents, others)
        doc._.entities, doc._.mentions = _records(doc, referents, others)
        return doc


def find(doc: Doc, kinds: list[str], words: Words) -> list[Name]:
    """Every name of the text, in order, none overlapping; what the reporting names is looked for in headlines first."""
    cover = Coverage(doc)
    seen = list(recognised(doc, kinds, words))
    names = list(by_dateline(doc, kinds, words, cover))
    names += cover.admit(name for name in seen if kinds[name.start] != "headline")
    names += recovery.by_ministry(doc, kinds, words, cover)
    names += recovery.by_gazetteer(doc, kinds, words, cover)
    names += recovery.in_brackets(doc, names, cover)
    names += in_own_letters(doc, names, cover)
    names += by_month(doc, kinds, words, cover)
    names += recovery.by_capitals(doc, kinds, words, cover)
    names += recovery.repeats(doc, kinds, words, names, cover)
    silent = not any(kinds[name.start] != "headline" for name in names)
    names += cover.admit(
        name for name in seen if kinds[name.start] == "headline" and (silent or _is_written(doc, name))
    )
    for name in names:
        take_in_offshoot(doc, name)
    return put_together(doc, sorted(names, key=lambda name: name.start))


def _is_written(doc: Doc, name: Name) -> bool:
    """True for a name in a headline written like a sentence, where a capital still says something."""
    return not in_title_case(list(doc[name.start].sent))


Reference = tuple[int, int, Referent, MentionForm, str]
"""Tokens from, tokens to, who is meant, form and rule of a mention that is no name."""


def _records(
    doc: Doc, referents: list[Referent], others: list[Reference]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The records: entities in order of first mention, mentions in order of the text."""
    ids = {id(referent): f"e{i}" for i, referent in enumerate(referents, 1)}
    rows: list[Reference] = [
        (*name.chars(doc), who, _form(name, who), _rule(name, who)) for who in referents for name in who.names
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


def _rule(name: Name, who: Referent) -> str:
    """How the name was found, and where its type is not the recogniser's, that too."""
    changed = name.rule == "recognised" and name.label != who.label
    return f"recognised as {name.label}, {who.label} by evidence" if changed else name.rule


def _entity(doc: Doc, who: Referent, name_id: str) -> Entity:
    spellings = Counter(name.text(doc) for name in who.names)
    fullest = max(
        spellings, key=lambda form: (is_latin(form), len(form.split()), not form.isupper(), len(form), spellings[form])
    )
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
