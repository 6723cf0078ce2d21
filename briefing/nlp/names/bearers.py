"""Of several bearers of one surname, whom a bare or titled one means: several signs together, never the nearest alone.

"Governor Lawan" is the brother who is called the governor, "Mr Lawan" no sister; "Lawan" is whoever the text has called
so already, or has just named alone in the paragraph. Where signs are few or speak against each other, nobody is meant.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from briefing.nlp.names import lexicon
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.matching import Key
from briefing.nlp.names.referents import Evidence, Referent
from briefing.nlp.names.roles import gender_shown, roles_of
from briefing.nlp.names.spans import Name

OFFICE = 5.0
"""The title is an office that this one holds, and no other bearer."""
SEX = 1.5
"""The title's sex is known to be this one's, and no other bearer's."""
FIRST = 4.0
"""Nobody else of the name has come up yet."""
CUSTOM = 2.0
"""The text has called this one so before, and no other bearer."""
NEARBY = 2.0
"""Named in full in the same sentence or in the one before, and no other bearer since."""
ALONE = 2.5
"""The only bearer of this paragraph, or of all that is near."""
LEADING = 0.5
"""The first bearer that the text names in full."""
ASIDE = 1.5
"""What speaks against one who comes in as another's kin, or as no relation."""
MARGIN = 2.0
"""How far ahead one must be."""
FAR = 100
"""Tokens back from which somebody is no longer in mind."""
_LOWER = frozenset({"deputy", "vice", "assistant", "junior"})
_OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_GENERATIONS = frozenset({"elder", "older", "younger", "senior", "junior"})
_RELATED = frozenset({"related", "relation", "relative", "relatives", "namesake"})


class Bearers:
    """People of one surname in one text.

    Args:
        people: Two or more, each named in full somewhere.
        evidence: The text.
    """

    def __init__(self, people: Sequence[Referent], evidence: Evidence) -> None:
        self._people = people
        self._doc: Doc = evidence.doc
        self._sentences, self._lines = evidence.sentences, evidence.breaks
        full = [[name for name in who.names if len(name.key) > 1] or who.names for who in people]
        self._places = [sorted(name.start for name in names) for names in full]
        told = [[name for name in names if evidence.kinds[name.start] != "headline"] or names for names in full]
        self._first = [min(name.start for name in names) for names in told]
        self._offices = [_offices(role for name in names for role in _told(self._doc, name)) for names in full]
        self._aside = [is_aside(self._doc, min(who.names, key=lambda name: name.start)) for who in people]
        self._sexes = self._known_sexes(full)
        self._called: list[list[int]] = [[] for _ in people]

    def _known_sexes(self, full: list[list[Name]]) -> list[Gender | None]:
        """The sex of each, by titles, given names, roles, and "his sister" of whoever else bears the name."""
        sexes: list[Gender | None] = []
        for names in full:
            titles = {word.lower().rstrip(".") for name in names for word in name.title.split()}
            heads = {role.split()[-1].lower() for name in names for role in roles_of(self._doc, name)}
            kin = {relation for name in names if (relation := kin_of(self._doc, name)[0])}
            sexes.append(gender_shown(titles) or lexicon.gender_of_given(names[0].key[0]) or gender_shown(kin | heads))
        if len(full) == 2:
            for one, names in enumerate(full):
                owners = {_OWNERS[word] for name in names if (word := kin_of(self._doc, name)[1]) in _OWNERS}
                if len(owners) == 1 and sexes[1 - one] is None:
                    sexes[1 - one] = owners.pop()
        return sexes

    def meant(self, name: Name, fitting: Sequence[Referent]) -> Referent | None:
        """The one of ``fitting`` that stands out, or None.

        Mentions must be asked about in the order of the text, headlines last: they say least of whom they mean.
        """
        if tells_generation(self._doc, name):
            return None
        numbers = [number for number, who in enumerate(self._people) if who in fitting]
        at = bisect.bisect_right(self._sentences, name.start)
        sentence = range(self._sentences[at - 1], self._sentences[at])
        numbers = [number for number in numbers if not self._is_beside(name, sentence, number)]
        sex = title_gender(name.title)
        numbers = [number for number in numbers if None in (sex, self._sexes[number]) or self._sexes[number] == sex]
        if not numbers:
            return None
        if len(numbers) == 1:
            return self._take(name, numbers[0])
        scores = self._scores(name, numbers)
        ranked = sorted(scores, key=lambda number: -scores[number])
        if scores[ranked[0]] - scores[ranked[1]] < MARGIN:
            return None
        return self._take(name, ranked[0])

    def _take(self, name: Name, number: int) -> Referent:
        self._called[number].append(name.start)
        return self._people[number]

    def _scores(self, name: Name, numbers: list[int]) -> dict[int, float]:
        scores = {number: -ASIDE * self._aside[number] for number in numbers}
        held = self._holders(name, numbers)
        known = [number for number in numbers if self._first[number] < name.start]
        leading = [number for number in known if not self._aside[number]] if len(known) == 1 else []
        sex = title_gender(name.title)
        shown = [number for number in numbers if sex is not None and self._sexes[number] == sex]
        called = [number for number in numbers if self._called[number]]
        for signs, worth in ((held, OFFICE), (leading, FIRST), (shown, SEX), (called, CUSTOM)):
            if len(signs) == 1:
                scores[signs[0]] += worth
        scores[min(numbers, key=lambda number: self._first[number])] += LEADING
        if len(known) > 1 and len(held) != 1:
            near, worth = self._near(name, known, called[0] if len(called) == 1 else None)
            if near is not None:
                scores[near] += worth
        return scores

    def _near(self, name: Name, numbers: list[int], custom: int | None) -> tuple[int | None, float]:
        """The bearer named last, where that says something, and how much.

        Where the text has called another so, one named in the paragraph before may have been met there in passing.
        """
        last: list[tuple[int, int]] = []
        for number in numbers:
            full, called = self._places[number], self._called[number]
            at = bisect.bisect_left(full, name.start)
            before = [full[at - 1] if at else -FAR, called[-1] if called and called[-1] < name.start else -FAR]
            last.append((max(before), number))
        last.sort(reverse=True)
        (near, number), (other, _) = last[:2]
        line = self._lines[at - 1] if (at := bisect.bisect_left(self._lines, name.start)) else -1
        at = bisect.bisect_right(self._sentences, name.start)
        worth = NEARBY if near >= self._sentences[max(0, at - 2)] else 0.0
        if near < line and custom not in (None, number):
            worth /= 2
        if near > line > other or name.start - other > FAR >= name.start - near:
            worth += ALONE
        return (number, worth) if worth else (None, 0.0)

    def _holders(self, name: Name, numbers: list[int]) -> list[int]:
        """Who holds the office that stands beside a mention; a deputy holds his chief's only where nobody else does."""
        wanted = _offices(_told(self._doc, name))
        best: dict[int, int] = {}
        for number in numbers:
            fits = [_fit(one, other) for one in wanted for other in self._offices[number]]
            best[number] = max(fits, default=0)
        top = max(best.values(), default=0)
        return [number for number, fit in best.items() if fit == top > 0]

    def _is_beside(self, name: Name, sentence: range, number: int) -> bool:
        """True for one named in full later in the same sentence: "Lawan, the brother of the governor, Bashir Lawan"."""
        places = self._places[number]
        at = bisect.bisect_right(places, name.start)
        return at < len(places) and places[at] < sentence.stop and not (at and places[at - 1] >= sentence.start)


