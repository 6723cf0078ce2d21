"""How much memory a worker process takes at most, after many articles and in one that is very long."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from briefing.model import Article
from briefing.nlp.analysis import DEFAULT_MODEL
from briefing.workspace import jobs
from tests.bench import texts

_MANY = 200
_TOGETHER = 4
LIMIT = 1024.0
"""MiB."""


def of_a_worker(words: int) -> list[tuple[str, str, str]]:
    """Peak memory in MiB: after some articles, after many, and after one of so many words; its time a word."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.memory", str(words)], capture_output=True, text=True, check=True
    )
    few, many, held, long, slower = (float(figure) for figure in done.stdout.split()[-5:])
    return [
        (f"memory after {_MANY // 4} articles", f"{few:.0f} MiB", f"at most, of {LIMIT:.0f}"),
        (f"memory after {_MANY} articles", f"{many:.0f} MiB", f"at most; {held:.0f} MiB held"),
        (f"memory with one of {words:,} words", f"{long:.0f} MiB", f"at most, of {LIMIT:.0f}"),
        ("time a word in it", f"{slower:.2f} x", "in articles of usual length"),
    ]


def _main(words: int) -> None:
    """In a process of its own: do a worker's work, and print the five figures."""
    usual = texts.articles(_MANY)
    _seconds(usual[: _MANY // 4])
    few = _peak()
    each = _seconds(usual[_MANY // 4 :]) / _words(usual[_MANY // 4 :])
    many, held = _peak(), _held()
    long = Article(id="long", text="\n\n".join(article.text for article in texts.articles(words // 500, seed=2)))
    long = msgspec.structs.replace(long, text=long.text[: int(len(long.text) * words / _words([long]))])
    slower = _seconds([long]) / _words([long]) / each
    print(few, many, held, _peak(), slower)


def _seconds(articles: list[Article]) -> float:
    """Processor seconds of a worker for the articles, in units of work as the workspace hands them out."""
    began = time.process_time()
    for first in range(0, len(articles), _TOGETHER):
        jobs.analyse(DEFAULT_MODEL, msgspec.msgpack.encode(articles[first : first + _TOGETHER]))
    return time.process_time() - began


def _words(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _peak() -> float:
    """MiB of memory that the process has held at most; macOS counts bytes, others kibibytes.

    Linux gives a new process the peak of the one that started it, but for the account in /proc.
    """
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10
    except (OSError, StopIteration):
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 2**20 if sys.platform == "darwin" else most / 2**10


def _held() -> float:
    """MiB of memory that the process holds now, where the system tells."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 2**20
    except OSError:
        return float("nan")


if __name__ == "__main__":
    _main(int(sys.argv[1]))
