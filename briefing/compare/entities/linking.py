"""From each article's entities to the story's: names that are the same, then spellings, then short forms.

Candidates are found through blocks (sounds of a first or last word, initials, a ministry's field), never by comparing
all with all. A merge must not contradict anything: two full names of one candidate must be compatible, and two entities
that one article tells apart stay apart unless their names are the same. What is unsure becomes a suggestion.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.compare.entities.assembly import assemble, entity_ids
from briefing.compare.entities.early import loosened
from briefing.compare.entities.evidence import (
    EVIDENT,
    Candidate,
    compare,
    contradicts,
    part_of,
    shared_office,
    told_alike,
)
from briefing.compare.entities.local import Local, identity, locals_of, mended
from briefing.compare.entities.orders import Orders
from briefing.compare.entities.suggestions import capitals
from briefing.compare.entities.untangling import told_apart, untangled
from briefing.compare.names.bodies import Key, acronyms, canonical, core, national, numbers, office, without_kinds
from briefing.compare.names.folding import key
from briefing.compare.names.people import Match, person
from briefing.compare.names.sounding import coarse, letters, sounded
from briefing.model import Article, Correction, Findings, Link, StoryEntity, Suggestion

_BEFORE = ("same-name", "same-words", "known-names", "same-ministry", "transliteration", "name-order", "acronym")
"""Rules in the order in which their merges are made; any other comes after these."""
_STRONG = frozenset({"same-name", "same-words", "known-names", "acronym", "run-together", "same-body"})
"""Rules that may join even what one article tells apart."""

_BEARERS = 2
"""Of one surname, beyond whom nobody is suggested."""
_ALONE = frozenset({"same-ministry", "same-body"})
"""Rules that join two where neither has another that it might be."""


def link_entities(
    articles: Sequence[Article], findings: Mapping[str, Findings], corrections: Sequence[Correction] = ()
) -> tuple[tuple[StoryEntity, ...], tuple[Suggestion, ...]]:
    """One entity across all sources of a story, and the pairs that only the person can decide.

    Args:
        articles: The story's articles in its order.
        findings: By article id.
        corrections: The person's merges, splits, new names and types for this story; they stand above all rules.

    Returns:
        Entities by number of sources, then mentions, then first mention; suggestions by the entities' order.
    """
    orders = Orders(corrections)
    found = loosened(locals_of(articles, findings), articles)
    apart = told_apart(found, articles)
    linker = _Linker(orders.divided(articles, untangled(found, apart, articles)), orders, apart)
    candidates = linker.run()
    entities = assemble(candidates, orders, articles)
    ids = entity_ids(candidates, entities)
    suggested = [*linker.suggestions(ids), *capitals(articles, findings, entities)]
    place = {entity.id: i for i, entity in enumerate(entities)}
    unique = {frozenset((s.a, s.b)): s for s in reversed(suggested) if s.a != s.b and not orders.decided(s, entities)}
    return entities, tuple(sorted(unique.values(), key=lambda s: (place[s.a], place[s.b], s.rule)))


class _Linker:
    """One run over one story: the live candidates by number, and where each local is."""

    def __init__(self, found: Sequence[Local], orders: Orders, apart: Mapping[Key, set[Key]]) -> None:
        self.orders = orders
        self.apart = apart
        self.live: dict[int, Candidate] = {}
        self.unsure: list[tuple[Local, Local, Match]] = []
        self.names_before: dict[int, str] = {}
        self._compared: dict[tuple[int, int], tuple[Candidate, Candidate, Match]] = {}
        groups: dict[object, list[Local]] = defaultdict(list)
        for local in mended(found):
            groups[identity(local)].append(local)
        for members in groups.values():
            self.live[len(self.live)] = Candidate(members, _same_name(members))

    def run(self) -> list[Candidate]:
        """Merge what is the same, then place short forms, then do what the person says."""
        self._spellings()
        self._short_forms()
        self._spellings()
        self._singles()
        for forms in self.orders.merges:
            first, *others = [n for n, candidate in self.live.items() if forms & candidate.spelled] or [-1]
            for other in others:
                a, b = self.live[first].names[0], self.live[other].names[0]
                self._merge(first, other, Link(a=a, b=b, rule="reader", why="joined by the reader"))
        return list(self.live.values())

    def suggestions(self, ids: Mapping[int, str]) -> Iterator[Suggestion]:
        """The pairs that stayed unsure; ``ids`` are entity ids by ``id()`` of a local."""
        for a, b, match in self.unsure:
            if id(a) in ids and id(b) in ids:
                yield Suggestion(a=ids[id(a)], b=ids[id(b)], rule=match.rule, why=match.why)

    def _spellings(self) -> None:
        """Names that are one in two spellings, under initials, or in two forms, the surest first."""
        found: list[tuple[int, int, int, Match]] = []
        for a, b in self._pairs():
            match = self._match(a, b)
            if match.verdict == "different":
                continue
            if match.verdict == "maybe" and match.rule not in _ALONE:
                if match.rule != "part-of-name":
                    self.unsure.append((self.live[a].members[0], self.live[b].members[0], match))
                continue
            order = _BEFORE.index(match.rule) if match.rule in _BEFORE else len(_BEFORE)
            found.append((order, a, b, match))
        found.sort(key=lambda pair: pair[:3])
        rivals = _rivals(found)
        now = {n: n for n in self.live}
        self.names_before = {n: candidate.names[0] for n, candidate in self.live.items()}
        for _, a, b, match in found:
            if match.rule == "acronym" and self._is_ambiguous(now, a, b, rivals):
                continue
            if match.verdict == "maybe" and (len(rivals[a]) > 1 or len(rivals[b]) > 1):
                continue
            self._try(now, a, b, match)

    def _match(self, a: int, b: int) -> Match:
        """How two candidates compare; looked at again only where one of them has grown since."""
        ours, theirs = self.live[a], self.live[b]
        known = self._compared.get((a, b))
        if known is None or known[0] is not ours or known[1] is not theirs:
            known = self._compared[a, b] = (ours, theirs, compare(ours, theirs))
        return known[2]

    def _is_ambiguous(self, now: Mapping[int, int], a: int, b: int, rivals: Mapping[int, set[int]]) -> bool:
        """True where the letters of one may be another's too, and no article says whose: CAA of two that fit."""
        short, full = (a, b) if len(canonical(self.names_before[a])) == 1 else (b, a)
        roots = {_root(now, n) for n in rivals[short]}
        if len(roots) < 2:
            return False
        letters = canonical(self.names_before[short])
        told = [n for n in roots if n in self.live and letters in self.live[n].form_keys]
        return told != [_root(now, full)]

    def _try(self, now: dict[int, int], a: int, b: int, match: Match) -> None:
        """Merge what two candidates have become, unless that contradicts something."""
        x, y = _root(now, a), _root(now, b)
        if x == y or self.orders.apart(self.live[x], self.live[y]) or contradicts(self.live[x], self.live[y]):
            return
        if self.live[x].articles & self.live[y].articles and match.rule not in _STRONG:
            told = match._replace(rule="told-apart", why=f"{match.why}; but one report names both as two")
            self.unsure.append((self.live[x].members[0], self.live[y].members[0], told))
            return
        names = self.live[a] if a in self.live else self.live[x], self.live[b] if b in self.live else self.live[y]
        link = Link(a=names[0].names[0], b=names[1].names[0], rule=match.rule, why=match.why)
        now[y] = self._merge(x, y, link)

    def _merge(self, x: int, y: int, link: Link) -> int:
        self.live[x] = self.live[x].joined(self.live.pop(y), link)
        return x

    def _pairs(self) -> list[tuple[int, int]]:
        """Numbers of candidates that share a block, each pair once, in order."""
        blocks: dict[object, list[int]] = defaultdict(list)
        for number, candidate in self.live.items():
            if candidate.blocks is None:
                candidate.blocks = frozenset(_blocks(candidate))
            for block in candidate.blocks:
                blocks[block].append(number)
        pairs = {pair for numbers_ in blocks.values() for pair in itertools.combinations(sorted(numbers_), 2)}
        return sorted(pairs)

    def _short_forms(self) -> None:
        """A surname, or the beginning of a name, goes to the one candidate that it can be short for."""
        blocks: dict[object, list[int]] = defaultdict(list)
        for number, candidate in self.live.items():
            for block in set(_part_blocks(candidate)):
                blocks[block].append(number)
        for number in sorted(self.live, key=lambda n: (-len(canonical(self.live[n].names[0])), n)):
            short = self.live[number]
            if len({canonical(name) for name in short.names}) > 1 or (
                short.kind == "person" and short.full_names and short.sure
            ):
                continue
            near = {n for block in _part_blocks(short) for n in blocks[block] if n in self.live and n != number}
            scores = {n: part_of(short, self.live[n]) for n in sorted(near)}
            self._place(number, {n: score for n, score in scores.items() if score > 0})

    def _place(self, number: int, scores: Mapping[int, float]) -> None:
        """Put a short form where it belongs, if one place is better than any other."""
        if not scores:
            return
        best = max(scores.values())
        evident = best > EVIDENT
        near = [n for n, score in scores.items() if score >= best - 0.3]
        claims = sum(score - EVIDENT for score in scores.values() if score > EVIDENT)
        short = self.live[number]
        holders = [n for n in scores if shared_office(short, self.live[n])] if len(scores) > 1 else []
        if len(holders) == 1:
            near = holders
        elif len(near) > 1 or (evident and 2 * (best - EVIDENT) <= claims) or self._open_at_home(short, scores):
            self._ask(short, near)
            return
        full = self.live[near[0]]
        beside = bool(short.articles & full.articles)
        if self.orders.apart(short, full):
            return
        if beside and best <= EVIDENT and not holders:
            self._ask(short, near)
            return
        if short.kind == full.kind == "thing" and self._told_apart(short, full):
            return
        why = (
            f"“{short.names[0]}” is what “{full.names[0]}” is called in another article"
            if evident
            else f"“{short.names[0]}” can only be short for “{full.names[0]}” here"
        )
        rule = "short-form-elsewhere" if evident else "only-full-name"
        if len(holders) == 1:
            shared = shared_office(short, full)
            why = f"“{short.names[0]}” is “{full.names[0]}”: {told_alike(shared)}" if shared else why
            rule = "short-form-and-role"
        self._merge(near[0], number, Link(a=short.names[0], b=full.names[0], rule=rule, why=why))

    def _ask(self, short: Candidate, near: Sequence[int]) -> None:
        """Suggest whom a bare surname may mean, where its own report has one or two who bear it and did not tell."""
        for number in near if len(near) <= _BEARERS else ():
            full = self.live[number]
            if short.kind == full.kind == "person" and not short.full_names and short.articles & full.articles:
                why = f"“{short.names[0]}” may be “{full.names[0]}”, but the report names another of that surname"
                self.unsure.append((short.members[0], full.members[0], Match("maybe", "surname-of-several", why)))

    def _told_apart(self, short: Candidate, full: Candidate) -> bool:
        """True where an article gives the two names to two."""
        return not self.apart.get(canonical(short.names[0]), set()).isdisjoint(full.form_keys)

    def _open_at_home(self, short: Candidate, scores: Mapping[int, float]) -> bool:
        """True where an article that has the short form names two who may be meant, and did not tell which."""
        return any(sum(local.article in self.live[n].articles for n in scores) > 1 for local in short.members)

    def _singles(self) -> None:
        """People of one name alone, when no full name takes them: the same name in two articles is one person."""
        by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        full = {part for c in self.live.values() for name in c.full_names for part in person(name).parts}
        for number, candidate in self.live.items():
            parts, generation = person(candidate.names[0])
            if candidate.kind == "person" and not candidate.full_names and not {*parts} & full:
                by_name[(*parts, *filter(None, (generation,)))].append(number)
        for parts, found in by_name.items():
            for number in found[1:]:
                a, b = self.live[found[0]], self.live[number]
                if not (a.articles & b.articles or self.orders.apart(a, b)):
                    why = f"“{' '.join(parts).title()}” in several articles, and nobody else of that name"
                    link = Link(a=a.names[0], b=b.names[0], rule="same-name", why=why)
                    self._merge(found[0], number, link)


