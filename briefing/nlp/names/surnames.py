"""Bare surnames and given names: which of the people named in full they mean."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from spacy.tokens import Doc

from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.bearers import Bearers, kin_of, tells_generation, title_gender
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.matching import Key
from briefing.nlp.names.referents import Directory, Evidence, Referent
from briefing.nlp.names.spans import Name


def completed(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Names with what was cut from them: "Öztürk" of "Hatice Öztürk", where another Öztürk is named in full.

    A bare surname that stands right beside a capitalised word of no other name is part of a longer name, and two people
    named without anything between them are one.
    """
    surnames = {name.key[-1] for name in names if len(name.key) > 1 and name.label == "PERSON"}
    first = {name.key[0] for name in names if len(name.key) > 1 and name.label == "PERSON"}
    found: list[Name] = []
    for name in names:
        before = found[-1] if found else None
        if before is not None and before.end == name.start and _is_cut(before, name):
            before.end = name.end
            before.key = (*before.key, *name.key)
            continue
        if (name.label == "PERSON" or name.key[-1] in surnames) and _is_generation(doc, name.end):
            name.label = "PERSON"
            _take_in(doc, name)
        elif len(name.key) == 1 and name.key[0] in surnames | first and name.label == "PERSON":
            start = name.start - 1
            if name.key[0] in first and name.end < len(doc) and _is_family_first(doc, name.end):
                _take_in(doc, name)
            elif not name.title and start >= (before.end if before is not None else 0) and _is_part(doc, start):
                name.start = start
                name.key = (*lexicon.key_of(doc[start].text), *name.key)
        found.append(name)
    return found


def _take_in(doc: Doc, name: Name) -> None:
    """Let a name go on by a word."""
    name.key = (*name.key, *lexicon.key_of(doc[name.end].text))
    name.end += 1


def _is_generation(doc: Doc, at: int) -> bool:
    """True for "junior" behind a name, with no noun behind it: "Luis Arrieta junior, a congressman"."""
    if at + 1 >= len(doc) or doc[at].lower_.rstrip(".") not in ("junior", "senior", "jr", "sr"):
        return False
    return doc[at + 1].tag_ not in ("NN", "NNS", "NNP", "JJ", "HYPH")


def _is_family_first(doc: Doc, at: int) -> bool:
    """True for "Gergely" of "Szabó Gergely", where a Szabó Réka is named: a capital that only a name explains."""
    word = doc[at]
    if not word.is_title or not word.is_alpha or word.is_sent_start or word.ent_type_ not in ("", "PERSON"):
        return False
    plain = word.lower_
    known = plain in lexicon.OFFICES or plain in lexicon.TITLES or plain in lexicon.CALENDAR or plain in lexicon.JUNK
    return not known and not lexicon.is_body_word(plain) and plain not in lexicon.AREAS and word.pos_ != "VERB"


def _is_cut(one: Name, other: Name) -> bool:
    """True for "Seri Rosmah" and "Ibrahim" side by side: nothing but a name's middle parts them."""
    return one.label == other.label == "PERSON" and not other.title and len(one.key) < _MOST > len(other.key)


_MOST = 4
"""Words of a person's name."""


def _is_part(doc: Doc, at: int) -> bool:
    """True for a capitalised word that is a name by its tag, and no title, office or people."""
    word = doc[at]
    if word.tag_ != "NNP" or not word.is_title or not word.is_alpha or word.ent_type_ not in ("", "PERSON"):
        return False
    plain = word.lower_
    known = plain in lexicon.OFFICES or plain in lexicon.TITLES or plain in lexicon.CALLINGS or plain in lexicon.KIN
    return not known and (plain,) not in lexicon.demonyms() and plain not in lexicon.CALENDAR and len(plain) > 2


def people_for(key: Key, directory: Directory) -> tuple[int, list[Referent]]:
    """How well the best fit (see ``matching.part_of_person``), and those who fit so."""
    scored = [
        (max(matching.part_of_person(key, form) for form in who.forms), who)
        for who in directory.sharing(key)
        if who.label == "PERSON"
    ]
    scored = [(score, who) for score, who in scored if score != 2 or _given_name(key, who, directory)]
    top = max((score for score, _ in scored), default=0)
    return top, [who for score, who in scored if score == top > 0]


