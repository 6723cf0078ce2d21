"""What the words around a name say about the kind of thing it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name
from briefing.nlp.names.votes import Votes

PERSONAL_TITLE = 3.0
DATELINE = 3.0
OF_KIND = 2.5
ROLE = 2.0
OWNED = 1.5
HUMAN = 1.5
LINKED = 1.2
BESIDE = 1.2
HINT = 0.8
SAYS = 0.25
"""Weights beside the recogniser's 1 a mention: a title or a dateline settles it, a preposition only helps."""

_PLACED: dict[str, EntityType] = {
    "in": "GPE",
    "near": "GPE",
    "outside": "GPE",
    "around": "GPE",
    "towards": "GPE",
    "off": "LOC",
}
_ABOARD = frozenset({"aboard", "onboard"})
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
        _preposition(doc, name, root, votes)
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
        if verb in lexicon.SUFFERED:
            votes["PERSON"] += HINT
        elif verb in lexicon.TAKEN:
            votes["GPE"] += HINT
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
    if name.title or _word(doc, name.end) == "who":
        return True
    if root.dep_ in ("nsubj", "nsubjpass"):
        return root.head.lemma_ in lexicon.HUMAN_VERBS
    return root.dep_ == "poss" and root.head.lemma_.lower() in lexicon.HUMAN_NOUNS


def is_traded(doc: Doc, name: Name) -> bool:
    """True for "Ford" in "Ford shares" and "shares in Ford"."""
    if name.end < len(doc) and doc[name.end].lemma_ in lexicon.STAKES and not name.title:
        return True
    return name.start > 1 and doc[name.start - 1].lower_ == "in" and doc[name.start - 2].lemma_ in lexicon.STAKES


def _by_percent(verb: Token) -> bool:
    return any(child.lower_ in ("percent", "%", "pct") or child.lemma_ == "point" for child in verb.rights)


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
        if label and (before.tag_ != "NNS" or (label != "PERSON" and _word(doc, name.end) in ("and", ","))):
            votes[label] += ROLE if joined or before.tag_ == "NNS" else BESIDE
    if word == "the" and before.i and doc[before.i - 1].lower_ == "as":
        before = doc[before.i - 1]
    if before.lower_ == "as" and before.i and doc[before.i - 1].lower_ == "known":
        before, word = doc[before.i - 1], "called"
    if word in _CALLED and before.i and (label := _sort_of(doc, before)):
        votes[label] += OF_KIND
    if word == "based" and before.i and doc[before.i - 1].text == "-":
        votes["ORG"] += LINKED
    if word == "the" and _ends_phrase(doc, name) and not name.title:
        votes["PERSON"] -= 1.0
        votes["GPE"] -= HINT
        votes["PRODUCT"] += 0.3
        votes["ORG"] += 0.4
    if root.dep_ == "conj" and _in_place(root):
        votes["GPE"] += HINT


_QUOTES = frozenset("\"“‘'„«”’")


_OF_PEOPLES = ("ian", "ese", "ish", "ist")
"""Ends of words for peoples and movements: "Amazonian", "Jihadist"."""


def _sort_of(doc: Doc, called: Token) -> EntityType | None:
    """What the noun before "called" says: GPE of "a village called Tel Skuf", PERSON of "a man named Okoro"."""
    noun = called.head if called.dep_ == "acl" else doc[called.i - 1]
    if noun.text == "," and called.i > 1:
        noun = doc[called.i - 2]
    return "PERSON" if is_office(noun) else kind_of(noun)


