"""How long the command line takes to answer."""

from __future__ import annotations

from tests.bench.timing import process_seconds, python


def run() -> list[tuple[str, str, str]]:
    """``--help`` and ``list`` against an interpreter that does nothing."""
    nothing = process_seconds(*python("-c", "pass"))
    rows = []
    for words in (("--help",), ("list",), ("keys",)):
        taken = process_seconds(*python("-m", "briefing", *words))
        rows.append((f"briefing {words[0]}", f"+{taken - nothing:.2f} s", f"over `python -c pass` ({nothing:.2f} s)"))
    return rows
