"""What the words around a name say about the kind of thing it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import ends_phrase, is_office, is_person_word, kind_of, word_at
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import (
    BESIDE,
    DATELINE,
    HINT,
    HUMAN,
    LINKED,
    OF_KIND,
    OWNED,
    PERSONAL_TITLE,
    ROLE,
    SAYS,
    Votes,
)
from briefing.nlp.names.whereabouts import by_preposition, is_far, is_in_place

__all__ = ["acts_as_person", "context_votes", "is_dateline", "is_office", "is_traded", "kind_of", "office_above"]

_CALLED = frozenset({"called", "named", "dubbed", "codenamed", "nicknamed"})


def context_votes(doc: Doc, name: Name, kind: str = "") -> Votes:
    """Evidence from one mention; ``kind`` is the furniture it stands in."""
    votes = Votes()
    root = name.span(doc).root
    if name.title:
        votes["PERSON"] += PERSONAL_TITLE
    if kind == "speaker":
        votes["PERSON"] += PERSONAL_TITLE
    elif kind == "dateline" or is_dateline(doc, name):
        votes["GPE"] += DATELINE
    if kind == "credit":
        votes["ORG"] += ROLE
    if name.start:
        _before(doc, name, root, votes)
        by_preposition(doc, name, root, votes)
    if name.end < len(doc):
        _after(doc, name, root, votes)
        _next_words(doc, name, votes)
    _apposition(name, root, votes)
    _acting(name, root, votes)
    return votes


def _acting(name: Name, root: Token, votes: Votes) -> None:
    """What only people, bodies or ships do or have: "Sadikova resigned", "Andradina fell 3 percent"."""
    verb = root.head.lemma_
    if root.dep_ in ("nsubj", "nsubjpass"):
        if label := lexicon.doers().get(verb):
            votes[label] += HINT
        if verb in ("rise", "fall", "gain", "drop", "slip", "jump", "climb") and _by_percent(root.head):
            votes["ORG"] += HINT
    if root.dep_ in ("dobj", "nsubjpass"):
        if any(child.dep_ == "oprd" and is_person_word(child) for child in root.head.rights):
            votes["PERSON"] += ROLE
        if verb in lexicon.SUFFERED:
            votes["PERSON"] += HINT
        elif verb in lexicon.TAKEN:
            votes["GPE"] += HINT
    if root.dep_ in ("nsubj", "dobj") and verb in lexicon.CONTESTS and _by_score(root.head):
        votes["ORG"] += LINKED
    if len(name.key) > 1:
        return
    if root.dep_ == "nsubj" and verb in lexicon.SPEECH:
        reporters = verb == "tell" and any(child.lower_ == "reporters" for child in root.head.rights)
        votes["PERSON"] += HINT if reporters else SAYS
    if root.dep_ in ("nsubj", "nsubjpass") and verb in lexicon.HUMAN_VERBS:
        votes["PERSON"] += HUMAN
    if root.dep_ == "poss" and root.head.lemma_.lower() in lexicon.HUMAN_NOUNS:
        votes["PERSON"] += HUMAN


def acts_as_person(doc: Doc, name: Name) -> bool:
    """True for what only a person does or has, whatever else bears the name: "Washington lives in Los Angeles"."""
    root = name.span(doc).root
    if name.title or word_at(doc, name.end) == "who":
        return True
    if root.dep_ in ("nsubj", "nsubjpass"):
        return root.head.lemma_ in lexicon.HUMAN_VERBS
    return root.dep_ == "poss" and root.head.lemma_.lower() in lexicon.HUMAN_NOUNS


def is_personal(doc: Doc, name: Name) -> bool:
    """True for what is shown to be a person beside a firm of the name: "Advani, 66,", "Mr Advani", "Advani, who"."""
    first, second, third = (word_at(doc, name.end + at) for at in range(3))
    aged = first == "," and second.isdigit() and len(second) == 2 and third in (",", ".")
    return bool(aged or name.title or first == "who" or (first == "," and second == "who"))


def is_traded(doc: Doc, name: Name) -> bool:
    """True for "Ford" in "Ford shares" and "shares in Ford"."""
    if name.end < len(doc) and doc[name.end].lemma_ in lexicon.STAKES and not name.title:
        return True
    return name.start > 1 and doc[name.start - 1].lower_ == "in" and doc[name.start - 2].lemma_ in lexicon.STAKES


def is_corporate(doc: Doc, name: Name) -> bool:
    """True for "Berg, which built the road, said", "Berg doubled its bid", "Berg, listed in Oslo,", "acquired Berg"."""
    if name.title:
        return False
    root = name.span(doc).root
    first, second = word_at(doc, name.end), word_at(doc, name.end + 1)
    if root.dep_ in ("nsubj", "nsubjpass"):
        if (first == "," and second == "which") or (first == "and" and second == "its"):
            return True
        if _has_its(root):
            return True
    if first == "," and second in _AS_FIRMS:
        return True
    return root.dep_ in ("dobj", "nsubjpass") and root.head.lemma_ in _DONE_TO_FIRMS


def _has_its(subject: Token) -> bool:
    """True where what the subject does is done to a thing of "its", and nothing else is named between the two."""
    for child in subject.head.rights:
        if child.dep_ == "dobj":
            owner = next((word for word in child.lefts if word.dep_ == "poss"), None)
            between = subject.doc[subject.i + 1 : child.left_edge.i]
            return owner is not None and owner.lower_ == "its" and not any(w.pos_ in _NAMING for w in between)
    return False


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_AS_FIRMS = frozenset({"founded", "headquartered", "incorporated", "listed", "quoted"})
_DONE_TO_FIRMS = frozenset(
    {"acquire", "bankrupt", "delist", "incorporate", "liquidate", "list", "nationalise", "nationalize", "own"}
    | {"privatise", "privatize", "recapitalise", "recapitalize"}
)


def _by_percent(verb: Token) -> bool:
    return any(child.lower_ in ("percent", "%", "pct") or child.lemma_ == "point" for child in verb.rights)


def _by_score(verb: Token) -> bool:
    """True where one score follows, as of clubs: "beat Enyimba 2-1"; tennis players have several."""
    doc, found = verb.doc, 0
    for at in range(verb.i + 1, min(verb.i + _SCORED, len(doc) - 2)):
        if doc[at].is_digit and doc[at + 1].text in ("-", "–") and doc[at + 2].is_digit and not doc[at].whitespace_:
            found += 1
    return found == 1


_SCORED = 12
"""Tokens behind a verb in which the score of a match stands."""


def _before(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "spokesman Dmitry Peskov", "the ferry Bintang Selatan", "a village called Tel Skuf"."""
    before = doc[name.start - 1]
    if before.text in _QUOTES and name.start > 1:
        before = doc[name.start - 2]
    word = before.lower_
    if (
        before.pos_ == "NOUN"
        or word in ("daily", "weekly", "monthly")
        or (before.head == root and before.dep_ in ("compound", "nmod") and before.pos_ != "VERB")
    ):
        joined = before.head == root or root.head == before
        calling = before.is_sent_start and word in lexicon.CALLINGS and len(name.key) > 1
        label = "PERSON" if calling or is_office(before) else kind_of(before)
        if label and (before.tag_ != "NNS" or (label != "PERSON" and word_at(doc, name.end) in ("and", ","))):
            votes[label] += ROLE if joined or before.tag_ == "NNS" else BESIDE
    if word == "the" and before.i and doc[before.i - 1].lower_ == "as":
        before = doc[before.i - 1]
    if before.lower_ == "as" and before.i and doc[before.i - 1].lower_ == "known":
        before, word = doc[before.i - 1], "called"
    if word in _CALLED and before.i and (label := _sort_of(doc, before)):
        votes[label] += OF_KIND
    if word == "based" and before.i and doc[before.i - 1].text == "-":
        votes["ORG"] += LINKED
    if word == "the" and ends_phrase(doc, name) and not name.title:
        votes["PERSON"] -= 1.0
        votes["GPE"] -= HINT
        votes["PRODUCT"] += 0.3
        votes["ORG"] += 0.4
    if root.dep_ == "conj" and is_in_place(root):
        votes["GPE"] += HINT


