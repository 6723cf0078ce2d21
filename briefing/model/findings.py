"""What the language room finds in one article.

Every finding carries ``rule``, the name of the rule that made it, so that a reader can see why it stands there.
All offsets count code points of the article's text.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from briefing.model.span import Span, made

EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK", "LAW"]
MentionForm = Literal["name", "short", "acronym", "pronoun", "nominal"]
"""A full name; a part of one ("Lavrov"); an acronym; a pronoun; a description ("the minister")."""
QuoteKind = Literal["direct", "indirect", "mixed"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Bound = Literal["=", "~", "<", ">"]
"""Exactly; about; less than or at most; more than or at least."""
Direction = Literal["up", "down"]
Role = Literal["agent", "patient", "recipient", "place", "time", "attribute", "other"]
Status = Literal["stated", "attributed", "hedged", "denied", "negated", "planned", "conditional"]


class Token(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One word of the parse, so that articles can be compared without parsing them again.

    ``pos`` is the universal part of speech, ``dep`` the dependency label, ``head`` the index of the governing token in
    :attr:`Findings.tokens` (its own index for a sentence's root), ``lemma`` in lower case.
    """

    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place where the text names or refers to someone or something; ``entity`` is the same throughout the article."""

    id: str
    start: int
    end: int
    type: EntityType
    entity: str
    form: MentionForm = "name"
    rule: str = ""

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one article's mentions refer to.

    Attributes:
        id: Used by :attr:`Mention.entity`.
        name: The fullest form in the article, without titles and possessive endings.
        type: The type most evidence speaks for.
        forms: Every name form, short forms and acronyms included, most frequent first; no pronouns.
        roles: Descriptions the text gives ("president", "the French news agency"), in order.
        gender: ``f`` or ``m`` where a title, a pronoun or a relation word shows it.
    """

    id: str
    name: str
    type: EntityType
    forms: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None


class Quote(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An attribution: someone said something (PolNeAR's source, cue and content).

    Attributes:
        content: What was said, without quotation marks where they enclose all of it.
        cue: The words that make it an attribution ("said", "according to").
        source: The words that name the speaker.
        speaker: Name after resolving pronouns and short forms, or the description; None where nobody is named.
        entity: The speaker's entity in this article.
        via: Who passed it on, where somebody did ("AFP quoted a source as saying").
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    entity: str | None = None
    kind: QuoteKind = "indirect"
    via: str | None = None
    rule: str = ""

    @property
    def span(self) -> Span:
        """From the first to the last code point of its content."""
        return Span(min(s.start for s in self.content), max(s.end for s in self.content))


class Relative(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a time expression of a report without a date means, told from the day that it appeared on.

    Attributes:
        unit: Of the steps; a day or week depends on the weekday of publication, a month or year on its month.
        steps: Units from that of publication: seven, from Monday on, or twelve, from January on.
        rest: What follows in the value: ``TNI``, ``-WE``, ``-12``.
    """

    unit: Literal["day", "week", "month", "year"]
    steps: tuple[int, ...]
    rest: str = ""

    def on(self, day: dt.date) -> str | None:
        """The TIMEX3 value in a report that appeared on ``day``; None where there is no such day."""
        step = self.steps[day.weekday() if len(self.steps) == len(_WEEK) else day.month - 1]
        try:
            if self.unit == "day":
                return f"{day + dt.timedelta(days=step):%Y-%m-%d}{self.rest}"
            if self.unit == "week":
                year, week, _ = (day + dt.timedelta(weeks=step)).isocalendar()
                return f"{year:04d}-W{week:02d}{self.rest}"
            if self.unit == "year":
                return f"{day.year + step:04d}{self.rest}"
            year, month = divmod(12 * day.year + day.month - 1 + step, 12)
            value = f"{year:04d}-{month + 1:02d}{self.rest}"
            return f"{dt.date.fromisoformat(value[:10]):%Y-%m-%d}{value[10:]}" if self.rest[:1] == "-" else value
        except (OverflowError, ValueError):
            return None


_WEEK = range(7)


class Time(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time expression (TIMEX3).

    ``value`` is None where the expression cannot be resolved; ``mod`` is TIMEX3's modifier (START, MID, END, APPROX,
    BEFORE, AFTER, EARLY, LATE ...). ``relative`` is there where the value hangs on a day of publication that is not
    known; it is no part of ``briefing/1``.
    """

    start: int
    end: int
    type: TimeType
    value: str | None = None
    mod: str | None = None
    rule: str = ""
    relative: Relative | None = None

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Quantity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number with what it counts or measures.

    Attributes:
        value: The number, or (low, high) of a range, in the unit given (2bn dollars: 2e9 with unit USD).
        unit: ISO 4217 code, ``percent``, an SI or customary unit's name, or the counted noun's lemma; None if bare.
        bound: Whether the number is exact, about, a ceiling or a floor.
        change: Direction where the quantity is a rise or fall by that much.
        counted: The words of what is counted, where it is not the unit ("soldiers" in "500 of the soldiers").
        part_of: Span of the whole that this is a part of ("a $2-billion loan" in "a quarter of a $2-billion loan").
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None = None
    bound: Bound = "="
    change: Direction | None = None
    counted: Span | None = None
    part_of: Span | None = None
    rule: str = ""

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """The verb or event noun of a fact; ``lemma`` in lower case, with its particle ("carry out")."""

    start: int
    end: int
    lemma: str

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Argument(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who or what takes part in a fact.

    ``start``/``end`` span the whole phrase, ``head`` its head word; ``entity`` is set where a mention is the phrase's
    head or its name.
    """

    role: Role
    start: int
    end: int
    head: Span | None = None
    entity: str | None = None

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A predication: something is said to be, happen or be done.

    Attributes:
        start, end: The clause.
        core: The clause without those beside it (when, why, what was said, what a comma sets off), if that is less.
        sentence: Index into :attr:`Findings.sentences`.
        status: How the text commits itself to it, by scope over the parse.
        quote: The innermost attribution whose content holds it.
    """

    id: str
    start: int
    end: int
    sentence: int
    predicate: Predicate
    arguments: tuple[Argument, ...] = ()
    status: Status = "stated"
    quote: str | None = None
    rule: str = ""
    core: Span | None = None

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Foreign(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage that is not English and in which nothing is looked for.

    ``language`` is its BCP 47 code; None where no list knows it, or where the encoding is broken.
    """

    start: int
    end: int
    language: str | None = None
    rule: str = ""

    @property
    def span(self) -> Span:
        """Its code points."""
        return made(Span, (self.start, self.end))


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All that is found in one article.

    Attributes:
        article: The article's id.
        text_hash: Of the text that was analysed.
        pipeline: Name and version of everything that took part; findings of another pipeline are made anew.
        sentences: By start; headline, byline and other marked stretches are sentences of their own.
        tokens: The parse, by start, for ``compare``; not part of ``briefing/1``.
        foreign: Passages that were not analysed; their sentences are in ``sentences``, and nothing else is.
    """

    article: str
    text_hash: str
    pipeline: str
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    facts: tuple[Fact, ...] = ()
    foreign: tuple[Foreign, ...] = ()
