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
    if _is_a_name(place) or place.before() in _words("currencies"):
        return False
    return after not in ("old", "olds") and place.before() not in ("aged", "age")


def _is_a_name(place: Place) -> bool:
    """As in "Seven Days Inc", "the Six Day War": every word with a capital, inside a name."""
    words = place.lexemes[place.first : place.last + 1]
    return place.token.ent_type_ in _NAMES and all(
        lexeme.text[0].isupper() for lexeme in words if lexeme.text.isalpha()
    )


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
    if _played(place):
        return False
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
    if (place.lexemes[place.last].lower == "fall" and place.after() in ("of", "in")) or place.after() in _words(
        "games"
    ):
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
    """As in "the current state", not the title "CURRENT AFFAIRS"."""
    if not place.lexemes[place.first].text.islower() and not place.token.is_sent_start:
        return False
    return place.token.dep_ in ("amod", "compound", "nmod")


def _past_reference(place: Place) -> bool:
    return place.after() not in ("years", "months", "weeks", "days", "decades")


def _vague_future(place: Place) -> bool:
    return place.lexemes[place.last].lower != "soon" or place.after() not in ("as", "after")


def _a_decade(place: Place) -> bool:
    """As in "The 70s and 80s": decades; "in his 70s", "her mid-50s" are ages, "the 20s" of a temperature rare."""
    at = max(range(place.first, place.last + 1), key=lambda at: (place.lexemes[at].kind == "number", at))
    number = place.lexemes[at]
    if not _words("whose").isdisjoint((place.before(), place.before(2), place.before(3))):
        return False
    if len(number.text) == 4 or not number.figures:
        return True
    first = place.lexemes[place.first]
    if first.text == "-" or number.value % 10 != 0:
        return False
    words = first.lower
    return words in ("the", "'", "’", "‘", "early", "late", "mid") or place.before() in ("and", "or", "'", "’")


def _not_counted(place: Place) -> bool:
    """As "three nights", which are a length and no habit."""
    return place.first == 0 or place.lexemes[place.first - 1].kind not in ("number", "ordinal")


def _plain_weekday(place: Place) -> bool:
    """Not "Super Tuesday" or "Black Monday", which are events, nor "The Sunday Times"."""
    return place.before() not in _words("names_of_days") and not _begins_a_name(place)


_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "FAC", "PERSON", "EVENT"})


def _begins_a_name(place: Place) -> bool:
    """Whether the next capitalised word is of the same name: "Sunday Times", "Friday Prayers"."""
    follows = place.next_token
    if follows is None or place.token.ent_type_ not in _NAMES or not follows.text[0].isupper():
        return False
    return follows.ent_iob_ == "I" and not follows.is_digit


def _no_masthead(place: Place) -> bool:
    """Not "the Celebes Daily", "Daily Mail", which are papers; in a headline every word has a capital."""
    if not place.lexemes[place.last].text[0].isupper() or place.token.is_sent_start:
        return True
    return place.token.tag_ not in ("NNP", "NNPS") and place.token.ent_type_ not in _NAMES


def _no_name(place: Place) -> bool:
    """Not a word inside a longer name: "USA Today", "the Day of the Jackal", "Independence Day Group"."""
    token = place.token
    if not place.lexemes[place.first].text[0].isupper() or place.lexemes[place.first].figures or token.is_sent_start:
        return True
    return token.ent_type_ not in ("ORG", "WORK_OF_ART", "PRODUCT", "PERSON") or token.ent_type_ == ""


def _today(place: Place) -> bool:
    """Not "USA Today": a capital within a sentence, behind or inside a name."""
    token = place.token
    if place.lexemes[place.last].text.islower() or token.i == 0 or token.is_sent_start:
        return True
    if token.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT", "FAC"):
        return False
    before = token.doc[token.i - 1]
    return not (before.is_alpha and (before.is_lower or before.pos_ == "PROPN"))


def _no_serial_number(place: Place) -> bool:
    """Not the rocket "Long March 5"."""
    token = place.token
    before = token.doc[max(0, token.i - (place.last - place.first) - 1)]
    return not (
        place.lexemes[place.first].lower in ("march", "may") and before.pos_ == "PROPN" and before.ent_type_ != "DATE"
    )


def _not_every(place: Place) -> bool:
    """As in "every first Sunday of the month", which is a habit."""
    return place.before() not in ("every", "each")