_QUOTES = frozenset("\"“‘'„«”’")


_OF_PEOPLES = ("ian", "ese", "ish", "ist")
"""Ends of words for peoples and movements: "Amazonian", "Jihadist"."""


def _sort_of(doc: Doc, called: Token) -> EntityType | None:
    """What the noun before "called" says: GPE of "a village called Tel Skuf", PERSON of "a man named Okoro".

    Nothing where it is who calls: "the commission named Setya Novanto a suspect".
    """
    if any(child.dep_ == "nsubj" for child in called.lefts):
        return None
    noun = called.head if called.dep_ == "acl" else doc[called.i - 1]
    if noun.text == "," and called.i > 1:
        noun = doc[called.i - 2]
    return "PERSON" if is_office(noun) else kind_of(noun)


def _after(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "the Kestrel rocket", "Corvane's shares", "Fulani herders", "Chibok schoolgirls"."""
    owner = doc[name.end].tag_ == "POS"
    if root.dep_ == "amod" and len(name.key) == 1 and name.key[0].endswith(_OF_PEOPLES) and not root.is_upper:
        votes["NORP"] += LINKED
    at = name.end + (owner or doc[name.end].text in _QUOTES)
    if at >= len(doc) or root.dep_ not in ("compound", "nmod", "poss", "amod") or root.head.i < at:
        return
    head = root.head if not owner else doc[at] if doc[at].pos_ == "NOUN" else root.head
    label = kind_of(head)
    if owner:
        if label := lexicon.owned().get(head.lower_):
            votes[label] += OWNED
    elif not head.text[0].islower() or head.i - at > 3:
        return
    elif len(name.key) > 1 and head.i == at and head.lemma_ in lexicon.SUPPORTERS:
        votes["ORG"] += OF_KIND
    elif head.lemma_ in lexicon.TRIBES:
        votes["NORP"] += LINKED
    elif head.lemma_ in lexicon.FOLK:
        votes["GPE"] += HINT / 2
        votes["NORP"] += HINT / 2
    elif label:
        votes[label] += ROLE if label == "ORG" else OWNED
    elif is_office(head):
        votes["GPE" if head.lower_ in _OF_PLACES else "ORG"] += LINKED if head.lower_ in _OF_PLACES else HINT


_OF_PLACES = frozenset({"governor", "mayor"})
"""Offices of a place: "Bukhara governor Botir Zaripov"."""


def _next_words(doc: Doc, name: Name, votes: Votes) -> None:
    """As in "Karimov, 51,", "Betts, who", "Banki, Nigeria", "Busan-based", "Rodong-class", "Qeshm Governor"."""
    first, second, third = (word_at(doc, name.end + at) for at in range(3))
    if first == "," and second.isdigit() and third in (",", "."):
        votes["PERSON"] += ROLE if len(second) < 3 else 0.0
    if is_corporate(doc, name):
        votes["PERSON"] -= ROLE
        votes["ORG"] += HINT
    if first == "," and not name.title and is_far(doc, name.end + 1):
        votes["GPE"] += ROLE
    if first == "who" or (first == "," and second == "who"):
        votes["PERSON"] += ROLE
    if (first == "-" and second == "based") or first == "police":
        votes["GPE"] += LINKED
    if first == "-" and second == "class":
        votes["PRODUCT"] += ROLE
    if first in (",", "in") and second and not name.title and doc[name.end + 1].ent_type_ == "GPE":
        located = first == "," or word_at(doc, name.start - 1) in ("from", "near", "between", "to", "at")
        if located and lexicon.state_named(lexicon.key_of(second)) and (first, third) != (",", "and"):
            votes["GPE"] += LINKED
    if doc[name.end].text[0].isupper() and second and doc[name.end + 1].text[0].isupper():
        plain = first.rstrip(".")
        if plain in ("governor", "gov", "mayor"):
            votes["GPE"] += LINKED
        elif plain in ("ceo", "chairman", "chairwoman", "coach", "spokesman", "spokeswoman", "president"):
            votes["ORG"] += HINT


def _apposition(name: Name, root: Token, votes: Votes) -> None:
    """As in "Hale, the chief executive", "the operator, Samudra Jaya", "Osh is a city"."""
    described = [child for child in root.children if child.dep_ == "appos" and child.i >= name.end]
    if root.dep_ == "appos" and root.head.i < name.start:
        described.append(office_above(name, root.head))
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        described += [child for child in root.head.children if child.dep_ == "attr"]
    for noun in described:
        if noun.pos_ != "NOUN":
            continue
        if noun.lower_ in lexicon.COMPANY and _makes(noun):
            votes["ORG"] += ROLE
        elif is_office(noun):
            votes["PERSON"] += ROLE
        elif label := kind_of(noun):
            votes[label] += ROLE


def _makes(noun: Token) -> bool:
    """True for "the copper producer", "the carmaker"; a film producer, and a miner alone, may be a person."""
    wares = [child.lower_ for child in noun.lefts if child.dep_ == "compound"]
    return (bool(wares) and not _ARTS & set(wares)) or (not is_office(noun) and noun.lower_ not in _ALSO_PEOPLE)


_ARTS = frozenset({"film", "movie", "record", "music", "tv", "television", "theatre", "radio", "executive", "ice"})
_ALSO_PEOPLE = frozenset({"bidder", "brewer", "employer", "giant", "miner", "operator", "publisher", "supplier"})
"""Callings of companies that people have too."""


def office_above(name: Name, noun: Token) -> Token:
    """The spokeswoman in "a spokeswoman for the firm, Ida Lund", where a parser sets a person beside the firm."""
    person = name.label == "PERSON" or (len(name.key) > 1 and lexicon.gender_of_given(name.key[0]))
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if person and above.i < noun.i and is_office(above) and not is_office(noun) else noun


def is_dateline(doc: Doc, name: Name) -> bool:
    """True for a place in capitals that opens a paragraph: "TASHKENT, Oct 21 (SRNS) -"."""
    words = doc[name.start : name.end]
    if not all(token.is_upper or token.is_punct for token in words) or len(words.text) < 3:
        return False
    opens = name.start == 0 or doc[name.start - 1].is_space
    return opens and word_at(doc, name.end) in (",", "(", "-", "–", "—", "--", ":")
