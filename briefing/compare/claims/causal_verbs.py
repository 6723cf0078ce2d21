"""Causes that a sentence gives by its verb: "the cause was ice", "ice was to blame", "traced it to ice"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from briefing.compare.alignment.facts import SAYING
from briefing.compare.claims.causes import ANY, CAUSES, DELIBERATE, EVENTS, Causation, table, verb_rows
from briefing.compare.claims.syntax import OBJECT, SUBJECT, Syntax
from briefing.compare.lexicon import listed
from briefing.model import Span

_Finder = Callable[[Syntax, int], Iterator[Causation]]
_COMING = frozenset({"to", "into", "under", "out", "up", "down", "across", "as", "after"})
"""What makes of "come" another verb: "came to light"."""
_UNKNOWN = frozenset({"unclear", "unknown", "uncertain", "clear", "same", "simple", "mystery", "different", "multiple"})
_STARTS = frozenset({"start", "set", "ignite", "begin"})
_ONE_OF_SEVERAL = frozenset({"also", "partly", "partially", "part", "among", "additionally", "another", "contribute"})


def _verb(parse: Syntax, i: int) -> Iterator[Causation]:
    """``The pile-up was caused by ice``, ``ice caused the pile-up``, ``it stemmed from ice``."""
    rows = verb_rows().get(parse.verb(i)) or verb_rows().get(parse.tokens[i].lemma) or []
    for row in rows if parse.tokens[i].pos == "VERB" else ():
        yield from _by_row(parse, i, row)


def _by_row(parse: Syntax, i: int, row: dict[str, Any]) -> Iterator[Causation]:
    if row.get("event") and any(parse.tokens[k].lemma in _COMING for k in parse.kids(i)):
        return
    subject = _subject(parse, i)
    denied, several = parse.negated(i), of_several(parse, i)
    if row.get("when"):
        if subject is None or parse.tokens[subject].lemma not in EVENTS | ANY:
            return
        for clause in parse.kids(i, ("advcl",)):
            when = [k for k in parse.kids(clause) if parse.tokens[k].lemma == "when"]
            if when:
                span = Span(parse.tokens[when[0]].end + 1, parse.below(clause).end)
                yield Causation(span, subject, row["name"], denied, several, sole=True)
        return
    passive = parse.kid(i, ("nsubjpass", "auxpass")) is not None or parse.tokens[i].dep in ("acl",)
    led = parse.objects(i, row["from"] if isinstance(row.get("from"), list) else [row.get("from", "")])
    if led:
        effect = subject if row["name"] != "died of" else i
        if parse.tokens[i].dep == "acl":
            effect = parse.tokens[i].head
        fine = not row.get("event") or (effect is not None and parse.tokens[effect].lemma in EVENTS | ANY)
        if effect is not None and fine:
            yield Causation(parse.below(led[0]), effect, row["name"], denied, several, sole=True)
        return
    affected = parse.objects(i, row["to"]) if "to" in row else parse.kids(i, (*OBJECT, "ccomp", "xcomp"))
    if row.get("from") == "from" or row["name"] == "died of" or passive or subject is None or not affected:
        return
    if parse.tokens[subject].pos == "PRON":
        return
    yield Causation(parse.below(subject, without=i), affected[0], row["name"], denied, several, sole=True)


def _subject(parse: Syntax, verb: int) -> int | None:
    """The subject; of a relative clause, what it hangs on: "the leak that caused the blast", "what led to it"."""
    subject = parse.kid(verb, SUBJECT)
    while subject is None and parse.tokens[verb].dep == "conj" and parse.tokens[verb].head in parse.inside:
        verb = parse.tokens[verb].head
        subject = parse.kid(verb, SUBJECT)
    if subject is not None and parse.tokens[subject].pos not in ("PRON", "SCONJ"):
        return subject
    if parse.tokens[verb].dep in ("relcl", "acl") and parse.tokens[verb].head in parse.inside:
        above = parse.tokens[verb].head
        cleft = parse.tokens[above].head
        while parse.tokens[above].dep in ("pobj", "conj", "prep") and parse.tokens[cleft].lemma != "be":
            above, cleft = cleft, parse.tokens[cleft].head
        return above
    return subject


def _ascribed(parse: Syntax, i: int) -> Iterator[Causation]:
    """``Attributed the outbreak to spoiled milk``, ``blamed the crash on ice``, ``put it down to ice``."""
    for row in table()["ascribing"]:
        if parse.tokens[i].lemma not in row["lemmas"] or parse.tokens[i].pos != "VERB":
            continue
        event = parse.kid(i, (*OBJECT, "nsubjpass"))
        if event is None and parse.tokens[i].dep == "acl":
            event = parse.tokens[i].head
        if event is None:
            continue
        causes = parse.objects(i, row["from"]) or parse.objects(event, row["from"])
        for k in [*parse.kids(i, ("prt", "prep", "advmod"))]:
            causes = causes or parse.objects(k, row["from"])
        if not causes:
            causes = [k for k in parse.kids(i, ("advcl",)) if parse.tokens[k - 1].lemma in row["from"]]
            causes = [next(iter(parse.kids(k, OBJECT)), k) for k in causes]
        lemma = parse.tokens[i].lemma
        plain = parse.tokens[event].lemma in EVENTS or lemma in ("attribute", "ascribe", "blame", "pin")
        if causes and plain:
            denied, several = parse.negated(i), of_several(parse, i)
            whole = parse.below(causes[0])
            yield Causation(whole, event, row["name"], denied, several, sole=True)


def _blamed(parse: Syntax, i: int) -> Iterator[Causation]:
    """``The coastguard blamed currents for the grounding``, ``currents were to blame for it``."""
    if parse.tokens[i].pos == "VERB" and parse.tokens[i - 1].lemma == "to" and i - 1 in parse.inside:
        verb = parse.tokens[i].head
        subject = parse.kid(verb, SUBJECT)
        if subject is not None and parse.tokens[subject].pos != "PRON":
            effect = parse.objects(i, ("for",)) or parse.objects(verb, ("for",))
            denied = parse.negated(verb) or parse.negated(i)
            several = of_several(parse, verb)
            yield Causation(parse.below(subject), effect[0] if effect else None, "to blame", denied, several, sole=True)
        return
    cause = parse.kid(i, (*OBJECT, "nsubjpass"))
    if cause is None or parse.tokens[i].pos != "VERB" or parse.objects(i, ("on",)) or parse.objects(cause, ("on",)):
        return
    if parse.tokens[cause].pos == "PRON":
        return
    effect = parse.objects(i, ("for",)) or parse.objects(cause, ("for",))
    span = parse.below(cause)
    marks = [k for k in parse.kids(cause, ("prep",)) if parse.tokens[k].lemma == "for"]
    if marks:
        span = Span(span.start, parse.tokens[min(marks) - 1].end)
    above = parse.tokens[i].head if parse.tokens[i].dep == "advcl" else None
    outcome = effect[0] if effect else above if above in parse.inside else None
    if outcome is not None and parse.tokens[outcome].lemma in SAYING:
        outcome = None
    yield Causation(span, outcome, "blamed", parse.negated(i), of_several(parse, i), sole=True)


def _cited(parse: Syntax, i: int) -> Iterator[Causation]:
    """``Cancelled the contract, citing delays``."""
    cause = parse.kid(i, OBJECT)
    above = parse.tokens[i].head
    if cause is None or parse.tokens[i].dep != "advcl" or above not in parse.inside:
        return
    if parse.tokens[above].lemma not in SAYING and parse.tokens[cause].pos == "NOUN":
        yield Causation(parse.below(cause), above, "citing")


def _equated(parse: Syntax, i: int) -> Iterator[Causation]:
    """``The cause of the crash was ice``, ``ice was behind it``, ``the deaths were the result of ice``."""
    tokens = parse.tokens
    subject = parse.kid(i, SUBJECT)
    if subject is None:
        return
    denied, several = parse.negated(i), of_several(parse, i)
    complement = parse.kid(i, ("attr", "ccomp", "acomp"))
    for k in parse.kids(i, ("acomp", "prep", "advmod")):
        given = parse.objects(k, ("for",)) if tokens[k].lemma == "responsible" else []
        given = given or (parse.kids(k, ("pobj",)) if tokens[k].lemma == "behind" else [])
        given = given or (parse.objects(k, ("for",)) if tokens[k].lemma == "at" else [])
        if given and tokens[subject].pos != "PRON":
            yield Causation(parse.below(subject), given[0], "behind it", denied, several, sole=True)
    because = parse.kid(i, ("advcl", "ccomp"))
    if tokens[subject].lemma in ("this", "that", "which") and because is not None:
        why = [k for k in parse.kids(because, ("advmod", "mark")) if tokens[k].lemma == "why"]
        before = _clause_before(parse, i)
        if why and before is not None:
            yield Causation(before, because, "that was why", denied, several)
            return
    if complement is None:
        return
    if tokens[complement].lemma in ("result", "consequence", "product", "work", "doing", "fault", "upshot"):
        causes = parse.objects(complement, ("of", "from"))
        if causes:
            yield Causation(parse.below(causes[0]), subject, "the result of", denied, several, sole=True)
        return
    for named, other in ((subject, complement), (complement, subject)):
        if tokens[named].lemma not in CAUSES or tokens[other].lemma in CAUSES:
            continue
        if tokens[other].pos not in ("NOUN", "PROPN", "VERB", "ADJ") or tokens[other].lemma in _UNKNOWN:
            continue
        effect = parse.objects(named, ("of", "for", "behind"))
        denied = denied or any(parse.word(k) == "not" for k in parse.kids(other))
        span = _without_negation(parse, other)
        yield Causation(span, effect[0] if effect else None, "cause was", denied, several, sole=True)
        return


def _clause_before(parse: Syntax, verb: int) -> Span | None:
    """The words of the sentence before "that was why"."""
    first, last = parse.inside.start, parse.kid(verb, SUBJECT)
    if last is None or last <= first + 2:
        return None
    while last > first and (parse.tokens[last - 1].pos in ("PUNCT", "CCONJ") or parse.tokens[last - 1].lemma == "and"):
        last -= 1
    return Span(parse.tokens[first].start, parse.tokens[last - 1].end) if last > first else None


def _without_negation(parse: Syntax, top: int) -> Span:
    span = parse.below(top)
    marks = [k for k in parse.kids(top) if parse.word(k) == "not"]
    if marks and parse.tokens[marks[0]].start == span.start and marks[0] + 1 in parse.inside:
        return Span(parse.tokens[marks[0] + 1].start, span.end)
    return span


def _made(parse: Syntax, i: int) -> Iterator[Causation]:
    """``A quarrel made him leave``, ``waste killed the fish``, ``overcrowding brought it down``."""
    subject, tokens = _subject(parse, i), parse.tokens
    if subject is None or tokens[subject].pos not in ("NOUN", "PROPN"):
        return
    lemma = tokens[i].lemma
    effect: int | None = None
    if lemma in ("make", "force", "compel", "lead", "drive"):
        inner = parse.kid(i, ("ccomp", "xcomp"))
        if inner is not None and tokens[inner].pos == "VERB":
            effect = inner
    elif parse.verb(i) in ("bring down", "kill", "ground", "derail", "sink", "destroy", "poison"):
        effect = i if parse.kid(i, OBJECT) is not None else None
    if effect is not None and not _person(parse, subject):
        yield Causation(
            parse.below(subject, without=i), effect, "brought about", parse.negated(i), of_several(parse, i)
        )


def _person(parse: Syntax, i: int) -> bool:
    return parse.tokens[i].pos == "PROPN" or parse.tokens[i].lemma in listed("persons")


def _nothing_to_do(parse: Syntax, i: int) -> Iterator[Causation]:
    """``The prison has nothing to do with this``."""
    thing = parse.kid(i, OBJECT)
    subject = parse.kid(i, SUBJECT)
    if thing is None or subject is None or parse.tokens[thing].lemma != "nothing":
        return
    for do in parse.kids(thing, ("relcl", "acl", "advcl")) + parse.kids(i, ("xcomp", "advcl")):
        effect = parse.objects(do, ("with",))
        if parse.tokens[do].lemma == "do" and effect:
            yield Causation(parse.below(subject), effect[0], "nothing to do with", denied=True, sole=True)
            return


def _started(parse: Syntax, i: int) -> Iterator[Causation]:
    """``The fire was started deliberately``, ``started by a candle``, ``began under a power line``, ``in the jail``."""
    tokens = parse.tokens
    event = parse.kid(i, ("nsubj", "nsubjpass")) if tokens[i].lemma in ("begin", "start") else None
    if tokens[i].lemma in ("start", "set", "ignite") and (event is None or parse.kid(i, OBJECT) is not None):
        event = parse.kid(i, ("nsubjpass", *OBJECT))
    if event is None or tokens[event].lemma not in EVENTS or tokens[i].pos != "VERB":
        return
    denied = parse.negated(i)
    how = [k for k in parse.kids(i) if tokens[k].lemma in DELIBERATE]
    led = parse.objects(i, ("by",))
    if how:
        yield Causation(Span(tokens[how[0]].start, tokens[how[0]].end), event, "on purpose", denied, sole=True)
    elif led:
        yield Causation(parse.below(led[0]), event, "started by", denied, sole=True)
    elif event != parse.kid(i, ("nsubj", "nsubjpass")):
        subject = parse.kid(i, ("nsubj",))
        if subject is not None and tokens[subject].pos == "NOUN" and not _person(parse, subject):
            yield Causation(parse.below(subject), event, "started by", denied, sole=True)
    else:
        for k in parse.objects(i, ("under", "beneath", "with", "from")):
            if tokens[k].pos in ("NOUN", "PROPN"):
                yield Causation(parse.below(k), event, "began", denied)
                return


def _died_when(parse: Syntax, i: int) -> Iterator[Causation]:
    """``He was killed when a tree fell across the cab``."""
    subject = parse.kid(i, ("nsubjpass", "nsubj") if parse.tokens[i].lemma == "die" else ("nsubjpass",))
    if subject is None or parse.word(subject) != parse.tokens[subject].lemma or parse.tokens[subject].lemma == "people":
        return
    for clause in parse.kids(i, ("advcl",)):
        if any(parse.tokens[k].lemma == "when" for k in parse.kids(clause)):
            whole = parse.below(clause)
            first = next(k for k in parse.kids(clause) if parse.tokens[k].lemma == "when")
            yield Causation(Span(parse.tokens[first].end + 1, whole.end), i, "died when", parse.negated(i))


def of_several(parse: Syntax, *near: int) -> bool:
    """True where the words beside say that there was more than one cause."""
    words = {parse.tokens[k].lemma for i in near for k in (i, *parse.kids(i))}
    return bool(words & _ONE_OF_SEVERAL)


def _finders() -> dict[str, list[_Finder]]:
    found: dict[str, list[_Finder]] = {"be": [_equated], "blame": [_ascribed, _blamed], "have": [_nothing_to_do]}
    for lemma in verb_rows():
        row = found.setdefault(lemma.partition(" ")[0], [])
        row.extend([] if _verb in row else [_verb])
    for row in table()["ascribing"]:
        for lemma in row["lemmas"]:
            if _ascribed not in found.setdefault(lemma, []):
                found[lemma].append(_ascribed)
    for lemma in ("make", "force", "compel", "lead", "drive", "bring", "kill", "ground", "derail", "sink", "destroy"):
        found.setdefault(lemma, []).append(_made)
    for lemma in _STARTS:
        found.setdefault(lemma, []).append(_started)
    for lemma in ("die", "kill"):
        found.setdefault(lemma, []).append(_died_when)
    found["cite"] = [_cited]
    return found


FINDERS = _finders()
"""What looks for causes beside a lemma."""
