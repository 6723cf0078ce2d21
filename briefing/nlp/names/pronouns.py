"""Pronouns: whom "he", "she", "its" and "who" mean, where one reading stands out.

Salience after Lappin and Leass (1994) in small: nearness, grammatical part, governing verbs of speech, gender and
number. People without a name compete; when one of them wins, or nobody wins clearly, the pronoun stays alone.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from briefing.model import MentionForm
from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import SUBJECTS
from briefing.nlp.names.lexicon import Gender
from briefing.nlp.names.neuters import NEUTER, PLURAL, Neuters
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.scene import DEPTH, Place, Scene, Stranger, is_subject

Reference = tuple[int, int, Referent, MentionForm, str]

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
RELATIVE = frozenset({"who", "whom", "whose", "which"})

_ALL = PERSONAL.keys() | NEUTER | PLURAL | RELATIVE
_UNNAMED = frozenset({"NN", "NNS", "PRP", "DT", "CD", "JJ"})

REACH = 3
"""Sentences back in which an antecedent is looked for."""
BY_DISTANCE = (3.0, 2.2, 1.0, 0.4)
SUBJECT, OBJECT, GOVERNOR, GENDER, AGAIN, SPEAKER, QUOTED, PARAGRAPH = 1.0, 0.3, 2.5, 0.6, 0.3, 1.5, 1.5, 0.5
"""What speaks for an antecedent: its part in the sentence, governing the pronoun's clause, known gender, being named
again; who spoke last is who "he said" means; the same paragraph; and against it, standing in a quotation alone."""
LEAST, MARGIN, APART, CLEAR = 2.0, 0.6, 1.5, 1.2
"""The best must have this much, and be better than the next by this much; by more inside a
quotation, whose speaker sees others than the reporter does, and to tell a person's sex."""


@dataclass(slots=True)
class _Rival:
    who: Referent | Stranger
    score: float
    mentions: int


def pronouns(doc: Doc, referents: list[Referent], others: list[Reference]) -> list[Reference]:
    """Mentions by pronoun."""
    scene = Scene(doc, referents, [row[:3] for row in others])
    people, neuters = _People(scene), Neuters(scene)
    found: list[Reference] = []
    for i in [i for i, text in enumerate(scene.texts) if text.lower() in _ALL]:
        token = doc[i]
        word = token.lower_
        if i in scene.at or token.pos_ not in ("PRON", "DET") or not token.is_alpha:
            continue
        rule, who = "", None
        if scene.is_endless(scene.sentence[token.i]):
            continue
        if word in PERSONAL:
            rule, who = people.resolve(token)
        elif word in RELATIVE:
            rule, who = _relative(token, scene)
        elif word in NEUTER or word in PLURAL:
            rule, who = neuters.resolve(token)
        if who is not None:
            found.append((token.i, token.i + 1, who, "pronoun", rule))
    return found


