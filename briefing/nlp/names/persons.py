"""Whom "he" and "she" mean, where one reading stands out.

Salience after Lappin and Leass (1994) in small: nearness, grammatical part, governing verbs of speech, gender and
number. People without a name compete; when one of them wins, or nobody wins clearly, the pronoun stays alone.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from spacy.tokens import Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import SUBJECTS
from briefing.nlp.names.governing import acting, contested, governing, is_inverted, speakers
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.scene import DEPTH, Place, Scene, Stranger, is_subject

PERSONAL: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}

_AT_OTHERS = frozenset({"against", "at", "for", "to"})
"""Prepositions after which "him" is not who acts: "vote for him", but "took it with him"."""
_ANYBODY = frozenset({"anybody", "anyone", "each", "everybody", "everyone", "nobody", "somebody", "someone", "whoever"})
_STOPS = frozenset({":", ";"})
_UNNAMED = frozenset({"NN", "NNS", "PRP", "DT", "CD", "JJ"})

_AHEAD = 2
"""Sentences on in which the name of whom a report opens on is told."""
REACH = 3
"""Sentences back in which an antecedent is looked for."""
BY_DISTANCE = (3.0, 2.2, 1.0, 0.4)
SUBJECT, OBJECT, GOVERNOR, FURTHER, GENDER, AGAIN = 1.0, 0.3, 2.5, 1.0, 0.6, 0.3
SPEAKER, QUOTED, PARAGRAPH = 1.5, 1.5, 0.5
"""What speaks for an antecedent: its part in the sentence, being the nearest that governs the pronoun's clause or
one further out, known gender, being named again; who spoke last is who "he said" means; the same paragraph; and
against it, standing in a quotation alone."""
LEAST, MARGIN, APART, CLEAR = 2.0, 0.6, 1.5, 1.2
"""The best must have this much, and be better than the next by this much; by more inside a
quotation, whose speaker sees others than the reporter does, and to tell a person's sex."""


@dataclass(slots=True)
class _Rival:
    who: Referent | Stranger
    score: float
    mentions: int
    last: int = 0