def _told(doc: Doc, name: Name) -> Iterator[str]:
    """What stands beside a mention, by the parse, and by the words alone where the parse has gone astray."""
    yield from roles_of(doc, name)
    at = name.start - 1
    if at > 0 and doc[at].text == ",":
        at -= 1
    first = at
    while first >= 0 and at - first < _PHRASE and doc[first].is_alpha and doc[first].pos_ in ("NOUN", "PROPN", "ADJ"):
        first -= 1
    if first < at and doc[at].lower_ in lexicon.OFFICES:
        yield doc[first + 1 : at + 1].text
    if _word(doc, name.end) == ",":
        for last in range(name.end + 1, min(name.end + 2 + _PHRASE, len(doc))):
            if doc[last].lower_ in lexicon.OFFICES and doc[last].tag_ in ("NN", "NNP"):
                yield doc[name.end + 1 : last + 1].text
            if doc[last].pos_ not in ("NOUN", "PROPN", "ADJ", "DET"):
                break


_PHRASE = 4
"""Words of an office beside a name."""


def _offices(roles: Iterable[str]) -> list[tuple[str, frozenset[str]]]:
    """Roles as offices: the head noun and the words that go with it."""
    found: list[tuple[str, frozenset[str]]] = []
    for role in roles:
        words = role.lower().replace("-", " ").replace(".", "").split()
        ends = [at for at, word in enumerate(words) if at and word in _LINKS]
        head = words[ends[0] - 1] if ends else words[-1]
        head = lexicon.SPELLED_OUT.get(head, head)
        if head not in lexicon.COURTESY and (head in lexicon.OFFICES or head in lexicon.TITLES):
            found.append((head, frozenset(words) - {head, "the", "a", "an"} - _LINKS))
    return found


_LINKS = frozenset({"of", "for", "to", "in", "at", "from"})


def _fit(wanted: tuple[str, frozenset[str]], held: tuple[str, frozenset[str]]) -> int:
    """How well an office fits the one in front of a surname: 2 the same, 1 a deputy's or another department's."""
    if wanted[0] != held[0]:
        return 0
    return 2 if wanted[1] & _LOWER == held[1] & _LOWER and (wanted[1] <= held[1] or held[1] <= wanted[1]) else 1