def _root(now: Mapping[int, int], number: int) -> int:
    while now[number] != number:
        number = now[number]
    return number


def _rivals(found: Iterable[tuple[int, int, int, Match]]) -> dict[int, set[int]]:
    """Who wants to be one with whom, by acronym or as an unnamed state's ministry."""
    rivals: dict[int, set[int]] = defaultdict(set)
    for _, a, b, match in found:
        if match.rule == "acronym" or match.verdict == "maybe":
            rivals[a].add(b)
            rivals[b].add(a)
    return rivals


def _same_name(members: Sequence[Local]) -> list[Link]:
    """The reason for taking the same name in several articles for one."""
    places = {local.article for local in members}
    if len(places) < 2:
        return []
    name = members[0].name
    return [Link(a=name, b=name, rule="same-name", why=f"“{name}” by the same name in {len(places)} articles")]


def _blocks(candidate: Candidate) -> Iterator[object]:
    """Under what a candidate may be found by those that are spelled otherwise."""
    for name in candidate.names:
        if candidate.kind == "person":
            yield from _person_blocks(person(name).parts)
        if not candidate.sure:
            yield from _thing_blocks(name)
        elif len(key(name)) > 1:
            yield ("words", tuple(sorted(word for word in canonical(name) if word not in ("of", "national"))))


