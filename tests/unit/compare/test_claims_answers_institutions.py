"""What two reports answer otherwise to questions about courts, posts, strikes, plans, and what there was none of."""

from __future__ import annotations

import tomllib

import pytest

from briefing.compare.claims.questions import questions
from briefing.compare.lexicon import DATA
from tests.unit.compare.conftest import Tell, Told

DAY = "2025-03-05"
FILES = sorted((DATA / "answers").glob("*.toml"))


def compared(tell: Tell, one: str, other: str) -> Told:
    return tell(
        (f"{one} A light wind blew from the west all day.", DAY),
        (f"The market in the old square stayed busy until dark. {other}", DAY),
    )


def conflicts(told: Told) -> list[str]:
    return [claim.kind or "" for claim in told.story.claims if claim.status == "conflict"]


OTHERWISE = {
    "a plan against a plan": (
        "The brewery Lindqvist said it would appeal against the ruling.",
        "Lindqvist will not appeal against the ruling, the brewery's lawyer said.",
    ),
    "a side by who speaks for it": (
        "Her lawyer announced that Rosalind Achter would challenge the verdict.",
        "Rosalind Achter accepts the verdict, her counsel said.",
    ),
    "a name against another word for its bearer": (
        "Museum director Ilse Quandt keeps her post until the summer.",
        "The director, Ilse Quandt, handed in her resignation.",
    ),
    "a regular verb in any form": (
        "The cinema workers called off their strike over pay.",
        "The cinema workers are extending their strike over pay.",
    ),
    "what there was none of": (
        "No refugee was found in the lorry at Varnsdorf, the customs said.",
        "Refugees were found in the lorry at Varnsdorf, the police said.",
    ),
    "a doer and not what is done to": (
        "The shipyard's union welcomed the merger of the two yards.",
        "The union at the shipyard condemned the merger of the two yards.",
    ),
}

TOGETHER = {
    "two sides": (
        "The prosecutor said he would appeal against the ruling.",
        "The defence accepts the ruling, the lawyer of Janek Moor said.",
    ),
    "what somebody may do": ("She has thirty days to appeal.", "She accepts the ruling and will not appeal."),
    "two who are named": ("Osk Bank shares rose on Monday.", "Velda Bank shares fell on Monday."),
    "a plan against a deed": (
        "The bridge at Olde will be closed on Monday, the mayor said.",
        "The bridge at Olde was open at noon.",
    ),
    "none since": (
        "There have been no landslides at Torv since 1959.",
        "A landslide at Torv in 1958 buried two farms.",
    ),
    "none of another sort": (
        "The village of Torv has no fire extinguishers.",
        "The village of Torv has a fire engine.",
    ),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_answers_that_exclude_each_other_conflict(tell: Tell, name: str) -> None:
    assert conflicts(compared(tell, *OTHERWISE[name])) == ["outcome"]


@pytest.mark.parametrize("name", TOGETHER)
def test_what_only_looks_so_stands_together(tell: Tell, name: str) -> None:
    assert not conflicts(compared(tell, *TOGETHER[name]))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_words_give_two_answers_to_one_question(file: object) -> None:
    for row in tomllib.loads(DATA.joinpath("answers", getattr(file, "name", "")).read_text("utf-8"))["question"]:
        for key in ("to", "by", "is"):
            words = [word for way in row["answers"].values() for word in way.get(key, "").split()]
            assert len(words) == len(set(words)), (row["name"], key)
        says = [(way, text) for way, words in row["answers"].items() for text in words.get("says", ())]
        ways: dict[str, str] = {}
        assert all(ways.setdefault(text, way) == way for way, text in says), row["name"]


def test_every_question_has_a_name_of_its_own_and_patterns_that_can_be_read() -> None:
    names = [question.name for question in questions()]
    assert len(names) == len(set(names))
    assert len(names) >= 150
    assert all(first for question in questions() for way in question.ways for first, _ in way.says)
