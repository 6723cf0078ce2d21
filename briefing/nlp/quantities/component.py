"""``briefing_quantities``: numbers of a Doc with what they count or measure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
from spacy.tokens import Doc, Token
from spacy.training import Example

from briefing.model import Article, Quantity, Span
from briefing.nlp import extensions
from briefing.nlp.numerals import Lexeme, read
from briefing.nlp.quantities import (
    ages,
    changes,
    counted,
    currencies,
    elided,
    measures,
    names,
    people,
    plurals,
    scores,
    shares,
    tallies,
)
from briefing.nlp.quantities.amounts import Amount, rate_after
from briefing.nlp.quantities.ranges import LEVEL, amount_at
from briefing.nlp.quantities.scoring import score_quantities
from briefing.nlp.quantities.units import Unit, cues

_PAGE = frozenset({"navigation", "promotion", "footer"})
_SHARES = frozenset({"percent", "percentage point", "basis point"})
_AGE = ("year of age", "month of age", "week of age", "day of age")
_OF_SEVERAL = frozenset({"one in several", "one noun in several"})
_PRONOUNS = frozenset({"whom", "which", "them", "these", "those"})
_TOLD = frozenset({"counted", "casualties", "people"})
_NEAR = 80
"""Characters from one quantity to the next that it may take its unit from."""


@cache
def _opening_words() -> frozenset[str]:
    """Words, besides numbers, that a quantity can begin with."""
    table = cues()
    return frozenset({"half", "a", "an", "the", *table["plurals"], *table["multiples"], *table["comparing"]})


class Quantities:
    """Finds quantities and writes ``doc._.quantities``; reads ``doc._.times`` for the numbers that are dates."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.quantities``."""
        extensions.register()
        doc._.quantities = tuple(_Reading(doc, read(extensions.text_of(doc))).quantities())
        return doc

    def score(self, examples: Iterable[Example], **_: object) -> dict[str, float]:
        """How well the component does on examples with quantities of their own; see :func:`score_quantities`."""
        return score_quantities(examples)


