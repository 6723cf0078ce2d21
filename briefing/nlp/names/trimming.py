"""Where a name begins and ends, and what is no name at all."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from briefing.model import EntityType
from briefing.nlp.names import lexicon
from briefing.nlp.names.spans import Name

LONGEST = 12
"""More words than this are no name, but a sentence the recogniser ran away with."""


def trimmed(doc: Doc, start: int, end: int, label: EntityType, rule: str) -> Name | None:
    """The name within a span; None where there is none."""
    while start < end and _leads(doc[start], label, last=end - start == 1):
        start += 1
    while start < end and _trails(doc[end - 1], label):
        end -= 1
    if label == "ORG" and end - start > 1 and opens(doc[start]) and doc[start].lower_ in lexicon.MAKERS:
        start += 1
    first = start
    while end - start > 1 and label != "WORK" and doc[end - 1].text in _CHIEFS:
        end -= 1
    if _counts_goals(doc, start, end):
        end, label = end - 1, "ORG"
    if _is_called(doc, start, end, label):
        start, label = start + 1, "PERSON"
    if label in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT") and not _called_after(doc, start, end):
        start = after_titles(doc, start, end, label)
    title = doc[first:start].text if start > first else ""
    while start < end and _leads(doc[start], label, last=end - start == 1):
        start += 1
    if label == "PERSON":
        start = _after_office(doc, start, end)
        title = doc[first:start].text if start > first else ""
    if start >= end or end - start > LONGEST:
        return None
    key = lexicon.key_of(doc[start:end].text)
    if is_junk(doc[start:end], key):
        return None
    title = title or _title_before(doc, start, label)
    return Name(start, end, "PERSON" if title else label, 1.0, rule, title, key)


def _counts_goals(doc: Doc, start: int, end: int) -> bool:
    """True for half of a result: "Lakers 101" of "Lakers 101, Celtics 99"."""
    if end - start < 2 or not _is_score(doc, end - 1) or not doc[end - 2].is_alpha:
        return False
    at = end + 1
    if end < len(doc) and doc[end].text in (",", ";"):
        while at < len(doc) and at - end < _TEAM and doc[at].text[0].isupper() and doc[at].is_alpha:
            at += 1
        if at > end + 1 and at < len(doc) and _is_score(doc, at):
            return True
    return start > 1 and doc[start - 1].text in (",", ";") and _is_score(doc, start - 2)


def _is_score(doc: Doc, at: int) -> bool:
    return len(doc[at]) < 4 and bool(doc[at].text.isdigit())


_TEAM = 5
"""More words than a team's name has."""


def _is_called(doc: Doc, start: int, end: int, label: EntityType) -> bool:
    """True for "Goalkeeper Ndidi Achebe" at a sentence's beginning, taken whole for a name."""
    if label not in ("PERSON", "ORG", "PRODUCT", "GPE") or end - start < 3 or not opens(doc[start]):
        return False
    word, last = doc[start].lower_, doc[end - 1].lower_.rstrip(".")
    if last in lexicon.BODY_HEADS or last in lexicon.SUFFIXES or last in lexicon.FACILITIES or last.endswith("s"):
        return False
    names = all(doc[at].text[0].isupper() for at in range(start + 1, end))
    return names and (word in lexicon.CALLINGS or (label == "PERSON" and word in lexicon.OFFICES))


_CHIEFS = frozenset({"CEO", "CFO", "COO", "MP", "MPs", "MEP", "MLA"})


def _called_after(doc: Doc, start: int, end: int) -> bool:
    """True for "Prince Karim Hospital", which is no prince: a rank in front, a body or building at the end."""
    last = doc[end - 1].lower_ if end > start else ""
    if last not in lexicon.BODY_HEADS and last not in lexicon.FACILITIES and last not in lexicon.SUFFIXES:
        return False
    rank = doc[start].lower_ in lexicon.RANKS or not _shows_person(doc[start])
    return end - start > 2 and rank and doc[end - 1].text[0].isupper()


def _title_before(doc: Doc, start: int, label: EntityType) -> str:
    """The titles in front of a span that leaves them out; a body or place takes a courtesy title alone."""
    first = start
    while first > 0 and start - first < 3 and not doc[first].is_sent_start:
        word = doc[first - 1]
        plain = word.lower_.rstrip(".")
        if (
            plain not in lexicon.TITLES
            or is_rank_in_name(doc, first - 1)
            or not (word.text[0].isupper() or plain in lexicon.COURTESY)
        ):
            break
        first -= 1
    words = doc[first:start]
    courtesy = any(token.lower_.rstrip(".") in lexicon.COURTESY and token.text[0].isupper() for token in words)
    return str(words.text) if courtesy or (label == "PERSON" and first < start) else ""


def after_titles(doc: Doc, start: int, end: int, label: EntityType) -> int:
    """Where the name begins after its titles; ``start`` where the span has none in front of a person's name."""
    first, nation = start, False
    while end - start > 1:
        word = doc[start].lower_.rstrip(".")
        if is_rank_in_name(doc, start):
            break
        if word in lexicon.TITLES or doc[start].text == "-":
            start += 1
        elif not nation and start == first and (word,) in lexicon.demonyms() and label == "PERSON":
            nation, start = True, start + 1
        else:
            break
    courtesy = any(_shows_person(doc[i]) for i in range(first, start))
    if label == "PERSON" and not (nation and start == first + 1):
        return start
    return start if courtesy else first


