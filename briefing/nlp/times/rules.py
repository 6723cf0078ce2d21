"""The rule table, read and checked once, and the search for expressions with it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefing.nlp.numerals import Lexeme
from briefing.nlp.times import clocks, counted, days, holidays, lengths, periods, quarters, weekdays
from briefing.nlp.times.context import Context, Resolved
from briefing.nlp.times.lexicon import holiday_rows
from briefing.nlp.times.patterns import BrokenPattern, Classes, Pattern, Value, parse

Resolver = Callable[[Mapping[str, Value], Context], Resolved]
_RESOLVERS = (days, weekdays, clocks, holidays, periods, quarters, lengths, counted)
_NOT_ARGUMENTS = frozenset({"name", "pattern", "resolve", "guard", "case"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; ``guard`` is empty where none is asked for."""

    order: int
    name: str
    pattern: Pattern
    resolve: Resolver
    guard: str
    arguments: Mapping[str, Value]
    case: str


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match: the expression is lexemes ``first`` to ``last``."""

    rule: Rule
    first: int
    last: int
    slots: Mapping[str, Value]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the table's order.

    Raises:
        BrokenPattern: A pattern does not parse, or a rule names an unknown function.
    """
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    rows = table["rows"] | holiday_rows()
    return tuple(_rule(order, row, rows) for order, row in enumerate(table["rule"]))


def _rule(order: int, row: Mapping[str, str], rows: Mapping[str, str]) -> Rule:
    name = row["resolve"]
    resolver = next((getattr(module, name) for module in _RESOLVERS if hasattr(module, name)), None)
    if resolver is None:
        raise BrokenPattern(f"The rule {row['name']!r} names the unknown function {row['resolve']!r}.")
    return Rule(
        order=order,
        name=row["name"],
        pattern=parse(row["pattern"], rows),
        resolve=resolver,
        guard=row.get("guard", ""),
        arguments={key: value for key, value in row.items() if key not in _NOT_ARGUMENTS},
        case=row["case"],
    )


@cache
def _by_start() -> dict[str, tuple[tuple[Rule, frozenset[str] | None], ...]]:
    """Word or class -> rules whose match may begin with it, and what may follow (None: anything, or nothing)."""
    index: dict[str, dict[int, set[str] | None]] = {}
    for rule in rules():
        for first, *more in rule.pattern.prefixes:
            for key in first:
                after = index.setdefault(key, {})
                known = after.setdefault(rule.order, set())
                after[rule.order] = None if not more or known is None else known | more[0]
    return {
        key: tuple((rules()[order], None if keys is None else frozenset(keys)) for order, keys in after.items())
        for key, after in index.items()
    }


def candidates(lexemes: Sequence[Lexeme], classes: Sequence[Classes]) -> Iterator[Match]:
    """Every match of every rule, overlapping ones included; one a rule and place, the longest."""
    index = _by_start()
    for at, (lexeme, mine) in enumerate(zip(lexemes, classes, strict=True)):
        word = lexeme.lower if lexeme.lower in index else ""
        if not mine and not word:
            continue
        following = {lexemes[at + 1].lower, *classes[at + 1]} if at + 1 < len(lexemes) else _NOTHING
        for rule, after in _starting((word, *mine)):
            if after is not None and after.isdisjoint(following):
                continue
            states = list(rule.pattern.matches(lexemes, classes, at))
            if states:
                best = max(states, key=lambda state: (state.last - state.first, state.at))
                yield Match(rule, best.first, best.last, {**rule.arguments, **dict(best.values)})


_NOTHING: frozenset[str] = frozenset()


@cache
def _starting(keys: tuple[str, ...]) -> tuple[tuple[Rule, frozenset[str] | None], ...]:
    """The rules whose match may begin with a lexeme of these keys, in the table's order, and what may follow.

    The keys are a word of the table, or none, and the lexeme's classes: there are a few hundred such rows.
    """
    found: dict[int, frozenset[str] | None] = {}
    for key in keys:
        for rule, after in _by_start().get(key, ()):
            known = found.get(rule.order, _NOTHING)
            found[rule.order] = None if after is None or known is None else known | after
    return tuple((rules()[order], found[order]) for order in sorted(found))
