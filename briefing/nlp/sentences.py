"""``briefing_sentences``: where a sentence must begin, and where none may.

Runs before the parser, which keeps the boundaries it finds set and decides the rest. News breaks parsers in known
ways: headlines in title case fall in two, a closing quotation mark is left alone, "Mr." ends a sentence. Each rule here
is one of these.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import numpy
from spacy.attrs import ORTH, SENT_START
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from briefing.nlp import extensions
from briefing.nlp.lines import soft_breaks

UNPUNCTUATED = 120
"""Tokens without any end mark after which the parser may cut where it likes: nobody writes such sentences."""

LONG = 200
"""Tokens after which a sentence ends wherever one may: a report written as one line is not one sentence."""
ENDLESS = 400
"""Tokens after which it ends in any case, as in text without punctuation: what reads sentences may then take its time
over each. The longest sentences that anybody writes have half as many."""

_ENDS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!!", "!?", "??"})
_CLOSERS = frozenset({"”", "’", "»", ")", "]", '"', "''", "'"})
_OPENERS = frozenset({"“", "‘", "«", "„", "(", "[", '"', "``", "''"})
_BULLETS = frozenset({"-", "–", "—", "--", "•", "*", "|", "·", "/"})
_ABBREVIATED = re.compile(
    r"(mr|mrs|ms|dr|st|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|vs|fig|approx|v)\.", re.IGNORECASE
)
"""Abbreviations that something always follows."""
_TITLES = tomllib.loads(files(__package__).joinpath("titles.toml").read_text("utf-8"))
_RANKS = frozenset(rank.lower() + "." for rank in _TITLES["ranks"])
_GRADES = frozenset(grade.lower() + "." for grade in _TITLES["grades"])
_OPENING = frozenset(_TITLES["openers"])
_INITIAL = re.compile(r"\w\.(?:-?\w\.)?")
_SAYS = frozenset(
    {"said", "says", "asked", "asks", "added", "adds", "told", "wrote", "replied", "shouted", "exclaimed"}
)


_YES, _NO = numpy.uint64(1), numpy.uint64(2**64 - 1)
"""A sentence begins here; none does (-1, as spaCy stores it). 0 leaves it to the parser."""


@Language.factory("briefing_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """The component; add it before the parser."""
    return Sentences()


def keep_ranks_whole(nlp: Language) -> None:
    """Have the tokeniser leave the full stop at "Capt." and "Supt.", as it does at "Mr."."""
    for rank in (*_TITLES["ranks"], *_TITLES["grades"]):
        for text in (f"{rank}.", f"{rank.upper()}."):
            assert isinstance(nlp.tokenizer, Tokenizer)
            nlp.tokenizer.add_special_case(text, [{ORTH: text}])


class Sentences:
    """Sets ``is_sent_start`` where a rule is sure; leaves it open elsewhere."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the forced and the forbidden boundaries of ``doc``."""
        extensions.register()
        starts, solid = _edges(doc)
        closed = _unbroken(doc, starts)
        cased = _has_capitals(doc)
        marks = numpy.zeros(len(doc), dtype="uint64")
        begin = 0
        for i in range(1, len(doc)):
            if doc[i].is_space:
                marks[i] = _NO
            elif starts[i] or i - begin >= ENDLESS:
                marks[i] = _YES
            elif solid[i] or closed[i] or _continues(doc, i, cased):
                marks[i] = _NO
            elif _runs_on(doc, i) or (i - begin >= LONG and doc[i - 1].text not in _BULLETS and _may_follow(doc, i)):
                marks[i] = _YES
            if marks[i] == _YES:
                begin = i
        # One write for all: the setter of a single token looks through the whole Doc first.
        doc.from_array([SENT_START], marks)  # type: ignore[arg-type]
        return doc


def _edges(doc: Doc) -> tuple[list[bool], list[bool]]:
    """For each token: does a line or a marked stretch begin here; does it stand inside a marked stretch."""
    article = doc._.article
    marks = sorted(article.furniture, key=lambda mark: mark.start) if article else []
    starts, solid = [False] * len(doc), [False] * len(doc)
    pending, inside, at = False, -1, 0
    soft = soft_breaks(extensions.text_of(doc)) if _has_capitals(doc) else frozenset()
    for token in doc:
        while at < len(marks) and marks[at].end <= token.idx:
            at += 1
        mark = at if at < len(marks) and marks[at].start <= token.idx else -1
        pending = pending or mark != inside
        inside = mark
        if not token.is_space:
            starts[token.i], pending = pending, False
            solid[token.i] = mark >= 0 and marks[mark].kind != "footer"
        pending = pending or _ends_line(token, soft)
    return starts, solid


