"""Where names stand: the recogniser's spans, trimmed and sifted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.growing import grow, take_in_given_names, take_in_partner, with_prefix
from briefing.nlp.names.hyphens import whole_word
from briefing.nlp.names.pieces import is_dash, pieces
from briefing.nlp.names.spans import Name
from briefing.nlp.names.trimming import opens, trimmed
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import SILENT

HEADLINE = 0.3
"""Worth of a label given in a headline, where capitals say little."""
BEHIND_DASH = 0.6
"""Worth of ORG for what a dateline's dash parts from the place: "SAN JOSE - Cisco"."""


def recognised(doc: Doc, kinds: list[str], words: Words) -> Iterator[Name]:
    """The recogniser's names, without articles, titles, possessive endings and what is no name at all.

    Args:
        doc: The parsed text.
        kinds: Furniture by token.
        words: The text's words.
    """
    firm = frozenset(words.texts[i] for i in words.capitals if not kinds[i] and not opens(doc[i]))
    past = 0
    for label, start, end in pieces(doc):
        if start < past:
            continue
        name = trimmed(doc, with_prefix(doc, start), end, label, "recognised")
        if name is None or kinds[name.start] in SILENT or is_portfolio(doc, name):
            continue
        if name.end - name.start == 1 and not name.title and _is_common(doc[name.start], words.lower, firm):
            continue
        if name.label != "PERSON" and is_post(name):
            continue
        if len(name.key) == 1 and lexicon.is_body_word(name.key[0]) and _opens_phrase(doc, name):
            continue
        grow(doc, name)
        whole_word(doc, name)
        take_in_given_names(doc, name)
        take_in_partner(doc, name)
        name.weight = HEADLINE if kinds[name.start] == "headline" else 1.0
        if is_dash(doc, name.start - 1) and doc[name.start - 1].ent_type_:
            name.label, name.weight = "ORG", BEHIND_DASH
        past = name.end
        yield name


def _is_common(token: Token, lower: frozenset[str], firm: frozenset[str]) -> bool:
    """True for a word whose capital comes from its place: written small elsewhere, or no proper noun by its tag.

    ``firm`` are the words that also have their capital in mid-sentence.
    """
    if not opens(token) or token.text in firm or token.text.isupper():
        return False
    lemma = token.lemma_.lower()
    if {token.lower_, lemma, token.lower_ + "s"} & lower or lemma.rstrip("s") in lexicon.OFFICES:
        return True
    return token.tag_ not in ("NNP", "NNPS") and lexicon.listed_label(lexicon.key_of(token.text)) is None


def _opens_phrase(doc: Doc, name: Name) -> bool:
    """True for "Party" in "Party secretary Tan" at a sentence's beginning, where the capital says nothing."""
    after = doc[name.end] if name.end < len(doc) else None
    return opens(doc[name.start]) and after is not None and after.is_lower and after.tag_ in ("NN", "NNS")


def is_post(name: Name) -> bool:
    """True for "Deputy Foreign Minister", not for the "Council of Ministers"."""
    if len(name.key) < 2 or name.key[-1] not in lexicon.POSTS:
        return False
    return not (name.key[1] == "of" and lexicon.is_body_word(name.key[0]))


def is_portfolio(doc: Doc, name: Name) -> bool:
    """True for what only tells an office: "Kazakh Transport" before "Minister", "State" after "Secretary of"."""
    if name.label not in ("ORG", "PERSON", "GPE", "NORP", "PRODUCT"):
        return False
    key = name.key[1:] if len(name.key) > 1 and name.key[:1] in lexicon.demonyms() else name.key
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if key not in lexicon.demonyms() and after in ("minister", "secretary") and doc[name.end].text[0].isupper():
        return set(key) <= lexicon.MINISTRY_FIELDS | {"and", "foreign", "affairs"} or name.label == "ORG"
    before = doc[name.start - 2].lower_ if name.start > 1 else ""
    if after in ("professor", "lecturer", "teacher") and set(key) <= lexicon.SCIENCES:
        return True
    of = doc[name.start - 1].lower_ in ("of", "for") if name.start else False
    field = name.key[-1] in ("affairs", "state") or set(name.key) <= lexicon.MINISTRY_FIELDS
    return of and before in ("minister", "secretary") and field
