"""Conditions that tell a time from a name: of a person, a paper, a product, a match, a colour."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.nlp.times.place import Place, words_of

_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "EVENT"})


def is_a_name(place: Place) -> bool:
    """As in "Seven Days Inc", "the Six Day War": every word with a capital, inside a name."""
    words = place.lexemes[place.first : place.last + 1]
    return place.token.ent_type_ in _NAMES and all(
        lexeme.text[0].isupper() for lexeme in words if lexeme.text.isalpha()
    )


def begins_a_name(place: Place) -> bool:
    """Whether the next capitalised word is of the same name: "Sunday Times", "Friday Prayers"."""
    follows = place.next_token
    if follows is None or place.token.ent_type_ not in _NAMES or not follows.text[0].isupper():
        return False
    return follows.ent_iob_ == "I" and not follows.is_digit


def plain_weekday(place: Place) -> bool:
    """Not "Super Tuesday" or "Black Monday", which are events, nor "The Sunday Times"."""
    return place.before() not in words_of("names_of_days") and not begins_a_name(place)


def month_name(place: Place) -> bool:
    """As in "May", "March" and "April" are also a verb, a walk and a woman."""
    lexeme, token = place.lexemes[place.first], place.token
    if token.ent_type_ in ("PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT"):
        return False
    previous = token.doc[token.i - 1] if token.i else None
    if (
        previous is not None
        and previous.pos_ == "PROPN"
        and previous.text[0].isupper()
        and previous.ent_type_ != "DATE"
    ):
        return False
    if _names_a_person(place):
        return False
    if lexeme.lower in ("may", "march", "mar", "sep", "jan", "jun", "dec", "august"):
        return token.pos_ in ("PROPN", "NOUN", "NUM") and (
            token.ent_type_ == "DATE" or place.before() in words_of("before_a_year")
        )
    return True


def _names_a_person(place: Place) -> bool:
    """As in "with April Jones"; "the June Paris summit" has a month."""
    follows = place.next_token
    if place.lexemes[place.first].lower not in words_of("first_names") or follows is None:
        return False
    joined = place.token.dep_ in ("compound", "nmod") and place.token.head.pos_ == "PROPN"
    named = follows.pos_ == "PROPN" and follows.text[:1].isupper() and follows.ent_type_ != "DATE"
    return joined and named and place.before() not in words_of("before_a_month")


def noon(place: Place) -> bool:
    """As in "at midnight"; not the colour "midnight blue"."""
    follows = place.next_token
    modifies = place.token.dep_ in ("compound", "amod", "nmod") and follows is not None and follows.is_alpha
    return not modifies or place.after() in words_of("after_midnight")


def no_masthead(place: Place) -> bool:
    """Not "the Celebes Daily", "Daily Mail", "the regional daily", which are papers."""
    if place.token.tag_ in ("NN", "NNS"):
        return place.lexemes[place.last].lower == "weekends"
    if not place.lexemes[place.last].text[0].isupper() or place.token.is_sent_start:
        return True
    return place.token.tag_ not in ("NNP", "NNPS") and place.token.ent_type_ not in _NAMES


def today(place: Place) -> bool:
    """Not "USA Today": a capital within a sentence, behind or inside a name."""
    token = place.token
    if place.lexemes[place.last].text.islower() or token.i == 0 or token.is_sent_start:
        return True
    if token.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT", "FAC"):
        return False
    before = token.doc[token.i - 1]
    return not (before.is_alpha and (before.is_lower or before.pos_ == "PROPN"))


def no_serial_number(place: Place) -> bool:
    """Not the rocket "Long March 5"."""
    token = place.token
    before = token.doc[max(0, token.i - (place.last - place.first) - 1)]
    return not (
        place.lexemes[place.first].lower in ("march", "may") and before.pos_ == "PROPN" and before.ent_type_ != "DATE"
    )


def abbreviated(place: Place) -> bool:
    """As in "Tue.", never "The Sun"."""
    return place.lexemes[place.last].text.endswith(".")


def day_in_history(place: Place) -> bool:
    """As in "the September 11 attacks", "7/7 bombings"; "9/11" is one by itself."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if words == ["9", "/", "11"]:
        return place.after() not in ("/", "-", ".") or place.after(2)[:1].isalpha()
    named = any(lexeme.kind == "word" for lexeme in place.lexemes[place.first : place.last + 1])
    if named and (_figures(words), "".join(words)[:3]) not in (([11], "sep"), ([7], "jul")):
        words = words[::-1]
        if (_figures(words), "".join(words)[:3]) not in (([11], "sep"), ([7], "jul")):
            return False
    return place.after() in words_of("attacks") or place.after(2) in words_of("attacks")


def _figures(words: Sequence[str]) -> list[int]:
    return [int("".join(char for char in word if char.isdecimal())) for word in words if word[:1].isdecimal()]


def season_not_fall(place: Place) -> bool:
    """As in "A fall of 3 percent" and "spring" as a source are no seasons."""
    if (place.lexemes[place.last].lower == "fall" and place.after() in ("of", "in")) or place.after() in words_of(
        "games"
    ):
        return False
    return place.token.pos_ in ("NOUN", "PROPN") and place.after() not in ("water", "-")


def before_a_noun(place: Place) -> bool:
    """As in "the current state", not the title "CURRENT AFFAIRS"."""
    if not place.lexemes[place.first].text.islower() and not place.token.is_sent_start:
        return False
    return place.token.dep_ in ("amod", "compound", "nmod")
