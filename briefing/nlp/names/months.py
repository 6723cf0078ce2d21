"""People whose surname is a month's: "Theresa May flew to Brussels. May said the deal was close."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Coverage, Name
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import SILENT

MONTHS = frozenset({"March", "April", "May", "June", "July", "August"})
_DATED = frozenset(
    {
        "in",
        "of",
        "since",
        "until",
        "till",
        "by",
        "from",
        "between",
        "last",
        "next",
        "this",
        "early",
        "mid",
        "late",
        "and",
    }
)


def by_month(doc: Doc, kinds: list[str], words: Words, cover: Coverage) -> Iterator[Name]:
    """Such people in full, behind a given name or a title; then the bare surname where it does something."""
    places = [i for i in words.capitals if words.texts[i] in MONTHS and kinds[i] not in SILENT]
    people: set[str] = set()
    for i in places:
        if (title := _full(doc, i)) is None:
            continue
        people.add(doc[i].text)
        if cover.free(i - (not title), i + 1):
            start = i if title else i - 1
            name = Name(
                start, i + 1, "PERSON", 1.0, "surname like a month", title, lexicon.key_of(doc[start : i + 1].text)
            )
            cover.take(name)
            yield name
    for i in places:
        if doc[i].text in people and cover.free(i, i + 1) and _acts(doc[i]):
            name = Name(i, i + 1, "PERSON", 1.0, "surname like a month", "", (doc[i].lower_,))
            cover.take(name)
            yield name


def _full(doc: Doc, at: int) -> str | None:
    """The title in front, empty for a given name there; None where neither is, or a day or a year follows."""
    if at == 0 or doc[at].is_sent_start or (at + 1 < len(doc) and doc[at + 1].text[0].isdigit()):
        return None
    before = doc[at - 1]
    if not before.text[0].isupper() or not before.text.rstrip(".").isalpha():
        return None
    if before.lower_.rstrip(".") in lexicon.COURTESY:
        return str(before.text)
    given = lexicon.gender_of_given(before.text) and before.lower_ not in lexicon.CALENDAR
    return "" if given and before.lower_ != "will" else None


def _acts(token: Token) -> bool:
    """True for the subject of a verb or the owner of something, no time's name."""
    if token.i and token.nbor(-1).lower_ in _DATED:
        return False
    if token.i + 1 < len(token.doc) and (token.nbor(1).text[0].isdigit() or token.nbor(1).text == ","):
        return False
    return token.dep_ in ("nsubj", "nsubjpass", "poss") or (
        token.i + 1 < len(token.doc) and token.nbor(1).lemma_ in lexicon.SPEECH
    )
