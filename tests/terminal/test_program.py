"""A person's first evening with the installed program, in a real terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.emulator import Terminal

PROGRAM = str(Path(sys.executable).parent / "briefing")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library made by the program itself, opened first by the test that reads the samples."""
    return tmp_path_factory.mktemp("evening") / "library"


def opened(library: Path, *words: str, columns: int = 140, rows: int = 40) -> Terminal:
    command = [PROGRAM, "read", "--library", str(library), *words]
    return Terminal(command, columns=columns, rows=rows)


def notes(library: Path) -> list[dict[str, object]]:
    shown = subprocess.run(
        [PROGRAM, "notes", "--json", "--library", str(library)], capture_output=True, text=True, check=True
    )
    found: list[dict[str, object]] = json.loads(shown.stdout)["notes"]
    return found


def test_the_samples_are_read_annotated_left_and_opened_again(library: Path, seeds: Path) -> None:
    with opened(library, str(seeds)) as terminal:
        terminal.wait_for("Lukashenk")
        terminal.wait_for("2 origins")
        terminal.wait_for("RFE/RL")
        terminal.wait_for("Reuters")
        terminal.press("n")
        terminal.wait_for("≠")
        terminal.press("a")
        terminal.wait_for("Enter saves")
        terminal.press("ask the ministry", "\r")
        terminal.wait_for("ask the ministry", gone=True)
        terminal.press("4")
        terminal.wait_for("ask the ministry")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    (note,) = notes(library)
    assert note["note"] == "ask the ministry"

    with opened(library) as terminal:
        terminal.wait_for("2 origins")
        terminal.press("4")
        terminal.wait_for("ask the ministry")
        terminal.press("u")
        terminal.wait_for("ask the ministry", gone=True)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert notes(library) == []


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24), (120, 40), (200, 50)])
def test_every_size_of_terminal_shows_the_text(library: Path, seeds: Path, columns: int, rows: int) -> None:
    with opened(library, str(seeds), columns=columns, rows=rows) as terminal:
        terminal.wait_for("Lukashenk")
        assert all(len(line) <= columns for line in terminal.text().splitlines())
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_a_killed_screen_loses_no_note(library: Path, seeds: Path) -> None:
    with opened(library, str(seeds)) as terminal:
        terminal.wait_for("2 origins")
        terminal.press("h")
        while not notes(library):
            terminal.read()
        terminal.process.kill(signal.SIGKILL)
    assert [note["motivation"] for note in notes(library)] == ["highlighting"]


def test_a_note_by_the_command_line_is_seen_by_the_open_screen(library: Path, seeds: Path) -> None:
    with opened(library, str(seeds)) as terminal:
        terminal.wait_for("2 origins")
        terminal.press("4")
        command = [PROGRAM, "note", "--library", str(library), "000_5bf3d004f33f49d2.txt"]
        command += ["--quote", "open discrimination", "--note", "from the other window"]
        subprocess.run(command, check=True, capture_output=True)
        terminal.wait_for("from the other window")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_the_terminal_is_left_as_it_was_found(library: Path, seeds: Path) -> None:
    with opened(library, str(seeds)) as terminal:
        terminal.wait_for("Lukashenk")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.text()


def test_completion_and_help_answer_without_a_terminal() -> None:
    shown = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, check=True, env={**os.environ})
    assert "Usage" in shown.stdout
    assert shown.stderr == ""


def test_output_to_a_closed_pipe_ends_quietly(seeds: Path) -> None:
    shown = subprocess.run(
        f"'{PROGRAM}' analyse '{seeds}' --json | head -c 1", shell=True, capture_output=True, text=True, check=False
    )
    assert shown.stdout == "{"
    assert "Traceback" not in shown.stderr
