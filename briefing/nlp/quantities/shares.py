"""Parts of a whole: "a third", "two-thirds", "half of", "one in eight", "the last quarter of a loan".

A share is given in percent, so that "a fifth" and "20 per cent" are the same value.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.amounts import DASHES, Amount
from briefing.nlp.quantities.bounds import bounded
from briefing.nlp.quantities.units import HYPHENS, Unit, cues, unit_at

_ROUND = {"hundred": 100.0, "thousand": 1000.0}
_YEARS = (1500, 2100)
_SENTENCE, _MOST_IN_TURN = 25, 12
_LARGEST_WHOLE = 100_000
_SMALL = frozenset(range(11, 31))
"""One of so many is a share where no unit follows: not "one strike in 14 months"."""
_WHOLES = frozenset({*range(2, 11), 12, 20, 25, 50, 100, 1000, 10_000, 100_000})


def share_at(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """The share that begins at lexeme ``at``, in percent."""
    lexeme = lexemes[at]
    if lexeme.lower == "half":
        return _half(lexemes, at)
    if lexeme.kind == "number" and 0 < lexeme.value < 1 and "/" in lexeme.text and _of_follows(lexemes, at):
        return bounded(lexemes, Amount(at, at, at, 100.0 * lexeme.value, rule="fractions"))
    if lexeme.kind == "number" and lexeme.value == int(lexeme.value):
        return _one_in(lexemes, at) or _fraction(lexemes, at, lexeme.value, plural=lexeme.value > 1)
    if lexeme.lower in ("a", "an"):
        return _fraction(lexemes, at, 1, plural=False)
    if lexeme.lower == "the":
        return _instalment(lexemes, at)
    return None


def _of_follows(lexemes: Sequence[Lexeme], at: int) -> bool:
    """As in "3/4 of the members", but not "1/16 of a pint"."""
    return at + 2 < len(lexemes) and lexemes[at + 1].lower == "of" and lexemes[at + 2].lower not in ("a", "an")


def fits(amount: Amount, token: Token) -> bool:
    """Whether the parse lets the words be a share: "a third country" is none."""
    if amount.rule == "one in several":
        return True
    if amount.rule == "one noun in several":
        after = token.nbor(1) if token.i + 1 < len(token.doc) else None
        return after is None or token.nbor(-1).lower_ == "every" or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if amount.rule == "fraction" and token.dep_ in ("nsubj", "nsubjpass") and following in ("was", "is", "has"):
        return False
    if amount.rule == "fraction" and _is_another(token):
        return False
    before_noun = token.dep_ in ("amod", "nummod", "compound") and token.head.i > token.i
    return not (amount.rule == "fraction" and before_noun) and token.pos_ != "VERB"


def _is_another(token: Token) -> bool:
    """As in "killed two and wounded a third", "as did a third": one more, and no share."""
    if any(child.lower_ == "of" for child in token.children):
        return False
    verb = token.head
    if token.dep_ in ("nsubj", "dobj") and verb.lemma_ == "do":
        return True
    return token.dep_ == "dobj" and verb.lemma_.lower() in cues()["words"]["casualties"]


def _half(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    if (measured := _half_a_unit(lexemes, at)) is not None:
        return measured
    words = cues()["half"]
    before = lexemes[at - 1] if at else None
    after = lexemes[at + 1].lower if at + 1 < len(lexemes) else ""
    if before is not None and (
        before.kind == "ordinal" or before.lower in words["not_after"] or before.text in HYPHENS
    ):
        return None
    if after not in words["before"] and (
        before is None or before.lower not in words["after"] or after in words["not_before"]
    ):
        return None
    last = at + 1 if after == "price" else at
    return bounded(lexemes, Amount(at, last, at, 50.0, rule="half"))


def _half_a_unit(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "half a percentage point", "half a tonne"; half an hour is a length of time."""
    if at + 2 >= len(lexemes) or lexemes[at + 1].lower not in ("a", "an"):
        return None
    if at and lexemes[at - 1].lower in ("and", "-"):
        return None
    found = unit_at(lexemes, at + 2) or ((at + 2, Unit("point")) if lexemes[at + 2].lower == "point" else None)
    if found is None or found[1].name.endswith("of age"):
        return None
    if found[1].time:
        return _half_an_hour(lexemes, at, *found)
    return bounded(lexemes, Amount(at, found[0], at, 0.5 / found[1].per, found[1], rule="half of a unit"))


def _half_an_hour(lexemes: Sequence[Lexeme], at: int, last: int, unit: Unit) -> Amount | None:
    """As in "less than half an hour": 30 minutes, where it is told how exactly and not when ("half an hour ago")."""
    after = lexemes[last + 1].lower if last + 1 < len(lexemes) else ""
    if unit.name != "hour" or after in cues()["words"]["no_rate_before"] or after.endswith("-"):
        return None
    found = bounded(lexemes, Amount(at, last, at, 30.0, Unit("minute", seconds=60.0), rule="half of a unit"))
    return found if found.bound != "=" else None