def _weekday_week(place: Place) -> bool:
    """As in "Tuesday week" is a week from Tuesday; "a Tuesday week-long strike", "Monday week by week" are not."""
    return place.after() not in ("-", "‑", "by", "after", "in", "long") or place.lexemes[place.last].lower != "week"


def _adverb_in_the_past(place: Place) -> bool:
    """As in "raided homes overnight", not "an overnight ferry" nor "will stay overnight"."""
    token = place.token
    verb = token.head
    if token.dep_ not in ("advmod", "npadvmod") or verb.pos_ not in ("VERB", "AUX"):
        return False
    return verb.tag_ in ("VBD", "VBN") and not any(child.tag_ in ("MD", "TO") for child in verb.children)


def _day_in_history(place: Place) -> bool:
    """As in "the September 11 attacks", "7/7 bombings"; "9/11" is one by itself."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if words == ["9", "/", "11"]:
        return place.after() not in ("/", "-", ".") or place.after(2)[:1].isalpha()
    named = any(lexeme.kind == "word" for lexeme in place.lexemes[place.first : place.last + 1])
    if named and (_figures(words), "".join(words)[:3]) not in (([11], "sep"), ([7], "jul")):
        words = words[::-1]
        if (_figures(words), "".join(words)[:3]) not in (([11], "sep"), ([7], "jul")):
            return False
    return place.after() in _words("attacks") or place.after(2) in _words("attacks")


def _figures(words: Sequence[str]) -> list[int]:
    return [int("".join(char for char in word if char.isdecimal())) for word in words if word[:1].isdecimal()]


def _not_of_a_noun(place: Place) -> bool:
    """As in "The following month it snowed"; not "the following day care centres", "the same day return"."""
    follows = place.next_token
    if follows is None or follows.i >= len(follows.doc):
        return True
    return place.after() != "of" and not (
        follows.pos_ in ("NOUN", "PROPN") and place.token.dep_ in ("compound", "nmod")
    )


def _half_of_accounts(place: Place) -> bool:
    """As in "first-half profit", not the first half of a match."""
    return place.after() in _words("accounts")


def _season_of_years(place: Place) -> bool:
    """As in "the 2009/10 season": the second year follows the first, and the word says it or a slash is between."""
    first, mark, second = (place.lexemes[at] for at in (place.first, place.last - 1, place.last))
    following = int(first.value) + 1
    if int(second.value) not in (following, following % 100) or not second.text.isdecimal():
        return False
    near = {place.after(), place.after(2), place.before()}
    return len(second.text) in (2, 4) and (mark.text == "/" or not near.isdisjoint(_words("seasons")))


def _end_of_a_span_of_years(place: Place) -> bool:
    """As in "1914-18"; "2008-09" may be a month."""
    first, last = place.lexemes[place.first - 2], place.lexemes[place.last]
    if len(last.text) != 2 or not last.text.isdecimal() or place.after() in ("-", "/", "–"):
        return False
    return int(last.value) > max(int(first.value) % 100, 12)


def _after_an_amount(place: Place) -> bool:
    """As in "2bn dollars a year", "three meals a day", "5 percent a month": a rate and no length."""
    if place.first == 0 or place.token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass", "attr"):
        return False
    before = place.lexemes[place.first - 1]
    if before.kind == "number" or before.text == "%" or unit_at(place.lexemes, place.first - 1) is not None:
        return place.after() not in ("ago", "later", "earlier", "before", "after")
    earlier = place.token.doc[max(0, place.token.i - 2)]
    counted = earlier.tag_ == "NNS" and any(child.dep_ == "nummod" for child in earlier.children)
    return counted and place.after() not in ("ago", "later", "earlier", "before", "after")


def _played(place: Place) -> bool:
    """Whether words of sport stand near."""
    near = place.lexemes[max(0, place.first - _NEAR) : place.last + _NEAR]
    return not _words("sport").isdisjoint(lexeme.lower for lexeme in near)


_NEAR = 15


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
    "no serial number": _no_serial_number,
    "not every": _not_every,
    "weekday week": _weekday_week,
    "adverb in the past": _adverb_in_the_past,
    "no name": _no_name,
    "no masthead": _no_masthead,
    "today": _today,
    "day in history": _day_in_history,
    "not of a noun": _not_of_a_noun,
    "half of accounts": _half_of_accounts,
    "season of years": _season_of_years,
    "end of a span of years": _end_of_a_span_of_years,
    "after an amount": _after_an_amount,
}
