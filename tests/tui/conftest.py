"""A screen to press keys on, over a library of its own."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from briefing.tui.app import BriefingApp
from briefing.tui.screens.main import MainScreen
from briefing.tui.widgets.source_text import SourceText
from briefing.workspace import Workspace
from tests.tui import sample


class Reader:
    """Someone at the keyboard."""

    def __init__(self, pilot: Pilot[None], app: BriefingApp) -> None:
        self.pilot = pilot
        self.app = app

    @property
    def desk(self) -> MainScreen:
        """The reading room, also while a dialog lies over it."""
        return cast(MainScreen, self.app.screen_stack[0])

    @property
    def workspace(self) -> Workspace:
        return self.app.workspace

    @property
    def text(self) -> SourceText:
        return self.desk.text

    @property
    def context(self) -> str:
        """Where keys go."""
        return self.desk.context

    @property
    def sentence(self) -> str:
        """The words under the cursor."""
        assert self.text.sheet
        start, end = self.text.sentence
        return self.text.sheet.article.text[start:end]

    @property
    def selected(self) -> str:
        """The selected words."""
        assert self.text.sheet
        start, end = self.text.selection or (0, 0)
        return self.text.sheet.article.text[start:end]

    @property
    def status(self) -> str:
        """What the status line says."""
        return str(self.desk.status.render())

    @property
    def panel(self) -> str:
        """Id of the current row of the panel in view."""
        return self.desk.panel.current.current

    @property
    def detail(self) -> str:
        """The detail of the panel's current row, its line ends and indents as spaces."""
        return " ".join(str(self.desk.panel.current.detail_text.render()).split())

    def screen_text(self) -> str:
        """All that can be seen, row by row."""
        width, height = self.app.size
        rows = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in row)[:width] for row in rows[:height])

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each after the last has been dealt with."""
        for key in keys:
            await self.pilot.press(key)
            await settled(self.pilot)

    async def type(self, words: str) -> None:
        """Type words."""
        await self.press(*("space" if c == " " else c for c in words))


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the ledger, if one is being drawn up, is there and everything is drawn."""
    await pilot.pause()
    while any(worker.group == "ledger" and not worker.is_finished for worker in pilot.app.workers):
        await asyncio.sleep(0.002)
        await pilot.pause()


Open = Callable[..., AbstractAsyncContextManager[Reader]]


@contextlib.asynccontextmanager
async def reading(
    workspace: Workspace, size: tuple[int, int], *, article: str | None = None, story: str | None = None
) -> AsyncIterator[Reader]:
    """Open the screen on a library, without work in the background."""
    app = BriefingApp(workspace, story=story, article=article, background=False)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield Reader(pilot, app)


@pytest.fixture(autouse=True)
def _ledger_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.tui.screens.background.LEDGER_AFTER", 0)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample reports, made once."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    sample.build(folder).close()
    return folder


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    """A library of the test's own."""
    shutil.copytree(sample_folder, tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def open_sample(folder: Path) -> Open:
    """Opens the screen on the sample reports: ``async with open_sample((120, 40)) as reader``."""

    def open_(size: tuple[int, int] = (120, 40), *, article: str | None = None, **screen: Any) -> object:
        return reading(sample.open_library(folder, **screen), size, article=article)

    return cast(Open, open_)
