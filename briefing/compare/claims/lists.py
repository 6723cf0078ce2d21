"""Lists: the same members in both, or a count in one and the list in the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.compare.claims.case import Case, Verdict
from briefing.compare.kept import kept
from briefing.compare.lexicon import listed
from briefing.compare.reading import Passage, Reading
from briefing.compare.states import state_named
from briefing.model import Span, Token

_FEWEST = 3
_KINDS = listed("members")
_SCORE = 0.2


class _List(NamedTuple):
    span: Span
    members: tuple[str, ...]
    names: tuple[str, ...]
    of_states: bool


def lists(case: Case) -> Iterator[Verdict]:
    """Verdicts on the lists of two passages."""
    ours, theirs = _lists(case.ours, case.a), _lists(case.theirs, case.b)
    for one in ours:
        for other in theirs:
            shared = set(one.members) & set(other.members)
            if set(one.members) == set(other.members):
                values = case.values(
                    (one.span, ", ".join(sorted(one.names))), (other.span, ", ".join(sorted(other.names)))
                )
                why = f"The same {len(one.members)}: {', '.join(one.names)}."
                yield Verdict("agreed", None, "same list", why, values, weight=1.0, issue="list")
            elif len(shared) >= _FEWEST:
                yield _overlapping(case, one, other)
    if case.aligned.score >= _SCORE:
        yield from _counted(case, ours, False)
        yield from _counted(case, theirs, True)


def _overlapping(case: Case, one: _List, other: _List) -> Verdict:
    values = case.values((one.span, ", ".join(one.names)), (other.span, ", ".join(other.names)))
    shared = [name for name, member in zip(one.names, one.members, strict=True) if member in other.members]
    why = f"Both name {', '.join(shared)}."
    return Verdict("agreed", None, "lists that share members", why, values, weight=0.5, issue="list", sure=False)


def _counted(case: Case, listed: list[_List], flipped: bool) -> Iterator[Verdict]:
    """``four states`` in one source, four states by name in the other."""
    passage = case.a if flipped else case.b
    for one in listed:
        for amount in passage.amounts:
            kind, _, noun = amount.dimension.partition(" ")
            if kind != "count" or noun not in _KINDS or amount.value != len(one.members):
                continue
            if not one.of_states:
                continue
            why = f"{amount.said}: {', '.join(one.names)}."
            places = ((one.span, ", ".join(one.names)), (amount.span, amount.said))
            values = case.values(*(places[::-1] if flipped else places))
            yield Verdict("compatible", "number", "counted list", why, values, weight=1.1, issue="list")


@kept
def _lists(reading: Reading, passage: Passage) -> list[_List]:
    """Coordinated names, three at least."""
    tokens = reading.findings.tokens
    mentions = [m for m in reading.mentions(passage.span) if m.form in ("name", "acronym")]
    if len(mentions) < _FEWEST:
        return []
    tops = {m.id: _top(tokens, reading.tokens(m.span)) for m in mentions}
    by_top = {top: m for m in mentions if (top := tops[m.id]) is not None}
    chains: dict[int, list[int]] = {}
    for top in sorted(by_top):
        root = top
        while tokens[root].dep in ("conj", "appos") and tokens[root].head in by_top and tokens[root].dep == "conj":
            root = tokens[root].head
        chains.setdefault(root, []).append(top)
    found: list[_List] = []
    for chain in chains.values():
        named = [by_top[top] for top in chain]
        members = [reading.entity.get(m.entity, m.entity) for m in named]
        if len(set(members)) >= _FEWEST and len(set(members)) == len(members):
            span = Span(named[0].start, max(m.end for m in named))
            names = tuple(reading.text(m.span) for m in named)
            places = all(m.type == "GPE" or state_named(name) for m, name in zip(named, names, strict=True))
            found.append(_List(span, tuple(members), names, places))
    return found


def _top(tokens: tuple[Token, ...], inside: range) -> int | None:
    return next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), None)
