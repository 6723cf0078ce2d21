"""``briefing_sentences``: where a sentence must begin, and where none may.

Runs before the parser, which keeps the boundaries it finds set and decides the rest. News breaks parsers in known
ways: headlines in title case fall in two, a closing quotation mark is left alone, "Mr." ends a sentence. Each rule here
is one of these.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import NamedTuple

import numpy
from spacy.attrs import IDX, IS_SPACE, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.training import Example

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


@Language.factory(
    "briefing_sentences",
    assigns=["token.is_sent_start"],
    default_score_weights={"sents_f": 1.0, "sents_p": None, "sents_r": None},
)
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
        words = _Words.of(doc)
        cased = _has_capitals(words)
        starts, solid = _edges(doc, words, cased)
        may_follow = [i > 0 and _may_follow(words, i) for i in range(len(doc))]
        closed = _unbroken(starts, may_follow)
        marks = numpy.zeros(len(doc), dtype="uint64")
        begin = 0
        for i in range(1, len(doc)):
            if words.space[i]:
                marks[i] = _NO
            elif starts[i] or i - begin >= ENDLESS:
                marks[i] = _YES
                begin = i
            elif solid[i] or closed[i] or _continues(words, i, cased):
                marks[i] = _NO
            elif _runs_on(words, i) or (i - begin >= LONG and words.texts[i - 1] not in _BULLETS and may_follow[i]):
                marks[i] = _YES
                begin = i
        # One write for all: the setter of a single token looks through the whole Doc first.
        doc.from_array([SENT_START], marks)  # type: ignore[arg-type]
        return doc

    def score(self, examples: Iterable[Example], **_: object) -> dict[str, float]:
        """Precision, recall and F of the sentences in the end, for ``nlp.evaluate``; see ``Scorer.score_spans``."""
        figures = Scorer.score_spans(examples, "sents", has_annotation=lambda doc: doc.has_annotation("SENT_START"))
        return {name: figures[name] for name in ("sents_p", "sents_r", "sents_f")}


class _Words(NamedTuple):
    """The tokens of a Doc in columns, which answer faster than tokens do."""

    texts: list[str]
    lower: list[str]
    places: list[int]
    space: list[int]
    spaced: list[int]
    """A blank stands behind the token."""

    @classmethod
    def of(cls, doc: Doc) -> _Words:
        codes, places, space, spaced = doc.to_array([ORTH, IDX, IS_SPACE, SPACY]).T.tolist()
        strings = doc.vocab.strings
        text = {code: strings[code] for code in set(codes)}
        small = {code: word.lower() for code, word in text.items()}
        return cls([text[code] for code in codes], [small[code] for code in codes], places, space, spaced)


def _edges(doc: Doc, words: _Words, cased: bool) -> tuple[list[bool], list[bool]]:
    """For each token: does a line or a marked stretch begin here; does it stand inside a marked stretch."""
    article = doc._.article
    marks = sorted(article.furniture, key=lambda mark: mark.start) if article else []
    starts, solid = [False] * len(doc), [False] * len(doc)
    pending, inside, at = False, -1, 0
    soft = soft_breaks(extensions.text_of(doc)) if cased else frozenset()
    for i, (place, space) in enumerate(zip(words.places, words.space, strict=True)):
        while at < len(marks) and marks[at].end <= place:
            at += 1
        mark = at if at < len(marks) and marks[at].start <= place else -1
        pending = pending or mark != inside
        inside = mark
        if not space:
            starts[i], pending = pending, False
            solid[i] = mark >= 0 and marks[mark].kind != "footer"
        pending = pending or ("\n" in words.texts[i] and _ends_line(words.texts[i], place, soft))
    return starts, solid


def _ends_line(text: str, start: int, soft: frozenset[int]) -> bool:
    """True for a line break that a sentence ends at."""
    place = text.find("\n")
    return "\n" in text[place + 1 :] or start + place not in soft


def _unbroken(starts: list[bool], may_follow: list[bool]) -> list[bool]:
    """For each token, whether no end mark stands before it since the last one, as in a headline or mid-sentence."""
    flags = [False] * len(starts)
    begin = 0
    for i in range(1, len(starts) + 1):
        if i == len(starts) or starts[i] or may_follow[i]:
            if i - begin <= UNPUNCTUATED:
                flags[begin + 1 : i] = [True] * (i - begin - 1)
            begin = i
    return flags


def _may_follow(words: _Words, i: int) -> bool:
    """True where the word before may end a sentence: an end mark, perhaps with closing quotation marks and brackets."""
    texts = words.texts
    if texts[i] in _CLOSERS and not words.spaced[i - 1]:
        return False
    at = i - 1
    while at > 0 and i - at < 4 and (texts[at] in _CLOSERS or words.space[at]):
        at -= 1
    text = texts[at]
    return text in _ENDS or text in _BULLETS or text[-1] in ".!?…" or (text in _CLOSERS and at < i - 1)


def _has_capitals(words: _Words) -> bool:
    """False for a text all in small letters, in which one says nothing of where a sentence begins."""
    letters = [text for text in words.texts if text.isalpha()]
    return sum(not text[0].islower() for text in letters) * 50 > len(letters)


def _continues(words: _Words, i: int, cased: bool) -> bool:
    """True where a sentence cannot begin, though an end mark stands before."""
    texts, space, spaced = words.texts, words.space, words.spaced
    text, before = texts[i], texts[i - 1]
    if text in _CLOSERS and not space[i - 1] and (not spaced[i - 1] or _closes_line(texts, i)):
        return True
    if cased and text[0].islower() and not any(char.isupper() for char in text) and not space[i - 1]:
        return before not in _BULLETS
    if before in _OPENERS and not spaced[i - 1] and (i < 2 or spaced[i - 2] or space[i - 2]):
        return True
    if _ABBREVIATED.fullmatch(before) or _titles(words, i):
        return True
    if _INITIAL.fullmatch(before) and text[0].isupper() and before[0].isupper():
        return i < 2 or bool(space[i - 2]) or texts[i - 2][0].isupper() or _INITIAL.fullmatch(text) is not None
    return _says_after_question(words, i)


def _titles(words: _Words, i: int) -> bool:
    """True for the name, or the next rank, after "Capt." or "Adj. Sr."."""
    lower = words.lower
    if not words.texts[i][0].isupper() or lower[i] in _OPENING or not words.texts[i - 1][0].isupper():
        return False
    if lower[i - 1] in _RANKS:
        return True
    return lower[i - 1] in _GRADES and (lower[i] in _RANKS or (i > 1 and lower[i - 2] in _RANKS))


def _closes_line(texts: list[str], i: int) -> bool:
    return i + 1 == len(texts) or "\n" in texts[i + 1]


def _says_after_question(words: _Words, i: int) -> bool:
    """True for the words after the quotation in “Who pays?” Mr Orlov said."""
    if i < 2 or words.texts[i - 1] not in _CLOSERS or words.texts[i - 2] not in ("?", "!"):
        return False
    return not _SAYS.isdisjoint(words.lower[i : i + 4])


def _runs_on(words: _Words, i: int) -> bool:
    """True after a rank that ends a sentence, and where a space is missing: "Samuel Zbogar.Belarus today"."""
    if words.lower[i - 1] in _RANKS and words.texts[i].istitle() and words.lower[i] in _OPENING:
        return True
    if i < 2 or words.texts[i - 1] != "." or words.spaced[i - 1] or words.spaced[i - 2]:
        return False
    word, after = words.texts[i - 2], words.texts[i]
    return len(word) > 2 and word[-1].islower() and len(after) > 1 and after[0].isupper() and after[1:].islower()
