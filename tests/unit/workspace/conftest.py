from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from briefing.settings import Settings
from briefing.workspace import InlineExecutor, Workspace


class CountingExecutor(InlineExecutor):
    """Does the work at once, and remembers which work it was."""

    def __init__(self) -> None:
        self.jobs: list[str] = []
        self.given: list[tuple[Any, ...]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.jobs.append(fn.__name__)
        self.given.append(args)
        return super().submit(fn, *args, **kwargs)


@pytest.fixture
def executor() -> CountingExecutor:
    return CountingExecutor()


@pytest.fixture
def workspace(tmp_path: Path, executor: CountingExecutor) -> Iterator[Workspace]:
    with Workspace(Settings(library=str(tmp_path / "library")), executor=executor) as opened:
        yield opened


ONE = """---
title: Minister opens the Halden bridge
source: The Morning Post
published: 2011-05-03
---
Transport Minister Anna Berg opened the new bridge at Halden on Tuesday.

The bridge cost 40 million euros. A ferry had served the town since 1921.
"""
TWO = """---
title: Halden bridge opened
source: Evening Courier
published: 2011-05-03
---
The new bridge at Halden was opened by Anna Berg, the transport minister, on Tuesday.

The bridge cost 55 million euros, according to the ministry.
"""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with two short reports of one event."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.md").write_text(ONE, "utf-8")
    (folder / "two.md").write_text(TWO, "utf-8")
    return folder
