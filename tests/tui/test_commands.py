"""Every command is declared once, can be carried out, and has a key that means one thing in one place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.errors import BrokenSettings
from briefing.tui.commands import COMMANDS, keymap
from briefing.tui.commands.handling import handler
from tests.tui.conftest import Open


def test_each_command_is_told_of_in_full_and_can_be_carried_out() -> None:
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)
    for each in COMMANDS:
        assert callable(handler(each.id))
        assert each.keys
        assert each.title
        assert each.help.endswith(".")


def test_listing_commands_needs_no_textual() -> None:
    code = "import sys; from briefing.tui.commands import COMMANDS, keymap; keymap(); print('textual' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_the_screen_brings_in_no_spacy() -> None:
    code = (
        "import sys, briefing.tui.app, briefing.tui.screens.main; from briefing.tui.commands.handling import handler; "
        "handler('quit'); print('spacy' in sys.modules or 'onnxruntime' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_a_key_of_ones_own_is_taken_from_the_command_that_had_it_beside_another() -> None:
    keys = keymap({"export": "E f5", "next-difference": "down"})
    assert keys["export"] == ("E", "f5")
    assert keys["next-difference"] == ("down",)
    assert keys["next-sentence"] == ("j",)


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"next-diference": "x"}, "Did you mean 'next-difference'?"),
        ({"export": "q"}, "both 'export' and 'quit'"),
        ({"export": "qq"}, "'qq' for 'export' is not a key"),
        ({"export": " "}, "'export' has no key"),
        ({"word-forward": "h"}, "both"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_its_name(own: dict[str, str], words: str) -> None:
    with pytest.raises(BrokenSettings) as refusal:
        keymap(own)
    assert words in str(refusal.value)


async def test_own_keys_work_on_the_screen_and_the_old_ones_do_not(open_sample: Open) -> None:
    async with open_sample(keys={"next-difference": "f5", "highlight": "H"}) as reader:
        await reader.press("n")
        assert reader.sentence.startswith("(RFE/RL)")
        await reader.press("f5")
        assert reader.sentence.startswith("Lukashenka had")
        assert "F5 next difference" in reader.screen_text()
        await reader.press("h", "H")
        assert len(reader.workspace.annotations()) == 1


async def test_a_key_at_the_bottom_can_be_clicked(open_sample: Open) -> None:
    async with open_sample() as reader:
        row = reader.screen_text().split("\n")[-1]
        await reader.pilot.click(reader.desk.key_bar, offset=(row.index("next difference") + 2, 0))
        await reader.pilot.pause()
        assert reader.sentence.startswith("Lukashenka had")