class People:
    """Resolves he and she in the order of the text; each answer is an antecedent for the next."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._places = [place for place in scene.places if _human(place.who)]
        self._next = 0
        self._recent: list[Place] = []
        self._open: dict[Gender, int] = {}
        self._called: set[int] = set()
        self._named = {id(place.who): place.who for place in self._places if isinstance(place.who, Referent)}

    def resolve(self, token: Token) -> tuple[str, Referent | None]:
        """The rule and the person meant, or None where no reading stands out."""
        self._advance(token)
        gender = PERSONAL[token.lower_]
        best, clear, governed = self._best(token, gender)
        if best is None and (ahead := self._ahead(token, gender)) is not None:
            self._scene.at[token.i] = ahead
            self._recent.append(Place(token, ahead))
            return "pronoun before its name", ahead
        if best is None or self._is_open(best, gender):
            only = self._only_one(token, gender) if best is None else None
            if only is not None:
                self._scene.at[token.i] = only
                self._recent.append(Place(token, only))
                only.gender = gender
                return "pronoun, only person named", only
            self._open[gender] = token.i
            return "", None
        self._called.add(id(best.who))
        self._recent.append(Place(token, best.who))
        if isinstance(best.who, Stranger):
            return "", None
        self._scene.at[token.i] = best.who
        if clear:
            best.who.gender = gender
        return ("pronoun under its subject" if governed else "pronoun, nearest fitting person"), best.who

    def _best(self, token: Token, gender: Gender) -> tuple[_Rival | None, bool, bool]:
        """The one who stands out, if one does; whether far enough to tell the sex; whether as governor."""
        quoted = self._scene.quoted[token.i] and not self._is_woven_in(token)
        ruled = [one for one in governing(token) if not quoted or self._scene.quoted[one.i]]
        if _of_somebody(token, ruled, self._scene) or self._under_open(ruled, gender):
            return None, False, False
        rivals = self._rivals(token, gender, quoted, ruled)
        self._add_fronted(token, gender, rivals)
        for rival in rivals.values():
            rival.score += AGAIN if rival.mentions > 1 else 0.0
        ranked = sorted(rivals.values(), key=lambda rival: -rival.score)
        if not ranked or ranked[0].score < LEAST:
            return None, False, False
        ahead = ranked[0].score - ranked[1].score if len(ranked) > 1 else LEAST
        if ahead < (APART if quoted else MARGIN):
            return None, False, False
        other = contested(token)
        if other is not None and any(r.who is not ranked[0].who and r.last == other.i for r in ranked):
            return None, False, False
        return ranked[0], ahead > CLEAR, any(self._scene.at.get(subject.i) is ranked[0].who for subject in ruled)

    def _ahead(self, token: Token, gender: Gender) -> Referent | None:
        """The person that a report opens on without the name, told in the next sentence: "He was never late. Berg"."""
        scene = self._scene
        if self._next or not is_subject(token) or scene.quoted[token.i] or not self._places:
            return None
        first, here = self._places[0], scene.sentence[token.i]
        if isinstance(first.who, Stranger) or not 0 < scene.sentence[first.token.i] - here <= _AHEAD:
            return None
        alone = all(
            place.who is first.who or isinstance(place.who, Stranger)
            for place in itertools.takewhile(
                lambda place: scene.sentence[place.token.i] == scene.sentence[first.token.i], self._places
            )
        )
        leads = is_subject(first.token) or is_subject(first.token.head)
        fits = first.who.gender in (None, gender) and not scene.quoted[first.token.i]
        return first.who if alone and leads and fits else None

    def _only_one(self, token: Token, gender: Gender) -> Referent | None:
        """The one person of the article, whose given name alone made us think of the other sex: "Andrea … he"."""
        near = [place.who for place in self._recent]
        if len(self._named) != 1 or not near or any(isinstance(who, Stranger) for who in near):
            return None
        only = next(iter(self._named.values()))
        guessed = only.gender not in (None, gender) and id(only) not in self._called and not _shows_sex(only)
        return only if guessed and is_subject(token) and not self._scene.quoted[token.i] else None

    def _rivals(self, token: Token, gender: Gender, quoted: bool, ruled: list[Token]) -> dict[int, _Rival]:
        """Everybody near who may be meant, and what speaks for them."""
        scene = self._scene
        barred = self._barred(token) if quoted else set()
        if _is_done_to(token):
            barred.update(id(scene.at[one.i]) for one in acting(token) if one.i in scene.at)
        fitting = [p for p in self._recent if id(p.who) not in barred and self._possible(token, p, gender)]
        governors = _governors(fitting, ruled, scene)
        rivals: dict[int, _Rival] = {}
        for place in fitting:
            score = self._score(token, place, gender, governors)
            known = rivals.setdefault(id(place.who), _Rival(place.who, score, 0))
            known.score, known.mentions, known.last = max(known.score, score), known.mentions + 1, place.token.i
        return rivals

    def _barred(self, token: Token) -> set[int]:
        """Those whose own direct words the pronoun is in: no third person for themselves."""
        scene = self._scene
        last = next((place for place in reversed(self._recent) if self._speaks(place, token)), None)
        barred = set() if last is None else {id(last.who)}
        barred.update(id(scene.at[one.i]) for one in speakers(token, scene.quoted) if one.i in scene.at)
        return barred

    def _under_open(self, ruled: list[Token], gender: Gender) -> bool:
        """True under a "he" that stays alone: "he said his"."""
        nearest = next((one for one in ruled[:2] if PERSONAL.get(one.lower_) == gender), None)
        return nearest is not None and nearest.i not in self._scene.at

    def _is_open(self, best: _Rival, gender: Gender) -> bool:
        """True for somebody of unknown sex not mentioned since a "she" that stays alone: that one may go on."""
        return best.who.gender is None and self._open.get(gender, -1) > best.last

    def _add_fronted(self, token: Token, gender: Gender, rivals: dict[int, _Rival]) -> None:
        """Let the subject to come compete: "Since his fall, Orlov has lived abroad"."""
        subject = self._scene.fronted(token)
        who = None if subject is None else self._scene.at.get(subject.i)
        if who is None or who.label != "PERSON" or who.gender not in (None, gender) or self._scene.quoted[token.i]:
            return
        score = BY_DISTANCE[0] + SUBJECT + (GOVERNOR if token.dep_ == "poss" else SPEAKER)
        known = rivals.setdefault(id(who), _Rival(who, score, 1))
        known.score = max(known.score, score)

    def _advance(self, token: Token) -> None:
        """Bring the window up to the pronoun: mentions before it, at most a few sentences back."""
        while self._next < len(self._places) and self._places[self._next].token.i < token.i:
            self._recent.append(self._places[self._next])
            self._next += 1
        here, told = self._scene.sentence[token.i], self._scene.narration[token.i]
        self._recent = [
            place
            for place in self._recent
            if min(here - self._scene.sentence[place.token.i], told - self._scene.narration[place.token.i]) <= REACH
        ]

    def _possible(self, token: Token, place: Place, gender: Gender) -> bool:
        if place.who.gender not in (None, gender):
            return False
        mention = place.token
        if token.lower_ in ("himself", "herself"):
            return True
        if token.dep_ in ("dobj", "dative", "pobj") and any(mention == one for one in acting(token)):
            return False
        if token.dep_ in SUBJECTS and mention.head == token.head and mention.i < token.i and mention.dep_ != "nsubj":
            return False
        return not (_speaks(token) and _is_content(mention, token.head))

    def _is_woven_in(self, token: Token) -> bool:
        """True inside a quotation that goes on with the reporter's own clause: "said that 'he will' go"."""
        quoted = self._scene.quoted
        verbs = [up for up in itertools.islice(token.ancestors, DEPTH) if up.pos_ in ("VERB", "AUX")]
        for depth, verb in enumerate(verbs):
            if any(child.dep_ == "mark" and not quoted[child.i] for child in verb.lefts):
                return depth == 0 or not any(child.dep_ in SUBJECTS and quoted[child.i] for child in verb.lefts)
        return False

    def _speaks(self, place: Place, token: Token) -> bool:
        """True where the mention is the speaker of the quotation that the pronoun is in, beside it or just before."""
        mention, scene = place.token, self._scene
        near = scene.paragraph[mention.i] == scene.paragraph[token.i]
        near = (
            near
            and min(
                scene.sentence[token.i] - scene.sentence[mention.i],
                scene.narration[token.i] - scene.narration[mention.i],
            )
            < 2
        )
        return near and is_subject(mention) and mention.head.lemma_ in lexicon.SPEECH and not scene.quoted[mention.i]

    def _quotes(self, token: Token) -> bool:
        """True where part of the pronoun's sentence is a quotation."""
        sent = token.sent
        return (
            self._scene.quoted[sent.start]
            or self._scene.quoted[sent.end - 1]
            or self._scene.quoted[max(0, token.i - 3)]
        )

    def _score(self, token: Token, place: Place, gender: Gender, governors: list[int]) -> float:
        mention, scene = place.token, self._scene
        score = BY_DISTANCE[min(scene.distance(mention, token), REACH)]
        if is_subject(mention) or is_inverted(mention):
            score += SUBJECT
        elif mention.dep_ in ("dobj", "agent", "dative"):
            score += OBJECT
        rank = governors.index(id(place.who)) if id(place.who) in governors else -1
        score += GOVERNOR if rank == 0 else FURTHER if rank > 0 else 0.0
        if place.who.gender == gender:
            score += GENDER
        if scene.paragraph[mention.i] == scene.paragraph[token.i]:
            score += PARAGRAPH
        if isinstance(place.who, Referent):
            score += min(0.6, 0.1 * len(place.who.names))
        if rank < 1 and _speaks(token) and _speaks(mention) and not scene.quoted[mention.i]:
            quotes = self._quotes(token)
            score += SPEAKER if quotes else SPEAKER / 2 if scene.distance(mention, token) < 2 else 0.0
        if (scene.quoted[mention.i] and not scene.quoted[token.i]) or (_speaks(token) and _asked_about(mention)):
            score -= QUOTED
        return score


