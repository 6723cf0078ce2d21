"""``briefing_quotes``: who said what, directly and indirectly, in ``doc._.quotes``.

An attribution has a source, a cue and content, as in PolNeAR (Newell, Margolin and Ruths 2018, "An Attribution
Relations Corpus for Political News"). Words in quotation marks are attributed first (:mod:`.quoted`), then reported
speech by the frames of cue verbs (:mod:`.reported`), then nouns, "according to" and headlines (:mod:`.nominal`).
"""

from __future__ import annotations

from briefing.nlp.quotes.component import Quotes, make_quotes
from briefing.nlp.quotes.scorer import score_quotes

__all__ = ["Quotes", "make_quotes", "score_quotes"]
