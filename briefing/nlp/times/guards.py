"""Conditions that the words around an expression must meet, named as the rule table names them."""

from __future__ import annotations

from collections.abc import Callable

from briefing.nlp.quantities.units import unit_at
from briefing.nlp.times import namesakes, years
from briefing.nlp.times.namesakes import is_a_name
from briefing.nlp.times.place import Place, words_of
from briefing.nlp.times.tense import tense_of

_BEFORE_A_LENGTH = frozenset(
    {"for", "in", "within", "over", "after", "than", "about", "only", "just", "least", "most", "by", "the"}
)
_BEHIND_A_LENGTH = frozenset(
    {"after", "before", "later", "earlier", "of", "ago", "in", "on", "at", "each", "early", "late", "-", "‑"}
)
_STRETCHING = frozenset({"for", "of", "lasting", "last", "lasts", "lasted", "run", "runs", "ran", "running", "within"})
_LASTING = frozenset({"last", "take", "spend", "go", "continue", "stay"})


def _not_an_age(place: Place) -> bool:
    """As in "70-year-old", "three years old", "aged 40 years" tell an age."""
    after = place.after() if place.after() not in ("-", "‑") else place.after(2)
    if is_a_name(place) or place.before() in words_of("currencies"):
        return False
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if words == ["one", "day"] and (_one_day_to_come(place) or _once(place)):
        return False
    return after not in ("old", "olds") and place.before() not in ("aged", "age")


def _once(place: Place) -> bool:
    """As in "One day a stranger came": no length, unless the verb says how long ("the strike lasted one day")."""
    if place.token.dep_ != "npadvmod" or place.after() in ("after", "before"):
        return False
    return place.token.head.lemma_.lower() not in _LASTING


def _one_day_to_come(place: Place) -> bool:
    """As in "one day you will see", "hopes to return one day"; not "will take one day", "one day after"."""
    if place.before() in _BEFORE_A_LENGTH or place.after() in _BEHIND_A_LENGTH:
        return False
    verb, first = place.token.head, place.token.left_edge
    if first.i and first.nbor(-1).tag_ == "MD":
        return True
    if place.token.dep_ not in ("npadvmod", "advmod", "tmod", "dep") or verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.i < place.token.i and verb.lemma_.lower() in _LASTING and verb.lemma_ != "go":
        return False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ == "MD" for child in helpers):
        return not any(child.lower_ == "have" for child in helpers)
    return verb.dep_ == "xcomp" and any(child.tag_ == "TO" for child in helpers)


def _ends_its_phrase(place: Place) -> bool:
    """No event follows that it is counted from: "the day before" against "the day before the summit"."""
    follows = place.next_token
    if follows is None or place.after() in words_of("openers"):
        return follows is None
    if place.lexemes[place.last].lower in ("before", "after"):
        return follows.tag_ != "VBG" and follows.pos_ in ("PUNCT", "CCONJ", "VERB", "AUX", "ADV", "ADP", "SPACE")
    return follows.pos_ not in ("DET", "PRON", "PROPN", "NUM") and place.after() != "of"


def _weekday_from_there(place: Place) -> bool:
    """As in "the following Monday"; in "Following Monday's debate" the first word is a preposition."""
    if place.lexemes[place.first].lower == "following" and place.after()[:1] in ("'", "’"):
        return False
    return _ends_its_phrase(place)


def _a_coming_event(place: Place) -> bool:
    """As in "the polls close in three days": a day to come; "will build it in three days" takes that long."""
    preposition = place.token.head
    if preposition.lower_ != "in" or preposition.dep_ != "prep":
        return False
    verb = preposition.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words_of("at_once"):
        return False
    happens = verb.tag_ in ("VBZ", "VBP") or any(child.tag_ == "VBZ" for child in verb.children)
    return tense_of(place.token) == "future" or (happens and tense_of(place.token) == "present")


def _no_idiom(place: Place) -> bool:
    """Not "at the end of the day", which mostly says "after all"."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    return words[-4:] != ["end", "of", "the", "day"] or place.before() != "at"


def _no_noun_follows(place: Place) -> bool:
    """As in "on the 18th", not "on the 18th floor"."""
    follows = place.next_token
    return follows is None or follows.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def _not_a_stretch(place: Place) -> bool:
    """As in "The last day of ...", "last minute" and "this time" are no days or minutes counted from here."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if words[-1] in ("minute", "hour", "second") or (words[-1] == "day" and words[-2:-1] != ["next"]):
        return False
    return not (place.before() == "the" and place.after() == "of")