def _shows_person(title: Token) -> bool:
    """True for a title that bodies do not bear in front: "Mr", "Capt."."""
    return title.lower_.rstrip(".") in lexicon.COURTESY or title.lower_ in lexicon.SHORT_RANKS


def is_rank_in_name(doc: Doc, at: int) -> bool:
    """True for "the Lady Grace", "the ferry Queen Maud": a rank behind "the" or a vessel is part of the name."""
    if doc[at].lower_ not in lexicon.RANKS or at == 0 or not doc[at].text[0].isupper():
        return False
    before = doc[at - 1].lower_
    return before == "the" or lexicon.kinds().get(before) == "PRODUCT"


def _after_office(doc: Doc, start: int, end: int) -> int:
    """Where the name begins behind an office in mid-span: "Sandy Hook Principal Dawn Hochsprung"."""
    for at in range(end - 3, start, -1):
        word = doc[at].lower_
        if (word in lexicon.OFFICES or word in lexicon.TITLES) and doc[at + 1].text[0].isupper() and doc[at].is_alpha:
            return at + 1
    return start


def _leads(token: Token, label: EntityType, *, last: bool) -> bool:
    """True for a word in front of a name that is no part of it."""
    if token.text in lexicon.UNITS and token.i and token.nbor(-1).like_num:
        return True
    if token.is_space or (token.is_punct and token.text not in {"@", "#"}) or token.text in {"'s", "’s"}:
        return True
    if token.lower_ in {"the", "a", "an"}:
        return not (token.text == "The" and not last and not opens(token) and label in ("ORG", "GPE", "WORK"))
    return not _capital(token.text) and token.lower_ not in lexicon.PARTICLES and not token.like_num


def _trails(token: Token, label: EntityType) -> bool:
    """True for a word after a name that is no part of it."""
    if token.text in {"'s", "’s", "'", "’", "s"} or token.is_space or token.is_punct:
        return token.text != "." or len(token.nbor(-1).text) > 1
    if _capital(token.text) or token.like_num or token.text[0].isdigit():
        return False
    return not (label != "PERSON" and is_head(token.lower_))


def is_head(word: str) -> bool:
    """True for a common noun that may end a name ("Oybek crossing", "the transport ministry")."""
    return word in lexicon.FACILITIES or word in lexicon.BODY_NOUNS or word in lexicon.WATER or word in lexicon.AREAS


def opens(token: Token, *, brackets: bool = True) -> bool:
    """True where a capital says nothing: first in a sentence, a line, a quotation or (if asked so) a bracket."""
    if token.i == 0 or token.is_sent_start:
        return True
    before = token.nbor(-1)
    if before.text in {"(", "["}:
        return brackets
    return before.is_space or before.is_quote or before.is_left_punct or before.text in {":", "-", "–", "—", "•", "*"}


def _capital(text: str) -> bool:
    return any(char.isupper() for char in text)


_NUMERIC = re.compile(r"[\d.,:/%$£€¥+\-–]+(st|nd|rd|th|s|bn|m|k|pm|am)?", re.IGNORECASE)


_MANY = re.compile(r"[A-Z]{2,5}s")
"""Things of a kind, not the name of one: "ISPs", "NGOs", "MPs"."""
_CURRENCY = re.compile(r"[A-Z]{0,3}[$£€¥][\d.,]*[a-z]{0,2}")
"""A sum or what stands before one: "US$", "NZ$3m"."""
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
"""What American papers put behind a politician's name: "(R-Texas)"."""


def is_junk(span: Span, key: tuple[str, ...]) -> bool:
    """True for what is never a name: numbers, dates, page furniture, words without a capital, addresses."""
    if not key or not any(_capital(token.text) for token in span):
        return True
    if any(token.like_url or token.like_email or "@" in token.text for token in span):
        return True
    words = [token for token in span if not token.is_punct]
    if _PARTY_AND_STATE.match(span.text) or key[-1].endswith("ically"):
        return True
    if all(token.lower_ in lexicon.JUNK or token.lower_.rstrip(".") in lexicon.CALENDAR for token in words):
        return True
    counted = lexicon.CALENDAR | lexicon.JUNK
    if all(_NUMERIC.fullmatch(token.text) or token.lower_ in counted for token in words):
        return True
    if len(words) == 1:
        if _MANY.fullmatch(words[0].text) and key not in lexicon.agencies():
            return True
        if _CURRENCY.fullmatch(words[0].text):
            return True
        word = words[0].lower_.rstrip(".")
        stop = words[0].is_stop and not words[0].text.isupper()
        return stop or word in lexicon.TITLES or not _spells(words[0].text)
    return all(token.lower_ in lexicon.OFFICES or token.lower_ in lexicon.TITLES for token in words)


def _spells(text: str) -> bool:
    """True for a word of letters, of which there are two at least."""
    return sum(char.isalpha() for char in text) > 1
