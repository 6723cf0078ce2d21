"""Medians of repeated runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def median_of(action: Callable[[], object], runs: int = 5, warm_up: int = 1) -> float:
    """Median wall-clock seconds of ``action``."""
    for _ in range(warm_up):
        action()
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        action()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def interleaved(*actions: Callable[[], object], rounds: int = 3) -> list[float]:
    """Median processor seconds of each action; they take turns, so that a busy spell of the machine meets all alike."""
    for action in actions:
        action()
    taken = [[processor_seconds(action) for action in actions] for _ in range(rounds)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def processor_seconds(action: Callable[[], object]) -> float:
    """Processor seconds of this process, the system's part included, for one run of ``action``."""
    began = time.process_time()
    action()
    return time.process_time() - began


def process_seconds(*words: str, runs: int = 7) -> float:
    """Median wall-clock seconds of a whole process."""
    return median_of(lambda: subprocess.run(words, capture_output=True, check=False), runs)


def python(*words: str) -> Sequence[str]:
    """A command of this interpreter."""
    return (sys.executable, *words)
