"""Marking by keyboard: what is on the screen is on disk, and can be undone."""

from __future__ import annotations

from pathlib import Path

from tests.tui import sample
from tests.tui.conftest import Open, reading
from tests.tui.sample import REUTERS, RFE


async def test_h_highlights_the_sentence_and_h_again_changes_the_colour(open_sample: Open) -> None:
    async with open_sample() as reader:
        words = reader.sentence
        await reader.press("h")
        (mark,) = reader.workspace.annotations()
        assert (mark.anchors[0].exact, mark.colour, mark.motivation) == (words, "yellow", "highlighting")
        assert reader.text.drawn.get("mark-yellow") == [mark.anchors[0].span]
        await reader.press("h")
        (mark,) = reader.workspace.annotations()
        assert mark.colour == "green"


async def test_a_note_is_written_and_stands_after_a_restart(open_sample: Open, folder: Path) -> None:
    async with open_sample() as reader:
        words = reader.sentence
        await reader.press("a")
        await reader.type("ask the ministry")
        await reader.press("enter")
        assert "Note saved" in reader.status
    async with reading(sample.open_library(folder), (120, 40)) as reader:
        (note,) = reader.workspace.annotations()
        assert (note.note, note.anchors[0].exact) == ("ask the ministry", words)
        assert reader.text.signs[note.anchors[0].start][0] == "✎"


async def test_a_note_that_stands_there_is_changed_not_doubled(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("a")
        await reader.type("one")
        await reader.press("enter", "a")
        await reader.type(" two")
        await reader.press("enter")
        (note,) = reader.workspace.annotations()
        assert note.note == "one two"


async def test_a_note_can_have_several_lines_and_escape_changes_nothing(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("a")
        await reader.type("first")
        await reader.press("ctrl+j")
        await reader.type("second")
        await reader.press("enter")
        assert reader.workspace.annotations()[0].note == "first\nsecond"
        await reader.press("a")
        await reader.type("lost")
        await reader.press("escape")
        assert reader.workspace.annotations()[0].note == "first\nsecond"


async def test_tags_are_set_and_offered_again(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("t")
        await reader.type("check, loan")
        await reader.press("enter")
        assert reader.workspace.annotations()[0].tags == ("check", "loan")
        await reader.press("j", "t")
        await reader.type("lo")
        await reader.press("right", "enter")
        assert [a.tags for a in reader.workspace.annotations()] == [("check", "loan"), ("loan",)]


async def test_information_is_graded_from_1_to_6(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("c")
        await reader.type("9")
        await reader.press("enter")
        assert "from 1 to 6" in reader.screen_text()
        await reader.press("backspace", "3", "enter")
        assert reader.workspace.annotations()[0].confidence == 3


async def test_x_removes_and_u_brings_back_and_U_removes_again(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("h", "x")
        assert reader.workspace.annotations() == ()
        assert not reader.text.drawn.get("mark-yellow")
        await reader.press("u")
        assert len(reader.workspace.annotations()) == 1
        assert reader.text.drawn.get("mark-yellow")
        assert "Taken back" in reader.status
        await reader.press("U")
        assert reader.workspace.annotations() == ()


async def test_undo_works_after_a_restart(open_sample: Open, folder: Path) -> None:
    async with open_sample() as reader:
        await reader.press("h")
    async with reading(sample.open_library(folder), (120, 40)) as reader:
        await reader.press("u")
        assert reader.workspace.annotations() == ()
        await reader.press("u")
        assert "nothing to take back" in reader.status


async def test_words_are_selected_by_caret_and_anchor(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("v")
        assert reader.selected == "RFE/RL"
        await reader.press("w", "w", "right", "v", "w", "w")
        assert reader.selected == "signaled a growing"
        await reader.press("b")
        assert reader.selected == "signaled a"
        await reader.press("o", "w")
        assert reader.selected == "a"
        await reader.press("escape")
        assert reader.text.selection is None


async def test_sentences_are_selected_with_their_closing_marks(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("j", "V")
        assert reader.selected.startswith("Lukashenka had")
        assert reader.selected.endswith("force was signed.")
        await reader.press("j")
        assert reader.selected.endswith("imports of its dairy products.")
        await reader.press("k")
        assert reader.selected.endswith("force was signed.")


async def test_selected_words_are_what_is_marked_in_the_right_column_too(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("n", "n", "tab", "v", "w", "w", "w", "w", "w", "v", "w", "w", "h")
        (mark,) = reader.workspace.annotations()
        assert (mark.anchors[0].article, mark.anchors[0].exact) == (REUTERS, "on health grounds")
        assert reader.text.selection is None


async def test_words_are_selected_with_the_mouse(open_sample: Open) -> None:
    async with open_sample() as reader:
        row = reader.text.level_row + 1
        await reader.pilot.mouse_down(reader.text, offset=(6, row))
        await reader.pilot.hover(reader.text, offset=(20, row))
        await reader.pilot.mouse_up(reader.text, offset=(20, row))
        await reader.pilot.pause()
        assert reader.selected
        assert reader.selected in reader.sentence
        await reader.press("h")
        assert reader.workspace.annotations()[0].anchors[0].article == RFE


async def test_words_are_copied_with_their_source(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("v", "w", "w", "w", "y")
        assert reader.app.clipboard == (
            "“signaled” (RFE/RL, Belarus Leader Snubs Moscow Security Pact Summit, 14 June 2009)"
        )


async def test_nothing_to_remove_is_said(open_sample: Open) -> None:
    async with open_sample() as reader:
        await reader.press("x")
        assert "Nothing of yours stands here" in reader.status
