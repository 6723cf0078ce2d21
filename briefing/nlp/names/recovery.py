"""Names the recogniser missed: known ones that come again, acronyms in brackets, runs of capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.callings import kind_of
from briefing.nlp.names.candidates import is_portfolio, is_post
from briefing.nlp.names.context import context_votes
from briefing.nlp.names.hyphens import whole_word
from briefing.nlp.names.spans import Coverage, Name
from briefing.nlp.names.trimming import is_junk, opens, trimmed
from briefing.nlp.names.votes import shape_votes
from briefing.nlp.names.words import Words
from briefing.nlp.names.zones import SILENT, in_title_case

UNRECOGNISED = 0.2
"""Worth of the label of a name that the recogniser left out."""


def by_gazetteer(doc: Doc, kinds: list[str], words: Words, cover: Coverage) -> Iterator[Name]:
    """States, peoples, regions and well-known agencies that stand uncovered."""
    for i in words.capitals:
        if not cover.free(i, i + 1) or kinds[i] in SILENT or not words.texts[i][0].isupper():
            continue
        longest = lexicon.longest_listed(words.texts[i])
        for length in range(longest, 0, -1):
            name = _listed(doc, i, i + length, cover)
            if name is not None:
                cover.take(name)
                yield name
                break
        else:
            if words.texts[i] in lexicon.directions() and _is_direction(doc[i]):
                name = Name(i, i + 1, "LOC", 2.0, "direction", "", (words.texts[i].lower(),))
                cover.take(name)
                yield name


def _listed(doc: Doc, start: int, end: int, cover: Coverage) -> Name | None:
    if end > len(doc) or not cover.free(start, end) or _hyphenated(doc, start, end):
        return None
    if end - start > 1 and not (doc[end - 1].text[0].isupper() or doc[end - 1].is_digit):
        return None
    key = lexicon.key_of(doc[start:end].text)
    label = lexicon.listed_label(key)
    if label is None or (key == ("us",) and doc[start].text not in ("US", "U.S.", "U.S")):
        return None
    return Name(start, end, label, 0.0, "gazetteer", "", key)


def _hyphenated(doc: Doc, start: int, end: int) -> bool:
    """True for "Caspian" in "Trans-Caspian": part of a longer word with capitals."""
    if start > 1 and doc[start - 1].text == "-" and not doc[start - 1].whitespace_ and doc[start - 2].text[0].isupper():
        return not doc[start - 2].whitespace_
    joined = end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return joined and doc[end + 1].text[0].isupper()


def _is_direction(token: Token) -> bool:
    """True for "the West", not for "the West Coast"."""
    if token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    return not (token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i)


def in_brackets(doc: Doc, names: Iterable[Name], cover: Coverage) -> Iterator[Name]:
    """Acronyms in brackets right after the name they stand for."""
    for name in list(names):
        at = name.end
        if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and cover.free(at + 1, at + 2):
            text = doc[at + 1].text
            if sum(char.isupper() for char in text) > 1 or lexicon.key_of(text) in lexicon.agencies():
                found = Name(at + 1, at + 2, name.label, 0.0, "acronym in brackets", "", lexicon.key_of(text))
                cover.take(found)
                yield found


def by_ministry(doc: Doc, kinds: list[str], words: Words, cover: Coverage) -> Iterator[Name]:
    """Ministries written small: "the transport ministry", "Belarus's foreign ministry"."""
    for i, text in enumerate(words.texts):
        if text not in ("ministry", "Ministry") or i == 0 or kinds[i] in SILENT:
            continue
        start = i
        while start > 0 and i - start < 4 and _is_field(doc, start):
            start -= 1
        if start < i and cover.free(start, i + 1):
            key = lexicon.key_of(doc[start : i + 1].text)
            name = Name(start, i + 1, "ORG", 1.0, "ministry of a field", "", key)
            cover.take(name)
            yield name


def _is_field(doc: Doc, at: int) -> bool:
    """True where the word before ``at`` names what a ministry is for, or joins two such words."""
    word = doc[at - 1].lower_
    return word in lexicon.MINISTRY_FIELDS or (
        word == "and" and at > 1 and doc[at - 2].lower_ in lexicon.MINISTRY_FIELDS
    )


def by_capitals(doc: Doc, kinds: list[str], words: Words, cover: Coverage) -> Iterator[Name]:
    """Runs of capitalised proper nouns in the reporting that the recogniser left out."""
    past = 0
    for i in words.capitals:
        if i < past or not cover.free(i, i + 1) or not _proper(doc[i], kinds, cover):
            continue
        past = i + 1
        while past < len(doc) and _joins(doc, i, past, kinds, cover):
            past += 1
        name = _from_run(doc, i, past, words.lower)
        if name is not None:
            cover.take(name)
            yield name


def _proper(token: Token, kinds: list[str], cover: Coverage) -> bool:
    """True for a word that can be part of a missed name."""
    text, word = token.text, token.lower_.rstrip(".")
    capital = text[0].isupper() and (token.tag_ in ("NNP", "NNPS") or _is_described(token))
    acronym = text.isupper() and text.isalpha() and len(text) > 2 and not opens(token, brackets=False)
    return (
        (capital or acronym or _is_brand(text) or _is_model(text))
        and kinds[token.i] not in SILENT
        and kinds[token.i] != "headline"
        and cover.free(token.i, token.i + 1)
        and (word not in lexicon.CALENDAR or _is_hyphenated(token))
        and (word not in lexicon.JUNK or _leads_name(token))
        and not token.like_url
        and not (text in lexicon.UNITS and token.i and token.nbor(-1).like_num)
    )


def _is_described(token: Token) -> bool:
    """True for "Codelco" in "Codelco, the copper producer, hired", which the tagger takes for a common noun."""
    if token.tag_ != "NN" or token.i + 2 >= len(token.doc) or token.nbor(1).text != "," or not opens(token):
        return False
    if token.nbor(2).lower_ not in ("a", "an", "the"):
        return False
    beside = [child for child in token.rights if child.dep_ == "appos"]
    return any(child.lower_ in lexicon.COMPANY or kind_of(child) == "ORG" for child in beside)


def _is_hyphenated(token: Token) -> bool:
    """True for "Mar" in "Mar-a-Lago"."""
    return (
        not token.whitespace_ and token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).is_lower
    )


def _leads_name(token: Token) -> bool:
    """True for "Central" in "Central Election Commission", elsewhere the name of a time."""
    if token.lower_ not in ("eastern", "western", "central", "pacific") or token.i + 1 >= len(token.doc):
        return False
    after = token.nbor(1)
    return after.tag_ in ("NNP", "NNPS") and after.lower_ not in lexicon.JUNK and bool(after.text[0].isupper())


_MODEL = re.compile(r"[A-Z][A-Za-z]{1,9}-\d{1,3}[A-Za-z]{0,2}s?")
_NO_MODEL = ("COVID", "Covid", "CT-", "PM-", "SARS")


def _is_model(text: str) -> bool:
    """True for AK-47s, MiG-29 and Su-27: weapons and aircraft, however they are tagged."""
    return "-" in text and bool(_MODEL.fullmatch(text)) and not text.startswith(_NO_MODEL)


def _is_brand(text: str) -> bool:
    """True for iPhone, eBay, YouTube: a capital inside the word."""
    return text.isalpha() and any(char.isupper() for char in text[1:]) and not text.isupper() and len(text) > 2


def _joins(doc: Doc, start: int, at: int, kinds: list[str], cover: Coverage) -> bool:
    """True where the token at ``at`` goes on with the run."""
    token = doc[at]
    if token.is_sent_start or kinds[at] != kinds[start]:
        return False
    if _proper(token, kinds, cover):
        return True
    if token.text.isdigit() and len(token.text) < 3 and cover.free(at, at + 1):
        if at + 2 < len(doc) and doc[at + 1].text in ("-", "–") and doc[at + 2].is_digit:
            return False
        return doc[at - 1].text[-1].isalpha() and (at + 1 == len(doc) or doc[at + 1].pos_ not in ("NOUN", "NUM"))
    if token.text in ("and", "&") and _one_body(doc, start, at, kinds, cover):
        return True
    link = token.lower_ in lexicon.PARTICLES or token.text in ("of", "&", "-")
    return link and at + 1 < len(doc) and _proper(doc[at + 1], kinds, cover)


def _one_body(doc: Doc, start: int, at: int, kinds: list[str], cover: Coverage) -> bool:
    """True for the "and" in "the Central Election and Referendum Commission"."""
    if start == 0 or doc[start - 1].lower_ != "the" or lexicon.is_body_word(doc[at - 1].lower_):
        return False
    end = at + 1
    while end < len(doc) and end - at < _REACH and doc[end].tag_ in ("NNP", "NNPS") and _proper(doc[end], kinds, cover):
        end += 1
    return end > at + 2 and doc[end - 1].lower_ in lexicon.BODY_HEADS


_REACH = 5
"""Tokens behind an "and" within which a body's name must end."""