def _ends_line(token: Token, soft: frozenset[int]) -> bool:
    """True for a line break that a sentence ends at."""
    place = token.text.find("\n")
    return place >= 0 and ("\n" in token.text[place + 1 :] or token.idx + place not in soft)


def _unbroken(doc: Doc, starts: list[bool]) -> list[bool]:
    """For each token, whether no end mark stands before it since the last one, as in a headline or mid-sentence."""
    flags = [False] * len(doc)
    begin = 0
    for i in range(1, len(doc) + 1):
        last = i == len(doc)
        if last or starts[i] or _may_follow(doc, i):
            if i - begin <= UNPUNCTUATED:
                flags[begin + 1 : i] = [True] * (i - begin - 1)
            begin = i
    return flags


def _may_follow(doc: Doc, i: int) -> bool:
    """True where the word before may end a sentence: an end mark, perhaps with closing quotation marks and brackets."""
    if doc[i].text in _CLOSERS and not doc[i - 1].whitespace_:
        return False
    at = i - 1
    while at > 0 and i - at < 4 and (doc[at].text in _CLOSERS or doc[at].is_space):
        at -= 1
    text = doc[at].text
    return text in _ENDS or text in _BULLETS or text[-1] in ".!?…" or (text in _CLOSERS and at < i - 1)


def _has_capitals(doc: Doc) -> bool:
    """False for a text all in small letters, in which one says nothing of where a sentence begins."""
    words = capitals = 0
    for token in doc:
        if token.is_alpha:
            words += 1
            capitals += not token.text[0].islower()
    return capitals * 50 > words


def _continues(doc: Doc, i: int, cased: bool) -> bool:
    """True where a sentence cannot begin, though an end mark stands before."""
    token, before = doc[i], doc[i - 1]
    if token.text in _CLOSERS and not before.is_space and (not before.whitespace_ or _closes_line(doc, i)):
        return True
    if cased and token.text[0].islower() and not any(char.isupper() for char in token.text) and not before.is_space:
        return before.text not in _BULLETS
    if before.text in _OPENERS and not before.whitespace_ and (i < 2 or doc[i - 2].whitespace_ or doc[i - 2].is_space):
        return True
    if _ABBREVIATED.fullmatch(before.text) or _titles(doc, i):
        return True
    if _INITIAL.fullmatch(before.text) and token.text[0].isupper() and before.text[0].isupper():
        return i < 2 or doc[i - 2].text[0].isupper() or _INITIAL.fullmatch(token.text) is not None or _opens(doc[i - 1])
    return _says_after_question(doc, i)


def _titles(doc: Doc, i: int) -> bool:
    """True for the name, or the next rank, after "Capt." or "Adj. Sr."."""
    token, before = doc[i], doc[i - 1]
    if not token.text[0].isupper() or token.lower_ in _OPENING or not before.text[0].isupper():
        return False
    if before.lower_ in _RANKS:
        return True
    return before.lower_ in _GRADES and (token.lower_ in _RANKS or (i > 1 and doc[i - 2].lower_ in _RANKS))


def _closes_line(doc: Doc, i: int) -> bool:
    return i + 1 == len(doc) or "\n" in doc[i + 1].text


def _opens(token: Token) -> bool:
    return token.i == 0 or token.nbor(-1).is_space


def _says_after_question(doc: Doc, i: int) -> bool:
    """True for the words after the quotation in “Who pays?” Mr Orlov said."""
    if i < 2 or doc[i - 1].text not in _CLOSERS or doc[i - 2].text not in ("?", "!"):
        return False
    return any(token.lower_ in _SAYS for token in doc[i : min(i + 4, len(doc))])


def _runs_on(doc: Doc, i: int) -> bool:
    """True after a rank that ends a sentence, and where a space is missing: "Samuel Zbogar.Belarus today"."""
    if doc[i - 1].lower_ in _RANKS and doc[i].is_title and doc[i].lower_ in _OPENING:
        return True
    if i < 2 or doc[i - 1].text != "." or doc[i - 1].whitespace_ or doc[i - 2].whitespace_:
        return False
    word, after = doc[i - 2].text, doc[i].text
    return len(word) > 2 and word[-1].islower() and len(after) > 1 and after[0].isupper() and after[1:].islower()
