"""What stands beside a word and changes its status: negation, auxiliaries, adverbs, conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from briefing.model import Status
from briefing.nlp.status.lexicon import StatusLexicon

_SELDOM = frozenset({"punct", "aux", "auxpass", "ccomp", "xcomp", "advcl", "conj", "mark"})
"""Dependents that never hold an operator themselves."""
_LIKELY = frozenset({"likely", "probable", "likeliest"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl"})


class Operator(NamedTuple):
    """A status and the rule that gives it."""

    status: Status
    rule: str


Operators = frozenset[Operator]
NONE: Operators = frozenset()
DEEPEST = 12
"""Governors above one another that are followed."""


def operator_of(status: Status | None, rule: str) -> Operators:
    """The one operator, or none where there is no status."""
    return frozenset({Operator(status, rule)}) if status else NONE


def is_unsettled(operators: Operators) -> bool:
    """True for what is planned, hedged or hangs on a condition."""
    return any(operator.status in {"planned", "conditional", "hedged"} for operator in operators)


def is_negated(operators: Operators) -> bool:
    """True where one of the operators negates."""
    return any(operator.status == "negated" for operator in operators)


def own_operators(word: Token, children: Sequence[Token], cues: StatusLexicon) -> Iterator[Operator]:
    """Operators among the ``children`` of a verb or noun."""
    if word.pos_ in {"NOUN", "PROPN"}:
        yield from _beside_noun(children, cues)
        before = word.nbor(-2 if word.i > 1 and word.nbor(-1).is_quote else -1) if word.i > 0 else word
        if before.pos_ == "ADV" and cues.adverbs.get(before.lower_) == "hedged":
            yield Operator("hedged", "adverb")
        return
    opening = _opening(children)
    yield from _auxiliaries(children, opening, cues)
    for child in children:
        dep = child.dep_
        if dep in _SELDOM or child.i < opening:
            continue
        if dep == "neg" or (dep in {"advmod", "preconj", "cc"} and _negates(child, cues)):
            if _adds(child, cues) or (dep == "cc" and child.i > word.i):
                continue
            if child.lower_ == "barely" and word.lemma_.lower() in cues.scraping:
                continue
            yield Operator("negated", "negation")
        elif dep == "advmod" and child.i == word.i - 1 and child.lower_ in cues.almost:
            if word.lemma_.lower() not in cues.multiplying and word.lemma_ != "be":
                yield Operator("negated", "adverb-almost")
        elif dep in {"advmod", "acomp", "npadvmod"} and child.lower_ in cues.adverbs:
            yield Operator(cues.adverbs[child.lower_], "adverb")
        elif dep in _ARGUMENTS and _negative_phrase(child, cues):
            yield Operator("negated", "negative-phrase")
        elif dep == "prep":
            yield from _occasion(child, cues)
        elif dep == "acomp":
            yield from _adjective(child, cues)
    if word.lemma_ == "be":
        yield from _complement(word, cues)
    elif word.dep_ == "conj" and _joined_by_nor(word):
        yield Operator("negated", "nor")


def _opening(children: Sequence[Token]) -> int:
    """Where a verb's own clause opens: the "can't" of "wanted to, but can't because he is ill" is of another verb."""
    left_out = False
    for child in children:
        if child.dep_ == "mark":
            return child.i if left_out else 0
        left_out = left_out or child.dep_ in {"aux", "auxpass"}
    return 0


def gives_reason(verb: Token) -> bool:
    """True for a clause with a conjunction of its own, which a parse joins to the verb before: "but can't because"."""
    return any(
        child.dep_ == "mark" and child.lower_ in {"because", "since", "although", "though"} for child in verb.lefts
    )


def absent(clause: Token, noun: Token, cues: StatusLexicon) -> bool:
    """True for a clause that says more of what is said not to be there: "no law that bans it", "found nothing to sell".

    Not for one behind a comma ("there was no water, which angered people"), nor for what a noun says ("no sign that").
    """
    verb = noun.head
    if noun.dep_ not in {"attr", "dobj", "nsubj"} or verb.lemma_.lower() not in cues.lacking:
        return False
    if noun.dep_ == "nsubj" and verb.lemma_ != "exist":
        return False
    if verb.lemma_ == "be" and not any(child.dep_ == "expl" for child in verb.lefts):
        return False
    if noun.lemma_.lower() in cues.clause_nouns or noun.lemma_.lower() in cues.certain:
        return False
    if noun.doc[clause.left_edge.i - 1].text in {",", "-", "–", "—", "("}:
        return False
    if clause.dep_ == "relcl" and verb.lemma_ in {"find", "have"} and any(child.dep_ == "neg" for child in verb.lefts):
        return any(child.lower_ in {"a", "an", "any"} and child.dep_ == "det" for child in noun.lefts)
    return _negative_phrase(noun, cues)


