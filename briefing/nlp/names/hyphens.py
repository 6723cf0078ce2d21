"""Names whose last word goes on behind a hyphen: "Kim Jong-un", "Marie Ravn-Holt", never "Trump-led"."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name

_SYLLABLE = re.compile(r"(?:[bcdfghjklmnpqrstvwxyz]{0,2})[aeiouwy]{1,4}(?:ng|[nklmpthr])?")
"""One spoken syllable as Korean and Chinese given names have them: Jong, un, hye, wook, Ing, wen."""


def whole_word(doc: Doc, name: Name) -> None:
    """Make ``name`` go on to the end of a hyphenated word, where all of it is the name."""
    while name.end + 1 < len(doc) and doc[name.end].text == "-":
        if (end := _linked(doc, name.end)) and not lexicon.listed_label(name.key):
            if doc[name.end + 1].lower_ == "e":
                name.label = "ORG"
            name.end, name.key = end, lexicon.key_of(doc[name.start : end].text)
            continue
        last, dash, part = doc[name.end - 1], doc[name.end], doc[name.end + 1]
        if lexicon.listed_label(joined := lexicon.key_of(doc[name.start : name.end + 2].text)) == "GPE":
            name.end, name.key = name.end + 2, joined
            continue
        if last.whitespace_ or dash.whitespace_ or not part.is_alpha:
            return
        if len(part) == 1 and part.is_upper and name.label in ("ORG", "PRODUCT") and len(last) > 1:
            name.end, name.label = name.end + 2, "PRODUCT"
            name.key = lexicon.key_of(doc[name.start : name.end].text)
            return
        if not (_given(name, last, part) if part.is_lower else _double(name, part)):
            return
        name.end += 2
        name.label = "PERSON"
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def _linked(doc: Doc, dash: int) -> int:
    """The end of "Lashkar-e-Taiba" with its first dash at ``dash``; 0 where no small word joins two capitals so."""
    if (
        dash + 3 >= len(doc)
        or doc[dash + 2].text != "-"
        or any(doc[at].whitespace_ for at in range(dash - 1, dash + 3))
    ):
        return 0
    small, last = doc[dash + 1], doc[dash + 3]
    if doc[dash - 1].lower_ in lexicon.TITLES or doc[dash - 1].lower_ in lexicon.OFFICES:
        return 0
    return dash + 4 if small.is_lower and len(small) < 4 and last.text[0].isupper() else 0


def _given(name: Name, last: Token, part: Token) -> bool:
    """True for "un" after "Kim Jong": the second syllable of a given name behind a surname."""
    known = lexicon.listed_label(name.key) is not None
    if known or len(name.key) < 2 or name.label not in ("PERSON", "ORG", "GPE") or part.lower_ in lexicon.COMPOUNDED:
        return False
    return len(part) < 7 and all(_SYLLABLE.fullmatch(lexicon.fold(word.text)) for word in (last, part))


def _double(name: Name, part: Token) -> bool:
    """True for "Holt" after "Marie Ravn", not for "Romney" in "the Obama-Romney debate"."""
    if name.label != "PERSON" or not part.is_title or lexicon.listed_label(lexicon.key_of(part.text)):
        return False
    modifies = part.dep_ in ("compound", "amod", "nmod") and part.head.i > part.i
    return not modifies and part.lower_ not in lexicon.CALENDAR and (len(name.key) > 1 or part.ent_type_ != "PERSON")
