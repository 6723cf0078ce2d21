"""Pronouns: what "he", "she", "it", "they" and "who" mean, each by its own rules, in the order of the text."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import MentionForm
from briefing.nlp.names.neuters import NEUTER, PLURAL, Neuters
from briefing.nlp.names.persons import PERSONAL, People
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.scene import Scene

Reference = tuple[int, int, Referent, MentionForm, str]

RELATIVE = frozenset({"who", "whom", "whose", "which"})

_ALL = PERSONAL.keys() | NEUTER | PLURAL | RELATIVE
_OR = frozenset({"or", "/", "and/or"})


def pronouns(doc: Doc, referents: list[Referent], others: list[Reference]) -> list[Reference]:
    """Mentions by pronoun."""
    scene = Scene(doc, referents, [row[:3] for row in others])
    people, neuters = People(scene), Neuters(scene)
    found: list[Reference] = []
    for i in [i for i, text in enumerate(scene.texts) if text.lower() in _ALL]:
        token = doc[i]
        word = token.lower_
        if i in scene.at or token.pos_ not in ("PRON", "DET") or not token.is_alpha or _is_nobody(i, scene.texts):
            continue
        rule, who = "", None
        if scene.is_endless(scene.sentence[token.i]):
            continue
        if word in PERSONAL:
            rule, who = people.resolve(token)
        elif word in RELATIVE:
            rule, who = _relative(token, scene)
            if who is not None and word != "which":
                scene.at[i] = who
        elif word in NEUTER or word in PLURAL:
            rule, who = neuters.resolve(token)
        if who is not None:
            found.append((token.i, token.i + 1, who, "pronoun", rule))
    return found


def _is_nobody(i: int, texts: list[str]) -> bool:
    """True for "he or she" of anybody, and for a word cut off: "living in he'll because"."""
    around = [text.lower() for text in texts[max(0, i - 2) : i + 3]]
    at = min(i, 2)
    if around[at] in PERSONAL:
        after, before = around[at + 1 : at + 3], around[max(0, at - 2) : at][::-1]
        for near in (after, before):
            if (
                len(near) == 2
                and near[0] in _OR
                and PERSONAL.get(near[1], PERSONAL[around[at]]) != PERSONAL[around[at]]
            ):
                return True
    return False


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
