"""Aligned passages -> claims: what the sources agree on, what comes to the same, what was revised, what cannot both hold."""

from __future__ import annotations

from briefing.compare.claims.judge import judge

__all__ = ["judge"]