def _from_run(doc: Doc, start: int, end: int, lower: frozenset[str]) -> Name | None:
    """The name in a run of capitals, with the kind its words and surroundings speak for."""
    name = trimmed(doc, start, end, "PERSON", "capitals")
    if name is None or is_portfolio(doc, name) or is_post(name):
        return None
    whole_word(doc, name)
    if name.start and doc[name.start - 1].shape_ in ("dxx", "ddxx", "dddxx"):
        name.start -= 1
        name.key = lexicon.key_of(doc[name.start : name.end].text)
    word = doc[name.start]
    if name.end - name.start == 1 and _is_word(word, lower, titled=bool(name.title)):
        return None
    votes = shape_votes(name.key)
    votes.add(context_votes(doc, name))
    name.label, name.weight = votes.best(), UNRECOGNISED
    return name


def _is_word(word: Token, lower: frozenset[str], *, titled: bool) -> bool:
    """True for an ordinary word with a capital: an office, a sentence's first word, an abbreviation."""
    lemma = word.lemma_.lower()
    if word.lower_ in lexicon.OFFICES or word.lower_ in lexicon.AREAS or (word.text[-1] == "." and len(word.text) < 6):
        return True
    if opens(word) and (
        word.tag_ == "NNPS"
        or lemma in lexicon.CALLINGS
        or lemma in lexicon.OFFICES
        or lemma.rstrip("s") in lexicon.OFFICES
    ):
        return True
    return bool({word.lower_, lemma} & lower) and not word.text.isupper() and (opens(word) or not titled)


