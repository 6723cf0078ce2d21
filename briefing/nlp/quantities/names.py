"""Numbers that count nothing: parts of names, addresses, lists and results."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import DASHES, Amount
from briefing.nlp.quantities.pronouns import is_pronoun
from briefing.nlp.quantities.units import HYPHENS, cues, unit_at

_JOINTS = frozenset({"and", "or", ",", "to"}) | DASHES
_PLACES = frozenset({"building", "wing", "landing", "crossing", "listing", "meeting", "hearing"})
_JUST_NOW = 8
_OWNERS = frozenset({"the", "this", "that", "its", "their", "his", "her", "our", "s", "last", "next"})
_NAMED_ENTITIES = frozenset({"PRODUCT", "ORG", "PERSON", "WORK_OF_ART", "FAC", "LAW", "EVENT", "LOC", "GPE"})


def is_name(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """Whether the unit-less number is no quantity."""
    return (
        _glued(lexemes, amount)
        or _named(lexemes, amount)
        or _identifier(lexemes, amount)
        or _address(lexemes, amount)
        or _label(lexemes, amount, token)
        or _capitalised(lexemes, amount)
        or _clock(lexemes, amount, token)
        or _in_a_gallery(lexemes, amount)
        or _coordinated(lexemes, amount, token)
        or _block(lexemes, amount)
        or _named_before(lexemes, amount)
        or _beside_a_name(lexemes, amount, token)
        or is_pronoun(lexemes, amount, token)
        or _year(lexemes, amount.number, token)
        or _to_dial(lexemes, amount, token)
        or _vague(lexemes, amount)
    )


def _identifier(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "007", "020 7946 0958", "(202) 555-0143": figures to ring or to file by."""
    if not lexemes[amount.number].figures or isinstance(amount.value, tuple):
        return False
    near = [lexemes[at] for at in (amount.first - 1, amount.last + 1) if 0 <= at < len(lexemes)]
    if amount.sign == "+" and near[-1].kind == "number":
        return True
    digits = lexemes[amount.number].text
    if len(digits) > 1 and digits[0] == "0" and digits.isdecimal():
        return True
    return digits.isdecimal() and any(
        lexeme.kind == "number" and lexeme.text.isdecimal() and (len(lexeme.text) > 2 or lexeme.text[0] == "0")
        for lexeme in near
    )