def _governors(fitting: list[Place], ruled: list[Token], scene: Scene) -> list[int]:
    """Those who govern the pronoun's clauses and may be meant, the nearest first."""
    by_token: dict[int, Referent | Stranger] = {}
    for place in fitting:
        by_token[place.token.i] = place.who
        if place.token.dep_ == "appos":
            by_token.setdefault(place.token.head.i, place.who)
    known = {id(place.who) for place in fitting}
    found: list[int] = []
    for subject in ruled:
        who = id(by_token.get(subject.i) or scene.at.get(subject.i))
        if who in known and who not in found:
            found.append(who)
    return found


def _of_somebody(token: Token, ruled: list[Token], scene: Scene) -> bool:
    """True under somebody unnamed: "an architect who said he was cheated", "anyone who lost his home"."""
    for subject in ruled:
        if subject.i in scene.at:
            return False
        whoever = subject.dep_ == "csubj" and subject.left_edge.lower_ in _ANYBODY
        if (whoever or subject.lower_ in _ANYBODY) and (token.dep_ in SUBJECTS or token.dep_ == "poss"):
            return True
        if subject.is_ancestor(token):
            return subject.tag_ in _UNNAMED
    return False


def _is_done_to(token: Token) -> bool:
    """True for "him" that is somebody else than who acts."""
    if token.lower_ in ("himself", "herself"):
        return False
    return token.dep_ in ("dobj", "dative") or (token.dep_ == "pobj" and token.head.lower_ in _AT_OTHERS)


