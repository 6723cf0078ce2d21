"""What a report expects and a later one tells as past, in other words: each pair among others of its two reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.compare.conftest import Tell

SCENES = Path(__file__).parent / "forecasts.txt"
LEAST = 0.75
"""Share of the pairs of ``forecasts.txt`` that are to be found; nothing is learnt from them."""


class _Scene:
    def __init__(self, block: str) -> None:
        head, *rows = block.splitlines()
        self.name, first, second = (part.strip() for part in head.removeprefix("==").split("|"))
        self.days = first, second
        self.lines = [tuple(part.strip() for part in row.split(" | ")) for row in rows]

    def reports(self) -> tuple[tuple[str, str], tuple[str, str]]:
        ours = [line[1] for line in self.lines if line[0] != "b"]
        theirs = [line[-1] for line in self.lines if line[0] != "a"]
        turned = [theirs[0], *theirs[4:], *theirs[1:4]]
        return (" ".join(ours), self.days[0]), (" ".join(turned), self.days[1])


def _scenes() -> list[_Scene]:
    return [_Scene(block) for block in SCENES.read_text("utf-8").strip().split("\n\n")]


def test_what_was_expected_is_found_done_and_nothing_else(tell: Tell) -> None:
    found = pairs = 0
    for scene in _scenes():
        told = tell(*scene.reports())
        updates = [claim for claim in told.story.claims if claim.status == "update"]
        for status, *sentences in scene.lines:
            if len(sentences) < 2:
                continue
            joined = [c for c in updates if all(any(w in s for w in told.words(c)) for s in sentences)]
            if status == "update":
                pairs += 1
                found += bool(joined)
            else:
                assert not joined, (scene.name, sentences)
        for claim in updates:
            words = told.words(claim)
            assert any(
                line[0] == "update" and all(any(w in s for w in words) for s in line[1:]) for line in scene.lines
            ), (scene.name, words)
    assert found >= LEAST * pairs


AGAIN = [
    ("Norvik will hire 300 pilots, it said.", "Norvik has pledged that it will hire 300 pilots."),
    ("The slick may reach Peru by the weekend.", "Hydrologists warned that the slick could reach Peru on Saturday."),
    ("The agency will launch a probe to the Moon in June.", "The agency launched a probe to the Moon in 2010."),
]


@pytest.mark.parametrize(("plan", "other"), AGAIN)
def test_a_plan_told_again_or_an_older_deed_is_no_update(tell: Tell, plan: str, other: str) -> None:
    told = tell((plan + " Its shares rose.", "2018-03-05"), (other + " Rain fell on the coast.", "2018-03-07"))
    assert not [claim for claim in told.story.claims if claim.status == "update"]
