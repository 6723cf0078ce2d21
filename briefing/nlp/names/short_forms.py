"""Short forms of bodies, places and things: "Tarrant" for "Tarrant Foods Plc", "the Compact" for a treaty."""

from __future__ import annotations

from spacy.tokens import Doc

from briefing.model import EntityType
from briefing.nlp.names import lexicon, matching
from briefing.nlp.names.matching import Key
from briefing.nlp.names.referents import PLACES, Directory, Evidence, Referent
from briefing.nlp.names.spans import Name
from briefing.nlp.names.usage import usage

MAKER = 2.0
"""Votes that make a word an organisation, not the short name of what it makes: Ford and the Ford Taurus."""

_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "poss"})
"""How a name hangs on a noun after it, whose article it is: "the Lindt Sprungli factory"."""


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
        return 3 if label in PLACES | {"PERSON", "ORG"} and _fits_place(key, who, evidence) else 0
    if _used_as_place(key, evidence):
        return 0
    if who.label in ("PRODUCT", "WORK") and evidence.votes[key].best() == "ORG" and key == who.full[: len(key)]:
        return 0
    if who.label == "PRODUCT" and evidence.votes[key]["ORG"] >= MAKER:
        return 0
    score = max(matching.short_of_body(key, form) for form in who.forms)
    votes = evidence.votes[key]
    if score < 3 and votes.best() in PLACES and votes["ORG"] <= 0 and votes["PERSON"] <= 0:
        return 0
    if score == 2 and (_is_brand(key, evidence) or who.full[-1] in lexicon.OFFSHOOTS):
        return 0
    if score == 2 and _named_after(key, who, evidence):
        return 0
    if score == 2 and lexicon.state_of(who.full[-1:]) and "of" not in who.full:
        return 0
    if score == 2 and not introduced(key, who, evidence) and not _corporate(key, who):
        return 0
    if score == 2 and _is_public(key, who, evidence):
        return 0
    if score == 1 and who.label == "ORG" and not lexicon.is_body_word(key[-1]) and _is_home(key, who, evidence):
        return 0
    if score == 1 and len(key) == 1 and lexicon.is_body_word(key[0]) and not all(evidence.after(key, "the")):
        return 0
    return score


def _fits_place(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True where nothing says that a region's town is meant, or where all says that the dam is, not the town."""
    kinds = {matching.kind_left_out(key, form) for form in who.forms} - {None}
    if not kinds:
        return False
    used = evidence.used(key)
    if "built" in kinds:
        spot = used <= {"spot", "built"} or ("built" in used and not used & {"settled", "inside"})
        return spot and introduced(key, who, evidence)
    if "water" in kinds:
        return "water" in used <= {"water", ""}
    small = any(name.span(evidence.doc)[-1].is_lower for name in who.names)
    return "settled" not in used or (kinds == {"town"} and small)


def _is_public(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True for a court or a hospital and the town that it is named after, and for a university unless it acts alone."""
    if lexicon.is_body_word(key[-1]):
        return False
    if who.full[-1] in lexicon.PUBLIC or who.full[-1] in lexicon.PRESS:
        return True
    placed = {"settled", "inside"} & evidence.used(key)
    return who.full[-1] in lexicon.LEARNED and (bool(placed) or evidence.votes[key].best() != "ORG")


def _is_home(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True for what a body's name ends with where that may be its town: Radio Drenova and Drenova."""
    before = who.full[: -len(key)][-1:]
    if who.full[0] in lexicon.BEFORE_PLACES or (before and before[0] in ("of", "in", "at", "for")):
        return True
    return evidence.votes[key].best() != "ORG" or bool({"settled", "inside"} & evidence.used(key))


def is_placed(doc: Doc, name: Name) -> bool:
    """True for a mention as a place: "in Karvina", "the town of Karvina"; not "confidence in Karvin"."""
    return usage(doc, name) in ("settled", "inside")


def _is_brand(key: Key, evidence: Evidence) -> bool:
    """True for iPhone and MacBook, of which there are many: the "iPhone SDK" is not the iPhone."""
    text = evidence.mentions[key][0].text(evidence.doc)
    return len(key) == 1 and not text.isupper() and any(char.isupper() for char in text[1:]) and text.isalpha()


def _used_as_place(key: Key, evidence: Evidence) -> bool:
    """True for a word that the article uses as a place: "in Makassar"."""
    if evidence.votes[key].best() not in PLACES:
        return False
    return lexicon.state_of(key) is not None or any(evidence.after(key, "in", "near", "outside"))


def introduced(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True where the full name comes before its short form in the reporting, as news introduces names."""
    first = next((name.start for name in evidence.mentions[key] if evidence.kinds[name.start] != "headline"), None)
    return first is None or any(name.start < first and evidence.kinds[name.start] != "headline" for name in who.names)


def _named_after(key: Key, who: Referent, evidence: Evidence) -> bool:
    """True for a thing that bears its owner's name: "the Nordhavn Astrid" is a ship, "Nordhavn" a line that owns ships.

    Bodies whose last word is no word for a body take no article; ships, engines, cups and towers do.
    """
    last = who.full[-1]
    if lexicon.is_body_word(last) or _corporate(key, who) or lexicon.is_body_word(key[-1]):
        return False
    doc, named = evidence.doc, evidence.mentions.get(who.full, [])
    led = all(name.start > 0 and doc[name.start - 1].lower_ == "the" for name in named)
    alone = all(doc[name.end - 1].dep_ not in _BEFORE_NOUN for name in named)
    return bool(named) and led and alone and not any(evidence.after(key, "the"))


def _corporate(key: Key, who: Referent) -> bool:
    """True where only words for a line of business are left out, so that the order does not matter: Apple Computer."""
    if who.label != "ORG":
        return False
    return who.has(lambda form: form[: len(key)] == key and set(form[len(key) :]) <= lexicon.BUSINESS)
