"""Conditions of years, spans of years, decades, quarters and halves."""

from __future__ import annotations

from briefing.nlp.quantities.units import unit_at
from briefing.nlp.times.place import Place, words_of

_NEAR = 15


def a_year(place: Place) -> bool:
    """Four figures are a year behind "in" or "since", in front of a single noun, or as the model's date."""
    lexeme, before, after = place.lexemes[place.first], place.before(), place.after()
    if before in words_of("not_before_a_year") and not (before == "/" or place.lexemes[place.first].spaced):
        return False
    if place.first > 0 and not lexeme.spaced and before not in ("(", "-", "–", "—", "/", "‘", "’", "'", '"', "“", "["):
        return False
    if after in ("%", "percent", "per", "°") or (after == "/" and place.after(2)[:1].isdigit()):
        return False
    if (unit := unit_at(place.lexemes, place.last + 1)) is not None and not unit[1].time:
        return False
    follows = place.next_token
    if follows is not None and follows.tag_ == "NNS" and place.token.dep_ == "nummod":
        return False
    if before in words_of("before_a_year"):
        return True
    if before in ("(", "[") and after in (")", "]", ",", ";", "-", "–"):
        return True
    if place.token.ent_type_ == "DATE":
        return True
    if follows is not None and place.token.dep_ in ("nummod", "compound", "amod", "nmod"):
        return follows.tag_ in ("NN", "NNP", "JJ") and after not in ("m", "km", "kg", "ft")
    return follows is None or not (follows.is_alpha and follows.pos_ in ("NOUN", "ADJ"))


def two_figures(place: Place) -> bool:
    """As in "in '08", not "the '5 Star'" nor "'90s"."""
    number, after = place.lexemes[place.last], place.after()
    return len(number.text) == 2 and number.text.isdecimal() and after not in ("s", "'", "’", "%", "percent", "/")


def a_decade(place: Place) -> bool:
    """As in "The 70s and 80s": decades; "in his 70s", "her mid-50s" are ages, "the 20s" of a temperature rare."""
    at = max(range(place.first, place.last + 1), key=lambda at: (place.lexemes[at].kind == "number", at))
    number = place.lexemes[at]
    if not words_of("whose").isdisjoint((place.before(), place.before(2), place.before(3))):
        return False
    if not number.figures:
        return True
    if len(number.text) == 4:
        return number.value % 10 == 0
    first = place.lexemes[place.first]
    if first.text == "-" or number.value % 10 != 0:
        return False
    words = first.lower
    return words in ("the", "'", "’", "‘", "early", "late", "mid") or place.before() in ("and", "or", "'", "’")


def season_of_years(place: Place) -> bool:
    """As in "the 2009/10 season": the second year follows the first, and the word says it or a slash is between."""
    first, mark, second = (place.lexemes[at] for at in (place.first, place.last - 1, place.last))
    following = int(first.value) + 1
    if int(second.value) not in (following, following % 100) or not second.text.isdecimal():
        return False
    near = {place.after(), place.after(2), place.before()}
    return len(second.text) in (2, 4) and (mark.text == "/" or not near.isdisjoint(words_of("seasons")))


def end_of_a_span_of_years(place: Place) -> bool:
    """As in "1914-18"; "2008-09" may be a month."""
    first, last = place.lexemes[place.first - 2], place.lexemes[place.last]
    if len(last.text) != 2 or not last.text.isdecimal() or place.after() in ("-", "/", "–"):
        return False
    return int(last.value) > max(int(first.value) % 100, 12)


def end_of_a_range(place: Place) -> bool:
    """As in "June 3-5", but not "June 3 and 5 people"."""
    follows = place.next_token
    return place.before() not in ("and", "or") or follows is None or follows.pos_ not in ("NOUN", "ADJ", "PROPN")


def quarter_of_a_year(place: Place) -> bool:
    """Not "the last quarter of a loan", nor a quarter of a match."""
    words = " ".join(lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1])
    if any(
        char.isdecimal() for char in words.replace("1st", "").replace("2nd", "").replace("3rd", "").replace("4th", "")
    ):
        return True
    if words.endswith("year") or words.startswith("q"):
        return True
    if _played(place):
        return False
    return place.after() not in ("of", "mile", "mile-", "final", "finals", "-")


def half_of_accounts(place: Place) -> bool:
    """As in "first-half profit", not the first half of a match."""
    if place.after() in words_of("accounts"):
        return True
    before = {place.before(steps) for steps in range(2, 6)}
    lone = place.before() in ("for", "in", "during", "over") and not place.after()[:1].isalpha()
    return lone and not before.isdisjoint(words_of("accounts")) and not _played(place)


def _played(place: Place) -> bool:
    """Whether words of sport stand near."""
    near = place.lexemes[max(0, place.first - _NEAR) : place.last + _NEAR]
    return not words_of("sport").isdisjoint(lexeme.lower for lexeme in near)