def _fraction(lexemes: Sequence[Lexeme], at: int, count: float, *, plural: bool) -> Amount | None:
    """As in "A third", "one-fifth", "three quarters"."""
    last = at + 1
    if last < len(lexemes) and lexemes[last].text in HYPHENS:
        last += 1
    if last >= len(lexemes):
        return None
    word = lexemes[last].lower
    parts = cues()["fractions"].get(word, 0)
    if not parts or not 0 < count <= parts or (plural != word.endswith("s")) or word in ("half", "halves"):
        return None
    before = lexemes[at - 1].lower if at else ""
    after = lexemes[last + 1].lower if last + 1 < len(lexemes) else ""
    if parts == 4 and (before in cues()["half"]["times_before"] or after in cues()["half"]["times_after"]):
        return None
    if (measured := _of_a_unit(lexemes, at, last, count / parts)) is not None:
        return measured
    if not plural and lexemes[at].lower in ("a", "an") and _is_next(lexemes, at, parts):
        return None
    rule = "fractions" if plural else "fraction"
    return bounded(lexemes, Amount(at, last, last, 100.0 * count / parts, rule=rule))


def _is_next(lexemes: Sequence[Lexeme], at: int, parts: int) -> bool:
    """As in "Seven died at once and an eighth in hospital", "one fled, a second was shot and a third escaped"."""
    if at + 2 < len(lexemes) and lexemes[at + 2].lower == "of":
        return False
    for before in range(at - 1, max(-1, at - _SENTENCE), -1):
        lexeme = lexemes[before]
        if lexeme.text in ".!?" or lexeme.lower in ("percent", "%"):
            return False
        if lexeme.kind in ("number", "ordinal") and lexeme.value == parts - 1 and lexeme.value < _MOST_IN_TURN:
            plain = before + 1 < len(lexemes) and unit_at(lexemes, before + 1) is None
            return plain and lexemes[before + 1].kind == "word"
    return False


def _of_a_unit(lexemes: Sequence[Lexeme], first: int, last: int, value: float) -> Amount | None:
    """As in "two-tenths of a percentage point": a measure and no share."""
    if [lexeme.lower for lexeme in lexemes[last + 1 : last + 3]] not in (["of", "a"], ["of", "an"], ["of", "one"]):
        return None
    found = unit_at(lexemes, last + 3) if last + 3 < len(lexemes) else None
    if found is None or found[1].name not in ("percentage point", "percent", "basis point"):
        return None
    return bounded(lexemes, Amount(first, found[0], last, value, found[1], rule="fraction of a unit"))


def _one_in(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "One in eight", "nine out of 10"."""
    if at and lexemes[at - 1].text in DASHES and not lexemes[at].spaced:
        return None
    words = [lexeme.lower for lexeme in lexemes[at + 1 : at + 3]]
    if words == ["out", "of"]:
        last, joint = at + 3, "of"
    elif words[:1] == ["in"]:
        last, joint = at + (3 if words == ["in", "every"] else 2), "in"
    else:
        last, joint = _behind_its_noun(lexemes, at), "in"
    if last >= len(lexemes) or (lexemes[last].kind != "number" and lexemes[last].lower not in _ROUND):
        return None
    count, whole = lexemes[at].value, _ROUND.get(lexemes[last].lower, lexemes[last].value)
    every = lexemes[last - 1].lower == "every"
    told = every or _is_whole(whole) or (count == 1 and whole in _SMALL and not _measured(lexemes, last + 1))
    if not 0 < count < whole <= _LARGEST_WHOLE or (joint == "in" and (count > 9 or not told)):
        return None
    if joint == "of" and count > 1 and not _is_whole(whole):
        return None  # "88 out of 120 wells" are two counts.
    rule = "one noun in several" if lexemes[last - 1].lower != "of" and words[:1] != ["in"] else "one in several"
    return bounded(lexemes, Amount(at, last, last, 100.0 * count / whole, rule=rule))


def _measured(lexemes: Sequence[Lexeme], at: int) -> bool:
    return at < len(lexemes) and unit_at(lexemes, at) is not None


def _is_whole(number: float) -> bool:
    """Whether shares are told of so many: "one in 20", "one in 500"; not of what may be a year."""
    return number in _WHOLES or (number % 50 == 0 and not _YEARS[0] <= number <= _YEARS[1])


def _behind_its_noun(lexemes: Sequence[Lexeme], at: int) -> int:
    """As in "one voter in eight", "three naira in every four": the whole; never "four goals in five games"."""
    nowhere = len(lexemes)
    for joint in (at + 2, at + 3):
        if joint + 2 >= nowhere or any(lexeme.kind != "word" for lexeme in lexemes[at + 1 : joint + 1]):
            return nowhere
        if lexemes[joint].lower == "in":
            every = lexemes[joint + 1].lower == "every"
            return joint + 1 + every
    return nowhere


def _instalment(lexemes: Sequence[Lexeme], at: int) -> Amount | None:
    """As in "The last quarter of a $2-billion loan": one part of a sum that is paid in parts."""
    words = [lexeme.lower for lexeme in lexemes[at + 1 : at + 4]]
    if len(words) < 3 or words[2] != "of" or words[0] not in cues()["half"]["instalments"]:
        return None
    parts = cues()["fractions"].get(words[1], 0)
    behind = lexemes[at + 4 : at + 10]
    if not parts or not any(lexeme.kind == "number" or lexeme.lower in cues()["words"]["sums"] for lexeme in behind):
        return None
    return Amount(at, at + 2, at + 2, 100.0 / parts, rule="instalment")
