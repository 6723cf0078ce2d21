"""Aligned passages -> claims: what sources agree on, what comes to the same, what was revised, what conflicts."""

from __future__ import annotations

from briefing.compare.claims.judge import judge

__all__ = ["judge"]
