"""Times (TIMEX3): which words name one, and which day, week, length or rate they mean.

The rules are a table (``rules.toml``) in a small language (``patterns.py``) over classes of words (``lexicon.toml``);
``days.py``, ``clocks.py``, ``holidays.py``, ``periods.py`` and ``lengths.py`` work out the values, ``context.py`` and
``tense.py`` what they count from; ``guards.py`` looks at the words around.
"""

from __future__ import annotations

from spacy.language import Language

from briefing.nlp.times.component import Times
from briefing.nlp.times.scoring import score_times

__all__ = ["Times", "make_times", "score_times"]


@Language.factory(
    "briefing_times",
    assigns=["doc._.times"],
    requires=["token.dep", "token.tag"],
    default_score_weights={"times_f": 0.5, "times_value_f": 0.5},
)
def make_times(nlp: Language, name: str) -> Times:
    """The component."""
    return Times()