class _People:
    """Resolves he and she in the order of the text; each answer is an antecedent for the next."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._places = [place for place in scene.places if _human(place.who)]
        self._next = 0
        self._recent: list[Place] = []

    def resolve(self, token: Token) -> tuple[str, Referent | None]:
        """The rule and the person meant, or None where no reading stands out."""
        self._advance(token)
        gender = PERSONAL[token.lower_]
        quoted = self._scene.quoted[token.i] and not self._is_woven_in(token)
        ruled = [one for one in self._scene.governors(token) if not quoted or self._scene.quoted[one.i]]
        if _of_somebody(ruled, self._scene):
            return "", None
        rivals: dict[int, _Rival] = {}
        speakers = {id(place.who) for place in self._recent if self._speaks(place, token)} if quoted else set()
        for place in self._recent:
            if id(place.who) in speakers or not self._possible(token, place, gender):
                continue
            score = self._score(token, place, gender, ruled)
            known = rivals.setdefault(id(place.who), _Rival(place.who, score, 0))
            known.score, known.mentions = max(known.score, score), known.mentions + 1
        self._add_fronted(token, gender, rivals)
        for rival in rivals.values():
            rival.score += AGAIN if rival.mentions > 1 else 0.0
        ranked = sorted(rivals.values(), key=lambda rival: -rival.score)
        if not ranked or ranked[0].score < LEAST:
            return "", None
        if len(ranked) > 1 and ranked[0].score - ranked[1].score < (APART if quoted else MARGIN):
            return "", None
        best = ranked[0]
        self._recent.append(Place(token, best.who))
        if isinstance(best.who, Stranger):
            return "", None
        self._scene.at[token.i] = best.who
        if len(ranked) < 2 or best.score - ranked[1].score > CLEAR:
            best.who.gender = gender
        governed = any(self._scene.at.get(subject.i) is best.who for subject in ruled)
        return ("pronoun under its subject" if governed else "pronoun, nearest fitting person"), best.who

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
        if token.dep_ in ("dobj", "dative", "pobj") and mention.dep_ in SUBJECTS:
            verb = token.head if token.dep_ != "pobj" else token.head.head
            if mention.head == verb:
                return False
        if token.dep_ in SUBJECTS and mention.head == token.head and mention.i < token.i and mention.dep_ != "nsubj":
            return False
        return not (_speaks(token) and _is_content(mention, token.head))

    def _is_woven_in(self, token: Token) -> bool:
        """True inside a quotation that goes on with the reporter's own clause: "said that 'he will' go"."""
        quoted = self._scene.quoted
        for verb in itertools.islice(token.ancestors, DEPTH):
            if any(child.dep_ == "mark" and not quoted[child.i] for child in verb.lefts):
                return True
        return False

    def _speaks(self, place: Place, token: Token) -> bool:
        """True where the mention is the speaker of the quotation that the pronoun is in, beside it or just before."""
        mention, scene = place.token, self._scene
        near = scene.paragraph[mention.i] == scene.paragraph[token.i]
        near = near and scene.sentence[token.i] - scene.sentence[mention.i] < 2
        return near and is_subject(mention) and mention.head.lemma_ in lexicon.SPEECH and not scene.quoted[mention.i]

    def _quotes(self, token: Token) -> bool:
        """True where part of the pronoun's sentence is a quotation."""
        sent = token.sent
        return (
            self._scene.quoted[sent.start]
            or self._scene.quoted[sent.end - 1]
            or self._scene.quoted[max(0, token.i - 3)]
        )

    def _score(self, token: Token, place: Place, gender: Gender, ruled: list[Token]) -> float:
        mention, scene = place.token, self._scene
        score = BY_DISTANCE[min(scene.distance(mention, token), REACH)]
        if is_subject(mention):
            score += SUBJECT
        elif mention.dep_ in ("dobj", "agent", "dative"):
            score += OBJECT
        if ruled and any(
            subject == mention
            or (mention.dep_ == "appos" and mention.head == subject)
            or scene.at.get(subject.i, 0) is place.who
            for subject in ruled[:2]
        ):
            score += GOVERNOR
        if place.who.gender == gender:
            score += GENDER
        if scene.paragraph[mention.i] == scene.paragraph[token.i]:
            score += PARAGRAPH
        if isinstance(place.who, Referent):
            score += min(0.6, 0.1 * len(place.who.names))
        if _speaks(token) and _speaks(mention) and not scene.quoted[mention.i]:
            quotes = self._quotes(token)
            score += SPEAKER if quotes else SPEAKER / 2 if scene.distance(mention, token) < 2 else 0.0
        if scene.quoted[mention.i] and not scene.quoted[token.i]:
            score -= QUOTED
        return score


def _of_somebody(ruled: list[Token], scene: Scene) -> bool:
    """True under a relative clause of somebody unnamed: "an architect who said he was cheated"."""
    for subject in ruled:
        if subject.i in scene.at:
            return False
        if subject.lower_ in ("who", "that") and subject.head.dep_ == "relcl":
            return subject.head.head.i not in scene.at and subject.head.head.tag_ in _UNNAMED
    return False


def _is_content(mention: Token, verb: Token) -> bool:
    """True for a mention in what is said: "Orlov fits that bill, he added" is not about himself."""
    if mention.sent.start != verb.sent.start or any(token.text == ":" for token in verb.doc[mention.i : verb.i]):
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


def _human(who: Referent | Stranger) -> bool:
    return who.human if isinstance(who, Stranger) else who.label == "PERSON"


def _relative(token: Token, scene: Scene) -> tuple[str, Referent | None]:
    """The name that a relative clause hangs on."""
    for verb in token.ancestors:
        if verb.dep_ == "relcl":
            who = scene.at.get(verb.head.i)
            if who is None or (token.lower_ == "which") == (who.label == "PERSON"):
                return "", None
            if token.lower_ != "which" and who.label != "PERSON":
                return "", None
            if token.nbor(-1).lower_ == "of" and (verb.head.dep_ == "conj" or verb.head.conjuncts):
                return "", None
            return "relative clause", who
        if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ not in ("dobj", "pobj", "nsubj", "nsubjpass", "attr"):
            break
    return "", None