def tells_generation(doc: Doc, name: Name) -> bool:
    """True for "the elder Palma", who is one of two."""
    return _word(doc, name.start - len(name.title.split()) - 1) in _GENERATIONS


def title_gender(title: str) -> Gender | None:
    """The sex that a title shows."""
    words = {word.lower().rstrip(".") for word in title.split()}
    if words & lexicon.MEN_TITLES:
        return "m"
    return "f" if words & lexicon.WOMEN_TITLES else None


def kin_of(doc: Doc, name: Name) -> tuple[str, str]:
    """The relation by which somebody comes in, and whose: ("sister", "his") of "his sister Halima".

    The owner is a pronoun, the last word of a name, or empty where none is told.
    """
    root = name.span(doc).root
    near = [root.head] if root.dep_ in ("appos", "compound", "nmod") else []
    near += [child for child in root.children if child.dep_ == "appos"]
    if name.start:
        near.append(doc[name.start - 1])
    if name.start > 1 and doc[name.start - 1].text == ",":
        near.append(doc[name.start - 2])
    for word in near:
        if word.lower_ in lexicon.KIN:
            owner = next((child for child in word.children if child.dep_ == "poss"), None)
            return word.lower_, "" if owner is None else owner.lower_
    return "", ""


def is_aside(doc: Doc, name: Name) -> bool:
    """True for somebody who comes in as kin, or as no relation, of another: "his sister Halima", "a son of Luis"."""
    root = name.span(doc).root
    noun = root.head if root.dep_ == "appos" and root.head.i < name.start else root
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    if kin_of(doc, name)[0] or noun.lower_ in lexicon.KIN:
        return True
    clause = next((child for child in root.children if child.dep_ in ("relcl", "appos", "acl")), None)
    if clause is not None and any(
        word.lower_ in _RELATED for word in doc[clause.left_edge.i : clause.right_edge.i + 1]
    ):
        return True
    return any(word.lower_ in _RELATED for word in doc[name.end : name.end + 4])


def told_apart(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True where the text makes two people of names that one could bear.

    As in "Luis Arrieta and his son, Luis Arrieta junior": joined by "and", or one comes in as kin of the other.
    """
    ours, theirs = evidence.mentions[key], [name for name in who.names if len(name.key) > 1]
    doc = evidence.doc
    near = {name.end: name for name in (*ours, *theirs)}
    for one, others in ((ours, theirs), (theirs, ours)):
        starts = {name.start for name in others}
        for name in one:
            if _word(doc, name.end) in _JOINING and name.end + 1 + _titles(doc, name.end + 1) in starts:
                return True
            if _in_one_sentence(name, others, evidence):
                return True
            owner = kin_of(doc, name)[1]
            if owner in _OWNERS and _named_last(name, near, evidence) in starts:
                return True
    return False


def _in_one_sentence(name: Name, others: Sequence[Name], evidence: Evidence) -> bool:
    """True for "Jorge Quintana lost to Jorge Quintana Ruiz": nobody is named in full twice in one clause.

    Not in headlines, across lines, or where the text says what somebody is called or was born as.
    """
    sentences, doc = evidence.sentences, evidence.doc
    end = sentences[bisect.bisect_right(sentences, name.start)]
    for other in others:
        if name.end < other.start < min(end, name.end + _CLAUSE) and not evidence.kinds[name.start]:
            between = [token.lower_ for token in doc[name.end : other.end + 1]]
            if not any(word in _CALLED or "\n" in word for word in between):
                return True
    return False


_CLAUSE = 30
"""Tokens within which two full names are in one breath."""
_CALLED = frozenset(
    {"(", ")", "called", "known", "named", "born", "alias", "aka", "né", "née", "name", "says", "said", ":"}
)
_JOINING = frozenset({"and", "or", "&"})


def _word(doc: Doc, at: int) -> str:
    return str(doc[at].lower_) if 0 <= at < len(doc) else ""


def _titles(doc: Doc, at: int) -> int:
    """How many titles stand at ``at``."""
    count = 0
    while at + count < len(doc) and doc[at + count].lower_.rstrip(".") in lexicon.TITLES:
        count += 1
    return count


def _named_last(name: Name, near: dict[int, Name], evidence: Evidence) -> int:
    """Where the name before this one begins, if it is one of ``near`` and within two sentences; else -1."""
    doc = evidence.doc
    first = evidence.sentences[max(0, bisect.bisect_right(evidence.sentences, name.start) - 2)]
    for at in range(name.start, first, -1):
        if at in near and near[at].end <= name.start:
            return near[at].start
        if doc[at - 1].ent_type_ == "PERSON" and not any(one.start < at <= one.end for one in near.values()):
            return -1
    return -1
