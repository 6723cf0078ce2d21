"""Where names stand: the recogniser's spans, trimmed and sifted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.hyphens import whole_word
from briefing.nlp.names.spans import Name
from briefing.nlp.names.trimming import is_rank_in_name, opens, trimmed
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import SILENT

LABELS: dict[str, EntityType] = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "PRODUCT": "PRODUCT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
}
"""The recogniser's labels that are names, and ours for them."""

HEADLINE = 0.3
"""Worth of a label given in a headline, where capitals say little."""
BEHIND_DASH = 0.6
"""Worth of ORG for what a dateline's dash parts from the place: "SAN JOSE - Cisco"."""


def recognised(doc: Doc, kinds: list[str], words: Words) -> Iterator[Name]:
    """The recogniser's names, without articles, titles, possessive endings and what is no name at all.

    Args:
        doc: The parsed text.
        kinds: Furniture by token.
        words: The text's words.
    """
    firm = frozenset(words.texts[i] for i in words.capitals if not kinds[i] and not opens(doc[i]))
    for label, start, end in _pieces(doc):
        name = trimmed(doc, _with_prefix(doc, start), end, label, "recognised")
        if name is None or kinds[name.start] in SILENT or is_portfolio(doc, name):
            continue
        if name.end - name.start == 1 and not name.title and _is_common(doc[name.start], words.lower, firm):
            continue
        if name.label != "PERSON" and len(name.key) > 1 and name.key[-1] in lexicon.POSTS:
            continue
        _grow(doc, name)
        whole_word(doc, name)
        name.weight = HEADLINE if kinds[name.start] == "headline" else 1.0
        if _is_dash(doc, name.start - 1) and doc[name.start - 1].ent_type_:
            name.label, name.weight = "ORG", BEHIND_DASH
        yield name


def _is_common(token: Token, lower: frozenset[str], firm: frozenset[str]) -> bool:
    """True for a word whose capital comes from its place: written small elsewhere, or no proper noun by its tag.

    ``firm`` are the words that also have their capital in mid-sentence.
    """
    if not opens(token) or token.text in firm or token.text.isupper():
        return False
    lemma = token.lemma_.lower()
    if {token.lower_, lemma, token.lower_ + "s"} & lower or lemma.rstrip("s") in lexicon.OFFICES:
        return True
    return token.tag_ not in ("NNP", "NNPS") and lexicon.listed_label(lexicon.key_of(token.text)) is None


def _pieces(doc: Doc) -> Iterator[tuple[EntityType, int, int]]:
    """The recogniser's spans: broken at ends of lines, at dashes and after Inc or Plc, two halves of a place joined."""
    pending: tuple[EntityType, int, int] | None = None
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is None:
            continue
        for start, end in _parts(doc, ent, placed=label in ("GPE", "LOC", "FAC")):
            if pending and _halves(doc, pending, (label, start, end)):
                pending = (pending[0] if pending[0] != "NORP" else label, pending[1], end)
                continue
            if pending:
                yield pending
            pending = (label, start, end)
    if pending:
        yield pending


def _parts(doc: Doc, ent: Span, *, placed: bool) -> Iterator[tuple[int, int]]:
    first, start, end = ent.start, ent.start, ent.end
    for i in range(start, end):
        if "\n" in doc[i].text or (placed and i > start and _is_dash(doc, i)):
            if first < i:
                yield first, i
            first = i + 1
        elif doc[i].lower_.rstrip(".") in _LEGAL and i + 1 < end and doc[i + 1].text[0].isupper():
            yield first, i + 1
            first = i + 1
        elif doc[i].tag_ == "POS" and lexicon.state_of(lexicon.key_of(doc[first:i].text)) and i + 1 < end:
            yield first, i
            first = i + 1
    if first < end:
        yield first, end


def _is_dash(doc: Doc, i: int) -> bool:
    """True for a dash between spaces, as behind a dateline: "SAN JOSE - Cisco"."""
    return i > 0 and doc[i].text in _DASHES and bool(doc[i].whitespace_) and bool(doc[i - 1].whitespace_)


