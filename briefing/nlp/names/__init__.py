"""``briefing_names``: who and what the article names, and every place that refers to them."""

from __future__ import annotations

from briefing.nlp.names.component import Names, make_names

__all__ = ["Names", "make_names"]
