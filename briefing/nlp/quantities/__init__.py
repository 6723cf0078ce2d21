"""Quantities: numbers with their unit, how exact they are, whether they rise or fall, and what they count.

``numerals`` of the room reads the numbers; ``amounts.py`` adds sign, currency, unit, range and bound from the words
around (tables: ``units.toml``, ``cues.toml``); ``shares.py`` reads parts of a whole; ``counted.py`` asks the parse what
is counted, ``people.py`` and ``ages.py`` whether a bare number counts people or years of age, ``elided.py`` what was
told before; ``names.py``, ``pronouns.py`` and ``measures.py`` leave out numbers that count nothing.
"""

from __future__ import annotations

from spacy.language import Language

from briefing.nlp.quantities.component import Quantities

__all__ = ["Quantities", "make_quantities"]


@Language.factory(
    "briefing_quantities",
    assigns=["doc._.quantities"],
    requires=["doc._.times", "token.dep"],
    default_score_weights={"quantities_value_f": 0.5, "quantities_unit_f": 0.5},
)
def make_quantities(nlp: Language, name: str) -> Quantities:
    """The component."""
    return Quantities()
