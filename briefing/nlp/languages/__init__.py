"""Which passages of an article are not English, and in which language they are.

Our components know English only. A passage in another language is marked and veiled from the model (:func:`veiled`),
so that nothing is found in it. The evidence is the letters' script and the little words that any text of a language is
full of (Grefenstette, "Comparing two language identification schemes", JADT 1995). Character n-grams need fewer words,
but take lists of names, tables and code for a language; here wrong is worse than missing, and what the evidence is
thin for counts as English and is read.
"""

from __future__ import annotations

from briefing.nlp.languages.passages import foreign_passages, sentences_in, veiled

__all__ = ["foreign_passages", "sentences_in", "veiled"]
