"""``python -m tests.bench [NAME...]``: every bench, or those named."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tests.bench import accuracy, comparing, language, screen, start, storage

BENCHES: dict[str, Callable[[], list[tuple[str, str, str]]]] = {
    "start": start.run,
    "screen": screen.run,
    "language": language.run,
    "storage": storage.run,
    "accuracy": accuracy.run,
    "compare": comparing.run,
    "compared": accuracy.run_compared,
}


def main(names: list[str]) -> None:
    """Run and print: what was measured, the figure, and what it is a ratio to or was taken on."""
    rows: list[tuple[str, str, str]] = []
    for name in names or list(BENCHES):
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows += BENCHES[name]()
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for what, figure, to in rows:
        print(f"{what:<{widths[0]}}  {figure:>{widths[1]}}  {to}")


if __name__ == "__main__":
    main(sys.argv[1:])
