"""Findings of several articles -> stories: grouping, entities, origins, passages, claims. No spaCy, no I/O."""
