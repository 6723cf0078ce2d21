"""Conditions that the words around an expression must meet, named as the rule table names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from briefing.nlp.numerals import Lexeme
from briefing.nlp.quantities.units import unit_at
from briefing.nlp.times.lexicon import tables


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: lexemes ``first`` to ``last`` of ``lexemes``, with spaCy's token of the last word."""

    lexemes: Sequence[Lexeme]
    first: int
    last: int
    token: Token

    def before(self, steps: int = 1) -> str:
        """The word ``steps`` before it, in lower case; empty at the edge of the text."""
        at = self.first - steps
        return self.lexemes[at].lower if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The word ``steps`` after it."""
        at = self.last + steps
        return self.lexemes[at].lower if at < len(self.lexemes) else ""

    @property
    def next_token(self) -> Token | None:
        """SpaCy's token after it."""
        at = self.token.i + 1
        return self.token.doc[at] if at < len(self.token.doc) else None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tables()["words"][name])


def _not_an_age(place: Place) -> bool:
    """As in "70-year-old", "three years old", "aged 40 years" tell an age."""
    after = place.after() if place.after() not in ("-", "‑") else place.after(2)
    return after not in ("old", "olds") and place.before() not in ("aged", "age")


def _a_year(place: Place) -> bool:
    """Four figures are a year behind "in" or "since", in front of a single noun, or as the model's date."""
    lexeme, before, after = place.lexemes[place.first], place.before(), place.after()
    if before in _words("not_before_a_year") and not (before == "/" or place.lexemes[place.first].spaced):
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
    if before in _words("before_a_year"):
        return True
    if before in ("(", "[") and after in (")", "]", ",", ";", "-", "–"):
        return True
    if place.token.ent_type_ == "DATE":
        return True
    if follows is not None and place.token.dep_ in ("nummod", "compound", "amod", "nmod"):
        return follows.tag_ in ("NN", "NNP", "JJ") and after not in ("m", "km", "kg", "ft")
    return follows is None or not (follows.is_alpha and follows.pos_ in ("NOUN", "ADJ"))


def _month_name(place: Place) -> bool:
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
    if lexeme.lower in ("may", "march", "mar", "sep", "jan", "jun", "dec", "august"):
        return token.pos_ in ("PROPN", "NOUN", "NUM") and (
            token.ent_type_ == "DATE" or place.before() in _words("before_a_year")
        )
    return True


def _ends_its_phrase(place: Place) -> bool:
    """No event follows that it is counted from: "the day before" against "the day before the summit"."""
    follows = place.next_token
    if follows is None or place.after() in _words("openers"):
        return follows is None
    return follows.pos_ not in ("DET", "PRON", "PROPN", "NUM") and place.after() != "of"


def _no_noun_follows(place: Place) -> bool:
    """As in "on the 18th", not "on the 18th floor"."""
    follows = place.next_token
    return follows is None or follows.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def _quarter_of_a_year(place: Place) -> bool:
    """Not "the last quarter of a loan", nor a quarter of a match."""
    words = " ".join(lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1])
    if any(
        char.isdecimal() for char in words.replace("1st", "").replace("2nd", "").replace("3rd", "").replace("4th", "")
    ):
        return True
    if words.endswith("year") or words.startswith("q"):
        return True
    return place.after() not in ("of", "mile", "mile-", "final", "finals", "-")


def _not_a_stretch(place: Place) -> bool:
    """As in "The last day of ...", "last minute" and "this time" are no days or minutes counted from here."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if words[-1] in ("minute", "hour", "second") or (words[-1] == "day" and words[-2:-1] != ["next"]):
        return False
    return not (place.before() == "the" and place.after() == "of")


def _a_unit(place: Place) -> bool:
    """As in "For the last year of losses" is the year before; "over the last year" a stretch."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    return words[-1] in ("year", "month", "week") and place.before() not in ("over", "in", "during", "within")


def _season_not_fall(place: Place) -> bool:
    """As in "A fall of 3 percent" and "spring" as a source are no seasons."""
    if place.lexemes[place.last].lower == "fall" and place.after() in ("of", "in"):
        return False
    return place.token.pos_ in ("NOUN", "PROPN") and place.after() not in ("water", "-")


def _end_of_a_range(place: Place) -> bool:
    """As in "June 3-5", but not "June 3 and 5 people"."""
    follows = place.next_token
    return place.before() not in ("and", "or") or follows is None or follows.pos_ not in ("NOUN", "ADJ", "PROPN")


def _abbreviated(place: Place) -> bool:
    """As in "Tue.", never "The Sun"."""
    return place.lexemes[place.last].text.endswith(".")


def _before_a_noun(place: Place) -> bool:
    return place.token.dep_ in ("amod", "compound", "nmod")


def _past_reference(place: Place) -> bool:
    return place.after() not in ("years", "months", "weeks", "days", "decades")


def _vague_future(place: Place) -> bool:
    return place.lexemes[place.last].lower != "soon" or place.after() not in ("as", "after")


def _a_decade(place: Place) -> bool:
    """As in "The 70s and 80s": decades; "in his 70s" is an age, "the 20s" of a temperature rare."""
    number = place.lexemes[place.last - 1]
    if len(number.text) == 4 or not number.figures:
        return place.before() not in ("his", "her", "their", "my", "our")
    words = place.lexemes[place.first].lower
    if words == "the" or words in ("'", "’", "‘"):
        return number.value % 10 == 0
    return place.before() in ("and", "or", "early", "late", "mid", "'", "’") and number.value % 10 == 0


def _not_counted(place: Place) -> bool:
    """As "three nights", which are a length and no habit."""
    return place.first == 0 or place.lexemes[place.first - 1].kind not in ("number", "ordinal")


def _plain_weekday(place: Place) -> bool:
    """Not "Super Tuesday" or "Black Monday", which are events."""
    return place.before() not in _words("names_of_days")


GUARDS: dict[str, Callable[[Place], bool]] = {
    "not an age": _not_an_age,
    "a year, not a number": _a_year,
    "month name": _month_name,
    "ends its phrase": _ends_its_phrase,
    "no noun follows": _no_noun_follows,
    "quarter of a year": _quarter_of_a_year,
    "not a stretch": _not_a_stretch,
    "a unit, not a stretch": _a_unit,
    "a season, not a fall": _season_not_fall,
    "end of a range": _end_of_a_range,
    "abbreviated": _abbreviated,
    "before a noun": _before_a_noun,
    "ends its phrase or an adverb": _past_reference,
    "vague future": _vague_future,
    "a decade": _a_decade,
    "not counted": _not_counted,
    "plain weekday": _plain_weekday,
}
