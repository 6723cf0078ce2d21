"""What "it", "its" and "they" mean, where one reading stands out.

A pronoun takes up the subject that governs it, else the centre of the sentence before (Grosz, Joshi
and Weinstein 1995). Things without a name compete; where one stands nearer, the pronoun stays alone. As
objects "it" and "them" mean the matter more often than a name ("pleased to do it"), so they stay alone too.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.agents import SUBJECTS, acts, is_body, is_expletive, is_human
from briefing.nlp.names.referents import Referent
from briefing.nlp.names.scene import DEPTH, Scene

Answer = tuple[str, Referent | None]

NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "their", "theirs", "them", "themselves"})
_NOBODY: Answer = ("", None)
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SAYING = lexicon.SPEECH | frozenset({"plan", "agree", "decide", "deny", "fear", "hope", "know", "learn"})


class Neuters:
    """Resolves neuter and plural pronouns in the order of the text; each answer is an antecedent for the next.

    Args:
        scene: The text; its ``at`` takes the answers.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._centres: dict[tuple[int, bool], Referent | None] = {}

    def resolve(self, token: Token) -> Answer:
        """The rule and the name meant, or no name where no reading stands out."""
        if token.lower_ in PLURAL:
            rule, who = self._plural(token)
        else:
            rule, who = self._singular(token)
        if who is not None:
            self._scene.at[token.i] = who
        return rule, who

    def _singular(self, token: Token) -> Answer:
        if token.lower_ == "it" and (token.dep_ not in SUBJECTS or is_expletive(token)):
            return _NOBODY
        active = acts(token)
        for subject in self._subjects_before(token):
            kind, who = self._read(subject)
            if kind == "passed over" or (active and who is None and not _may_act(subject)):
                continue
            if who is None or not fits_singular(who, subject) or (reports(who) and _tells(subject)):
                return _NOBODY
            if self._has_rival(token, subject, who):
                return _NOBODY
            return "pronoun under its subject", who
        if self._scene.quoted[token.i] or token.lower_ == "itself":
            return _NOBODY
        ahead = self._ahead(token)
        if self._stands_first(token):
            who = self._centre(token)
            if who is not None and (ahead is None or ahead is who):
                return "pronoun after its subject", who
            if who is None and ahead is not None:
                return "pronoun before its name", ahead
        return _NOBODY

    def _subjects_before(self, token: Token) -> Iterator[Token]:
        """Subjects that govern the pronoun, innermost first, then those of what was said: "X goes, its head said"."""
        yield from self._scene.governors(token)
        for verb in itertools.islice(token.ancestors, DEPTH):
            for child in verb.lefts:
                if child.dep_ in ("ccomp", "advcl", "parataxis") and not child.is_ancestor(token) and child.i < token.i:
                    yield from (sub for sub in child.lefts if sub.dep_ in SUBJECTS)

    def _read(self, subject: Token) -> tuple[str, Referent | None]:
        """What a subject is to "it": a name, something else that it may mean, or passed over."""
        scene = self._scene
        if subject.head.dep_ == "relcl" and (subject.tag_ in ("WDT", "WP") or subject.lower_ == "that"):
            subject = subject.head.head
        who = scene.at.get(subject.i)
        if who is not None:
            return ("passed over", None) if who.label in ("PERSON", "NORP") else ("name", who)
        if subject.lower_ in ("this", "that"):
            return "thing", None
        if subject.lower_ == "it":
            return ("passed over", None) if is_expletive(subject) else ("thing", None)
        if subject.pos_ == "PRON" or subject.tag_ in _PLURAL_TAGS or is_human(subject) or _joined(subject):
            return "passed over", None
        return "thing", None

    def _has_rival(self, token: Token, subject: Token, who: Referent) -> bool:
        """True where something between subject and "it" may be meant: "the state backed the plan because it ..."."""
        if token.lower_ != "it":
            return self._is_apart(token, subject, who)
        verb = token.head
        if verb.dep_ == "ccomp" and verb.head == subject.head and token.dep_ == "nsubj":
            return False
        if verb.dep_ == "ccomp" and verb.head == subject.head and subject.head.lemma_ in _SAYING:
            return False
        if acts(token) and who.label in ("ORG", "GPE"):
            return False
        if verb.dep_ == "conj" and verb.head == subject.head:
            return False
        return any(self._is_thing(place) for place in self._between(subject, token))

    def _is_apart(self, token: Token, subject: Token, who: Referent) -> bool:
        """True for an "its" further in, with another of the kind between: "China blamed Japan, saying its fleet"."""
        verb = next((up for up in itertools.islice(token.ancestors, DEPTH) if up.pos_ in ("VERB", "AUX")), None)
        if verb is None or verb == subject.head:
            return False
        if token.lower_ == "itself":
            return True
        others = (self._scene.at.get(noun.i) for noun in self._between(subject, token))
        return any(other is not None and other is not who and other.label == who.label for other in others)

    def _is_thing(self, noun: Token) -> bool:
        who = self._scene.at.get(noun.i)
        if who is not None:
            return who.label not in ("PERSON", "NORP")
        return noun.tag_ == "NN" and not is_human(noun) and noun.ent_type_ not in ("DATE", "TIME")

    def _between(self, subject: Token, token: Token) -> Iterator[Token]:
        end = subject.right_edge.i if subject.right_edge.i < token.i else subject.i
        for noun in self._scene.doc[end + 1 : token.i]:
            if noun.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "attr") and noun.pos_ in ("NOUN", "PROPN"):
                yield noun

    def _stands_first(self, token: Token) -> bool:
        """True where nothing that "it" may mean stands before it in its sentence."""
        start = self._scene.starts[self._scene.sentence[token.i]]
        for noun in self._scene.doc[start : token.i]:
            if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("compound", "npadvmod", "nmod"):
                continue
            if noun != token.head and self._is_thing(noun) and not noun.is_ancestor(token):
                return False
        return True

    def _ahead(self, token: Token) -> Referent | None:
        """The name of the subject that a fronted phrase belongs to: "In its statement, Corvane said"."""
        subject = self._scene.fronted(token)
        who = None if subject is None else self._scene.at.get(subject.i)
        return who if subject is not None and who is not None and fits_singular(who, subject) else None

    def _centre(self, token: Token) -> Referent | None:
        """The name that the sentence before is about; None where something else may be."""
        number, active = self._scene.sentence[token.i], acts(token)
        if number == 0 or self._scene.is_endless(number - 1):
            return None
        if (number, active) not in self._centres:
            self._centres[number, active] = self._centre_of(number - 1, active)
        return self._centres[number, active]

    def _centre_of(self, number: int, active: bool) -> Referent | None:
        """The one name among a sentence's subjects; ``active`` where only a body or state can be meant."""
        scene = self._scene
        sent = scene.doc[scene.starts[number] : scene.starts[number + 1]]
        if scene.quoted[sent.start] and scene.quoted[sent.end - 2]:
            return None
        found: Referent | None = None
        root = sent.root
        for subject in sorted((t for t in sent if t.dep_ in SUBJECTS), key=lambda t: (t.head != root, t.i)):
            kind, who = self._read(subject)
            if kind == "passed over" or (active and who is None and not _may_act(subject)):
                continue
            if who is None or not fits_singular(who, subject) or (found is not None and who is not found):
                return None
            if active and who.label not in ("ORG", "GPE"):
                continue
            if subject.head.lemma_ in lexicon.SPEECH and (reports(who) or subject.i > sent.start + len(sent) // 2):
                return None
            found = who
            if active and subject.head == root:
                break
        return found

    def _plural(self, token: Token) -> Answer:
        """They, for a team, a body or a people that governs them with no other plural between."""
        subject = next(self._scene.governors(token), None)
        who = None if subject is None else self._scene.at.get(subject.i)
        if subject is None or who is None or not fits_plural(who, subject):
            return _NOBODY
        verb = token.head.head if token.dep_ == "poss" else token.head
        told = verb.dep_ == "ccomp" and verb.head == subject.head and subject.head.lemma_ in _SAYING
        if token.lower_ in ("they", "them") and not (token.dep_ in SUBJECTS and told):
            return _NOBODY
        if any(noun.tag_ in _PLURAL_TAGS or _joined(noun) for noun in self._between(subject, token)):
            return _NOBODY
        return "pronoun under its subject", who


def _may_act(subject: Token) -> bool:
    return is_body(subject) or subject.lower_ == "it"


def reports(who: Referent) -> bool:
    """True for the press, which reports on others more than on itself."""
    return who.has(lambda form: form in lexicon.agencies() or form[-1] in lexicon.PRESS)


def fits_singular(who: Referent, subject: Token) -> bool:
    """True for a name that "it" may mean."""
    return who.label not in ("PERSON", "NORP") and not _joined(subject)


def fits_plural(who: Referent, subject: Token) -> bool:
    """True for a name that "they" may mean."""
    plural = subject.text.endswith("s") or subject.head.tag_ == "VBP"
    return who.label in ("ORG", "NORP") and plural and not _joined(subject)


def _joined(noun: Token) -> bool:
    return any(child.dep_ == "conj" for child in noun.children)


def _tells(subject: Token) -> bool:
    return subject.head.lemma_ in lexicon.SPEECH
