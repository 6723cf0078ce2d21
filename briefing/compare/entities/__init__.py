"""One entity across sources: which articles' people, bodies and places are the same, and why."""

from briefing.compare.entities.linking import link_entities

__all__ = ["link_entities"]
