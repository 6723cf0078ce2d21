"""Short forms of bodies, places and things: "Tarrant" for "Tarrant Foods Plc", "the Compact" for a treaty."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.matching import Key
from briefing.nlp.names.referents import PLACES, Directory, Evidence, Referent
from briefing.nlp.names.spans import Name

MAKER = 2.0
"""Votes that make a word an organisation, not the short name of what it makes: Ford and the Ford Taurus."""


def long_form_of(key: Key, label: EntityType, directory: Directory, evidence: Evidence) -> Referent | None:
    """The referent that ``key`` is a short form of; None where there is none, or several for a last word."""
    scored = [
        (score, sum(who.forms.values()), -who.first, who)
        for who in directory.sharing(key)
        if (score := fit(key, label, who, evidence))
    ]
    if not scored:
        return None
    top = max(scored, key=lambda row: row[:3])
    rivals = any(row[0] == top[0] and row[3] is not top[3] for row in scored)
    return None if rivals and top[0] == 1 else top[3]


def fit(key: Key, label: EntityType, who: Referent, evidence: Evidence) -> int:
    """How well ``key`` may stand for ``who``: 3 but for an ending, 2 its first words, 1 its last, 0 not at all."""
    if who.label in ("PERSON", "NORP"):
        return 0
    if who.label in PLACES:
        fits = who.has(lambda form: matching.short_of_place(key, form))
        return 3 if fits and label in PLACES | {"PERSON", "ORG"} else 0
    if _used_as_place(key, evidence):
        return 0
    if who.label == "PRODUCT" and evidence.votes[key]["ORG"] >= MAKER:
        return 0
    score = max(matching.short_of_body(key, form) for form in who.forms)
    votes = evidence.votes[key]
    if score < 3 and votes.best() in PLACES and votes["ORG"] <= 0 and votes["PERSON"] <= 0:
        return 0
    if score == 2 and (_is_brand(key, evidence) or who.full[-1] in lexicon.OFFSHOOTS):
        return 0
    if score == 2 and lexicon.state_of(who.full[-1:]) and "of" not in who.full:
        return 0
    if score == 2 and not _introduced(key, who, evidence) and not _corporate(key, who):
        return 0
    if score == 1 and len(key) == 1 and lexicon.is_body_word(key[0]) and not all(evidence.after(key, "the")):
        return 0
    return score


def is_placed(doc: Doc, name: Name) -> bool:
    """True for a mention as a place: "in Karvina", "the town of Karvina"; not "confidence in Karvin"."""
    if name.title or name.start < 1 or (name.end < len(doc) and doc[name.end].tag_ == "POS"):
        return False
    before = doc[name.start - 1]
    if before.lower_ == "of":
        return name.start > 1 and doc[name.start - 2].lower_ in lexicon.AREAS
    if before.lower_ not in ("in", "near", "outside"):
        return False
    return before.lower_ != "in" or before.head.lemma_.lower() not in _IN_SOMEBODY | lexicon.STAKES


_IN_SOMEBODY = frozenset(
    {"believe", "belief", "confidence", "confide", "faith", "find", "interest", "invest", "investment", "see", "trust"}
)
"""What one does or has in a person or a firm."""


def _is_brand(key: Key, evidence: Evidence) -> bool:
    """True for iPhone and MacBook, of which there are many: the "iPhone SDK" is not the iPhone."""
    text = evidence.mentions[key][0].text(evidence.doc)
    return len(key) == 1 and not text.isupper() and any(char.isupper() for char in text[1:]) and text.isalpha()


def _used_as_place(key: Key, evidence: Evidence) -> bool:
    """True for a word that the article uses as a place: "in Makassar"."""
    if evidence.votes[key].best() not in PLACES:
        return False
    return lexicon.state_of(key) is not None or any(evidence.after(key, "in", "near", "outside"))


def _introduced(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True where the full name comes before its short form in the reporting, as news introduces names."""
    first = next((name.start for name in evidence.mentions[key] if evidence.kinds[name.start] != "headline"), None)
    return first is None or any(name.start < first and evidence.kinds[name.start] != "headline" for name in who.names)


def _corporate(key: Key, who: Referent) -> bool:
    """True where only words for a line of business are left out, so that the order does not matter: Apple Computer."""
    if who.label != "ORG":
        return False
    return who.has(lambda form: form[: len(key)] == key and set(form[len(key) :]) <= lexicon.BUSINESS)
