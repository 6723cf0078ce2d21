from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import UnreadableInput
from briefing.ingest import read
from briefing.model import Article

ReadOne = Callable[..., Article]


@pytest.fixture
def read_one(tmp_path: Path) -> ReadOne:
    """``read_one("report.txt", content)`` writes one file and gives the one article read from it."""

    def run(name: str, content: str | bytes) -> Article:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = read([path])
        assert isinstance(found, Article), found
        return found

    return run


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[..., UnreadableInput]:
    """``refusal("report.txt", content)`` writes one file and gives the reason why it is refused."""

    def run(name: str, content: str | bytes) -> UnreadableInput:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        (found,) = read([path])
        assert isinstance(found, UnreadableInput), found
        return found

    return run
