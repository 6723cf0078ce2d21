"""Numbers that stand for somebody or something and count nothing: "one", "the two", "one resident said"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.nlp.facts.lexicon import lexicon
from briefing.nlp.names.agents import is_human
from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import Amount
from briefing.nlp.quantities.units import HYPHENS, cues

_ONLY = frozenset({"only", "just", "exactly"})
_MOMENTS = frozenset({"point", "stage", "time", "moment"})
_DEEDS = frozenset({"act", "happening", "activity"})
_PERSON_ENDINGS = ("man", "woman", "ist", "ian", "yst", "eer")


def is_pronoun(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """Whether it counts nothing: "one" for what was named before, "one resident said", "not one", "the two" before."""
    lexeme, words = lexemes[amount.number], cues()["words"]
    before = lexemes[amount.first - 1].lower if amount.first else ""
    if lexeme.lower == "one" and amount.last + 1 < len(lexemes) and lexemes[amount.last + 1].text in HYPHENS:
        return True
    if before in ("the", "these", "those") and amount.rule == "number" and amount.bound == "=":
        following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
        if _out_of_a_whole(lexemes, amount):
            return False
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and following not in words["fates"]:
            return True
    if lexeme.lower == "two" and before in ("the", "these", "those"):
        return token.dep_ == "nummod" and not _is_deed(token.head)
    if lexeme.lower != "one" or _is_outvoted(lexemes, amount):
        return False
    if before == "not":
        return True
    if lexeme.text == "One" and amount.first and lexemes[amount.first - 1].text[0].isupper():
        return True
    if before in words["not_before_one"] and not _from_which(lexemes, amount):
        return True
    if _correlated(lexemes, amount) and not _came_to_harm(token.head):
        return True
    of = next((child for child in token.children if child.lower_ == "of"), None)
    if of is not None and (before in _ONLY or _of_several(lexemes, amount.last + 1)):
        return before not in _ONLY and _is_member(token)
    if of is not None:
        nouns = any(inner.dep_ == "pobj" and inner.pos_ in ("NOUN", "PROPN") for inner in of.children)
        return not (nouns and any(inner.tag_ in ("JJS", "RBS") for inner in of.subtree))
    if token.dep_ not in ("nummod", "det"):
        return True
    if before not in _ONLY and amount.bound == "=" and _is_somebody(token.head):
        return True
    if before == "at" and token.head.lower_ in _MOMENTS:
        return True
    return token.head.lemma_ in words["not_after_one"] or any(child.dep_ == "appos" for child in token.head.children)


def _is_outvoted(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "by two votes to one", "ruled six to one"."""
    before = [lexeme.lower for lexeme in lexemes[max(0, amount.first - 3) : amount.first]]
    if before[-1:] not in (["to"], ["against"]) or len(before) < 3:
        return False
    return before[-2] in cues()["words"]["voting"] or lexemes[amount.first - 2].kind == "number"


def _from_which(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "from which one of the three judges dissented"."""
    before = [lexeme.lower for lexeme in lexemes[max(0, amount.first - 2) : amount.first]]
    return before[-1] == "which" and before[0] in ("from", "of", "in", "to", "for", "with", "by", "at", "on")


def _out_of_a_whole(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "Of the 31, twelve were children", "430 of the 640": a number counted before; "of the two" is a pronoun."""
    return amount.first > 1 and lexemes[amount.first - 2].lower == "of" and amount.high > 10


def _of_several(lexemes: Sequence[Lexeme], of: int) -> bool:
    """As in "(one) of the three brakes"."""
    words = lexemes[of : of + 3]
    return len(words) == 3 and words[1].lower in ("the", "his", "her", "its", "their") and words[2].kind == "number"


def _correlated(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "bargained over one paper and printed another"."""
    after = [lexeme.lower for lexeme in lexemes[amount.last + 1 : amount.last + 9]]
    return "another" in after[:8] and not {".", ";"} & set(after[: after.index("another")])


def _came_to_harm(noun: Token) -> bool:
    """As in "one man died and another was hurt"."""
    verb = noun.head.lemma_.lower()
    return noun.dep_ in ("nsubj", "nsubjpass", "dobj") and verb in cues()["words"]["casualties"]


def _is_member(one: Token) -> bool:
    """As in "was one of the 28", "did not miss one of the 47": one that belongs to them, or none at all."""
    if one.dep_ in ("attr", "appos"):
        return True
    return one.dep_ == "dobj" and any(child.dep_ == "neg" for child in one.head.children)


def _is_somebody(noun: Token) -> bool:
    """As in "one resident said", "one senior figure, who asked not to be named": somebody without a name, no count."""
    words = cues()["words"]
    if not (is_human(noun) or noun.lemma_.lower() in words["somebody"] or noun.lower_.endswith(_PERSON_ENDINGS)):
        return False
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in words["telling"]:
        return True
    if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "by"):
        teller = noun.head.head
        return teller.lower_ == "according" or (noun.head.lower_ == "by" and teller.lemma_ in words["telling"])
    return any(child.dep_ == "relcl" and child.lemma_.lower() in words["unnamed"] for child in noun.children)


def _is_deed(noun: Token) -> bool:
    """Whether a noun names what is done or happens, which is counted: "the two acquittals"; not "the two men"."""
    return noun.tag_ == "NNS" and lexicon().noun_class(noun.lemma_.lower()) in _DEEDS
