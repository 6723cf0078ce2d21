"""Names and their spellings: when two forms may name one person, body or place, judged by the words alone."""

from briefing.compare.names.folding import fold, key, words
from briefing.compare.names.people import compare_people
from briefing.compare.names.sounding import alike, sounded

__all__ = ["alike", "compare_people", "fold", "key", "sounded", "words"]