def _person_blocks(parts: tuple[str, ...]) -> Iterator[object]:
    """The surname, in either order, and with a part left out or letters that changed places."""
    yield ("joined", coarse("".join(parts)))
    for given, surname in ((parts[0], parts[-1]), (parts[-1], parts[0])):
        yield ("surname", coarse(surname))
        yield ("turned", letters(surname), sounded(given)[:1])
    if len(parts) > 1:
        yield ("first two", coarse(parts[0]), coarse(parts[1]))


def _thing_blocks(name: str) -> Iterator[object]:
    """First and last word but for the kind of place, the words in any order, initials, a ministry's field."""
    words = canonical(name)
    bare = without_kinds(words) or words
    yield ("thing", coarse(bare[0]), coarse(bare[-1]), numbers(words))
    yield ("turned", letters(bare[0]), letters(bare[-1]))
    yield ("words", tuple(sorted(word for word in words if word != "of")))
    yield ("unmarked", tuple(sorted(word for word in words if word not in ("of", "national"))))
    yield ("joined", "".join(words))
    yield from (("initials", initials) for initials in ({words[0]} if len(words) == 1 else acronyms(name)))
    found = office(name)
    if found:
        yield from (("office", part) for part in found.parts)
    if state := national(name):
        yield ("words", tuple(sorted(state[0])))


def _part_blocks(candidate: Candidate) -> Iterator[object]:
    """Under what a short form finds the names that it may be part of."""
    for name in candidate.names:
        if candidate.kind == "person":
            yield from (("sound", coarse(part)) for part in person(name).parts)
        yield ("first", core(name)[0])
    yield from (("form", words) for words in candidate.form_keys)
    yield from (("sound", coarse(words[0])) for words in candidate.form_keys if len(words) == 1)
