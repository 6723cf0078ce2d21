"""Reasons that a sentence gives by its verb: "the cause of the fire was a gas leak", "faulty brakes were to blame"."""

from __future__ import annotations

from typing import NamedTuple

from briefing.compare.lexicon import listed
from briefing.compare.reading import Passage, Reading
from briefing.model import Span, Token

EVENTS = listed("main_events")
"""Nouns for what a report is about: whose cause is told, is the story's main event."""
_CAUSES = frozenset({"cause", "reason", "culprit", "trigger", "source"})
_LINKS = {
    "cause": "by",
    "trigger": "by",
    "spark": "by",
    "ignite": "by",
    "provoke": "by",
    "prompt": "by",
    "stem": "from",
    "result": "from",
    "arise": "from",
    "come": "from",
    "originate": "from",
}
_ASCRIBED = {"attribute": "to", "trace": "to", "ascribe": "to", "put": "to", "link": "to", "blame": "on", "pin": "on"}
"""Verbs whose object is the event, and the preposition of the cause: "traced the outbreak to well water"."""
_COMING = frozenset({"to", "into", "under", "out", "up", "down", "across", "as", "after"})
"""What makes of "come" another verb: "came to light"."""
DELIBERATE = frozenset(
    {"deliberately", "intentionally", "purposely", "wilfully", "willfully", "maliciously", "arson", "arsonist"}
)
"""Words that say that somebody did it."""
_STARTS = frozenset({"start", "set", "ignite"})
_SUBJECTS = ("nsubj", "nsubjpass")


class Causation(NamedTuple):
    """A cause and what it is the cause of.

    Attributes:
        cause: Its words.
        events: Lemmas of the nouns that name what it explains.
        main: True where that is what the report is about.
        name: How the sentence gives it.
    """

    cause: Span
    events: frozenset[str]
    main: bool
    name: str


def causations(reading: Reading, passage: Passage) -> list[Causation]:
    """The causes that a passage gives by its verb."""
    tokens = reading.findings.tokens
    inside = range(passage.first, passage.last)
    found: list[Causation] = []
    for i in inside:
        lemma = tokens[i].lemma
        if lemma == "be":
            found.extend(_equated(tokens, i, inside))
        elif lemma == "blame" and i > passage.first and tokens[i - 1].lemma == "to":
            found.extend(_to_blame(tokens, i, inside))
        elif lemma in _LINKS:
            wanted = lemma not in ("come", "originate")
            if lemma == "come" and any(tokens[k].head == i and tokens[k].lemma in _COMING for k in inside):
                continue
            found.extend(x for x in _linked(tokens, i, inside, _LINKS[lemma]) if wanted or x.events & EVENTS)
        elif lemma in _ASCRIBED:
            found.extend(_ascribed(tokens, i, inside, _ASCRIBED[lemma]))
        elif lemma in _STARTS:
            found.extend(x for x in _linked(tokens, i, inside, "by") if x.name == "caused by" and x.events & EVENTS)
            found.extend(_deliberate(tokens, i, inside))
    return found


def _equated(tokens: tuple[Token, ...], verb: int, inside: range) -> list[Causation]:
    """``The cause of the crash was not fog but ice``, ``a leak was the cause``."""
    subject = _child(tokens, verb, inside, _SUBJECTS)
    complement = _child(tokens, verb, inside, ("attr", "ccomp"))
    if subject is None or complement is None:
        return []
    for named, other in ((subject, complement), (complement, subject)):
        if tokens[named].lemma not in _CAUSES or tokens[other].lemma in _CAUSES or tokens[other].pos == "PRON":
            continue
        denied = any(tokens[k].dep == "neg" and tokens[k].head == verb for k in inside)
        denied = denied or any(tokens[k].lemma == "not" and tokens[k].head == other for k in inside)
        if denied:
            instead = [k for k in inside if tokens[k].dep == "conj" and tokens[k].head == other]
            if not instead or not any(tokens[k].lemma == "but" for k in inside):
                return []
            other = instead[-1]
        events = _named(tokens, named, inside)
        return [Causation(below(tokens, other, inside), events, not events or bool(events & EVENTS), "cause was")]
    return []