def _is_content(mention: Token, verb: Token) -> bool:
    """True for a mention in what is said: "Orlov fits that bill, he added" is not about himself."""
    if mention.sent.start != verb.sent.start or any(token.text in _STOPS for token in verb.doc[mention.i : verb.i]):
        return False
    inner = mention
    for outer in mention.ancestors:
        if outer == verb:
            return bool(inner.dep_ == "ccomp")
        inner = outer
    return verb.dep_ in ("parataxis", "ccomp") and verb.head.is_ancestor(mention) and mention.i < verb.i


def _speaks(token: Token) -> bool:
    """True for the subject of a verb of speech."""
    return is_subject(token) and token.head.lemma_ in lexicon.SPEECH


def _asked_about(mention: Token) -> bool:
    """True for a person of the question in "Asked whether Berg would come, Holt shrugged": it is Holt who answers."""
    return any(
        verb.tag_ == "VBN" and verb.dep_ == "advcl" and verb.lower_ == "asked" and verb.i < mention.i < verb.head.i
        for verb in itertools.islice(mention.ancestors, DEPTH)
    )


def _shows_sex(who: Referent) -> bool:
    """True where a title or a role tells the sex, more than a given name can."""
    told = {word.lower().rstrip(".") for name in who.names for word in name.title.split()}
    told |= {word.lower() for role in who.roles for word in role.split()}
    return bool(told & (lexicon.MEN_TITLES | lexicon.WOMEN_TITLES | lexicon.MEN_ROLES | lexicon.WOMEN_ROLES))


def _human(who: Referent | Stranger) -> bool:
    return who.human if isinstance(who, Stranger) else who.label == "PERSON"