def _occasion(preposition: Token, cues: StatusLexicon) -> Iterator[Operator]:
    """The status in "under no circumstances", "at no time", "in all likelihood"."""
    for noun in preposition.rights:
        if noun.dep_ != "pobj":
            continue
        first = noun.left_edge.lower_
        if first == "no" and {noun.lemma_.lower(), noun.lower_} & cues.occasions:
            yield Operator("negated", "on-no-occasion")
        elif first == "all" and noun.lemma_.lower() in cues.odds:
            yield Operator("hedged", "in-all-likelihood")


def _complement(copula: Token, cues: StatusLexicon) -> Iterator[Operator]:
    """The status in what is said to be: "was 'not true'", "are far from complete", "this is a lie"."""
    told = [child for child in copula.rights if child.dep_ in {"acomp", "attr"}]
    likely = (c for c in copula.lefts if c.dep_ == "nsubj" and any(w.lower_ in _LIKELY for w in c.lefts))
    if any(_is_open(noun, cues) for noun in (*told, *likely) if noun.dep_ in {"attr", "nsubj"}):
        yield Operator("hedged", "complement-adjective")
    refused = any(child.dep_ == "neg" for child in copula.children)
    for word in told:
        if any(child.dep_ == "neg" and not _adds(child, cues) for child in word.lefts):
            refused = True
            yield Operator("negated", "negation")
    for child in copula.rights:
        if child.lower_ == "out" and child.doc[child.i : child.i + 4].text.lower() == "out of the question":
            yield Operator("negated", "out-of-the-question")
        elif child.lower_ == "far" and any(further.lower_ == "from" for further in child.rights):
            yield Operator("negated", "far-from")
        elif child.lower_ == "without" and not refused:
            told.extend(noun for noun in child.rights if noun.lower_ in cues.denials)
    subject = next((child for child in copula.children if child.dep_ == "nsubj"), None)
    if subject is None or not is_claim(subject, cues):
        return
    if refused and any(word.lower_ in cues.untrue for word in told):
        yield Operator("denied", "not-true")
    elif not refused and any(word.lower_ in cues.false or word.dep_ == "pobj" for word in told):
        yield Operator("denied", "called-untrue")


def _is_open(noun: Token, cues: StatusLexicon) -> bool:
    """True for "the probable cause", "an apparent suicide"; not for "the only possible answer"."""
    told = [child for child in noun.lefts if child.dep_ == "amod" and cues.adjectives.get(child.lower_) == "hedged"]
    if not told or any(child.lower_ in cues.weighing for child in told):
        return False
    return not any(child.lower_ in {"only", "other", "every", "best", "worst", "no"} for child in noun.lefts)


def is_claim(noun: Token, cues: StatusLexicon) -> bool:
    """True for what others say, or a pronoun for it, where nothing tells what it is: "denied this", "all charges"."""
    if noun.lower_ in cues.pronouns:
        return True
    if noun.lemma_.lower() not in cues.hearsay:
        return False
    return not any(child.dep_ in {"acl", "relcl"} or child.lower_ in {"of", "that"} for child in noun.rights)


def _joined_by_nor(verb: Token) -> bool:
    """True for what follows "nor" with a subject of its own: "he is absent, nor has he sent a letter"."""
    joint = next((child for child in verb.head.rights if child.dep_ == "cc" and child.lower_ == "nor"), None)
    if joint is None or joint.i > verb.i:
        return False
    return any(child.dep_ in {"aux", "auxpass"} and child.i == joint.i + 1 for child in verb.lefts)


def _negates(child: Token, cues: StatusLexicon) -> bool:
    if child.lower_ == "longer" and child.i > 0:
        return bool(child.nbor(-1).lower_ == "no")
    return cues.adverbs.get(child.lower_) == "negated"


def asks(verb: Token, children: Sequence[Token]) -> bool:
    """True for the verb of a question that wants yes or no: "Did the minister know?"."""
    if verb.dep_ not in {"ROOT", "ccomp"} or not any(child.lower_ == "?" for child in children):
        return False
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    if subject is None and verb.pos_ != "AUX":
        return False
    if subject is None:
        subject = next((child for child in verb.rights if child.dep_ in {"nsubj", "expl"}), None)
        opening: Token | None = verb
    else:
        opening = next((child for child in verb.lefts if child.dep_ in {"aux", "auxpass"}), None)
    if subject is None or opening is None or opening.i > subject.left_edge.i:
        return False
    first = next(token for token in verb.doc[verb.left_edge.i : verb.i + 1] if token.is_alpha)
    return first == opening