def _address(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "16-18 Industrial Avenue", "10 Downing Street"."""
    streets = cues()["words"]["streets"]
    for at in range(amount.last + 1, min(amount.last + 5, len(lexemes))):
        if lexemes[at].kind not in ("word", "ordinal") or not lexemes[at].text[0].isupper():
            return False
        if at > amount.last + 1 and lexemes[at].lower.rstrip(".") in streets:
            return True
    return False


def _label(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "Order 66", "reactor 4", "bus 12": figures that tell one of a kind from the others."""
    lexeme, head = lexemes[amount.number], token.head
    if not lexeme.text.isdecimal() or amount.first != amount.number or isinstance(amount.value, tuple):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in cues()["words"]["voting"]:
        return False
    if head.i != token.i - 1 or token.dep_ not in ("nummod", "appos", "npadvmod", "nmod") or head.tag_ != "NN":
        return False
    if head.lower_.endswith("ing") and head.lower_ not in _PLACES:
        return False  # "built for 200 men and housing 640"
    return head.lemma_.lower() not in cues()["words"]["valued"]


def _capitalised(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "the Group of Eight", "the Big Four": a number word with a capital in running text."""
    lexeme, at = lexemes[amount.number], amount.number
    if lexeme.figures or isinstance(amount.value, tuple) or not lexeme.text[0].isupper() or at < 2:
        return False
    before = lexemes[at - 1]
    if before.kind != "word" or lexeme.start - before.end != 1:
        return False
    around = [*lexemes[max(0, at - 6) : at], *lexemes[at + 1 : at + 6]]
    low = sum(near.kind == "word" and near.text.islower() for near in around)
    high = sum(near.kind == "word" and near.text[0].isupper() for near in around)
    goes_on = at + 1 < len(lexemes) and lexemes[at + 1].kind == "word" and lexemes[at + 1].text[0].isupper()
    owned = before.text == "s" and not before.spaced and at > 2 and lexemes[at - 3].text[0].isupper()
    return low >= high and (before.text[0].isupper() or before.lower == "of" or goes_on or owned)


def _in_a_gallery(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "2 of 41 Skip": figures that page through pictures, between words that no sentence joins to them."""
    at = amount.number
    first = (
        at if at + 2 < len(lexemes) and lexemes[at + 1].lower == "of" and lexemes[at + 2].kind == "number" else at - 2
    )
    if first < 0 or first + 2 >= len(lexemes) or lexemes[first + 1].lower != "of":
        return False
    if not (lexemes[first].text.isdecimal() and lexemes[first + 2].text.isdecimal()):
        return False
    after = lexemes[first + 3] if first + 3 < len(lexemes) else None
    return after is not None and after.kind == "word" and after.text[0].isupper() and not after.lower.endswith("s")


def _clock(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "called at 6.10 and": hours and minutes with a full stop between, and nothing that is counted."""
    hours, _, minutes = lexemes[amount.number].text.partition(".")
    if not amount.first or len(minutes) != 2 or not (hours + minutes).isdecimal():
        return False
    before = lexemes[amount.first - 1].lower
    return before in ("at", "by", "until", "till") and int(hours) < 24 and int(minutes) < 60 and token.dep_ != "nummod"


def _coordinated(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "Explorer 8 and 9": the second of two numbers of one name."""
    first = amount.first
    if first < 4 or not lexemes[amount.number].text.isdecimal() or lexemes[first - 1].lower not in ("and", "or"):
        return False
    number, name = lexemes[first - 2], lexemes[first - 3]
    joined = token.dep_ == "nummod" and token.head.i > token.i
    capital = name.kind == "word" and name.text[0].isupper() and lexemes[first - 4].kind == "word"
    return capital and number.text.isdecimal() and not joined and number.start - name.end == 1


def _named_before(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "the iPhone 11 and 11 Pro": figures of a name that the text has just written out."""
    at = amount.number
    if at < 3 or at + 1 >= len(lexemes) or not lexemes[at].text.isdecimal() or not lexemes[at + 1].text[0].isupper():
        return False
    for before in range(max(1, at - _JUST_NOW), at - 1):
        if lexemes[before].text == lexemes[at].text and not lexemes[before - 1].text.islower():
            return lexemes[before - 1].kind == "word"
    return False


def _block(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "the 12000 block of Roosevelt Boulevard"."""
    after = [lexeme.lower for lexeme in lexemes[amount.last + 1 : amount.last + 3]]
    return after == ["block", "of"] and isinstance(amount.value, float) and amount.value >= 100


def _glued(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "G20", "TA-25", "F-150", "M21 9AB8", "2-0": letters or other numbers right before or behind."""
    first, last = amount.first, amount.last
    if first and not lexemes[first].spaced:
        before = lexemes[first - 1]
        if before.kind in ("word", "number") or before.text in "./:_@#&=⁄":
            return True
        if before.text in DASHES and first > 1 and lexemes[first - 2].lower != "magnitude":
            return lexemes[first - 2].kind in ("word", "number") if not before.spaced else lexemes[first].figures
    if last + 1 < len(lexemes) and not lexemes[last + 1].spaced:
        after = lexemes[last + 1]
        if after.text in "'’" and lexemes[last].figures and last + 2 < len(lexemes) and lexemes[last + 2].text == "s":
            return True
        if after.text in DASHES and last + 2 < len(lexemes) and not lexemes[last + 2].spaced:
            letter = len(lexemes[last + 2].text) == 1 and lexemes[last + 2].text.isupper()
            return lexemes[last + 2].kind == "number" or letter
        if after.text == "." and last + 2 < len(lexemes) and not lexemes[last + 2].spaced:
            return lexemes[last + 2].kind == "number"
        return after.kind in ("word", "number") or after.text in "/_:@⁄"
    return False


def _named(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "Channel 5", "Unit 3", "No. 1", "aged 56"."""
    before = [lexeme.lower for lexeme in lexemes[max(0, amount.first - 2) : amount.first]]
    naming, naming_many = cues()["words"]["naming"], cues()["words"]["naming_many"]
    if before[-1:] in (["aged"], ["age"], ["ages"]) or amount.bound != "=":
        return False
    if not before:
        return False
    earlier = [lexeme.lower for lexeme in lexemes[max(0, amount.first - 3) : amount.first]]
    listed = len(earlier) == 3 and lexemes[amount.first - 2].kind == "number" and earlier[2] in _JOINTS
    if listed and earlier[0] in ("nos", "numbers", *naming_many):
        return True
    if len(earlier) == 3 and earlier[2] == "of" and earlier[0] in naming and lexemes[amount.first - 2].kind == "number":
        return True
    if before == ["group", "of"] and lexemes[amount.first - 2].text == "Group":
        return True
    ranked = before[-1] in cues()["words"]["ranks"] and amount.rule == "number" and not isinstance(amount.value, tuple)
    return (
        before[-1] in naming
        or before[-1] in naming_many
        or (before[-1] == "." and before[0] in cues()["words"]["abbreviated"])
        or (ranked and not _before_a_word(lexemes, amount))
    )


def _before_a_word(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    at = amount.last + 1
    if at < len(lexemes) and lexemes[at].text in HYPHENS:
        at += 1
    return (
        at < len(lexemes)
        and lexemes[at].kind == "word"
        and lexemes[at].lower not in ("in", "of", "and", "on", "during")
    )


def _beside_a_name(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "Boeing 747", "iPhone 11", "787 Dreamliner": figures that the parse or the model puts into a name."""
    if not lexemes[amount.number].figures or isinstance(amount.value, tuple):
        return False
    if amount.last + 1 < len(lexemes) and lexemes[amount.last + 1].lower in ("points", "point"):
        return False
    behind_name = amount.first > 0 and token.i > 0 and token.nbor(-1).pos_ == "PROPN"
    if "." in lexemes[amount.number].text and token.head.i >= token.i and not behind_name:
        return False
    if token.ent_type_ in _NAMED_ENTITIES and lexemes[amount.number].text.isdecimal():
        return True
    before = lexemes[amount.first - 1] if amount.first else None
    if before is not None and before.kind == "word" and lexemes[amount.first].spaced:
        previous = token.nbor(-1) if token.i else token
        inner = any(char.isupper() for char in before.text[1:]) and not before.text.isupper()
        if inner or (previous.pos_ == "PROPN" and (token.head.i < token.i or previous.head.i == token.head.i)):
            return True
    head = token.head
    return (
        token.dep_ in ("nummod", "compound", "nmod")
        and head.pos_ == "PROPN"
        and head.tag_ != "NNPS"
        and not head.text.endswith("s")
        and head.i > token.i
    )


def _year(lexemes: Sequence[Lexeme], at: int, token: Token) -> bool:
    """Four figures that name a year and have no noun to count; "the 2012 playoffs" are of a year."""
    lexeme = lexemes[at]
    if not (lexeme.text.isdecimal() and len(lexeme.text) == 4 and 1800 <= lexeme.value <= 2100):
        return False
    before = lexemes[at - 1].lower if at else ""
    return before in _OWNERS or not (token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS"))


def _to_dial(lexemes: Sequence[Lexeme], amount: Amount, token: Token) -> bool:
    """As in "called 911", "a 999 call", "dial 112"."""
    words = cues()["words"]
    if lexemes[amount.number].text not in words["emergency"]:
        return False
    before = token.nbor(-1).lemma_.lower() if token.i else ""
    after = lexemes[amount.last + 1].lower.rstrip("s") if amount.last + 1 < len(lexemes) else ""
    return before in words["dialling"] or after in words["dialled"]


def _vague(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """As in "a day or two", "a minute or so": the end of a length told with its unit before."""
    if amount.first < 2 or lexemes[amount.first - 1].lower != "or" or lexemes[amount.number].figures:
        return False
    found = unit_at(lexemes, amount.first - 2)
    return found is not None and found[0] == amount.first - 2 and found[1].time