def repeats(doc: Doc, kinds: list[str], words: Words, names: Iterable[Name], cover: Coverage) -> Iterator[Name]:
    """Uncovered places where a name found elsewhere stands again, whole, as a surname, or as "the Compact"."""
    known: dict[str, dict[tuple[str, ...], EntityType]] = {}
    heads: dict[str, EntityType] = {}
    for name in names:
        known.setdefault(name.key[0], {})[name.key] = name.label
        if len(name.key) > 1 and name.label == "PERSON":
            known.setdefault(name.key[-1], {})[name.key[-1:]] = "PERSON"
        elif len(name.key) > 1 and lexicon.is_body_word(name.key[-1]):
            heads[name.key[-1]] = name.label
    for i in words.capitals:
        if not cover.free(i, i + 1) or kinds[i] in SILENT or not _capital_start(words.texts[i]):
            continue
        found = _again(doc, doc[i], known, cover) or _taken_up(doc[i], heads)
        if found is not None:
            cover.take(found)
            yield found


def _capital_start(text: str) -> bool:
    return text[0].isupper() or _is_brand(text)


def _again(doc: Doc, token: Token, known: dict[str, dict[tuple[str, ...], EntityType]], cover: Coverage) -> Name | None:
    words = lexicon.key_of(token.text)
    options = known.get(words[0], {}) if words else {}
    for key in sorted(options, key=lambda key: -len(key)):
        end = _stretch(doc, token.i, key)
        if not end or not cover.free(token.i, end) or is_junk(doc[token.i : end], key):
            continue
        if len(key) == 1 and opens(token) and token.tag_ not in ("NNP", "NNPS") and token.pos_ not in ("NOUN", "PROPN"):
            continue
        found = Name(token.i, end, options[key], 0.0, "seen elsewhere", "", key)
        if not is_portfolio(doc, found):
            _take_in_kind(doc, found, cover)
            return found
    return None


def _take_in_kind(doc: Doc, name: Name, cover: Coverage) -> None:
    """Make "Radio Drenova" or "Drenova Gazette" of a place's name that stands in it, as in an outlet's own line."""
    before = doc[name.start - 1] if name.start else None
    if before is not None and before.text.istitle() and before.lower_ in lexicon.BEFORE_PLACES:
        if cover.free(before.i, name.start):
            name.start, name.label = before.i, "ORG"
    elif name.end < len(doc) and doc[name.end].text.istitle() and cover.free(name.end, name.end + 1):
        after = doc[name.end]
        if name.label == "PERSON" or doc[name.end - 1].dep_ != "compound" or not _is_kind(after.lower_):
            return
        if in_title_case(list(doc[name.start].sent)):
            return
        name.end += 1
        name.label = "ORG" if after.lower_ in lexicon.PRESS or after.lower_ in lexicon.BODY_HEADS else "LOC"
    name.key = lexicon.key_of(name.text(doc))


def _is_kind(word: str) -> bool:
    return word in lexicon.PUBLIC or word in lexicon.PRESS or word in lexicon.WATER or word in lexicon.FACILITIES


def _taken_up(token: Token, heads: dict[str, EntityType]) -> Name | None:
    """As in "The Compact", where a longer name ends so."""
    if token.lower_ not in heads or token.i == 0 or token.nbor(-1).lower_ != "the" or token.text.isupper():
        return None
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        return None
    return Name(token.i, token.i + 1, heads[token.lower_], 0.0, "seen elsewhere", "", (token.lower_,))


def _stretch(doc: Doc, start: int, key: tuple[str, ...]) -> int:
    """The end of the tokens from ``start`` whose words are ``key``; 0 where they are not."""
    for end in range(start + 1, min(len(doc), start + 2 * len(key) + 2) + 1):
        words = lexicon.key_of(doc[start:end].text)
        if words == key:
            return end
        if key[: len(words)] != words:
            return 0
    return 0