def _adds(negation: Token, cues: StatusLexicon) -> bool:
    """True for "not only", "could not but accept", "whether or not": these do not negate."""
    doc, at = negation.doc, negation.i
    if at > 1 and doc[at - 1].lower_ == "or" and doc[at - 2].lower_ == "whether":
        return True
    return at + 1 < len(doc) and doc[at + 1].lower_ in cues.adding


def _auxiliaries(children: Sequence[Token], opening: int, cues: StatusLexicon) -> Iterator[Operator]:
    """Modal verbs, and "is to", "was to have"."""
    for child in children:
        if child.dep_ != "aux" or child.i < opening:
            continue
        status = cues.auxiliaries.get(child.lower_)
        if status is None or (child.lower_ == "'d" and child.lemma_ == "have"):
            continue
        if child.lower_ == "could" and any(c.dep_ == "mark" and c.lower_ == "before" for c in children):
            yield Operator("negated", "before-it-could")
            continue
        if child.lower_ == "could" and any(_is_negative(c, cues) for c in children):
            continue
        yield Operator(status, f"auxiliary-{child.lower_}")


def _is_negative(child: Token, cues: StatusLexicon) -> bool:
    """True for what makes "could" a failure: "could not walk", "could no longer walk", "nobody could walk"."""
    if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in {"longer", "never", "hardly"}):
        return child.dep_ == "neg" or _negates(child, cues)
    return child.dep_ in _ARGUMENTS and _negative_phrase(child, cues)


def _adjective(adjective: Token, cues: StatusLexicon) -> Iterator[Operator]:
    """The status in "is due", "is likely": the copula's own fact has the status that its infinitive gets."""
    if any(child.dep_ == "xcomp" for child in adjective.children):
        status = cues.infinitives.get(adjective.lower_)
        if status in {"planned", "hedged"}:
            yield Operator(status, "adjective")
    elif adjective.lower_ in cues.predicates and not any(
        child.lower_ == "to" and not _is_verb_taken_for_noun(child, cues) for child in adjective.rights
    ):
        yield Operator(cues.predicates[adjective.lower_], "adjective-alone")


def _is_verb_taken_for_noun(to: Token, cues: StatusLexicon) -> bool:
    """True for the "to" of "is due to land at Kankan", where a parse takes the verb for a noun."""
    noun = next((child for child in to.rights if child.dep_ == "pobj"), None)
    return noun is not None and noun.lower_ in cues.bare_verbs and noun.left_edge.i == noun.i


def _beside_noun(children: Sequence[Token], cues: StatusLexicon) -> Iterator[Operator]:
    for child in children:
        if child.dep_ in {"amod", "compound"} and child.lower_ in cues.adjectives:
            yield Operator(cues.adjectives[child.lower_], "adjective")
        elif child.dep_ == "poss" and _is_to_come(child):
            yield Operator("planned", "time-to-come")
        elif child.dep_ in {"det", "neg"} and child.lower_ in cues.determiners:
            yield Operator("negated", "determiner")


def _is_to_come(owner: Token) -> bool:
    """True for the owner in "next week's talks", "tomorrow's vote"."""
    return owner.lower_ == "tomorrow" or any(c.lower_ in {"next", "coming"} and c.dep_ == "amod" for c in owner.lefts)


def _negative_phrase(noun: Token, cues: StatusLexicon) -> bool:
    """True for "nobody", "no treaty", "not one comma" as subject or object."""
    if noun.lower_ in cues.determiners or (noun.lower_ == "little" and not any(noun.lefts)):
        return True
    for child in noun.children:
        if child.dep_ == "advmod" and child.lower_ != "not" and _negates(child, cues):
            return True
        if child.dep_ == "neg" and child.lower_ == "not" and child.nbor(1).lower_ in {"a", "an", "one"}:
            return True
        if child.dep_ in {"det", "neg", "preconj", "nummod", "amod"} and not _adds(child, cues):
            if child.lower_ in cues.determiners or any(_negates(grand, cues) for grand in child.children):
                return True
            if child.i > 0 and child.lower_ == "one" and noun.doc[child.i - 1].lower_ == "not":
                return True
    return False