_DASHES = frozenset({"-", "–", "—", "--"})
_LEGAL = frozenset({"inc", "plc", "ltd", "llc", "corp", "gmbh", "llp"})


def _halves(doc: Doc, one: tuple[EntityType, int, int], other: tuple[EntityType, int, int]) -> bool:
    """True for "Tanjung" and "Labu" seen as two: places side by side that no list knows."""
    if one[2] != other[1] or doc[one[2]].is_sent_start or one[2] - one[1] > 2:
        return False
    if not {one[0], other[0]} <= {"GPE", "LOC", "FAC", "NORP"}:
        return False
    return not any(lexicon.state_of(lexicon.key_of(doc[start:end].text)) for _, start, end in (one, other))


def _with_prefix(doc: Doc, start: int) -> int:
    """Where the name begins with the PT of a company, the MV or the Queen of a ship in front."""
    if start and (doc[start - 1].text in _PREFIXES or is_rank_in_name(doc, start - 1)):
        return start - 1
    return start


_PREFIXES = frozenset({"PT", "OAO", "OOO", "ZAO", "PAO", "AO", "MV", "MS", "KM", "SS", "HMS", "USS", "RMS", "MT", "FV"})


def take_in_offshoot(doc: Doc, name: Name) -> None:
    """Make "Harlan" in "the Harlan family trust" or "the Harlan estate" that, which is not Harlan."""
    end = name.end
    if len(name.key) > 3 or lexicon.listed_label(name.key) or lexicon.stands_alone(name.key):
        return
    while end < len(doc) and end - name.end < 2 and doc[end].lower_ in lexicon.OFFSHOOTS and doc[end].tag_ == "NN":
        end += 1
    if end > name.end:
        name.end, name.label, name.title = end, "ORG", ""
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def _grow(doc: Doc, name: Name) -> None:
    """Take in the second half of a name that the recogniser cut: "Tanjung" of "Tanjung Labu", "RFE" of "RFE/RL"."""
    if name.end + 1 < len(doc) and doc[name.end].text == "/":
        joined = lexicon.key_of(doc[name.start : name.end + 2].text)
        if joined in lexicon.agencies():
            name.end, name.key = name.end + 2, joined
            return
    if name.end - name.start > 1 or name.end >= len(doc) or lexicon.listed_label(name.key):
        return
    last, after = doc[name.end - 1], doc[name.end]
    word = after.lower_.rstrip(".")
    if after.ent_type_ in LABELS or after.tag_ not in ("NNP", "NNPS") or not after.text[0].isupper():
        return
    if word in lexicon.TITLES or word in lexicon.OFFICES or word in lexicon.CALENDAR or after.is_sent_start:
        return
    if last.dep_ == "compound" and last.head == after and after.text.istitle():
        name.end += 1
        name.key = lexicon.key_of(doc[name.start : name.end].text)


def is_portfolio(doc: Doc, name: Name) -> bool:
    """True for what only tells an office: "Kazakh Transport" before "Minister", "State" after "Secretary of"."""
    if name.label not in ("ORG", "PERSON", "GPE", "NORP", "PRODUCT"):
        return False
    key = name.key[1:] if len(name.key) > 1 and name.key[:1] in lexicon.demonyms() else name.key
    after = doc[name.end].lower_ if name.end < len(doc) else ""
    if key not in lexicon.demonyms() and after in ("minister", "secretary") and doc[name.end].text[0].isupper():
        return set(key) <= lexicon.MINISTRY_FIELDS | {"and", "foreign", "affairs"} or name.label == "ORG"
    before = doc[name.start - 2].lower_ if name.start > 1 else ""
    of = doc[name.start - 1].lower_ in ("of", "for") if name.start else False
    field = name.key[-1] in ("affairs", "state") or set(name.key) <= lexicon.MINISTRY_FIELDS
    return of and before in ("minister", "secretary") and field
