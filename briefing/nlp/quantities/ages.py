"""Bare numbers that are ages: "Yusuf Lapae, 34, a teacher", "a boy of nine", "died at 94"."""

from __future__ import annotations

from spacy.tokens import Token

from briefing.nlp.numerals import SMALL, TENS
from briefing.nlp.quantities.units import cues

_IN_WORDS = SMALL | TENS
_AGED = frozenset({"age", "aged", "ages"})
_ENDING = frozenset({"die", "dead", "retire"})
_LIMITS = frozenset({"under", "over", "above", "below"})
_OLDEST = 115
_GROWN = 14
_PLACES = frozenset({"GPE", "LOC", "DATE", "FAC"})
_ROLES = frozenset({"nsubj", "nsubjpass", "appos", "dobj", "pobj"})
_PERSON_ENDINGS = ("man", "woman", "ist", "ian", "eer", "cher", "iver", "mer", "ner", "yer")


def is_age(token: Token) -> bool:
    """Whether the bare number at ``token`` is somebody's age: "Yusuf Lapae, 34, a teacher"."""
    doc = token.doc
    if token.i < 1 or token.i + 1 >= len(doc):
        return False
    if token.i == 1:
        opens = doc[0].lower_ == "at" and doc[2].text == "," and token.text.isdecimal() and len(token.text) < 4
        return opens and _GROWN <= int(token.text) <= _OLDEST
    if not token.text.isdecimal() or len(token.text) > 3:
        return token.lower_ in _IN_WORDS and _somebody_of(token, _IN_WORDS[token.lower_])
    before, earlier = doc[token.i - 1], doc[token.i - 2]
    if before.lower_ in _AGED or (before.lower_ in ("of", "between") and earlier.lower_ in _AGED):
        return True
    if _in_brackets(token) or _of_anybody(token):
        return True
    if before.lower_ == "both" and earlier.text == "," and _GROWN <= int(token.text) <= _OLDEST:
        return token.nbor(1).is_punct
    if _turned(token) or _somebody_of(token, int(token.text)) or _after_another(token):
        return True
    joined = token.dep_ == "nummod" and token.head.i > token.i
    if before.text != "," or joined or int(token.text) > _OLDEST:
        return False
    if doc[token.i + 1].text not in (",", "."):
        return earlier.ent_type_ == "PERSON"
    if (earlier.tag_ == "NN" or earlier.lower_ == "accused") and earlier.dep_ in _ROLES:
        return earlier.lower_.endswith(_PERSON_ENDINGS) or earlier.lower_ in cues()["words"]["persons"]
    two_names = token.i > 2 and earlier.pos_ == "PROPN" and token.nbor(-3).pos_ == "PROPN" and int(token.text) > 12
    return earlier.ent_type_ == "PERSON" or (
        earlier.pos_ == "PROPN" and (two_names or earlier.ent_type_ not in _PLACES or earlier.dep_ == "nsubj")
    )


def _somebody_of(token: Token, years: int) -> bool:
    """As in "a woman of 34"; "a team of 34" counts people."""
    before, earlier = token.nbor(-1), token.nbor(-2)
    words = cues()["words"]
    if before.lower_ != "of" or earlier.lower_ not in words["persons"] or years > _OLDEST:
        return False
    if earlier.lower_ in words["parents"] and years < _GROWN:
        return False
    return token.nbor(1).is_punct or token.nbor(1).pos_ in ("VERB", "AUX", "ADP", "PRON", "CCONJ")


def _turned(token: Token) -> bool:
    """As in "who turned 38", "when she was 16", "dies at 77"."""
    before, earlier = token.nbor(-1), token.nbor(-2)
    if token.dep_ in ("nummod", "compound") and token.head.i > token.i:
        return False
    if before.lemma_ == "turn" or (before.lower_ == "at" and _dies_or_opens(before, earlier, token)):
        return True
    if before.lemma_ != "be" or int(token.text) > _OLDEST:
        return False
    if earlier.lower_ == "to" and token.i > 2 and token.nbor(-3).lemma_ == "live":
        return True
    person = earlier.lower_ in ("he", "she", "i", "you", "they")
    since = token.i > 2 and token.nbor(-3).lower_ in ("when", "since", "until")
    return (person and since) or (
        earlier.lower_ in ("he", "she") and (token.nbor(1).is_punct or token.nbor(1).lower_ == "when")
    )


def _dies_or_opens(at: Token, earlier: Token, token: Token) -> bool:
    """As in "dies at 77", "died in her sleep at 94", "And at 34, she was famous"."""
    if earlier.lemma_ in _ENDING:
        return True
    if not token.nbor(1).is_punct:
        return False
    opens = at.is_sent_start or earlier.is_punct or earlier.pos_ in ("CCONJ", "SCONJ")
    if opens and token.nbor(1).text == "," and _GROWN <= int(token.text) <= _OLDEST:
        return True
    return at.head.lemma_ in _ENDING and at.head.pos_ == "VERB"


def _after_another(token: Token) -> bool:
    """The last of "aged 8 and 11", "aged 3, 5 and 9"."""
    doc, at = token.doc, token.i - 1
    while at > 1 and doc[at].lower_ in ("and", ",") and doc[at - 1].text.isdecimal():
        if doc[at - 2].lower_ in _AGED:
            return True
        at -= 2
    return False


def _in_brackets(token: Token) -> bool:
    """As in "Anna Kowalska (51) chairs the council"; after a single name it may be the minute of a goal."""
    if token.i < 3 or token.nbor(-1).text != "(" or token.nbor(1).text != ")" or len(token.text) != 2:
        return False
    name, first = token.nbor(-2), token.nbor(-3)
    return name.ent_type_ == "PERSON" and first.ent_type_ == "PERSON" and int(token.text) >= _GROWN


def _of_anybody(token: Token) -> bool:
    """As in "anyone under 16", "people over 65"."""
    if token.nbor(-1).lower_ not in _LIMITS or token.nbor(-2).lower_ not in cues()["words"]["anybody"]:
        return False
    joined = token.dep_ == "nummod" and token.head.i > token.i
    return not joined and int(token.text) <= _OLDEST