def _given_name(key: Key, who: Referent, directory: Directory) -> bool:
    """False where the word stands so often alone that the longer name is only a phrase with it: the Trump Train."""
    mentions = directory.evidence.mentions[key]
    alone = 0 if any(name.title for name in mentions) else len(mentions)
    return lexicon.gender_of_given(key[0]) is not None or alone <= 2 * len(who.names) + 1


def give(key: Key, people: list[Referent], rule: str, directory: Directory, evidence: Evidence) -> None:
    """Give each mention of a part of a name to the one it means; those it cannot be told of stay together, apart."""
    where = {id(who): sorted(name.start for name in who.names) for who in people}
    bearers = Bearers(people, evidence) if len(people) > 1 else None
    given: dict[int, list[Name]] = {}
    unclear: list[Name] = []
    for name in sorted(evidence.mentions[key], key=lambda name: evidence.kinds[name.start] == "headline"):
        fitting = [who for who in people if _may_be(name, who) and not _is_kin(name, where[id(who)], evidence)]
        if bearers is None and tells_generation(evidence.doc, name):
            fitting = []
        who = bearers.meant(name, fitting) if bearers else fitting[0] if fitting else None
        if who is None:
            unclear.append(name)
        else:
            given.setdefault(id(who), []).append(name)
            bisect.insort(where[id(who)], name.start)
    for who in people:
        if names := given.get(id(who)):
            directory.join(who, key, rule if len(people) == 1 else f"{rule}, by office, custom and place", names)
    for names in by_sex(unclear):
        directory.new(key, "PERSON", names)


def of_generation(key: Key, directory: Directory, evidence: Evidence) -> Referent | None:
    """Whom "Bravo senior" means: the one Bravo who is named as another's father, or as the father of whom "junior" is.

    None for any other key, and where that is nobody or several.
    """
    if len(key) != 2 or key[1] not in GENERATIONS:
        return None
    wanted = _ELDERS if key[1] in ("senior", "sr") else _YOUNGER
    people = [who for who in directory.sharing(key[:1]) if who.label == "PERSON" and who.full[-1] == key[0]]
    fitting = [who for who in people if any(kin_of(evidence.doc, name)[0] in wanted for name in who.names)]
    return fitting[0] if len(fitting) == 1 and len(people) > 1 else None


GENERATIONS = frozenset({"junior", "senior", "jr", "sr"})
_ELDERS = frozenset({"father", "mother", "grandfather", "grandmother"})
_YOUNGER = frozenset({"son", "daughter", "grandson", "granddaughter"})


def _is_kin(name: Name, places: list[int], evidence: Evidence) -> bool:
    """True for "Mr Mandela" and her who is named at one of ``places``: "Mr Mandela's daughter, Zindzi Mandela"."""
    root = name.span(evidence.doc).root
    if root.dep_ != "poss" or root.head.lemma_.lower() not in lexicon.KIN:
        return False
    at = bisect.bisect_right(places, root.head.i)
    return at < len(places) and places[at] - root.head.i < _CLOSE


_CLOSE = 4
"""Tokens behind "daughter" within which her name comes."""


def _may_be(name: Name, who: Referent) -> bool:
    """False for "Mrs Orlov" and a man, and for "President Orlov" and a woman without an office named after him.

    Rulers go by their given names: "King Hussein" is not Saddam Hussein.
    """
    title, person = title_gender(name.title), lexicon.gender_of_given(who.full[0])
    if len(name.key) == 1 < len(who.full) and who.full[-1] == name.key[0] and _is_royal(name):
        return all(_is_royal(other) for other in who.names if len(other.key) > 1)
    if name.title and title is None and person == "f" and name.start < who.first:
        return any(other.title for other in who.names)
    return title is None or person is None or title == person


def _is_royal(name: Name) -> bool:
    return not lexicon.ROYAL.isdisjoint(name.title.lower().split())


def by_sex(names: list[Name]) -> list[list[Name]]:
    """Mentions of one surname, apart where titles tell a man and a woman: Mr Harlow and Mrs Harlow.

    One without such a title goes with the one before it.
    """
    last: Gender | None = next((sex for name in names if (sex := title_gender(name.title))), None)
    groups: dict[Gender | None, list[Name]] = {}
    for name in names:
        last = title_gender(name.title) or last
        groups.setdefault(last, []).append(name)
    return list(groups.values())
