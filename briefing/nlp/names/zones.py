"""Where in the article a word stands: in the reporting, in a headline, in the page's furniture."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from briefing.nlp.names import lexicon
from briefing.nlp.names.words import Words

SILENT = frozenset({"navigation", "promotion", "footer", "timestamp", "role"})
"""Furniture in which nothing is named; ``role`` is the HOST or GUEST of a transcript's line."""

LINE = 30
"""Tokens of the longest first line that may be an unmarked headline."""
LOUD = 4
"""Words in capitals in a row that are a heading, and no name."""


def zones(doc: Doc, words: Words) -> list[str]:
    """For each token the kind of furniture it stands in; empty for the reporting itself.

    An unmarked first line that looks like a headline, and a row of words in capitals, count as ``headline``: there a
    capital says nothing.
    """
    kinds = [""] * len(doc)
    article = doc._.article
    marks = sorted(article.furniture, key=lambda mark: mark.start) if article else []
    at = 0
    for token in doc if marks else ():
        while at < len(marks) and marks[at].end <= token.idx:
            at += 1
        if at == len(marks):
            break
        if marks[at].start <= token.idx:
            kinds[token.i] = marks[at].kind
    if not marks:
        end = _headline_end(doc, words)
        kinds[:end] = ["headline"] * end
    for start, end in _loud(words.texts):
        kinds[start:end] = [kind or "headline" for kind in kinds[start:end]]
    for start, end in _speakers(words):
        role = all(word.lower() in lexicon.SPEAKERS for word in words.texts[start:end] if word.isalpha())
        kinds[start:end] = ["role" if role else "speaker"] * (end - start)
    return kinds


def _speakers(words: Words) -> list[tuple[int, int]]:
    """Speakers in capitals at the beginning of a transcript's lines; none where there is one such line alone.

    "NEW DELHI: " opens a report, and not a speech.
    """
    found: list[tuple[int, int]] = []
    for start in words.lines:
        end = start
        while end < len(words.texts) and end - start < SPEAKER and _is_loud(words.texts[end]):
            end += 1
        if start < end < len(words.texts) and words.texts[end] == ":":
            found.append((start, end))
    return found if len(found) > 1 else []


SPEAKER = 5
"""Words of a speaker's name in a transcript, "SEN. MARK ORLOV", full stops counted."""


def _is_loud(text: str) -> bool:
    return text.isupper() and text.replace(".", "").replace("-", "").isalpha()


def _headline_end(doc: Doc, words: Words) -> int:
    """Tokens of a first line that is a headline by its look: short, with more below, unfinished or in title case."""
    for at, text in enumerate(words.texts[: LINE + 1]):
        if "\n" in text:
            line = doc[:at]
            if at == 0 or at + 1 == len(doc):
                return 0
            return at if not line[-1].is_punct or in_title_case(list(line)) else 0
    return 0


def in_title_case(tokens: list[Token]) -> bool:
    """True where nearly all longer words begin with a capital."""
    words = [token for token in tokens if token.is_alpha and len(token.text) > 3]
    return len(words) > 2 and sum(token.text[0].isupper() for token in words) > 0.8 * len(words)


def _loud(texts: list[str]) -> list[tuple[int, int]]:
    """Rows of words in capitals, punctuation between them included."""
    rows: list[tuple[int, int]] = []
    start, words = -1, 0
    for i, text in enumerate(texts):
        if text.isupper() and text.isalpha():
            start, words = (i if start < 0 else start), words + 1
        elif start >= 0 and (text.isalpha() or text.isspace()):
            if words >= LOUD:
                rows.append((start, i))
            start, words = -1, 0
    if words >= LOUD:
        rows.append((start, len(texts)))
    return rows