def _to_blame(tokens: tuple[Token, ...], at: int, inside: range) -> list[Causation]:
    """``Dirty wells were to blame``, ``... for the outbreak``."""
    verb = tokens[at].head
    subject = _child(tokens, verb, inside, _SUBJECTS)
    if subject is None or tokens[subject].pos == "PRON":
        return []
    blamed_for = [k for k in inside if tokens[k].lemma == "for" and tokens[k].head in (at, verb)]
    events = frozenset(tokens[k].lemma for k in inside if tokens[k].dep == "pobj" and tokens[k].head in blamed_for)
    return [Causation(below(tokens, subject, inside), events, not events or bool(events & EVENTS), "to blame")]


def _linked(tokens: tuple[Token, ...], verb: int, inside: range, link: str) -> list[Causation]:
    """``The pile-up was caused by ice``, ``ice caused the pile-up``, ``it stemmed from ice``."""
    subject = _child(tokens, verb, inside, _SUBJECTS)
    marks = [
        k for k in inside if tokens[k].head == verb and tokens[k].lemma == link and tokens[k].dep in ("agent", "prep")
    ]
    causes = [k for k in inside if tokens[k].dep in ("pobj", "pcomp") and tokens[k].head in marks]
    if causes and subject is not None:
        cause, effect, name = causes[0], subject, f"caused {link}"
    else:
        affected = _child(tokens, verb, inside, ("dobj",))
        if affected is None:
            clause = _child(tokens, verb, inside, ("ccomp", "xcomp"))
            affected = clause if clause is not None else None
        if subject is None or affected is None or tokens[subject].dep == "nsubjpass" or tokens[subject].pos == "PRON":
            return []
        cause, effect, name = subject, affected, "caused"
    if any(tokens[k].dep == "neg" and tokens[k].head == verb for k in inside):
        return []
    events = frozenset({tokens[effect].lemma})
    main = bool(events & EVENTS) or tokens[effect].pos == "PRON"
    return [Causation(below(tokens, cause, inside), events, main, name)]


def _ascribed(tokens: tuple[Token, ...], verb: int, inside: range, link: str) -> list[Causation]:
    """``Attributed the outbreak to spoiled milk``, ``the fire was traced to a heater``, ``put it down to ice``."""
    event = _child(tokens, verb, inside, ("dobj", "nsubjpass"))
    if (
        event is None
        or tokens[event].pos == "PRON"
        or any(tokens[k].dep == "neg" and tokens[k].head == verb for k in inside)
    ):
        return []
    marks = [k for k in inside if tokens[k].lemma == link and tokens[k].dep == "prep" and k > verb]
    near = [k for k in marks if tokens[k].head in (verb, event) or tokens[tokens[k].head].head == verb]
    causes = [k for k in inside if tokens[k].dep in ("pobj", "pcomp") and tokens[k].head in near]
    if not causes:
        return []
    events = frozenset({tokens[event].lemma})
    if tokens[verb].lemma in ("put", "link", "trace") and not events & EVENTS:
        return []
    return [Causation(below(tokens, causes[0], inside), events, bool(events & EVENTS), "put down to")]


def _deliberate(tokens: tuple[Token, ...], verb: int, inside: range) -> list[Causation]:
    """``The fire was started deliberately``."""
    event = _child(tokens, verb, inside, ("nsubjpass", "dobj"))
    how = [k for k in inside if tokens[k].head == verb and tokens[k].lemma in DELIBERATE]
    if event is None or not how or tokens[event].lemma not in EVENTS:
        return []
    if any(tokens[k].dep == "neg" and tokens[k].head == verb for k in inside):
        return []
    return [
        Causation(Span(tokens[how[0]].start, tokens[how[0]].end), frozenset({tokens[event].lemma}), True, "on purpose")
    ]


def _named(tokens: tuple[Token, ...], noun: int, inside: range) -> frozenset[str]:
    """What follows "the cause of"."""
    marks = [k for k in inside if tokens[k].head == noun and tokens[k].lemma in ("of", "for", "behind")]
    return frozenset(tokens[k].lemma for k in inside if tokens[k].dep == "pobj" and tokens[k].head in marks)


def _child(tokens: tuple[Token, ...], head: int, inside: range, deps: tuple[str, ...]) -> int | None:
    return next((k for k in inside if tokens[k].head == head and tokens[k].dep in deps), None)


def below(tokens: tuple[Token, ...], top: int, inside: range) -> Span:
    """The words that hang on a token, itself among them."""
    low = high = top
    for j in inside:
        at = j
        for _ in range(12):
            if at == top:
                low, high = min(low, j), max(high, j)
                break
            if tokens[at].head == at:
                break
            at = tokens[at].head
    return Span(tokens[low].start, tokens[high].end)