def _preposition(doc: Doc, name: Name, root: Token, votes: Votes) -> None:
    """As in "in Osh", "the port of Aktau", "shares in Andradina", "flew to Nairobi", "crew of the Gibe"."""
    at = name.start - 1
    if doc[at].lower_ in ("the", '"', "“", "‘") and at:
        at -= 1
    before = doc[at]
    if before.pos_ not in ("ADP", "SCONJ", "PART") and before.lower_ not in _ABOARD:
        return
    word, noun = before.lower_, doc[at - 1] if at else before
    bare = at == name.start - 1
    if word in _ABOARD or (word == "of" and noun.lower_ in ("crew", "captain", "skipper", "aboard")):
        votes["PRODUCT"] += OWNED
    elif word == "in" and noun.lemma_ in lexicon.STAKES:
        votes["ORG"] += OWNED
    elif word in ("from", "of", "for") and noun.lemma_ in lexicon.FIGHTERS and not name.title:
        votes["ORG"] += HINT
    elif word == "of" and (label := kind_of(noun)):
        votes[label] += OF_KIND if label in ("GPE", "LOC", "FAC") and (bare or noun.tag_ == "NN") else 0.0
    elif bare and word in _PLACED and _ends_phrase(doc, name):
        alone = (
            len(name.key) == 1 and root.text.istitle() and not lexicon.is_body_word(name.key[0]) and word != "towards"
        )
        votes[_PLACED[word]] += LINKED if alone else HINT
    elif bare and word == "at" and _ends_phrase(doc, name):
        votes["PERSON"] -= HINT
        if (label := kind_of(noun)) in ("FAC", "GPE", "LOC"):
            votes[label] += OWNED
    elif bare and word in ("to", "from", "into", "through", "via") and not name.title:
        votes["GPE"] += _moves(before, root)


def _moves(preposition: Token, root: Token) -> float:
    """How much speaks for a place in what one flees to or comes from."""
    governor = preposition.head
    if root.dep_ != "pobj" or root.head != preposition:
        return 0.0
    if preposition.lower_ == "from" and governor.lemma_ in lexicon.FOLK:
        return LINKED
    return HINT if governor.lemma_ in lexicon.MOTION else 0.0


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
        votes["ORG"] += HINT


def _next_words(doc: Doc, name: Name, votes: Votes) -> None:
    """As in "Karimov, 51,", "Betts, who", "Banki, Nigeria", "Busan-based", "Rodong-class", "Qeshm Governor"."""
    first, second, third = (_word(doc, name.end + at) for at in range(3))
    if first == "," and second.isdigit() and third in (",", "."):
        votes["PERSON"] += ROLE if len(second) < 3 else 0.0
    if first == "who" or (first == "," and second == "who"):
        votes["PERSON"] += ROLE
    if (first == "-" and second == "based") or first == "police":
        votes["GPE"] += LINKED
    if first == "-" and second == "class":
        votes["PRODUCT"] += ROLE
    if first in (",", "in") and second and not name.title and doc[name.end + 1].ent_type_ == "GPE":
        located = first == "," or _word(doc, name.start - 1) in ("from", "near", "between", "to", "at")
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
        if is_office(noun):
            votes["PERSON"] += ROLE
        elif label := kind_of(noun):
            votes[label] += ROLE


def office_above(name: Name, noun: Token) -> Token:
    """The spokeswoman in "a spokeswoman for the firm, Ida Lund", where a parser sets a person beside the firm."""
    person = name.label == "PERSON" or (len(name.key) > 1 and lexicon.gender_of_given(name.key[0]))
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if person and above.i < noun.i and is_office(above) and not is_office(noun) else noun


def _in_place(root: Token) -> bool:
    """True for "Selby" in "in Grimsby and Selby"."""
    first = root.head
    preposition = first.head
    return (
        first.pos_ == "PROPN" and first.dep_ == "pobj" and preposition.lower_ in _PLACED and first.i - preposition.i < 4
    )


def kind_of(noun: Token) -> EntityType | None:
    """The type of what is called by this common noun."""
    return lexicon.kinds().get(noun.lower_) or lexicon.kinds().get(noun.lemma_.lower())


def is_office(token: Token) -> bool:
    """True for a common noun or a title that says what a person is."""
    return token.lemma_.lower() in lexicon.OFFICES or token.lower_ in lexicon.OFFICES


def is_dateline(doc: Doc, name: Name) -> bool:
    """True for a place in capitals that opens a paragraph: "TASHKENT, Oct 21 (SRNS) -"."""
    words = doc[name.start : name.end]
    if not all(token.is_upper or token.is_punct for token in words) or len(words.text) < 3:
        return False
    opens = name.start == 0 or doc[name.start - 1].is_space
    return opens and _word(doc, name.end) in (",", "(", "-", "–", "—", "--", ":")


def _ends_phrase(doc: Doc, name: Name) -> bool:
    """True where no noun follows that the name would only modify."""
    return name.end >= len(doc) or (doc[name.end].pos_ not in ("NOUN", "PROPN") and doc[name.end].text != "-")


def _word(doc: Doc, at: int) -> str:
    return str(doc[at].lower_) if 0 <= at < len(doc) else ""
