"""How quickly the screen is there and answers, in a real pty, against an empty Textual app."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.terminal.emulator import PATIENCE, Terminal

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("first words")
    def on_key(self, event):
        self.query_one(Static).update("pressed " + event.key)
Empty().run()
"""
RUNS = 7


def run() -> list[tuple[str, str, str]]:
    """Cold start to first text, and key to finished repaint."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {"BRIEFING_LIBRARY": str(Path(folder) / "library")}
        program = [sys.executable, "-m", "briefing", "read", "seeds"]
        with Terminal(program, environ=environ) as terminal:  # the findings are made once, not timed
            terminal.wait_for("Lukashenka")
            terminal.wait_for("2 origins")
            terminal.press("q")
            terminal.wait_for_end()
        ours = statistics.median(_first(program, b"signaled", environ) for _ in range(RUNS))
        empty = statistics.median(_first([sys.executable, "-c", EMPTY], b"first", {}) for _ in range(RUNS))
        key = _key(program, environ)
        empty_key = _key([sys.executable, "-c", EMPTY], {})
    return [
        ("first text on the screen", f"{ours / empty:.2f} x", f"an empty app's ({ours:.2f} s against {empty:.2f} s)"),
        ("key to finished repaint", f"{key / empty_key:.2f} x", f"an empty app's ({key * 1e3:.0f} ms)"),
    ]


def _first(program: list[str], word: bytes, environ: dict[str, str]) -> float:
    """Seconds until the bytes of a word have come; an emulator of Python would take longer than the program."""
    began = time.perf_counter()
    with Terminal(program, environ=environ) as terminal:
        seen = b""
        while word not in seen:
            seen = seen[-len(word) :] + terminal.bytes(PATIENCE)
        return time.perf_counter() - began


def _key(program: list[str], environ: dict[str, str]) -> float:
    """Median time from a key to the last byte that it brings, quiet for 60 ms counting as the end."""
    taken = []
    with Terminal(program, environ=environ) as terminal:
        while terminal.bytes(1.0):
            pass
        for _ in range(20):
            began = last = time.perf_counter()
            terminal.press("j")
            while terminal.bytes(0.06):
                last = time.perf_counter()
            taken.append(last - began)
    return statistics.median(taken)