def _a_unit(place: Place) -> bool:
    """As in "For the last year of losses" is the year before; "over the last year" a stretch."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    return (
        place.after() != "of"
        and words[-1] in ("year", "month", "week")
        and place.before() not in ("over", "in", "during", "within")
    )


def _past_reference(place: Place) -> bool:
    """As in "in the past", not "in the past seven contests"."""
    follows = place.next_token
    if place.lexemes[place.last].lower == "past" and follows is not None:
        return follows.pos_ not in ("NUM", "NOUN", "PROPN", "ADJ")
    return place.after() not in ("years", "months", "weeks", "days", "decades")


def _vague_future(place: Place) -> bool:
    return place.lexemes[place.last].lower != "soon" or place.after() not in ("as", "after")


def _not_counted(place: Place) -> bool:
    """As "three nights", which are a length and no habit."""
    return place.first == 0 or place.lexemes[place.first - 1].kind not in ("number", "ordinal")


def _lone_units(place: Place) -> bool:
    """As in "days of protests", not "the best days of his career"."""
    if place.first == place.last and place.after() == "of" and place.first > 0:
        before = place.token.doc[max(0, place.token.i - 1)]
        if before.tag_ in ("DT", "JJ", "JJS", "PRP$", "POS"):
            return False
    return _not_an_age(place)


def _not_every(place: Place) -> bool:
    """As in "every first Sunday of the month", which is a habit."""
    return place.before() not in ("every", "each")


def _an_hour(place: Place) -> bool:
    """As in "at a quarter to three", "half past four"; not "from a quarter to three quarters"."""
    words = [lexeme.lower for lexeme in place.lexemes[place.first : place.last + 1]]
    if "past" in words or words[-1] in words_of("parts_of_day"):
        return True
    follows = place.next_token
    counted = follows is not None and (follows.pos_ in ("NOUN", "PROPN", "NUM", "SYM") or follows.text == "%")
    return place.before() in words_of("before_an_hour") and not counted


def _that_unit(place: Place) -> bool:
    """As in "in that month 40 per cent fewer came", where a preposition shows that the phrase is over."""
    return place.before() in ("in", "during", "by", "since", "until", "for", "of") or _ends_its_phrase(place)


def _then(place: Place) -> bool:
    """As in "by then it was gone", not "by then president Kostić"."""
    return place.after() not in ("-", "‑") and _no_noun_follows(place)


def _no_fiscal_year(place: Place) -> bool:
    """Not the "year-end" of "fiscal year-end", which may be any month's."""
    return place.before() not in ("fiscal", "financial", "tax", "school", "academic")


def _counted_from_a_day(place: Place) -> bool:
    """As in "It opens ten days from Monday"; "for ten days from Monday" tells how long, and from when."""
    return not any(place.before(steps) in _STRETCHING for steps in range(1, 4))


def _weekday_week(place: Place) -> bool:
    """As in "Tuesday week" is a week from Tuesday; "a Tuesday week-long strike", "Monday week by week" are not."""
    if place.lexemes[place.last - 1].lower in ("from", "after") and not _counted_from_a_day(place):
        return False
    return place.after() not in ("-", "‑", "by", "after", "in", "long") or place.lexemes[place.last].lower != "week"


def _adverb_in_the_past(place: Place) -> bool:
    """As in "raided homes overnight", not "an overnight ferry" nor "will stay overnight"."""
    token = place.token
    verb = token.head
    if token.dep_ not in ("advmod", "npadvmod"):
        return False
    if verb.i < token.i and (verb.pos_ == "NOUN" or (verb.tag_ == "VBG" and verb.dep_ in ("pobj", "pcomp"))):
        return tense_of(verb) == "past" and verb.lemma_.lower() not in words_of("nights_spent")
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    return verb.tag_ in ("VBD", "VBN") and not any(child.tag_ in ("MD", "TO") for child in verb.children)


def _not_of_a_noun(place: Place) -> bool:
    """As in "The following month it snowed"; not "the following day care centres", "the same day return"."""
    follows = place.next_token
    if follows is None or follows.i >= len(follows.doc):
        return True
    if place.token.ent_type_ == "DATE" and not follows.ent_type_ and place.before() in ("in", "on", "by", "during"):
        return True
    return place.after() != "of" and not (
        follows.pos_ in ("NOUN", "PROPN") and place.token.dep_ in ("compound", "nmod")
    )


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


GUARDS: dict[str, Callable[[Place], bool]] = {
    "not an age": _not_an_age,
    "a year, not a number": years.a_year,
    "month name": namesakes.month_name,
    "ends its phrase": _ends_its_phrase,
    "no noun follows": _no_noun_follows,
    "quarter of a year": years.quarter_of_a_year,
    "not a stretch": _not_a_stretch,
    "a unit, not a stretch": _a_unit,
    "a season, not a fall": namesakes.season_not_fall,
    "end of a range": years.end_of_a_range,
    "abbreviated": namesakes.abbreviated,
    "before a noun": namesakes.before_a_noun,
    "ends its phrase or an adverb": _past_reference,
    "vague future": _vague_future,
    "two figures": years.two_figures,
    "no idiom": _no_idiom,
    "weekday, not what follows it": _weekday_from_there,
    "a coming event": _a_coming_event,
    "a decade": years.a_decade,
    "not counted": _not_counted,
    "plain weekday": namesakes.plain_weekday,
    "no serial number": namesakes.no_serial_number,
    "noon": namesakes.noon,
    "units alone": _lone_units,
    "not every": _not_every,
    "weekday week": _weekday_week,
    "counted from a day": _counted_from_a_day,
    "adverb in the past": _adverb_in_the_past,
    "no longer name": lambda place: not namesakes.begins_a_name(place),
    "no masthead": namesakes.no_masthead,
    "today": namesakes.today,
    "day in history": namesakes.day_in_history,
    "not of a noun": _not_of_a_noun,
    "an hour, not a number": _an_hour,
    "that unit": _that_unit,
    "then": _then,
    "no fiscal year": _no_fiscal_year,
    "half of accounts": years.half_of_accounts,
    "season of years": years.season_of_years,
    "end of a span of years": years.end_of_a_span_of_years,
    "after an amount": _after_an_amount,
    "one day to come": _one_day_to_come,
}
