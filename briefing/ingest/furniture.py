"""Furniture known by its words: navigation, promotions, captions, footers. The patterns are in ``furniture.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import NamedTuple

from briefing.ingest.dates import find_dates
from briefing.model import FurnitureKind

_SAID = re.compile(r"[\"”’],?\s+(?:he|she|they|[A-Z]\w+)\s|\b(?:said|told|says)\b")
_DECORATION = " \t*#>»«|•·-–—_=+[](){}:0123456789"


class Rule(NamedTuple):
    """One pattern of ``furniture.toml``."""

    name: str
    kind: FurnitureKind
    pattern: re.Pattern[str]
    tail: bool
    needs_date: bool
    not_when_said: bool
    example: str


class Recognised(NamedTuple):
    """What a line is, by which rule, and the outlet it names."""

    kind: FurnitureKind
    rule: str
    source: str | None = None


class _Table(NamedTuple):
    max_words: int
    lines: dict[str, FurnitureKind]
    rules: tuple[Rule, ...]


@functools.cache
def furniture_rules() -> _Table:
    """The table, read once."""
    table = tomllib.loads(resources.files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    rules = tuple(
        Rule(
            rule["name"],
            rule["kind"],
            re.compile(rule["pattern"], re.IGNORECASE),
            rule.get("zone") == "tail",
            rule.get("needs_date", False),
            rule.get("not_when_said", False),
            rule["example"],
        )
        for rule in table["rule"]
    )
    return _Table(
        table["max_words"], {words: kind for kind, listed in table["lines"].items() for words in listed}, rules
    )


def recognise(line: str, *, tail: bool = False) -> Recognised | None:
    """What kind of furniture a line is, or None where it may be reporting.

    Args:
        line: One line without blanks around it.
        tail: Whether it stands after the last paragraph, where credits do.
    """
    table = furniture_rules()
    if len(line) > 500 or len(line.split()) > table.max_words:
        return None
    bare = line.strip(_DECORATION).casefold()
    if kind := table.lines.get(bare) or table.lines.get(line.casefold()):
        return Recognised(kind, "listed-line")
    for rule in table.rules:
        if rule.tail and not tail:
            continue
        found = rule.pattern.fullmatch(line)
        if found is None or (rule.needs_date and not find_dates(line)):
            continue
        if rule.not_when_said and _SAID.search(line):
            continue
        return Recognised(rule.kind, rule.name, found.groupdict().get("source"))
    return None
