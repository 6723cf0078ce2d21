from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefing.cli import main


class Ran(NamedTuple):
    """What a command did: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``run("list", "--json", stdin=b"...")``: the command, in this process, on a library of its own."""
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "library"))

    def call(*words: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["briefing", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status: Any = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        captured = capsys.readouterr()
        return Ran(int(status), captured.out, captured.err)

    return call


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two short reports of one event."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.md").write_text(
        "---\ntitle: Minister opens the Halden bridge\nsource: The Morning Post\npublished: 2011-05-03\n---\n"
        "Transport Minister Anna Berg opened the new bridge at Halden on Tuesday.\n\n"
        'The bridge cost 40 million euros. "It will last a century," Berg said.\n\n'
        "A ferry had served the town since 1921.\n",
        "utf-8",
    )
    (folder / "two.md").write_text(
        "---\ntitle: Halden bridge opened\nsource: Evening Courier\npublished: 2011-05-03\n---\n"
        "The new bridge at Halden was opened by Anna Berg, the transport minister, on Tuesday.\n\n"
        "It cost 40 million euros, officials said. Shipowners had opposed it for years.\n",
        "utf-8",
    )
    return folder