class _Reading:
    """One pass through one Doc."""

    def __init__(self, doc: Doc, lexemes: Sequence[Lexeme]) -> None:
        self.doc = doc
        self.lexemes = lexemes
        self.text = extensions.text_of(doc)
        self.article: Article | None = doc._.article
        self.starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
        self.lexeme_starts = [lexeme.start for lexeme in lexemes]
        self.dates = [time for time in doc._.times if time.type != "DURATION"]
        self.date_starts = [time.start for time in self.dates]
        self.countries = currencies.Countries(lexemes)
        self.points: str | None = ""
        self.sterling = any(lexeme.text in ("£", "pence", "GBP", "sterling") for lexeme in lexemes)

    def quantities(self) -> list[Quantity]:
        """The quantities, by start; none overlaps another."""
        found: list[Quantity] = []
        at = 0
        opening = _opening_words()
        while at < len(self.lexemes):
            lexeme = self.lexemes[at]
            if lexeme.kind == "number" and (result := self._result(at)):
                found.extend(result)
                at += 3
                continue
            taken = self._at(at) if lexeme.kind == "number" or lexeme.lower in opening else None
            if taken is None:
                at += 1
                continue
            quantity, last = taken
            if quantity is not None and not (found and quantity.start < found[-1].end):
                if found and found[-1].rule == LEVEL and found[-1].unit is None:
                    found[-1] = msgspec.structs.replace(found[-1], unit=quantity.unit)
                found.append(self._beside(quantity, found[-1]) if found else quantity)
            at = last + 1
        told = elided.with_elided(tallies.with_votes(found, self.lexemes, self.lexeme_starts), self.text)
        return self._told_once(told)

    def _told_once(self, quantities: list[Quantity]) -> list[Quantity]:
        """Without those of a headline that the report below tells itself: a headline is no claim of its own."""
        marks = self.article.furniture if self.article else ()
        end = max((mark.end for mark in marks if mark.kind == "headline"), default=0)
        if not end or not quantities or quantities[0].start >= end:
            return quantities
        below = {quantity.value for quantity in quantities if quantity.start >= end}
        return [quantity for quantity in quantities if quantity.start >= end or quantity.value not in below]

    def _result(self, at: int) -> list[Quantity]:
        """Both sides of "won 2-1" or "ruled 5-4"; nothing where the numbers are no result."""
        kind = scores.score_at(self.lexemes, at)
        if kind is None or self._in_date(at) or self._in_date(at + 2):
            return []
        if kind == "game" and self.points == "":
            self.points = scores.points_of(self.lexemes)
        unit = "vote" if kind == "vote" else self.points
        sides = (self.lexemes[at], self.lexemes[at + 2])
        return [Quantity(start=side.start, end=side.end, value=side.value, unit=unit, rule="result") for side in sides]

    def _beside(self, quantity: Quantity, before: Quantity) -> Quantity:
        """What the quantity before tells: "nearly 5 miles (8 km)", "152 points, or 0.9%", "98 yen, up from 97"."""
        if quantity.start - before.end > _NEAR:
            return quantity
        end = max(before.end, before.counted.end) if before.counted else before.end
        words = self.text[end : quantity.start].lower().strip(" ,–—-")
        pronoun = quantity.part_of is not None and quantity.part_of.of(self.text).lower() in _PRONOUNS
        if (quantity.unit is None or quantity.rule == "people") and pronoun and before.rule in _TOLD:
            return msgspec.structs.replace(quantity, unit=before.unit, rule="as before")
        if quantity.unit is None and before.rule == LEVEL and words.endswith("to"):
            return msgspec.structs.replace(quantity, unit=before.unit, rule="as before")
        if quantity.unit is None and before.unit and not before.unit.startswith(_AGE):
            if counted.takes_unit(quantity, before, words):
                return msgspec.structs.replace(quantity, unit=before.unit, rule="as before")
            return quantity
        if quantity.unit in ("other", "more") and not isinstance(quantity.value, tuple):
            human = before.unit is None or before.unit in _SHARES
            return msgspec.structs.replace(quantity, unit="person" if human else before.unit)
        if words not in ("(", "/", "or") or not (before.unit and quantity.unit and before.unit != quantity.unit):
            return quantity
        bound = before.bound if words != "or" and quantity.bound == "=" else quantity.bound
        return msgspec.structs.replace(quantity, bound=bound, change=quantity.change or before.change)

    def _at(self, at: int) -> tuple[Quantity | None, int] | None:
        """What begins at lexeme ``at``: a quantity or nothing, and the last lexeme it uses up."""
        share = shares.share_at(self.lexemes, at)
        if share is not None and shares.fits(share, self._token(share.number)) and not self._in_date(share.number):
            return None if self._hidden(share) else self._share(share), share.last
        special = (
            plurals.plural_at(self.lexemes, at)
            or plurals.multiple_at(self.lexemes, at)
            or plurals.one_and_a_half(self.lexemes, at)
        )
        if special is not None:
            return None if self._hidden(special) else self._quantity(special), special.last
        lexeme = self.lexemes[at]
        if lexeme.kind != "number":
            return None
        amount = amount_at(self.lexemes, at, sterling=self.sterling, moves=self._moves, leads=self._leads)
        if self._in_date(at) and (amount.unit is None or not amount.unit.time):
            return None, at
        if self._hidden(amount) or measures.is_no_measure(self.lexemes, amount, self._token(amount.number)):
            return None, amount.number
        if amount.unit is None and names.is_name(self.lexemes, amount, self._token(amount.number)):
            return None, at
        return self._quantity(amount), amount.last

    def _hidden(self, amount: Amount) -> bool:
        start, end = self._span(amount)
        marks = self.article.furniture if self.article else ()
        return any(mark.kind in _PAGE and mark.start < end and start < mark.end for mark in marks)

    def _in_date(self, number: int) -> bool:
        """The number is part of a day, a year, a clock time or a rate."""
        lexeme = self.lexemes[number]
        at = bisect_right(self.date_starts, lexeme.start) - 1
        return at >= 0 and self.dates[at].end > lexeme.start

    def _quantity(self, amount: Amount) -> Quantity | None:
        start, end = self._span(amount)
        token = self._token(amount.number)
        tokens = self._tokens(start, end)
        if amount.unit is not None:
            name = self._unit(amount.unit, start)
            change = "up" if amount.sign == "+" else changes.direction(tokens, size=changes.size_of(amount))
            whole = counted.part_of(tokens[-1], after=end) if tokens and name in _SHARES else None
            return Quantity(
                start=start, end=end, value=amount.value, unit=name, bound=amount.bound, change=change,
                counted=None if whole else self._measured(tokens, end), part_of=whole, rule=amount.rule,
            )  # fmt: skip
        age = ages.is_age(token) or ages.is_age(self._token(amount.first))
        noun = counted.counted_noun(token, after=end) if not age else None
        if noun is not None and not noun.lemma_[:1].isalnum():
            noun = None
        if (shared := counted.suspended(self.lexemes, amount.last)) is not None:
            return Quantity(start=start, end=end, value=amount.value, unit=shared, bound=amount.bound, rule="suspended")
        whole = counted.counted_part_of(token, noun, after=end)
        size: changes.Size = "share" if noun is not None and noun.lemma_ == "point" else "count"
        span = counted.noun_span(noun) if noun is not None else None
        unit: str | None
        if counted.is_magnitude(token):
            unit, span, rule = "magnitude", None, "magnitude"
        elif noun is None:
            unit, rule = _of_bare(token, amount, age=age)
        elif (noun.lemma_.lower() in cues()["words"]["fates"] and whole is None) or self._strong(amount.last):
            unit, rule = "person", "casualties"
        else:
            unit, rule = counted.name_of(noun), "counted"
        if noun is not None and rule == "counted" and (rate := self._rate(noun)):
            unit = f"{unit} per {rate}"
        return Quantity(
            start=start, end=end, value=amount.value, unit=unit, bound=amount.bound,
            change="up" if amount.sign == "+" else changes.direction(tokens, size=size),
            counted=span, part_of=whole, rule=rule,
        )  # fmt: skip

    def _unit(self, unit: Unit, at: int) -> str:
        """The unit's name; of a currency whose name several bear, that of the country which the text tells."""
        if not unit.family or (unit.family == "pound" and self.sterling):
            return unit.name
        return self.countries.currency(unit.family, at)

    def _strong(self, last: int) -> bool:
        """As in "a 3,000-strong crowd"."""
        return [lexeme.lower for lexeme in self.lexemes[last + 1 : last + 3]] == ["-", "strong"]

    def _rate(self, noun: Token) -> str | None:
        """The unit of time in "3,000 tests per day"."""
        at = bisect_right(self.lexeme_starts, noun.idx) - 1
        rate = rate_after(self.lexemes, at)
        return rate[1] if rate else None

    def _share(self, amount: Amount) -> Quantity:
        start, end = self._span(amount)
        tokens = self._tokens(start, end)
        whole = (counted.part_of(tokens[-1], after=end) or counted.halved(tokens[-1])) if tokens else None
        if whole is None and amount.rule == "one in several":
            whole = counted.directly_behind(tokens[-1])
        return Quantity(
            start=start, end=end, value=amount.value, bound=amount.bound,
            unit=amount.unit.name if amount.unit else "percent",
            change=None if amount.rule in _OF_SEVERAL else changes.direction(tokens, size="share"),
            part_of=whole, rule=amount.rule,
        )  # fmt: skip

    def _measured(self, tokens: Sequence[Token], end: int) -> Span | None:
        """What is measured: "produce" in "1,200 tonnes of produce"."""
        return counted.part_of(tokens[-1], after=end) if tokens else None

    def _moves(self, first: int) -> bool:
        """A verb of change stands right before lexeme ``first``."""
        return first > 0 and changes.moves(self._token(first - 1))

    def _leads(self, first: int, last: int, bare: bool) -> bool:
        """The "from" before lexeme ``first`` belongs to a change; of bare numbers, to one of something counted."""
        return changes.leads(self._token(first - 1), self._token(last) if bare else None)

    def _span(self, amount: Amount) -> Span:
        return Span(self.lexemes[amount.first].start, self.lexemes[amount.last].end)

    def _token(self, number: int) -> Token:
        return self.doc[max(0, bisect_right(self.starts, self.lexemes[number].end - 1) - 1)]

    def _tokens(self, start: int, end: int) -> list[Token]:
        first = max(0, bisect_right(self.starts, start) - 1)
        return list(self.doc[first : bisect_left(self.starts, end)])


def _of_bare(token: Token, amount: Amount, *, age: bool) -> tuple[str | None, str]:
    """What a number without unit or noun counts by what is told of it, and the rule that says so."""
    if age:
        return "year of age", "age"
    if people.casualties(token):
        return "person", "casualties"
    if subject := counted.counted_by_subject(token):
        return subject, "counted by the subject"
    if predicate := counted.counted_by_predicate(token):
        return predicate, "counted by the predicate"
    return ("person", "people") if people.counts_people(token, amount.high) else (None, amount.rule)
