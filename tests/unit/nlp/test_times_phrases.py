"""Times in sentences of news, kind by kind: every one is found with its value, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.model import Findings

Analyse = Callable[..., Findings]
FOLDER = Path(__file__).parents[2] / "fixtures" / "times"


def phrases() -> Iterator[object]:
    kind = ""
    for line in (FOLDER / "phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            published, sentence, wanted = (part.strip() for part in line.split("|"))
            yield pytest.param(published, sentence, wanted, id=f"{kind}: {sentence[:50]}")


@pytest.mark.parametrize(("published", "sentence", "wanted"), phrases())
def test_every_time_of_the_sentence_has_its_value(analyse: Analyse, published: str, sentence: str, wanted: str) -> None:
    found = [
        f"{time.span.of(sentence)} = {time.type} {time.value or '-'}{f' {time.mod}' if time.mod else ''}"
        for time in analyse(sentence, published=published).times
    ]
    assert "; ".join(found) == wanted


def test_the_to_of_a_tally_does_not_make_the_vote_one_to_come(analyse: Analyse) -> None:
    found = analyse("The council voted 19 to 8 in May against the plan.", published="2009-06-17")
    assert [time.value for time in found.times] == ["2009-05"]
