"""How well two worker processes share the work, through the executor that the workspace uses."""

from __future__ import annotations

import time
from collections.abc import Sequence

from briefing.model import Article
from briefing.settings import Language
from briefing.workspace.analysis import Engine, Refresh

_ROUNDS = 3


def two_against_one(articles: Sequence[Article]) -> tuple[str, str, str]:
    """Wall-clock time of two workers, against half of one worker's; each the best of some rounds, workers warmed up."""
    engines = [Engine(Language(workers=count)) for count in (1, 2)]
    try:
        for engine in engines:
            _seconds(engine, articles[:20])
        taken = [[_seconds(engine, articles) for engine in engines] for _ in range(_ROUNDS)]
    finally:
        for engine in engines:
            engine.close()
    one, two = (min(times) for times in zip(*taken, strict=True))
    return "two workers", f"{two / (one / 2):.2f} x", f"half of one worker's time ({one:.1f} s, two {two:.1f} s)"


def _seconds(engine: Engine, articles: Sequence[Article]) -> float:
    began = time.perf_counter()
    assert sum(1 for _ in engine.analyse(articles, Refresh())) == len(articles)
    return time.perf_counter() - began
