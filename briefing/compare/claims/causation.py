"""Why something happened, as a sentence gives it: "owing to ice", "the cause was ice", "ice was to blame".

The words that lead a reason in are the rows of ``causes.toml``; here is where the cause and the effect stand beside
them. What a report says was *not* the cause is found as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.compare.alignment.facts import SAYING
from briefing.compare.claims.causal_verbs import FINDERS, of_several
from briefing.compare.claims.causes import CAUSES, Causation, markers
from briefing.compare.claims.syntax import OBJECT, SUBJECT, Syntax, syntax
from briefing.compare.kept import kept
from briefing.compare.reading import Passage, Reading
from briefing.model import Span

_INSTEAD = re.compile(
    r"^(?P<yes>[^;:.()]{3,90}?)(?:,\s+|\s+and\s+|\s+but\s+|,\s+and\s+|,\s+but\s+|\s+(?=rather|instead))"
    r"(?:not|rather than|instead of)\s+"
    r"(?:(?:because of|due to|about|from|by|to|on|over|of|in)\s+)?(?P<no>[^,;:.()\u2014]{3,80})",
    re.IGNORECASE,
)
_FIRST_NOT = re.compile(r"not\s+(?P<no>[^;:.()]{3,80}?),?\s+but\s+(?P<yes>[^;:.()]{3,})", re.IGNORECASE)
_ELSE = re.compile(r"^(?:for|about|because of|over)?\s*(?:nothing|anything) else", re.IGNORECASE)


@kept
def causations(reading: Reading, passage: Passage) -> list[Causation]:
    """The causes that a passage gives or denies, in their order."""
    parse, text = syntax(reading, passage), reading.article.text
    found: list[Causation] = []
    for i in parse.inside:
        lemma = parse.tokens[i].lemma
        for finder in FINDERS.get(lemma, ()):
            found.extend(finder(parse, i))
        if lemma in markers():
            found.extend(_marked(parse, i))
    return [part for one in found for part in _parted(parse, text, one)]


def _marked(parse: Syntax, i: int) -> Iterator[Causation]:
    for row in markers()[parse.tokens[i].lemma]:
        governor, cause = _of_marker(parse, i, row)
        if governor is None or cause is None or parse.tokens[governor].lemma in SAYING:
            continue
        before = row.get("before")
        if before and not {parse.tokens[governor].lemma, *_nouns_beside(parse, governor)} & set(before):
            continue
        if parse.tokens[governor].lemma == "be" and _cause_noun(parse, governor):
            continue
        denied = any(parse.word(k) == "not" for k in (i - 1, i - 2) if k in parse.inside)
        denied = denied or (parse.tokens[governor].lemma == "be" and parse.negated(governor))
        yield Causation(cause, governor, row["name"], denied, of_several(parse, governor, i))


def _of_marker(parse: Syntax, i: int, row: dict[str, Any]) -> tuple[int | None, Span | None]:
    """The token that a marker's reason explains, and the reason."""
    tokens = parse.tokens
    if "next" in row and (i + 1 not in parse.inside or tokens[i + 1].lemma not in row["next"]):
        return None, None
    if "next" in row and tokens[i + 1].dep == "aux":
        return None, None
    if tokens[i].dep == "mark" and "object" in row:
        return None, None
    if tokens[i].dep == "mark":
        clause = tokens[i].head
        if tokens[clause].head == clause or clause not in parse.inside:
            return None, None
        whole = parse.below(clause)
        return tokens[clause].head, Span(max(whole.start, tokens[i].end + 1), whole.end)
    governor = tokens[i].head
    if governor not in parse.inside or tokens[i].dep not in ("prep", "agent", "acomp", "advmod", "amod", "prt"):
        return None, None
    markers = [i, *([i + 1] if "next" in row or tokens[i].lemma == "because" else [])]
    markers += [k for m in list(markers) for k in parse.kids(m, ("prep", "pcomp")) if tokens[k].lemma == "of"]
    given = [k for m in markers for k in parse.kids(m, ("pobj", "pcomp")) if tokens[k].lemma != "of"]
    if "object" in row:
        given = [k for k in given if tokens[k].lemma in row["object"]]
    if "within" in row:
        given = [k for j in given for k in parse.objects(j, row["within"])]
    if not given:
        return None, None
    if governor == i - 1 and tokens[governor].pos == "ADP":
        governor = tokens[governor].head
    return governor, parse.below(given[-1])


def _nouns_beside(parse: Syntax, verb: int) -> list[str]:
    """Nouns of a verb that says little: "went on strike"; and of "in a row over"."""
    lemmas = [parse.tokens[k].lemma for k in parse.objects(verb, ("on", "in", "into"))]
    return lemmas + [parse.tokens[k].lemma for k in parse.kids(verb, (*OBJECT, "attr", "prt", *SUBJECT))]


def _cause_noun(parse: Syntax, verb: int) -> bool:
    return any(parse.tokens[k].lemma in CAUSES for k in parse.kids(verb, SUBJECT))


def _parted(parse: Syntax, text: str, one: Causation) -> Iterator[Causation]:
    """What is the cause and what is not: of "the engine, and not the weather", "not frost but rust"."""
    end = parse.passage.span.end
    first = _FIRST_NOT.match(text, one.cause.start, end)
    start = one.cause.start
    if first is None and text[max(0, start - 4) : start].casefold() == "not ":
        start -= 4
        first = _FIRST_NOT.match(text, start, end)
    if first is not None:
        yield one._replace(cause=Span(*first.span("no")), denied=True)
        yield one._replace(cause=Span(first.start("yes"), max(one.cause.end, first.start("yes") + 1)), denied=False)
        return
    if one.denied:
        yield one
        return
    clause = any(
        parse.tokens[k].dep in SUBJECT and one.cause.start <= parse.tokens[k].start < one.cause.end
        for k in parse.inside
    )
    both = None if clause else re.match(_INSTEAD, text[one.cause.start : end])
    if both is None or _ELSE.match(both["no"]):
        yield one
        return
    cut = one.cause.start
    if cut + both.start("no") > one.cause.end + 30:
        yield one
        return
    yield one._replace(cause=Span(cut, min(one.cause.end, cut + both.end("yes"))))
    yield one._replace(cause=Span(cut + both.start("no"), cut + both.end("no")), denied=True)
